"""Participles behind a noun, which the parser takes for the verb of the sentence."""

import pytest

from dateline.model.text import Reading, Report
from dateline.read.parser import Parser


def read(parser: Parser, text: str) -> Reading:
    return parser.read(Report(page="p", id="sha256:0", text=text, status="coded"))


def head_and_role(reading: Reading, word: str) -> tuple[str, str]:
    token = next(t for t in reading.tokens if t.text == word)
    return reading.tokens[token.head].text, token.dep


@pytest.mark.parametrize(
    ("text", "noun", "participle", "verb"),
    [
        ("The rockets fired at the town killed nine people.", "rockets", "fired", "killed"),
        ("Troops sent to the region clashed with rebels on Monday.", "Troops", "sent", "clashed"),
        ("Shells hit a mill while the missiles fired at Duma killed nine people.", "missiles", "fired", "killed"),
    ],
)
def test_the_second_verb_is_that_of_the_sentence(
    parser: Parser, text: str, noun: str, participle: str, verb: str
) -> None:
    reading = read(parser, text)
    assert head_and_role(reading, participle) == (noun, "acl")
    assert head_and_role(reading, noun) == (verb, "nsubj")


def test_an_army_that_fires_is_not_fired(parser: Parser) -> None:
    assert head_and_role(read(parser, "The army fired at protesters and killed nine people."), "army") == (
        "fired",
        "nsubj",
    )
