"""The figures of sentences whose own claims were left out: they go on with the act told before.

"Rockets killed three. Seven others were reported injured in the attack": where the second sentence makes no claim that
is likely enough, its wounded are those of the first.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.quantities import counts_of
from dateline.extract.scene import Scene
from dateline.knowledge.types import TYPES
from dateline.model.claim import Claim, Count

_HARM = frozenset({"killed", "injured"})


def with_left_figures(scene: Scene, claims: Sequence[Claim], kept: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that were kept, with the figures that only stood on claims that were left out."""
    left = [c for c in claims if not any(c.trigger == k.trigger and c.type == k.type for k in kept)]
    if not left:
        return tuple(kept)
    taken = [count for claim in kept for count in claim.counts]
    rivals = tuple(dict.fromkeys((_token(scene, c), c.type) for c in kept))
    return tuple(_with_more(scene, claim, left, taken, rivals) for claim in kept)


def _with_more(
    scene: Scene, claim: Claim, left: Sequence[Claim], taken: Sequence[Count], rivals: tuple[tuple[int, str], ...]
) -> Claim:
    if TYPES[claim.type] != "violence" or claim.modality != "occurred" or claim.background:
        return claim
    found = counts_of(_token(scene, claim), claim.type, scene.reading, scene.figures, rivals)
    kinds = {c.kind for c in claim.counts}
    later = (c for c in found if c.words.start >= claim.sentence.end and c.part_of is None and c.scope == "incident")
    fresh = (c for c in later if c.kind not in kinds and not any(c.words == t.words for t in taken))
    more = tuple(c for c in fresh if (kinds & _HARM or c.high == 0) and _goes_on(claim, c, left))
    return replace(claim, counts=(*claim.counts, *more)) if more else claim


def _goes_on(claim: Claim, count: Count, left: Sequence[Claim]) -> bool:
    """Whether what was left out there is set at no place or day of its own."""
    there = [c for c in left if c.sentence.covers(count.words)]
    return all(not _is_elsewhere(c, claim) and not c.background and c.modality == "occurred" for c in there)


def _is_elsewhere(left: Claim, claim: Claim) -> bool:
    names = {p.name for p in claim.places}
    places = [p for p in left.places if left.sentence.covers(p.words) and p.name not in names]
    return bool(places) or (left.time is not None and left.sentence.covers(left.time.words))


def _token(scene: Scene, claim: Claim) -> int:
    return next(t.i for t in scene.reading.tokens if t.start == claim.trigger.start)
