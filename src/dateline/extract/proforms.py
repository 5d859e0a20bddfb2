"""Acts told of by a word that only stands for the noun before: "an ambush, and four in another", "since one in March".

The word announces an act of the kind that the noun announced, and another one: it is no second telling.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from dateline.extract.grammar import kids
from dateline.extract.triggers import Announcement
from dateline.knowledge.types import TYPES
from dateline.model.claim import Mention, PlaceMention
from dateline.model.text import Reading

Told = TypeVar("Told", Mention, PlaceMention)

_PARTS: Final = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "conj", "attr"})
# What tells another act apart from "one of them": where, when, on whom it was
_TOLD_BY: Final = frozenset("in on at near outside around against by inside during".split())
_NUMBERED: Final = frozenset({"second", "third", "fourth", "similar"})
_REACH: Final = 30


def proform_announcements(reading: Reading, found: Sequence[Announcement]) -> Iterator[Announcement]:
    """The acts that such words announce, each by the trigger of the noun that they stand for."""
    taken = {a.token for a in found}
    nouns = [a for a in found if reading.tokens[a.token].pos == "NOUN" and TYPES[a.trigger.type] == "violence"]
    for noun in nouns:
        last = reading.sentences[reading.sentence_of[noun.token]].last
        for i in range(noun.token + 1, min(last - 1, noun.token + _REACH)):
            later = any(noun.token < other.token < i for other in nouns)
            if i not in taken and not later and _stands_for_an_act(reading, i):
                yield replace(noun, token=i, words=reading.words(i, i))


def is_proform(reading: Reading, i: int) -> bool:
    """Whether an announcing word only stands for a noun."""
    return reading.tokens[i].lower in _NUMBERED | {"another", "one", "that"}


def told_behind(reading: Reading, i: int, mentions: tuple[Told, ...]) -> tuple[Told, ...]:
    """Of an act that such a word announces only what stands behind it: what is before it is of the other act."""
    if not is_proform(reading, i):
        return mentions
    return tuple(m for m in mentions if m.words.start > reading.tokens[i].start and any(map(str.isalpha, m.words.text)))


def _stands_for_an_act(reading: Reading, i: int) -> bool:
    """Whether the word is "another", "one", "that" or "a second" without a noun, and says of which act."""
    token, following = reading.tokens[i], reading.tokens[i + 1].lower
    if token.dep not in _PARTS:
        return False
    if token.lower == "that":
        return following == "of"
    told = following in _TOLD_BY or (following != "of" and bool(kids(reading, i, "relcl", "acl")))
    if token.lower in ("another", "one"):
        return told and not kids(reading, i, "amod", "poss", "det")
    single = any(reading.tokens[c].lower == "a" for c in kids(reading, i, "det"))
    return token.lower in _NUMBERED and single and told
