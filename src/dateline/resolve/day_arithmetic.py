"""Days and how they are moved: closed intervals, the day that a count begins at, calendar weeks, months and years."""

import math
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from dateline.model.event import DayPrecision

Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included."""

    start: date
    end: date
    precision: DayPrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Where a count begins: the day of writing, the clause's tense, the days told last, the first day of the war."""

    day: date
    tense: Tense = "past"
    told: Interval | None = None
    war: date | None = None

    @property
    def ahead(self) -> bool:
        """Whether the words look forward from the day of writing."""
        return self.tense == "future"


LONG_UNITS: Final[dict[str, int]] = {"week": 7, "fortnight": 14}
MONTHS_IN: Final[dict[str, int]] = {"month": 1, "year": 12, "decade": 120}
# First and last month of the parts of a year, first and last day of the parts of a month.
YEAR_PARTS: Final[dict[str, tuple[int, int]]] = {
    "early": (1, 4),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (9, 12),
    "beginning": (1, 2),
    "start": (1, 2),
    "end": (11, 12),
}
MONTH_PARTS: Final[dict[str, tuple[int, int]]] = {
    "early": (1, 10),
    "beginning": (1, 10),
    "start": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
    "late": (20, 31),
    "end": (20, 31),
}


def weekday_up_to(wanted: int, day: date) -> date:
    """The last day with this weekday (Monday 0), `day` itself included."""
    return day - timedelta((day.weekday() - wanted) % 7)


def weekday_after(wanted: int, day: date) -> date:
    """The first day with this weekday, `day` itself included."""
    return day + timedelta((wanted - day.weekday()) % 7)


def date_or_none(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def one_day(day: date | None) -> Interval | None:
    """The interval of a single day."""
    return Interval(day, day, "day") if day else None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def part_of_month(year: int, month: int, part: str | None) -> Interval:
    """The month, or the days of it that "early", "mid" or "late" mean."""
    first, last = MONTH_PARTS.get(part or "", (1, 31))
    end = month_end(year, month)
    return Interval(
        date(year, month, first), min(end, end.replace(day=min(last, end.day))), "span" if part else "month"
    )


def up_to_now(found: Interval, when: When) -> Interval:
    """Cut at the day of writing what began before it and is told as past."""
    if not when.ahead and found.start <= when.day < found.end:
        return Interval(found.start, when.day, found.precision)
    return found


def around(day: date, unit: str) -> Interval:
    """The calendar week (from Monday), month or year that holds the day."""
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return Interval(monday, monday + timedelta(6), "week")
    if unit == "month":
        return Interval(day.replace(day=1), month_end(day.year, day.month), "month")
    return Interval(date(day.year, 1, 1), date(day.year, 12, 31), "span")


def moved(day: date, step: int, unit: str) -> date:
    """A day in the week, month or year so many steps away."""
    return day + timedelta(7 * step) if unit == "week" else months_away(day, step * MONTHS_IN[unit])


def stepped(day: date, number: int, unit: str) -> date:
    """`day` moved by so many units, back where negative; hours in whole days."""
    if unit == "hour":
        days = math.ceil(abs(number) / 24)
        return day + timedelta(days if number > 0 else -days)
    if unit in MONTHS_IN:
        return months_away(day, number * MONTHS_IN[unit])
    return day + timedelta(number * LONG_UNITS.get(unit, 1))


def months_away(day: date, months: int) -> date:
    """The same day so many months away, or the last of a shorter month; never outside the years that dates can have."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, date.min.year), date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
