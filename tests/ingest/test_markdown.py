"""Markdown as the text that it shows."""

import json

import pytest

from dateline.ingest.markdown import UNSEEN, is_markdown, unmarked
from dateline.ingest.opening import opened
from dateline.ingest.report import ingest
from dateline.model.text import Page, Report

STORY = """The army shelled the harbour of **Tamra** on Monday and killed *three* sailors, the mayor said.

Another nine people were hurt when a shell struck the [fish market](https://x.example/a_(b)), doctors said.

- The [Red Crescent](https://x.example/c) said on Tuesday that it had taken **14 people** to the hospital."""
SHOWN = """The army shelled the harbour of Tamra on Monday and killed three sailors, the mayor said.

Another nine people were hurt when a shell struck the fish market, doctors said.

The Red Crescent said on Tuesday that it had taken 14 people to the hospital."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# Three die #", "Three die"),
        ("> a quotation", "a quotation"),
        ("* an entry with __weight__", "an entry with weight"),
        ("**[both](https://x.example)**", "both"),
        ("![a picture](https://x.example/p.png)", ""),
        ("as [told][1]\n[1]: https://x.example", "as told\n"),
        ("---", ""),
        (r"1\. no list, 5 \* 3", "1. no list, 5 * 3"),
        ("snake_case, 2 * 3 * 4, #1 and [sic]", "snake_case, 2 * 3 * 4, #1 and [sic]"),
    ],
)
def test_marks_go_and_words_stay_in_their_places(text: str, shown: str) -> None:
    found = unmarked(text)
    assert found.replace(UNSEEN, "") == shown
    assert len(found) == len(text)


def test_a_page_is_markdown_by_its_name_or_by_its_marks() -> None:
    assert is_markdown("a/report.MD", "Plain words.")
    assert is_markdown("-", "# Three die\n\n**Tamra** was [shelled](https://x.example).")
    assert not is_markdown("-", "# Three die\n\nTamra was shelled.")
    assert not is_markdown("a.txt", "Tamra was **shelled** by [rebels](https://x.example).")


def read(data: str, name: str) -> Report:
    (page,) = opened(Page(name=name, data=data.encode()))
    return ingest(page)


def test_a_markdown_file_is_read_as_it_shows() -> None:
    report = read(f"# Three die in Tamra\n\n*By Ann Writer, 4 May 2018*\n\n{STORY}\n\n---\n", "page.md")
    assert (report.title, report.byline, report.published) == ("Three die in Tamra", ("Ann Writer",), "2018-05-04")
    assert report.text == SHOWN
    assert report.dateline is None


def test_a_relief_report_is_read_without_its_marks() -> None:
    fields = {"title": "Tamra: flash update", "body": STORY, "date": {"original": "2018-05-04T00:00:00+00:00"}}
    record = {"href": "https://x.example", "data": [{"id": "1", "fields": fields | {"url": "https://x.example/1"}}]}
    assert read(json.dumps(record), "list.json").text == SHOWN


def test_endless_open_marks_take_no_time() -> None:
    for piece in ("[", "**a", "_a", "[a](", "> ", "[a](("):
        assert len(unmarked(piece * 20_000)) == len(piece) * 20_000
