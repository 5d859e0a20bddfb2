"""Stored pages coded anew: read again from their bytes, compared with what was kept, and put in its place.

What was judged of an event that is gone is carried over, in the log, to the event that stands for it now; where none
does, the log says so, and a later coding that has it again, or one that stands for it, finds it there.
"""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, or_, select, update

from dateline.knowledge.versions import Versions
from dateline.model.event import Coded, Event
from dateline.model.text import Container, Known, Page, Report
from dateline.store import codec, queries, tables
from dateline.store.added import with_added
from dateline.store.changes import Changes, changes, stands_for
from dateline.store.copies import story_page
from dateline.store.families import arrange, settle
from dateline.store.log import Entry, append, entries, judgements
from dateline.store.reviews import reviews
from dateline.store.rows import all_rows, write

_CONTAINER: Final = "the container"
_SAID: Final = frozenset({"title", "outlet", "byline", "published", "updated", "language"})
"""What `ingest` takes from a container, and what it then says of where it was found."""
PROGRAM: Final = "dateline"
"""Who carries judgements over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """An event that was judged and is gone, and the one that stands for it now; None where none does."""

    event: Event
    to: Event | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoded:
    """What became of a page that was coded anew."""

    changes: Changes
    carried: tuple[Carried, ...]


def outdated(connection: Connection, made_by: Versions | None) -> list[str]:
    """The ids of the pages that other versions coded, in the order in which they were added; of all where None."""
    page, report = tables.pages.c, tables.reports.c
    asked = select(page.id).join(tables.reports, report.page_id == page.id).order_by(page.added, page.name, page.id)
    if made_by is not None:
        asked = asked.where(or_(report.codebook != made_by.codebook, report.version != made_by.dateline))
    return list(connection.execute(asked).scalars())


def kept_page(connection: Connection, page_id: str) -> Page | None:
    """A page as it was when it was read; None where it is not here, has no bytes or was too large to be kept."""
    row = connection.execute(select(tables.pages).where(tables.pages.c.id == page_id)).mappings().one_or_none()
    if row is None or not row["data"] or not row["size"]:
        return None
    own, report = zlib.decompress(row["data"]), codec.report(connection.execute(queries.report(page_id)).scalar_one())
    return Page(
        name=row["name"],
        data=zlib.decompress(row["text"]) if row["text"] else own,
        original=own if row["text"] else None,
        known=codec.known(row["known"]) if row["known"] else known_of_old(report, row["url"]),
        came=row["came"] or "file",
        container=Container(name=row["container"] or "", id=row["container_id"]) if row["container_id"] else None,
    )


def known_of_old(report: Report, url: str | None) -> Known | None:
    """What its container said of a page that was added before that was kept: as far as its report says so."""
    said = {origin.what: getattr(report, origin.what) for origin in report.origins if origin.where == _CONTAINER}
    known = Known(**{name: value for name, value in said.items() if name in _SAID})
    known = replace(known, url=f"https://{url}" if url else None)
    return known if known != Known() else None


def compare(connection: Connection, coded: Coded) -> Recoded:
    """What would change if a page that is here were replaced by this coding of it, with what people added to it."""
    before, coded = whole(connection, coded.report.id), with_added(connection, coded)
    return Recoded(changes=changes(before, coded), carried=tuple(_carried(connection, before, coded)))


def recode(connection: Connection, page: Page, coded: Coded, made_by: Versions) -> Recoded:
    """Replaces what was coded from a page, and carries over what was judged of it: what changed."""
    found, coded = compare(connection, coded), with_added(connection, coded)
    put_in_place(connection, page, coded, made_by)
    for one in found.carried:
        _log(connection, coded, one)
    return found


def put_in_place(connection: Connection, page: Page, coded: Coded, made_by: Versions) -> None:
    """Puts a page's new coding in the place of the old, and the page among the others of its story."""
    key, table = coded.report.id, tables.pages
    added = connection.execute(select(table.c.added).where(table.c.id == key)).scalar_one()
    family = _linked(connection, key)
    connection.execute(table.delete().where(table.c.id == key))
    new = story_page(page, coded.report)
    write(connection, all_rows(page, coded, made_by, new))
    connection.execute(update(table).where(table.c.id == key).values(added=added))
    settle(connection, new)
    if family:
        arrange(connection, family)


def whole(connection: Connection, page_id: str) -> Coded:
    """All that was coded from a page that is here, also what another page of its story tells."""
    events = connection.execute(queries.events_of(page_id, retold=True))
    relations = connection.execute(queries.relations_of(page_id, retold=True))
    return Coded(
        report=codec.report(connection.execute(queries.report(page_id)).scalar_one()),
        events=tuple(codec.event(row.record) for row in events),
        relations=tuple(codec.relation(row.record, to_place=row.to_place) for row in relations),
    )


def _linked(connection: Connection, page_id: str) -> list[str]:
    link = tables.page_links.c
    found = connection.execute(select(link.one, link.other).where(or_(link.one == page_id, link.other == page_id)))
    return sorted({one for pair in found for one in pair} - {page_id})


# ---- judgements ---------------------------------------------------------------------------------
def _carried(connection: Connection, before: Coded, after: Coded) -> Iterator[Carried]:
    """The judged events of the page that are not there any more, those that were lost before among them."""
    now, lost = {event.id for event in after.events}, _orphans(connection, after.report.id)
    gone = {event.id: event for event in (*before.events, *lost.values()) if event.id not in now}
    if gone:
        judged = {key for one in judgements(connection) for key in (one.one, one.other)} | reviews(connection).keys()
        for event in (gone[key] for key in gone if key in judged):
            to = stands_for(event, before, after)
            if to is not None or event.id not in lost:
                yield Carried(event=event, to=to)


def _orphans(connection: Connection, page_id: str) -> Mapping[str, Event]:
    """The events of a page that were judged and lost, as they were."""
    found: dict[str, Event] = {}
    for logged in entries(connection, kinds=("carried", "orphaned")):
        record: Mapping[str, Any] = logged.record
        if record["page"] == page_id and logged.kind == "orphaned":
            found[record["event"]] = codec.event(record["was"])
        elif record["page"] == page_id:
            found.pop(record["event"], None)
    return found


def _log(connection: Connection, coded: Coded, one: Carried) -> None:
    key, page = one.event.id, coded.report.id
    if one.to is not None:
        record: dict[str, Any] = {"event": key, "to": one.to.id, "page": page}
        append(connection, Entry(kind="carried", by=PROGRAM, about=(key, one.to.id), record=record))
    else:
        record = {"event": key, "page": page, "was": codec.plain(one.event)}
        append(connection, Entry(kind="orphaned", by=PROGRAM, about=(key,), record=record))
