"""The headline of a page in plain text: which line it is, where it is repeated, and what of it is the site's name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ingest.cleaning import CERTAIN
from dateline.ingest.lines import Line, layout
from dateline.ingest.signs import SEPARATED, signs_of
from dateline.ingest.stamps import stamps_of
from dateline.knowledge.furniture import bare, fold, furniture

_SPLIT: Final = re.compile(r"\s+(?:\||-|–|—|::|»|«|·)\s+")
_STRONG_MARK: Final = re.compile(r"\|\|?|::|»|«|·")
_BYLINE: Final = re.compile(r"^by\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*[-–]\s*)?\d{4}\s*[-–,]?\s+(?:by\s+)?"
    r"(?P<name>[A-Z][^.,|©]{1,50}?)(?=\s+all\s+rights\b|[.,|©]|$)",
    re.IGNORECASE,
)
_PROSE: Final = -2.5
_LONGEST: Final = 35
# Words: a line below a stamp so long is prose.
_LEAST_PROSE: Final = 6
# Characters: no longer line is a headline said again.
_LONGEST_REPEAT: Final = 600
# Words: an entry of a menu has fewer.
_LEAST_ENTRY: Final = 4
_ENOUGH: Final = 2.0
_FIRST: Final = 2.5
_PRESS_OFFICE: Final = re.compile(
    r"^(?:press|media|information) (?:service|office|release|centre|center|statement)$", re.I
)


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
    """The likeliest headline among the lines down to the first prose, or None where no line is likely enough.

    A line that is all there is, and long enough to say something, is the story.
    """
    if len(lines) == 1 and lines[0].words >= _LEAST_PROSE:
        return None
    top = _top(lines)
    shaped = _shaped(lines, top)
    below = [index for index in shaped if index > 0 and not SEPARATED.search(lines[index].text)]
    mast = outlet_of_mast(lines[0].text, issued=_is_issued(lines)) if below else None
    rows = next((index for index, line in enumerate(lines) if not _is_a_row(line.text)), 0)
    shaped, first = (below, below[0]) if mast else (shaped, rows)
    best, best_score = None, _ENOUGH
    said, heads = _by_first_word(lines), [_head(line.text) for line in lines]
    for index in shaped:
        title, outlet = _split(lines[index].text, heads[:index] + heads[index + 1 :])
        repeats = _repeats(title, said)
        score = _score(index, title, lines, top, repeats) + (_FIRST if index == first else 0.0)
        if score > best_score:
            nearest = max((repeat for repeat in repeats if repeat < top), default=index)
            best = Headline(title=title, outlet=outlet or mast, lines=repeats, nearest=nearest)
            best_score = score
    return best


def outlet_of_mast(text: str, *, issued: bool = False) -> str | None:
    """The outlet whose name, alone, with a motto behind a bar or with its edition, is all that a line says.

    `issued` says that the line below is a press office's, which makes any name the one of who issued the page.
    """
    parts = _SPLIT.split(text)
    marks = _SPLIT.findall(text)
    name = parts[0].strip()
    if len(parts) == 1:
        return name if issued or _is_a_name(name) else None
    if parts[-1].lower().endswith("edition") or (_is_a_name(name) and _STRONG_MARK.search(marks[0])):
        return name
    return None


def _shaped(lines: Sequence[Line], top: int) -> list[int]:
    """Positions of the lines above the prose that are shaped like a headline and are not certainly furniture."""
    page = layout(lines)
    shaped = (index for index in range(top) if _is_shaped(index, lines))
    return [index for index in shaped if all(sign.weight < CERTAIN for sign in signs_of(lines[index], page))]


def _is_a_name(text: str) -> bool:
    """Two to five words, each with a capital, the last one such as outlets have."""
    words = text.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() for word in words) and names_an_outlet(text)


def _is_issued(lines: Sequence[Line]) -> bool:
    return len(lines) > 1 and bool(_PRESS_OFFICE.match(lines[1].text))


def repeats_of(title: str, lines: Sequence[Line]) -> Headline:
    """A headline that is known already, and where the lines say it."""
    repeats = _repeats(title, _by_first_word(lines))
    return Headline(title=title, outlet=None, lines=repeats, nearest=max(repeats, default=-1))


def split_title(text: str, others: Sequence[str]) -> tuple[str, str | None]:
    """A headline without the site's name in front or behind, and that name; `others` are lines that may repeat the
    headline."""
    return _split(text, [_head(other) for other in others])


def _head(text: str) -> str:
    """The words with which a line begins, as far as a headline could reach."""
    return " ".join(_words(text[:_LONGEST_REPEAT]))


def _split(text: str, heads: Sequence[str]) -> tuple[str, str | None]:
    parts = _SPLIT.split(text)
    if len(parts) < 2 or _is_repeated(text, heads):
        return text, None
    ends = [match.start() for match in _SPLIT.finditer(text)]
    longest_first = range(len(ends), 0, -1)
    count = next((count for count in longest_first if _is_repeated(text[: ends[count - 1]], heads)), 0)
    count = count or _without_site_words(parts, _SPLIT.findall(text))
    if count < len(parts) and len(parts[0].split()) >= 3:
        return text[: ends[count - 1]], parts[-1].strip()
    if names_an_outlet(parts[0]) and len(parts[0].split()) <= 4:
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
        if sum(sign.weight for sign in signs_of(line, page)) <= _PROSE and not _opens_above_a_stamp(index, lines):
            return index
    return len(lines)


def _opens_above_a_stamp(index: int, lines: Sequence[Line]) -> bool:
    """Whether the page opens with the line, without a full stop though it may read like prose, and a stamp follows."""
    unended = lines[index].words <= _LONGEST and not lines[index].text.endswith((".", "!", '"', "”"))
    return index == 0 and unended and len(lines) > 1 and bool(stamps_of(lines[1].text))


def _is_shaped(index: int, lines: Sequence[Line]) -> bool:
    """A line of a headline's length that is no byline or stamp; with a full stop only where a stamp stands right
    below it, and short of three words only where that is all that stands above the prose."""
    line = lines[index]
    least = 1 if _stands_alone(index, lines) else 3
    if (
        not least <= line.words <= _LONGEST
        or line.text.endswith((":", ";", ","))
        or _BYLINE.match(line.text)
        or _is_a_row(line.text)
        or stamps_of(line.text)
    ):
        return False
    return not line.text.endswith(".") or (index == 0 and len(lines) > 1 and bool(stamps_of(lines[1].text)))


def _is_a_row(text: str) -> bool:
    """Whether a line is three or more entries of a few words, as a menu on one line is."""
    parts = _SPLIT.split(text)
    return len(parts) > 2 and all(len(part.split()) < _LEAST_ENTRY for part in parts)


def _stands_alone(index: int, lines: Sequence[Line]) -> bool:
    """Whether the line is the page's first, and below it a stamp and prose follow at once ("North Kivu")."""
    return index == 0 and len(lines) > 2 and bool(stamps_of(lines[1].text)) and lines[2].words >= _LEAST_PROSE


def _score(index: int, title: str, lines: Sequence[Line], top: int, repeats: Sequence[int]) -> float:
    """Repeated elsewhere 3, above a stamp, a byline or the prose 1, longer 0.5; the first on the page has more."""
    score = 0.5 if len(title.split()) >= 5 else 0.0
    others = [other for other in repeats if other != index]
    score += 3.0 if any(other > index or len(lines[other].text) > len(title) for other in others) else 0.0
    below = index + 1
    score += 1.0 if below >= top or stamps_of(lines[below].text) or _BYLINE.match(lines[below].text) else 0.0
    return score if below < len(lines) else 0.0


_Said = Mapping[str, Sequence[tuple[int, Line, list[str]]]]
"""The lines that may say a headline, by their first words: position, line and all its words."""


def _by_first_word(lines: Sequence[Line]) -> _Said:
    said: dict[str, list[tuple[int, Line, list[str]]]] = {}
    for index, line in enumerate(lines):
        words = _words(line.text) if len(line.text) <= _LONGEST_REPEAT else []
        if words and "](" not in line.text and not line.bare.startswith("http"):
            said.setdefault(words[0], []).append((index, line, words))
    return said


def _repeats(title: str, said: _Said) -> tuple[int, ...]:
    """Positions of the lines that say the headline and, but for the site's name, nothing else."""
    wanted = _words(title)
    alike = said.get(wanted[0], ()) if wanted else ()
    return tuple(
        index for index, line, words in alike if words[: len(wanted)] == wanted and line.words <= len(wanted) + 8
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _is_repeated(kept: str, heads: Sequence[str]) -> bool:
    """Whether a line says these words near its beginning."""
    words = " ".join(_words(kept))
    return len(words.split()) >= 3 and any(words in head[: 2 * len(kept) + 60] for head in heads)


def _without_site_words(parts: Sequence[str], marks: Sequence[str]) -> int:
    """How many parts are the headline: behind it stand the site's name and the sections that the page lies in."""
    tail = parts[-1]
    is_site = (
        len(tail.split()) <= 4 and tail[:1].isupper() and (_STRONG_MARK.search(marks[-1]) or names_an_outlet(tail))
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


def names_an_outlet(part: str) -> bool:
    """Whether the last word is one that outlets have in their names, or an address's ending."""
    words = bare(fold(part)).split()
    return bool(words) and (words[-1] in furniture().outlets or words[-1].endswith((".com", ".org", ".net")))
