"""Words of time are found by name, and words that only look like it are not."""

from itertools import pairwise

import pytest

from dateline.knowledge import calendar
from dateline.knowledge.calendar_words import month_of, number_of, weekday_of
from dateline.knowledge.date_lines import find_date_line

FOUND = [
    ("They left on 29 August 2019 by road.", "date", "29 August 2019"),
    ("They left on August 29, 2019 by road.", "date", "August 29, 2019"),
    ("The order is dated 2019-08-29.", "date", "2019-08-29"),
    ("Fri Apr 29 2016 the bridge fell.", "date", "Fri Apr 29 2016"),
    ("The order of 12/07/2016 stands.", "numeric_date", "12/07/2016"),
    ("The order of 12-07-2016 stands.", "numeric_date", "12-07-2016"),
    ("It began on Aug. 29 in the port.", "month_day", "Aug. 29"),
    ("It began on the 3rd of June in the port.", "month_day", "the 3rd of June"),
    ("The October 6 attack was the worst.", "month_day", "October 6"),
    ("Fighting on July 3-5 closed the road.", "day_range", "July 3-5"),
    ("The siege of March 2011 was short.", "month_year", "March 2011"),
    ("A battle in January of this year emptied it.", "month_year", "January of this year"),
    ("The town fell in February.", "month", "February"),
    ("The town fell last April.", "month", "last April"),
    ("The town fell in late April.", "month", "late April"),
    ("The town fell in mid-July.", "month", "mid-July"),
    ("the town fell in march.", "month", "march"),
    ("The May offensive failed.", "month", "May"),
    ("The town fell in early 2014.", "year", "early 2014"),
    ("The town fell in 2014.", "year", "2014"),
    ("Raids of the 1990s are remembered.", "decade", "the 1990s"),
    ("The wars of the 19th century are remembered.", "century", "the 19th century"),
    ("The war of 2008-2009 emptied it.", "year_range", "2008-2009"),
    ("The 1957 - 58 drought emptied it.", "year_range", "1957 - 58"),
    ("Raids in the first six months of 2016 doubled.", "part_of_year", "the first six months of 2016"),
    ("The front broke in the summer of 2014.", "season", "the summer of 2014"),
    ("The front broke last winter.", "season", "last winter"),
    ("The bridge was hit on Friday.", "weekday", "Friday"),
    ("The bridge was hit Friday night.", "weekday", "Friday night"),
    ("The bridge was hit early Sunday.", "weekday", "early Sunday"),
    ("The bridge was hit last Friday.", "weekday", "last Friday"),
    ("Tuesday's raid destroyed it.", "weekday", "Tuesday's"),
    ("Raids on Saturday and Sunday destroyed it.", "weekdays", "Saturday and Sunday"),
    ("They came this morning.", "today", "this morning"),
    ("They came last night.", "yesterday", "last night"),
    ("Yesterday they came.", "yesterday", "Yesterday"),
    ("Shells fell overnight.", "overnight", "overnight"),
    ("Shells fell over the weekend.", "weekend", "over the weekend"),
    ("Shells fell last week.", "period", "last week"),
    ("Shells fell earlier this month.", "period", "earlier this month"),
    ("They will meet early next week.", "period", "early next week"),
    ("They must leave by the end of the year.", "end_of", "by the end of the year"),
    ("Twelve died over the past three days.", "span", "over the past three days"),
    ("Twelve died in the last twenty four hours.", "span", "in the last twenty four hours"),
    ("Thousands left in the last few weeks.", "span", "in the last few weeks"),
    ("Thousands left in recent days.", "recent", "in recent days"),
    ("It fell nearly ten days ago.", "ago", "nearly ten days ago"),
    ("It fell months ago.", "ago", "months ago"),
    ("Two days later it fell.", "offset", "Two days later"),
    ("The following day it fell.", "offset", "The following day"),
    ("On the same day it fell.", "same_day", "On the same day"),
    ("Since then it has been quiet.", "since_then", "Since then"),
    ("It has been besieged for over two years.", "lasting", "for over two years"),
    ("It was the first raid in at least two years.", "within", "in at least two years"),
    ("It struck a day after the truce failed.", "forerun", "a day after"),
    ("They wept on the second anniversary of the siege.", "forerun", "the second anniversary"),
    ("It left the day after.", "offset", "the day after"),
    ("They crossed at dawn.", "part_of_day", "at dawn"),
    ("It has lasted since late April.", "since", "since late April"),
    ("The truce holds until Friday.", "until", "until Friday"),
    ("The truce holds until 6 p.m. on Friday.", "until", "until 6 p.m. on Friday"),
    ("Raids between May 3 and June 5 rose.", "between", "between May 3 and June 5"),
    ("Raids from March to June 2014 rose.", "between", "from March to June 2014"),
    ("Gains in December and February were small.", "between", "December and February"),
]


def test_what_is_earlier_than_something_else_is_not_counted_from_a_day() -> None:
    assert calendar.find("The rains came two months earlier than usual.") == ()


@pytest.mark.parametrize(("text", "pattern", "words"), FOUND)
def test_a_time_expression_is_found_whole_and_by_name(text: str, pattern: str, words: str) -> None:
    assert [(one.pattern, one.text) for one in calendar.find(text)] == [(pattern, words)]


@pytest.mark.parametrize(("text", "pattern", "words"), FOUND)
def test_what_was_found_lies_where_it_says(text: str, pattern: str, words: str) -> None:
    one = calendar.find(text)[0]
    assert text[one.start : one.end] == one.text == words


@pytest.mark.parametrize(
    "text",
    [
        "A second blast followed the first.",
        "The rebels may march on the city.",
        "12 may have died.",
        "A 28-month-old conflict goes on.",
        "The judge, 63 years old, was freed.",
        "He was jailed for 10 years in prison.",
        "In 2000 people's names it was signed by 2016 fighters.",
        "They sat down and wed the sun to the moon.",
        "Shops were shut for Friday prayers.",
        "On Bloody Sunday the square was full.",
        "The march to the capital began.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert not [one for one in calendar.find(text) if one.pattern != "year"]


def test_a_count_of_people_is_no_year() -> None:
    assert calendar.find("Some of 2000 people were freed.") == ()


def test_several_times_are_found_in_order_and_apart() -> None:
    found = calendar.find("On Monday shells fell; since 2011, many have. Last week none did.")
    assert [one.text for one in found] == ["Monday", "since 2011", "Last week"]
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_the_parts_of_an_expression_can_be_read_again() -> None:
    assert calendar.parts("date", "29 August 2019") == {"day": "29", "month": "august", "year": "2019"}
    assert calendar.parts("ago", "nearly ten days ago") == {"hedge": "nearly", "number": "ten", "unit": "day"}
    assert calendar.parts("ago", "no such words") == {}


def test_joined_words_give_up_what_they_hold() -> None:
    assert [one.pattern for one in calendar.inside("since late April")] == ["month"]


def test_every_found_pattern_is_among_the_names() -> None:
    assert {pattern for _, pattern, _ in FOUND} <= calendar.patterns()


@pytest.mark.parametrize(
    ("words", "number"),
    [("24", 24), ("twenty-four", 24), ("twelve", 12), ("a couple of", 2), ("several", 4), ("a", 1), ("much", None)],
)
def test_number_words_have_their_number(words: str, number: int | None) -> None:
    assert number_of(words) == number


def test_short_names_are_the_long_ones() -> None:
    assert month_of("Aug.") == month_of("august") == 8
    assert weekday_of("Thurs.") == weekday_of("thursday") == 3


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Friday 23 May 2014 Rebels shelled a rally in the south.", "Friday 23 May 2014"),
        ("Published June 20 2016 Five medics were killed.", "June 20 2016"),
        ("Rally shelled AFP Friday 23 May 2014 Rebels shelled a rally.", "Friday 23 May 2014"),
        ("PORT SAIRA (April 15, 2011) - Two men were held.", "April 15, 2011"),
        ("15-09-2013 Militants attacked a bus.", "15-09-2013"),
    ],
)
def test_a_date_that_stands_apart_is_a_date_line(text: str, line: str) -> None:
    found = find_date_line(text)
    assert found is not None and found.text == line


@pytest.mark.parametrize(
    "text",
    [
        "The town fell on 23 May 2014 after a siege.",
        "Rebels who left on Friday, 23 May 2014, came back.",
        "The judge was born May 1, 1999, in the port.",
        "Shells fell. " * 60 + "Friday 23 May 2014",
    ],
)
def test_a_date_inside_the_story_is_no_date_line(text: str) -> None:
    assert find_date_line(text) is None
