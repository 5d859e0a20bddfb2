"""Wars: when they began, and the words that count from there."""

from datetime import date

import pytest

from dateline.knowledge.wars import length_of, parse_wars, war_of, war_times, wars
from dateline.model.errors import DataError

FOUND = [
    ("The war has killed thousands.", "war", "The war"),
    ("Officials say the civil war has displaced millions.", "war", "the civil war"),
    ("Thousands fled since the start of the conflict.", "war", "since the start of the conflict"),
    ("Thousands fled since the war broke out.", "war", "since the war broke out"),
    ("It lost 300 tanks since the invasion.", "war", "since the invasion"),
    ("It lost 300 tanks so far in the war.", "war", "so far in the war"),
    ("The toll of the five-year conflict rose.", "lasting_war", "five-year conflict"),
    ("It happened during the 28-month-old uprising.", "lasting_war", "28-month-old uprising"),
]


@pytest.mark.parametrize(("text", "pattern", "words"), FOUND)
def test_words_that_count_from_a_wars_beginning_are_found(text: str, pattern: str, words: str) -> None:
    assert [(one.pattern, one.text) for one in war_times(text)] == [(pattern, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The war has two sides.",
        "It is the worst since the Cold War.",
        "The war began in May.",
        "They warn of a conflict.",
    ],
)
def test_other_words_about_wars_count_from_nowhere(text: str) -> None:
    assert not list(war_times(text))


def test_the_length_of_a_war_is_read_from_its_words() -> None:
    assert length_of("five-year conflict") == {"number": "five", "unit": "year"}
    assert length_of("28-month-old uprising") == {"number": "28", "unit": "month"}
    assert length_of("the war") == {}


def test_a_reports_war_is_the_one_in_its_country_on_its_day() -> None:
    def began(day: date, *countries: str) -> date | None:
        war = war_of(countries, day)
        return war.began if war else None

    assert began(date(2016, 5, 1), "SY") == date(2011, 3, 15)
    assert began(date(2016, 5, 1), "UA") == date(2014, 4, 6)
    assert began(date(2023, 5, 1), "UA") == date(2022, 2, 24)
    assert began(date(2010, 5, 1), "SY") is None
    assert began(date(2016, 5, 1), "PL", "SY") == date(2011, 3, 15)
    assert began(date(2016, 5, 1)) is None


def test_every_war_that_is_shipped_is_one_country_codes_long_and_no_two_share_a_name() -> None:
    assert all(len(code) == 2 and code.isupper() for war in wars() for code in war.countries)
    assert len({war.name for war in wars()}) == len(wars())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("- {name: A, began: 2011-03-15}", "countries"),
        ("- {name: A, countries: [SY]}", "began"),
        ("- {name: A, countries: [SY], began: 2011-03-15, ended: 2010-01-01}", "does not end"),
    ],
)
def test_a_broken_list_of_wars_says_what_is_wrong(text: str, line: str) -> None:
    with pytest.raises(DataError, match=line):
        parse_wars(text)
