"""Words of time that name no day of their own: lengths ("90 days", "a four-week halt"), "now", hours, what comes back.

No event is dated by them; who wants every word of time of a text needs them beside those of `calendar`. Ages ("a
22-year-old") and prices ("ten dollars a day") are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.knowledge.calendar import TimeWords
from dateline.knowledge.calendar_words import SEASONS, SMALL, TENS, UNITS, WEEKDAYS, number_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A number of units; None where the number is vague ("several days")."""

    number: int | None
    unit: str


def _either(*words: str) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL: Final = _either(*SMALL)
_NUMBER: Final = (
    rf"\d{{1,3}}|(?:{_either(*TENS)})(?:[- ](?:{_SMALL}))?|{_SMALL}|(?:a\s+)?(?:couple\s+of|few)|several|many"
)
_UNIT: Final = _either("minute", "weekend", *UNITS)
# A single unit is a length only where something is measured by it.
_MEASURES: Final = r"(?=\s+(?:before|after|earlier|later|into|or|from)\b|$)"
_NOT_OLD: Final = r"(?![\s-]+olds?\b|\s+of\s+age\b)"
_VAGUE: Final = frozenset({"few", "a few", "several", "many", "couple of", "a couple of"})
_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    ("length", rf"(?<![\d.,$£€])(?P<number>{_NUMBER})(?:\s+|\s?-\s?)(?P<unit>{_UNIT})s?\b{_NOT_OLD}"),
    ("length", rf"(?P<single>an?)\s+(?P<one>{_UNIT})\b{_MEASURES}"),
    ("clock", r"(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.m\.|m\b)"),
    ("clock", r"(?P<hours>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)(?:\s+(?:GMT|UTC|local\s+time))"),
    ("repeated", rf"(?:each|every)\s+(?P<each>{_either('morning', 'evening', *UNITS, *SEASONS, *WEEKDAYS)})\b"),
    ("repeated", r"(?P<adverb>annually|yearly|monthly|weekly|daily|nightly|hourly)\b"),
    ("now", r"(?:right\s+)?now\b|currently\b|nowadays\b|at\s+present\b|at\s+the\s+moment\b"),
    ("lately", r"recently\b|lately\b"),
)
_SCAN: Final = re.compile(
    rf"\b(?:{'|'.join(f'(?P<p{n}>{body})' for n, (_, body) in enumerate(_PATTERNS))})", re.IGNORECASE
)


def find_undated(text: str) -> Iterator[TimeWords]:
    """The words of time of a text that name no day, in order."""
    for found in _SCAN.finditer(text):
        number = next(n for n in range(len(_PATTERNS)) if found[f"p{n}"] is not None)
        yield TimeWords(pattern=_PATTERNS[number][0], start=found.start(), end=found.end(), text=found.group())


def parts_undated(words: str) -> dict[str, str]:
    """The named parts of such words, in lower case."""
    found = _SCAN.fullmatch(words) or _SCAN.match(words)
    named = found.groupdict() if found else {}
    return {key: value.lower() for key, value in named.items() if value and not key[1:].isdigit()}


def length_of(parts: dict[str, str]) -> Length:
    """What a length says."""
    if "one" in parts:
        return Length(number=1, unit=parts["one"])
    said = " ".join(parts["number"].split())
    return Length(number=None if said in _VAGUE else number_of(said), unit=parts["unit"])


def time_of_day(parts: dict[str, str]) -> str:
    """A clock's reading as hh:mm, in 24 hours: "3 p.m." 15:00."""
    if "half" not in parts:
        return f"{int(parts['hours']):02}:{parts['minutes']}"
    hour = int(parts["hour"]) % 12 + 12 * (parts["half"] == "p")
    return f"{hour:02}:{parts.get('minute', '00')}"
