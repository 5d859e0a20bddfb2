"""Which days a name means: dates, months, seasons, years, weekdays, yesterday. One small function a calendar pattern.

Each takes the named parts of the words and the `When` they are counted from, and gives an interval of days, or None
where the words settle nothing. Its docstring says what it takes the words to mean.
"""

from datetime import date, timedelta

from dateline.knowledge.calendar_words import SEASONS, month_of, number_of, weekday_of
from dateline.resolve.day_arithmetic import (
    YEAR_PARTS,
    Interval,
    When,
    around,
    date_or_none,
    month_end,
    one_day,
    part_of_month,
    up_to_now,
    weekday_after,
    weekday_up_to,
)

Parts = dict[str, str]
# How far ahead a month, and how far back a day, without its year can lie in a clause that looks forward.
_MONTHS_AHEAD = 8
_DAYS_BACK = 60


# ---- days, months and years by name ------------------------------------------------------------
def named_date(parts: Parts, when: When) -> Interval | None:
    """a date with its year"""
    return one_day(date_or_none(int(parts["year"]), _month_number(parts["month"]), _figure(parts["day"])))


def numeric_date(parts: Parts, when: When) -> Interval | None:
    """a date in figures: day first, unless only month first gives a date, or a date that is not still to come"""
    first, second, year = int(parts["first"]), int(parts["second"]), int(parts["year"])
    day_first, month_first = date_or_none(year, second, first), date_or_none(year, first, second)
    if day_first and month_first and day_first > when.day >= month_first:
        return one_day(month_first)
    return one_day(day_first or month_first)


def month_day(parts: Parts, when: When) -> Interval | None:
    """the last such day, or the next one where the words look forward"""
    month, day = _month_number(parts["month"]), _figure(parts["day"])
    return one_day(_nearest_year(month, day, when))


def day_range(parts: Parts, when: When) -> Interval | None:
    """from the first to the last of the days named"""
    month = _month_number(parts["month"])
    day = _figure(parts["last"])
    last = date_or_none(int(parts["year"]), month, day) if "year" in parts else _nearest_year(month, day, when)
    first = last and date_or_none(last.year, month, _figure(parts["day"]))
    return Interval(first, last, "span") if first and last and first <= last else None


def month_of_year(parts: Parts, when: When) -> Interval | None:
    """the month of the year named"""
    return part_of_month(_year_number(parts["year"], when), _month_number(parts["month"]), parts.get("part"))


def month_alone(parts: Parts, when: When) -> Interval | None:
    """the last such month up to the day of writing, or the next one where the words look forward"""
    month, which = _month_number(parts["month"]), parts.get("which")
    year = when.day.year
    if which == "next" or (when.ahead and which != "last" and (month - when.day.month) % 12 <= _MONTHS_AHEAD):
        year += month < when.day.month
    elif month > when.day.month or (which == "last" and month == when.day.month):
        year -= 1
    return up_to_now(part_of_month(year, month, parts.get("part")), when)


def season(parts: Parts, when: When) -> Interval | None:
    """the meteorological season of the year named, else the last one begun, or the next one"""
    first, last = SEASONS[parts["season"]]
    year = int(parts["year"]) if "year" in parts else _season_year(first, parts.get("which"), when)
    end = year + (last < first)
    return up_to_now(Interval(date(year, first, 1), month_end(end, last), "span"), when)


def year_alone(parts: Parts, when: When) -> Interval | None:
    """the year, or its first, middle or last four months"""
    year, part = int(parts["year"]), parts.get("part")
    first, last = YEAR_PARTS.get(part or "", (1, 12))
    return up_to_now(Interval(date(year, first, 1), month_end(year, last), "span"), when)


def decade(parts: Parts, when: When) -> Interval | None:
    """the ten years"""
    year = int(parts["year"])
    return up_to_now(Interval(date(year, 1, 1), date(year + 9, 12, 31), "span"), when)


def century(parts: Parts, when: When) -> Interval | None:
    """the hundred years, as the words are used: the 20th century from 1900 to 1999"""
    first = 100 * (int(parts["century"]) - 1)
    return up_to_now(Interval(date(first, 1, 1), date(first + 99, 12, 31), "span"), when) if first > 0 else None


def year_range(parts: Parts, when: When) -> Interval | None:
    """from the first year to the last, of which the century may be left out"""
    first, last = parts["year"], parts["last"]
    end = int(last if len(last) == 4 else first[:2] + last)
    if end <= int(first):
        return None
    return up_to_now(Interval(date(int(first), 1, 1), date(end, 12, 31), "span"), when)


def part_of_year(parts: Parts, when: When) -> Interval | None:
    """the first or last months of the year"""
    year = _year_number(parts["year"].replace("the year", "this year"), when)
    months = number_of(parts["number"]) if "number" in parts else {"half": 6, "quarter": 3}[parts["unit"]]
    if not months or months > 12:
        return None
    begin = {"first": 1, "second": months + 1, "last": 13 - months}[parts["ordinal"]]
    return Interval(date(year, begin, 1), month_end(year, min(12, begin + months - 1)), "span") if begin < 13 else None


# ---- weekdays and the days around --------------------------------------------------------------
def weekday(parts: Parts, when: When) -> Interval | None:
    """the last such weekday up to the day of writing, or the next one where the words look forward"""
    wanted, which = weekday_of(parts["weekday"]), parts.get("which")
    if which == "following" and when.told:
        return one_day(weekday_after(wanted, when.told.end + timedelta(1)))
    if which in ("next", "coming") or (when.ahead and which not in ("last", "past", "previous")):
        return one_day(weekday_after(wanted, when.day + timedelta(which == "next")))
    return one_day(weekday_up_to(wanted, when.day - timedelta(which in ("last", "previous"))))


def weekdays(parts: Parts, when: When) -> Interval | None:
    """from the first to the second weekday named"""
    last = weekday({"weekday": parts["last"]}, when)
    if last is None:
        return None
    first = weekday_up_to(weekday_of(parts["weekday"]), last.end)
    return Interval(first, last.end, "span")


def today(parts: Parts, when: When) -> Interval | None:
    """the day of writing"""
    return one_day(when.day)


def yesterday(parts: Parts, when: When) -> Interval | None:
    """the day before the day of writing"""
    return one_day(when.day - timedelta(1))


def day_before_yesterday(parts: Parts, when: When) -> Interval | None:
    """two days before the day of writing"""
    return one_day(when.day - timedelta(2))


def tomorrow(parts: Parts, when: When) -> Interval | None:
    """the day after the day of writing"""
    return one_day(when.day + timedelta(1))


def overnight(parts: Parts, when: When) -> Interval | None:
    """the night up to the day of writing: the day before and the day"""
    return Interval(when.day - timedelta(1), when.day, "span")


def weekend(parts: Parts, when: When) -> Interval | None:
    """the last Saturday and Sunday, or the next ones where the words look forward"""
    saturday = weekday_after(5, when.day) if when.ahead else weekday_up_to(5, when.day)
    return Interval(saturday, saturday + timedelta(1), "span")


def part_of_day(parts: Parts, when: When) -> Interval | None:
    """an hour of the day that is told of; a month or a year has none"""
    of_a_day = when.told is not None and (when.told.end - when.told.start).days <= 1
    return when.told if of_a_day else one_day(when.day)


def same_day(parts: Parts, when: When) -> Interval | None:
    """the day, week, month or year that was told of last"""
    told = when.told or Interval(when.day, when.day, "day")
    unit = parts["unit"]
    return around(told.start, unit) if unit in ("week", "month", "year") else told


# ---- parts of the words ------------------------------------------------------------------------
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


def _nearest_year(month: int, day: int, when: When) -> date | None:
    """The day in the year that the direction asks for; a stamp may lag its story by a few days."""
    here = date_or_none(when.day.year, month, day)
    if here is None:
        return date_or_none(when.day.year - 1, month, day)
    if when.ahead:
        return here if here >= when.day - timedelta(_DAYS_BACK) else date_or_none(here.year + 1, month, day)
    return here if here <= when.day + timedelta(31) else date_or_none(here.year - 1, month, day)


def _season_year(first: int, which: str | None, when: When) -> int:
    begun = when.day >= date(when.day.year, first, 1)
    if which == "next" or (when.ahead and which != "last"):
        return when.day.year + (begun and which == "next")
    over = which == "last" and begun and when.day <= month_end(when.day.year, min(12, first + 2))
    return when.day.year - (not begun or over)
