"""Number phrases of news as intervals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.numbers import find_numbers, read_number, share_of

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
ONES += "sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"))


def spelled(number: int) -> str:
    """The English words of a number below a trillion, as a newspaper spells them."""
    for scale, word in SCALES:
        if number >= scale:
            rest = number % scale
            return f"{spelled(number // scale)} {word}" + (f" {spelled(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


@given(st.integers(min_value=1, max_value=999_999_999_999))
def test_a_spelled_number_reads_back_as_itself(number: int) -> None:
    assert read_number(spelled(number)) == (number, number)


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_and_without_commas_are_the_same_number(number: int) -> None:
    assert read_number(str(number)) == read_number(f"{number:,}") == (number, number)


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=1, max_value=10**9))
def test_larger_numbers_never_read_as_smaller_ones(a: int, b: int) -> None:
    low, high = sorted((a, b))
    first, second = read_number(f"at least {low:,}"), read_number(f"at least {high:,}")
    assert first is not None and second is not None
    assert (first[0] or 0) <= (second[0] or 0)


@given(st.text())
def test_any_text_is_read_without_an_error_and_bounds_are_in_order(text: str) -> None:
    for phrase in find_numbers(text):
        assert 0 <= phrase.start < phrase.end <= len(text.lower())
        assert phrase.low is None or phrase.high is None or phrase.low <= phrase.high


@given(st.lists(st.sampled_from("at least a half of two dozen hundred and 12 - 1.9 million or more several".split())))
def test_any_heap_of_number_words_is_read_without_an_error(words: list[str]) -> None:
    text = " ".join(words)
    ends = [phrase.end for phrase in find_numbers(text)]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("1.9 million", 1_900_000, 1_900_000),
        ("half a million", 500_000, 500_000),
        ("a quarter of a million", 250_000, 250_000),
        ("a dozen", 12, 12),
        ("half a dozen", 6, 6),
        ("two dozen", 24, 24),
        ("one and a half million", 1_500_000, 1_500_000),
        ("1 000", 1_000, 1_000),
        ("9 300", 9_300, 9_300),
        ("a", 1, 1),
        ("a single", 1, 1),
        ("a couple", 2, 2),
        ("both", 2, 2),
        ("no", 0, 0),
    ],
)
def test_exact_phrases_have_one_value(phrase: str, low: int, high: int) -> None:
    assert read_number(phrase) == (low, high)


@pytest.mark.parametrize(
    ("phrase", "low", "high"),
    [
        ("several", 3, 9),
        ("dozens", 24, 99),
        ("scores", 40, 99),
        ("hundreds", 200, 999),
        ("several hundred", 200, 999),
        ("thousands", 2_000, 9_999),
        ("tens of thousands", 20_000, 99_999),
        ("hundreds of thousands", 200_000, 999_999),
        ("millions", 2_000_000, None),
    ],
)
def test_vague_plurals_span_from_two_of_their_unit_to_the_next(phrase: str, low: int, high: int | None) -> None:
    assert read_number(phrase) == (low, high)


@pytest.mark.parametrize(
    "phrase", ["at least 12", "more than a dozen", "no fewer than 12", "12 or more", "upwards of 12"]
)
def test_a_floor_leaves_the_top_open(phrase: str) -> None:
    assert read_number(phrase) == (12, None)


@pytest.mark.parametrize("phrase", ["up to 30", "as many as 30", "nearly thirty", "fewer than 30", "no more than 30"])
def test_a_ceiling_leaves_the_bottom_open(phrase: str) -> None:
    assert read_number(phrase) == (None, 30)


@pytest.mark.parametrize("phrase", ["about 30", "some 30", "around thirty", "an estimated 30", "roughly 30", "30"])
def test_an_approximation_is_its_number(phrase: str) -> None:
    assert read_number(phrase) == (30, 30)


@pytest.mark.parametrize("phrase", ["10 to 15", "10-15", "10–15", "between 10 and 15", "between ten and fifteen"])
def test_a_range_has_both_its_bounds(phrase: str) -> None:
    assert read_number(phrase) == (10, 15)


def test_a_range_shares_its_thousands() -> None:
    assert read_number("70 to 80,000") == (70_000, 80_000)


@pytest.mark.parametrize("phrase", ["many", "numerous", "a number of", "a few", "soldiers", ""])
def test_words_of_no_quantity_read_as_none(phrase: str) -> None:
    assert read_number(phrase) is None


@pytest.mark.parametrize(
    "text",
    [
        "a 12-year-old",
        "45% of them",
        "12 percent",
        "$5 million",
        "F-16 jets",
        "at 13:40",
        "on 11 July",
        "July 11, 2015",
        "since 2011",
        "a man (32)",
        "aged 14",
        "the 3rd",
        "5km away",
        "Operation 1027",
        "2010-11",
    ],
)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert find_numbers(text) == ()


def test_a_phrase_is_found_with_its_hedge() -> None:
    text = "Shelling killed at least 12 people and hurt 30."
    assert [text[p.start : p.end] for p in find_numbers(text)] == ["at least 12", "30"]


def test_or_more_may_follow_the_noun() -> None:
    (phrase,) = find_numbers("Sixty-six people or more drowned")
    assert (phrase.low, phrase.high) == (66, None)


def test_a_number_that_rises_from_one_to_another_is_no_range() -> None:
    assert [(p.low, p.high) for p in find_numbers("rose from 12 to 15")] == [(12, 12), (15, 15)]


def test_gone_up_to_a_number_is_that_number_and_no_ceiling() -> None:
    assert [(p.low, p.high) for p in find_numbers("the toll has gone up to 31")] == [(31, 31)]


def test_two_numbers_joined_by_and_are_two() -> None:
    assert [p.low for p in find_numbers("killing 12 and 30")] == [12, 30]


@given(st.integers(min_value=1, max_value=999))
def test_a_majority_is_more_than_half(whole: int) -> None:
    low, high = share_of((whole, whole), "most")
    assert low is not None and 2 * low > whole
    assert high == whole


def test_most_of_an_open_figure_keeps_its_top_open() -> None:
    assert share_of((140_000, None), "most") == (70_000, None)


def test_half_halves_both_bounds() -> None:
    assert share_of((40, None), "half") == (20, None)
