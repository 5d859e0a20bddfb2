"""The lines that a reader of an HTML page sees, with their places in it."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.ingest.lines import clean
from dateline.knowledge.furniture import fold

_UNSEEN: Final = re.compile(r"<!--|<(?P<tag>script|style|noscript|template|svg|head|iframe|select)\b", re.IGNORECASE)
_TAG: Final = re.compile(r"</?(?P<name>[a-zA-Z][\w:-]*)[^<>]*>|<![^<>]*>|<\?[^<>]*>")
_INLINE: Final = frozenset(
    "a abbr b bdi cite code em font i ins kbd mark q s small span strong sub sup time tt u var wbr".split()
)
_BLANK_LINE: Final = re.compile(r"\n[ \t\r]*\n")
_BREAK: Final = re.compile(r"[\r\n]+")
_TYPED: Final = frozenset({"pre", "textarea", "listing", "xmp", "plaintext"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A line, clean and folded for comparing, and where it stands in the page."""

    text: str
    folded: str
    start: int
    end: int


def seen_lines(page: str) -> Iterator[Seen]:
    """Tags of layout end a line, tags inside text do not; so does a blank line between tags, and each line's end where
    the text is set as typed."""
    blank = _without_unseen(page)
    parts: list[str] = []
    start = position = 0
    breaks = _BLANK_LINE
    for tag in _TAG.finditer(blank):
        if tag.start() > position:
            between = blank[position : tag.start()]
            if not parts and not between.isspace():
                start = position
            if parts or not between.isspace():
                parts.append(between)
        position = tag.end()
        name = (tag["name"] or "").lower()
        if name in _INLINE:
            continue
        if parts:
            yield from _lines(parts, start, tag.start(), breaks)
            parts = []
        if name in _TYPED:
            breaks = _BLANK_LINE if blank[tag.start() + 1] == "/" else _BREAK
    yield from _lines([*parts, blank[position:]], start if parts else position, len(blank), breaks)


def _lines(parts: list[str], start: int, end: int, breaks: re.Pattern[str]) -> Iterator[Seen]:
    """One line, or several where what stands between two tags of layout has breaks of its own."""
    if len(parts) > 1 or not breaks.search(parts[0]):
        yield from _one_line("".join(parts), start, end)
        return
    position = 0
    for place in breaks.finditer(parts[0]):
        yield from _one_line(parts[0][position : place.start()], start + position, start + place.start())
        position = place.end()
    yield from _one_line(parts[0][position:], start + position, end)


def _one_line(raw: str, start: int, end: int) -> Iterator[Seen]:
    text = clean(html.unescape(raw) if "&" in raw else raw)
    if text:
        yield Seen(text, fold(text), start + len(raw) - len(raw.lstrip()), end)


def _without_unseen(page: str) -> str:
    """The page with comments, scripts and the like as blanks of the same length behind a tag that ends a line."""
    parts: list[str] = []
    small, position = page.lower(), 0
    if len(small) != len(page):
        small = page
    while found := _UNSEEN.search(page, position):
        closer = f"</{found['tag'].lower()}" if found["tag"] else "-->"
        close = small.find(closer, found.end())
        end = small.find(">", close) + 1 if close >= 0 else 0
        end = end or len(page)
        parts += (page[position : found.start()], "<p>".ljust(end - found.start()))
        position = end
    return "".join(parts) + page[position:]
