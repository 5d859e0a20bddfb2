"""Who a report is by: bylines, agencies that speak in it, and the record of what was peeled off a story."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.ingest.stamps import Stamp
from dateline.knowledge.agencies import agencies
from dateline.knowledge.calendar_words import MONTHS, WEEKDAYS
from dateline.knowledge.furniture import furniture

NAME: Final = r"[^\W\d_][\w'’.-]*"
CAPITAL: Final = r"[A-ZÀ-Þ][\w'’.-]*"

_PARTICLE: Final = r"(?:al-|de\s+|van\s+|von\s+|bin\s+)"
_JOINED: Final = rf"(?:[ ,&]+(?:and\s+)?{_PARTICLE}?|\s+and\s+){CAPITAL}"
IN_PLACE: Final = rf"(?:,?\s+(?:reporting\s+)?(?:in|from|at)\s+{CAPITAL}(?:[ ,/-]+{CAPITAL}){{0,3}})"
"""Where a reporter is, behind the name: "in Port Azmar"."""

_OF_AN_OUTLET: Final = rf"(?:\s+(?:of|for)\s+(?:[Tt]he\s+)?{CAPITAL}(?: {CAPITAL}){{0,3}})"
_BYLINE: Final = re.compile(
    rf"^(?:By|by|BY):?\s+(?P<names>{CAPITAL}(?:{_JOINED}){{1,9}}){IN_PLACE}?{_OF_AN_OUTLET}?\s*[|•-]?$"
)
_IN_PLACE: Final = re.compile(rf"{IN_PLACE}$")
_CALENDAR: Final = frozenset({*MONTHS, *WEEKDAYS})
_AND: Final = re.compile(r"\s*(?:,|&|;|/|\band\b)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Peeled:
    """A story's text and what was taken off its front and end.

    `own` are full dates in front of the story; `dated` are days in a dateline as written, perhaps without a year;
    `dropped` are (words, reason) of parts that belong to nothing.
    """

    text: str
    dateline: str | None = None
    agency: str | None = None
    byline: tuple[str, ...] = ()
    own: tuple[Stamp, ...] = ()
    dated: tuple[str, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()


Step = Callable[[Peeled], Peeled]

# Rounds of peeling; each takes off one thing of a kind, and pages glue no more than this in front of or behind a story.
ROUNDS: Final = 4


def peel(peeled: Peeled, steps: tuple[Step, ...]) -> Peeled:
    """Applies the steps in turn until none takes anything off."""
    for _ in range(ROUNDS):
        before = peeled.text
        for step in steps:
            peeled = step(peeled)
        if peeled.text == before:
            break
    return peeled


def cut_from(peeled: Peeled, start: int, reason: str, agency: str | None = None) -> Peeled:
    """The text up to `start`; the rest is dropped."""
    rest = peeled.text[start:]
    text = peeled.text[:start].rstrip()
    return replace(peeled, text=text, agency=peeled.agency or agency, dropped=((rest, reason), *peeled.dropped))


def byline_of(text: str) -> tuple[str, ...]:
    """The names of a line that says "By NAME and NAME"; agencies among them are left out."""
    found = _BYLINE.match(text)
    if found is None or _CALENDAR.intersection(found.group("names").lower().split()):
        return ()
    return split_names(found.group("names"))


def split_names(text: str) -> tuple[str, ...]:
    """Names joined by commas, slashes or "and"; agencies are no names, and outlets behind a name are none."""
    parts = (_IN_PLACE.sub("", name.strip(" .;")) for name in _AND.split(text))
    names = [name for name in parts if name and not agencies().named(name)]
    return tuple(name for index, name in enumerate(names) if index == 0 or not _is_an_outlet(name))


def _is_an_outlet(name: str) -> bool:
    words = name.lower().split()
    return len(words) > 1 and words[-1] in furniture().outlets


def told_agency(text: str) -> str | None:
    """The agency whose own reporter speaks in the text, "told AFP", "an AFP correspondent", or else whose report it
    passes on: "Ukrinform reports", "reports EFE", "AFP reported" as the last words, "Associated Press writer Ann Writer
    contributed".

    Other outlets write "told the AFP news agency" or spell the name out; an agency's own copy has its short name bare.
    "SANA reported" in the middle of a story, and "according to AP", name one source among others.
    """
    found = _told().search(text)
    if found:
        return agencies().named(found.group("told") or found.group("own"))
    passed_on = _passed_on().search(text)
    return agencies().named(next(name for name in passed_on.groups() if name)) if passed_on else None


@cache
def _passed_on() -> re.Pattern[str]:
    names = agencies().pattern
    kind = r"(?:\s+(?:news\s+)?agency)?"
    shapes = (
        rf"(?<=[\w,]\s)({names}){kind}\s+reports(?=[.,;]|\s*$)",
        rf",\s+reports\s+(?:the\s+)?({names})(?!\w)",
        rf"\bquoted\s+by\s+(?:the\s+)?({names})(?!\w)",
        rf"(?<=[\w,]\s)({names}){kind}\s+reported\.?$",
        rf"\b({names})\s+(?:\w+\s+)?(?:writer|reporter|journalist|correspondent)s?\b[^.!?\n]{{3,300}}\bcontributed\b",
    )
    return re.compile("|".join(shapes))


@cache
def _told() -> re.Pattern[str]:
    names = agencies().short
    own = r"(?:reporter|correspondent|journalist|photographer|team)"
    said_to = rf"\b(?:told|[Ss]peaking\s+to|statement\s+to)\s+(?P<told>{names})(?!\w|\s+(?:news|agency))"
    return re.compile(rf"{said_to}|\b(?P<own>{names})(?:'s)?\s+{own}\b")
