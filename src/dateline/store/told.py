"""The events that count, each as people left it, with what stands around it: its page, its review, its incident."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from dateline.knowledge.versions import Versions
from dateline.model.event import Event
from dateline.model.review import NOBODY, Review
from dateline.store import codec, queries, tables
from dateline.store.filters import Wanted, conditions
from dateline.store.log import last_hash
from dateline.store.matches import meets
from dateline.store.overlay import as_reviewed
from dateline.store.parts import parts
from dateline.store.review_fold import Reviews
from dateline.store.reviews import reviews
from dateline.store.state import state

Place = tuple[int, str, int, str]
_KEPT: Final = "corrected"
_AT_ONCE: Final = 500
"""Rows that are fetched from a server at once, so that memory does not grow with the database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as it was `coded`, and as it stands after its review; `incident` is None where it makes none.

    `status` and `voices` are the incident's; `published` and `title` the report's; `number` is its place on the page.
    `text` is the report's, empty where it was not asked for.
    """

    page_id: str
    page: str
    title: str | None
    outlet: str | None
    published: str | None
    coded: Event
    event: Event
    review: Review
    made_by: Versions
    number: int = 0
    incident: str | None = None
    status: str | None = None
    voices: int = 0
    text: str = ""


def told(connection: Connection, wanted: Wanted, *, rejected: bool = False) -> Iterator[Told]:
    """The events that meet all conditions as they stand, by first day, then in reading order; without those that
    people reject, unless they are asked for."""
    found, engine = reviews(connection), connection.dialect.name
    changed = {key for key, one in found.items() if one.corrections or one.rejected}
    plain = connection.execute(_asked().where(*conditions(wanted, engine)).execution_options(yield_per=_AT_ONCE))
    kept = (_told(row, found) for row in plain if row.id not in changed)
    others = (one for one in _changed(connection, wanted, changed) if meets(one.event, wanted))
    chosen = sorted((one for one in others if rejected or not one.review.rejected), key=_order)
    return merge(kept, chosen, key=_order)


def one_told(connection: Connection, event_id: str) -> Told | None:
    """One event with all of this, also one of an older version or a copy of its page; None where it is not here."""
    row = connection.execute(_asked_with_text().where(tables.events.c.id == event_id)).one_or_none()
    return _told(row, reviews(connection)) if row else None


def told_of(connection: Connection, ids: Collection[str]) -> Iterator[Told]:
    """Those of these events that count, or would if nobody rejected them, with their reports' texts."""
    return _changed(connection, Wanted(asserted=False), ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """An event as people corrected it, and its place in a list."""

    event: Event
    place: Place


def corrected(connection: Connection) -> tuple[Corrected, ...]:
    """The events that people corrected, of those that count. Kept beside the connection until something changes."""
    stands = state(connection), last_hash(connection)
    kept: tuple[tuple[str, str], tuple[Corrected, ...]] | None = connection.info.get(_KEPT)
    if kept is None or kept[0] != stands:
        ids = [key for key, one in reviews(connection).items() if one.corrections and not one.rejected]
        found = tuple(_corrected(one) for one in told_of(connection, ids))
        kept = connection.info[_KEPT] = stands, found
    return kept[1]


def _corrected(one: Told) -> Corrected:
    days = one.event.date
    place = place_of(days.start if days else None, one.page, one.number, one.event.id)
    return Corrected(event=one.event, place=place)


def place_of(day: date | None, page: str, number: int, event_id: str) -> Place:
    """Where an event stands in a list: the newest first, those without a day last."""
    return -(day or date.min).toordinal(), page, number, event_id


def events_on(connection: Connection, page_id: str) -> list[str]:
    """The ids of the events of one page, but for what a page of its story tells already."""
    return [row.id for row in connection.execute(queries.events_of(page_id))]


def how_many(connection: Connection) -> int:
    """How many events there are to review."""
    asked = select(func.count()).select_from(tables.events)
    return connection.execute(asked.where(*conditions(Wanted(asserted=False), connection.dialect.name))).scalar_one()


def rejected_on(connection: Connection) -> dict[str, int]:
    """How many events of each page, of those that somebody asserts, people reject."""
    found: dict[str, int] = {}
    gone, event = [key for key, one in reviews(connection).items() if one.rejected], tables.events.c
    counted = (event.asserted.is_(True), event.retold.is_(False))
    for some in parts(sorted(gone)):
        asked = select(event.page_id, func.count()).where(event.id.in_(some), *counted).group_by(event.page_id)
        for page_id, count in connection.execute(asked):
            found[page_id] = found.get(page_id, 0) + count
    return found


def _changed(connection: Connection, wanted: Wanted, ids: Collection[str]) -> Iterator[Told]:
    anywhere, found = Wanted(asserted=False, replaced=wanted.replaced), reviews(connection)
    for some in parts(sorted(ids)):
        asked = _asked_with_text().where(*conditions(anywhere, connection.dialect.name), tables.events.c.id.in_(some))
        yield from (_told(row, found) for row in connection.execute(asked))


def _asked() -> Select[Any]:
    page, report, event = tables.pages.c, tables.reports.c, tables.events.c
    telling, incident = tables.tellings.c, tables.incidents.c
    return (
        select(event.id, event.page_id, event.number, event.record, page.name, report.codebook, report.version)
        .add_columns(report.title, report.outlet, report.published)
        .add_columns(telling.incident_id, incident.status, incident.voices)
        .join(tables.pages, page.id == event.page_id)
        .join(tables.reports, report.page_id == event.page_id)
        .outerjoin(tables.tellings, telling.event_id == event.id)
        .outerjoin(tables.incidents, incident.id == telling.incident_id)
        .order_by(event.first_day.is_(None), event.first_day, page.name, event.page_id, event.number)
    )


def _asked_with_text() -> Select[Any]:
    return _asked().add_columns(tables.reports.c.record["text"].as_string().label("text"))


def _order(one: Told) -> tuple[Any, ...]:
    days = one.event.date
    return days is None, days and days.start, one.page, one.page_id, one.number


def _told(row: Any, found: Reviews) -> Told:
    review, coded = found.get(row.id, NOBODY), codec.event(row.record)
    return Told(
        page_id=row.page_id,
        page=row.name,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        coded=coded,
        event=as_reviewed(coded, review, row.text) if review.corrections else coded,
        review=review,
        made_by=Versions(codebook=row.codebook, dateline=row.version),
        number=row.number,
        incident=row.incident_id,
        status=row.status,
        voices=row.voices or 0,
        text=row._mapping.get("text", ""),
    )
