"""Which sentences of a report tell of long ago: of years a generation or more before its own day.

A year, a century or a war long over sets the time, and the sentences after it go on from there until one names a
time of its own.
"""

import re
from typing import Final, Literal

from dateline.extract.scene import Scene

Era = Literal["long ago", "of late"]

# Years: a generation.
GENERATION: Final = 20
# Where a report has no day, what lies before the wars of living memory.
_BEFORE_REPORTS: Final = 1950
# Sentences: so far a year carries.
_REACH: Final = 3
_YEAR: Final = re.compile(
    r"(?<![\d.,$€£/-])\b(1[0-9]{3}|20[0-9]{2})(?:s\b|\b)(?![,.]?\d|%| (?:people|men|women|troops|miles|km)\b)"
)
_PAST: Final = re.compile(
    r"\b(?:(?:1[0-9]|[5-9])th|(?:eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)th)"
    r"[- ]centur(?:y|ies)\b|\b(?:World War (?:I|II|One|Two)|(?:First|Second) World War)\b"
    r"|\b(?:centuries|(?:a|two|three|four|five) century|a century|generations) ago\b|\bMiddle Ages\b",
    re.IGNORECASE,
)
_LATE: Final = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|overnight|currently|recently"
    r"|(?:last|this) (?:week|month|year|night|morning|evening)|(?:days?|weeks?|months?) ago)\b",
    re.IGNORECASE,
)
# "Since 1984" reaches into the present.
_SINCE: Final = re.compile(r"\bsince (?:\w+ ){0,3}(?:1[0-9]{3}|20[0-9]{2})\b", re.IGNORECASE)


def is_long_ago(scene: Scene, index: int) -> bool:
    """Whether the sentence of that index tells of a generation ago or more."""
    newest = _newest(scene)
    near = scene.reading.sentences[max(0, index - _REACH) : index + 1]
    eras = (_era(sentence.span.text, newest) for sentence in reversed(near))
    return next((era for era in eras if era is not None), "of late") == "long ago"


def _newest(scene: Scene) -> int:
    """The last year that is long ago, counted from the report's day, else from the last year that it looks back on."""
    published = scene.reading.report.published
    if published:
        return int(published[:4]) - GENERATION
    named = (year for time in scene.times if time.mention.tense == "past" for year in _years(time.mention.words.text))
    return max((_BEFORE_REPORTS, *(year - GENERATION for year in named)))


def _era(text: str, newest: int) -> Era | None:
    """The time that a sentence names; a later one outweighs an earlier."""
    years = _years(text)
    if _LATE.search(text) or _SINCE.search(text) or any(year > newest for year in years):
        return "of late"
    return "long ago" if years or _PAST.search(text) else None


def _years(text: str) -> list[int]:
    return [int(found.group(1)) for found in _YEAR.finditer(text)]
