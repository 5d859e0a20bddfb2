"""Counts as intervals, and how they are added: what is open stays open."""

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.model.ledger import Range

NONE: Final = Range(low=0, best=0, high=0)
"""Nobody: the sum of no figures."""


def of(low: int | None, high: int | None) -> Range:
    """A figure as it was given: "at least 12" is (12, None) with 12 as its best, "dozens" (24, 99) with none."""
    single = low if high is None or low == high else high if low is None else None
    return Range(low=low or 0, best=single, high=high)


def plus(one: Range, other: Range) -> Range:
    """Both together, of different people or things. The best is known only where it is known of both."""
    return Range(
        low=one.low + other.low,
        best=None if one.best is None or other.best is None else one.best + other.best,
        high=None if one.high is None or other.high is None else one.high + other.high,
    )


def total(found: Iterable[Range]) -> Range:
    """All together, in whatever order."""
    added = NONE
    for one in found:
        added = plus(added, one)
    return added


def either(accounts: Sequence[Range]) -> Range:
    """Rival accounts of the same people: from the least to the most of them; the best where all agree on one."""
    bests = {one.best for one in accounts}
    highs = [one.high for one in accounts if one.high is not None]
    return Range(
        low=min(one.low for one in accounts),
        best=bests.pop() if len(bests) == 1 else None,
        high=max(highs) if len(highs) == len(accounts) else None,
    )


def holding(whole: Range, parts: Range) -> Range:
    """The whole, with room for parts that others put higher."""
    if whole.high is None or parts.low <= whole.high:
        return whole
    return Range(low=whole.low, best=None, high=parts.low)


def at_least(whole: Range, parts: Range) -> Range:
    """The whole where it has room for its parts, which others count one by one; else no fewer than they are."""
    low = max(whole.low, parts.low)
    high = None if whole.high is None else max(whole.high, low)
    return Range(low=low, best=whole.best if whole.best is not None and whole.best >= low else None, high=high)


def rest(whole: Range, parts: Range) -> Range:
    """What of the whole is no part: at least the least whole less the most parts, and at most the other way round."""
    low = 0 if parts.high is None else max(0, whole.low - parts.high)
    high = None if whole.high is None else max(low, whole.high - parts.low)
    best = None if whole.best is None or parts.best is None else whole.best - parts.best
    return Range(low=low, best=best if best is not None and best >= low else None, high=high)
