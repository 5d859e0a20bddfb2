"""What "the attack" means: an act told before, unless its words make it another."""

from collections.abc import Callable

import pytest

from dateline.extract.pointing_back import points_back
from dateline.model.text import Reading


@pytest.mark.parametrize(
    ("text", "word", "back"),
    [
        ("The attack wounded ten sailors.", "attack", True),
        ("The suicide attack wounded ten sailors.", "attack", True),
        ("The rocket attack wounded ten sailors.", "attack", True),
        ("The Azmar attack wounded ten sailors.", "attack", False),
        ("The second attack wounded ten sailors.", "attack", False),
        ("A suicide attack wounded ten sailors.", "attack", False),
        ("The rocket attacks wounded ten sailors.", "attacks", False),
        ("The attack on the port wounded ten sailors.", "attack", False),
    ],
)
def test_the_kind_of_an_act_does_not_make_it_another(
    read: Callable[[str], Reading], text: str, word: str, back: bool
) -> None:
    reading = read(text)
    assert points_back(reading, next(t.i for t in reading.tokens if t.text == word)) is back
