"""A bare "the attack" is of the kind told before it, unless the words make it another matter."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from claims_made import bare
from dateline.extract.told_kind import of_told_kind
from dateline.model.claim import Claim, Mention
from dateline.model.text import Reading, Span

Read = Callable[[str], Reading]
FIRST = "Jets bombed the market on Monday. "


def claim(reading: Reading, word: str, kind: str, *agents: str) -> tuple[Claim, int]:
    token = next(t for t in reading.tokens if t.text == word)
    span = Span(token.start, token.end, token.text)
    sentence = reading.sentences[reading.sentence_of[token.i]].span
    made = bare(kind, span, sentence, agents=tuple(Mention(name=a, words=span) for a in agents))
    return made, token.i


def second_kind(read: Read, sentence: str, word: str, *agents: str) -> str:
    reading = read(FIRST + sentence)
    first = claim(reading, "bombed", "air_strike", "army")
    return of_told_kind(reading, [first, claim(reading, word, "attack", *agents)])[1].type


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The attack also wounded ten people.", "attack"),
        ("Similar attacks hit two villages.", "attacks"),
        ("They struck a clinic as well.", "struck"),
    ],
)
def test_a_bare_word_takes_the_kind_told_before(read: Read, sentence: str, word: str) -> None:
    assert second_kind(read, sentence, word) == "air_strike"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("An attack on the same market killed six in 2015.", "attack"),
        ("Residents fear attacks on the road.", "attacks"),
        ("They have attacked journalists before.", "attacked"),
        ("The offensive began in May.", "offensive"),
    ],
)
def test_another_matter_keeps_its_kind(read: Read, sentence: str, word: str) -> None:
    assert second_kind(read, sentence, word) == "attack"


def test_what_somebody_else_did_keeps_its_kind(read: Read) -> None:
    assert second_kind(read, "The rebels struck back at a checkpoint.", "struck", "rebels") == "attack"
    assert second_kind(read, "The army struck a checkpoint too.", "struck", "army") == "air_strike"


def test_what_is_far_above_does_not_reach(read: Read) -> None:
    between = "Rain fell on the hills. " * 5
    reading = read(FIRST + between + "The attack drew crowds.")
    told = [claim(reading, "bombed", "air_strike"), claim(reading, "attack", "attack")]
    assert of_told_kind(reading, told)[1].type == "attack"


def test_a_known_kind_is_left_alone(read: Read) -> None:
    reading = read(FIRST + "The attack with a knife was another.")
    made, i = claim(reading, "attack", "attack")
    told = [claim(reading, "bombed", "air_strike"), (replace(made, means="knife"), i)]
    assert of_told_kind(reading, told)[1].type == "attack"


def test_rebels_attack_on_the_ground(read: Read) -> None:
    reading = read("Air strikes hit the market on Monday. Rebel fighters attacked two posts.")
    told = [claim(reading, "strikes", "air_strike"), claim(reading, "attacked", "attack", "Rebel fighters")]
    assert of_told_kind(reading, told)[1].type == "attack"


def test_after_a_clash_the_attack_is_the_clash(read: Read) -> None:
    reading = read("Jets bombed the market on Monday. Rebels clashed with marines. The attack wounded ten.")
    told = [claim(reading, "bombed", "air_strike"), claim(reading, "clashed", "armed_clash")]
    assert of_told_kind(reading, [*told, claim(reading, "attack", "attack")])[2].type == "attack"
