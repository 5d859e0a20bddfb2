"""Places named, places known: where each lies, how sharply the words say so, and why this one of its namesakes."""

import math
from collections.abc import Sequence
from typing import Final

from dateline.knowledge.gazetteer import Candidate, Gazetteer
from dateline.model.claim import PlaceMention
from dateline.model.event import Place, Precision
from dateline.model.text import Span
from dateline.resolve.place_asked import Asked, asked, names_a_line
from dateline.resolve.place_between import between
from dateline.resolve.place_choice import choose, why_not
from dateline.resolve.place_context import PlaceContext, bare_name, place_context

__all__ = ["PlaceContext", "locate", "place_context", "resolve_places"]

_PRECISION: dict[str, Precision] = {
    "city": "town",
    "admin2": "district",
    "admin3": "district",
    "spot": "exact",
    "admin1": "province",
    "country": "country",
    "region": "area",
}
_PRECISION_OF_NOUN: dict[str, Precision] = {
    "settlement": "town",
    "quarter": "town",
    "division": "district",
    "province": "province",
    "facility": "exact",
    "nature": "area",
}
_DEGREES = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135,
    "south": 180, "southwest": 225, "west": 270, "northwest": 315,
}  # fmt: skip
_KM_A_DEGREE = 111.2
_BUILDINGS = frozenset(
    "mosque church synagogue cathedral temple hospital clinic school university college academy hotel stadium embassy "
    "consulate ministry parliament palace mall theatre theater courthouse museum station".split()
)
_SHARED_NOUNS: Final = {
    **dict.fromkeys("neighborhoods neighbourhoods quarters suburbs districts".split(), "quarter"),
    **dict.fromkeys("provinces regions governorates oblasts states prefectures".split(), "province"),
}
_SMALL_REGION_KM, _SPOT_KM = 30, 2.0
_ONE_CITY = 0.9
_RURAL = frozenset({"rural", "countryside", "outskirts", "outskirt"})
_GREAT_CITY, _GREAT_CITY_KM = 1_000_000, 25.0
_NEAR_KM, _OUTSKIRTS_KM = 15.0, 10.0


def resolve_places(mentions: Sequence[PlaceMention], context: PlaceContext) -> tuple[Place, ...]:
    """The places of one event. One that cannot be told from its namesakes keeps its name and country."""
    shared, ends = _shared_noun(mentions), _ends_of_lines(mentions)
    return between(mentions, [_resolve(asked(m, context, shared, line=m.words in ends)) for m in mentions])


def locate(mention: PlaceMention, context: PlaceContext) -> Candidate | None:
    """The place that a mention names, however wide: its centre is not where the event was, only what a map can show."""
    chosen = choose(asked(mention, context))
    return chosen[0] if chosen else None


def _shared_noun(mentions: Sequence[PlaceMention]) -> str | None:
    """The class of a noun that stands for all of a list: "the neighbourhoods of A and B", "A and B provinces"."""
    words = (word.lower() for mention in mentions for word in mention.words.text.split())
    shared = next((_SHARED_NOUNS[word] for word in words if word in _SHARED_NOUNS), None)
    return shared if len(mentions) > 1 else None


def _ends_of_lines(mentions: Sequence[PlaceMention]) -> list[Span]:
    """The words of places that a hyphen joins to the name of a road: of "the Nestor-Tarva highway" Nestor."""
    starts = {mention.words.start for mention in mentions if names_a_line(mention)}
    return [m.words for m in mentions if m.words.text.endswith(("-", "–")) and m.words.end in starts]


def _resolve(here: Asked) -> Place:
    chosen, mention = choose(here), here.mention
    if chosen is None:
        return _in_town(here) or _unresolved(here)
    place, reason = chosen
    precision = _precision(place, here)
    lat, lon, radius = _point(place, here, precision)
    return Place(
        name=mention.name,
        words=mention.words,
        role=mention.role,
        precision=precision,
        country=place.country,
        admin1=place.admin1_name,
        admin2=place.admin2_name,
        lat=lat,
        lon=lon,
        geonameid=place.geonameid,
        radius_km=radius,
        reason=reason,
    )


def _in_town(here: Asked) -> Place | None:
    """A quarter, street or building that no gazetteer has: the point of its town, as wide as the town."""
    town = _town_around(here)
    if town is None or town.point is None:
        return None
    return Place(
        name=here.mention.name,
        words=here.mention.words,
        role=here.mention.role,
        precision="area",
        country=town.country,
        admin1=town.admin1_name,
        admin2=town.admin2_name,
        lat=town.point[0],
        lon=town.point[1],
        radius_km=max(_OUTSKIRTS_KM, _reach(town)),
        reason=f"it lies in {town.name}",
    )


def _town_around(here: Asked) -> Candidate | None:
    """The town said beside it; of a building in a report that names one large town only, that one."""
    nearest = here.mention.within[0] if here.mention.within else None
    around = [h for h in here.holders if nearest is None or h in here.context.gazetteer.candidates(bare_name(nearest))]
    around = [h for h in around if h.country in here.context.countries]
    at_home = [h for h in around if h.country == here.context.country]
    around = at_home or around
    towns, wider = [h for h in around if h.kind == "city"], {h.kind for h in around} - {"city", "admin2"}
    if towns and (not wider or (wider == {"admin1"} and here.noun in ("quarter", "facility"))):
        return towns[0]
    large = {town for _, town in here.context.towns}
    building = not _BUILDINGS.isdisjoint(here.mention.words.text.lower().split())
    return next(iter(large)) if building and not here.holders and len(large) == 1 else None


def _unresolved(here: Asked) -> Place:
    """The name with the country and province of what holds it, or of the report; no coordinates."""
    weights = here.context.countries
    holder = max(here.holders, key=lambda h: weights.get(h.country or "", 0.0), default=None)
    mention, around, unknown = here.mention, holder or here.context.only_province, why_not(here)
    return Place(
        name=mention.name,
        words=mention.words,
        role=mention.role,
        precision="area" if mention.part or here.line else _PRECISION_OF_NOUN.get(here.noun or "settlement", "town"),
        country=holder.country if holder else here.context.evident_country,
        admin1=around.admin1_name if around else None,
        reason=unknown if holder or around is None else f"{unknown}; all its other places lie in {around.name}",
    )


def _precision(place: Candidate, here: Asked) -> Precision:
    if here.mention.part is not None or here.mention.relation is not None or _is_along(place, here):
        return "area"
    if here.noun == "division" and place.kind == "city":
        return "district"
    if _is_spot_in(place, here) or (place.kind == "spot" and (place.radius_km or math.inf) > _SPOT_KM):
        return "area"
    return _PRECISION[place.kind]


def _point(place: Candidate, here: Asked, precision: Precision) -> tuple[float | None, float | None, float | None]:
    """Latitude, longitude and radius in km: only of towns and spots, or at a stated distance from one; else nothing."""
    nowhere = None, None, None
    if place.point is not None and _is_side_of_great_city(place, here):
        return (*place.point, _GREAT_CITY_KM)
    if place.point is None or (here.mention.part is not None and not _is_side_of_town(place, here)):
        return nowhere
    if _is_along(place, here):
        return nowhere
    if _is_spot_in(place, here):
        return (*place.point, _NEAR_KM)
    if place.kind in ("region", "spot"):
        small = place.radius_km is not None and place.radius_km <= _SMALL_REGION_KM
        return (*place.point, place.radius_km) if small else nowhere
    if place.kind == "country":
        return _city_state(place, here.context.gazetteer)
    if place.kind != "city":
        return nowhere
    if here.mention.relation == "direction":
        return _moved(place.point, here.mention)
    if precision == "area":
        return (*place.point, _NEAR_KM if here.mention.relation == "near" else max(_OUTSKIRTS_KM, _reach(place)))
    return (*place.point, 20.0 if precision == "district" else _reach(place))


def _city_state(country: Candidate, gazetteer: Gazetteer) -> tuple[float | None, float | None, float | None]:
    """The point of a country that is one city: nine in ten of its people live there."""
    seat = gazetteer.capital(country.country or "")
    if seat is None or seat.point is None or seat.population < _ONE_CITY * country.population:
        return None, None, None
    return (*seat.point, _reach(seat))


def _is_side_of_town(place: Candidate, here: Asked) -> bool:
    """Whether the words say that a side of the town itself is meant: "southern parts of the city"."""
    return place.kind == "city" and here.noun == "settlement"


def _is_side_of_great_city(place: Candidate, here: Asked) -> bool:
    """ "Eastern Nestor", where a million live in Nestor: in or near the city; else its province is meant."""
    great = place.kind == "city" and place.population >= _GREAT_CITY
    side = (here.mention.part or "").lower().removesuffix("ern") in _DEGREES
    rural = not _RURAL.isdisjoint(here.mention.words.text.lower().split())
    return great and side and not rural and here.noun in (None, "quarter")


def _is_along(place: Candidate, here: Asked) -> bool:
    """Whether the words mean a road, river or border that only has the town's name: it may be anywhere along it."""
    return here.line and here.mention.distance_km is None and place.kind == "city"


def _is_spot_in(place: Candidate, here: Asked) -> bool:
    """Whether the words mean a spot named after the town: "Jarrah airbase"."""
    return here.noun in ("facility", "nature") and place.kind == "city"


def _moved(start: tuple[float, float], mention: PlaceMention) -> tuple[float | None, float | None, float | None]:
    """The point at a stated distance and bearing; all within the distance where no bearing is said."""
    if mention.distance_km is None:
        return None, None, None
    degrees = _DEGREES.get((mention.bearing or "").lower().removesuffix("ern").replace("-", ""))
    if degrees is None:
        return (*start, mention.distance_km)
    angle = math.radians(degrees)
    lat = start[0] + mention.distance_km * math.cos(angle) / _KM_A_DEGREE
    lon = start[1] + mention.distance_km * math.sin(angle) / (_KM_A_DEGREE * math.cos(math.radians(start[0])))
    return round(lat, 4), round(lon, 4), max(5.0, 0.4 * mention.distance_km)


def _reach(place: Candidate) -> float:
    """How far a town of its size reaches, in km."""
    return 15.0 if place.population >= 1_000_000 else 8.0 if place.population >= 100_000 else 3.0
