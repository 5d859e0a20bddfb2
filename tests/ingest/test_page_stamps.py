"""When a page says it was published."""

import pytest

from dateline.ingest.stamps import Stamp, date_page, leading_stamp, place_before_date, stamps_of


def page_stamps(*lines: str) -> list[Stamp]:
    return [stamp for line in lines for stamp in stamps_of(line)]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Published 29/08/2019, 22:50", ["published"]),
        ("Last updated at 12:10 GMT on 3 May 2018", ["updated"]),
        ("Wednesday, January 30, 2019", ["bare"]),
        ("On 3 May 2018", ["bare"]),
        ("Last modified on Thu 3 May 2018 09.00 GMT", ["updated"]),
        ("Modified on 3 May 2018", ["updated"]),
        ("Last update on May 3, 2018", ["updated"]),
        ("Update date: 3 May 2018", ["updated"]),
        ("First posted: May 3, 2018", ["published"]),
        ("Posted on 3/5/18", ["published"]),
        ("Thursday 03 May 2018 18:15, UK", ["bare"]),
        ("Port Azmar, May 3, 2018", ["bare"]),
        ("Port Azmar, 3 May 2018", ["bare"]),
        ("This story is from March 15, 2002", ["published"]),
        ("Published: 1 May 2020 | Updated: 2 May 2020", ["published", "updated"]),
    ],
)
def test_a_stamp_line_is_known_by_its_words(line: str, kinds: list[str]) -> None:
    assert [stamp.kind for stamp in stamps_of(line)] == kinds


@pytest.mark.parametrize(
    "line",
    [
        "The truce of 3 May 2018 held.",
        "Published in spring",
        "Chronology: 3 May 2018",
        "the port, 3 May 2018",
        "Azmar, 3 May 2018, fell",
        "3/5/18",
    ],
)
def test_a_line_with_other_words_is_no_stamp(line: str) -> None:
    assert stamps_of(line) == ()


def test_a_line_of_place_and_date_gives_the_place() -> None:
    assert place_before_date("Port Azmar, May 3, 2018") == "Port Azmar"
    assert place_before_date("Thursday, May 3, 2018") is None
    assert place_before_date("Updated, May 3, 2018") is None
    assert place_before_date("Port Azmar, the harbour, May 3, 2018") is None


def test_the_words_decide_which_date_is_the_publication() -> None:
    dating = date_page(page_stamps("3 May 2018", "Updated 5 May 2018", "Published 4 May 2018"), [], [])
    assert (dating.published, dating.updated) == ("2018-05-04", "2018-05-05")


def test_a_page_without_stamps_takes_the_storys_own_date() -> None:
    own = leading_stamp("Sunday 3 Jul 2016 Heavy fire was heard")
    assert own is not None
    dating = date_page([], [own[0]], [])
    assert (dating.published, dating.clashes) == ("2016-07-03", ())


def test_nothing_said_is_nothing_known() -> None:
    assert date_page([], [], []).published is None


def test_a_date_line_that_contradicts_the_stamp_is_a_clash() -> None:
    own = leading_stamp("Friday 8 July 2016 Heavy fire was heard")
    assert own is not None
    dating = date_page(page_stamps("Published 05/07/2016"), [own[0]], ["Friday 8 July 2016"])
    assert dating.published == "2016-07-05"
    assert [(clash.page_says, clash.text_says) for clash in dating.clashes] == [("2016-07-05", "2016-07-08")]


def test_a_date_line_that_agrees_settles_the_order_of_figures() -> None:
    own = leading_stamp("July 5, 2016 Heavy fire was heard")
    assert own is not None
    dating = date_page(page_stamps("Published 07/05/2016"), [own[0]], ["July 5, 2016"])
    assert (dating.published, dating.clashes) == ("2016-07-05", ())


def test_a_later_update_is_no_clash() -> None:
    own = leading_stamp("Last updated at 9 July 2016 Heavy fire was heard")
    assert own is not None
    dating = date_page(page_stamps("Published 5 July 2016"), [own[0]], [])
    assert (dating.updated, dating.clashes) == ("2016-07-09", ())


def test_a_sentence_that_begins_otherwise_has_no_leading_stamp() -> None:
    assert leading_stamp("Since 3 July 2016 the town has been shut.") is None
    assert leading_stamp("On 3 July 2016 troops shut the town.") is None


@pytest.mark.parametrize(
    ("line", "beside", "sure"),
    [
        ("Published: 04/05/2016", "", "doubtful"),
        ("Published: 04/05/2016", "Posted at 6:40 PM", "likely"),
        ("Published: 04/05/2016", "Updated 25/05/2016", "certain"),
        ("Published: 25/05/2016", "", "certain"),
        ("25/05/2016", "", "likely"),
    ],
)
def test_a_day_that_could_be_a_month_is_as_sure_as_what_speaks_for_it(line: str, beside: str, sure: str) -> None:
    (origin,) = date_page(page_stamps(line), [], [line, beside]).origins
    assert origin.sure == sure
