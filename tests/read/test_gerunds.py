"""Gerunds that the parser takes for parts of compound nouns."""

import pytest

from dateline.model.text import Reading, Report
from dateline.read.parser import Parser


def read(parser: Parser, text: str) -> Reading:
    return parser.read(Report(page="p", id="sha256:0", text=text, status="coded"))


@pytest.mark.parametrize(
    "text",
    [
        "The army has denied bombing hospitals in the north.",
        "The army denied killing civilians.",
        "Rebels accused the army of shelling schools in Tarvan.",
        "The ministry accused the rebels of kidnapping aid workers.",
        "Tarvan denied opening fire.",
        "The militia denied firing rockets.",
    ],
)
def test_a_deed_that_is_denied_or_charged_is_a_verb_with_its_object(parser: Parser, text: str) -> None:
    reading = read(parser, text)
    deed = next(t for t in reading.tokens if t.text.endswith("ing"))
    assert (deed.pos, deed.tag) == ("VERB", "VBG")
    assert [reading.tokens[c].dep for c in reading.children[deed.i]].count("dobj") == 1
    assert deed.i in reading.children[deed.head]


@pytest.mark.parametrize("text", ["The army denied bombing raids.", "Weeks of bombing raids followed."])
def test_a_compound_noun_stays_one(parser: Parser, text: str) -> None:
    noun = next(t for t in read(parser, text).tokens if t.text.endswith("ing"))
    assert (noun.pos, noun.dep) == ("NOUN", "compound")
