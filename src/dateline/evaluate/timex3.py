"""Words of time as TIMEX3: the type and the value that the standard gives to each pattern of the calendar.

Pustejovsky et al., TimeML annotation guidelines 1.2.1 (2006), section 2.2. A value is as sharp as the words are: "last
year" is 2012 and not its days; "early" and "late" do not narrow it; a stretch of time is a duration (P2Y), also where
it is known from when to when ("the past two years").
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from dateline.knowledge import calendar
from dateline.knowledge.calendar_undated import length_of, parts_undated, time_of_day
from dateline.knowledge.calendar_words import WEEKDAYS, number_of, weekday_of
from dateline.model.event import Days
from dateline.model.text import Report, Span

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Parts = Mapping[str, str]

_UNITS: Final = MappingProxyType(
    {
        "minute": "PT#M", "hour": "PT#H", "day": "P#D", "night": "P#D", "morning": "P#D", "evening": "P#D",
        "weekend": "P#WE", "week": "P#W", "month": "P#M", "year": "P#Y",
    }
)  # fmt: skip
_EACH: Final = MappingProxyType(
    {
        "hour": "XXXX-XX-XXTXX", "hourly": "XXXX-XX-XXTXX", "day": "XXXX-XX-XX", "daily": "XXXX-XX-XX",
        "morning": "XXXX-XX-XXTMO", "evening": "XXXX-XX-XXTEV", "night": "XXXX-XX-XXTNI", "nightly": "XXXX-XX-XXTNI",
        "week": "XXXX-WXX", "weekly": "XXXX-WXX", "month": "XXXX-XX", "monthly": "XXXX-XX",
        "year": "XXXX", "yearly": "XXXX", "annually": "XXXX",
    }
)  # fmt: skip
# Units that the standard writes by another one, so many to each.
_COUNTED_IN: Final = MappingProxyType({"fortnight": ("week", 2), "decade": ("year", 10)})
_SEASONS: Final = MappingProxyType({"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"})
_DAYTIMES: Final = MappingProxyType(
    {
        "morning": "MO", "dawn": "MO", "sunrise": "MO", "daybreak": "MO", "afternoon": "AF", "noon": "T12",
        "evening": "EV", "dusk": "EV", "sunset": "EV", "night": "NI", "tonight": "NI", "overnight": "NI",
        "midnight": "NI",
    }
)  # fmt: skip
_DAYTIME = re.compile(rf"\b({'|'.join(_DAYTIMES)})s?\b", re.IGNORECASE)
# Words that a pattern takes in and TIMEX3 leaves out of the expression.
_BEFORE = re.compile(r"(?:with)?in\s+|(?:over|during|for|throughout|on|at|by|until|before|of)\s+", re.IGNORECASE)
_VAGUE: Final = ("few", "several", "couple")


def timex3(pattern: str, words: str, days: Days | None) -> tuple[Kind, str]:
    """The type of the words that a pattern found, and their value: "" where it is not known."""
    parts = calendar.parts(pattern, words)
    if pattern in _DURATIONS:
        return "DURATION", _duration(parts)
    at = _DAYTIME.search(words) if pattern in _IN_DAYS else None
    if at is not None:
        return "TIME", _time(days, _DAYTIMES[at.group(1).lower()])
    return "DATE", _VALUES.get(pattern, _day)(parts, days) if days else ""


def undated(pattern: str, words: str, day: date | None) -> tuple[Kind, str]:
    """The same for words that name no day of their own; hours are of the day last told, or that of writing."""
    parts = parts_undated(words)
    if pattern == "length":
        length = length_of(parts)
        return "DURATION", _long(length.number, length.unit)
    if pattern == "clock":
        return "TIME", f"{day.isoformat()}T{time_of_day(parts)}" if day else ""
    if pattern == "repeated":
        return "SET", _repeated(parts)
    return "DATE", {"now": "PRESENT_REF", "lately": "PAST_REF"}[pattern]


def _repeated(parts: Parts) -> str:
    """ "every Friday" XXXX-WXX-5, "weekly" XXXX-WXX, "annually" XXXX; "" where the standard is not clear."""
    said = parts.get("each", "") or parts.get("adverb", "")
    if said in WEEKDAYS:
        return f"XXXX-WXX-{weekday_of(said) + 1}"
    return f"XXXX-{_SEASONS[said]}" if said in _SEASONS else _EACH.get(said, "")


def bare(report: Report, words: Span) -> Span:
    """The words without the preposition before them."""
    before = _BEFORE.match(words.text)
    return report.span(words.start + before.end(), words.end) if before else words


def _duration(parts: Parts) -> str:
    """ "two years" P2Y, "24 hours" PT24H, "several months" PXM."""
    said = parts.get("number", "")
    vague = any(word in said for word in _VAGUE) or ("number" not in parts and "which" not in parts)
    return _long(None if vague else number_of(said) or 1, parts["unit"])


def _long(number: int | None, unit: str) -> str:
    unit, times = _COUNTED_IN.get(unit, (unit, 1))
    return _UNITS[unit].replace("#", "X" if number is None else str(number * times))


def _time(days: Days | None, daytime: str) -> str:
    """ "Sunday night": the day that a night or morning begins on, and the part of it."""
    if days is None:
        return ""
    return f"{days.start.isoformat()}T{daytime.removeprefix('T')}"


def _day(parts: Parts, days: Days) -> str:
    return days.start.isoformat() if days.start == days.end else ""


def _month(parts: Parts, days: Days) -> str:
    return days.start.strftime("%Y-%m")


def _year(parts: Parts, days: Days) -> str:
    return f"{days.end.year:04}"


def _decade(parts: Parts, days: Days) -> str:
    return f"{days.start.year // 10}"


def _century(parts: Parts, days: Days) -> str:
    return f"{days.start.year // 100}"


def _season(parts: Parts, days: Days) -> str:
    return f"{days.start.year:04}-{_SEASONS[parts['season']]}"


def _weekend(parts: Parts, days: Days) -> str:
    return f"{_week(days.start)}-WE"


def _part_of_year(parts: Parts, days: Days) -> str:
    """A quarter or a half; so many months have no value of their own."""
    month = days.start.month
    number = {"quarter": (month + 2) // 3, "half": (month + 5) // 6}.get(parts.get("unit", ""))
    return f"{days.start.year:04}-{parts['unit'][0].upper()}{number}" if number else ""


def _of_unit(parts: Parts, days: Days) -> str:
    """As sharp as the unit in which it is counted; of a vague number only that it is past."""
    unit = parts.get("unit", "year")
    if any(word in parts.get("number", "") for word in _VAGUE):
        return "PAST_REF"
    middle = days.start + (days.end - days.start) / 2
    if unit in ("week", "fortnight"):
        return _week(middle)
    if unit == "month":
        return middle.strftime("%Y-%m")
    return f"{middle.year:04}" if unit in ("year", "decade") else _day(parts, days)


def _period(parts: Parts, days: Days) -> str:
    """The calendar week, month or year, however much of it lies behind."""
    unit = parts["unit"]
    return _week(days.start) if unit == "week" else _month(parts, days) if unit == "month" else _year(parts, days)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


_DURATIONS: Final = frozenset({"span", "recent", "lasting", "within"})
_IN_DAYS: Final = frozenset({"weekday", "yesterday", "today", "tomorrow", "overnight", "part_of_day", "same_day"})
_VALUES: Final[Mapping[str, Callable[[Parts, Days], str]]] = MappingProxyType(
    {
        "month": _month,
        "month_year": _month,
        "year": _year,
        "decade": _decade,
        "century": _century,
        "season": _season,
        "part_of_year": _part_of_year,
        "weekend": _weekend,
        "period": _period,
        "end_of": _period,
        "ago": _of_unit,
        "offset": _of_unit,
    }
)
