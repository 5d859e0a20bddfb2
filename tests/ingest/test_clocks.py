"""Times of day beside a date, and their zones."""

import pytest

from dateline.ingest.dates import dates_in, iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 May 2018 10:15 GMT+3", "2018-05-03T10:15+03:00"),
        ("3 May 2018 10:15 GMT +3", "2018-05-03T10:15+03:00"),
        ("3 May 2018 10:15 UTC-4", "2018-05-03T10:15-04:00"),
        ("3 May 2018 10:15 UTC+0530", "2018-05-03T10:15+05:30"),
        ("3 May 2018 (10:15 GMT+2)", "2018-05-03T10:15+02:00"),
        ("2018-05-03T10:15+03", "2018-05-03T10:15+03:00"),
        ("3 May 2018 10.15 GMT", "2018-05-03T10:15+00:00"),
        ("3 May 2018 1015 GMT", "2018-05-03T10:15+00:00"),
        ("1015 GMT (1815 HKT) May 3, 2018", "2018-05-03T10:15+00:00"),
        ("May 3, 2018 / 10:15 PM EDT", "2018-05-03T22:15-04:00"),
        ("May 3, 2018, 10 p.m. local time", "2018-05-03T22:00"),
        ("10:15 - 3 May 2018", "2018-05-03T10:15"),
        ("10:15 GMT - 3 May 2018", "2018-05-03T10:15+00:00"),
    ],
)
def test_a_time_of_day_is_read_with_the_offset_that_is_stated(text: str, expected: str) -> None:
    (written,) = dates_in(text)
    assert iso(written, day_first=True) == expected
    assert text[written.end :] == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2:15 PM ET, Thu May 3, 2018", "2018-05-03T14:15-04:00"),
        ("2:15 PM ET, Wed January 3, 2018", "2018-01-03T14:15-05:00"),
        ("Thursday 03 May 2018 18:15, UK", "2018-05-03T18:15+01:00"),
        ("3 January 2018 18:15, UK", "2018-01-03T18:15+00:00"),
        ("03.05.2018, 18:15 MSK", "2018-05-03T18:15+03:00"),
        ("03.05.2013, 18:15 MSK", "2013-05-03T18:15+04:00"),
    ],
)
def test_a_places_time_follows_its_clocks_of_that_day(text: str, expected: str) -> None:
    (written,) = dates_in(text)
    assert iso(written, day_first=True) == expected


@pytest.mark.parametrize("zone", ["CST", "IST", "BST", "AST"])
def test_a_zone_of_several_meanings_gives_no_offset(zone: str) -> None:
    (written,) = dates_in(f"3 May 2018 18:15 {zone}")
    assert iso(written, day_first=True) == "2018-05-03T18:15"
    assert written.words.endswith(zone)


@pytest.mark.parametrize(
    "text", ["3 May 2018 18 people died", "3 May 2018 18.15 tonnes", "May 3, 2018 5 UK soldiers", "3 May 2018 1500 men"]
)
def test_figures_behind_a_date_are_no_time_of_day(text: str) -> None:
    (written,) = dates_in(text)
    assert iso(written, day_first=True) == "2018-05-03"
