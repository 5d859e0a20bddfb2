"""When a page says it was published and changed: its stamp lines, and the dates in front of its story."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal

from dateline.ingest.dates import WORDED, Written, dates_in, evidence_of_order, iso, short_dates_in
from dateline.knowledge.agencies import agencies
from dateline.knowledge.furniture import furniture
from dateline.model.text import Clash, Field, Origin, Sure

StampKind = Literal["published", "updated", "bare"]

LONGEST_STAMP: Final = 160
_FILLER: Final = re.compile(r"\b(?:at|on|by|and|the|local time|hrs|(?-i:[A-Z]{2,4}T)|UTC|GMT|AM|PM)\b", re.IGNORECASE)
_PLACE_IN_FRONT: Final = re.compile(r"(?P<place>[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,3}),\s+(?=[A-Z\d])")
_SIGNED: Final = re.compile(r"by\b", re.IGNORECASE)
_NOTHING: Final = re.compile(r"[\s.,:;|-]*")
_GENERIC: Final = "date"
_LETTERS: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date that the page gives for itself; `bare` where no word says what it is the date of."""

    kind: StampKind
    written: Written


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """ISO 8601 day or minute of publication and change, and where the page's stamp and the story's own date lines
    differ."""

    published: str | None = None
    updated: str | None = None
    clashes: tuple[Clash, ...] = ()
    origins: tuple[Origin, ...] = field(default=(), compare=False)


def place_before_date(text: str) -> str | None:
    """The place of a line that holds a place, a comma and a date with its year: "Popayan, September 18, 2023"."""
    found = _PLACE_IN_FRONT.match(text[:LONGEST_STAMP])
    first = next(dates_in(text[:LONGEST_STAMP]), None) if found else None
    if found is None or first is None or first.start != found.end() or _kind(text[: first.start]) != "bare":
        return None
    if _SIGNED.match(text) or agencies().named(found.group("place")):
        return None
    return found.group("place") if _NOTHING.fullmatch(text[first.end :]) else None


def stamps_of(text: str) -> tuple[Stamp, ...]:
    """The stamps of a line that holds nothing else, or a place in front of its date; empty where it holds more."""
    if len(text) > LONGEST_STAMP:
        return ()
    place = place_before_date(text)
    stamps, between = stamps_among(text[len(place) :] if place else text)
    return () if any(without_labels(part) for part in between) else stamps


def stamps_among(text: str) -> tuple[tuple[Stamp, ...], list[str]]:
    """The dates in a line, and the words in front of, between and behind them; a year of two figures counts only
    beside a word for a stamp."""
    found = tuple(dates_in(text)) or tuple(short_dates_in(text) if _label_pattern().search(text) else ())
    between = _between(text, found)
    stamps = (Stamp(kind=_kind(before), written=written) for before, written in zip(between, found, strict=False))
    return tuple(stamps), between


def without_labels(words: str) -> str:
    """Words beside a date without those that belong to it; empty where no letters are left."""
    rest = _label_pattern().sub(" ", words)
    return rest if _LETTERS.search(_FILLER.sub(" ", rest)) else ""


def announces_a_date(words: str) -> bool:
    """Whether words are nothing but such as stand beside a date that is not there: "Last updated on"."""
    return len(words) < LONGEST_STAMP and bool(_label_pattern().match(words)) and not without_labels(words)


def leading_stamp(text: str) -> tuple[Stamp, int] | None:
    """The stamp that `text` begins with, with or without a word for it, and where what follows it begins."""
    first = next(dates_in(text[:LONGEST_STAMP]), None)
    if first is None:
        return None
    before = text[: first.start]
    if _LETTERS.search(_label_pattern().sub(" ", before)):
        return None
    return Stamp(kind=_kind(before), written=first), first.end


def date_page(stamps: Sequence[Stamp], own: Sequence[Stamp], texts: Iterable[str]) -> Dating:
    """What the page's stamp lines and the story's `own` date lines say together; `texts` decide the order of
    figures.

    A date that a word calls the day of publication counts before one without a word; the story's own dates count where
    no stamp stands on the page, and are held against the stamp where one does.
    """
    every = [*stamps, *own]
    doubtful = next((stamp.written for stamp in every if stamp.written.ambiguous), None)
    evidence = evidence_of_order(texts, doubtful) if doubtful else 0.0
    day_first = evidence >= 0
    named = _first(every, "published") or _first(every, "bare")
    updated = _first(every, "updated")
    published = iso(named.written, day_first=day_first) if named else None
    return Dating(
        published=published,
        updated=iso(updated.written, day_first=day_first) if updated else None,
        clashes=_clashes(published, own, day_first) if named in stamps else (),
        origins=(
            *_origins("published", named, stamps, evidence),
            *_origins("updated", updated, stamps, evidence),
        ),
    )


def _origins(what: Field, stamp: Stamp | None, stamps: Sequence[Stamp], evidence: float) -> tuple[Origin, ...]:
    if stamp is None:
        return ()
    bare = stamp.kind == "bare"
    where = "a date line of the story" if stamp not in stamps else "a bare date of the page" if bare else "a date stamp"
    if stamp.written.ambiguous and not evidence:
        return (Origin(what=what, where=f"{where}, day or month first", sure="doubtful"),)
    shown = not stamp.written.ambiguous or abs(evidence) >= WORDED
    sure: Sure = "certain" if shown and not bare else "likely"
    return (Origin(what=what, where=where, sure=sure),)


def _clashes(published: str | None, own: Sequence[Stamp], day_first: bool) -> tuple[Clash, ...]:
    days = {iso(stamp.written, day_first=day_first)[:10] for stamp in own if stamp.kind != "updated"}
    page_day = (published or "")[:10]
    return tuple(Clash(what="published", page_says=page_day, text_says=day) for day in sorted(days) if day != page_day)


def _first(stamps: Sequence[Stamp], kind: StampKind) -> Stamp | None:
    return next((stamp for stamp in stamps if stamp.kind == kind), None)


def _between(text: str, found: Sequence[Written]) -> list[str]:
    edges = [0, *(edge for written in found for edge in (written.start, written.end)), len(text)]
    return [text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]


def _kind(before: str) -> StampKind:
    """By the last word for a stamp in front; "date" alone says nothing of which, beside another word for it."""
    labels = list(_label_pattern().finditer(before))
    telling = [match for match in labels if match.group().lower() != _GENERIC] or labels
    if not telling:
        return "bare"
    return "updated" if telling[-1].lastgroup == "updated" else "published"


@cache
def _label_pattern() -> re.Pattern[str]:
    """A word for a stamp, with which of several it is in front of it and a preposition behind: "last modified on"."""
    known = furniture()
    updated, published = (_any_of(words) for words in (known.updated, known.published))
    return re.compile(
        rf"\b(?:(?:first|last|latest|originally|initially|(?:most )?recently)\s+)?"
        rf"(?:(?P<updated>{updated})|(?P<published>{published}))(?:\s+(?:on|at))?\b",
        re.IGNORECASE,
    )


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
