"""A misreading of the parser put right: "the rockets fired at the town killed nine", with "fired" for the verb.

Two verbs of the past with one subject and nothing that joins them are no sentence: the first is a participle that
tells which rockets are meant. It is one of those that need an object and has none.
"""

from typing import Final

import msgspec

from dateline.knowledge.words import word_classes
from dateline.model.text import Token
from dateline.read.below import below

_OF_THINGS: Final = frozenset({"fire", "launch", "drop", "throw", "hurl", "lob", "plant"})
_OF_PEOPLE: Final = frozenset({"send", "deploy", "capture", "arrest", "detain", "abduct", "kidnap"})
_PAST: Final = frozenset({"VBD", "VBN"})
_UNDER: Final = frozenset({"conj", "advcl", "ccomp", "dep", "parataxis"})
_OWN: Final = frozenset({"nsubj", "nsubjpass", "mark", "dobj", "aux", "advmod"})
_JOINING: Final = frozenset({"CCONJ", "SCONJ", "PUNCT", "PRON", "VERB", "AUX"})


def reduced_relatives_restored(tokens: list[Token], base: int) -> list[Token]:
    """The tokens of one paragraph, the first numbered `base`, with such participles under their nouns."""
    restored, under = list(tokens), below(tokens)
    for first in tokens:
        second = _real_verb(tokens, first, base, under)
        subject = next((t for t in under[first.i] if t.dep == "nsubj"), None)
        if second is None or subject is None or not _may_be_meant(subject, first):
            continue
        moved = [t for t in under[first.i] if not first.i < t.i <= second.i]
        for token in moved:
            restored[token.i - base] = msgspec.structs.replace(token, head=second.i)
        restored[first.i - base] = msgspec.structs.replace(first, head=subject.i, dep="acl", tag="VBN")
        restored[second.i - base] = _in_place_of(first, second)
    return restored


def _in_place_of(first: Token, second: Token) -> Token:
    """The real verb where the participle stood."""
    if first.head == second.i:
        return second
    above = second.i if first.head == first.i else first.head
    return msgspec.structs.replace(second, head=above, dep=first.dep, tag="VBD")


def _real_verb(tokens: list[Token], first: Token, base: int, under: dict[int, list[Token]]) -> Token | None:
    """The next verb of the past behind a bare one, with nothing between that joins them."""
    known = first.lemma in _OF_THINGS | _OF_PEOPLE and first.tag in _PAST
    if not known or any(t.dep in ("dobj", "aux", "auxpass") for t in under[first.i]):
        return None
    rest = tokens[first.i - base + 1 :]
    second = next((t for t in rest if t.pos in _JOINING and t.text != "-"), None)
    if second is None or second.pos != "VERB" or second.tag not in _PAST or second.i == first.i + 1:
        return None
    hangs = second.head == first.i and second.dep in _UNDER
    carries = first.dep in _UNDER and first.head in (second.i, second.head)
    bare = not any(t.dep in _OWN and t.i < second.i and t.i != first.i for t in under[second.i])
    return second if (hangs or carries) and bare else None


def _may_be_meant(noun: Token, verb: Token) -> bool:
    """Whether it may be fired, or sent: the army that "fired at protesters" was not."""
    if verb.lemma in _OF_PEOPLE:
        return True
    return noun.lemma in word_classes()["weapons"] or noun.lemma in word_classes()["violent_acts"]
