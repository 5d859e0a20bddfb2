"""Plain text of very many lines is read within limits."""

import pytest

from dateline.ingest.caps import Caps
from dateline.ingest.plain import read_plain
from dateline.ingest.refusal import Refused
from dateline.ingest.report import ingest
from dateline.ingest.text_guard import MANY_LINES, read_text_guarded
from dateline.model.text import Page
from inputs_made import STORY

LONG = f"Harbour shelled\n\n{STORY}\n" + "\n" * MANY_LINES + "Home\n"


def test_a_text_of_many_lines_gives_the_same_story_from_a_child() -> None:
    story = read_text_guarded(LONG, Caps())
    assert story == read_plain(LONG)
    assert story.text.startswith("Shells fell on the harbour")


def test_a_common_page_needs_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("dateline.ingest.text_guard.run_limited")
    assert read_text_guarded(STORY, Caps()).text


def test_a_flood_of_lines_is_given_up() -> None:
    with pytest.raises(Refused, match="cap seconds"):
        read_text_guarded("a\n" * 900_000, Caps(seconds=1.0))
    report = ingest(Page(name="a", data=b"a\n" * 900_000), Caps(seconds=1.0))
    assert report.status == "quarantined"
    assert report.reason == "the text cannot be read: reading it took longer than 1 s (cap seconds)"
