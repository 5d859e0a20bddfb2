"""The headline of a page in plain text: which line it is, where it is repeated, and what of it is the site's name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ingest.cleaning import CERTAIN
from dateline.ingest.lines import Line, layout
from dateline.ingest.signs import signs_of
from dateline.ingest.stamps import stamps_of
from dateline.knowledge.furniture import bare, fold, furniture

_SPLIT: Final = re.compile(r"\s+(?:\||-|–|—|::|»|«|·)\s+")
_STRONG_MARK: Final = re.compile(r"\|\|?|::|»|«|·")
_BYLINE: Final = re.compile(r"^by\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*[-–]\s*)?\d{4}\s*[-–,]?\s+(?:by\s+)?(?P<name>[A-Z][^.,|©]{2,50})",
    re.IGNORECASE,
)
_PROSE: Final = -2.5
_LONGEST: Final = 35
_ENOUGH: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """The headline without the site's name, and the site's name if it stood there.

    `lines` are the positions of all lines that say it; `nearest` is the last of them above the first prose.
    """

    title: str
    outlet: str | None
    lines: tuple[int, ...]
    nearest: int


def find_headline(lines: Sequence[Line]) -> Headline | None:
    """The likeliest headline among the lines down to the first prose, or None where no line is likely enough."""
    page = layout(lines)
    top = _top(lines)
    best, best_score = None, _ENOUGH
    for index in range(top):
        if any(sign.weight >= CERTAIN for sign in signs_of(lines[index], page)) or not _is_shaped(index, lines):
            continue
        title, outlet = split_title(lines[index].text, [line.text for line in lines if line is not lines[index]])
        score = _score(index, title, lines, top)
        if score > best_score:
            repeats = _repeats(title, lines)
            nearest = max((repeat for repeat in repeats if repeat < top), default=index)
            best, best_score = Headline(title=title, outlet=outlet, lines=repeats, nearest=nearest), score
    return best


def repeats_of(title: str, lines: Sequence[Line]) -> Headline:
    """A headline that is known already, and where the lines say it."""
    repeats = _repeats(title, lines)
    return Headline(title=title, outlet=None, lines=repeats, nearest=max(repeats, default=-1))


def split_title(text: str, others: Sequence[str]) -> tuple[str, str | None]:
    """A headline without the site's name in front or behind, and that name; `others` are lines that may repeat the
    headline."""
    parts = _SPLIT.split(text)
    heads = [fold(other) for other in others]
    if len(parts) < 2 or _is_repeated(text, heads):
        return text, None
    ends = [match.start() for match in _SPLIT.finditer(text)]
    longest_first = range(len(ends), 0, -1)
    count = next((count for count in longest_first if _is_repeated(text[: ends[count - 1]], heads)), 0)
    count = count or _without_site_words(parts, _SPLIT.findall(text))
    if count < len(parts) and len(parts[0].split()) >= 3:
        return text[: ends[count - 1]], parts[-1].strip()
    if _names_an_outlet(parts[0]) and len(parts[0].split()) <= 4:
        return text[text.index(parts[1], len(parts[0])) :], parts[0]
    return text, None


def title_pattern(title: str) -> re.Pattern[str]:
    """Finds the headline's words in a text whatever marks stand between them."""
    return re.compile(
        r"\W*".join(re.escape(word) for word in _WORD.findall(title)) + r"(?!\w)[\W_]{0,3}?", re.IGNORECASE
    )


def outlet_of_rights(lines: Sequence[Line]) -> str | None:
    """The name in the page's last copyright line."""
    for line in reversed(lines):
        found = _COPYRIGHT.search(line.text)
        if found:
            return found.group("name").strip()
    return None


def _top(lines: Sequence[Line]) -> int:
    """How many lines stand above the first prose; a page's first line always counts as above it unless it is prose
    itself."""
    page = layout(lines)
    for index, line in enumerate(lines):
        if sum(sign.weight for sign in signs_of(line, page)) <= _PROSE:
            return index
    return len(lines)


def _is_shaped(index: int, lines: Sequence[Line]) -> bool:
    """A line of a headline's length that is no byline or stamp; with a full stop only where a stamp stands right
    below it."""
    line = lines[index]
    if (
        not 3 <= line.words <= _LONGEST
        or line.text.endswith((":", ";", ","))
        or _BYLINE.match(line.text)
        or stamps_of(line.text)
    ):
        return False
    return not line.text.endswith(".") or (index == 0 and len(lines) > 1 and bool(stamps_of(lines[1].text)))


def _score(index: int, title: str, lines: Sequence[Line], top: int) -> float:
    """Repeated elsewhere 3 (2 as a menu entry would be), first on the page 2.5, above a stamp, a byline or the
    prose 1, longer 0.5."""
    score = 0.5 if len(title.split()) >= 5 else 0.0
    repeats = [other for other in _repeats(title, lines) if other != index]
    score += 3.0 if any(other > index or len(lines[other].text) > len(title) for other in repeats) else 0.0
    score += 2.5 if index == 0 else 0.0
    below = index + 1
    score += 1.0 if below >= top or stamps_of(lines[below].text) or _BYLINE.match(lines[below].text) else 0.0
    return score if below < len(lines) else 0.0


def _repeats(title: str, lines: Sequence[Line]) -> tuple[int, ...]:
    """Positions of the lines that say the headline and, but for the site's name, nothing else."""
    wanted = _words(title)
    return tuple(
        index
        for index, line in enumerate(lines)
        if _words(line.text)[: len(wanted)] == wanted
        and line.words <= len(wanted) + 8
        and not line.bare.startswith("http")
        and "](" not in line.text
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _is_repeated(kept: str, heads: Sequence[str]) -> bool:
    words = " ".join(_WORD.findall(fold(kept)))
    if len(words.split()) < 3:
        return False
    return any(words in " ".join(_WORD.findall(head[: 2 * len(kept) + 60])) for head in heads)


def _without_site_words(parts: Sequence[str], marks: Sequence[str]) -> int:
    """How many parts are the headline: behind it stand the site's name and the sections that the page lies in."""
    tail = parts[-1]
    is_site = (
        len(tail.split()) <= 4 and tail[:1].isupper() and (_STRONG_MARK.search(marks[-1]) or _names_an_outlet(tail))
    )
    if not is_site:
        return len(parts)
    count = len(parts) - 1
    while count > 1 and _names_a_section(parts[count - 1], marks[count - 1]):
        count -= 1
    return count


def _names_a_section(part: str, mark: str) -> bool:
    is_entry = any(bare(fold(part)) in signal.whole for signal in furniture().signals)
    return is_entry or (bool(_STRONG_MARK.search(mark)) and len(part.split()) <= 4)


def _names_an_outlet(part: str) -> bool:
    words = bare(fold(part)).split()
    return bool(words) and (words[-1] in furniture().outlets or words[-1].endswith((".com", ".org", ".net")))
