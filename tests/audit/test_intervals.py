"""Wilson's interval against published values, and the weight of weighted items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.audit.intervals import effective, weighted, wilson


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilsons_interval_is_as_published(right: int, of: int, low: float, high: float) -> None:
    """Newcombe, R. (1998), Statistics in Medicine 17: 857-872, table I, method 3."""
    assert wilson(right / of, of) == pytest.approx((low, high), abs=0.00005)


def test_items_of_one_weight_are_worth_as_many_as_they_are() -> None:
    assert effective([3.0] * 40) == pytest.approx(40)
    assert effective([]) == 0


def test_an_item_that_stands_for_most_events_is_worth_little_more_than_one() -> None:
    assert 1 < effective([100.0, 1.0, 1.0, 1.0]) < 1.1


def test_the_share_is_that_of_the_events_that_items_stand_for() -> None:
    assert weighted([(90.0, 1.0), (10.0, 0.0)]).share == pytest.approx(0.9)


def test_of_nothing_nothing_is_said() -> None:
    found = weighted([])
    assert (found.share, found.low, found.high, found.judged) == (None, None, None, 0)


@given(st.lists(st.tuples(st.floats(0.1, 1000), st.sampled_from([0.0, 0.5, 1.0])), min_size=1, max_size=50))
def test_the_share_lies_in_its_interval_and_both_between_nothing_and_all(found: list[tuple[float, float]]) -> None:
    precision = weighted(found)
    assert precision.share is not None and precision.low is not None and precision.high is not None
    assert 0 <= precision.low <= precision.share + 1e-9
    assert precision.share - 1e-9 <= precision.high <= 1
    assert precision.effective <= precision.judged + 1e-6
