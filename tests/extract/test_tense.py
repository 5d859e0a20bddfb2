"""The tense of a clause."""

import pytest

from dateline.extract.tense import tense_of
from dateline.model.text import Report
from dateline.read.parser import Parser


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("Rebels shelled the port.", "shelled", "past"),
        ("Rebels have shelled the port.", "shelled", "present"),
        ("Rebels are shelling the port.", "shelling", "present"),
        ("Rebels will shell the port.", "shell", "future"),
        ("Rebels plan to shell the port.", "shell", "future"),
        ("Rebels have tried to advance for months.", "advance", "present"),
        ("The army may have shelled the port.", "shelled", "past"),
        ("A raid killed ten people.", "raid", "past"),
    ],
)
def test_the_tense_is_the_clauses(parser: Parser, text: str, word: str, tense: str) -> None:
    reading = parser.read(Report(page="page", id="sha256:0", text=text, status="coded"))
    named = next(token.i for token in reading.tokens if token.text == word)
    assert tense_of(reading, named) == tense
