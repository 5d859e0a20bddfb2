"""A thing told twice in one report is one claim, anchored where it is told most fully.

A bare "the attack" or "that raid" speaks of the last act told before it. Two other tellings are one when they are of
one type and modality, share at least two things that both state, and nothing that either states stands against the
other: agents, targets, places, days, figures and speakers agree or are unstated on one side.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from dateline.knowledge.types import TYPES
from dateline.model.claim import Claim, Count, Mention

T = TypeVar("T")
Test = Callable[[Claim, Claim], bool]
_LEAST_SHARED = 2


def told_once(told: Iterable[tuple[Claim, bool]]) -> tuple[Claim, ...]:
    """The claims without those that only repeat another, in reading order; each comes with whether it points back."""
    kept: list[Claim] = []
    for claim, points_back in told:
        before = _pointed_at(kept, claim) if points_back else None
        if before is not None:
            _join(kept, before, claim)
            continue
        twin = next((k for k, other in enumerate(kept) if _is_same_telling(other, claim)), None)
        if twin is None:
            kept.append(claim)
        else:
            kept[twin] = _fuller(kept[twin], claim)
    return tuple(sorted(kept, key=lambda c: (c.sentence.start, c.trigger.start)))


# ---- pointing back ------------------------------------------------------------------------------
def _pointed_at(kept: list[Claim], claim: Claim) -> int | None:
    """The last act told before that "the attack" can mean: one of its type first, else any violent one."""
    if TYPES[claim.type] != "violence":
        fitting = [k for k, other in enumerate(kept) if other.type == claim.type]
    else:
        same = [k for k, other in enumerate(kept) if other.type == claim.type]
        fitting = same or [k for k, other in enumerate(kept) if TYPES[other.type] == "violence"]
    fitting = [k for k in fitting if kept[k].sentence != claim.sentence]
    return fitting[-1] if fitting else None


def _join(kept: list[Claim], before: int, claim: Claim) -> None:
    """What is added about the act completes it; another figure or a denial is a claim of its own on the same act."""
    first = kept[before]
    if _counts_agree(first, claim) and first.asserted == claim.asserted and first.modality == claim.modality:
        kept[before] = completed(first, claim)
    else:
        kept.append(completed(replace(claim, type=first.type), first))


def completed(claim: Claim, other: Claim) -> Claim:
    """The claim, with what it leaves unstated taken from another telling of the same act."""
    return replace(
        claim,
        agents=claim.agents or _inferred(other.agents),
        targets=claim.targets or _inferred(other.targets),
        places=claim.places or other.places,
        time=claim.time or (other.time if other.time is not None and other.time.pattern != "since" else None),
        counts=claim.counts or other.counts if claim.sources == other.sources else claim.counts,
        means=claim.means or other.means,
    )


def _inferred(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(m if m.basis == "alleged" else replace(m, basis="inferred") for m in mentions)


# ---- telling again ------------------------------------------------------------------------------
def _fuller(one: Claim, other: Claim) -> Claim:
    return completed(other, one) if fullness(other) > fullness(one) else completed(one, other)


def fullness(claim: Claim) -> int:
    """How much a claim states."""
    slots = (claim.agents, claim.targets, claim.places, claim.counts, claim.sources, claim.time)
    return sum(bool(slot) for slot in slots) + len(claim.counts)


def _is_same_telling(one: Claim, other: Claim) -> bool:
    if one.type != other.type or one.modality != other.modality or one.asserted != other.asserted:
        return False
    if one.sentence == other.sentence and one.trigger != other.trigger:
        return False
    return all(test(one, other) for test in _TESTS) and _shared(one, other) >= _LEAST_SHARED


def _shared(one: Claim, other: Claim) -> int:
    """How many slots both state."""
    both = zip(_stated(one), _stated(other), strict=True)
    return sum(bool(a) and bool(b) for a, b in both)


def _stated(claim: Claim) -> tuple[object, ...]:
    return claim.agents, claim.targets, claim.places, claim.time, claim.counts


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
    first, second = ({s.name.lower() for s in c.sources} for c in (one, other))
    return _agree(first, second)


def _agree(one: set[T], other: set[T]) -> bool:
    return not one or not other or one <= other or other <= one


_TESTS: tuple[Test, ...] = (_agents_agree, _targets_agree, _places_agree, _times_agree, _counts_agree, _sources_agree)
