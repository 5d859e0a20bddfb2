"""Words of time that name no day of their own."""

import pytest

from dateline.knowledge.calendar_undated import Length, find_undated, length_of, parts_undated, time_of_day


def found(text: str) -> list[tuple[str, str]]:
    return [(words.pattern, words.text) for words in find_undated(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He was held for 90 days in a cell.", "90 days"),
        ("A four-week truce began.", "four-week"),
        ("It came twenty-four hours late.", "twenty-four hours"),
        ("An hour before the raid they left.", "An hour"),
        ("Several months of talks failed.", "Several months"),
    ],
)
def test_a_length_is_found_where_something_is_measured(text: str, words: str) -> None:
    assert found(text) == [("length", words)]


@pytest.mark.parametrize(
    "text",
    [
        "A 22-year-old man and a woman 31 years old were hurt.",
        "It costs ten dollars a day.",
        "More than 1,000 days have gone.",
        "She knows it.",
    ],
)
def test_ages_and_prices_and_larger_numbers_are_no_lengths(text: str) -> None:
    assert found(text) == []


def test_hours_and_what_comes_back_and_now_are_found() -> None:
    text = "Now it opens at 3:30 p.m. and not at 15:00 GMT, every Friday or daily. It was recently shut."
    assert found(text) == [
        ("now", "Now"),
        ("clock", "3:30 p.m."),
        ("clock", "15:00 GMT"),
        ("repeated", "every Friday"),
        ("repeated", "daily"),
        ("lately", "recently"),
    ]


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("90 days", Length(number=90, unit="day")),
        ("twenty-four hours", Length(number=24, unit="hour")),
        ("an hour", Length(number=1, unit="hour")),
        ("several weeks", Length(number=None, unit="week")),
        ("a couple of years", Length(number=None, unit="year")),
    ],
)
def test_a_length_is_a_number_of_units_and_a_vague_one_has_none(words: str, length: Length) -> None:
    assert length_of(parts_undated(words)) == length


@pytest.mark.parametrize(
    ("words", "time"), [("8 PM", "20:00"), ("12 a.m.", "00:00"), ("12:15 pm", "12:15"), ("15:00 GMT", "15:00")]
)
def test_a_clock_is_read_in_24_hours(words: str, time: str) -> None:
    assert time_of_day(parts_undated(words)) == time
