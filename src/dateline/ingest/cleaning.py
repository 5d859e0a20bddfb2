"""Which lines of a page are its story.

The sum of the weights of a line's signs says how much it looks like furniture (above 0) or like prose (below). The
path through the page with the highest total, where each change between story and furniture costs SWITCH, then decides:
a subhead between paragraphs stays, a run of short lines goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dateline.ingest.lines import Line, layout
from dateline.ingest.signs import Sign, signs_of
from dateline.ingest.surroundings import add_neighbours, add_places
from dateline.knowledge.furniture import signals_in

SWITCH: Final = 1.5
CERTAIN: Final = 2.0
MOST_PROSE: Final = -7.0
MOST_FURNITURE: Final = 2.0
# What is kept where nothing looks like a story: words of a sentence, and of one without its stop among few lines.
_LEAST_SENTENCE: Final = 12
_LEAST_WORDS: Final = 6
_FEW: Final = 2
_MOST_CAPITALS: Final = 0.7
REPEATED: Final = Sign(CERTAIN + 8.0, "stands on other pages of the site too")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was decided of a line, and why where it is no part of the story."""

    line: Line
    kept: bool
    reason: str | None


def judge(
    lines: Sequence[Line],
    headline: int | None = None,
    *,
    trusted: bool = False,
    repeated: frozenset[str] = frozenset(),
) -> tuple[Verdict, ...]:
    """Which of `lines` are the story. Lines before position `headline` stand above the headline, if it is known.

    Of `trusted` lines, which another cleaner has passed, only what is certainly furniture is left out. `repeated` are
    lines, as `Line.bare`, that stand on other pages of the site too.
    """
    page = layout(lines)
    signs = [[*signs_of(line, page), *([REPEATED] if line.bare in repeated else [])] for line in lines]
    add_places(lines, signs, headline)
    if not trusted:
        add_neighbours(lines, signs, headline)
    sums = [max(MOST_PROSE, sum(sign.weight for sign in found)) for found in signs]
    kept = [True] * len(sums) if trusted else _best_path(sums)
    _drop_the_certain(kept, sums)
    if not trusted:
        _drop_far_blocks(kept, lines)
    _keep_something(kept, lines)
    return tuple(
        Verdict(line=line, kept=keep, reason=None if keep else _reason(found))
        for line, keep, found in zip(lines, kept, signs, strict=True)
    )


def _best_path(sums: Sequence[float]) -> list[bool]:
    """The likeliest run of story (True) and furniture: story gains what a line lacks of furniture (Viterbi, two
    states)."""
    story, other = 0.0, 0.0
    back: list[tuple[bool, bool]] = []
    for amount in sums:
        gain = -min(amount, MOST_FURNITURE)
        from_other, from_story = other - SWITCH > story, story - SWITCH > other
        back.append((not from_other, from_story))
        story, other = max(story, other - SWITCH) + gain, max(other, story - SWITCH)
    state, path = story >= other, [False] * len(sums)
    for index in range(len(sums) - 1, -1, -1):
        path[index] = state
        state = back[index][0] if state else back[index][1]
    return path


def _drop_the_certain(kept: list[bool], sums: Sequence[float]) -> None:
    for index, amount in enumerate(sums):
        kept[index] = kept[index] and amount < CERTAIN


def _drop_far_blocks(kept: list[bool], lines: Sequence[Line], gap: int = 6, share: float = 0.12) -> None:
    """Drops small blocks of prose below the largest one, `gap` lines of furniture away: notices, comments, other
    teasers."""
    blocks = _kept_blocks(kept, gap)
    sizes = [sum(lines[i].words for i in range(first, last + 1) if kept[i]) for first, last in blocks]
    if not blocks:
        return
    largest = sizes.index(max(sizes))
    for (first, last), size in list(zip(blocks, sizes, strict=True))[largest + 1 :]:
        if size < share * sizes[largest]:
            kept[first : last + 1] = [False] * (last + 1 - first)


def _keep_something(kept: list[bool], lines: Sequence[Line]) -> None:
    """Where nothing looked like a story, the sentences of twelve words and more are better than nothing; on a page of
    no more than a line or two, so is what reads like a sentence and lacks its full stop."""
    if not any(kept):
        kept[:] = [line.ended and line.words >= _LEAST_SENTENCE for line in lines]
    if not any(kept) and len(lines) <= _FEW:
        kept[:] = [
            line.words >= _LEAST_WORDS and line.capitals < _MOST_CAPITALS and not signals_in(line.folded)
            for line in lines
        ]


def _kept_blocks(kept: Sequence[bool], gap: int) -> list[tuple[int, int]]:
    """Kept lines in blocks, first and last position, which at least `gap` dropped lines keep apart."""
    places = [index for index, keep in enumerate(kept) if keep]
    if not places:
        return []
    cuts = [(a, b) for a, b in pairwise(places) if b - a > gap]
    firsts = [places[0], *(b for _, b in cuts)]
    lasts = [*(a for a, _ in cuts), places[-1]]
    return list(zip(firsts, lasts, strict=True))


def _reason(found: Sequence[Sign]) -> str:
    heaviest = max(found, key=lambda sign: sign.weight, default=None)
    return heaviest.reason if heaviest and heaviest.weight > 0 else "stands apart from the story"
