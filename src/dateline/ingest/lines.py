"""The lines of a page and their shapes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.ingest.wraps import ENDED, Block, unwrapped
from dateline.knowledge.furniture import bare, fold

# U+2028 and U+2029 are what rich-text editors leave for line and paragraph ends.
_LINE: Final = re.compile(r"[^\r\n\u2028\u2029]+")
_INVISIBLE: Final = re.compile(
    "[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]"
)
_HALF_DECODED_SPACE: Final = re.compile("Â(?=[\\s\u00a0]|$)")
_WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*")
_UNSPACED: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_FULL_STOP: Final = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*(?=\s|$)")
_MARKDOWN_LINK: Final = re.compile(r"^\s*[-*]\s*\[(.+?)\]\(\S")
_SMALL_WORD: Final = 3
_CASE_SAMPLE: Final = 2000
_PROSE_WORDS: Final = 12
_LONGEST_CELL: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the page, or several that were one before they were wrapped.

    `text` has single spaces and no invisible characters; `start` and `end` are offsets into the decoded page. `words`
    counts words (of scripts without spaces, two characters count as one); `capitals` is the share of words longer than
    three letters that begin with a capital; `ended` says whether it closes with a stop or colon; `gap` whether a blank
    line stands above it; `indent` how many blanks it is set in.
    """

    text: str
    folded: str
    bare: str
    start: int
    end: int
    words: int
    capitals: float
    ended: bool
    gap: bool
    indent: int

    @property
    def sentences(self) -> int:
        """How many full stops close something in it."""
        return len(_FULL_STOP.findall(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What is true of a page's lines together.

    `seen` counts folded lines; `links` are the folded words of links listed as `- [words](address)`; `cased` is false
    where a page is written in capitals only or in small letters only, so that capitals say nothing.
    """

    seen: Counter[str]
    links: frozenset[str]
    cased: bool


def _with_bars(raw: str) -> str:
    """A row of short cells that tabs part, as menus and tables are pasted, with bars between them."""
    cells = [cell.strip() for cell in raw.split("\t") if cell.strip()] if raw.count("\t") > 1 else []
    in_a_row = len(cells) > 2 and all(len(cell.split()) <= _LONGEST_CELL for cell in cells)
    return " | ".join(cells) if in_a_row else raw


def clean(text: str) -> str:
    """Single spaces, no control or invisible characters."""
    return " ".join(_HALF_DECODED_SPACE.sub("", _INVISIBLE.sub("", text)).split())


def cut(page: str) -> tuple[Line, ...]:
    """The lines of a decoded page that hold anything, hard wraps undone."""
    found: list[Line] = []
    for block in unwrapped(
        [Block(spans, tuple(clean(page[start:end]) for start, end in spans)) for spans in _blocks(page)]
    ):
        found += [_line(page, start, end, gap=index == 0) for index, (start, end) in enumerate(block)]
    return tuple(line for line in found if line.text)


def layout(lines: Sequence[Line]) -> Layout:
    """What is true of these lines together."""
    links = (_MARKDOWN_LINK.match(line.text) for line in lines)
    prose = [line for line in lines if line.words >= _PROSE_WORDS] or lines
    sample = "".join(line.text[:_CASE_SAMPLE] for line in prose)
    upper, lower = sum(map(str.isupper, sample)), sum(map(str.islower, sample))
    return Layout(
        seen=Counter(line.folded for line in lines),
        links=frozenset(fold(link.group(1)) for link in links if link),
        cased=lower > upper > 0.003 * lower,
    )


def made_line(text: str, start: int, *, gap: bool = True) -> Line:
    """A line with the words `text`, standing at `start`."""
    return _line(text, 0, len(text), gap=gap, shift=start)


def joined(above: Line, line: Line) -> Line:
    """Two lines as one that spans both."""
    both = f"{above.text} {line.text}"
    return replace(_line(both, 0, len(both), gap=above.gap), start=above.start, end=line.end, indent=above.indent)


def _line(page: str, start: int, end: int, *, gap: bool, shift: int = 0) -> Line:
    raw = page[start:end]
    text = clean(_with_bars(raw))
    words = _WORD.findall(text)
    long = [word for word in words if len(word) > _SMALL_WORD] or words
    folded = fold(text)
    return Line(
        text=text,
        folded=folded,
        bare=bare(folded),
        start=shift + start + len(raw) - len(raw.lstrip()),
        end=shift + end - (len(raw) - len(raw.rstrip())),
        words=len(words) + len(_UNSPACED.findall(text)) // 2,
        capitals=sum(word[0].isupper() for word in long) / max(1, len(long)),
        ended=bool(ENDED.search(text)),
        gap=gap,
        indent=len(raw) - len(raw.lstrip()),
    )


def _blocks(page: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines with no blank line between them, as offsets."""
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(page):
        if not match.group().strip():
            continue
        if block and _blank_between(page, block[-1][1], match.start()):
            yield block
            block = []
        block.append(match.span())
    if block:
        yield block


def _blank_between(page: str, end: int, start: int) -> bool:
    gap = page[end:start].replace("\r\n", "\n")
    return sum(char in "\n\r\u2028\u2029" for char in gap) > 1
