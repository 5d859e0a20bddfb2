"""Whether what is told occurred."""

import pytest

from dateline.extract.modality import is_told_as_background, modality
from dateline.model.text import Reading


def token(reading: Reading, word: str) -> int:
    return next(t.i for t in reading.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels captured the town on Friday.", "captured", "occurred"),
        ("The gains bring the army closer to capturing the town.", "capturing", "possible"),
        ("Fighters failed to capture the bridge.", "capture", "not"),
        ("The army did not bomb the clinic.", "bomb", "not"),
        ("No shots were fired in the square.", "fired", "not"),
        ("The general vowed to retake the city.", "retake", "planned"),
        ("Troops will withdraw from the province.", "withdraw", "planned"),
        ("Residents fear an attack on the camp.", "attack", "possible"),
        ("Militants could strike the port again.", "strike", "possible"),
        ("If the rebels attack the base, the army will answer.", "attack", "possible"),
        ("An offensive to seize the valley began at dawn.", "seize", "planned"),
        ("Police foiled an attack on the station.", "attack", "not"),
        ("The envoy urged both sides to stop the shelling.", "shelling", "occurred"),
        ("Soldiers began to leave the town.", "leave", "occurred"),
        ("Villagers were forced to leave their homes.", "leave", "occurred"),
        ("Aid workers spoke of a planned offensive.", "offensive", "planned"),
        ("The army not only bombed the bridge but mined the road.", "bombed", "occurred"),
    ],
)
def test_modality_follows_what_is_said_of_the_event(read, text: str, word: str, expected: str) -> None:
    reading = read(text)
    assert modality(reading, token(reading, word)) == expected


def test_a_threat_is_made_although_what_it_threatens_is_not_done(read) -> None:
    reading = read("We will respond, the minister warned.")
    assert modality(reading, token(reading, "respond"), "threat") == "occurred"
    assert modality(reading, token(reading, "respond"), "attack") == "planned"


def test_what_was_done_since_then_is_background(read) -> None:
    reading = read("Since capturing the town in May, rebels have held the road.")
    assert is_told_as_background(reading, token(reading, "capturing"))
    assert not is_told_as_background(reading, token(reading, "held"))
