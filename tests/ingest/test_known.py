"""What a container says of a page fills what the page leaves out."""

import pytest

from dateline.ingest.known import BESIDE, day_of, filled
from dateline.ingest.plain import Story
from dateline.ingest.report import ingest
from dateline.ingest.stamps import Dating
from dateline.model.text import Clash, Known, Page

TEXT = "Shells fell on the harbour of Tamra, killing three sailors, the mayor said on Monday."
KNOWN = Known(
    url="https://www.post.example/a",
    title="Harbour shelled",
    published="Tue, 02 Mar 2021 10:15:00 GMT",
    updated="2021-03-03",
    outlet="Harbour Post",
    byline=("A. Writer",),
    language="en-GB",
)


def test_what_is_missing_is_filled() -> None:
    story = filled(Story(text=TEXT), KNOWN, marked=True)
    assert (story.title, story.outlet, story.byline, story.language) == (
        "Harbour shelled", "Harbour Post", ("A. Writer",), "en-GB",
    )  # fmt: skip
    assert story.dating == Dating(published="2021-03-02T10:15+00:00", updated="2021-03-03")


def test_what_a_page_says_of_itself_wins() -> None:
    own = Story(
        text=TEXT, title="Three die", outlet="Coast Herald", byline=("B. Other",), dating=Dating(published="2021-03-02")
    )
    story = filled(own, KNOWN, marked=True)
    assert (story.title, story.outlet, story.byline) == ("Three die", "Coast Herald", ("B. Other",))
    assert (story.dating.published, story.dating.clashes) == ("2021-03-02", ())


def test_a_title_guessed_from_plain_lines_gives_way() -> None:
    guessed = Story(text=TEXT, title="Three die")
    assert filled(guessed, KNOWN, marked=False).title == "Harbour shelled"
    assert filled(guessed, Known(), marked=False).title == "Three die"


def test_an_outlet_without_a_name_is_called_by_its_host() -> None:
    assert filled(Story(text=TEXT), Known(url="https://www.post.example/a"), marked=True).outlet == "post.example"
    assert filled(Story(text=TEXT), Known(url="https://[broken"), marked=True).outlet is None


@pytest.mark.parametrize(
    ("own", "beside", "clash"),
    [
        ("2021-03-01", "2021-03-02", True),
        ("2021-03-02", "2021-03-02T23:00:00Z", False),
        ("2021-03-03T01:30+02:00", "2021-03-02T23:30:00Z", False),
        ("2021-03-03T01:30+00:00", "2021-03-02T23:30:00Z", True),
        (None, "2021-03-02", False),
        ("2021-03-01", "March 2021", False),
    ],
)
def test_two_days_are_a_clash_and_both_are_kept(own: str | None, beside: str, clash: bool) -> None:
    dating = filled(Story(text=TEXT, dating=Dating(published=own)), Known(published=beside), marked=True).dating
    assert [one.what for one in dating.clashes] == ([BESIDE] if clash else [])
    assert dating.published == (own or beside)


def test_a_clash_shows_in_the_report() -> None:
    data = f"Harbour under fire\n\nPublished 1 March 2021\n\n{TEXT}\n".encode()
    report = ingest(Page(name="a", data=data, known=Known(published="2 March 2021")))
    assert report.published == "2021-03-01"
    assert report.clashes == (Clash(what=BESIDE, page_says="2021-03-02", text_says="2021-03-01"),)


def test_figures_that_may_be_day_or_month_go_by_the_text() -> None:
    assert day_of("03/09/2021", "It was 9 March 2021 in the port.") == "2021-03-09"
    assert day_of("03/09/2021", "It was 3 September 2021 in the port.") == "2021-09-03"
    assert day_of("last week", "") is None


def test_figures_that_could_be_day_or_month_are_doubtful_in_a_container_too() -> None:
    (origin,) = filled(Story(text=TEXT), Known(published="02/03/2021"), marked=True).origins
    assert (origin.what, origin.sure) == ("published", "doubtful")
    (origin,) = filled(Story(text=TEXT), Known(published="22/03/2021"), marked=True).origins
    assert origin.sure == "likely"
