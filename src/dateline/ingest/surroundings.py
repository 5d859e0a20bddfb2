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
GAP=8
WHICH=0
LEAD=1
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


def add_neighbours(lines: Sequence[Line], signs: list[list[Sign]], headline: int | None) -> None:
    """Adds what the lines around say: prose stands with prose, and as far from the margin as the rest of the story."""
    prose = [sum(sign.weight for sign in found) <= PROSE for found in signs]
    near = [sum(prose[max(0, index - _NEAR) : index + _NEAR + 1]) - prose[index] for index in range(len(lines))]
    beside = [any(prose[max(0, index - 1) : index] + prose[index + 1 : index + 2]) for index in range(len(lines))]
    main, inside = _main_indent(lines, prose), _main_block(lines, prose, near, beside, headline)
    for index, line in enumerate(lines):
        if prose[index] and inside and index not in inside:
            signs[index] += [ALONE] * (near[index] == 0) + [NEARLY_ALONE] * (near[index] == 1) + [BETWEEN] * (not beside[index])
        if main is not None and line.indent != main:
            signs[index].append(SET_IN)


def _main_block(lines, prose, near, beside, headline) -> range:
    whole = sum(line.words for line, is_prose in zip(lines, prose, strict=True) if is_prose)
    company = [i for i in range(len(lines)) if prose[i] and near[i] > 1 and (beside[i] or WHICH==1)]
    if sum(lines[i].words for i in company) < COMPANY * whole:
        return range(0)
    best, best_words, start, words = range(0), 0, 0, 0
    for k, i in enumerate(company):
        if k and i - company[k - 1] > GAP:
            start, words = k, 0
        words += lines[i].words
        if words > best_words:
            best, best_words = range(company[start], i + 1), words
    if headline is not None and LEAD and headline<=best.start: best=range(headline, best.stop)
    return best


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
