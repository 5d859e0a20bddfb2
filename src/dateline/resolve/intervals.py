"""Which days the words of a calendar pattern mean, counted from a day: one small function a pattern.

Each takes the named parts of the words and the `When` they are counted from and gives a closed interval of days with its
precision, or None where the words settle nothing. Nothing here knows of reports.
"""

import math
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from dateline.knowledge import calendar
from dateline.knowledge.calendar_words import SEASONS, month_of, number_of, weekday_of
from dateline.model.event import DayPrecision

Parts = dict[str, str]
Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included."""

    start: date
    end: date
    precision: DayPrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Where a count of days begins: the day of writing, the tense of the clause, and the days told last."""

    day: date
    tense: Tense = "past"
    told: Interval | None = None

    @property
    def ahead(self) -> bool:
        """Whether the words look forward from the day of writing."""
        return self.tense == "future"


Counting = Callable[[Parts, When], Interval | None]

_LONG_UNITS = {"week": 7, "fortnight": 14}
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120}
# How many "days" without a figure are: "in recent days", "for weeks", "in the past months".
_UNCOUNTED = {"hour": 12, "day": 4, "night": 3, "week": 4, "fortnight": 2, "month": 4, "year": 4, "decade": 2}
# How far ahead a month, and how far back a day, without its year can lie in a clause that looks forward.
_MONTHS_AHEAD = 8
_DAYS_BACK = 60


# ---- days, months and years by name ------------------------------------------------------------
def named_date(parts: Parts, when: When) -> Interval | None:
    """a date with its year"""
    return _day(_date(int(parts["year"]), _month_number(parts["month"]), _figure(parts["day"])))


def numeric_date(parts: Parts, when: When) -> Interval | None:
    """a date in figures: day first, unless only month first gives a date, or a date that is not still to come"""
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    if day_first and month_first and day_first > when.day >= month_first:
        return _day(month_first)
    return _day(day_first or month_first)


def month_day(parts: Parts, when: When) -> Interval | None:
    """the last such day, or the next one where the words look forward"""
    month, day = _month_number(parts["month"]), _figure(parts["day"])
    return _day(_nearest_year(month, day, when))


def day_range(parts: Parts, when: When) -> Interval | None:
    """from the first to the last of the days named"""
    month = _month_number(parts["month"])
    last = _date(int(parts["year"]), month, _figure(parts["last"])) if "year" in parts else None
    last = last or _nearest_year(month, _figure(parts["last"]), when)
    first = last and _date(last.year, month, _figure(parts["day"]))
    return Interval(first, last, "span") if first and last and first <= last else None


def month_of_year(parts: Parts, when: When) -> Interval | None:
    """the month of the year named"""
    return _part_of_month(_year_number(parts["year"], when), _month_number(parts["month"]), parts.get("part"))


def month_alone(parts: Parts, when: When) -> Interval | None:
    """the last such month up to the day of writing, or the next one where the words look forward"""
    month, which = _month_number(parts["month"]), parts.get("which")
    year = when.day.year
    if which == "next" or (when.ahead and which != "last" and (month - when.day.month) % 12 <= _MONTHS_AHEAD):
        year += month < when.day.month
    elif month > when.day.month or (which == "last" and month == when.day.month):
        year -= 1
    return _up_to_now(_part_of_month(year, month, parts.get("part")), when)


def season(parts: Parts, when: When) -> Interval | None:
    """the meteorological season of the year named, else the last one begun, or the next one"""
    first, last = SEASONS[parts["season"]]
    year = int(parts["year"]) if "year" in parts else _season_year(first, parts.get("which"), when)
    end = year + (last < first)
    return _up_to_now(Interval(date(year, first, 1), _month_end(end, last), "span"), when)


def year_alone(parts: Parts, when: When) -> Interval | None:
    """the year, or its first, middle or last four months"""
    year, part = int(parts["year"]), parts.get("part")
    first, last = _YEAR_PARTS.get(part or "", (1, 12))
    return _up_to_now(Interval(date(year, first, 1), _month_end(year, last), "span"), when)


def decade(parts: Parts, when: When) -> Interval | None:
    """the ten years"""
    year = int(parts["year"])
    return _up_to_now(Interval(date(year, 1, 1), date(year + 9, 12, 31), "span"), when)


def part_of_year(parts: Parts, when: When) -> Interval | None:
    """the first or last months of the year"""
    year = _year_number(parts["year"].replace("the year", "this year"), when)
    months = number_of(parts["number"]) if "number" in parts else {"half": 6, "quarter": 3}[parts["unit"]]
    if not months or months > 12:
        return None
    begin = {"first": 1, "second": months + 1, "last": 13 - months}[parts["ordinal"]]
    return Interval(date(year, begin, 1), _month_end(year, min(12, begin + months - 1)), "span") if begin < 13 else None


_YEAR_PARTS: Final[dict[str, tuple[int, int]]] = {
    "early": (1, 4),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (9, 12),
    "beginning": (1, 2),
    "start": (1, 2),
    "end": (11, 12),
}
_MONTH_PARTS: Final[dict[str, tuple[int, int]]] = {
    "early": (1, 10),
    "beginning": (1, 10),
    "start": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
    "late": (20, 31),
    "end": (20, 31),
}


# ---- weekdays and the days around --------------------------------------------------------------
def weekday(parts: Parts, when: When) -> Interval | None:
    """the last such weekday up to the day of writing, or the next one where the words look forward"""
    wanted, which = weekday_of(parts["weekday"]), parts.get("which")
    if which in ("following",) and when.told:
        return _day(_weekday_after(wanted, when.told.end + timedelta(1)))
    if which in ("next", "coming") or (when.ahead and which not in ("last", "past", "previous")):
        return _day(_weekday_after(wanted, when.day + timedelta(which == "next")))
    return _day(weekday_up_to(wanted, when.day - timedelta(which in ("last", "previous"))))


def weekdays(parts: Parts, when: When) -> Interval | None:
    """from the first to the second weekday named"""
    last = weekday({"weekday": parts["last"]}, when)
    if last is None:
        return None
    first = weekday_up_to(weekday_of(parts["weekday"]), last.end)
    return Interval(first, last.end, "span")


def weekday_up_to(wanted: int, day: date) -> date:
    """The last day with this weekday (Monday 0), `day` itself included."""
    return day - timedelta((day.weekday() - wanted) % 7)


def _weekday_after(wanted: int, day: date) -> date:
    return day + timedelta((wanted - day.weekday()) % 7)


def today(parts: Parts, when: When) -> Interval | None:
    """the day of writing"""
    return _day(when.day)


def yesterday(parts: Parts, when: When) -> Interval | None:
    """the day before the day of writing"""
    return _day(when.day - timedelta(1))


def day_before_yesterday(parts: Parts, when: When) -> Interval | None:
    """two days before the day of writing"""
    return _day(when.day - timedelta(2))


def tomorrow(parts: Parts, when: When) -> Interval | None:
    """the day after the day of writing"""
    return _day(when.day + timedelta(1))


def overnight(parts: Parts, when: When) -> Interval | None:
    """the night up to the day of writing: the day before and the day"""
    return Interval(when.day - timedelta(1), when.day, "span")


def weekend(parts: Parts, when: When) -> Interval | None:
    """the last Saturday and Sunday, or the next ones where the words look forward"""
    saturday = _weekday_after(5, when.day) if when.ahead else weekday_up_to(5, when.day)
    return Interval(saturday, saturday + timedelta(1), "span")


def part_of_day(parts: Parts, when: When) -> Interval | None:
    """an hour of the day that is told of"""
    return when.told or _day(when.day)


def same_day(parts: Parts, when: When) -> Interval | None:
    """the day, week, month or year that was told of last"""
    told = when.told or Interval(when.day, when.day, "day")
    unit = parts["unit"]
    return _around(told.start, unit) if unit in ("week", "month", "year") else told


# ---- weeks, months and years counted from the day ----------------------------------------------
def period(parts: Parts, when: When) -> Interval | None:
    """the calendar week, month or year before, of or after the day of writing, or a part of it"""
    unit, which, part = parts["unit"], parts["which"], parts.get("part")
    step = {"last": -1, "this": 0, "next": 1, "coming": 1}[which]
    whole = _around(_moved(when.day, step, unit), unit)
    if step == 0:
        return _this_period(whole, part, when)
    return _narrowed(whole, unit, part)


def _this_period(whole: Interval, part: str | None, when: When) -> Interval | None:
    if part in ("later", "late") or when.ahead:
        return _ordered(when.day + timedelta(part == "later"), whole.end, whole.precision)
    end = when.day - timedelta(part in ("earlier", "early"))
    return _ordered(min(whole.start, end), end, whole.precision)


def end_of(parts: Parts, when: When) -> Interval | None:
    """the last or first part of the week, month or year; "by the end" from the day of writing on"""
    step = {"the": 0, "this": 0, "last": -1, "next": 1}[parts["which"]]
    whole = _around(_moved(when.day, step, parts["unit"]), parts["unit"])
    if parts["part"] == "end" and (when.ahead or whole.end > when.day):
        return Interval(min(when.day, whole.end), whole.end, "span")
    return _narrowed(whole, parts["unit"], parts["part"])


def span(parts: Parts, when: When) -> Interval | None:
    """so many hours, days, weeks, months or years up to the day of writing, or from it on"""
    number = _counted(parts) if "number" in parts else 1
    if parts.get("which") in ("next", "coming"):
        return Interval(when.day, _stepped(when.day, number, parts["unit"]), "span")
    return Interval(_week_counts_itself(when.day, number, parts["unit"]), when.day, "span")


def recent(parts: Parts, when: When) -> Interval | None:
    """the few days, weeks or months up to the day of writing"""
    unit = parts["unit"]
    return Interval(_stepped(when.day, -_UNCOUNTED[unit], unit), when.day, "span")


def ago(parts: Parts, when: When) -> Interval | None:
    """so long before the day of writing, as sharp as the unit and the hedge allow"""
    if "half" in parts:
        months = 6 if parts["half"] == "year" else 60
        return _around(_months_away(when.day, -months), "month")
    unit, number = parts["unit"], _counted(parts)
    if unit in ("hour", "day", "night"):
        return _days_ago(parts, number, when)
    middle = _stepped(when.day, -number, unit)
    if unit in _LONG_UNITS:
        return Interval(middle - timedelta(3), middle + timedelta(3), "week")
    return _around(middle, "month" if unit == "month" or number == 1 else "year")


def _days_ago(parts: Parts, number: int, when: When) -> Interval:
    exact = _stepped(when.day, -number, parts["unit"])
    hedge, before, after = parts.get("hedge"), 0, 0
    if hedge in ("nearly", "almost", "just under", "less than", "barely", "under"):
        after = 2
    elif hedge in ("more than", "over", "just over", "well over", "at least", "a little over"):
        before = 2
    elif hedge or "number" not in parts or parts["number"] in ("few", "a few", "several"):
        before, after = 1, 1
    start, end = exact - timedelta(before), min(exact + timedelta(after), when.day)
    return Interval(start, end, "span" if start < end else "day")


def lasting(parts: Parts, when: When) -> Interval | None:
    """so long up to the day of writing, where it still goes on ("has been besieged for two years")"""
    return within(parts, when) if when.tense == "present" else None


def within(parts: Parts, when: When) -> Interval | None:
    """so long up to the day of writing, or from it on where the words look forward"""
    unit, number = parts["unit"], _counted(parts)
    if when.ahead:
        return Interval(when.day, _stepped(when.day, number, unit), "span")
    return Interval(_stepped(when.day, -number, unit), when.day, "span")


def offset(parts: Parts, when: When) -> Interval | None:
    """so long before or after the day that was told of last"""
    told = when.told or Interval(when.day, when.day, "day")
    unit, number = parts["unit"], _counted(parts) if "number" in parts else 1
    ahead = parts["way"] in ("later", "after", "afterward", "afterwards", "following", "next")
    moved = _stepped(told.end if ahead else told.start, number if ahead else -number, unit)
    return _around(moved, unit) if unit in ("week", "month", "year") else _day(moved)


# ---- joined words ------------------------------------------------------------------------------
def since(words: str, when: When) -> Interval | None:
    """from the first day of what follows up to the day of writing"""
    inner = _inside(words, replace(when, tense="past"))
    return Interval(inner[-1].start, when.day, "span") if inner and inner[-1].start <= when.day else None


def until(words: str, when: When) -> Interval | None:
    """from the day of writing to the last day of what follows, where the words look forward"""
    inner = _inside(words, replace(when, tense="future")) if when.tense != "past" else []
    return Interval(when.day, inner[-1].end, "span") if inner and inner[-1].end >= when.day else None


def between(words: str, when: When) -> Interval | None:
    """from the first day of the one to the last day of the other, the first being the nearest before the last"""
    atoms = calendar.inside(words)
    last = interval_of(atoms[-1].pattern, atoms[-1].text, when) if len(atoms) > 1 else None
    if last is None:
        return None
    first = interval_of(atoms[0].pattern, atoms[0].text, When(day=last.start, told=when.told))
    return Interval(first.start, last.end, "span") if first and first.start <= last.end else None


def since_then(parts: Parts, when: When) -> Interval | None:
    """from the days that were told of last up to the day of writing"""
    return Interval(when.told.start, when.day, "span") if when.told and when.told.start <= when.day else None


def interval_of(pattern: str, words: str, when: When) -> Interval | None:
    """The days that words found by a calendar pattern mean; None where they settle nothing."""
    if pattern in JOINED:
        return JOINED[pattern](words, when)
    return COUNTING[pattern](calendar.parts(pattern, words), when)


def _inside(words: str, when: When) -> list[Interval]:
    found = (interval_of(atom.pattern, atom.text, when) for atom in calendar.inside(words))
    return [interval for interval in found if interval]


# ---- arithmetic --------------------------------------------------------------------------------
def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(day: date | None) -> Interval | None:
    return Interval(day, day, "day") if day else None


def _ordered(start: date, end: date, precision: DayPrecision) -> Interval:
    return Interval(min(start, end), end, precision)


def _figure(words: str) -> int:
    return int(words.rstrip("stndrh"))


def _month_number(word: str) -> int:
    return int(word) if word.isdigit() else month_of(word)


def _year_number(words: str, when: When) -> int:
    if words.isdigit():
        return int(words)
    if words in ("the same year", "that year"):
        return (when.told.start if when.told else when.day).year
    return when.day.year + {"last": -1, "this": 0, "next": 1}[words.split()[0]]


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _part_of_month(year: int, month: int, part: str | None) -> Interval:
    first, last = _MONTH_PARTS.get(part or "", (1, 31))
    end = _month_end(year, month)
    return Interval(
        date(year, month, first), min(end, end.replace(day=min(last, end.day))), "span" if part else "month"
    )


def _up_to_now(found: Interval, when: When) -> Interval:
    """Cut at the day of writing what began before it and is told as past."""
    if not when.ahead and found.start <= when.day < found.end:
        return Interval(found.start, when.day, found.precision)
    return found


def _nearest_year(month: int, day: int, when: When) -> date | None:
    """The day in the year that the direction asks for; a stamp may lag its story by a few days."""
    here = _date(when.day.year, month, day)
    if here is None:
        return _date(when.day.year - 1, month, day)
    if when.ahead:
        return here if here >= when.day - timedelta(_DAYS_BACK) else _date(here.year + 1, month, day)
    return here if here <= when.day + timedelta(31) else _date(here.year - 1, month, day)


def _season_year(first: int, which: str | None, when: When) -> int:
    begun = when.day >= date(when.day.year, first, 1)
    if which == "next" or (when.ahead and which != "last"):
        return when.day.year + (begun and which == "next")
    over = which == "last" and begun and when.day <= _month_end(when.day.year, min(12, first + 2))
    return when.day.year - (not begun or over)


def _around(day: date, unit: str) -> Interval:
    """The calendar week (from Monday), month or year that holds the day."""
    if unit == "week":
        monday = day - timedelta(day.weekday())
        return Interval(monday, monday + timedelta(6), "week")
    if unit == "month":
        return Interval(day.replace(day=1), _month_end(day.year, day.month), "month")
    return Interval(date(day.year, 1, 1), date(day.year, 12, 31), "span")


def _moved(day: date, step: int, unit: str) -> date:
    return day + timedelta(7 * step) if unit == "week" else _months_away(day, step * _MONTHS_IN[unit])


def _narrowed(whole: Interval, unit: str, part: str | None) -> Interval:
    """The early, middle or late part of a calendar week, month or year."""
    part = {"earlier": "early", "later": "late"}.get(part or "", part)
    if part is None:
        return whole
    if unit == "month":
        return _part_of_month(whole.start.year, whole.start.month, part)
    if unit == "week":
        first, last = {"early": (0, 2), "beginning": (0, 2), "start": (0, 2), "late": (3, 6), "end": (4, 6)}.get(
            part, (2, 4)
        )
        return Interval(whole.start + timedelta(first), whole.start + timedelta(last), "span")
    first, last = _YEAR_PARTS[part]
    return Interval(whole.start.replace(month=first), _month_end(whole.start.year, last), "span")


def _counted(parts: Parts) -> int:
    unit = parts["unit"]
    if "number" not in parts:
        return _UNCOUNTED[unit]
    return number_of(parts["number"]) or 1


def _stepped(day: date, number: int, unit: str) -> date:
    """`day` moved by so many units, back where negative; hours in whole days."""
    if unit == "hour":
        days = math.ceil(abs(number) / 24)
        return day + timedelta(days if number > 0 else -days)
    if unit in _MONTHS_IN:
        return _months_away(day, number * _MONTHS_IN[unit])
    return day + timedelta(number * _LONG_UNITS.get(unit, 1))


def _week_counts_itself(day: date, number: int, unit: str) -> date:
    """The first day of the past so many units: "the past week" is seven days with the last of them."""
    first = _stepped(day, -number, unit)
    return first + timedelta(1) if unit == "week" and number == 1 else first


def _months_away(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, date.min.year), date.max.year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


COUNTING: Final[dict[str, Counting]] = {
    "date": named_date,
    "numeric_date": numeric_date,
    "month_day": month_day,
    "day_range": day_range,
    "month_year": month_of_year,
    "month": month_alone,
    "part_of_year": part_of_year,
    "season": season,
    "decade": decade,
    "year": year_alone,
    "weekday": weekday,
    "weekdays": weekdays,
    "day_before_yesterday": day_before_yesterday,
    "yesterday": yesterday,
    "today": today,
    "tomorrow": tomorrow,
    "overnight": overnight,
    "weekend": weekend,
    "part_of_day": part_of_day,
    "same_day": same_day,
    "recent": recent,
    "span": span,
    "end_of": end_of,
    "period": period,
    "ago": ago,
    "offset": offset,
    "since_then": since_then,
    "lasting": lasting,
    "within": within,
}

# Patterns that hold other patterns.
JOINED: Final[dict[str, Callable[[str, When], Interval | None]]] = {"since": since, "until": until, "between": between}
