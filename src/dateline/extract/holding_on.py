"""Words that a place is still held: whoever says so of a place that another claims to have taken denies the claim."""

from typing import Final

from dateline.extract.grammar import kids, subtree
from dateline.extract.scopes import Range
from dateline.model.text import Reading

_BEING: Final = frozenset({"be", "remain", "stay"})
_LASTING: Final = frozenset({"remain", "stay"})
_STILL: Final = frozenset({"still", "fully", "firmly", "full", "firm", "complete", "completely", "entirely"})
_HOLDING: Final = frozenset({"control", "hold"})
_HELD: Final = frozenset({"control", "hand", "grip"})


def held_on(reading: Reading, scope: tuple[Range, ...]) -> int | None:
    """The word of holding in "said it remained in control", "was still in its hands", "still held the town"."""
    return next((i for first, last in scope for i in range(first, last) if says_held(reading, i)), None)


def says_held(reading: Reading, i: int) -> bool:
    """Whether token `i` says that a place is held on to."""
    token = reading.tokens[i]
    if token.pos == "VERB" and token.lemma in _HOLDING:
        return bool(kids(reading, i, "dobj")) and _is_still(reading, i) and not _is_undone(reading, i)
    if token.lemma not in _HELD or token.dep != "pobj" or reading.tokens[token.head].lower not in ("in", "under"):
        return False
    verb = reading.tokens[token.head].head
    if reading.tokens[verb].lemma not in _BEING or _is_undone(reading, verb):
        return False
    lasting = reading.tokens[verb].lemma in _LASTING
    return lasting or _is_still(reading, verb) or any(reading.tokens[c].lower in _STILL for c in subtree(reading, i))


def _is_still(reading: Reading, verb: int) -> bool:
    return any(reading.tokens[c].lower in _STILL for c in kids(reading, verb, "advmod"))


def _is_undone(reading: Reading, verb: int) -> bool:
    return bool(kids(reading, verb, "neg")) or any(reading.tokens[c].tag == "MD" for c in reading.children[verb])
