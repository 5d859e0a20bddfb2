"""Words of time that a calendar pattern found, as an interval of days: the table of all patterns, and joined words."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dateline.knowledge import calendar
from dateline.knowledge.calendar_words import number_of
from dateline.knowledge.wars import length_of
from dateline.resolve import counted_days, named_days
from dateline.resolve.day_arithmetic import Interval, When, stepped

Parts = dict[str, str]
Counting = Callable[[Parts, When], Interval | None]


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


def war(words: str, when: When) -> Interval | None:
    """from the day on which the war in the report's country began up to the day of writing"""
    return Interval(when.war, when.day, "span") if when.war and when.war <= when.day else None


def lasting_war(words: str, when: When) -> Interval | None:
    """so long up to the day of writing"""
    parts = length_of(words)
    number = number_of(parts["number"]) if parts else None
    return Interval(stepped(when.day, -number, parts["unit"]), when.day, "span") if number else None


def interval_of(pattern: str, words: str, when: When) -> Interval | None:
    """The days that words found by a calendar pattern mean; None where they settle nothing."""
    if pattern in JOINED:
        return JOINED[pattern](words, when)
    parts = calendar.parts(pattern, words)
    return COUNTING[pattern](parts, when) if parts or pattern in _WHOLE else None


def _inside(words: str, when: When) -> list[Interval]:
    found = (interval_of(atom.pattern, atom.text, when) for atom in calendar.inside(words))
    return [interval for interval in found if interval]


COUNTING: Final[dict[str, Counting]] = {
    "date": named_days.named_date,
    "numeric_date": named_days.numeric_date,
    "month_day": named_days.month_day,
    "day_range": named_days.day_range,
    "month_year": named_days.month_of_year,
    "month": named_days.month_alone,
    "part_of_year": named_days.part_of_year,
    "season": named_days.season,
    "decade": named_days.decade,
    "century": named_days.century,
    "year": named_days.year_alone,
    "year_range": named_days.year_range,
    "weekday": named_days.weekday,
    "weekdays": named_days.weekdays,
    "day_before_yesterday": named_days.day_before_yesterday,
    "yesterday": named_days.yesterday,
    "today": named_days.today,
    "tomorrow": named_days.tomorrow,
    "overnight": named_days.overnight,
    "weekend": named_days.weekend,
    "part_of_day": named_days.part_of_day,
    "same_day": named_days.same_day,
    "recent": counted_days.recent,
    "span": counted_days.span,
    "end_of": counted_days.end_of,
    "period": counted_days.period,
    "ago": counted_days.ago,
    "offset": counted_days.offset,
    "forerun": counted_days.forerun,
    "since_then": since_then,
    "lasting": counted_days.lasting,
    "within": counted_days.within,
}

# Patterns whose words may have no parts.
_WHOLE: Final = frozenset(
    "day_before_yesterday yesterday today tomorrow overnight weekend part_of_day since_then".split()
)
# Patterns that hold other patterns, or whose words are taken apart elsewhere.
JOINED: Final[dict[str, Callable[[str, When], Interval | None]]] = {
    "since": since,
    "until": until,
    "between": between,
    "war": war,
    "lasting_war": lasting_war,
}
