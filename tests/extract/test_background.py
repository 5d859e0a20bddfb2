"""What is told as context and what as the report's news."""

import pytest

from dateline.extract.background import is_told_as_background
from dateline.model.text import Reading

NEWS = "Jets bombed a depot in Sabra on Monday. Four guards died, doctors said. Smoke rose over the harbour. "


def token(reading: Reading, word: str) -> int:
    return max(t.i for t in reading.tokens if t.text == word)


def test_what_was_done_since_then_is_background(read) -> None:
    reading = read("Since capturing the town in May, rebels have held the road.")
    assert is_told_as_background(reading, token(reading, "capturing"))
    assert not is_told_as_background(reading, token(reading, "held"))


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The conflict has killed more than 90,000 people.", "killed", "casualties"),
        ("Rebels had earlier seized the mill.", "seized", "capture"),
        ("The besieged port lost its power in the conflict.", "besieged", "siege"),
        ("Guards died when shells fell on the besieged port on Monday, doctors said.", "besieged", "siege"),
        ("The front claimed previous raids on the mill on Monday, police said.", "raids", "attack"),
        ("The government accuses the rebels of shelling villages.", "shelling", "shelling"),
        ("Militants have repeatedly attacked the pipeline.", "attacked", "attack"),
        ("The camp shelters families who fled the war.", "fled", "displacement"),
        ("The road was cut after the invasion.", "invasion", "attack"),
        ("Lorvia took in people fleeing the port.", "fleeing", "displacement"),
        ("Recently the army sent tanks to the harbour.", "sent", "deployment"),
        ("Lorvia had also imposed sanctions on the port on its own.", "imposed", "sanction"),
    ],
)
def test_context_after_the_news_is_background(read, text: str, word: str, kind: str) -> None:
    reading = read(NEWS + text)
    assert is_told_as_background(reading, token(reading, word), kind)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Gunmen also opened fire on a patrol, police said.", "opened", "attack"),
        ("Troops were sent to the harbour on Monday.", "sent", "deployment"),
        ("The army will send troops to the harbour.", "send", "deployment"),
        ("We call on all sides to stop.", "call", "demand"),
    ],
)
def test_news_told_further_down_is_no_background(read, text: str, word: str, kind: str) -> None:
    reading = read(NEWS + text)
    assert not is_told_as_background(reading, token(reading, word), kind)


def test_the_first_sentence_is_news_where_the_same_words_at_the_end_are_not(read) -> None:
    words = "The army has seized the mill."
    opening, closing = read(f"{words} {NEWS}"), read(NEWS + words)
    assert not is_told_as_background(opening, token(opening, "seized"), "capture")
    assert is_told_as_background(closing, token(closing, "seized"), "capture")


def test_the_news_told_again_is_no_background(read) -> None:
    report = "Rebels {} a base in Sabra. Six died. Smoke rose. The front has stormed the base."
    told, untold = read(report.format("stormed")), read(report.format("left"))
    assert not is_told_as_background(told, token(told, "stormed"), "attack")
    assert is_told_as_background(untold, token(untold, "stormed"), "attack")


def test_what_goes_on_from_a_year_long_past_is_background(read) -> None:
    report = NEWS + "Shops closed. The feud began {}. The army burnt down homes."
    old, new = read(report.format("in 1998")), read(report.format("there"))
    assert is_told_as_background(old, token(old, "burnt"), "damage")
    assert not is_told_as_background(new, token(new, "burnt"), "damage")
