"""Words of time as TIMEX3: what type and value each pattern of the calendar gets, on a Friday of 2013."""

from datetime import date

import pytest

from dateline.evaluate.timex3 import bare, timex3, undated
from dateline.evaluate.verbatim import verbatim
from dateline.knowledge import calendar
from dateline.model.claim import TimeMention
from dateline.resolve.dates import Anchor, resolve_time

FRIDAY = Anchor(published=date(2013, 3, 22))


def read(words: str) -> tuple[str, str]:
    """The type and value of words that are one expression."""
    text = verbatim("words", words)
    (found,) = calendar.find(words)
    mention = TimeMention(words=text.span(found.start, found.end), pattern=found.pattern)
    days = resolve_time(mention, anchor=FRIDAY, background=True, modality="occurred")
    return timex3(found.pattern, found.text, days)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Friday", "2013-03-22"),
        ("yesterday", "2013-03-21"),
        ("12 February 2011", "2011-02-12"),
        ("early December", "2012-12"),
        ("late May 2010", "2010-05"),
        ("in 2009", "2009"),
        ("the 1990s", "199"),
        ("the 20th century", "19"),
        ("last year", "2012"),
        ("this year", "2013"),
        ("this week", "2013-W12"),
        ("last month", "2013-02"),
        ("last weekend", "2013-W11-WE"),
        ("last summer", "2012-SU"),
        ("the first quarter of 2012", "2012-Q1"),
        ("the second half of 2012", "2012-H2"),
        ("two days ago", "2013-03-20"),
        ("three weeks ago", "2013-W09"),
        ("six months ago", "2012-09"),
        ("six years ago", "2007"),
        ("a few days ago", "PAST_REF"),
        ("the end of the year", "2013"),
    ],
)
def test_a_date_is_as_sharp_as_its_words(words: str, value: str) -> None:
    assert read(words) == ("DATE", value)


@pytest.mark.parametrize(
    ("words", "value"),
    [("Thursday night", "2013-03-21TNI"), ("tonight", "2013-03-22TNI"), ("yesterday morning", "2013-03-21TMO")],
)
def test_a_part_of_a_day_is_a_time(words: str, value: str) -> None:
    assert read(words) == ("TIME", value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the past two years", "P2Y"),
        ("in the last 24 hours", "PT24H"),
        ("over the past two decades", "P20Y"),
        ("for several months", "PXM"),
        ("for a fortnight", "P2W"),
        ("in recent weeks", "PXW"),
    ],
)
def test_a_stretch_of_time_is_a_duration(words: str, value: str) -> None:
    assert read(words) == ("DURATION", value)


@pytest.mark.parametrize(
    ("pattern", "words", "kind", "value"),
    [
        ("length", "90 days", "DURATION", "P90D"),
        ("length", "an hour", "DURATION", "PT1H"),
        ("length", "several weeks", "DURATION", "PXW"),
        ("length", "two decades", "DURATION", "P20Y"),
        ("clock", "8 PM", "TIME", "2013-03-22T20:00"),
        ("repeated", "every Friday", "SET", "XXXX-WXX-5"),
        ("repeated", "each winter", "SET", "XXXX-WI"),
        ("repeated", "annually", "SET", "XXXX"),
        ("repeated", "every fortnight", "SET", ""),
        ("now", "currently", "DATE", "PRESENT_REF"),
        ("lately", "recently", "DATE", "PAST_REF"),
    ],
)
def test_words_that_name_no_day_have_their_values_too(pattern: str, words: str, kind: str, value: str) -> None:
    assert undated(pattern, words, date(2013, 3, 22)) == (kind, value)


def test_an_hour_of_an_unknown_day_has_no_value() -> None:
    assert undated("clock", "8 PM", None) == ("TIME", "")


def test_words_whose_days_are_not_known_have_no_value() -> None:
    assert timex3("weekday", "Friday", None) == ("DATE", "")
    assert timex3("weekday", "Friday night", None) == ("TIME", "")


def test_the_preposition_is_no_part_of_the_expression() -> None:
    text = verbatim("words", "It held over the past two years.")
    assert bare(text, text.span(8, 31)).text == "the past two years"
    assert bare(text, text.span(13, 31)).text == "the past two years"
