"""How a noun stands to a trigger: as what (subject, object, "on") of which word, and where that word lies."""

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from dateline.extract.arguments import is_passive
from dateline.extract.grammar import VERBAL, ancestors
from dateline.model.text import Reading

Relation = Literal["self", "up", "down", "over", "across"]
_LISTING: Final = frozenset({"including", "like", "alongside", "besides"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_CHAIN: Final = 8
_PLAIN: Final = {"nsubjpass": "dobj", "obj": "dobj"}


class Standing(NamedTuple):
    """The role of the noun under its `governor`, and how that lies to the trigger.

    It is the trigger (`self`), above it (`up`), below it (`down`), or in another branch (`across`); `over` says that
    the trigger lies below the noun itself.
    """

    role: str
    relation: Relation
    governor: int | None


def standing(reading: Reading, trigger: int, noun: int) -> Standing:
    """Of a noun in the trigger's own sentence; lists, appositions and owners are looked through."""
    top, tie = _top(reading, trigger, noun)
    chain = [trigger, *ancestors(reading, trigger)]
    if top == trigger:
        return Standing(tie + "itself", "self", trigger)
    if top in chain:
        return Standing(tie + "head", "over", chain[chain.index(top) - 1])
    role, governor = _role(reading, top)
    return Standing(tie + role, _relation(reading, chain, governor), governor)


def _top(reading: Reading, trigger: int, noun: int) -> tuple[int, str]:
    """The word whose part in the sentence the noun shares, and what it is of it."""
    tie = ""
    for _ in range(_CHAIN):
        step = _step_up(reading, trigger, noun)
        if step is None:
            break
        noun, tie = step[0], step[1] or tie
    return noun, tie


def _step_up(reading: Reading, trigger: int, noun: int) -> tuple[int, str] | None:
    token = reading.tokens[noun]
    above = reading.tokens[token.head]
    if token.dep in ("conj", "appos") and above.i != noun:
        return above.i, ""
    if token.dep in ("compound", "amod", "nmod", "poss") and above.i not in (noun, trigger):
        return above.i, "owner of " if token.dep == "poss" else "mark of "
    if token.dep == "pobj" and above.dep == "prep" and above.lower in _LISTING:
        return above.head, ""
    if (
        token.dep == "pobj"
        and above.lower == "of"
        and above.head != trigger
        and reading.tokens[above.head].pos in _NOUNS
    ):
        return above.head, "of "
    return None


def _role(reading: Reading, noun: int) -> tuple[str, int]:
    """Its logical role, and the word it plays it for."""
    token = reading.tokens[noun]
    role, governor = token.dep, token.head
    if token.dep in ("pobj", "pcomp"):
        role, governor = reading.tokens[governor].lower, reading.tokens[governor].head
        while reading.tokens[governor].dep == "prep" and reading.tokens[governor].head != governor:
            governor = reading.tokens[governor].head
    verb = reading.tokens[governor].pos in VERBAL
    if role == "nsubj" and verb and is_passive(reading, governor):
        return "dobj", governor
    if role == "by" and verb:
        return "nsubj", governor
    return _PLAIN.get(role, role), governor


def _relation(reading: Reading, chain: Sequence[int], governor: int) -> Relation:
    if governor == chain[0]:
        return "self"
    if governor in chain:
        return "up"
    return "down" if chain[0] in ancestors(reading, governor) else "across"
