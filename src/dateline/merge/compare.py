"""Whether two events are one happening: a table of small weighted functions, each with its reason.

Weights were set by hand from what the slots mean, not fitted; `SAME` is the least sum that counts as one happening.
"""

import math
from collections.abc import Callable

from dateline.knowledge.types import TYPES
from dateline.model.event import Event, Place
from dateline.model.incident import Likeness

SAME = 5.0
_NEAR_KM, _FAR_KM = 15.0, 60.0
Test = Callable[[Event, Event], bool]


def likeness(one: Event, other: Event) -> Likeness:
    """The points and reasons for two events, whichever comes first."""
    held = [(weight, test) for weight, test in TESTS if test(one, other)]
    first, second = sorted((one.id, other.id))
    return Likeness(
        one=first,
        other=second,
        points=sum(weight for weight, _ in held),
        reasons=tuple((test.__doc__ or test.__name__).strip() for _, test in held),
    )


def is_comparable(one: Event, other: Event) -> bool:
    """Only events of one coarse group and one modality can be one happening; totals over time never are."""
    if TYPES[one.claim.type] != TYPES[other.claim.type] or one.claim.modality != other.claim.modality:
        return False
    return not any(c.scope != "incident" for e in (one, other) for c in e.claim.counts)


def of_one_type(one: Event, other: Event) -> bool:
    """they are of one type"""
    return one.claim.type == other.claim.type


def on_overlapping_days(one: Event, other: Event) -> bool:
    """their days overlap"""
    if one.date is None or other.date is None:
        return False
    return one.date.start <= other.date.end and other.date.start <= one.date.end


def on_days_apart(one: Event, other: Event) -> bool:
    """their days lie more than one day apart"""
    if one.date is None or other.date is None:
        return False
    return (other.date.start - one.date.end).days > 1 or (one.date.start - other.date.end).days > 1


def at_one_place(one: Event, other: Event) -> bool:
    """they name one place"""
    return any(_is_same_place(p, q) for p in one.places for q in other.places)


def at_places_apart(one: Event, other: Event) -> bool:
    """their places lie far apart"""
    gaps = [km for p in one.places for q in other.places if (km := distance_km(p, q)) is not None]
    return bool(gaps) and min(gaps) > _FAR_KM


def in_different_countries(one: Event, other: Event) -> bool:
    """they lie in different countries"""
    first, second = ({p.country for p in e.places if p.country} for e in (one, other))
    return bool(first and second) and not first & second


def by_one_agent(one: Event, other: Event) -> bool:
    """one agent is named in both"""
    return bool(_names(one) & _names(other))


def by_different_agents(one: Event, other: Event) -> bool:
    """different agents are named"""
    return bool(_names(one) and _names(other)) and not _names(one) & _names(other)


def with_one_figure(one: Event, other: Event) -> bool:
    """they give the same figure"""
    return bool(_figures(one) & _figures(other))


def with_one_target(one: Event, other: Event) -> bool:
    """one target is named in both"""
    first, second = ({t.name.lower() for t in e.targets} for e in (one, other))
    return bool(first & second)


TESTS: tuple[tuple[float, Test], ...] = (
    (1.5, of_one_type),
    (2.0, on_overlapping_days),
    (-4.0, on_days_apart),
    (2.0, at_one_place),
    (-4.0, at_places_apart),
    (-6.0, in_different_countries),
    (1.0, by_one_agent),
    (-1.0, by_different_agents),
    (1.5, with_one_figure),
    (0.5, with_one_target),
)


def _is_same_place(one: Place, other: Place) -> bool:
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return True
    gap = distance_km(one, other)
    return gap <= _NEAR_KM if gap is not None else one.name.lower() == other.name.lower()


def distance_km(one: Place, other: Place) -> float | None:
    """Great-circle distance between two resolved places in km; None where either has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def _names(event: Event) -> set[str]:
    return {actor.id or actor.name.lower() for actor in event.agents}


def _figures(event: Event) -> set[tuple[str, int | None, int | None]]:
    return {(c.kind, c.low, c.high) for c in event.claim.counts}
