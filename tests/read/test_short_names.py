"""Short names that look like common words are read as names."""

import pytest

from dateline.model.text import Reading, Report
from dateline.read.parser import Parser


def read(parser: Parser, text: str) -> Reading:
    return parser.read(Report(page="p", id="sha256:0", text=text, status="coded", published=None))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jets bombed IS positions near the river.", "IS"),
        ("IS shelled a village.", "IS"),
        ("Raids against IS went on.", "IS"),
        ("WHO said the clinic was shut.", "WHO"),
    ],
)
def test_a_short_name_is_no_verb(parser: Parser, text: str, name: str) -> None:
    found = next(t for t in read(parser, text).tokens if t.text == name)
    assert (found.lemma, found.pos) == (name.lower(), "PROPN")
    assert text[found.start : found.end] == name


@pytest.mark.parametrize("text", ["It IS true.", "THE TOWN IS QUIET TODAY."])
def test_a_verb_in_capitals_stays_one(parser: Parser, text: str) -> None:
    assert next(t for t in read(parser, text).tokens if t.text == "IS").pos != "PROPN"
