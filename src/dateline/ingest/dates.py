"""Dates as pages write them, in figures and in words, and which of two figures is the day."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dateline.ingest.clocks import CLOCK, clock_of
from dateline.knowledge.calendar_words import MONTH_SHORT, MONTHS, WEEKDAY_SHORT, WEEKDAYS

_MONTH: Final = r"(?:" + "|".join(sorted({*MONTHS, *MONTH_SHORT}, key=len, reverse=True)) + r")"
_WEEKDAY: Final = r"(?:" + "|".join(sorted({*WEEKDAYS, *WEEKDAY_SHORT}, key=len, reverse=True)) + r")"
_DAY: Final = (
    r"(?P<iso_year>(?:19|20)\d\d)(?P<iso_mark>[-/.])(?P<iso_month>\d\d)(?P=iso_mark)(?P<iso_day>\d\d)(?!\d)"
    rf"|(?<!\d)(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month1>{_MONTH})\b\.?,?\s+(?P<year1>(?:19|20)\d\d)(?!\d)"
    rf"|\b(?P<month2>{_MONTH})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<year2>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year3>(?:19|20)\d\d)(?!\d)"
)
# 2/4/20: only where a word says that it is a date.
_SHORT_DAY: Final = (
    r"(?<![\d/.-])(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year3>\d\d)(?![\d/.-])"
)


def _with_clock(day: str) -> re.Pattern[str]:
    """A day with a weekday and a time of day in front of it or behind."""
    before, between, behind = (CLOCK.format(place) for place in ("before_", "mid_", "after_"))
    return re.compile(
        rf"(?:{before}\s*(?:on\s+|[,|/·•–-]\s*)?)?(?:\b{_WEEKDAY}\b\.?,?\s+)?(?:{between}[,\s]\s*)?(?:{day})"
        rf"(?:(?:T|\s*[,|@/·•–-]?\s*(?:at\s+)?){behind})?",
        re.IGNORECASE,
    )


_DATE: Final = _with_clock(_DAY)
_SHORT_DATE: Final = _with_clock(_SHORT_DAY)
_HAS_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_HALF_DAY: Final = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)

# What each kind of evidence weighs when the order of two figures is in doubt.
_SURE: Final = 3.0
WORDED: Final = 3.0
_STYLE: Final = 1.0

# Two figures from this on are a year of the last century.
_CENTURY_ENDS: Final = 70

# A date in words this near to one reading of the figures, and much farther from the other, speaks for it.
_NEAR: Final = timedelta(days=31)
_WEEK: Final = timedelta(days=7)


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
    if _HAS_YEAR.search(text):
        yield from _found(_DATE, text)


def short_dates_in(text: str) -> Iterator[Written]:
    """The dates in figures with two figures for the year that stand in `text`, in order."""
    yield from _found(_SHORT_DATE, text)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[Written]:
    for match in pattern.finditer(text):
        written = _written(match)
        if written.day_first or written.month_first:
            yield written


def evidence_of_order(texts: Iterable[str], stamp: Written) -> float:
    """What the other dates in the page's `texts` say of an ambiguous date: above 0 that it has the day first, below 0
    the month, 0 nothing.

    Weighed: figures that can be read one way only, a date in words or ISO form that lies near one reading, and,
    less, times with a.m. and p.m. and dates that name the month first, as is usual where figures have the month first.
    """
    return sum(_vote(text, stamp) for text in texts)


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
    return style + WORDED * _nearer(other.day_first, stamp)


def _nearer(day: date, stamp: Written) -> int:
    """1 where `day` lies much nearer to the stamp read day first, -1 read month first, 0 where it tells nothing."""
    far = [abs(day - reading) if reading else timedelta.max for reading in (stamp.day_first, stamp.month_first)]
    if min(far) > _NEAR or max(far) <= 3 * min(far) + _WEEK:
        return 0
    return 1 if far[0] < far[1] else -1


def _written(match: re.Match[str]) -> Written:
    found = dict.fromkeys(_DATE.groupindex) | match.groupdict()
    day_first, month_first = _readings(found)
    return Written(
        start=match.start(),
        end=match.end(),
        words=match.group().strip(),
        day_first=day_first,
        month_first=month_first,
        clock=_clock(found, day_first or month_first),
        month_named_first=found["month2"] is not None,
    )


def _readings(found: dict[str, str | None]) -> tuple[date | None, date | None]:
    if found["first"]:
        year, first, second = (int(found[key] or 0) for key in ("year3", "first", "second"))
        year = year if year > 99 else year + (1900 if year >= _CENTURY_ENDS else 2000)
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


def _clock(found: dict[str, str | None], day: date | None) -> str | None:
    clocks = (clock_of(found, place, day) for place in ("after_", "mid_", "before_")) if day else ()
    return next((clock for clock in clocks if clock), None)
