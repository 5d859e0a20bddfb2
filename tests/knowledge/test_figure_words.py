"""The table of words that announce figures."""

import pytest

from dateline.knowledge.figure_words import figure_words, parse_figure_words
from dateline.model.errors import DataError

TABLE = """
kinds: {{killed: {{{role}: [kill]}}}}
types: {{attack: {{own: {own}, takes: [killed]}}}}
status: {{{status}: [soldier]}}
units: {{vehicle: [truck]}}
not_counted: [day]
collective: [army]
"""
GOOD = {"role": "happens_to", "own": "null", "status": "combatant"}


def test_a_table_that_keeps_its_rules_is_read() -> None:
    words = parse_figure_words(TABLE.format(**GOOD))
    assert words.announcers == {"kill": (("killed", "happens_to"),)}
    assert words.types["attack"].takes == {"killed"}
    assert words.status["soldier"] == "combatant"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"role": "happens"}, "'happens' is not a role"),
        ({"own": "injured"}, "'injured' is not among those that it takes"),
        ({"status": "robot"}, "'robot' is not a status"),
    ],
)
def test_a_table_that_breaks_a_rule_is_refused_in_one_line(wrong: dict[str, str], said: str) -> None:
    with pytest.raises(DataError, match=said) as caught:
        parse_figure_words(TABLE.format(**{**GOOD, **wrong}))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["kinds: {}", "[1, 2]", "kinds: [", "kinds: {maimed: {state: [lame]}}"])
def test_a_table_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"figures\.yaml"):
        parse_figure_words(text)


def test_no_word_stands_for_two_statuses_or_counts_and_does_not() -> None:
    words = figure_words()
    assert not words.not_counted & set(words.status)
    assert not words.not_counted & set(words.units)
