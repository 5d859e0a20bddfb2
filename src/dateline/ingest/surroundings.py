"""What stands around a line says whether it is the story: above the headline, in a list of other pages, alone among
menus, below the comments.

The words of a sign are the reason that the user sees.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.ingest.lines import Line
from dateline.ingest.signs import Sign
from dateline.knowledge.furniture import furniture

ABOVE_HEADLINE: Final = Sign(1.0, "stands above the headline")
UNDER_HEADLINE: Final = Sign(-2.0, "stands right under the headline")
BELOW_END: Final = Sign(2.0, "stands below the end of the story")
LISTED: Final = Sign(3.0, "belongs to a list of other pages")
ALONE: Final = Sign(2.5, "stands alone among short lines")
NEARLY_ALONE: Final = Sign(0.7, "stands nearly alone among short lines")
SET_IN: Final = Sign(1.5, "is set in otherwise than the story")

# A sum of signs from which a line is prose for its neighbours, and how many lines on either side are looked at.
PROSE: Final = -2.5
_NEAR: Final = 3
_MAIN_SHARE: Final = 0.5
COMPANY: Final = 0.3
BETWEEN = Sign(0.7, "stands between short lines, as a teaser does")


def add_places(lines: Sequence[Line], signs: list[list[Sign]], headline: int | None) -> None:
    """Adds what a line's place says: above the headline, under an opener of links, under a closer."""
    known = furniture()
    words_left = _words_from(lines)
    total = max(1, words_left[0]) if words_left else 1
    opened = closed = False
    for index, line in enumerate(lines):
        if headline is not None and index < headline:
            signs[index].append(ABOVE_HEADLINE)
        if index == headline and line.words >= 8:
            signs[index].append(UNDER_HEADLINE)
        if closed:
            signs[index].append(BELOW_END)
        if opened and not (line.ended and line.words >= 8):
            signs[index].append(LISTED)
        opened = line.bare in known.openers or (opened and not (line.ended and line.words >= 12))
        closed = closed or (line.bare in known.closers and words_left[index] < 0.5 * total)


def add_neighbours(lines: Sequence[Line], signs: list[list[Sign]]) -> None:
    """Adds what the lines around say: prose stands with prose, and as far from the margin as the rest of the story."""
    prose = [sum(sign.weight for sign in found) <= PROSE for found in signs]
    main = _main_indent(lines, prose)
    near = [sum(prose[max(0, index - _NEAR) : index + _NEAR + 1]) - prose[index] for index in range(len(lines))]
    company = sum(line.words for line, is_prose, count in zip(lines, prose, near, strict=True) if is_prose and count > 1)
    whole = sum(line.words for line, is_prose in zip(lines, prose, strict=True) if is_prose)
    for index, line in enumerate(lines):
        if prose[index] and near[index] < 2 and company >= COMPANY * whole:
            signs[index].append(NEARLY_ALONE if near[index] else ALONE)
        if prose[index] and company >= COMPANY * whole and not any(prose[max(0,index-1):index]+prose[index+1:index+2]):
            signs[index].append(BETWEEN)
        if main is not None and line.indent != main:
            signs[index].append(SET_IN)


def _main_indent(lines: Sequence[Line], prose: Sequence[bool]) -> int | None:
    """How far most of the prose is set in; None where there is no such depth, or all lines have it."""
    words: Counter[int] = Counter()
    for line, is_prose in zip(lines, prose, strict=True):
        words[line.indent] += line.words if is_prose else 0
    depth, most = words.most_common(1)[0] if words else (0, 0)
    return depth if len(words) > 1 and most >= _MAIN_SHARE * max(1, words.total()) else None


def _words_from(lines: Sequence[Line]) -> list[int]:
    """For each line, the words of full sentences from there on."""
    left, total = [0] * len(lines), 0
    for index in range(len(lines) - 1, -1, -1):
        total += lines[index].words if lines[index].ended else 0
        left[index] = total
    return left
