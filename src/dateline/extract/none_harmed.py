"""Sentences that say that nobody was harmed or held complete the act told before them: they tell no event.

"The force detained two men. No women were injured or detained.": an arrest with two detained, and none of the women.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.knowledge.types import TYPES
from dateline.model.claim import Claim, Count

_OF_NONE: Final = frozenset({"casualties", "arrest", "damage"})
_ACTS: Final = frozenset({"arrest", "damage"})
# Characters from the end of an act's sentence to the start of the one that says so: about two sentences between.
_NEAR: Final = 300


def with_none_harmed(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims in reading order, without those that only count nobody; the act before them has their figures."""
    kept: list[Claim] = []
    for claim in claims:
        act = _act_before(kept, claim) if _counts_nobody(claim) else None
        if act is None:
            kept.append(claim)
        else:
            kept[act] = replace(kept[act], counts=(*kept[act].counts, *_new(kept[act], claim)))
    return tuple(kept)


def _counts_nobody(claim: Claim) -> bool:
    return claim.type in _OF_NONE and bool(claim.counts) and all(_is_none(c) for c in claim.counts)


def _is_none(count: Count) -> bool:
    return (count.low, count.high) == (0, 0)


def _act_before(kept: Sequence[Claim], claim: Claim) -> int | None:
    """The last act told just before, of the news as the claim is, that may have harmed or held people."""
    fitting = (k for k in range(len(kept) - 1, -1, -1) if _may_harm(kept[k], claim))
    return next(fitting, None)


def _may_harm(act: Claim, claim: Claim) -> bool:
    near = 0 <= claim.sentence.start - act.sentence.end <= _NEAR
    harmful = TYPES[act.type] == "violence" or act.type in _ACTS
    told = act.asserted and act.modality == "occurred" and act.background == claim.background
    return near and harmful and told and not _counts_nobody(act)


def _new(act: Claim, claim: Claim) -> tuple[Count, ...]:
    told = {(c.kind, c.who.lower()) for c in act.counts}
    return tuple(replace(c, part_of=None) for c in claim.counts if (c.kind, c.who.lower()) not in told)
