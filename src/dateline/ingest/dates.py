"""Dates as pages write them, in figures and in words, and which of two figures is the day."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.knowledge.calendar_words import MONTH_SHORT, MONTHS, WEEKDAY_SHORT, WEEKDAYS

_MONTH: Final = r"(?:" + "|".join(sorted({*MONTHS, *MONTH_SHORT}, key=len, reverse=True)) + r")"
_WEEKDAY: Final = r"(?:" + "|".join(sorted({*WEEKDAYS, *WEEKDAY_SHORT}, key=len, reverse=True)) + r")"
_CLOCK: Final = (
    r"(?P<{0}hour>\d{{1,2}}):(?P<{0}minute>\d\d)(?!\d)(?::\d\d(?:\.\d+)?)?\s*(?P<{0}half>[ap]\.?m\.?(?![a-z]))?\s*"
    r"(?P<{0}zone>Z\b|UTC\b|GMT\b|EST\b|EDT\b)?\s*(?P<{0}offset>[+-]\d\d:?\d\d\b)?"
)
_DAY: Final = (
    r"(?P<iso_year>(?:19|20)\d\d)(?P<iso_mark>[-/.])(?P<iso_month>\d\d)(?P=iso_mark)(?P<iso_day>\d\d)(?!\d)"
    rf"|(?<!\d)(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month1>{_MONTH})\b\.?,?\s+(?P<year1>(?:19|20)\d\d)(?!\d)"
    rf"|\b(?P<month2>{_MONTH})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<year2>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year3>(?:19|20)\d\d)(?!\d)"
)
_DATE: Final = re.compile(
    rf"(?:{_CLOCK.format('before_')}\s*(?:on\s+|,\s*)?)?(?:\b{_WEEKDAY}\b\.?,?\s+)?(?:{_CLOCK.format('mid_')}[,\s]\s*)?(?:{_DAY})"
    rf"(?:(?:T|\s*[,|@–-]?\s*(?:at\s+)?){_CLOCK.format('after_')})?",
    re.IGNORECASE,
)
_HAS_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_HALF_DAY: Final = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)
_OFFSETS: Final = {"z": "+00:00", "utc": "+00:00", "gmt": "+00:00", "est": "-05:00", "edt": "-04:00"}

# What each kind of evidence weighs when the order of two figures is in doubt.
_SURE: Final = 3.0
_WORDED: Final = 3.0
_STYLE: Final = 1.0

# A date in words this near to one reading of the figures, and not to the other, speaks for it.
_NEAR: Final = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A date as it stands in a text: `start` and `end` there, its words, and its day if read day first and month
    first.

    The two readings are the same unless both figures could be a month. `clock` is "HH:MM", with the offset only if
    stated.
    """

    start: int
    end: int
    words: str
    day_first: date | None
    month_first: date | None
    clock: str | None
    month_named_first: bool

    @property
    def ambiguous(self) -> bool:
        """Whether the order of the figures matters."""
        return self.day_first is not None and self.month_first is not None and self.day_first != self.month_first


def dates_in(text: str) -> Iterator[Written]:
    """The full dates (with a year) that stand in `text`, in order."""
    if not _HAS_YEAR.search(text):
        return
    for match in _DATE.finditer(text):
        written = _written(match)
        if written.day_first or written.month_first:
            yield written


def reads_day_first(texts: Iterable[str], stamp: Written) -> bool:
    """Whether an ambiguous date has the day first, by the other dates in the page's `texts`.

    Weighed: figures that can be read one way only, a date in words or ISO form that lies near one reading, and,
    less, times with a.m. and p.m. and dates that name the month first, as is usual where figures have the month first.
    Day first if nothing speaks.
    """
    return _STYLE / 2 + sum(_vote(text, stamp) for text in texts) > 0


def iso(written: Written, *, day_first: bool) -> str:
    """ISO 8601 day, or minute where the time of day stands beside it."""
    day = (written.day_first if day_first else written.month_first) or written.day_first or written.month_first
    assert day is not None
    return f"{day.isoformat()}T{written.clock}" if written.clock else day.isoformat()


def _vote(text: str, stamp: Written) -> float:
    half_day = -_STYLE if len(text) < 200 and _HALF_DAY.search(text) else 0.0
    return half_day + sum(_weigh(other, stamp) for other in dates_in(text))


def _weigh(other: Written, stamp: Written) -> float:
    if other.ambiguous:
        return 0.0
    if other.day_first is None or other.month_first is None:
        return _SURE if other.month_first is None else -_SURE
    style = -_STYLE if other.month_named_first else 0.0
    near_day_first, near_month_first = (
        reading is not None and abs(other.day_first - reading) <= _NEAR
        for reading in (stamp.day_first, stamp.month_first)
    )
    return style + _WORDED * (near_day_first - near_month_first)


def _written(match: re.Match[str]) -> Written:
    found = match.groupdict()
    day_first, month_first = _readings(found)
    return Written(
        start=match.start(),
        end=match.end(),
        words=match.group().strip(),
        day_first=day_first,
        month_first=month_first,
        clock=_clock(found),
        month_named_first=found["month2"] is not None,
    )


def _readings(found: dict[str, str | None]) -> tuple[date | None, date | None]:
    if found["first"]:
        year, first, second = (int(found[key] or 0) for key in ("year3", "first", "second"))
        return _day(year, second, first), _day(year, first, second)
    if found["iso_year"]:
        day = _day(*(int(found[key] or 0) for key in ("iso_year", "iso_month", "iso_day")))
        return day, day
    number = "1" if found["month1"] else "2"
    month = (found["month" + number] or "").lower()
    day = _day(
        int(found["year" + number] or 0), MONTHS.get(month) or MONTH_SHORT[month], int(found["day" + number] or 0)
    )
    return day, day


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(found: dict[str, str | None]) -> str | None:
    for place in ("after_", "mid_", "before_"):
        hour, minute = found[place + "hour"], found[place + "minute"]
        if hour and minute and int(hour) < 24 and int(minute) < 60:
            offset = _offset(found[place + "zone"], found[place + "offset"])
            return f"{_hour(int(hour), found[place + 'half']):02}:{minute}{offset}"
    return None


def _hour(hour: int, half: str | None) -> int:
    if half is None or hour > 12:
        return hour
    return hour % 12 + (12 if half.lower().startswith("p") else 0)


def _offset(zone: str | None, figures: str | None) -> str:
    if figures:
        return figures if ":" in figures else figures[:3] + ":" + figures[3:]
    return _OFFSETS[zone.lower()] if zone else ""
