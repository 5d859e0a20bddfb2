"""What people judge comes before what the program finds."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import BIRAK, a_town, an_event, told

from dateline.merge.cluster import clusters, links
from dateline.merge.judged import judged
from dateline.model.incident import Telling
from dateline.model.judgement import Judgement

NOON = datetime(2024, 5, 6, 12, tzinfo=UTC)


def on_pair(one: str, other: str, *, same: bool, hour: int = 0) -> Judgement:
    return Judgement(one=one, other=other, same=same, by="an analyst", at=NOON + timedelta(hours=hour))


def groups(tellings: list[Telling], *judgements: Judgement) -> list[tuple[str, ...]]:
    return clusters(tellings, links(tellings), judgements)


RAIDS = [told("a", an_event("1")), told("b", an_event("2")), told("c", an_event("3", places=(BIRAK,)))]


def test_what_people_call_the_same_is_one_incident_though_the_program_finds_two() -> None:
    assert groups(RAIDS) == [("1", "2"), ("3",)]
    assert groups(RAIDS[1:], on_pair("2", "3", same=True)) == [("2", "3")]


def test_what_fits_one_of_those_that_people_made_one_fits_them() -> None:
    """The second raid lies far from the third, which people call the first."""
    assert groups(RAIDS, on_pair("1", "3", same=True)) == [("1", "2", "3")]


def test_what_people_tell_apart_stays_apart_though_the_program_links_it() -> None:
    assert groups(RAIDS, on_pair("2", "1", same=False)) == [("1",), ("2",), ("3",)]


def test_people_may_join_what_the_program_excludes() -> None:
    far = told("d", an_event("4", places=(a_town("Juna", country="TD", lat=40.0),), type="protest"))
    assert groups([RAIDS[0], far], on_pair("1", "4", same=True)) == [("1", "4")]


def test_what_was_told_apart_does_not_meet_by_way_of_a_third() -> None:
    three = [told(page, an_event(id)) for page, id in zip("abc", "123", strict=True)]
    found = groups(three, on_pair("1", "2", same=False))
    assert not any({"1", "2"} <= set(group) for group in found)
    assert len(found) == 2


def test_of_two_judgements_on_one_pair_the_later_holds_and_nothing_clashes() -> None:
    for order in permutations([on_pair("1", "2", same=True), on_pair("2", "1", same=False, hour=1)]):
        assert groups(RAIDS, *order) == [("1",), ("2",), ("3",)]
        assert judged(order).clashes == ()


@pytest.mark.parametrize("earliest", [0, 1, 2])
def test_of_three_that_contradict_one_another_the_earliest_does_not_hold_and_is_told(earliest: int) -> None:
    pairs = (("1", "2", True), ("2", "3", True), ("1", "3", False))
    three = [on_pair(a, b, same=same, hour=0 if n == earliest else 1 + n) for n, (a, b, same) in enumerate(pairs)]
    assert judged(three).clashes == (three[earliest],)
    found = groups(RAIDS, *three)
    together = {(a, b): any({a, b} <= set(group) for group in found) for a, b, _ in pairs}
    assert all(together[j.one, j.other] == j.same for n, j in enumerate(three) if n != earliest)


def test_judgements_on_events_that_are_not_here_are_passed_over() -> None:
    assert groups(RAIDS, on_pair("1", "gone", same=True)) == groups(RAIDS)


ids = st.sampled_from("123456")
drawn = st.lists(st.builds(on_pair, ids, ids, same=st.booleans(), hour=st.integers(0, 30)), max_size=12)


@given(drawn, st.randoms())
def test_judgements_hold_in_whatever_order_they_come_and_clashes_are_those_that_do_not(
    judgements: list[Judgement], chance: Any
) -> None:
    tellings = [told(id, an_event(id, places=())) for id in "123456"]
    shuffled = [*judgements]
    chance.shuffle(shuffled)
    found, held = groups(tellings, *judgements), judged(judgements)
    assert groups(tellings, *shuffled) == found
    group_of = {one: group for group in found for one in group}
    assert all(group_of[one] == group_of[unit[0]] for one, unit in held.units.items())
    assert all(group_of[min(pair)] != group_of[max(pair)] for pair in held.different)
    assert all((group_of[j.one] == group_of[j.other]) != j.same for j in held.clashes)
