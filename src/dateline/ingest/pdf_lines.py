"""The lines of a PDF file's pages as text: paragraphs told apart, running heads and hyphens at line ends undone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

Matrix = Sequence[float]

# Measured in the size of the type: within what two lines are set in one size, and what an indent is.
_SAME_SIZE: Final = 0.1
_INDENT: Final = (0.8, 5.0)

# A gap wider than this much of the page's usual one parts paragraphs.
_WIDE: Final = 1.3

# How many lines at the top and the foot of a page may be running heads, and on how many pages one of them must stand.
_EDGE: Final = 2
_SHARE: Final = 0.5
_FEWEST_PAGES: Final = 3

_BULLET: Final = re.compile(r"[^\w\s\"'“‘(\[]|\d+[.)]\s")
_FIGURES: Final = re.compile(r"\d+")
_ENDED: Final = re.compile(r"[.!?:…][\"'”’)\]]*$")
_HYPHEN: Final = re.compile(r"\b([^\W\d_]+)[-\u2010]\n(?=([a-z][^\W\d_]*))")
_SOFT_HYPHEN: Final = re.compile("\u00ad\n")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# First parts of words that are written with a hyphen.
_KEEP_HYPHEN: Final = frozenset(
    "air all anti co counter cross de door ex far half hard high house inter long low mid multi near non on post pre "
    "pro quasi re self semi short so sub then ultra under vice well".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLine:
    """A line as it is set: its words, the place of its first character and the size of its type, all in points."""

    text: str
    x: float
    y: float
    size: float


@dataclass(slots=True)
class LineGatherer:
    """Takes the pieces of text that pypdf tells of, in the order of the page, and puts them together in lines."""

    lines: list[PdfLine] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _at: tuple[float, float, float] | None = None

    def take(self, text: str, outer: Matrix, inner: Matrix, _font: object, size: float) -> None:
        """A piece with pypdf's current transformation and text matrix: [a, b, c, d, x, y] (ISO 32000-1, 8.3.3)."""
        for number, part in enumerate(text.split("\n")):
            if number:
                self.end_line()
            if part.strip() and self._at is None:
                x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
                y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
                self._at = (x, y, abs(size * (inner[3] or inner[1]) * (outer[3] or outer[1])))
            self._parts.append(part)

    def end_line(self) -> None:
        """Closes the line that is open, if it holds anything."""
        if self._at is not None:
            x, y, size = self._at
            self.lines.append(PdfLine(text=" ".join("".join(self._parts).split()), x=x, y=y, size=size))
        self._parts, self._at = [], None


def text_of(pages: Sequence[Sequence[PdfLine]]) -> str:
    """The text of a file's pages: a line a line, a blank line where a paragraph ends."""
    text = ""
    for lines in without_running_heads(pages):
        page = page_text(lines)
        if text and page:
            text += "\n\n" if _ENDED.search(text) else "\n"
        text += page
    return unhyphenated(text)


def page_text(lines: Sequence[PdfLine]) -> str:
    """One page's lines, with a blank line where the gap, the size of the type or an indent begins a paragraph."""
    if not lines:
        return ""
    margin = Counter(round(line.x) for line in lines).most_common(1)[0][0]
    usual = _usual_gap(lines)
    parts = [lines[0].text]
    for above, line in pairwise(lines):
        parts += ["", line.text] if _parted(above, line, usual, margin) else [line.text]
    return "\n".join(parts)


def without_running_heads(pages: Sequence[Sequence[PdfLine]]) -> list[Sequence[PdfLine]]:
    """The pages without the lines at top and foot that stand on most of them but for figures; their first is kept."""
    if len(pages) < _FEWEST_PAGES:
        return list(pages)
    seen = Counter(shape for lines in pages for shape in {_shape(line) for line in _edges(lines)})
    heads = {shape for shape, count in seen.items() if count >= max(_FEWEST_PAGES, _SHARE * len(pages))}
    return [pages[0], *([*_without(lines, heads)] for lines in pages[1:])]


def unhyphenated(text: str) -> str:
    """Words put together that were parted at the end of a line; the hyphen stays where the word is written with one."""
    words = set(_WORD.findall(text))

    def joined(match: re.Match[str]) -> str:
        first, second = match.groups()
        if first + second in words:
            return first
        keeps = f"{first}-{second}" in words or first[0].isupper() or first.lower() in _KEEP_HYPHEN
        return f"{first}-" if keeps else first

    return _HYPHEN.sub(joined, _SOFT_HYPHEN.sub("", text))


def _usual_gap(lines: Sequence[PdfLine]) -> float:
    """The commonest distance between a line and the next below it, the smallest if several are."""
    gaps = Counter(round(above.y - line.y) for above, line in pairwise(lines) if above.y > line.y)
    return min(gaps, key=lambda gap: (-gaps[gap], gap), default=0)


def _parted(above: PdfLine, line: PdfLine, usual: float, margin: float) -> bool:
    gap = above.y - line.y
    indent = (line.x - margin) / max(line.size, 1)
    if abs(above.size - line.size) > _SAME_SIZE * max(above.size, line.size):
        return True
    indented = _INDENT[0] < indent < _INDENT[1] and round(above.x) == margin and not _BULLET.match(above.text)
    return gap > _WIDE * usual or (indented and gap > 0)


def _edges(lines: Sequence[PdfLine]) -> Sequence[PdfLine]:
    return (*lines[:_EDGE], *lines[-_EDGE:])


def _without(lines: Sequence[PdfLine], heads: set[str]) -> Iterator[PdfLine]:
    last = len(lines) - _EDGE
    return (
        line for index, line in enumerate(lines) if _EDGE <= index < last or _shape(line) not in heads
    )  # fmt: skip


def _shape(line: PdfLine) -> str:
    return _FIGURES.sub("#", line.text)
