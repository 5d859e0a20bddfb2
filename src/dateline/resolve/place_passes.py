"""Which of its namesakes a place is: a table of small tests with weights; the one that decided is the reason shown."""

import math
from collections.abc import Callable, Sequence

from dateline.knowledge.area_words import without_area_words
from dateline.knowledge.folding import fold, likeness
from dateline.knowledge.gazetteer import Candidate
from dateline.knowledge.gazetteer_rows import kilometres
from dateline.knowledge.place_words import place_words
from dateline.resolve.place_asked import Asked
from dateline.resolve.place_context import base_name

_NEAR_KM, _REGION_KM = 120, 300
_KNOWN_ABROAD, _GREAT = 150_000, 1_000_000
ENOUGH, _TOO_CLOSE = 2.0, 0.4
_ONE_AREA_KM = 40
_A_SEAT, _KNOWN_IN_A_COUNTRY_SAID = 20_000, 100_000
_SPOT_WORDS = frozenset(
    "international military air refugee border train railway police power nuclear thermal gas oil processing pumping "
    "chemical cement central national general university".split()
)


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
    seats = (c for c in namesakes if c.admin1 == place.admin1 and c.population >= _A_SEAT)
    return not any(seats) and not any(c.feature == "capital" for c in namesakes)


def is_a_town(place: Candidate, here: Asked) -> bool:
    """it is a town, as names without more mostly are"""
    return here.noun is None and place.kind == "city"


def is_a_capital(place: Candidate, here: Asked) -> bool:
    """it is a capital"""
    return place.feature == "capital"


def is_mainly_called_so(place: Candidate, here: Asked) -> bool:
    """it is mainly called so, or its province that is called after it"""
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

_SECOND_LEVEL = frozenset("province provinces prefecture territory governorate".split())

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


def choose(here: Asked) -> tuple[Candidate, str] | None:
    """The place that the name most likely means, and why; None where every namesake is in doubt."""
    possible = [c for c in _namesakes(here) if is_possible(c, here)]
    exact = _no_towns(here, [c for c in possible if c.exact])
    ranked = sorted(exact or possible, key=lambda c: _score(c, here), reverse=True)
    if not ranked or _score(ranked[0], here) < ENOUGH or _is_open(ranked, here):
        return None
    return ranked[0], _reason(ranked, here)


def _no_towns(here: Asked, exact: list[Candidate]) -> list[Candidate]:
    """Of "Rostov region" the region, where one is called so: not the town that it is called after.

    Some countries' provinces lie within larger areas of the first level, as those of the Philippines do; "the Cotabato
    region" is rather the land around the town.
    """
    if here.noun != "province":
        return exact
    wider = [c for c in exact if c.kind in ("admin1", "country", "region")]
    second = not _SECOND_LEVEL.isdisjoint(here.mention.words.text.lower().split())
    return wider or [c for c in exact if second and c.kind == "admin2"] or exact


def why_not(here: Asked) -> str:
    """Why no place is chosen, in words for the user."""
    namesakes = _namesakes(here)
    possible = [c for c in namesakes if is_possible(c, here)]
    if possible:
        return "several places of this name are as likely"
    if any(c.exact for c in namesakes):
        return "places of this name are known only elsewhere than the report is about"
    return "no place of this name is known" + ("; what sounds so lies elsewhere" if namesakes else "")


def _namesakes(here: Asked) -> list[Candidate]:
    """All that the name may mean; of a spot also what it is called after ("Homs airport") in the report's country."""
    full, *bare = _names(here)
    after = [c for name in bare for c in here.context.gazetteer.candidates(name)]
    near = [c for c in after if _may_lend_its_name(c, here)]
    return [*here.context.gazetteer.candidates(full), *near]


def _may_lend_its_name(place: Candidate, here: Asked) -> bool:
    """Whether a spot may be called after it; one whose name only sounds so must lie in what is said beside the spot."""
    if not place.exact:
        return lies_in_what_is_said_beside_it(place, here)
    return _is_in_a_country_said(place, here) or is_a_great_city(place, here)


def _names(here: Asked) -> list[str]:
    """The name, and of a spot the name without the words for what it is."""
    name = base_name(here.mention)
    words = name.split()
    while len(words) > 1 and here.noun == "facility" and words[-1].lower() in _SPOT_WORDS | place_words().facility:
        words.pop()
    bare = " ".join(words)
    return [name] if bare == name else [name, bare]


def _is_open(ranked: Sequence[Candidate], here: Asked) -> bool:
    """Whether a namesake elsewhere is as likely."""
    first = ranked[0]
    rivals = [c for c in ranked[1:] if c.kind == first.kind and _score(first, here) - _score(c, here) < _TOO_CLOSE]
    apart = (kilometres(first.point, c.point) > _ONE_AREA_KM for c in rivals if first.point and c.point)
    return first.kind in ("city", "admin2", "admin3", "spot") and any(apart)


def is_possible(place: Candidate, here: Asked) -> bool:
    """Whether a namesake can be meant at all: one that only sounds alike must lie where the report is."""
    if place.kind == "city" and here.holders and not _is_in_a_country_said(place, here):
        return False
    if here.holders and here.noun == "quarter" and place.kind == "city":
        return lies_near_what_is_said_beside_it(place, here) and _is_within_town(place, here)
    home = is_in_a_country_of_the_report(place, here)
    if not place.exact:
        local = lies_in_what_is_said_beside_it(place, here) or is_near_the_reports_other_places(place, here)
        return home and _sounds_like(place, here) and (local or _is_the_seat_named(place, here))
    if home and (place.country == here.context.country or _is_bare_town(place, here)):
        return True
    if place.kind == "admin1":
        return here.noun == "province" or lies_in_what_is_said_beside_it(place, here)
    unsaid = here.noun in ("facility", "quarter") and here.context.countries and not home
    if unsaid and not is_a_great_city(place, here):
        return lies_in_what_is_said_beside_it(place, here)
    large = place.kind in ("country", "region") or place.population >= _KNOWN_ABROAD
    near = is_near_the_reports_other_places(place, here) or lies_in_what_is_said_beside_it(place, here)
    return large or near or not here.context.countries


def _is_in_a_country_said(place: Candidate, here: Asked) -> bool:
    return place.country == here.context.country or any(place.country == h.country for h in here.holders)


def _is_bare_town(place: Candidate, here: Asked) -> bool:
    """Whether it is a town by the very name that is said, and not only a spot's namesake."""
    return place.kind == "city" and here.noun in (None, "settlement")


def _is_within_town(place: Candidate, here: Asked) -> bool:
    towns = [h.point for h in here.holders if h.point and h.kind == "city"]
    return place.point is not None and (not towns or any(kilometres(place.point, p) <= 20 for p in towns))


def _is_the_seat_named(place: Candidate, here: Asked) -> bool:
    """Whether the name is only another spelling of a well-known place of the report's country, or of one it names."""
    alike = likeness(fold(base_name(here.mention)), fold(place.name))
    least = _A_SEAT if place.country == here.context.country else _KNOWN_IN_A_COUNTRY_SAID
    return place.country in here.context.countries and place.population >= least and alike >= 0.85


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


def _score(place: Candidate, here: Asked) -> float:
    peopled = 0.6 * math.log10(1 + place.population)
    sound = 0.0 if place.exact else likeness(fold(base_name(here.mention)), fold(place.name))
    return sum(weight for weight, holds in PASSES if holds(place, here)) + peopled + sound


def _reason(ranked: Sequence[Candidate], here: Asked) -> str:
    """The docstring of the heaviest test that told the winner from the next, or that it passed if it is alone."""
    first, rest = ranked[0], ranked[1:2]
    telling = [t for w, t in PASSES if w > 0 and t(first, here) and not any(t(other, here) for other in rest)]
    passed = telling or [t for w, t in PASSES if w > 0 and t(first, here)]
    return (passed[0].__doc__ or "").strip() if passed else "it is the most peopled place of this name"


def _sounds_like(place: Candidate, here: Asked) -> bool:
    return any(likeness(fold(name), fold(place.name)) >= 0.8 for name in _names(here))
