"""Plurals that begin a sentence are words; what stands in a name is none."""

import pytest

from dateline.model.text import Report, Token
from dateline.read.parser import Parser


def token(parser: Parser, text: str, word: str) -> Token:
    reading = parser.read(Report(page="p", id="sha256:0", text=text, status="coded"))
    return next(one for one in reading.tokens if one.text == word)


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Rockets struck a depot near the quay.", "Rockets", "rocket"),
        ("Herders killed nine farmers.", "Herders", "herder"),
        ("Suspected Islamists killed a headmaster.", "Islamists", "islamist"),
    ],
)
def test_a_plural_that_begins_a_sentence_is_no_name(parser: Parser, text: str, word: str, lemma: str) -> None:
    found = token(parser, text, word)
    assert (found.lemma, found.pos, found.tag) == (lemma, "NOUN", "NNS")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A team of the Nile Rangers won.", "Rangers"),
        ("United Rangers won on Monday.", "Rangers"),
        ("Rangers Hall was shut on Monday.", "Rangers"),
        ("Paris sent a team.", "Paris"),
    ],
)
def test_a_plural_in_a_name_stays_a_name(parser: Parser, text: str, word: str) -> None:
    assert token(parser, text, word).pos == "PROPN"


@pytest.mark.parametrize("text", ["Shells hit two bases.", "Troops left army bases in the north."])
def test_bases_are_no_basis(parser: Parser, text: str) -> None:
    assert token(parser, text, "bases").lemma == "base"
