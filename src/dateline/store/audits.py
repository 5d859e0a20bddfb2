"""Audits kept: the sample as it was drawn, with its events and reports as they stood; and the verdicts, in the log.

An item is a copy of its event: coding the page anew changes neither what the reviewers see nor what they said it of.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, insert, select

from dateline.model.audit import Answer as Said
from dateline.model.audit import Audit, Slot, Verdict
from dateline.model.errors import RefusedError
from dateline.model.event import Event
from dateline.store import codec, tables
from dateline.store.log import Entry, Kind, append, entries

OF_REPORT: Final = ("title", "outlet", "agency", "dateline", "language", "published", "text")
"""What is kept of an item's report: what a reviewer sees of it."""
_AUDITED: Final[tuple[Kind, ...]] = ("audited",)
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An event of a sample, as it was when it was drawn, and what a reviewer sees of its report."""

    number: int
    stratum: str
    event: Event
    report: Mapping[str, str | None]


def keep_audit(connection: Connection, audit: Audit, drawn: Mapping[str, str]) -> None:
    """Keeps an audit, and what its events, by id with their strata, now are. Raises RefusedError for a name in use."""
    if called(connection, audit.plan.name) is not None:
        raise RefusedError(f"{audit.plan.name}: there is an audit of this name; give the new one another")
    row = {"id": audit.id, "name": audit.plan.name, "drawn_at": audit.drawn_at, "record": msgspec.to_builtins(audit)}
    connection.execute(insert(tables.audits), row)
    ids = list(drawn)
    for first in range(0, len(ids), _AT_ONCE):
        connection.execute(
            insert(tables.audit_items), list(_items(connection, audit.id, ids[first : first + _AT_ONCE], first, drawn))
        )


def all_audits(connection: Connection) -> list[Audit]:
    """All audits, the newest first."""
    asked = select(tables.audits.c.record).order_by(tables.audits.c.drawn_at.desc(), tables.audits.c.id)
    return [_audit(record) for record in connection.execute(asked).scalars()]


def called(connection: Connection, name: str) -> Audit | None:
    """The audit of this name or id."""
    table = tables.audits.c
    record = connection.execute(select(table.record).where((table.name == name) | (table.id == name))).scalar()
    return _audit(record) if record is not None else None


def numbers(connection: Connection, audit: Audit) -> list[int]:
    """The numbers of an audit's items."""
    item = tables.audit_items.c
    return list(connection.execute(select(item.number).where(item.audit_id == audit.id)).scalars())


def strata(connection: Connection, audit: Audit) -> dict[int, tuple[str, str]]:
    """Type and stratum of each item, by number."""
    item = tables.audit_items.c
    asked = select(item.number, item.type, item.stratum).where(item.audit_id == audit.id).order_by(item.number)
    return {row.number: (row.type, row.stratum) for row in connection.execute(asked)}


def item(connection: Connection, audit: Audit, number: int) -> Item:
    """One item. Raises RefusedError where the audit has none of this number."""
    table = tables.audit_items
    asked = select(table).where(table.c.audit_id == audit.id, table.c.number == number)
    row = connection.execute(asked).one_or_none()
    if row is None:
        raise RefusedError(f"{number}: audit {audit.plan.name} has no such item; its last is {audit.drawn}")
    return Item(number=number, stratum=row.stratum, event=codec.event(row.record), report=row.report)


# ---- verdicts -----------------------------------------------------------------------------------
def give(connection: Connection, audit: Audit, event: str, verdict: Verdict) -> None:
    """Logs a verdict: of one reviewer's on an item the last counts. Without answers it takes the one before back."""
    record = {"audit": audit.id, "event": event, **asdict(verdict)}
    del record["by"]
    append(connection, Entry(kind="audited", by=verdict.by, about=(event,), record=record))


def verdicts(connection: Connection, audit: Audit) -> list[Verdict]:
    """The verdicts that count, by item and reviewer."""
    found: dict[tuple[int, str], Verdict] = {}
    for logged in entries(connection, kinds=_AUDITED):
        if logged.record["audit"] == audit.id:
            verdict = _verdict(logged.record, logged.by)
            found[verdict.item, verdict.by] = verdict
    return [found[key] for key in sorted(found) if found[key].answers]


def _verdict(record: Mapping[str, Any], by: str) -> Verdict:
    answers: Mapping[Slot, Said] = record["answers"]
    return Verdict(item=record["item"], by=by, answers=answers, note=record["note"])


# ---- rows ---------------------------------------------------------------------------------------
def _items(
    connection: Connection, audit: str, ids: Sequence[str], first: int, drawn: Mapping[str, str]
) -> Iterator[Mapping[str, object]]:
    """Rows for these events, numbered from `first` + 1 on."""
    event, report = tables.events.c, tables.reports.c
    asked = select(event.id, event.type, event.record, report.record.label("report"))
    asked = asked.join(tables.reports, report.page_id == event.page_id).where(event.id.in_(ids)).order_by(event.id)
    for number, row in enumerate(connection.execute(asked), first + 1):
        yield {
            "audit_id": audit,
            "number": number,
            "event_id": row.id,
            "type": row.type,
            "stratum": drawn[row.id],
            "record": row.record,
            "report": {key: row.report.get(key) for key in OF_REPORT},
        }


def _audit(record: object) -> Audit:
    return msgspec.convert(record, Audit)
