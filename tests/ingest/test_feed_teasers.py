"""Teasers are links to a story, whole stories are stories, however long they are."""

import pytest

from dateline.ingest.feed_teasers import is_cut_off, is_whole_content, is_whole_description

LEAD = (
    "<p>Gunboats fired on the pilot station at Tirawa before dawn on Sunday and killed three of the crew, the port "
    "authority said in a short statement.</p>"
)
FOOTER = '<p>The post <a href="x">Pilot station hit</a> appeared first on <a href="y">Harbour Post</a>.</p>'
REST = (
    "<p>Two boats were sunk and the pilots taken to the hospital in Oskel, where one of them died, a nurse said.</p>"
    * 3
)


@pytest.mark.parametrize(
    "end",
    [
        " [&hellip;]",
        " [...]",
        "&#8230;",
        ' <a href="x">Continue reading...</a>',
        '<p><a href="x">Read more</a></p>',
        '<p><a href="x">Continue reading Pilot station hit &rarr;</a></p>',
        '<p><a href="x">Read the full story here</a></p>',
    ],
)
def test_what_ends_in_a_mark_of_omission_or_a_link_to_the_rest_is_cut_off(end: str) -> None:
    teaser = LEAD.replace(" in a short statement.</p>", f"{end}</p>")
    assert is_cut_off(teaser)
    assert is_cut_off(teaser + FOOTER)
    assert not is_whole_content(teaser + FOOTER)
    assert not is_whole_description(REST + teaser + FOOTER)


@pytest.mark.parametrize("end", ["", FOOTER, '<p>Read more: <a href="x">Port shut for a third day</a></p>'])
def test_what_ends_with_a_full_sentence_is_whole_whatever_the_feed_adds(end: str) -> None:
    assert is_whole_content(LEAD + end)
    assert not is_cut_off(LEAD + end)


def test_a_long_story_may_end_with_words_left_hanging() -> None:
    hanging = "<p>We shall see ...</p>"
    assert is_cut_off(LEAD + hanging)
    assert not is_cut_off(LEAD + REST * 3 + hanging)


def test_a_description_is_a_story_where_it_is_longer_than_summaries_and_ends() -> None:
    assert is_whole_description(LEAD + REST)
    assert not is_whole_description(LEAD)
    assert is_whole_description(
        f"{LEAD}<p>Two boats were sunk and the pilots taken to Oskel, where one died, a nurse said.</p>"
    )
    one_paragraph = LEAD.replace("</p>", " Two boats were sunk and the pilots taken to Oskel, where one died.</p>")
    assert not is_whole_description(one_paragraph)
    assert not is_whole_description(LEAD + REST + "<p>The governor of the province, who</p>")


def test_a_mark_inside_a_story_does_not_cut_it_off() -> None:
    assert not is_cut_off(f"<p>Read more books, the mayor [...] said.</p>{LEAD}")
