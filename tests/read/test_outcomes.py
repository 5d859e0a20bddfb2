"""What becomes of somebody is no part of his name: "took nine sailors hostage"."""

import pytest

from dateline.model.text import Report
from dateline.read.parser import Parser


@pytest.mark.parametrize(
    ("text", "taken", "verb"),
    [
        ("Pirates took nine sailors hostage.", "sailors", "took"),
        ("Rioters set tyres alight.", "tyres", "set"),
        ("Rebels freed a British hostage.", "hostage", "freed"),
    ],
)
def test_the_object_is_who_was_taken(parser: Parser, text: str, taken: str, verb: str) -> None:
    reading = parser.read(Report(page="p", id="sha256:0", text=text, status="coded"))
    token = next(t for t in reading.tokens if t.text == taken)
    assert (token.dep, reading.tokens[token.head].text) == ("dobj", verb)
