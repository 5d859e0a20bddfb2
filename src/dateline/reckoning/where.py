"""How near the places of two events lie, never sharper than their words."""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from dateline.knowledge.folding import fold, likeness, skeleton
from dateline.model.event import Event, Place

BESIDE_KM, NEAR_KM, FAR_KM = 5.0, 15.0, 60.0
ALIKE = 0.7
_LEAST_SOUNDS = 3
_SHARP = frozenset({"exact", "town"})
_OPPOSITE = {"from", "to"}
_CELL = 0.5  # degrees
_KM_A_DEGREE = 111.2


def share_a_town(one: Event, other: Event) -> bool:
    """Whether both name one town or spot: two within BESIDE_KM, or of like names within NEAR_KM."""
    return any(_is_one_town(p, q) for p, q in _pairs(one, other))


def share_only_a_chief_town(one: Event, other: Event) -> bool:
    """Whether the towns that both name are all chief towns: those that their province is named for."""
    shared = [(p, q) for p, q in _pairs(one, other) if _is_one_town(p, q)]
    return bool(shared) and all(_is_chief_town(p) and _is_chief_town(q) for p, q in shared)


def share_a_district(one: Event, other: Event) -> bool:
    """Whether both lie in one district, within NEAR_KM, or name one area that is no point."""
    return any(_is_one_area(p, q) or _lie_near(p, q) for p, q in _pairs(one, other))


def share_a_province(one: Event, other: Event) -> bool:
    """Whether both lie in one province."""
    return any(_lie_in_one(p, q, 2) for p, q in _pairs(one, other))


def name_other_towns(one: Event, other: Event) -> bool:
    """Whether both are put in towns or spots alone, and share none."""
    sharp = all(event.places and all(p.precision in _SHARP for p in event.places) for event in (one, other))
    return sharp and not share_a_town(one, other) and not share_a_name(one, other)


def lie_far_apart(one: Event, other: Event) -> bool:
    """Whether all their points lie more than FAR_KM apart, what their words leave open allowed for."""
    gaps = [_least_km(p, q) for p, q in _all(one, other)]
    return bool(gaps) and all(gap is not None and gap > FAR_KM for gap in gaps)


def lie_in_different_countries(one: Event, other: Event) -> bool:
    """Whether both have countries and share none."""
    first, second = ({place.country for place in event.places if place.country} for event in (one, other))
    return bool(first and second) and not first & second


def share_a_name(one: Event, other: Event) -> bool:
    """Whether a place is called the same in both, wherever it was found."""
    return bool({fold(p.name) for p in one.places} & {fold(p.name) for p in other.places})


def cells(event: Event) -> Iterator[str]:
    """Keys such that two events whose places may be one, or lie in one province, share a key."""
    for place in event.places:
        yield f"name {skeleton(fold(place.name))}"
        if place.admin1 is not None:
            yield f"province {place.country} {place.admin1}"
        if place.lat is not None and place.lon is not None:
            yield from _cells_around(place.lat, place.lon)


def distance_km(one: Place, other: Place) -> float | None:
    """Great-circle distance between two resolved places in km; None where either has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))


def _least_km(one: Place, other: Place) -> float | None:
    """How near two places may lie, what their words leave open taken off."""
    gap = distance_km(one, other)
    return None if gap is None else gap - (one.radius_km or 0.0) - (other.radius_km or 0.0)


def _all(one: Event, other: Event) -> Iterator[tuple[Place, Place]]:
    return product(one.places, other.places)


def _pairs(one: Event, other: Event) -> Iterator[tuple[Place, Place]]:
    """The pairs of places but those of which one is left and the other reached."""
    return ((p, q) for p, q in _all(one, other) if {p.role, q.role} != _OPPOSITE)


def _is_one_town(one: Place, other: Place) -> bool:
    if one.precision not in _SHARP or other.precision not in _SHARP:
        return False
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return True
    gap = distance_km(one, other)
    if gap is not None:
        return gap <= (NEAR_KM if _sound_alike(one.name, other.name) else BESIDE_KM)
    return _sound_alike(one.name, other.name) and (None in (one.country, other.country) or one.country == other.country)


def _is_chief_town(place: Place) -> bool:
    return place.precision == "town" and place.admin1 is not None and fold(place.name) in fold(place.admin1)


def _lie_near(one: Place, other: Place) -> bool:
    if _lie_in_one(one, other, 3):
        return True
    gap = distance_km(one, other) if one.precision in _SHARP and other.precision in _SHARP else None
    return gap is not None and gap <= NEAR_KM


def _is_one_area(one: Place, other: Place) -> bool:
    """Whether both are areas of one name, or an area's words leave room for the other's point."""
    if "area" not in (one.precision, other.precision):
        return False
    if one.precision == other.precision and _sound_alike(one.name, other.name):
        return True
    gap = _least_km(one, other)
    return gap is not None and gap <= 0.0


@lru_cache(maxsize=4096)
def _sound_alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one: "Tell Qarra" and "Tal Karra"."""
    first, second = fold(one), fold(other)
    if first == second:
        return True
    key = skeleton(first)
    return len(key) >= _LEAST_SOUNDS and key == skeleton(second) and likeness(first, second) >= ALIKE


def _lie_in_one(one: Place, other: Place, depth: int) -> bool:
    """Whether both are known to lie in one country, province and district, down to `depth`."""
    levels = (one.country, one.admin1, one.admin2)[:depth]
    return levels == (other.country, other.admin1, other.admin2)[:depth] and all(levels)


def _cells_around(lat: float, lon: float) -> Iterator[str]:
    """The grid cells that a box of NEAR_KM around a point touches, so that near points share one."""
    high = NEAR_KM / _KM_A_DEGREE
    wide = high / max(0.3, math.cos(math.radians(lat)))
    points = product((lat - high, lat, lat + high), (lon - wide, lon, lon + wide))
    yield from {f"cell {math.floor(y / _CELL)} {math.floor(x / _CELL)}" for y, x in points}
