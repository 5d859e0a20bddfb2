"""A thing told twice in one report is one claim, anchored where it is told most fully.

Two claims are one telling when they are of one type and modality and nothing that either states stands against the
other: agents, places, days, figures and speakers agree or are unstated on one side.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from dateline.model.claim import Claim, Count

T = TypeVar("T")


def told_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims without those that only repeat another, in reading order."""
    kept: list[Claim] = []
    for claim in claims:
        twin = next((k for k, other in enumerate(kept) if _same_telling(other, claim)), None)
        if twin is None:
            kept.append(claim)
        elif fullness(claim) > fullness(kept[twin]):
            kept[twin] = claim
    return tuple(sorted(kept, key=lambda c: (c.sentence.start, c.trigger.start)))


def fullness(claim: Claim) -> int:
    """How much a claim states."""
    slots = (claim.agents, claim.targets, claim.places, claim.counts, claim.sources, claim.time)
    return sum(bool(slot) for slot in slots) + len(claim.counts)


def _same_telling(one: Claim, other: Claim) -> bool:
    return all(test(one, other) for test in _TESTS)


def _same_type(one: Claim, other: Claim) -> bool:
    return one.type == other.type and one.modality == other.modality and one.asserted == other.asserted


def _agents_agree(one: Claim, other: Claim) -> bool:
    return _agree({m.name.lower() for m in one.agents}, {m.name.lower() for m in other.agents})


def _targets_agree(one: Claim, other: Claim) -> bool:
    return _agree({m.name.lower() for m in one.targets}, {m.name.lower() for m in other.targets})


def _places_agree(one: Claim, other: Claim) -> bool:
    return _agree({p.name.lower() for p in one.places}, {p.name.lower() for p in other.places})


def _times_agree(one: Claim, other: Claim) -> bool:
    if one.time is None or other.time is None:
        return one.background == other.background
    return one.time.words.text.lower() == other.time.words.text.lower()


def _counts_agree(one: Claim, other: Claim) -> bool:
    return _agree({_figure(c) for c in one.counts}, {_figure(c) for c in other.counts})


def _figure(count: Count) -> tuple[str, int | None, int | None]:
    return count.kind, count.low, count.high


def _sources_agree(one: Claim, other: Claim) -> bool:
    """One speaker, or a telling of the report's own that no figure of its own makes another claim."""
    first, second = ({s.name.lower() for s in c.sources} for c in (one, other))
    return _agree(first, second)


def _is_one_of_a_pair(one: Claim, other: Claim) -> bool:
    """Two acts in one breath are two: only another sentence repeats, or the very same words."""
    return one.sentence != other.sentence or one.trigger == other.trigger


def _agree(one: set[T], other: set[T]) -> bool:
    return not one or not other or one <= other or other <= one


_TESTS: tuple[Callable[[Claim, Claim], bool], ...] = (
    _same_type,
    _is_one_of_a_pair,
    _agents_agree,
    _targets_agree,
    _places_agree,
    _times_agree,
    _counts_agree,
    _sources_agree,
)
