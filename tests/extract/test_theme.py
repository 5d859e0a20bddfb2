"""In a report of another matter only plain words tell of conflict."""

from collections.abc import Callable

import pytest

from claims_made import bare
from dateline.extract.scene import Scene
from dateline.extract.theme import SHORT, against, is_of_conflict, of_theme, share_of_conflict
from dateline.model.claim import Claim
from dateline.model.text import Reading, Span

Read = Callable[[str], Reading]

MATCH = (
    "The visitors attacked from the first minute and captured the lead before the break. "
    + "Their coach said that the team had played for every ball and had earned its place at the top of the table. " * 18
)
WAR = (
    "Soldiers shelled the market and killed nine people, medics said. The army said that militants had fired mortars "
    "at its checkpoint. Residents fled the fighting in lorries. "
)
NEWS = "Gunmen killed two guests near the ground on Friday."


def scene(reading: Reading) -> Scene:
    return Scene(reading=reading, actors={}, token_at={}, place_at={}, places=(), times=(), figures=(), attributions=())


def conflict(reading: Reading) -> bool:
    return is_of_conflict(scene(reading), share_of_conflict(scene(reading)))


def claims(reading: Reading, kind: str) -> list[Claim]:
    """One claim of the kind for each sentence."""
    return [bare(kind, Span(s.span.start, s.span.start + 1, s.span.text[:1]), s.span) for s in reading.sentences]


def test_words_of_war_make_a_report_of_conflict(read: Read) -> None:
    reading = read(WAR * 4)
    assert conflict(reading)
    assert of_theme(scene(reading), claims(reading, "attack")) == tuple(claims(reading, "attack"))


def test_a_match_report_tells_of_no_attack(read: Read) -> None:
    reading = read(MATCH)
    assert not conflict(reading)
    assert of_theme(scene(reading), claims(reading, "attack")) == ()


def test_plain_words_tell_in_any_report(read: Read) -> None:
    reading = read(MATCH + NEWS)
    assert not conflict(reading)
    assert [c.sentence.text for c in of_theme(scene(reading), claims(reading, "attack"))] == [NEWS]


@pytest.mark.parametrize("kind", ["protest", "riot", "arrest", "release"])
def test_crowds_and_courts_are_told_in_any_report(read: Read, kind: str) -> None:
    reading = read(MATCH)
    assert len(of_theme(scene(reading), claims(reading, kind))) == len(reading.sentences)


def test_a_short_text_is_taken_at_its_word(read: Read) -> None:
    reading = read("The town was taken on Monday.")
    assert len(reading.tokens) < SHORT
    assert conflict(reading)


HISTORY = (
    "In 1807 the fort was attacked by raiders. " + "The hill has fine views of the bay and of the old harbour. " * 50
)


def test_what_happened_long_ago_is_no_claim_of_a_report_of_other_things(read: Read) -> None:
    reading = read(HISTORY + WAR)
    (first, *_) = claims(reading, "attack")
    assert against(scene(reading), first) == "happened a generation ago or more"


def test_a_report_of_little_but_conflict_keeps_its_background_of_long_ago(read: Read) -> None:
    reading = read("In 1807 the fort was attacked by raiders. " + WAR * 4)
    (first, *_) = claims(reading, "attack")
    assert against(scene(reading), first) is None
