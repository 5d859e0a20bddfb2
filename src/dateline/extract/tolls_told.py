"""Whether two figures can be one, and whether two tolls are: what tells a thing told twice from two things.

A word of number gives way to the figure within it: of "scores were injured" and "45 were injured" the second is the
first, counted. A toll is as good as a name where it is large or has several parts: no two raids of one report are told
to have killed 27 people each.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.knowledge.actor_words import singular
from dateline.model.claim import Claim, Count

_HARM: Final = frozenset({"killed", "injured", "missing", "abducted", "detained", "displaced"})
# What equal figures are worth, and what two tolls need to be one where places or victims do not speak for it.
_LARGE: Final = 10
_ENOUGH: Final = 2


def figures_agree(one: Iterable[Count], other: Iterable[Count]) -> bool:
    """Whether what both say of the dead, or of the injured, and so on, is the same; one may tell of more."""
    first, second = tuple(one), tuple(other)
    both = {c.kind for c in first} & {c.kind for c in second}
    mine, theirs = ([c for c in side if c.kind in both] for side in (first, second))
    return _all_within(mine, theirs) or _all_within(theirs, mine)


def _all_within(some: list[Count], more: list[Count]) -> bool:
    return all(any(_may_be_one(c, d) for d in more) for c in some)


def _may_be_one(one: Count, other: Count) -> bool:
    if one.kind != other.kind:
        return False
    return (one.low, one.high) == (other.low, other.high) or _is_told_by(one, other) or _is_told_by(other, one)


def _is_told_by(vague: Count, exact: Count) -> bool:
    """ "Scores" are told by 45; "at least 45" by no other figure."""
    if vague.low is None or vague.high is None or vague.low == vague.high or exact.low != exact.high:
        return False
    return exact.low is not None and vague.low <= exact.low <= vague.high


def sharpened(counts: Iterable[Count], other: Iterable[Count]) -> tuple[Count, ...]:
    """The figures, with a word of number replaced by the figure that the other telling has for it."""
    known = [c for c in other if c.part_of is None and c.scope == "incident"]
    return tuple(_sharper(c, known) for c in counts)


def _sharper(count: Count, known: Iterable[Count]) -> Count:
    found = next((c for c in known if c.kind == count.kind and _is_told_by(count, c)), None)
    return count if found is None else replace(found, part_of=count.part_of, who=count.who, status=count.status)


# ---- one toll -----------------------------------------------------------------------------------
def is_same_toll(one: Claim, other: Claim) -> bool:
    """Whether both tell the same harm: a large figure alike, several alike, or one alike of the same victims there."""
    if not figures_agree(one.counts, other.counts):
        return False
    alike = list(_alike(one, other))
    worth = sum(2 if (c.low or 0) >= _LARGE else 1 for c, _ in alike)
    named = any(_counted(c) == _counted(d) and (c.low or 0) > 1 for c, d in alike)
    return worth >= _ENOUGH or (named and _same_place(one, other))


def _alike(one: Claim, other: Claim) -> Iterator[tuple[Count, Count]]:
    """The equal figures of harm that are no words of number, pairwise."""
    for c in one.counts:
        exact = c.low is not None and (c.high is None or c.high == c.low)
        if c.kind in _HARM and exact and c.scope == "incident":
            yield from ((c, d) for d in other.counts if (c.kind, c.low, c.high) == (d.kind, d.low, d.high))


def _counted(count: Count) -> str:
    return singular(count.who.split()[-1].lower()) if count.who.split() else ""


def _same_place(one: Claim, other: Claim) -> bool:
    return bool({p.name.lower() for p in one.places} & {p.name.lower() for p in other.places})
