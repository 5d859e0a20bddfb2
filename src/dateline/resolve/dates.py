"""When: words of time into days, counted from the report's own day."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateline.knowledge import calendar
from dateline.model.claim import Modality, TimeMention
from dateline.model.event import Days
from dateline.resolve.day_arithmetic import Interval, Tense, When
from dateline.resolve.intervals import JOINED, interval_of

# Patterns that lean on the days told before; they do not stand for others to lean on.
_LEANING: Final = frozenset({"same_day", "offset", "forerun", "since_then", "part_of_day"})
_NEWS_DAYS: Final = 6
_LONG: Final = frozenset({"week", "month", "year", "decade", "century"})
# Later than every day that a report can name: what has its own year is not cut at it.
_NEVER = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What the days of one report are counted from.

    `published` is the page's stamp, `news_day` the day of writing by the story's own words; `told` the days that the
    report told of last, for "the same day" and "two days later"; `war` the first day of the war in the report's own
    country. All None where neither page nor story has a date.
    """

    published: date | None = None
    news_day: date | None = None
    told: Days | None = None
    war: date | None = None

    @property
    def day(self) -> date | None:
        """The report's own day: the story's word before the page's."""
        return self.news_day or self.published


def resolve_time(time: TimeMention | None, *, anchor: Anchor, background: bool, modality: Modality) -> Days | None:
    """The days that an event's words of time mean; without words, the report's own day for news that happened.

    Without them None for background and for what did not happen, or not yet, and where nothing gives a date.
    """
    found = _meant(time, anchor, modality) if time else None
    if found and time:
        return _days(found, anchor.day or found.start, time)
    if background or modality != "occurred" or anchor.day is None or (time and _lasted_long(time)):
        return None
    return Days(start=anchor.day, end=anchor.day, precision="report", anchor=anchor.day)


def _lasted_long(time: TimeMention) -> bool:
    """ "Was besieged for two years": over, who knows when, and no news of the day."""
    return time.pattern == "lasting" and calendar.parts("lasting", time.words.text)["unit"] in _LONG


def having_told(anchor: Anchor, time: TimeMention | None, days: Days | None) -> Anchor:
    """The anchor for what is told next: it leans on past days named in words, unless those lean on earlier ones."""
    if time is None or days is None or days.words is None or time.pattern in _LEANING:
        return anchor
    if anchor.day is not None and days.end > anchor.day:
        return anchor
    return replace(anchor, told=days)


def _meant(time: TimeMention, anchor: Anchor, modality: Modality) -> Interval | None:
    words = time.words.text
    if anchor.day is None:
        return interval_of(time.pattern, words, When(day=_NEVER)) if _names_its_years(time.pattern, words) else None
    tense = _tense(time, modality)
    told = Interval(anchor.told.start, anchor.told.end, anchor.told.precision) if anchor.told else None
    return interval_of(time.pattern, words, When(day=anchor.day, tense=tense, told=told, war=anchor.war))


def _tense(time: TimeMention, modality: Modality) -> Tense:
    """What happened is not still to come, whatever the verb; what is planned or possible is, unless told as past."""
    if modality in ("planned", "possible"):
        return "past" if time.tense == "past" else "future"
    return "past" if time.tense == "future" else time.tense


def _names_its_years(pattern: str, words: str) -> bool:
    """Whether the words need no day to count from."""
    if pattern in ("since", "war", "lasting_war"):
        return False
    atoms = calendar.inside(words) if pattern in JOINED else ()
    named = [calendar.parts(atom.pattern, atom.text) for atom in atoms] or [calendar.parts(pattern, words)]
    return all(one.get("year", "").isdigit() for one in named)


def _days(found: Interval, anchor: date, time: TimeMention) -> Days:
    return Days(start=found.start, end=found.end, precision=found.precision, anchor=anchor, words=time.words)


def is_background(days: Days | None, said_background: bool, anchor: Anchor) -> bool:
    """Whether an event lies before the report's own news: its words of time begin more than six days before it.

    Without words of time what the clause said of itself stands; without a day to compare with, a stretch of days is
    background too. Six days is the limit that best told background from news over the project's training reports.
    """
    if days is None or days.words is None:
        return said_background
    if anchor.day is None:
        return said_background or days.start != days.end
    return (anchor.day - days.start).days > _NEWS_DAYS
