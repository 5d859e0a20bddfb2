"""Words that speak of an act already told: "the attack", "this raid"."""

from dateline.extract.grammar import kids
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading

_POINTING = frozenset({"the", "this", "that", "these", "those"})
_SPECIFYING = ("prep", "poss", "compound", "nummod", "conj", "appos")
_KINDS = ("aerial", "ground_fire", "bomb_kinds", "toxic", "guns")
_ANOTHER = frozenset(
    {"latest", "new", "second", "third", "other", "fresh", "subsequent", "previous", "earlier", "similar"}
)


def points_back(reading: Reading, i: int) -> bool:
    """Whether the word speaks of an act already told: "the attack", "this raid", with nothing that makes it another."""
    return may_point_back(reading, i) and not _is_specified(reading, i)


def may_point_back(reading: Reading, i: int) -> bool:
    """Whether the word may speak of an act told just before: also "the attacks on the market", but no second attack."""
    if reading.tokens[i].pos not in ("NOUN", "PROPN"):
        return False
    definite = any(reading.tokens[c].lower in _POINTING for c in kids(reading, i, "det"))
    return definite and not any(reading.tokens[c].lower in _ANOTHER for c in kids(reading, i, "amod", "nummod"))


def _is_specified(reading: Reading, i: int) -> bool:
    beside = kids(reading, i, *_SPECIFYING)
    return any(reading.tokens[i].tag == "NNS" or not _says_only_the_kind(reading, c) for c in beside)


def _says_only_the_kind(reading: Reading, c: int) -> bool:
    """ "The suicide attack" may be the attack told before, "the Homs attack" is one at Homs."""
    token = reading.tokens[c]
    return token.dep == "compound" and any(token.lemma.lower() in word_classes()[name] for name in _KINDS)
