"""Casualties and displacement: an incident counts once, parts lie in wholes, ranges stay ranges, totals stay apart."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ledger import ranges
from dateline.ledger.sums import BY_HARM, BY_MOVES, casualties, displacement
from dateline.ledger.wanted import Wanted
from dateline.model.claim import Count
from dateline.model.event import Coded, Event
from dateline.model.ledger import Range, SumLine, Sums
from ledger_made import ARMY, GUNMEN, JNIM, day, denies, event, killed, on, report, says, told, town


def shelling(id: str, *counts: Count, **known: object) -> Event:
    return event(id, "shelling", words="shelled", extent=None, counts=counts, **{"when": on(3), **known})  # type: ignore[arg-type]


def sums(*coded: Coded, by: str = "month", wanted: Wanted = Wanted()) -> Sums:  # noqa: B008 - frozen
    return casualties(told(*coded), coded, by, wanted)


def of(line: SumLine, kind: str = "killed", sort: str = "all", unit: str = "person") -> Range | None:
    return next((t.range for t in line.tallies if (t.kind, t.of, t.unit) == (kind, sort, unit)), None)


def exactly(number: int) -> Range:
    return Range(low=number, best=number, high=number)


# ---- what one incident counts ------------------------------------------------------------------------
def test_the_dead_of_two_incidents_are_added() -> None:
    found = sums(report("a", shelling("1", killed(4))), report("b", shelling("2", killed(3), when=on(9))))
    assert of(found.all) == exactly(7)
    assert [(line.group, len(line.incidents)) for line in found.lines] == [("2021-08", 2)]


def test_two_tellings_of_one_incident_are_a_range_and_no_sum() -> None:
    one = report("a", shelling("1", killed(4), sources=(says("mayor"),)))
    other = report("b", shelling("2", killed(6), sources=(says("medics"),)))
    assert of(sums(one, other).all) == Range(low=4, best=None, high=6)


def test_a_part_stands_under_its_whole_and_is_not_added() -> None:
    three = killed(3, who="children", status="child", part_of=0)
    found = sums(report("a", shelling("1", killed(14, who="civilians", status="civilian"), three)))
    assert (of(found.all), of(found.all, sort="civilians"), of(found.all, sort="children")) == (
        exactly(14), exactly(14), exactly(3),
    )  # fmt: skip


def test_women_and_children_counted_apart_are_added_as_civilians() -> None:
    women, child = killed(2, who="women", status="civilian"), killed(1, who="child", status="child")
    found = sums(report("a", shelling("1", women, child)))
    assert (of(found.all), of(found.all, sort="civilians"), of(found.all, sort="women")) == (
        exactly(3), exactly(3), exactly(2),
    )  # fmt: skip


def test_soldiers_of_one_telling_are_no_rival_of_all_the_dead_of_another() -> None:
    soldiers = killed(9, who="soldiers", status="combatant")
    one = report("a", shelling("1", soldiers, sources=(says("army"),)))
    other = report("b", shelling("2", killed(31), sources=(says("medics"),)))
    found = sums(one, other)
    assert (of(found.all), of(found.all, sort="combatants")) == (exactly(31), exactly(9))


def test_civilians_of_one_telling_and_soldiers_of_another_are_added() -> None:
    soldiers, civilians = killed(9, who="soldiers", status="combatant"), killed(5, who="civilians", status="civilian")
    one = report("a", shelling("1", soldiers, sources=(says("army"),)))
    other = report("b", shelling("2", civilians, sources=(says("medics"),)))
    assert of(sums(one, other).all) == exactly(14)


def test_a_child_told_of_alone_is_no_rival_figure_for_all_civilians() -> None:
    child, all_ = killed(1, who="child", status="child"), killed(8, who="civilians", status="civilian")
    one = report("a", shelling("1", child, sources=(says("nurse"),)))
    other = report("b", shelling("2", all_, sources=(says("medics"),)))
    assert of(sums(one, other).all) == exactly(8)


def test_a_part_that_one_puts_higher_than_another_the_whole_widens_the_range() -> None:
    people, children = killed(18), killed(30, who="children", status="child")
    one = report("a", shelling("1", people, sources=(says("mayor"),)))
    other = report("b", shelling("2", children, sources=(says("medics"),)))
    assert of(sums(one, other).all) == Range(low=18, best=None, high=30)


def test_an_open_end_leaves_the_sum_open() -> None:
    found = sums(report("a", shelling("1", killed(4, None))), report("b", shelling("2", killed(3), when=on(9))))
    assert of(found.all) == Range(low=7, best=7, high=None)


def test_dozens_have_no_best_figure_and_none_is_made_up() -> None:
    found = sums(report("a", shelling("1", killed(24, 99))), report("b", shelling("2", killed(3), when=on(9))))
    assert of(found.all) == Range(low=27, best=None, high=102)


def test_a_denied_only_incident_adds_nothing() -> None:
    denied = report("b", shelling("2", killed(9), when=on(9), sources=(denies("army"),)))
    assert sums(report("a", shelling("1", killed(4))), denied).all == sums(report("a", shelling("1", killed(4)))).all


def test_a_denying_telling_adds_no_figure() -> None:
    said = shelling("1", killed(4), sources=(says("medics"),))
    denial = shelling("2", killed(0), sources=(denies("army"),))
    assert of(sums(report("a", said, denial)).all) == exactly(4)


@pytest.mark.parametrize("modality", ["planned", "possible"])
def test_what_has_not_occurred_harms_nobody(modality: str) -> None:
    assert sums(report("a", shelling("1", killed(4), modality=modality))).lines == ()


# ---- what sums up more -------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("counts", "known", "reason"),
    [
        (killed(200, scope="total"), {}, "given as a total"),
        (killed(20, scope="stock"), {}, "given as it stands"),
        (killed(60, who="killed and injured"), {}, "counts killed and injured together"),
        (killed(60), {"when": on(1, 90, precision="span")}, "told of more than a month"),
        (killed(60), {"when": on(1, 12, precision="span")}, "told of all that happened in more than a week"),
        (killed(160), {"when": on(1, 31, precision="month")},
         "so many, and told of no day, but of a week, a month or the past"),
        (killed(1600), {"places": ()}, "so many, and told of no place smaller than a country"),
        (killed(2000, 9999), {}, "so many, and no exact count"),
        (killed(6), {"when": None, "places": (), "background": True},
         "told as past, on no day and in no place smaller than a country"),
    ],
)  # fmt: skip
def test_what_sums_up_more_than_an_incident_is_listed_and_not_added(
    counts: Count, known: dict[str, object], reason: str
) -> None:
    found = sums(report("a", shelling("1", killed(4))), report("b", shelling("2", counts, **known)))
    assert of(found.all) == exactly(4)
    assert [total.reason for total in found.totals] == [reason]


def test_the_exact_toll_of_one_day_and_town_is_added_however_large() -> None:
    assert of(sums(report("a", shelling("1", killed(1429)))).all) == exactly(1429)


def test_one_total_told_by_many_is_one_line_with_all_its_speakers() -> None:
    total = killed(280_000, None, scope="total")
    told_by = [
        report(page, shelling(page, total, places=places, sources=(says(f"{page} says"),)))
        for page, places in (("a", ()), ("b", (town(precision="country"),)), ("c", ()))
    ]
    (line,) = sums(*told_by).totals
    assert sorted(voice.speaker for one in line.statements for voice in one.voices) == ["a says", "b says", "c says"]


def test_the_same_total_of_two_countries_is_two() -> None:
    total = killed(300, scope="total")
    here, there = shelling("1", total), shelling("2", total, at=town("Solo", country="ML", geonameid=9))
    assert len(sums(report("a", here), report("b", there)).totals) == 2


def test_a_total_that_is_only_denied_is_not_listed() -> None:
    denied = shelling("1", killed(300, scope="total"), sources=(denies("army"),))
    assert sums(report("a", denied)).totals == ()


# ---- groups -------------------------------------------------------------------------------------------
def groups(by: str, *coded: Coded) -> dict[str, int]:
    return {line.group: len(line.incidents) for line in sums(*coded, by=by).lines}


def test_each_group_is_named_as_told_and_what_is_unknown_comes_last() -> None:
    told_of = [
        report("a", shelling("1", killed(1))),
        report("b", shelling("2", killed(1), by=(JNIM,), when=on(29, 33), at=town("Solo", geonameid=9))),
        report("c", shelling("3", killed(1), by=(), when=None, places=())),
    ]
    assert list(groups("month", *told_of)) == ["2021-08", "2021-08 – 2021-09", "undated"]
    assert list(groups("day", *told_of)) == ["2021-08-03", "2021-08-29 – 2021-09-02", "undated"]
    assert list(groups("place", *told_of)) == ["Kara (BF)", "Solo (BF)", "place not told"]
    assert list(groups("country", *told_of)) == ["Burkina Faso", "place not told"]
    assert list(groups("actor", *told_of)) == ["JNIM", "army", "nobody named"]
    assert list(groups("type", *told_of)) == ["shelling"]


def test_an_alleged_actor_has_a_question_mark_and_a_monitor_is_none() -> None:
    alleged = replace(ARMY, basis="alleged")
    monitor = replace(GUNMEN, name="villagers", kind="civilians")
    assert list(groups("actor", report("a", shelling("1", killed(1), by=(alleged, monitor))))) == ["army?"]


def test_by_side_parts_are_taken_out_of_those_of_whom_nothing_is_said() -> None:
    three = killed(3, who="civilians", status="civilian", part_of=0)
    found = sums(report("a", shelling("1", killed(10), three)), by="side")
    assert {line.group: of(line) for line in found.lines} == {"civilians": exactly(3), "not said": exactly(7)}


def test_a_filter_holds_for_incidents_and_totals() -> None:
    here = shelling("1", killed(4), killed(90, scope="total"))
    there = shelling("2", killed(5), killed(80, scope="total"), at=town("Solo", admin1="Est", geonameid=9), when=on(40))
    reports = report("a", here), report("b", there)
    for wanted in (
        Wanted(place="Solo"), Wanted(place="Est"), Wanted(since=day(30)), Wanted(place="solo", since=day(30)),
    ):  # fmt: skip
        found = sums(*reports, wanted=wanted)
        assert (of(found.all), [total.low for total in found.totals]) == (exactly(5), [80])
    assert of(sums(*reports, wanted=Wanted(until=day(30))).all) == exactly(4)
    assert sums(*reports, wanted=Wanted(types=("bombing",))).lines == ()
    assert sums(*reports, wanted=Wanted(actor="JNIM")).lines == ()


# ---- displacement ---------------------------------------------------------------------------------------
def flight(id: str, *counts: Count, **known: object) -> Coded:
    return report(
        id, event(id, "displacement", words="fled", extent=None, by=(), counts=counts, **{"when": on(3), **known})
    )  # type: ignore[arg-type]


def flows(*coded: Coded, by: str = "month") -> Sums:
    return displacement(told(*coded), coded, by)


def fled(low: int, high: int | None = -1, **known: object) -> Count:
    return killed(low, high, kind="displaced", **known)


def test_persons_and_households_are_never_one_figure() -> None:
    found = flows(flight("1", fled(40, who="households", unit="household")), flight("2", fled(900), when=on(9)))
    assert of(found.all, "displaced", unit="household") == exactly(40)
    assert of(found.all, "displaced") == exactly(900)


def test_those_who_come_back_are_not_added_to_those_who_flee() -> None:
    found = flows(flight("1", fled(900)), flight("2", killed(300, kind="returned"), when=on(9)))
    assert (of(found.all, "displaced"), of(found.all, "returned")) == (exactly(900), exactly(300))


def test_a_stock_is_no_flow() -> None:
    found = flows(flight("1", fled(900)), flight("2", fled(30_000, scope="stock"), when=on(9)))
    assert of(found.all, "displaced") == exactly(900)
    assert [(total.low, total.scope) for total in found.totals] == [(30_000, "stock")]


def test_thousands_who_flee_a_town_are_a_flow_and_millions_of_a_country_a_total() -> None:
    town_ = flight("1", fled(2_000, 9_999))
    country = flight("2", fled(2_000_000, None), at=town("Burkina Faso", precision="country", geonameid=7), when=on(9))
    found = flows(town_, country)
    assert of(found.all, "displaced") == Range(low=2_000, best=None, high=9_999)
    assert [total.low for total in found.totals] == [2_000_000]


def test_origin_and_destination_are_told_apart() -> None:
    moved = flight("1", fled(900), places=(town(role="from"), town("Solo", geonameid=9, role="to")))
    assert [line.group for line in flows(moved, by="origin").lines] == ["Kara (BF)"]
    assert [line.group for line in flows(moved, by="destination").lines] == ["Solo (BF)"]


# ---- promises over all sums ------------------------------------------------------------------------------
numbers = st.integers(0, 300)
some_ranges = st.lists(
    st.builds(lambda low, more: ranges.of(low, None if more is None else low + more), numbers, st.none() | numbers),
    max_size=6,
)
figures = st.builds(
    lambda low, more, who: killed(low, None if more is None else low + more, who=who),
    st.integers(0, 60),
    st.none() | st.integers(0, 9),
    st.sampled_from(("people", "civilians", "children", "women", "soldiers")),
)
reports = st.lists(
    st.tuples(st.lists(figures, max_size=3), st.integers(1, 60), st.sampled_from(("Kara", "Solo", "Bela"))), max_size=5
).map(
    lambda rows: [
        report(f"p{n}", shelling(f"e{n}", *counts, when=on(number), at=town(name)))
        for n, (counts, number, name) in enumerate(rows)
    ]
)


@given(some_ranges)
def test_ranges_add_up_to_the_same_in_any_order(found: list[Range]) -> None:
    assert len({ranges.total(some) for some in list(permutations(found))[:24]}) == 1


@given(some_ranges, some_ranges)
def test_a_sum_of_sums_is_the_sum(one: list[Range], other: list[Range]) -> None:
    assert ranges.plus(ranges.total(one), ranges.total(other)) == ranges.total([*one, *other])


@given(st.lists(st.builds(ranges.of, numbers, st.none() | st.integers(300, 600)), min_size=1, max_size=5))
def test_rival_accounts_never_make_more_than_the_most_of_them(found: list[Range]) -> None:
    made = ranges.either(found)
    assert made.low == min(one.low for one in found)
    assert made.high is None or made.high == max(one.high or 0 for one in found)


@pytest.mark.parametrize("by", [by for by in BY_HARM if by != "side"])
@given(reports)
def test_the_lines_add_up_to_the_whole(by: str, found: list[Coded]) -> None:
    whole = sums(*found, by=by)
    lines = [made for line in whole.lines if (made := of(line)) is not None]
    assert ranges.total(lines) == (of(whole.all) or ranges.NONE)
    assert sum(len(line.incidents) for line in whole.lines) == len(whole.all.incidents)


@given(reports)
def test_sums_are_the_same_in_whatever_order_reports_come(found: list[Coded]) -> None:
    assert sums(*found) == sums(*reversed(found))


@given(reports)
def test_copies_add_nothing(found: list[Coded]) -> None:
    again = [replace(one, report=replace(one.report, page=f"z{one.report.page}")) for one in found]
    assert sums(*found, *again).all.tallies == sums(*found).all.tallies


@given(reports)
def test_a_part_is_never_more_than_its_whole(found: list[Coded]) -> None:
    whole = sums(*found).all
    most, part = of(whole), of(whole, sort="civilians")
    assert part is None or (most is not None and (most.high is None or part.low <= most.high))


def test_every_way_to_add_up_is_one_that_can_be_asked_for() -> None:
    found = [report("a", shelling("1", killed(4)))]
    assert {by: sums(*found, by=by).by for by in BY_HARM} == {by: by for by in BY_HARM}
    assert {by: flows(*found, by=by).by for by in BY_MOVES} == {by: by for by in BY_MOVES}
