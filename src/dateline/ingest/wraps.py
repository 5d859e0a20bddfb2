"""Hard wraps undone: lines that were broken at a typewriter's width become paragraphs again.

Whoever wraps a text puts as many words on a line as fit. So where a page is wrapped, the first word of each line would
not have fitted on the line above; a line on which it would have is a paragraph's last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

Spans = list[tuple[int, int]]

ENDED: Final = re.compile(r"(?:[.!?…。！？؟।:;]|\.\.\.)[\"'”’»)\]]*\s*(?:\[\d+\]\s*)*$")
"""A stop or colon at the end of a line."""

_WIDTHS: Final = range(40, 111)
# A block by itself: lines of nearly one width that mostly break off in mid sentence.
_MEDIANS: Final = range(40, 101)
_SPREAD: Final = 30
# A whole page: full lines, their share of all with another below them, of the full ones those that break off, and of
# the long ones those that break off and are not full. Print has letters of several widths, so that lines end earlier.
_LEAST_LINES: Final = 4
_LEAST_SHARE: Final = 0.5
_BROKEN_OFF: Final = 0.5
_NOT_FULL: Final = 0.1
_LONG: Final = 0.6
_SLACKS: Final = (0.0, 0.06, 0.12)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines with no blank line between them: their places in the page and their words."""

    spans: Spans
    texts: tuple[str, ...]


def unwrapped(blocks: Sequence[Block]) -> Iterator[Spans]:
    """The places of each block's lines, of wrapped lines those of their paragraphs."""
    width = _width(blocks)
    for block in blocks:
        if width and len(block.texts) > 1:
            yield _paragraphs(block, width)
        elif _is_wrapped(block.texts):
            yield [(block.spans[0][0], block.spans[-1][1])]
        else:
            yield block.spans


def _width(blocks: Sequence[Block]) -> int | None:
    """How many characters a line of a wrapped page may have; None of a page that is not wrapped."""
    longest = max((len(text) for block in blocks if len(block.texts) > 1 for text in block.texts), default=0)
    pairs = [pair for block in blocks for pair in pairwise(block.texts)] if longest in _WIDTHS else []
    widths = (round(longest * (1 - slack)) for slack in _SLACKS)
    return next((width for width in widths if _fits(pairs, width)), None)


def _fits(pairs: Sequence[tuple[str, str]], width: int) -> bool:
    """Whether lines with another below them are full at that width, but for those that end a paragraph."""
    full = [above for above, below in pairs if _is_full(above, below, width)]
    long = [above for above, _ in pairs if len(above) >= _LONG * width]
    broken_off = sum(not ENDED.search(above) for above in full)
    short_of = sum(not ENDED.search(above) for above in long) - broken_off
    enough = len(full) >= max(_LEAST_LINES, _LEAST_SHARE * len(pairs))
    return enough and broken_off >= _BROKEN_OFF * len(full) and short_of <= _NOT_FULL * len(long)


def _is_full(above: str, below: str, width: int) -> bool:
    """Whether the first word of the line below would not have fitted on this one."""
    return len(above) + 1 + len(below.partition(" ")[0]) > width


def _paragraphs(block: Block, width: int) -> Spans:
    found = [block.spans[0]]
    for (above, below), span in zip(pairwise(block.texts), block.spans[1:], strict=True):
        if _is_full(above, below, width):
            found[-1] = (found[-1][0], span[1])
        else:
            found.append(span)
    return found


def _is_wrapped(texts: Sequence[str]) -> bool:
    """Whether lines of nearly one width break off in mid sentence and go on in the next, as wrapped paragraphs do."""
    if len(texts) < 2:
        return False
    body, follow = texts[:-1], texts[1:]
    widths = [len(text) for text in body]
    if round(median(widths)) not in _MEDIANS or max(widths) - min(widths) > _SPREAD or len(texts[-1]) > max(widths) + 5:
        return False
    broken_off = [not ENDED.search(text) for text in body]
    goes_on = [text[0].islower() or text.isupper() for text in follow if text]
    return sum(broken_off) >= 0.6 * len(body) and sum(goes_on) >= 0.4 * len(follow)
