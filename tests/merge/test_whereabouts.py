"""Where and when by all tellings together: the tightest that most support, and what conflicts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import BIRAK, FRIDAY, MONDAY, TAMRA, TUESDAY, WEDNESDAY, a_denier, a_source, a_town, an_event, on, told

from dateline.merge.whereabouts import when, where
from dateline.model.event import Days, Place
from dateline.model.incident import Telling
from dateline.model.standing import When, Where
from dateline.reckoning.inside import lies_in, may_lie_in

NORTH = a_town("North", precision="province", lat=None, lon=None)
SOUTH = a_town("South", precision="province", lat=None, lon=None, admin1="South")
SUDAN = a_town("Sudan", precision="country", lat=None, lon=None, admin1=None)
UNKNOWN = a_town("Suq", lat=None, lon=None, admin1=None)


def dated(*days: Days | None) -> list[Telling]:
    """One telling for each, by a speaker and page of its own."""
    return [told(f"p{n}", an_event(f"e{n}", a_source(f"speaker {n}"), date=one)) for n, one in enumerate(days)]


def placed(*places: tuple[Place, ...]) -> list[Telling]:
    return [told(f"p{n}", an_event(f"e{n}", a_source(f"speaker {n}"), places=one)) for n, one in enumerate(places)]


def the_days(*days: Days | None) -> When:
    found = when(dated(*days))
    assert found is not None
    return found


def the_places(*places: tuple[Place, ...]) -> Where:
    found = where(placed(*places))
    assert found is not None
    return found


# ---- when ---------------------------------------------------------------------------------------
def test_a_day_within_a_week_that_another_tells_is_the_day() -> None:
    found = the_days(on(MONDAY, FRIDAY, precision="week"), on(TUESDAY))
    assert (found.start, found.end, found.conflicting) == (TUESDAY, TUESDAY, ())


def test_most_sources_are_followed_and_the_other_is_shown() -> None:
    found = the_days(on(MONDAY), on(MONDAY), on(FRIDAY))
    assert (found.start, found.end) == (MONDAY, MONDAY)
    assert [(one.start, one.voices[0].speaker) for one in found.conflicting] == [(FRIDAY, "speaker 2")]


def test_where_as_many_say_one_as_the_other_both_are_shown_as_conflicting() -> None:
    found = the_days(on(MONDAY), on(WEDNESDAY))
    assert (found.start, found.end) == (MONDAY, WEDNESDAY)
    assert [one.start for one in found.conflicting] == [MONDAY, WEDNESDAY]


def test_a_speaker_who_says_it_twice_counts_once() -> None:
    tellings = [
        told(page, an_event(page, a_source(who), date=on(day)))
        for page, who, day in (
            ("a", "mayor", MONDAY),
            ("b", "mayor", MONDAY),
            ("c", "army", FRIDAY),
            ("d", "x", FRIDAY),
        )
    ]
    found = when(tellings)
    assert found is not None
    assert found.start == FRIDAY


def test_the_day_of_a_report_gives_way_to_a_day_that_words_tell() -> None:
    found = the_days(on(WEDNESDAY, precision="report"), on(MONDAY))
    assert (found.start, found.told, found.conflicting) == (MONDAY, True, ())
    assert the_days(on(WEDNESDAY, precision="report")).told is False


def test_no_day_at_all_is_none() -> None:
    assert when(dated(None)) is None


stretches = st.tuples(st.integers(1, 20), st.integers(0, 6)).map(
    lambda pair: on(date(2024, 5, pair[0]), date(2024, 5, pair[0] + pair[1]), precision="span")
)


@given(st.lists(stretches, min_size=1, max_size=6), st.randoms())
def test_the_days_are_the_same_in_any_order_and_every_telling_supports_or_conflicts(
    days: list[Days], chance: object
) -> None:
    tellings = dated(*days)
    found = when(tellings)
    assert found is not None
    assert len(found.supporting) + len(found.conflicting) == len(days)
    chance.shuffle(tellings)  # type: ignore[attr-defined]
    again = when(tellings)
    assert again is not None
    assert (again.start, again.end) == (found.start, found.end)


# ---- where --------------------------------------------------------------------------------------
def test_a_town_is_the_place_and_its_province_supports_it() -> None:
    found = the_places((TAMRA,), (NORTH,))
    assert [place.name for place in found.places] == ["Tamra"]
    assert len(found.supporting) == 2


def test_a_province_that_is_not_the_towns_conflicts() -> None:
    found = the_places((TAMRA,), (SOUTH,))
    assert [one.places[0].name for one in found.conflicting] == ["South"]


def test_a_town_that_more_sources_name_is_the_place_and_the_other_is_shown() -> None:
    found = the_places((TAMRA,), (BIRAK,), (TAMRA,))
    assert [place.name for place in found.places] == ["Tamra"]
    assert [(one.places[0].name, one.voices[0].speaker) for one in found.conflicting] == [("Birak", "speaker 1")]


def test_where_as_many_name_one_town_as_another_both_stand_and_conflict() -> None:
    found = the_places((TAMRA,), (BIRAK,))
    assert [place.name for place in found.places] == ["Tamra", "Birak"]
    assert len(found.conflicting) == 2


def test_two_towns_of_one_telling_do_not_conflict_with_one_of_them() -> None:
    found = the_places((TAMRA, BIRAK), (TAMRA,))
    assert [place.name for place in found.places] == ["Tamra", "Birak"]
    assert found.conflicting == ()


def test_a_denial_says_nothing_of_the_place_where_somebody_tells_it() -> None:
    denial = told("z", an_event("z", a_denier("army"), places=(BIRAK,)))
    found = where([*placed((TAMRA,)), denial])
    assert found is not None
    assert ([place.name for place in found.places], found.conflicting) == (["Tamra"], ())


def test_no_place_at_all_is_none() -> None:
    assert where(placed(())) is None


@pytest.mark.parametrize(
    ("inner", "outer", "inside"),
    [
        (TAMRA, TAMRA, True),
        (TAMRA, NORTH, True),
        (TAMRA, SUDAN, True),
        (TAMRA, SOUTH, False),
        (TAMRA, BIRAK, False),
        (NORTH, TAMRA, False),
        (SUDAN, NORTH, False),
        (UNKNOWN, NORTH, False),
    ],
)
def test_which_places_lie_in_which(inner: Place, outer: Place, inside: bool) -> None:
    assert lies_in(inner, outer) == inside


def test_a_district_and_an_area_take_in_what_lies_in_them() -> None:
    district = a_town("Tamra district", precision="district", admin2="Tamra", lat=None, lon=None)
    area = a_town("south of Tamra", precision="area", radius_km=20.0)
    assert lies_in(a_town("Suq", admin2="Tamra"), district)
    assert not lies_in(a_town("Suq", admin2="Birak"), district)
    assert lies_in(a_town("Suq", lat=13.1), area)
    assert not lies_in(a_town("Suq", lat=14.0), area)


def test_a_town_of_which_only_the_country_is_known_may_lie_in_a_province() -> None:
    assert may_lie_in(UNKNOWN, NORTH)
    assert not may_lie_in(TAMRA, SOUTH)
    assert not may_lie_in(a_town("Suq", country="KE", lat=None, lon=None, admin1=None), NORTH)
