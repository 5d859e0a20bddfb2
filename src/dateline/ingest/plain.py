"""A page of plain text: its story, what it says of itself, and what was left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.ingest.ascribed import FIRST_LINES, credited_by, credits_beside, headed, printed_by
from dateline.ingest.cleaning import Verdict, judge
from dateline.ingest.credit_line import Credits, credits_of
from dateline.ingest.credits import Peeled, byline_of
from dateline.ingest.dates import dates_in
from dateline.ingest.headline import Headline, find_headline, repeats_of, title_pattern
from dateline.ingest.lead import peel_front
from dateline.ingest.lines import Line, cut, layout
from dateline.ingest.origins import Chosen, first
from dateline.ingest.stamps import Dating, Stamp, date_page, place_before_date, stamps_of
from dateline.ingest.story import mend, paragraphs
from dateline.ingest.tail import peel_end, pieces
from dateline.model.text import Dropped, Origin

_BY_ALONE: Final = re.compile(r"^by:?$", re.IGNORECASE)
_NAME_LINE: Final = re.compile(r"^[A-Z][\w'’.-]+(?:\s+(?:al-|de|van|von|bin)?\s*[\w'’.-]+){1,4}$")
_DOUBLED_OPENING: Final = re.compile(r'(?:(?<=\s)|(?<=^))""(?=\S)')
_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\b")
_SHORT_LINE: Final = 200

# Words of a full sentence from which a line is prose.
_PROSE_WORDS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What a cleaner found in a page, whatever its format; `text` has paragraphs parted by blank lines."""

    text: str
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    dating: Dating = field(default_factory=Dating)
    dropped: tuple[Dropped, ...] = ()
    language: str | None = None
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The page's lines by what they are: stamps, bylines and credits were read, the rest was judged."""

    stamps: tuple[tuple[Line, tuple[Stamp, ...]], ...]
    credits: tuple[tuple[Line, Credits], ...]
    byline: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


def read_plain(page: str, known_title: str | None = None, repeated: frozenset[str] = frozenset()) -> Story:
    """The story of a decoded page of plain text.

    `known_title` is the headline of a text that an HTML reader has cleaned already; its lines are trusted. `repeated`
    are lines that stand on other pages of the site too (see `site`).
    """
    lines = mend(cut(_without_quoting(page)))
    headline = repeats_of(known_title, lines) if known_title else find_headline(lines)
    return _tell(page, lines, headline, _sort(lines, headline, trusted=known_title is not None, repeated=repeated))


def _tell(page: str, lines: Sequence[Line], headline: Headline | None, found: Sorted) -> Story:
    shape = layout(lines)
    kept = [verdict.line for verdict in found.verdicts if verdict.kept]
    told = paragraphs(kept, shape.links)
    title = headed(headline, told, shape)
    front = (
        peel_front(told[0], title_pattern(title.value) if title.value else None, cased=shape.cased)
        if told
        else Peeled(text="")
    )
    body = [*front.text.split("\n\n"), *told[1:]]
    end = peel_end(body[-1])
    text = "\n\n".join(part for part in (*body[:-1], end.text) if part)
    beside = credits_beside(found.credits, headline, lines, kept)
    outlet = printed_by(headline, beside, lines)
    agency = credited_by(front, end, beside, lines, text)
    place = _written_in(front, found, kept)
    signed = (*found.byline, *(name for name in end.byline if name not in found.byline))
    byline = first("byline", (signed, "a byline" if found.byline else "the end of the story", "certain"))
    dating = _dating(_stamps(found, kept), front, lines)
    return Story(
        text=text,
        title=title.value,
        outlet=outlet.value,
        agency=agency.value,
        byline=signed,
        dateline=place.value,
        dating=dating,
        dropped=_dropped(page, found, kept, (front, end)),
        origins=(*(one for some in (title, outlet, agency, byline, place) for one in some.origins), *dating.origins),
    )


def _written_in(front: Peeled, found: Sorted, kept: Sequence[Line]) -> Chosen[str]:
    return first(
        "dateline",
        (front.dateline, "the front of the story", "certain"),
        (_dated_place(found, kept), "a line with place and date", "likely"),
    )


def _sort(lines: Sequence[Line], headline: Headline | None, *, trusted: bool, repeated: frozenset[str]) -> Sorted:
    """Takes headline, stamp and byline lines out; what is left is judged.

    Below the first prose, stamps and bylines are judged with the rest, for they part one teaser from the next.
    """
    repeats = set(headline.lines) if headline else set()
    rest = [index for index in range(len(lines)) if index not in repeats]
    credited = {index: credits for index in rest if (credits := credits_of(lines[index].text))}
    stamps = {index: found for index in rest if (found := _stamps_at(lines[index], credited.get(index)))}
    byline = {index: names for index in rest if (names := _byline_at(lines, index))}
    names_below = {index + 1 for index in byline if _BY_ALONE.match(lines[index].text)}
    taken = {*stamps, *byline, *names_below, *credited}
    first = next((index for index in rest if lines[index].ended and lines[index].words >= _PROSE_WORDS), len(lines))
    judged = [index for index in rest if index not in taken or index > first]
    above = sum(index < headline.nearest for index in judged) if headline else None
    verdicts = judge([lines[index] for index in judged], above, trusted=trusted, repeated=repeated)
    return Sorted(
        stamps=tuple((lines[index], found) for index, found in stamps.items()),
        credits=tuple((lines[index], found) for index, found in credited.items()),
        byline=next(iter(byline.values()), ()),
        verdicts=tuple(verdict for index, verdict in zip(judged, verdicts, strict=True) if index not in taken),
    )


def _stamps_at(line: Line, credited: Credits | None) -> tuple[Stamp, ...]:
    return stamps_of(line.text) or (credited.stamps if credited else ())


def _stamps(found: Sorted, kept: Sequence[Line]) -> list[Stamp]:
    """The page's stamps; a bare date below the story's first lines is some other report's."""
    limit = kept[min(FIRST_LINES, len(kept)) - 1].start if kept else None
    return [
        stamp
        for line, group in found.stamps
        for stamp in group
        if stamp.kind != "bare" or limit is None or line.start < limit
    ]


def _dated_place(found: Sorted, kept: Sequence[Line]) -> str | None:
    """The place of a line above the story that gives place and date."""
    above = [line.text for line, _ in found.stamps if kept and line.start < kept[0].start]
    return next((place for text in above if (place := place_before_date(text))), None)


def _byline_at(lines: Sequence[Line], index: int) -> tuple[str, ...]:
    """The names of a line "By NAME", or of the line below a line that says "By" alone."""
    text = lines[index].text
    if _BY_ALONE.match(text) and index + 1 < len(lines) and _NAME_LINE.match(lines[index + 1].text):
        return (lines[index + 1].text,)
    found = credits_of(text)
    return found.byline if found else byline_of(text)


def _dating(stamps: Sequence[Stamp], front: Peeled, lines: Sequence[Line]) -> Dating:
    own = [*front.own, *(stamp for words in front.dated for stamp in _dated(words, lines))]
    texts = [line.text[:_SHORT_LINE] for line in lines]
    return date_page(stamps, own, texts)


def _dated(words: str, lines: Sequence[Line]) -> tuple[Stamp, ...]:
    """The day in a dateline as a stamp; one without a year takes the only year that the page's short lines name."""
    if not _YEAR.search(words):
        years = {year for line in lines if len(line.text) < _SHORT_LINE for year in _YEAR.findall(line.text)}
        words = f"{words} {years.pop()}" if len(years) == 1 else words
    return tuple(Stamp(kind="bare", written=written) for written in dates_in(words))


def _dropped(page: str, found: Sorted, kept: Sequence[Line], leads: tuple[Peeled, Peeled]) -> tuple[Dropped, ...]:
    """Whole lines with their reasons, and parts of the first and last kept line, in page order."""
    whole = [_drop(line, "is a date stamp") for line, _ in found.stamps]
    undated = (line for line, one in found.credits if not one.stamps and (one.staff or not one.byline))
    whole += [_drop(line, "credits the source of the copy") for line in undated]
    whole += [_drop(verdict.line, verdict.reason or "") for verdict in found.verdicts if not verdict.kept]
    front, end = leads
    parts = [_part(page, kept[0], words, reason, last=False) for words, reason in front.dropped] if kept else []
    behind = [(piece, reason) for words, reason in end.dropped for piece in pieces(words)] if kept else []
    parts += [_part(page, kept[-1], words, reason, last=True) for words, reason in behind]
    return tuple(sorted((*whole, *parts), key=lambda drop: drop.page_start))


def _drop(line: Line, reason: str) -> Dropped:
    return Dropped(text=line.text, page_start=line.start, page_end=line.end, reason=reason)


def _part(page: str, line: Line, words: str, reason: str, *, last: bool) -> Dropped:
    """Where part of a line stands in the page; the whole line where its words were changed by cleaning."""
    pattern = re.compile(r"\s*".join(re.escape(word) for word in words.split()))
    places = list(pattern.finditer(page, line.start, line.end))
    place = places[-1 if last else 0].span() if places else (line.start, line.end)
    return Dropped(text=words, page_start=place[0], page_end=place[1], reason=reason)


def _without_quoting(page: str) -> str:
    """A page that a spreadsheet has put into quotes, with each quote inside doubled, keeps its offsets: marks
    become spaces."""
    body = page.strip()
    if not (body.startswith('"') and body.endswith('"') and len(body) > 2):
        return page
    inside = body[1:-1]
    if inside.replace('""', "").count('"') or "\n" in inside.strip():
        return page
    start = page.index('"')
    return page[:start] + " " + _DOUBLED_OPENING.sub(' "', inside).replace('""', '" ') + " " + page[start + len(body) :]
