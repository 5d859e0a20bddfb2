"""The report's own day, where stamp, date line and quoted days disagree."""

from datetime import date

import pytest

from dateline.knowledge import calendar
from dateline.model.claim import TimeMention
from dateline.model.text import Clash, Report, Span
from dateline.resolve.anchors import anchor_of
from dateline.resolve.dates import resolve_time


def report(published: str | None, text: str = "Shells fell on the port.", clashes: tuple[Clash, ...] = ()) -> Report:
    """A report with a stamp."""
    return Report(page="page", id="sha256:0", text=text, status="coded", published=published, clashes=clashes)


def on(words: str, start: int = 20) -> TimeMention:
    """Words of time at `start`."""
    found = calendar.find(words)[0]
    return TimeMention(words=Span(start, start + len(found.text), found.text), pattern=found.pattern)


def test_a_stamp_before_midnight_gives_way_to_the_day_on_which_the_story_was_told() -> None:
    anchor, clashes = anchor_of(report("2019-08-29T22:50"), [on("Friday")])
    assert anchor.day == date(2019, 8, 30)
    assert anchor.published == date(2019, 8, 29)
    assert clashes == (Clash(what="published", page_says="2019-08-29T22:50", text_says="Friday"),)


def test_all_later_counting_is_from_the_storys_own_day() -> None:
    anchor, _ = anchor_of(report("2019-08-29T22:50"), [on("Friday")])
    night = resolve_time(on("overnight"), anchor=anchor, background=False, modality="occurred")
    news = resolve_time(None, anchor=anchor, background=False, modality="occurred")
    assert night is not None and (night.start.day, night.end.day) == (29, 30)
    assert news is not None and (news.start.day, news.precision) == (30, "report")


def test_a_day_of_telling_that_is_the_stamps_changes_nothing() -> None:
    anchor, clashes = anchor_of(report("2019-08-30"), [on("Friday")])
    assert (anchor.day, clashes) == (date(2019, 8, 30), ())


def test_a_stamp_after_the_day_of_telling_is_late_and_no_clash() -> None:
    anchor, clashes = anchor_of(report("2019-08-31"), [on("Friday")])
    assert (anchor.day, clashes) == (date(2019, 8, 30), ())


@pytest.mark.parametrize("said", [on("Friday", start=5000), on("last Friday"), on("Monday"), on("March 3")])
def test_days_further_off_do_not_move_the_report(said: TimeMention) -> None:
    anchor, clashes = anchor_of(report("2019-08-31"), [said])
    assert (anchor.day, clashes) == (date(2019, 8, 31), ())


def test_the_leads_day_moves_a_stamp_forward_only() -> None:
    forward, clashes = anchor_of(report("2015-01-19"), [], [on("Tuesday")])
    back, _ = anchor_of(report("2015-01-21"), [], [on("Tuesday")])
    assert forward.day == date(2015, 1, 20)
    assert clashes[0].text_says == "Tuesday"
    assert back.day == date(2015, 1, 21)


def test_the_storys_date_line_outweighs_the_stamp() -> None:
    anchor, clashes = anchor_of(report("2014-05-19", "Friday 23 May 2014 Rebels shelled a rally."), [])
    assert anchor.day == date(2014, 5, 23)
    assert clashes == (Clash(what="published", page_says="2014-05-19", text_says="Friday 23 May 2014"),)


def test_a_date_line_noted_when_the_page_was_read_counts_and_is_not_noted_twice() -> None:
    noted = Clash(what="published", page_says="2014-05-19", text_says="2014-05-23")
    anchor, clashes = anchor_of(report("2014-05-19", clashes=(noted,)), [])
    assert (anchor.day, clashes) == (date(2014, 5, 23), ())


def test_a_date_line_serves_where_there_is_no_stamp() -> None:
    anchor, clashes = anchor_of(report(None, "Friday 23 May 2014 Rebels shelled a rally."), [])
    assert (anchor.day, anchor.published, clashes) == (date(2014, 5, 23), None, ())


def test_without_stamp_and_date_line_there_is_no_day() -> None:
    anchor, clashes = anchor_of(report(None), [on("Friday")])
    assert (anchor.day, clashes) == (None, ())
