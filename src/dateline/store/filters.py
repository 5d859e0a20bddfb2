"""What to look for among the events."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, exists, or_, select

from dateline.store.names import sought
from dateline.store.points import Area, lies_in
from dateline.store.tables import event_places, event_sources, events, pages

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Conditions that an event must all meet; None and () ask nothing.

    `types`: its type is one of these. `place`: a place of it carries this name or lies in the province or district
    of this name, or, if `country` is given too, lies in that country (ISO 3166-1 alpha-2). `since`, `until`: its
    days touch these; an event without a date meets neither. `source`: these are words of the name of one who
    asserts or denies it, or of its voice. `asserted`: false adds the records that are only denied, which no count
    may hold. `area`: a place of it has coordinates that lie there. `replaced`: true adds events of pages that a
    newer version of their story replaces.
    """

    types: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None
    asserted: bool = True
    replaced: bool = False
    area: Area | None = None


def conditions(wanted: Wanted, engine: str) -> list[Condition]:
    """The WHERE clauses, over `events`, as this engine takes them."""
    found: list[Condition] = [events.c.retold.is_(False)]
    if wanted.asserted:
        found.append(events.c.asserted.is_(True))
    if not wanted.replaced:
        newer = pages.alias("newer")
        found.append(~exists().where(newer.c.version_of == events.c.page_id))
    if wanted.types:
        found.append(events.c.type.in_(wanted.types))
    if wanted.since is not None:
        found.append(events.c.last_day >= wanted.since)
    if wanted.until is not None:
        found.append(events.c.first_day <= wanted.until)
    if wanted.place is not None or wanted.country is not None:
        found.append(_somewhere(wanted.place, wanted.country))
    if wanted.source is not None:
        found.append(_said_by(wanted.source))
    if wanted.area is not None:
        there = select(event_places.c.event_id).where(lies_in(wanted.area, engine))
        found.append(events.c.id.in_(there))
    return found


def _somewhere(place: str | None, country: str | None) -> Condition:
    here: list[Condition] = []
    if place is not None:
        here.append(event_places.c.folded.contains(sought(place), autoescape=True))
    if country is not None:
        here.append(event_places.c.country == country)
    return exists().where(event_places.c.event_id == events.c.id, or_(*here))


def _said_by(source: str) -> Condition:
    words = sought(source)
    named = exists().where(
        event_sources.c.event_id == events.c.id, event_sources.c.folded.contains(words, autoescape=True)
    )
    return or_(named, events.c.folded.contains(words, autoescape=True))
