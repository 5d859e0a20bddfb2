"""Weapons of the air and of the ground told as joined: "jets and artillery hit the port" are two acts.

What the sentence tells, its dead among it, is told of both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.extract.grammar import conjuncts, first_conjunct, kids, sentence_at
from dateline.knowledge.words import word_classes
from dateline.model.claim import Claim
from dateline.model.text import Reading, Span

_CLASSES: Final = {"air_strike": "aerial", "shelling": "ground_fire"}
_ALONE: Final = {"airstrike": "air_strike"}
_BEFORE: Final = ("compound", "amod", "nmod")
_BY: Final = frozenset({"by", "with", "in"})


def with_joined_means(reading: Reading, claims: Iterable[tuple[Claim, int]]) -> list[tuple[Claim, int]]:
    """The claims, each with its trigger's token, and behind a strike or shelling the other one that its means tell."""
    told = list(claims)
    types = {(claim.sentence, claim.type) for claim, _ in told}
    return [each for claim, i in told for each in ((claim, i), *_other_act(reading, claim, i, types))]


def _other_act(reading: Reading, claim: Claim, i: int, types: set[tuple[Span, str]]) -> Iterator[tuple[Claim, int]]:
    other = next((kind for kind in _CLASSES if kind != claim.type), None) if claim.type in _CLASSES else None
    if other is None or (claim.sentence, other) in types:
        return
    joined = next(_joined(reading, i, claim.type, other), None)
    if joined is not None:
        types.add((claim.sentence, other))
        yield replace(claim, type=other, trigger=reading.words(joined, joined), means=None), joined


def _joined(reading: Reading, i: int, own: str, other: str) -> Iterator[int]:
    """The words for means of the other kind that are joined to one of the trigger's own kind."""
    sentence = sentence_at(reading, i)
    for k in range(sentence.first, sentence.last):
        beside = _beside(reading, k)
        is_other = _kind(reading, k) == other and not _is_one_wave(reading, (k, *beside))
        joined = k != i and is_other and any(_kind(reading, b) == own for b in beside)
        if joined and any(_is_means(reading, b, i) for b in (k, *beside)):
            yield k


def _is_one_wave(reading: Reading, group: tuple[int, ...]) -> bool:
    """ "Drones and missiles": what is sent together from afar is one attack."""
    words = {reading.tokens[w].lemma.lower() for k in group for w in (k, *kids(reading, k, *_BEFORE))}
    return bool(words & {"drone", "uav"}) and "missile" in words


def _beside(reading: Reading, k: int) -> tuple[int, ...]:
    """What a noun is joined to; parsers also make the first of two joined nouns a modifier of the second."""
    group = tuple(c for c in conjuncts(reading, first_conjunct(reading, k)) if c != k)
    token = reading.tokens[k]
    return (*group, token.head) if token.dep in _BEFORE and kids(reading, k, "cc") else group


def _kind(reading: Reading, k: int) -> str | None:
    """Of which kind the weapons of a noun are, by itself or by what stands before it."""
    token = reading.tokens[k]
    before = (c for c in kids(reading, k, *_BEFORE) if not kids(reading, c, "cc"))
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    words = [reading.tokens[w].lemma.lower() for w in (k, *before)]
    if any(word in word_classes()["bomb_kinds"] - {"bomb"} for word in words):
        return None
    if words[0] in _ALONE:
        return _ALONE[words[0]]
    found = (kind for word in (*words[1:], words[0]) for kind, name in _CLASSES.items() if word in word_classes()[name])
    return next(found, None)


def _is_means(reading: Reading, k: int, i: int) -> bool:
    """Whether a noun is the trigger, before it, its subject or what it was done with by those who have no aircraft."""
    top = reading.tokens[first_conjunct(reading, k)]
    if k == i or (top.dep in _BEFORE and top.head == i):
        return True
    if top.dep in ("nsubj", "nsubjpass"):
        return top.head == i
    preposition = reading.tokens[top.head]
    through = top.dep == "pobj" and preposition.lower in _BY and preposition.head == i
    return through and not any(_kind(reading, s) == "air_strike" for s in kids(reading, i, "nsubj"))
