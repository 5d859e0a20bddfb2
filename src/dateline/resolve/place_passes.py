"""What speaks for one of a place's namesakes: a table of small tests with weights, each a reason in words."""

from collections.abc import Callable

from dateline.knowledge.area_words import without_area_words
from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer import Candidate
from dateline.knowledge.gazetteer_rows import kilometres
from dateline.resolve.place_asked import Asked
from dateline.resolve.place_context import base_name

_NEAR_KM, _REGION_KM = 120, 300
_GREAT = 1_000_000
A_SEAT = 20_000
"""People of a town that a province may be named after."""


def lies_in_what_is_said_beside_it(place: Candidate, here: Asked) -> bool:
    """it lies in the larger place said beside it"""
    return any(_holds(holder, place) for holder in here.holders)


def lies_near_what_is_said_beside_it(place: Candidate, here: Asked) -> bool:
    """it lies near the place said beside it"""
    points = [h.point for h in here.holders if h.point and h.kind in ("city", "admin2")]
    return place.point is not None and any(kilometres(place.point, p) <= _NEAR_KM for p in points)


def is_in_the_reports_country(place: Candidate, here: Asked) -> bool:
    """it lies in the country that the report is about"""
    return place.country is not None and place.country == here.context.country


def is_in_a_country_of_the_report(place: Candidate, here: Asked) -> bool:
    """it lies in a country that the report names"""
    return place.country in here.context.countries


def is_near_the_reports_other_places(place: Candidate, here: Asked) -> bool:
    """it lies near the report's other places"""
    return place.kind != "admin1" and here.context.near(place.point, _NEAR_KM)


def is_in_the_part_of_the_reports_other_places(place: Candidate, here: Asked) -> bool:
    """it lies in the same part of the country as the report's other places"""
    return place.kind != "admin1" and here.context.near(place.point, _REGION_KM)


def is_in_a_province_of_the_report(place: Candidate, here: Asked) -> bool:
    """it lies in a province that the report names"""
    return place.kind != "admin1" and place.admin1 in here.context.admin1


def has_exactly_this_name(place: Candidate, here: Asked) -> bool:
    """it has exactly this name"""
    return place.exact


def is_of_the_kind_said(place: Candidate, here: Asked) -> bool:
    """it is of the kind that the words say"""
    return here.noun in _NOUNS_FOR[place.kind] if here.noun else False


def is_of_another_kind(place: Candidate, here: Asked) -> bool:
    """it is of another kind than the words say"""
    return here.noun is not None and here.noun not in _NOUNS_FOR[place.kind]


def is_the_projects_own(place: Candidate, here: Asked) -> bool:
    """it is on the project's own list of places"""
    return place.own


def is_a_country_or_region(place: Candidate, here: Asked) -> bool:
    """it is a country or a large region of this name"""
    return here.noun is None and place.kind in ("country", "region") and place.exact


def is_a_province_without_a_town_of_its_name(place: Candidate, here: Asked) -> bool:
    """it is a province of this name, in which no large town is called so, nor any capital elsewhere"""
    if place.kind != "admin1" or not place.exact or here.noun is not None:
        return False
    namesakes = [c for c in here.context.gazetteer.candidates(base_name(here.mention)) if c.exact and c.kind == "city"]
    seats = (c for c in namesakes if c.admin1 == place.admin1 and c.population >= A_SEAT)
    return not any(seats) and not any(c.feature == "capital" for c in namesakes)


def is_a_town(place: Candidate, here: Asked) -> bool:
    """it is a town, as names without more mostly are"""
    return here.noun is None and place.kind == "city"


def is_a_capital(place: Candidate, here: Asked) -> bool:
    """it is a capital"""
    return place.feature == "capital"


def is_mainly_called_so(place: Candidate, here: Asked) -> bool:
    """it is mainly called so, or its province is called after it"""
    said = fold(base_name(here.mention))
    after_it = place.exact and place.kind == "city" and place.admin1_name is not None
    return said == fold(place.name) or (after_it and said == fold(without_area_words(place.admin1_name or "")))


def is_a_great_city(place: Candidate, here: Asked) -> bool:
    """it is a city of a million"""
    return place.kind == "city" and place.exact and place.population >= _GREAT


_NOUNS_FOR = {
    "city": frozenset({"settlement", "quarter"}),
    "admin2": frozenset({"division"}),
    "admin3": frozenset({"division"}),
    "admin1": frozenset({"province"}),
    "country": frozenset({"province"}),
    "region": frozenset({"nature", "facility", "province"}),
    "spot": frozenset({"nature", "facility", "quarter"}),
}

Test = Callable[[Candidate, Asked], bool]

PASSES: tuple[tuple[float, Test], ...] = (
    (7.0, lies_in_what_is_said_beside_it),
    (2.0, lies_near_what_is_said_beside_it),
    (2.5, is_in_the_reports_country),
    (1.0, is_in_a_country_of_the_report),
    (1.5, is_near_the_reports_other_places),
    (0.5, is_in_the_part_of_the_reports_other_places),
    (0.7, is_in_a_province_of_the_report),
    (2.0, has_exactly_this_name),
    (2.0, is_of_the_kind_said),
    (-1.5, is_of_another_kind),
    (4.0, is_the_projects_own),
    (5.0, is_a_country_or_region),
    (2.5, is_a_province_without_a_town_of_its_name),
    (0.8, is_a_town),
    (0.5, is_a_capital),
    (2.0, is_a_great_city),
    (2.0, is_mainly_called_so),
)


def _holds(holder: Candidate, place: Candidate) -> bool:
    if holder.key == place.key:
        return False
    if holder.kind == "country":
        return holder.country == place.country
    if holder.kind == "admin1":
        return holder.admin1 == place.admin1 and place.kind != "admin1"
    if holder.kind == "admin2":
        return holder.admin2 == place.admin2
    reach = holder.radius_km or 25.0
    return bool(holder.point and place.point and kilometres(holder.point, place.point) <= reach)
