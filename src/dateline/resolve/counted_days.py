"""Which days a count means: last week, the past three days, two days ago, the day after. One small function a pattern.

Each takes the named parts of the words and the `When` they are counted from, and gives an interval of days, or None
where the words settle nothing. Its docstring says what it takes the words to mean.
"""

from dataclasses import replace
from datetime import date, timedelta

from dateline.knowledge.calendar_words import ORDINALS, number_of, weekday_of
from dateline.model.event import DayPrecision
from dateline.resolve.day_arithmetic import (
    LONG_UNITS,
    YEAR_PARTS,
    Interval,
    When,
    around,
    month_end,
    months_away,
    moved,
    one_day,
    part_of_month,
    stepped,
    weekday_up_to,
)

Parts = dict[str, str]
# How many "days" without a figure are: "in recent days", "for weeks", "in the past months".
_UNCOUNTED = {"hour": 12, "day": 4, "night": 3, "week": 4, "fortnight": 2, "month": 4, "year": 4, "decade": 2}
_HALF_A_DAY = 12


# ---- weeks, months and years counted from the day ----------------------------------------------
def period(parts: Parts, when: When) -> Interval | None:
    """the calendar week, month or year before, of or after the day of writing, or a part of it"""
    unit, which, part = parts["unit"], parts["which"], parts.get("part")
    step = {"last": -1, "this": 0, "next": 1, "coming": 1}[which]
    whole = around(moved(when.day, step, unit), unit)
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
    whole = around(moved(when.day, step, parts["unit"]), parts["unit"])
    if parts["part"] == "end" and (when.ahead or whole.end > when.day):
        return Interval(min(when.day, whole.end), whole.end, "span")
    return _narrowed(whole, parts["unit"], parts["part"])


def span(parts: Parts, when: When) -> Interval | None:
    """so many hours, days, weeks, months or years up to the day of writing, or from it on"""
    number = _counted(parts) if "number" in parts else 1
    if parts.get("which") in ("next", "coming"):
        return Interval(when.day, stepped(when.day, number, parts["unit"]), "span")
    return Interval(_week_counts_itself(when.day, number, parts["unit"]), when.day, "span")


def recent(parts: Parts, when: When) -> Interval | None:
    """the few days, weeks or months up to the day of writing"""
    unit = parts["unit"]
    return Interval(stepped(when.day, -_UNCOUNTED[unit], unit), when.day, "span")


def ago(parts: Parts, when: When) -> Interval | None:
    """so long before the day of writing, as sharp as the unit and the hedge allow"""
    if "half" in parts:
        months = 6 if parts["half"] == "year" else 60
        return around(months_away(when.day, -months), "month")
    unit, number = parts["unit"], _counted(parts)
    if unit in ("hour", "day", "night"):
        return _days_ago(parts, number, when)
    middle = stepped(when.day, -number, unit)
    if unit in LONG_UNITS:
        return Interval(middle - timedelta(3), middle + timedelta(3), "week")
    return around(middle, "month" if unit == "month" or number == 1 else "year")


def _days_ago(parts: Parts, number: int, when: When) -> Interval:
    exact = stepped(when.day, -number, parts["unit"])
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
    if unit == "hour" and number < _HALF_A_DAY:
        return None
    if when.ahead:
        return Interval(when.day, stepped(when.day, number, unit), "span")
    return Interval(stepped(when.day, -number, unit), when.day, "span")


def offset(parts: Parts, when: When) -> Interval | None:
    """so long before or after the day that was told of last"""
    told = when.told or Interval(when.day, when.day, "day")
    unit, number = parts["unit"], _counted(parts) if "number" in parts else 1
    ahead = parts["way"] in ("later", "after", "afterward", "afterwards", "following", "next")
    moved = stepped(told.end if ahead else told.start, number if ahead else -number, unit)
    return around(moved, unit) if unit in ("week", "month", "year") else one_day(moved)


def forerun(parts: Parts, when: When) -> Interval | None:
    """so long before the weekday said, or the day told of last: of "a day after the raid", the raid's day"""
    told = when.told.start if when.told else when.day
    if "weekday" in parts:
        told = weekday_up_to(weekday_of(parts["weekday"]), when.day)
    if "ordinal" in parts:
        return one_day(stepped(told, -1 - ORDINALS.index(parts["ordinal"]), "year"))
    if parts["unit"] == "hour" and (number_of(parts.get("number", "a")) or 1) < _HALF_A_DAY:
        return one_day(told)
    if parts["unit"] == "year" and "hedge" not in parts:
        return one_day(stepped(told, -(number_of(parts.get("number", "a")) or 1), "year"))
    return ago({"number": "a", **parts}, replace(when, day=told))


# ---- parts of the words ------------------------------------------------------------------------
def _ordered(start: date, end: date, precision: DayPrecision) -> Interval:
    return Interval(min(start, end), end, precision)


def _narrowed(whole: Interval, unit: str, part: str | None) -> Interval:
    """The early, middle or late part of a calendar week, month or year."""
    part = {"earlier": "early", "later": "late"}.get(part or "", part)
    if part is None:
        return whole
    if unit == "month":
        return part_of_month(whole.start.year, whole.start.month, part)
    if unit == "week":
        first, last = {"early": (0, 2), "beginning": (0, 2), "start": (0, 2), "late": (3, 6), "end": (4, 6)}.get(
            part, (2, 4)
        )
        return Interval(whole.start + timedelta(first), whole.start + timedelta(last), "span")
    first, last = YEAR_PARTS[part]
    return Interval(whole.start.replace(month=first), month_end(whole.start.year, last), "span")


def _counted(parts: Parts) -> int:
    unit = parts["unit"]
    if "number" not in parts:
        return _UNCOUNTED[unit]
    return number_of(parts["number"]) or 1


def _week_counts_itself(day: date, number: int, unit: str) -> date:
    """The first day of the past so many units: "the past week" is seven days with the last of them."""
    first = stepped(day, -number, unit)
    return first + timedelta(1) if unit == "week" and number == 1 else first
