"""Whether the rows of one page are as they were kept: a table of small checks over all that hangs on it.

Each check says what it makes sure of and yields what is wrong, row by row.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final

import msgspec

from dateline.knowledge.versions import Versions
from dateline.model.event import Event, Relation
from dateline.model.ids import event_id, relation_id
from dateline.model.text import Report, Span
from dateline.store import codec, rows
from dateline.store.whole import Found, Whole

RECODE: Final = "run `dateline rebuild --all`, which codes its page anew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A row that is not as it should be: which one, what is wrong with it, and what to do."""

    row: str
    what: str
    do: str

    @property
    def line(self) -> str:
        """All of it in one line."""
        return f"{self.row}: {self.what}; {self.do}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A page's rows, with the records that can be read out of them beside their rows."""

    whole: Whole
    report: Report | None
    events: Sequence[tuple[Found, Event]]
    relations: Sequence[tuple[Found, Relation]]


Check = Callable[[_Read], Iterator[Fault]]


def faults_of_page(whole: Whole) -> Iterator[Fault]:
    """What is wrong with the rows of one page, its bytes aside."""
    if whole.report is None:
        yield Fault(row=page_name(whole), what="has no report", do=RECODE)
        return
    broken: list[Fault] = []
    read = _Read(
        whole=whole,
        report=next((report for _, report in _records([whole.report], "page_id", codec.report, broken)), None),
        events=_records(whole.events, "id", codec.event, broken),
        relations=_records(whole.relations, "id", _relation, broken, by_row=True),
    )
    yield from broken
    for check in CHECKS:
        yield from check(read)


# ---- checks of a page ---------------------------------------------------------------------------
def report_of_another_page(read: _Read) -> Iterator[Fault]:
    """the report bears the id of its page, and the columns beside it say what it says"""
    report, whole = read.report, read.whole
    if report is None or whole.report is None:
        return
    if report.id != whole.id:
        yield Fault(row=page_name(whole), what=f"its report is that of {report.id}", do=RECODE)
    made_by = Versions(codebook=whole.report["codebook"], dateline=whole.report["version"])
    yield from _differing(page_name(whole), rows.report_row(report, made_by) | {"page_id": whole.id}, whole.report)
    if whole.page["status"] != report.status:
        yield Fault(row=page_name(whole), what=f"is {whole.page['status']}, and its report {report.status}", do=RECODE)


def words_not_in_the_text(read: _Read) -> Iterator[Fault]:
    """every span of every record is the report's text at its offsets"""
    if read.report is None:
        return
    for name, kept in (("event", read.events), ("relation", read.relations)):
        for row, record in kept:
            for span in _spans(record):
                if read.report.text[span.start : span.end] != span.text:
                    what = f'"{_short(span.text)}" is not what stands at {span.start}-{span.end} of its report'
                    yield Fault(row=f"{name} {row['id']} of {page_name(read.whole)}", what=what, do=RECODE)


def ids_of_other_evidence(read: _Read) -> Iterator[Fault]:
    """ids are what their evidence gives"""
    made = [("event", row["id"], event.id, event_id(read.whole.id, event)) for row, event in read.events]
    made += [("relation", row["id"], one.id, relation_id(read.whole.id, one)) for row, one in read.relations]
    for name, key, own, due in made:
        if key != own or _NUMBERED.sub("", key) != due:
            what = f"its record is {own}, and its evidence gives {due}" if key != own else f"its evidence gives {due}"
            yield Fault(row=f"{name} {key} of {page_name(read.whole)}", what=what, do=RECODE)


def columns_unlike_their_record(read: _Read) -> Iterator[Fault]:
    """what an event or relation is looked up by says what its record says"""
    for row, event in read.events:
        yield from _differing(f"event {row['id']}", rows.event_row(read.whole.id, row["number"], event), row)
    for row, relation in read.relations:
        yield from _differing(f"relation {row['id']}", rows.relation_row(read.whole.id, row["number"], relation), row)


def rows_unlike_their_event(read: _Read) -> Iterator[Fault]:
    """an event has as many rows of places, actors and sources as its record names, and they say the same"""
    for row, event in read.events:
        for table, due in _due(row["id"], event).items():
            found = read.whole.beside[table].get(row["id"], ())
            name = f"event {row['id']} of {page_name(read.whole)}"
            if len(found) != len(due):
                noun = table.removeprefix("event_")
                yield Fault(row=name, what=f"has {len(found)} rows of {noun}, its record {len(due)}", do=RECODE)
                continue
            for number, (one, other) in enumerate(zip(due, found, strict=True), 1):
                yield from _differing(f"{table} {number} of {name}", one, other)


CHECKS: Final[tuple[Check, ...]] = (
    report_of_another_page,
    words_not_in_the_text,
    ids_of_other_evidence,
    columns_unlike_their_record,
    rows_unlike_their_event,
)

_NUMBERED: Final = re.compile(r"-\d+$")
_NOT_COMPARED: Final = frozenset({"record", "folded"})
"""The record itself; and names folded for the search, which a later version may fold otherwise."""


def _due(key: str, event: Event) -> Mapping[str, list[rows.Row]]:
    actors = sorted(rows.actor_rows(event), key=lambda row: (str(row["side"]), row["number"]))
    return {
        "event_places": [rows.place_row(key, n, place) for n, place in enumerate(event.places)],
        "event_actors": actors,
        "event_sources": rows.source_rows(event),
    }


def _differing(row: str, due: rows.Row, found: Found) -> Iterator[Fault]:
    names = [name for name in due if name not in _NOT_COMPARED and found[name] != due[name]]
    for name in names:
        yield Fault(row=row, what=f"{name} is {found[name]!r}, and {due[name]!r} in its record", do=RECODE)


def _records(
    found: Sequence[Found], key: str, read: Callable[[Any], Any], broken: list[Fault], *, by_row: bool = False
) -> list[tuple[Found, Any]]:
    """Rows with their records; those that cannot be read are added to `broken`."""
    records = []
    for row in found:
        try:
            records.append((row, read(row if by_row else row["record"])))
        except msgspec.ValidationError as error:
            broken.append(Fault(row=f"record {row[key]}", what=f"cannot be read: {error}", do=RECODE))
    return records


def _relation(row: Found) -> Relation:
    return codec.relation(row["record"], to_place=row["to_place"])


def _spans(value: object) -> Iterator[Span]:
    """All spans in a record, at any depth."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)


def page_name(whole: Whole) -> str:
    """How a page is named in a fault."""
    return f"page {whole.page['name']} ({whole.id[:19]})"


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"
