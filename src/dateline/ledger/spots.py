"""Places as ledgers count them: one spot for one place, however its name is spelled, and never sharper than told."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.knowledge.folding import fold, likeness, skeleton
from dateline.knowledge.nations import nations
from dateline.model.event import Event, Place
from dateline.model.incident import Incident
from dateline.model.ledger import Spot

_SHARP = frozenset({"exact", "town"})
_ALIKE, _LEAST_SOUNDS = 0.8, 3
_COMPASS = r"(?:north|south|east|west|central)[a-z-]*"
_PART = re.compile(
    rf"(?:(?:and|the|{_COMPASS}|parts?|portions?|areas?|neighbou?rhoods?|districts?|suburbs?|outskirts|countryside|most|"
    r"much|half|side|swaths?|pockets?|(?<= )of)\s+)+(?=[^\W\d_])",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?<=\w)\s+(?:city|town|village)$", re.IGNORECASE)
Spots = Mapping[str, Spot]
"""The spot that each key stands for."""


def spot_of(place: Place) -> Spot:
    """A place by itself. A part of a town that has no entry of its own is the town: "eastern Kara" is Kara."""
    name = bare_name(place)
    where = "|".join((fold(name), fold(place.admin1 or ""), place.country or ""))
    return Spot(
        key=f"geonames:{place.geonameid}" if place.geonameid is not None else where,
        name=name,
        country=place.country,
        admin1=place.admin1,
        admin2=place.admin2,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid,
        precision="country" if place.geonameid is None and _is_nation(name) else place.precision,
    )


def bare_name(place: Place) -> str:
    """The name without words for a part of it, where only the larger place is known to the gazetteer, or neither."""
    if place.geonameid is not None and place.precision != "area":
        return place.name
    found = _PART.match(place.name)
    return _NOUN.sub("", place.name[found.end() :] if found else place.name)


def _is_nation(name: str) -> bool:
    """Whether it names a nation, if only in the possessive of text without apostrophes."""
    return (nations().by_name(name) or nations().by_name(name.removesuffix("s"))) is not None


def is_part(place: Place) -> bool:
    """Whether its name says that it is only a part: "parts of Kara", "eastern Kara"."""
    return bare_name(place) != _NOUN.sub("", place.name)


def gathered(places: Iterable[Place]) -> Spots:
    """The one spot for every key among these places, in whatever order they come.

    A name that the gazetteer does not know, or that lacks its province, is that of the one place that it sounds like in
    the same country. The name shown is the one used most.
    """
    by_key: dict[str, list[Spot]] = defaultdict(list)
    for spot in map(spot_of, places):
        by_key[spot.key].append(spot)
    shown = {key: _shown(spots) for key, spots in by_key.items()}
    by_sound: dict[str, list[Spot]] = defaultdict(list)
    for spot in shown.values():
        by_sound[skeleton(fold(spot.name))].append(spot)
    return {key: _meant(spot, by_sound) for key, spot in shown.items()}


def where(event: Event, spots: Spots) -> tuple[Spot, ...]:
    """The places of one event, each once."""
    return tuple({spot.key: spot for place in event.places if (spot := spots.get(spot_of(place).key))}.values())


def where_of(incident: Incident, spots: Spots, roles: Sequence[str] = ("site", "from", "to")) -> tuple[Spot, ...]:
    """The towns and spots that those name who tell it, else the larger places that they name; by name, each once."""
    told = [t.event for t in incident.tellings if not t.denies] or [t.event for t in incident.tellings]
    places = [place for event in told for place in event.places if place.role in roles]
    sharp = [place for place in places if place.precision in _SHARP] or places
    found = {spot.key: spot for place in sharp if (spot := spots.get(spot_of(place).key))}
    return tuple(sorted(found.values(), key=lambda spot: (spot.name, spot.key)))


def lies_in(spot: Spot, name: str) -> bool:
    """Whether it is called so, or lies in the district, province or country (by its code) of this name."""
    wanted = fold(name)
    names = {fold(one) for one in (spot.name, spot.admin1, spot.admin2) if one}
    return wanted in names or spot.country == name.upper() or _sound_alike(fold(spot.name), wanted)


def places_of(events: Iterable[Event]) -> Iterator[Place]:
    """All places of events."""
    return (place for event in events for place in event.places)


def _shown(spots: Sequence[Spot]) -> Spot:
    names = Counter(spot.name for spot in spots)
    sharpest = min(spots, key=lambda spot: (spot.precision == "area", -names[spot.name], spot.name, repr(spot)))
    name = min(names, key=lambda name: (-names[name], name))
    called = [spot for spot in sorted(spots, key=repr) if (spot.name, spot.precision) == (name, sharpest.precision)]
    return called[0] if called else sharpest


def _meant(spot: Spot, by_sound: Mapping[str, Sequence[Spot]]) -> Spot:
    """The spot itself where it is known well enough, else the only better-known one that it may be."""
    if spot.geonameid is not None:
        return spot
    others = [other for other in by_sound[skeleton(fold(spot.name))] if other.key != spot.key]
    known = [other for other in others if _knows_better(other, spot) and _may_be_one(spot, other)]
    best = [other for other in known if other.geonameid is not None] or known
    return best[0] if len(best) == 1 else spot


def _knows_better(other: Spot, spot: Spot) -> bool:
    return other.geonameid is not None or (other.admin1 is not None and spot.admin1 is None)


def _may_be_one(spot: Spot, other: Spot) -> bool:
    if spot.precision not in _SHARP | {"district", "area"} or other.precision in ("country", "province"):
        return False
    province = spot.admin1 in (None, other.admin1)
    return province and spot.country in (None, other.country) and _sound_alike(fold(spot.name), fold(other.name))


def _sound_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    key = skeleton(one)
    return len(key) >= _LEAST_SOUNDS and key == skeleton(other) and likeness(one, other) >= _ALIKE
