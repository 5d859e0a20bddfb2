"""Krippendorff's alpha against the worked examples of the paper, and its interval."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.audit.agreement import agreement, alpha

OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
"""Krippendorff (2011), section C: four observers, twelve units, answers missing."""


def units(*observers: str) -> list[list[str]]:
    return [[said for said in unit if said != "."] for unit in zip(*map(str.split, observers), strict=True)]


def test_two_observers_of_binary_data_agree_as_the_paper_says() -> None:
    assert alpha(zip("0100000010", "1110010000", strict=True)) == pytest.approx(0.095, abs=0.0005)


def test_two_observers_of_nominal_data_agree_as_the_paper_says() -> None:
    assert alpha(zip("aabbdcccedda", "babbbccceddd", strict=True)) == pytest.approx(0.692, abs=0.0005)


def test_four_observers_with_missing_answers_agree_as_the_paper_says() -> None:
    assert alpha(units(*OBSERVERS)) == pytest.approx(0.743, abs=0.0005)


def test_reviewers_who_always_agree_on_different_answers_have_an_alpha_of_one() -> None:
    found = agreement([(True, True), (False, False), (True, True)])
    assert (found.alpha, found.same, found.items) == (1.0, 1.0, 3)


def test_where_all_answers_are_the_same_nothing_tells_agreement_from_chance() -> None:
    found = agreement([(True, True)] * 9)
    assert (found.alpha, found.low, found.high, found.same) == (None, None, None, 1.0)


def test_what_one_reviewer_alone_judged_counts_for_nothing() -> None:
    two = [(True, False), (True, True), (False, False)]
    assert agreement([*two, (True,), ()]) == agreement(two)
    assert agreement([(True,), (False,)]).same is None


@settings(deadline=None)
@given(st.lists(st.lists(st.booleans(), min_size=2, max_size=3), min_size=1, max_size=30))
def test_the_interval_lies_about_alpha_and_is_the_same_every_time(said: list[list[bool]]) -> None:
    found = agreement(said)
    assert found == agreement(reversed(said))
    if found.alpha is not None and found.low is not None and found.high is not None:
        assert found.low <= found.high <= 1
        assert found.low - 1e-9 <= found.alpha or len(said) < 4


def test_more_items_make_the_interval_narrower() -> None:
    few = agreement([(True, True), (True, False), (False, False)] * 5)
    many = agreement([(True, True), (True, False), (False, False)] * 50)
    assert None not in (few.low, few.high, many.low, many.high)
    assert many.high - many.low < (few.high - few.low) / 2  # type: ignore[operator]
