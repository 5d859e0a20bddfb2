"""Whether a report is about conflict at all; in others only plain words tell of it.

Ordinary articles are full of fights, attacks and captures that nobody fought. What tells the two apart is the company
of words: reports of conflict speak of soldiers, weapons, victims or armed groups again and again, others hardly ever.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.extract.candidate import head_of
from dateline.extract.other_matters import Standing, other_matter
from dateline.extract.scene import Scene
from dateline.knowledge.actors import actors
from dateline.knowledge.words import word_classes
from dateline.model.claim import Claim
from dateline.model.text import Span

# The weight of words of conflict among all words. Every one of the project's hand-coded training reports has more
# (the least .012), every one of 75 ordinary articles less (the most .005).
LEAST_SHARE: Final = 0.008
# So much have nine in ten of the training reports.
FULL_SHARE: Final = 0.03
PLAIN: Final = 2.0
# Tokens: a text so short has no theme but its sentence.
SHORT: Final = 100
_WEIGHTS: Final = (("conflict", 1.0), ("conflict_or_not", 0.5))
_ARMED: Final = frozenset({"rebel group", "political militia", "identity militia", "state forces"})
_CIVIC: Final = frozenset({"protest", "riot", "arrest", "release"})


def of_theme(scene: Scene, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that tell of conflict."""
    share, starts = share_of_conflict(scene), {token.start: token.i for token in scene.reading.tokens}
    return tuple(claim for claim in claims if _against(scene, share, starts, claim) is None)


def against(scene: Scene, claim: Claim) -> str | None:
    """Why a claim tells of another matter; None where it tells of conflict."""
    return _against(scene, share_of_conflict(scene), {token.start: token.i for token in scene.reading.tokens}, claim)


def _against(scene: Scene, share: float, starts: Mapping[int, int], claim: Claim) -> str | None:
    i = head_of(scene.reading, starts[claim.trigger.start], claim.trigger.end)
    full = len(scene.reading.tokens) >= SHORT and share >= FULL_SHARE
    if (reason := other_matter(Standing(scene=scene, claim=claim, i=i, full=full))) is not None:
        return reason
    plain = is_of_conflict(scene, share) or claim.type in _CIVIC or _is_plain(scene, claim.sentence)
    return None if plain else "stands in a report of another matter, in no plain words of conflict"


def is_of_conflict(scene: Scene, share: float) -> bool:
    """Whether words of conflict weigh enough; a short text is always taken to be of it."""
    return len(scene.reading.tokens) < SHORT or share >= LEAST_SHARE


def share_of_conflict(scene: Scene) -> float:
    """The weight of words of conflict in a report, by its tokens."""
    tokens = scene.reading.tokens
    return sum(weight for _, weight in _words(scene, 0, tokens[-1].end)) / len(tokens) if tokens else 0.0


def _is_plain(scene: Scene, sentence: Span) -> bool:
    return sum(dict(_words(scene, sentence.start, sentence.end)).values()) >= PLAIN


def _words(scene: Scene, start: int, end: int) -> Iterator[tuple[str, float]]:
    """The words of conflict between two offsets, with the listed armed actors, and what each weighs."""
    classes = word_classes()
    for token in scene.reading.tokens:
        if start <= token.start < end:
            yield from ((token.lemma.lower(), w) for name, w in _WEIGHTS if token.lemma.lower() in classes[name])
            if (actor := scene.actors.get(token.i)) and _is_armed(actor):
                yield actor, 1.0


def _is_armed(actor: str) -> bool:
    entry = actors().entry(actor)
    return entry is not None and entry.kind in _ARMED
