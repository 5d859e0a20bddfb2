"""Hard wraps are undone."""

import textwrap

import pytest

from dateline.ingest.lines import cut
from dateline.ingest.plain import read_plain

STORY = """Gunmen killed at least nine soldiers in an ambush near Port Azmar in northern Tamra on Monday, the army said.

The convoy was on its way to the town of North Tamra. It struck a mine before 40 men on motorcycles opened fire, the
army said in a statement. The Free Men of Tamra said on Tuesday that they had done it.

No one could be reached at the barracks. Residents of Lower Azmar said they had heard shots until the evening."""
PARAGRAPHS = [" ".join(part.split()) for part in STORY.split("\n\n")]


@pytest.mark.parametrize("width", range(45, 105, 3))
def test_a_wrapped_text_has_its_paragraphs_again_whatever_the_next_line_begins_with(width: int) -> None:
    body = "\n\n".join(textwrap.fill(part, width) for part in PARAGRAPHS)
    story = read_plain(f"Nine soldiers die in ambush\n\n{body}")
    assert story.text.split("\n\n") == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 72, 80])
def test_a_short_line_ends_a_paragraph_where_no_blank_line_does(width: int) -> None:
    body = "\n".join(textwrap.fill(part, width) for part in PARAGRAPHS)
    assert [line.text for line in cut(body)] == PARAGRAPHS


def test_lines_of_any_length_are_left_alone() -> None:
    lines = [
        "Home",
        "World news and opinion",
        "Nine soldiers die in ambush near the port",
        "By Ann Writer",
        "4 May 2018",
    ]
    assert [line.text for line in cut("\n".join(lines))] == lines
    assert [line.text for line in cut("\n".join(PARAGRAPHS))] == PARAGRAPHS


def test_what_stands_above_a_wrapped_story_stays_in_lines_of_its_own() -> None:
    body = "\n\n".join(textwrap.fill(part, 72) for part in PARAGRAPHS)
    story = read_plain(f"Nine soldiers die in ambush\nBy Ann Writer\n4 May 2018\n\n{body}")
    assert (story.title, story.byline, story.dating.published) == (
        "Nine soldiers die in ambush",
        ("Ann Writer",),
        "2018-05-04",
    )
