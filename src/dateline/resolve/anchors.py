"""The report's own day: the page's stamp, set right by the story's date line and the days on which people spoke."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from dateline.knowledge import calendar
from dateline.knowledge.calendar_words import weekday_of
from dateline.knowledge.date_lines import find_date_line
from dateline.model.claim import TimeMention
from dateline.model.text import Clash, Report
from dateline.resolve.dates import Anchor
from dateline.resolve.day_arithmetic import When
from dateline.resolve.intervals import interval_of

# A day of telling this near the story's beginning is the day of writing; further down, people are quoted from before.
_LEAD: Final = 600


def anchor_of(
    report: Report, said_days: Sequence[TimeMention], lead_days: Sequence[TimeMention] = ()
) -> tuple[Anchor, tuple[Clash, ...]]:
    """What the report's days are counted from, and where its page and its story disagree on that.

    `said_days` are the days on which somebody told the story ("residents said on Friday"), `lead_days` those on which
    its first sentences let it happen. A date line of the story outweighs the page's stamp. A stamp one day before a day
    of telling was made near midnight, or in another time zone: the story's day is the later one. A stamp one day after
    a day of telling in the lead is late, and no clash.
    """
    stamp = date.fromisoformat(report.published[:10]) if report.published else None
    line, words = _date_line(report)
    base = line or stamp
    if base is None:
        return Anchor(), ()
    day, weekday = _told_day(base, said_days, lead_days)
    return Anchor(published=stamp, news_day=day), _clashes(report, stamp, day, weekday, line, words)


def _clashes(
    report: Report, stamp: date | None, day: date, weekday: str, line: date | None, words: str
) -> tuple[Clash, ...]:
    """What the story says against the stamp, where the reading of the page has not noted it already."""
    if stamp is None or any(clash.what == "published" for clash in report.clashes):
        return ()
    says = words if line not in (None, stamp) else weekday if day > stamp else ""
    return (Clash(what="published", page_says=report.published or "", text_says=says),) if says else ()


def _date_line(report: Report) -> tuple[date | None, str]:
    """The day of the story's own date line: noted when the page was read, or still at the head of the text."""
    noted = [_iso(clash.text_says) for clash in report.clashes if clash.what == "published"]
    if days := [day for day in noted if day]:
        return max(days), ""
    words = find_date_line(report.text)
    found = interval_of(words.pattern, words.text, When(day=date.max)) if words else None
    return (found.start, words.text) if words and found else (None, "")


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _told_day(base: date, said_days: Iterable[TimeMention], lead: Iterable[TimeMention]) -> tuple[date, str]:
    """The day of writing by the story's weekdays, and the weekday that says so; `base` and no word where none does."""
    said = [mention for mention in said_days if _names_weekday(mention)]
    after, before = base + timedelta(1), base - timedelta(1)
    for mention in [*said, *filter(_names_weekday, lead)]:
        if _falls_on(mention, after):
            return after, _weekday(mention)
    for mention in said:
        if _falls_on(mention, before) and mention.words.start < _LEAD:
            return before, _weekday(mention)
    return base, ""


def _names_weekday(mention: TimeMention) -> bool:
    """Whether the words are a weekday and nothing more: not "last Friday"."""
    return mention.pattern == "weekday" and mention.tense != "future" and "which" not in _parts(mention)


def _falls_on(mention: TimeMention, day: date) -> bool:
    return weekday_of(_parts(mention)["weekday"]) == day.weekday()


def _weekday(mention: TimeMention) -> str:
    return _parts(mention)["weekday"].title()


def _parts(mention: TimeMention) -> dict[str, str]:
    return calendar.parts("weekday", mention.words.text)
