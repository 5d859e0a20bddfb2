"""Words of time become the days that a careful reader would note."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dateline.knowledge import calendar
from dateline.knowledge.wars import war_times
from dateline.model.claim import Modality, TimeMention
from dateline.model.event import Days
from dateline.model.text import Span
from dateline.resolve.dates import Anchor, having_told, is_background, resolve_time
from dateline.resolve.day_arithmetic import Tense, When
from dateline.resolve.intervals import COUNTING, JOINED, interval_of

FRIDAY = Anchor(published=date(2019, 8, 30), news_day=date(2019, 8, 30))
NOWHERE = Anchor()


def said(words: str, tense: Tense = "past", at: int = 0) -> TimeMention:
    """A mention of the one expression in `words`."""
    found = calendar.find(words)
    assert len(found) == 1, words
    start = at + found[0].start
    span = Span(start, start + len(found[0].text), found[0].text)
    return TimeMention(words=span, pattern=found[0].pattern, tense=tense)


def days(
    words: str | None,
    tense: Tense = "past",
    *,
    anchor: Anchor = FRIDAY,
    modality: Modality = "occurred",
    old: bool = False,
) -> tuple[str, str] | None:
    """Start and end, in ISO days, of words counted from Friday 30 August 2019."""
    time = said(words, tense) if words else None
    found = resolve_time(time, anchor=anchor, background=old, modality=modality)
    return (found.start.isoformat(), found.end.isoformat()) if found else None


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in the 20th century", "1900-01-01", "1999-12-31"),
        ("in 2008-2009", "2008-01-01", "2009-12-31"),
        ("in 1999-2001", "1999-01-01", "2001-12-31"),
        ("in 1957-58", "1957-01-01", "1958-12-31"),
        ("on 12 March 2017", "2017-03-12", "2017-03-12"),
        ("the order of 13/07/2016", "2016-07-13", "2016-07-13"),
        ("the order of 07/13/2016", "2016-07-13", "2016-07-13"),
        ("on August 21", "2019-08-21", "2019-08-21"),
        ("on December 23", "2018-12-23", "2018-12-23"),
        ("on July 3-5", "2019-07-03", "2019-07-05"),
        ("in May", "2019-05-01", "2019-05-31"),
        ("in August", "2019-08-01", "2019-08-30"),
        ("in November", "2018-11-01", "2018-11-30"),
        ("in late May", "2019-05-20", "2019-05-31"),
        ("in February 2016", "2016-02-01", "2016-02-29"),
        ("in May last year", "2018-05-01", "2018-05-31"),
        ("in 2014", "2014-01-01", "2014-12-31"),
        ("in early 2011", "2011-01-01", "2011-04-30"),
        ("in 2019", "2019-01-01", "2019-08-30"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("in the first six months of 2016", "2016-01-01", "2016-06-30"),
        ("in the summer of 2014", "2014-06-01", "2014-08-31"),
        ("on Friday", "2019-08-30", "2019-08-30"),
        ("on Saturday", "2019-08-24", "2019-08-24"),
        ("last Friday", "2019-08-23", "2019-08-23"),
        ("on Saturday and Sunday", "2019-08-24", "2019-08-25"),
        ("today", "2019-08-30", "2019-08-30"),
        ("yesterday", "2019-08-29", "2019-08-29"),
        ("last night", "2019-08-29", "2019-08-29"),
        ("overnight", "2019-08-29", "2019-08-30"),
        ("over the weekend", "2019-08-24", "2019-08-25"),
        ("last week", "2019-08-19", "2019-08-25"),
        ("this week", "2019-08-26", "2019-08-30"),
        ("last month", "2019-07-01", "2019-07-31"),
        ("earlier this month", "2019-08-01", "2019-08-29"),
        ("last year", "2018-01-01", "2018-12-31"),
        ("in the last 24 hours", "2019-08-29", "2019-08-30"),
        ("over the past 48 hours", "2019-08-28", "2019-08-30"),
        ("over the past few weeks", "2019-08-02", "2019-08-30"),
        ("over the past two years", "2017-08-30", "2019-08-30"),
        ("over the past week", "2019-08-24", "2019-08-30"),
        ("in recent weeks", "2019-08-02", "2019-08-30"),
        ("two days ago", "2019-08-28", "2019-08-28"),
        ("nearly ten days ago", "2019-08-20", "2019-08-22"),
        ("three months ago", "2019-05-01", "2019-05-31"),
        ("two years ago", "2017-01-01", "2017-12-31"),
        ("since late April", "2019-04-20", "2019-08-30"),
        ("since Wednesday", "2019-08-28", "2019-08-30"),
        ("since the war began in 2011", "2011-01-01", "2011-12-31"),
        ("from March to June 2014", "2014-03-01", "2014-06-30"),
        ("between Monday and Thursday", "2019-08-26", "2019-08-29"),
        ("in December and February", "2018-12-01", "2019-02-28"),
        ("within 24 hours", "2019-08-29", "2019-08-30"),
    ],
)
def test_past_words_are_counted_back_from_the_day_of_writing(words: str, start: str, end: str) -> None:
    assert days(words) == (start, end)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("on Tuesday", "2019-09-03", "2019-09-03"),
        ("on Friday", "2019-08-30", "2019-08-30"),
        ("tomorrow", "2019-08-31", "2019-08-31"),
        ("next week", "2019-09-02", "2019-09-08"),
        ("early next week", "2019-09-02", "2019-09-04"),
        ("later this week", "2019-08-31", "2019-09-01"),
        ("in October", "2019-10-01", "2019-10-31"),
        ("on January 5", "2020-01-05", "2020-01-05"),
        ("by the end of the year", "2019-08-30", "2019-12-31"),
        ("over the next two years", "2019-08-30", "2021-08-30"),
        ("until Tuesday", "2019-08-30", "2019-09-03"),
    ],
)
def test_words_of_a_plan_are_counted_forward(words: str, start: str, end: str) -> None:
    assert days(words, "future", modality="planned") == (start, end)


def test_what_happened_is_not_still_to_come() -> None:
    assert days("on Monday", "future") == ("2019-08-26", "2019-08-26")


def test_a_plan_told_as_past_keeps_its_past_day() -> None:
    assert days("on Monday", "past", modality="planned") == ("2019-08-26", "2019-08-26")


def test_what_still_lasts_reaches_to_the_day_of_writing_and_what_is_over_has_no_day() -> None:
    assert days("for over two years", "present", old=True) == ("2017-08-30", "2019-08-30")
    assert days("for over two years", "past", old=True) is None


def test_an_hour_of_an_act_is_not_when_it_was() -> None:
    assert days("in the space of an hour", old=True) is None


def test_news_without_words_of_time_is_of_the_reports_own_day() -> None:
    found = resolve_time(None, anchor=FRIDAY, background=False, modality="occurred")
    assert found == Days(start=date(2019, 8, 30), end=date(2019, 8, 30), precision="report", anchor=date(2019, 8, 30))


@pytest.mark.parametrize(
    ("old", "modality"), [(True, "occurred"), (False, "planned"), (False, "possible"), (False, "not")]
)
def test_background_and_what_did_not_happen_have_no_day_without_words_of_time(old: bool, modality: Modality) -> None:
    assert days(None, modality=modality, old=old) is None


@pytest.mark.parametrize("words", [None, "on Friday", "last week", "in May", "since 2011", "in May last year"])
def test_without_any_date_nothing_is_made_up(words: str | None) -> None:
    assert days(words, anchor=NOWHERE) is None


def test_a_date_with_its_year_needs_no_report_day() -> None:
    assert days("on 12 March 2017", anchor=NOWHERE) == ("2017-03-12", "2017-03-12")
    assert days("between 2014 and 2016", anchor=NOWHERE) == ("2014-01-01", "2016-12-31")


def test_a_day_that_the_calendar_lacks_is_none() -> None:
    assert days("on 31 February 2016", old=True) is None
    assert days("on February 30-31, 2016", old=True, anchor=NOWHERE) is None


def test_the_words_and_the_anchor_are_kept() -> None:
    found = resolve_time(said("on Monday"), anchor=FRIDAY, background=False, modality="occurred")
    assert found is not None and found.words is not None
    assert (found.words.text, found.anchor, found.precision) == ("Monday", date(2019, 8, 30), "day")


def told(*words: str) -> list[tuple[str, str] | None]:
    """The days of expressions told one after the other."""
    anchor, found = FRIDAY, []
    for expression in words:
        time = said(expression)
        at = resolve_time(time, anchor=anchor, background=True, modality="occurred")
        found.append((at.start.isoformat(), at.end.isoformat()) if at else None)
        anchor = having_told(anchor, time, at)
    return found


def test_the_same_day_is_the_day_told_of_last() -> None:
    assert told("on August 21", "on the same day")[1] == ("2019-08-21", "2019-08-21")


def test_two_events_lean_on_the_same_earlier_day() -> None:
    assert told("on August 21", "two days later", "two days later")[1:] == [("2019-08-23", "2019-08-23")] * 2


def test_an_hour_is_of_a_day_told_of_and_of_no_month() -> None:
    assert told("on August 21", "at dawn")[1] == ("2019-08-21", "2019-08-21")
    assert told("in early 2011", "at dawn")[1] == ("2019-08-30", "2019-08-30")


def test_since_then_begins_with_what_was_told_before() -> None:
    assert told("in early 2011", "since then")[1] == ("2011-01-01", "2019-08-30")


def test_without_anything_told_before_since_then_has_no_day() -> None:
    assert told("since then") == [None]


def test_a_day_still_to_come_is_not_leaned_on() -> None:
    ahead = resolve_time(said("on September 12", "future"), anchor=FRIDAY, background=False, modality="planned")
    assert having_told(FRIDAY, said("on September 12"), ahead) is FRIDAY


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("a day after the raid", "2019-08-19", "2019-08-19"),
        ("three days after the raid", "2019-08-17", "2019-08-17"),
        ("two hours after the raid", "2019-08-20", "2019-08-20"),
        ("a week after the raid", "2019-08-10", "2019-08-16"),
        ("a year after the raid", "2018-08-20", "2018-08-20"),
    ],
)
def test_the_raid_of_a_day_after_the_raid_was_a_day_before(words: str, start: str, end: str) -> None:
    tuesday = Days(start=date(2019, 8, 20), end=date(2019, 8, 20), precision="day", anchor=date(2019, 8, 30))
    assert days(words, anchor=replace(FRIDAY, told=tuesday)) == (start, end)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Thursday, a day after", date(2019, 8, 28)),
        ("Thursday, the first anniversary", date(2018, 8, 29)),
        ("Thursday, the third anniversary", date(2016, 8, 29)),
    ],
)
def test_a_day_after_the_raid_or_its_anniversary_counts_back_from_its_own_weekday(words: str, day: date) -> None:
    time = TimeMention(words=Span(0, len(words), words), pattern="forerun")
    found = resolve_time(time, anchor=FRIDAY, background=False, modality="occurred")
    assert found is not None
    assert (found.start, found.end) == (day, day)


def of_war(words: str, anchor: Anchor) -> Days | None:
    (found,) = war_times(words)
    mention = TimeMention(words=Span(found.start, found.end, found.text), pattern=found.pattern)
    return resolve_time(mention, anchor=anchor, background=True, modality="occurred")


def test_what_the_war_has_done_it_has_done_since_it_began() -> None:
    at_war = replace(FRIDAY, war=date(2011, 3, 15))
    found = of_war("The war has killed thousands.", at_war)
    assert found is not None
    assert (found.start, found.end) == (date(2011, 3, 15), date(2019, 8, 30))
    assert of_war("The war has killed thousands.", FRIDAY) is None
    assert of_war("The war has killed thousands.", replace(NOWHERE, war=date(2011, 3, 15))) is None


def test_a_war_so_many_years_old_is_counted_back() -> None:
    found = of_war("Thousands died in the five-year war.", FRIDAY)
    assert found is not None
    assert (found.start, found.end) == (date(2014, 8, 30), date(2019, 8, 30))


def test_the_reports_own_day_is_not_leaned_on() -> None:
    found = resolve_time(None, anchor=FRIDAY, background=False, modality="occurred")
    assert having_told(FRIDAY, None, found) is FRIDAY


def test_what_began_more_than_six_days_ago_is_background() -> None:
    def judged(words: str) -> bool:
        found = resolve_time(said(words), anchor=FRIDAY, background=False, modality="occurred")
        return is_background(found, False, FRIDAY)

    assert [judged(words) for words in ("on Monday", "last week", "since 2011")] == [False, True, True]


def test_words_of_time_outweigh_how_it_was_told_and_silence_does_not() -> None:
    recent = resolve_time(said("on Monday"), anchor=FRIDAY, background=True, modality="occurred")
    assert not is_background(recent, True, FRIDAY)
    assert is_background(None, True, FRIDAY)
    assert not is_background(None, False, FRIDAY)


def test_every_pattern_has_its_count() -> None:
    assert set(COUNTING) | set(JOINED) == calendar.patterns()


def test_every_count_says_what_it_takes_the_words_to_mean() -> None:
    assert all(count.__doc__ for count in (*COUNTING.values(), *JOINED.values()))


@pytest.mark.parametrize("words", ["999 years ago", "over the past 999 decades", "in recent hours", "on 29 February"])
@pytest.mark.parametrize("tense", ["past", "present", "future"])
def test_no_count_leaves_the_calendar(words: str, tense: Tense) -> None:
    for day in (date(2019, 8, 30), date(2020, 2, 29), date(2020, 12, 31)):
        mention = said(words)
        found = interval_of(mention.pattern, mention.words.text, When(day=day, tense=tense))
        assert found is None or found.end - found.start >= timedelta(0)


def test_what_lasted_long_and_is_over_is_no_news_of_the_day() -> None:
    assert days("for almost two years", "past") is None
    assert days("for almost two years", "present") == ("2017-08-30", "2019-08-30")
    assert days("for six hours", "past") == ("2019-08-30", "2019-08-30")
