"""The site's name beside the headline in <title>."""

import pytest

from dateline.ingest.html import read_html
from dateline.ingest.html_site import site_beside

HEADLINE = "Three die in harbour shelling"


@pytest.mark.parametrize(
    ("title", "site"),
    [
        (f"{HEADLINE} | Coast Post", "Coast Post"),
        (f"{HEADLINE} - The Levant", "The Levant"),
        (f"{HEADLINE} | World | Tamra Now", "Tamra Now"),
        (f"{HEADLINE} | Tamra Now | World", "Tamra Now"),
        (f"Tamra Now: {HEADLINE}", "Tamra Now"),
        (f"{HEADLINE} | World", None),
        (HEADLINE, None),
        (f"{HEADLINE} and a store of fuel burns down in the port at night", None),
        ("Sailors killed in Tamra - Coast Post", "Coast Post"),
        ("Sailors killed in Tamra - what we know", None),
    ],
)
def test_the_sites_name_stands_beside_the_headline(title: str, site: str | None) -> None:
    assert site_beside(title, [HEADLINE]) == site


def test_a_short_heading_does_not_part_a_title() -> None:
    assert site_beside("World in arms", ["World"]) is None


BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The army shelled the harbour of Tamra on Monday and killed three sailors, the mayor of the town said.",
        "Another nine people were hurt when a shell struck the fish market in the afternoon, doctors said.",
        "The army denied that its guns had fired at the town, and spoke of an accident in a store of fuel.",
    )
)


def page(front: str, end: str = "", head: str = "") -> str:
    title = f"<title>{HEADLINE} | Coast Post</title>{head}"
    story = f"<article><h1>{HEADLINE}</h1>{front}{BODY}{end}</article>"
    return f"<html lang=en><head>{title}</head><body>{story}</body></html>"


def test_a_page_with_one_heading_keeps_the_outlet_of_its_title() -> None:
    story = read_html(page(""))
    assert (story.title, story.outlet) == (HEADLINE, "Coast Post")


@pytest.mark.parametrize(
    ("front", "end", "head"),
    [
        ("<p class='byline'>By Reuters</p>", "", ""),
        ("<div class='byline'>Reuters</div>", "", ""),
        ("", "<p>Source: Reuters</p>", ""),
        ("", "", "<meta name='author' content='Ann Writer, Reuters'>"),
    ],
)
def test_an_agency_is_credited_wherever_the_page_signs(front: str, end: str, head: str) -> None:
    story = read_html(page(front, end, head))
    assert (story.agency, story.outlet) == ("Reuters", "Coast Post")
    assert story.text.endswith("store of fuel.")


def test_change_and_publication_in_paragraphs_are_told_apart() -> None:
    dating = read_html(page("<p>Last modified on 25/05/2018</p><p>Posted on 04/05/2018</p>")).dating
    assert (dating.published, dating.updated) == ("2018-05-04", "2018-05-25")


@pytest.mark.parametrize(
    "front",
    [
        "<p>Updated <time datetime='2018-05-04T10:00:00Z'>4 May</time></p>",
        "<div>Last updated: <time datetime='2018-05-04T10:00:00Z'>4 May</time></div>",
        "<span itemprop=dateModified content='2018-05-04T10:00:00Z'>Friday</span>",
    ],
)
def test_words_of_a_date_that_was_taken_away_are_no_part_of_the_story(front: str) -> None:
    story = read_html(page(front))
    assert story.text.startswith("The army shelled")
    assert story.dating.updated == "2018-05-04T10:00+00:00"
