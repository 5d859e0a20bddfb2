"""Dates as pages write them."""

import pytest

from dateline.ingest.dates import dates_in, evidence_of_order, iso, short_dates_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published 29/08/2019, 22:50", "2019-08-29T22:50"),
        ("Posted: Fri 6:45 PM, Feb 16, 2018 |", "2018-02-16T18:45"),
        ("12:24 am EST, Wednesday, November 20, 2019", "2019-11-20T00:24-05:00"),
        ("Sunday 3 Jul 2016 Heavy", "2016-07-03"),
        ("30 April 2016 25 civilians", "2016-04-30"),
        ("on the 2nd of March, 2015", "2015-03-02"),
        ("Last updated at Jan 202015", "2015-01-20"),
        ("24.09.2014", "2014-09-24"),
        ("2019-08-29T22:50:00Z", "2019-08-29T22:50+00:00"),
        ("March 3, 2020 10:15 GMT+03:00", "2020-03-03T10:15+03:00"),
        ("12:05 p.m. on 1 May 2020", "2020-05-01T12:05"),
    ],
)
def test_a_date_is_read(text: str, expected: str) -> None:
    (written,) = dates_in(text)
    assert iso(written, day_first=True) == expected
    assert text[written.start : written.end].strip() == written.words


@pytest.mark.parametrize("text", ["in May 2011 12 people", "31/02/2015", "call 12-34-5678", "on Friday", "99/99/2010"])
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert list(dates_in(text)) == []


def first(text: str) -> object:
    return next(dates_in(text))


@pytest.mark.parametrize(
    ("others", "day_first"),
    [
        (["Updated 25/04/2016"], True),
        (["Updated 04/25/2016"], False),
        (["Monday 4 May 2016"], True),
        (["April 5, 2016"], False),
        (["The mayor spoke on 2016-05-03."], True),
        (["Posted at 6:40 PM"], False),
    ],
)
def test_the_order_of_figures_follows_the_pages_other_dates(others: list[str], day_first: bool) -> None:
    stamp = next(dates_in("04/05/2016"))
    assert stamp.ambiguous
    assert (evidence_of_order(others, stamp) > 0) is day_first


def test_a_date_far_from_both_readings_decides_nothing_but_style() -> None:
    stamp = next(dates_in("04/05/2016"))
    assert evidence_of_order(["12 December 1999"], stamp) == 0
    assert evidence_of_order(["December 12, 1999"], stamp) < 0


def test_the_same_figure_twice_is_not_ambiguous() -> None:
    assert not next(dates_in("05/05/2016")).ambiguous
    assert not next(dates_in("25/04/2016")).ambiguous


def test_two_figures_for_the_year_are_read_where_they_are_asked_for() -> None:
    assert list(dates_in("Posted 25/4/16")) == []
    assert [iso(written, day_first=True) for written in short_dates_in("Posted 25/4/16 and 3.4.98")] == [
        "2016-04-25",
        "1998-04-03",
    ]
    assert list(short_dates_in("call 12-34-56 or 1/2/3/45")) == []
