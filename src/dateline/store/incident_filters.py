"""What to look for among the incidents."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, between, or_, select

from dateline.model.claim import Stance
from dateline.model.incident import IncidentStatus
from dateline.store.names import sought
from dateline.store.points import Box
from dateline.store.search import Term, holds
from dateline.store.tables import events, incidents, report_words, tellings

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Conditions that an incident must all meet; None, () and false ask nothing.

    `types`: its type is one of these. `place`: words of the name of a place that is told of it, or of the district or
    province that this lies in; or, if `country` is given too, one lies in that country (ISO 3166-1 alpha-2). `box`: the
    place that it is shown at lies there. `actor`: words of the name, or the id in the actor list, of one who did it or
    whom it befell. `source`: words of the name of one who says or denies it, whom that one speaks for, or who passes
    it on; `stance`: that one says it, or denies it. `statuses`: it has one of these; without it what is only
    denied is left out. `since`, `until`: its days touch these; what has no day meets neither. `terms`: one report that
    tells it has all these words. `disputed`: somebody denies it, or that a party did it.
    """

    types: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    box: Box | None = None
    actor: str | None = None
    source: str | None = None
    stance: Stance | None = None
    statuses: tuple[IncidentStatus, ...] = ()
    since: date | None = None
    until: date | None = None
    terms: tuple[Term, ...] = ()
    disputed: bool = False


ALL: Final = Sought()
"""No conditions: all that somebody asserts."""


def incident_conditions(sought: Sought, engine: str) -> list[Condition]:
    """The WHERE clauses, over `incidents`, as this engine takes them."""
    found = [part for make in _PARTS if (part := make(sought)) is not None]
    return [*found, incidents.c.id.in_(_told_in(sought.terms, engine))] if sought.terms else found


def _standing(asked: Sought) -> Condition:
    status = incidents.c.status
    return status.in_(asked.statuses) if asked.statuses else status != "denied"


def _types(asked: Sought) -> Condition | None:
    return incidents.c.type.in_(asked.types) if asked.types else None


def _place(asked: Sought) -> Condition | None:
    named = None if asked.place is None else _bears(incidents.c.folded_places, asked.place)
    within = None if asked.country is None else incidents.c.countries.contains(f" {asked.country} ", autoescape=True)
    return or_(named, within) if named is not None and within is not None else within if named is None else named


def _box(asked: Sought) -> Condition | None:
    return None if asked.box is None else _inside(asked.box)


def _actor(asked: Sought) -> Condition | None:
    return None if asked.actor is None else _bears(incidents.c.folded_actors, asked.actor)


def _source(asked: Sought) -> Condition | None:
    says, denies = incidents.c.folded_sources, incidents.c.folded_deniers
    columns = {"asserts": (says,), "denies": (denies,)}.get(asked.stance or "", (says, denies))
    if asked.source is None:
        return None if asked.stance is None else columns[0] != _NOBODY
    return or_(*(_bears(column, asked.source) for column in columns))


def _since(asked: Sought) -> Condition | None:
    return None if asked.since is None else incidents.c.last_day >= asked.since


def _until(asked: Sought) -> Condition | None:
    return None if asked.until is None else incidents.c.first_day <= asked.until


def _disputed(asked: Sought) -> Condition | None:
    return incidents.c.disputed.is_(True) if asked.disputed else None


_NOBODY: Final = "  "
"""The folded names of nobody."""
_PARTS: Final[tuple[Callable[[Sought], Condition | None], ...]] = (
    _standing, _types, _place, _box, _actor, _source, _since, _until, _disputed,
)  # fmt: skip


def _bears(column: ColumnElement[str], name: str) -> Condition:
    return column.contains(sought(name), autoescape=True)


def _inside(box: Box) -> Condition:
    """In a box, which crosses the 180th meridian where its west lies above its east."""
    lat, lon = incidents.c.lat, incidents.c.lon
    north_south = between(lat, box.south, box.north)
    if box.west <= box.east:
        return north_south & between(lon, box.west, box.east)
    return north_south & or_(lon >= box.west, lon <= box.east)


def _told_in(terms: tuple[Term, ...], engine: str) -> Select[Any]:
    """The ids of the incidents that a report with these words tells."""
    return (
        select(tellings.c.incident_id)
        .join(events, events.c.id == tellings.c.event_id)
        .join(report_words, report_words.c.page_id == events.c.page_id)
        .where(tellings.c.incident_id.is_not(None), *(holds(term, engine) for term in terms))
    )
