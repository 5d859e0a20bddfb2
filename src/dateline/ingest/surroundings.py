"""What stands around a line says whether it is the story: above the headline, in a list of other pages, alone among
menus, below the comments.

The words of a sign are the reason that the user sees.
"""

import re
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
BETWEEN: Final = Sign(0.7, "stands between short lines, as a teaser does")
SET_IN: Final = Sign(1.5, "is set in otherwise than the story")

# "12. reader77 says:" opens a reader's comment.
_COMMENT_HEAD: Final = re.compile(r"^\d+[.)]\s+\S+(?:\s\S+){0,4}\s(?:says|said|wrote|writes|commented)\s*:$")
_COMMENTER: Final = 8

# A sum of signs from which a line is prose for its neighbours, and how many lines on either side are looked at.
PROSE: Final = -2.5
_NEAR: Final = 3

# The main block: no more lines than this between two paragraphs of it, and in blocks at least this share of all prose.
_GAP: Final = 8
_IN_BLOCKS: Final = 0.3

# Share of the prose that stands as far from the margin as the main part of it, for the margin to say anything.
_MAIN_SHARE: Final = 0.5


def add_places(lines: Sequence[Line], signs: list[list[Sign]], headline: int | None) -> None:
    """Adds what a line's place says: above the headline, under an opener of links, under a closer."""
    known = furniture()
    words_left = _words_from(lines)
    total = max(1, words_left[0]) if words_left else 1
    comments = _first_comment(lines)
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
        closed = closed or index == comments or (line.bare in known.closers and words_left[index] < 0.5 * total)


def _first_comment(lines: Sequence[Line]) -> int | None:
    """Position of the first numbered "somebody says:" that stands alone in a line, where two or more do."""
    heads = [index for index, line in enumerate(lines) if line.words <= _COMMENTER and _COMMENT_HEAD.match(line.text)]
    return heads[0] if len(heads) > 1 else None


def add_neighbours(lines: Sequence[Line], signs: list[list[Sign]], headline: int | None) -> None:
    """Adds what the lines around say: prose stands with prose, and as far from the margin as the rest of the story.

    Prose between the headline and the end of the largest block, or just below that, may stand alone.
    """
    prose = [sum(sign.weight for sign in found) <= PROSE for found in signs]
    block = _main_block(lines, prose, headline)
    main = _main_indent(lines, prose)
    for index, line in enumerate(lines):
        if prose[index] and block and index not in block:
            signs[index] += _lonely(prose, index)
        if main is not None and line.indent != main:
            signs[index].append(SET_IN)


def _lonely(prose: Sequence[bool], index: int) -> list[Sign]:
    near = _prose_near(prose, index, _NEAR)
    found = [ALONE] if near == 0 else [NEARLY_ALONE] if near == 1 else []
    return found if _prose_near(prose, index, 1) else [*found, BETWEEN]


def _prose_near(prose: Sequence[bool], index: int, reach: int) -> int:
    """How many of the lines up to `reach` above and below are prose."""
    return sum(prose[max(0, index - reach) : index]) + sum(prose[index + 1 : index + 1 + reach])


def _main_block(lines: Sequence[Line], prose: Sequence[bool], headline: int | None) -> range:
    """From the headline, if it is above, to just below the most prose that stands together; empty where little of a
    page's prose stands together."""
    whole = sum(line.words for line, is_prose in zip(lines, prose, strict=True) if is_prose)
    runs = _runs([index for index in range(len(lines)) if prose[index] and _has_company(prose, index)])
    words = [sum(lines[index].words for index in run) for run in runs]
    if not runs or sum(words) < _IN_BLOCKS * whole:
        return range(0)
    main = runs[words.index(max(words))]
    return range(headline if headline is not None and headline <= main[0] else main[0], main[-1] + 1 + _GAP)


def _has_company(prose: Sequence[bool], index: int) -> bool:
    return _prose_near(prose, index, 1) > 0 and _prose_near(prose, index, _NEAR) > 1


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Positions in runs with no more than _GAP from one to the next."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= _GAP:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


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
