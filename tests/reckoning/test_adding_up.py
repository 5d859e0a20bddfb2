"""Tolls added up: nobody is counted twice, whatever the order and the repetitions."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.merge.campaigns import totals_over
from dateline.merge.incidents import incidents
from dateline.model.event import Coded, Event
from dateline.model.sums import Sum
from dateline.reckoning.sums import add_up
from merge.made import (
    BIRAK,
    FRIDAY,
    MONDAY,
    TAMRA,
    TUESDAY,
    a_count,
    a_denier,
    a_source,
    a_total,
    a_town,
    an_agent,
    an_event,
    coded,
    on,
)

NORTH = a_town("North", precision="province", lat=None, lon=None)
SUQ = a_town("Suq", lat=13.4)


def dead(*reports: Coded) -> Sum:
    return add_up(incidents(reports), "killed")


def a_raid(id: str, low: int, high: int | None = None, *, at: Any = TAMRA, **known: Any) -> Event:
    """Deaths of civilians in an air strike on Monday; exactly `low` of them unless told otherwise."""
    counts = (a_count(low, low if high is None else high),)
    return an_event(id, type="air_strike", counts=counts, **{"places": (at,), **known})


def test_the_dead_of_two_incidents_are_added() -> None:
    found = dead(coded("a", a_raid("1", 4)), coded("b", a_raid("2", 7, at=BIRAK)))
    assert (found.low, found.best, found.high) == (11, 11, 11)


def test_a_part_is_never_added_to_its_whole() -> None:
    counts = (a_count(14, 14), a_count(4, 4, "children", part_of=0), a_count(2, 2, "women", part_of=0))
    assert dead(coded("a", an_event("1", counts=counts))).high == 14


def test_women_and_children_told_beside_civilians_are_among_them() -> None:
    counts = (a_count(14, 14), a_count(4, 4, "children"), a_count(2, 2, "women"))
    assert dead(coded("a", an_event("1", counts=counts))).high == 14


def test_a_man_and_a_woman_are_two_and_so_are_soldiers_beside_civilians() -> None:
    assert dead(coded("a", an_event("1", counts=(a_count(1, 1, "man"), a_count(1, 1, "woman"))))).high == 2
    assert dead(coded("a", an_event("1", counts=(a_count(3, 3, "soldiers"), a_count(5, 5))))).high == 8


def test_the_dead_of_a_province_hold_those_of_its_towns_told_beside_them() -> None:
    page = coded("a", a_raid("1", 16, at=NORTH), a_raid("2", 7, at=BIRAK))
    found = dead(page)
    assert (found.low, found.best, found.high) == (16, 16, 16)
    (addend,) = found.addends
    assert len(addend.taking_in) == 1


def test_a_day_told_as_a_whole_town_by_town_and_since_days_is_counted_once() -> None:
    """A province's dead of the day, of them by town, one town unknown to the gazetteer, and the dead since Friday."""
    nowhere = a_town("Kesra", lat=None, lon=None, admin1=None)
    friday = on(MONDAY - timedelta(days=3), MONDAY, precision="span")
    report = coded(
        "a",
        an_event("1", type="air_strike", counts=(a_count(16), a_count(3, 3, "children")), places=(NORTH,)),
        an_event("2", type="air_strike", counts=(a_count(7, 7, "people"),), places=(SUQ,)),
        an_event("3", type="attack", counts=(a_count(7, 7, "people"),), places=(BIRAK,)),
        an_event("4", type="shelling", counts=(a_count(1, 1, "man"), a_count(1, 1, "woman")), places=(nowhere,)),
        an_event("5", type="bombing", counts=(a_total(44), a_count(9, 9, "children", scope="total", part_of=0)),
                 places=(NORTH,), date=friday),
    )  # fmt: skip
    found = incidents([report])
    assert (add_up(found, "killed").low, add_up(found, "killed").best) == (16, 16)
    (total,) = totals_over([report], found)
    assert total.tolls[0].low == 44
    assert len(total.inside) == 4


def test_where_the_towns_have_more_than_the_least_of_the_province_they_count() -> None:
    page = coded("a", a_raid("1", 10, 30, at=NORTH), a_raid("2", 7, at=SUQ), a_raid("3", 8, at=BIRAK))
    assert dead(page).low == 15


def test_what_another_report_tells_of_a_town_counts_for_the_most_alone() -> None:
    found = dead(coded("a", a_raid("1", 16, at=NORTH)), coded("b", a_raid("2", 7, at=BIRAK)))
    assert (found.low, found.best, found.high) == (16, None, 23)
    assert "may take them in" in found.derivation


def test_other_days_other_parties_and_other_provinces_are_not_within() -> None:
    wide = a_raid("1", 16, at=NORTH, agents=(an_agent("Azmar army", "azmar-army"),))
    others = [
        a_raid("2", 7, at=BIRAK, date=on(FRIDAY)),
        a_raid("3", 7, at=BIRAK, agents=(an_agent("Lorvian army", "lorvian-army"),)),
        a_raid("4", 7, at=a_town("Juna", lat=9.0, admin1="South")),
    ]
    assert [dead(coded("a", wide, other)).low for other in others] == [23, 23, 23]


def test_a_fight_at_close_quarters_is_not_among_the_dead_of_raids() -> None:
    fight = an_event("2", type="armed_clash", counts=(a_count(5, 5),), places=(BIRAK,))
    assert dead(coded("a", a_raid("1", 16, at=NORTH), fight)).low == 21


def test_the_total_of_a_campaign_is_never_added() -> None:
    assert dead(coded("a", a_raid("1", 4), an_event("2", counts=(a_total(150),)))).high == 4


def test_what_nobody_asserts_or_all_took_back_adds_nothing() -> None:
    denied = coded("a", an_event("1", a_denier("army"), counts=(a_count(9, 9),)))
    assert add_up(incidents([denied], denied=True), "killed").low == 0
    said = coded("a", an_event("1", a_source("Mayor Idris"), counts=(a_count(9, 9),)), published="2024-05-07")
    unsaid = coded("b", an_event("2", a_denier("Mayor Idris")), published="2024-05-09")
    found = dead(said, unsaid)
    assert (found.low, found.high) == (0, 0)
    assert [one.reason for one in found.left_out] == ["nobody stands behind it any more"]


def test_what_is_disputed_counts_since_somebody_stands_behind_it() -> None:
    said = coded("a", an_event("1", a_source("medics"), counts=(a_count(9, 9),)))
    assert dead(said, coded("b", an_event("2", a_denier("army")))).high == 9


def test_what_is_told_again_as_background_is_not_added_twice() -> None:
    week = on(MONDAY, FRIDAY, precision="week")
    again = a_raid("2", 14, at=NORTH, date=week, background=True)
    found = dead(coded("a", a_raid("1", 14)), coded("b", again))
    assert (found.low, found.high) == (14, 14)
    assert found.left_out[0].reason.startswith("it is told as background, and another has the same figure")


def test_background_without_a_day_adds_nothing() -> None:
    found = dead(coded("a", a_raid("1", 14, date=None, background=True)))
    assert (found.low, len(found.left_out)) == (0, 1)


def test_an_open_figure_leaves_the_sum_open_and_an_unknown_best_leaves_it_unknown() -> None:
    rivals = [coded(page, replace(a_raid(page, n), claim=replace(a_raid(page, n).claim, sources=(a_source(page),))))
              for page, n in (("c", 4), ("d", 5))]  # fmt: skip
    open_one = coded("a", an_event("1", type="air_strike", counts=(a_count(4),), places=(BIRAK,)))
    found = dead(open_one, *rivals)
    assert (found.low, found.best, found.high) == (8, None, None)


def test_the_dead_and_wounded_counted_together_are_no_dead() -> None:
    assert dead(coded("a", an_event("1", counts=(a_count(60, 60, "killed and injured"),)))).low == 0


def test_houses_are_added_apart_from_persons() -> None:
    houses = a_count(5, 5, "houses", "damaged", unit="building")
    found = incidents([coded("a", an_event("1", counts=(houses, a_count(2, 2))))])
    assert add_up(found, "damaged", unit="building").high == 5
    assert add_up(found, "damaged").high == 0


# ---- in any order -------------------------------------------------------------------------------
some_counts = st.lists(
    st.tuples(
        st.integers(0, 30), st.integers(0, 9) | st.none(), st.sampled_from(["civilians", "people", "women", "soldiers"])
    ),
    max_size=3,
).map(lambda found: tuple(a_count(low, None if more is None else low + more, who) for low, more, who in found))
some_places = st.sampled_from([(TAMRA,), (BIRAK,), (SUQ,), (NORTH,), ()])
some_days = st.sampled_from([on(MONDAY), on(TUESDAY), on(MONDAY, FRIDAY, precision="week"), None])
some_types = st.sampled_from(["air_strike", "shelling", "armed_clash", "casualties"])
told = st.tuples(st.sampled_from("abc"), some_types, some_places, some_days, some_counts, st.booleans())


@st.composite
def reports(draw: Any) -> list[Coded]:
    """Up to eight incidents on up to three pages."""
    by_page: dict[str, list[Event]] = {}
    for n, (page, kind, where, day, counts, background) in enumerate(draw(st.lists(told, max_size=8))):
        event = an_event(f"e{n}", type=kind, places=where, date=day, counts=counts, background=background)
        by_page.setdefault(page, []).append(event)
    return [coded(page, *events) for page, events in by_page.items()]


@given(reports(), st.randoms())
def test_the_order_of_the_incidents_and_copies_of_them_change_no_sum(given_reports: list[Coded], chance: Any) -> None:
    found = incidents(given_reports)
    mixed = [*found, *found]
    chance.shuffle(mixed)
    assert add_up(mixed, "killed") == add_up(found, "killed")


@given(reports())
def test_a_sum_lies_between_its_largest_incident_and_all_its_wholes(given_reports: list[Coded]) -> None:
    found = incidents(given_reports)
    added = add_up(found, "killed")
    left_out = {one.incident for one in added.left_out}
    counted = [toll for one in found if one.id not in left_out for toll in one.tolls if toll.kind == "killed"]
    assert max((toll.low or 0 for toll in counted), default=0) <= added.low <= sum(toll.low or 0 for toll in counted)
    assert added.high is None or added.low <= added.high
    assert added.high is None or added.best is None or added.low <= added.best <= added.high


@given(reports())
def test_every_incident_with_a_figure_is_added_taken_in_or_left_out_once(given_reports: list[Coded]) -> None:
    found = incidents(given_reports)
    added = add_up(found, "killed")
    seen = [one.incident for one in (*added.addends, *added.left_out)]
    seen += [inner for addend in added.addends for inner in (*addend.taking_in, *addend.perhaps)]
    with_figures = [one.id for one in found if any(toll.kind == "killed" for toll in one.tolls)]
    assert sorted(seen) == sorted(with_figures)
