"""Samples: every stratum is spoken for, nothing is drawn twice, and the same seed draws the same."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.audit.sampling import allocated, drawn, in_order_of
from dateline.model.audit import Allocation, Candidate, Plan
from dateline.model.errors import RefusedError

SIZES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 60), min_size=1)
ALLOCATIONS = st.sampled_from(["proportional", "equal"])


def candidates(sizes: dict[str, int]) -> list[Candidate]:
    return [Candidate(event=f"{name}{n}", stratum=name) for name, size in sizes.items() for n in range(size)]


def plan(sample: int, **known: object) -> Plan:
    return Plan(**{"name": "one", "sample": sample, "seed": 7, **known})  # type: ignore[arg-type]


@settings(deadline=None)
@given(SIZES, st.integers(0, 300), ALLOCATIONS, st.integers(0, 99))
def test_every_stratum_is_spoken_for_and_nothing_is_drawn_twice(
    sizes: dict[str, int], more: int, allocation: Allocation, seed: int
) -> None:
    sample = len(sizes) + more
    found, strata = drawn(candidates(sizes), plan(sample, allocation=allocation, seed=seed))
    assert {one.name: one.events for one in strata} == sizes
    assert Counter(found.values()) == {one.name: one.drawn for one in strata}
    assert all(1 <= one.drawn <= one.events for one in strata)
    assert len(found) == min(sample, sum(sizes.values()))


@settings(deadline=None)
@given(SIZES, ALLOCATIONS)
def test_the_same_seed_draws_the_same_whatever_the_order(sizes: dict[str, int], allocation: Allocation) -> None:
    asked, some = plan(len(sizes) + 5, allocation=allocation), candidates(sizes)
    assert drawn(some, asked) == drawn(list(reversed(some)), asked)


def test_another_seed_draws_another_sample() -> None:
    some = candidates({"a": 200})
    assert drawn(some, plan(20))[0].keys() != drawn(some, plan(20, seed=8))[0].keys()


def test_each_event_of_a_stratum_is_as_likely_as_another() -> None:
    times = Counter(
        event for seed in range(2000) for event in drawn(candidates({"a": 10, "b": 4}), plan(7, seed=seed))[0]
    )
    assert all(900 < times[f"a{n}"] < 1100 for n in range(10))


def test_shares_are_in_proportion_beyond_the_least() -> None:
    assert allocated({"a": 700, "b": 200, "c": 100, "d": 2}, 100, "proportional") == {"a": 68, "b": 20, "c": 10, "d": 2}


def test_equal_shares_are_equal_as_far_as_there_are_events() -> None:
    assert allocated({"a": 700, "b": 200, "c": 3}, 23, "equal") == {"a": 10, "b": 10, "c": 3}


def test_a_sample_too_small_for_its_strata_is_refused_with_what_would_do() -> None:
    with pytest.raises(RefusedError, match="draw 3 or more"):
        allocated({"a": 5, "b": 5, "c": 5}, 2, "equal")


def test_nothing_is_drawn_of_nothing() -> None:
    with pytest.raises(RefusedError, match="dateline add"):
        drawn([], plan(5))


def test_a_reviewer_has_an_order_of_their_own_and_keeps_it() -> None:
    items = range(1, 41)
    order = in_order_of("Amna", "x", items)
    assert sorted(order) == list(items)
    assert order == in_order_of("Amna", "x", list(reversed(items)))
    assert order not in (in_order_of("Idris", "x", items), in_order_of("Amna", "y", items))
