"""Lines that credit an author, an agency or an outlet."""

import pytest

from dateline.ingest.credit_line import agency_of, credits_of
from dateline.ingest.dates import iso
from dateline.ingest.plain import Story, read_plain

BODY = """The army shelled the harbour of Tamra on Monday and killed three sailors, the mayor of the town said.

Another nine people were hurt when a shell struck the fish market in the afternoon, doctors said.

The army denied that its guns had fired at the town, and spoke of an accident in a store of fuel."""


def page(*lines: str, below: str = "") -> Story:
    return read_plain("\n".join(["Three die in Tamra harbour shelling", *lines, "", BODY, "", below]))


@pytest.mark.parametrize(
    ("line", "byline", "agency", "outlet", "day"),
    [
        ("By Ann Writer | Coast Post | 4 May 2018 | 3 min read", ("Ann Writer",), None, "Coast Post", "2018-05-04"),
        ("By Ann Writer in Port Azmar, 4 May 2018", ("Ann Writer",), None, None, "2018-05-04"),
        (
            "By Ann Writer and Bob Penn, AFP - Published 4 May 2018",
            ("Ann Writer", "Bob Penn"),
            "AFP",
            None,
            "2018-05-04",
        ),
        ("By Ann Writer of The Associated Press", ("Ann Writer",), "AP", None, None),
        ("By Reuters", (), "Reuters", None, None),
        ("By Reuters Staff", (), "Reuters", None, None),
        ("Source: AFP", (), "AFP", None, None),
        ("(AP)", (), "AP", None, None),
        ("Reuters | 4 May 2018", (), "Reuters", None, "2018-05-04"),
    ],
)
def test_a_line_of_credits_is_taken_apart(
    line: str, byline: tuple[str, ...], agency: str | None, outlet: str | None, day: str | None
) -> None:
    found = credits_of(line)
    assert found is not None
    assert (found.byline, found.agency, found.outlet) == (byline, agency, outlet)
    assert [iso(stamp.written, day_first=True) for stamp in found.stamps] == ([day] if day else [])


@pytest.mark.parametrize(
    "line",
    [
        "Breaking News | 4 May 2018",
        "4 May 2018",
        "Sources: AFP, AP",
        "by Russian forces in Azmar",
        "By Reuters and other means the town was told",
        "Reuters reported on 4 May 2018 that the town fell",
        "Coast Post",
        "",
    ],
)
def test_a_line_that_says_more_or_credits_nobody_is_none(line: str) -> None:
    assert credits_of(line) is None


def test_a_signature_names_its_agency() -> None:
    assert agency_of("Ann Writer, Associated Press") == "AP"
    assert agency_of("Ann Writer (AFP)") == "AFP"
    assert agency_of("Ann Writer, Coast Post") is None
    assert agency_of("AFP Smith") is None


@pytest.mark.parametrize(("line", "sure"), [("By Reuters", "certain"), ("Reuters", "likely")])
def test_an_agency_beside_the_story_is_credited_and_the_line_dropped(line: str, sure: str) -> None:
    for story in (page("4 May 2018", line), page("4 May 2018", below=line)):
        assert (story.agency, story.text) == ("Reuters", BODY)
        assert [origin.sure for origin in story.origins if origin.what == "agency"] == [sure]
        assert line in [drop.text for drop in story.dropped]


def test_an_agency_above_the_headline_or_far_below_the_story_is_no_credit() -> None:
    assert read_plain(f"Reuters\nHome\nThree die in Tamra harbour shelling\n4 May 2018\n\n{BODY}").agency is None
    assert page("4 May 2018", below="Share\nMost read\nPrint\nTags\nReuters").agency is None


def test_a_row_of_credits_gives_author_outlet_and_day() -> None:
    story = page("By Ann Writer | Coast Post | 4 May 2018 | 3 min read")
    assert (story.byline, story.outlet, story.dating.published) == (("Ann Writer",), "Coast Post", "2018-05-04")
    assert story.text == BODY


def test_rights_of_an_agency_make_it_no_outlet() -> None:
    story = page(below="Copyright 2018 The Associated Press. All rights reserved.")
    assert (story.agency, story.outlet) == ("AP", None)
    assert page(below="Copyright 2018 Coast Post All rights reserved.").outlet == "Coast Post"


def test_an_agencys_writers_who_contributed_show_whose_story_it_is() -> None:
    assert page(below="Associated Press writer Ann Writer in Azmar contributed to this report.").agency == "AP"
    assert page(below="Coast Post writer Ann Writer in Azmar contributed to this report.").agency is None


@pytest.mark.parametrize("shape", ["{}", "({})", "({}.)"])
def test_the_credit_of_writers_and_editors_is_dropped_and_the_writers_named(shape: str) -> None:
    line = shape.format("Reporting by Ann Writer and Bob Penn; Editing by Carl Red")
    story = page("4 May 2018", below=line)
    assert (story.text, story.byline) == (BODY, ("Ann Writer", "Bob Penn"))
    assert line in [drop.text for drop in story.dropped]
    assert page("By Dora Ink", below=line).byline == ("Dora Ink",)


def test_a_sentence_that_speaks_of_reporting_is_no_credit() -> None:
    assert credits_of("Reporting by Ann Writer was banned. She left the town.") is None
