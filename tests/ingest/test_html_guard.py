"""Hostile HTML, read within limits."""

import pytest

from dateline.ingest.caps import Caps
from dateline.ingest.html import HtmlStory, read_html
from dateline.ingest.html_guard import LARGE, MANY_TAGS, is_risky, read_guarded
from dateline.model.errors import PageError

STORY = (
    "<p>At least six people were killed when artillery shells hit a crowded market on Wednesday, the mayor said.</p>"
    "<p>Residents told reporters that the shells were fired from hills held by rebels, who denied it on Thursday.</p>"
)
META = '<meta property="article:published_time" content="2022-05-01T10:00:00Z">'


def page(behind: str = "") -> str:
    head = f"{META}<title>Shells hit market in town</title>"
    return f"<html lang='en'><head>{head}</head><body>{STORY}{behind}</body></html>"


def test_common_pages_are_read_here_and_large_or_intricate_ones_in_a_child() -> None:
    assert not is_risky(page())
    assert is_risky(page("x" * LARGE))
    assert is_risky(page("<b>" * MANY_TAGS))


def test_a_page_read_in_a_child_gives_the_same_story() -> None:
    large = page("<script>" + "x" * LARGE + "</script>")
    story = read_guarded(large, Caps())
    assert isinstance(story, HtmlStory)
    assert story == read_html(large)
    assert story.metadata.published and story.metadata.published.value == "2022-05-01T10:00+00:00"


def test_a_hundred_thousand_nested_tags_are_survived() -> None:
    for tag in ("div", "table", "ul"):
        story = read_guarded(page(f"<{tag}>" * 100_000), Caps())
        assert (story.cleaner, story.text.count("\n\n")) == ("plain", 1)


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(PageError, match=r"took longer than 0\.2 s"):
        read_guarded(page("<p>Shells hit.</p>" * 60_000), Caps(seconds=0.2))


def test_a_page_that_takes_too_much_memory_is_given_up() -> None:
    with pytest.raises(PageError, match="more than 100 MB of memory"):
        read_guarded(page("<p>Shells hit.</p>" * 1_000_000), Caps(memory_mb=100))


def test_fifty_megabytes_of_one_line_are_refused_by_their_size_and_otherwise_by_the_limits() -> None:
    line = page("Shells hit the market. " * 2_200_000)
    with pytest.raises(PageError, match="larger than 20 MB"):
        read_guarded(line, Caps())
    with pytest.raises(PageError, match=r"took longer than 3 s|more than 400 MB of memory"):
        read_guarded(line, Caps(page_bytes=60_000_000, seconds=3.0, memory_mb=400))


def test_nuls_and_half_surrogates_come_through_the_child() -> None:
    story = read_guarded(page("<p>The mayor \ud800 and his \0 guards had left the town.</p>" + " " * LARGE), Caps())
    assert story.text.startswith("At least six people")
    story.text.encode("utf-8")
