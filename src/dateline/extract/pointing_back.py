"""Words that speak of an act already told: "the attack", "this raid"."""

from dateline.extract.grammar import kids
from dateline.model.text import Reading

_POINTING = frozenset({"the", "this", "that", "these", "those"})
_SPECIFYING = ("prep", "poss", "compound", "nummod", "conj", "appos")
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
    return bool(kids(reading, i, *_SPECIFYING))
