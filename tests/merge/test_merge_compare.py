"""What makes two tellings one happening, and what keeps them apart."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import (
    BIRAK,
    FRIDAY,
    MONDAY,
    TAMRA,
    TUESDAY,
    a_count,
    a_denier,
    a_source,
    a_town,
    an_agent,
    an_event,
    on,
    told,
)

from dateline.knowledge.types import TYPES
from dateline.merge.compare import EXCLUSIONS, SAME, TESTS, apart, likeness
from dateline.model.event import Event
from dateline.model.incident import Telling

EVERY_TYPE = st.sampled_from(sorted(TYPES))


def are_one(one: Telling, other: Telling) -> bool:
    return apart(one, other) is None and likeness(one, other).points >= SAME


def one_of(first: Event, second: Event) -> bool:
    """Whether two pages tell one happening."""
    return are_one(told("a", first), told("b", second))


def test_one_type_day_and_town_are_one_happening() -> None:
    assert one_of(an_event("1"), an_event("2"))


def test_the_reasons_are_what_the_tests_say_of_themselves() -> None:
    link = likeness(told("a", an_event("1")), told("b", an_event("2")))
    assert link.reasons == ("they are of one type", "they are put on one day", "they name one town")
    assert link.points == sum(weight for weight, test in TESTS if test.__doc__ in link.reasons)


@pytest.mark.parametrize("test", [*EXCLUSIONS, *(test for _, test in TESTS)], ids=lambda test: test.__name__)
def test_every_test_says_its_reason_in_words_for_the_user(test: object) -> None:
    assert test.__doc__
    assert test.__doc__[0].islower()
    assert not test.__doc__.endswith(".")


def test_two_towns_are_two_happenings() -> None:
    assert not one_of(an_event("1"), an_event("2", places=(BIRAK,)))


def test_a_country_in_common_is_no_place_in_common() -> None:
    country = a_town("Sudan", precision="country", admin1=None, geonameid=5, lat=None, lon=None)
    assert not one_of(an_event("1", places=(country,)), an_event("2", places=(country,)))


def test_a_province_in_common_is_not_enough() -> None:
    province = a_town("North", precision="province", geonameid=6, lat=None, lon=None)
    assert not one_of(an_event("1", places=(province,)), an_event("2", places=(province,)))


def test_a_town_and_its_province_are_one_place_if_the_figure_is_one() -> None:
    province = a_town("North", precision="province", lat=None, lon=None)
    fourteen = (a_count(14, 14),)
    assert one_of(an_event("1", counts=fourteen), an_event("2", counts=fourteen, places=(province,)))
    assert not one_of(an_event("1"), an_event("2", places=(province,)))


def test_what_is_left_is_not_what_is_reached() -> None:
    there, away = a_town("Tamra", role="to"), a_town("Tamra", role="from")
    assert not one_of(
        an_event("1", type="deployment", places=(there,)), an_event("2", type="deployment", places=(away,))
    )


def test_days_apart_are_two_happenings_whatever_else_agrees() -> None:
    fourteen, rebels = (a_count(14, 14),), (an_agent("Tamra Front", "front"),)
    monday = an_event("1", counts=fourteen, agents=rebels)
    assert not one_of(monday, an_event("2", counts=fourteen, agents=rebels, date=on(FRIDAY)))


def test_news_without_a_day_may_be_of_the_day_before_its_report() -> None:
    report_day = on(TUESDAY, precision="report")
    assert one_of(an_event("1", type="capture"), an_event("2", type="capture", date=report_day))
    assert not one_of(an_event("1", type="capture"), an_event("2", type="capture", date=on(TUESDAY)))


def test_shelling_goes_on_from_day_to_day_and_is_not_one_for_that() -> None:
    assert not one_of(an_event("1"), an_event("2", date=on(TUESDAY, precision="report")))


def test_what_is_put_in_a_month_needs_more_than_the_town() -> None:
    month = on(date(2024, 5, 1), date(2024, 5, 31), precision="month")
    front = (an_agent("Tamra Front", "front"),)
    assert not one_of(an_event("1", type="withdrawal", agents=()), an_event("2", date=month))
    assert one_of(
        an_event("1", type="withdrawal", agents=front), an_event("2", type="withdrawal", agents=front, date=month)
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("attack", "shelling", True),
        ("air_strike", "shelling", True),
        ("casualties", "bombing", True),
        ("protest", "riot", True),
        ("capture", "withdrawal", False),
        ("arrest", "release", False),
        ("abduction", "shelling", False),
        ("talks", "threat", False),
    ],
)
def test_only_types_that_reports_use_for_one_happening_can_be_one(one: str, other: str, expected: bool) -> None:
    fourteen = (a_count(14, 14),)
    assert one_of(an_event("1", type=one, counts=fourteen), an_event("2", type=other, counts=fourteen)) is expected


def test_differing_figures_do_not_keep_two_tellings_apart() -> None:
    assert one_of(an_event("1", counts=(a_count(9, 9),)), an_event("2", counts=(a_count(31, 31),)))


def test_a_small_figure_in_common_says_nothing() -> None:
    first, second = (told(p, an_event(p, counts=(a_count(1, 1),), places=())) for p in "ab")
    assert "they give the same figure" not in likeness(first, second).reasons


def test_gunmen_here_are_not_known_to_be_the_gunmen_there() -> None:
    first, second = (told(p, an_event(p, agents=(an_agent("gunmen"),))) for p in "ab")
    assert "one agent is named in both" not in likeness(first, second).reasons
    assert "different agents are named" not in likeness(first, second).reasons


def test_different_agents_speak_against_one_happening() -> None:
    army, front = (an_agent("Army of Tamra", "army"),), (an_agent("Azmar Front", "front"),)
    assert not one_of(an_event("1", agents=army), an_event("2", agents=front))


def test_the_same_speaker_on_one_page_tells_two_raids_apart() -> None:
    mayor = a_source("mayor")
    first, second = told("a", an_event("1", mayor)), told("a", an_event("2", mayor))
    assert apart(first, second) == "one page has them as two from one speaker"
    assert apart(first, told("b", an_event("2", mayor))) is None


def test_two_speakers_on_one_page_need_more_than_a_day_and_a_town() -> None:
    fourteen = (a_count(14, 14),)
    assert not are_one(told("a", an_event("1", a_source("mayor"))), told("a", an_event("2", a_source("medics"))))
    assert are_one(
        told("a", an_event("1", a_source("mayor"), counts=fourteen)),
        told("a", an_event("2", a_source("medics"), counts=fourteen)),
    )


def test_a_denial_without_day_and_place_finds_what_its_page_says_of_the_denier() -> None:
    market = (an_agent("fish market"),)
    raid = told("a", an_event("1", a_source("medics"), agents=(an_agent("rebel fighters"),), targets=market))
    denial = an_event("2", a_denier("spokesman for the rebels"), type="attack", targets=market, places=(), date=None)
    assert are_one(raid, told("a", denial))
    assert not are_one(raid, told("b", denial))


def test_who_says_one_thing_and_denies_another_speaks_of_two() -> None:
    said, denied = told("a", an_event("1", a_source("army"))), told("a", an_event("2", a_denier("army")))
    assert apart(said, denied) == "one page has them as two from one speaker"


events = st.builds(
    an_event,
    st.sampled_from("abcdef"),
    type=st.sampled_from(["shelling", "attack", "capture", "protest"]),
    counts=st.lists(st.builds(a_count, st.integers(0, 20)), max_size=2).map(tuple),
    places=st.lists(st.sampled_from([TAMRA, BIRAK, a_town("Juna", country="TD")]), max_size=2).map(tuple),
    date=st.one_of(st.none(), st.integers(0, 5).map(lambda n: on(MONDAY + timedelta(days=n)))),
)


@given(events, events)
def test_likeness_does_not_depend_on_which_comes_first(one: Event, other: Event) -> None:
    first, second = told("a", one), told("b", other)
    if one.id != other.id:
        assert likeness(first, second) == likeness(second, first)
    assert apart(first, second) == apart(second, first)


@given(EVERY_TYPE, EVERY_TYPE)
def test_kinship_of_types_is_mutual(one: str, other: str) -> None:
    first, second = told("a", an_event("1", type=one)), told("b", an_event("2", type=other))
    assert (apart(first, second) is None) == (apart(second, first) is None)


PROVINCE = a_town("North", precision="province", geonameid=6, lat=None, lon=None)


def points(first: Event, second: Event) -> float:
    return likeness(told("a", first), told("b", second)).points


def test_a_hospital_hit_in_both_says_more_than_people_hit_in_both() -> None:
    hospital, people = (an_agent("hospital"),), (an_agent("people"),)
    alike = [points(an_event("1", targets=of), an_event("2", targets=of)) for of in (hospital, people)]
    assert alike[0] > alike[1]


@pytest.mark.parametrize(("fewer", "more", "agree"), [(14, 22, True), (14, 40, False), (1, 1, False), (2, 3, False)])
def test_tolls_that_may_be_one_toll_speak_for_one_happening(fewer: int, more: int, agree: bool) -> None:
    first, second = an_event("1", counts=(a_count(fewer),)), an_event("2", counts=(a_count(more, more),))
    assert (points(first, second) > points(an_event("3"), an_event("4"))) == agree


def test_a_province_sees_two_bombings_on_one_day_less_often_than_two_shellings() -> None:
    def pair(kind: str) -> float:
        return points(an_event("1", type=kind, places=(PROVINCE,)), an_event("2", type=kind, places=(PROVINCE,)))

    assert pair("bombing") > pair("shelling")


def test_a_suicide_bomber_and_a_motorcycle_bomber_may_be_one() -> None:
    one, other = an_event("1", agents=(an_agent("suicide bomber"),)), an_event("2", agents=(an_agent("car bomber"),))
    assert points(one, other) >= points(an_event("3"), an_event("4"))


CAPITAL = a_town("North City", admin1="North City Province")


def test_the_chief_town_of_a_province_sees_more_than_one_shelling_a_day() -> None:
    first, second = (an_event(id, places=(CAPITAL,)) for id in "12")
    assert not one_of(first, second)
    assert one_of(an_event("1"), an_event("2"))


def test_two_bombings_or_captures_of_a_chief_town_on_one_day_are_one_and_so_are_shellings_by_one_agent() -> None:
    army = (an_agent("Army of Tamra", "army"),)
    for known in ({"type": "bombing"}, {"type": "capture"}, {"agents": army}):
        assert one_of(an_event("1", places=(CAPITAL,), **known), an_event("2", places=(CAPITAL,), **known))


def test_two_towns_some_kilometres_apart_are_near_and_not_one() -> None:
    one, other = a_town("Tamra"), a_town("Sarmin", lat=13.1)
    reasons = likeness(told("a", an_event("1", places=(one,))), told("b", an_event("2", places=(other,)))).reasons
    assert "they name one town" not in reasons
    assert "they lie in one district or area" in reasons


def test_a_town_that_no_gazetteer_knows_may_be_the_one_that_it_does() -> None:
    unknown = a_town("Tamrah", country=None, admin1=None, lat=None, lon=None)
    assert one_of(an_event("1"), an_event("2", places=(unknown,)))
