"""The parameters of OGC API Features: a box, days, and a page."""

import re
from datetime import date
from typing import Annotated, Final

from fastapi import Query
from pydantic import AfterValidator

from dateline.serve.asked import area_of
from dateline.store.points import Box

MOST_FEATURES: Final = 1_000
"""Features of one page; who asks for more gets so many, as the standard demands."""
_OPEN: Final = ("", "..")
_MOMENT: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2}))?")
_HELP: Final = "write it as 2024-05-31, 2024-05-01/2024-05-31, 2024-05-01/.. or ../2024-05-31"
Days = tuple[date | None, date | None]


def flat_box(words: str) -> Box:
    """The box of four numbers, or of six, of which the heights are left out. Raises ValueError."""
    parts = words.split(",")
    return area_of(",".join(parts[:2] + parts[3:5]) if len(parts) == 6 else words)


def days_of(words: str) -> Days:
    """The first and last day of a moment or an interval, None where it is open. Raises ValueError."""
    parts = words.split("/")
    if len(parts) > 2 or (len(parts) == 1 and parts[0] in _OPEN):
        raise ValueError(_HELP)
    first, last = (None if part in _OPEN else _day(part) for part in (parts[0], parts[-1]))
    if first and last and first > last:
        raise ValueError(f"{first} lies after {last}")
    return first, last


def _day(words: str) -> date:
    found = _MOMENT.fullmatch(words)
    if found is None:
        raise ValueError(_HELP)
    try:
        return date.fromisoformat(found[1])
    except ValueError as error:
        raise ValueError(f"no such day; {_HELP}") from error


def _a_box(words: str) -> str:
    flat_box(words)
    return words


def _a_time(words: str) -> str:
    days_of(words)
    return words


BBox = Annotated[
    str | None, AfterValidator(lambda words: words and _a_box(words)), Query(description="West, south, east, north.")
]
Datetime = Annotated[
    str | None,
    AfterValidator(lambda words: words and _a_time(words)),
    Query(description="A day, or an interval of days such as 2024-05-01/2024-05-31, open with `..`."),
]
PageSize = Annotated[int, Query(ge=1, description="The most features of one page, at most 1,000.")]
