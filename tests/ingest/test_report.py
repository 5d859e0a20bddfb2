"""Pages become reports."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest import html_guard
from dateline.ingest.caps import Caps
from dateline.ingest.pages import Unreadable
from dateline.ingest.report import ingest
from dateline.model.text import Page, Report

CAPS = Caps()
PAGE = """Get 20% Off

Rebels shell harbour as army sends troops - residents

Published 04/05/2018, 22:50
Updated 04/05/2018, 23:10
Rebels shell harbour as army sends troops - residents

By Ann Writer

EXAMPLIA (Reuters) - Rebels shelled the harbour for a second night, killing four people, residents said on Friday.

The army sent two battalions to the coast last week.Ships were seen off the port, according to a fisherman on the quay.

3rd party Ad. Not an offer or recommendation by the Coast Herald.

The governor denied that civilians had been hit and called on both sides to keep the truce signed on 26/04/2018.

Latest comments
© 2015-2018 - Coast Herald Media. All Rights Reserved.
"""


def report(text: str | bytes) -> Report:
    return ingest(Page(name="page", data=text if isinstance(text, bytes) else text.encode()))


def test_a_page_with_all_its_furniture() -> None:
    found = report(PAGE)
    assert found.status == "coded"
    assert found.title == "Rebels shell harbour as army sends troops - residents"
    assert (found.dateline, found.agency, found.byline) == ("EXAMPLIA", "Reuters", ("Ann Writer",))
    assert (found.published, found.updated) == ("2018-05-04T22:50", "2018-05-04T23:10")
    assert found.outlet == "Coast Herald Media"
    assert found.language == "en"
    assert found.clashes == ()


def test_the_text_is_the_story_and_nothing_else() -> None:
    paragraphs = report(PAGE).text.split("\n\n")
    assert [paragraph[:12] for paragraph in paragraphs] == ["Rebels shell", "The army sen", "The governor"]
    assert "last week. Ships" in paragraphs[1]


def test_what_is_dropped_has_its_place_in_the_page_and_a_reason() -> None:
    found = report(PAGE).dropped
    assert len(found) == 6
    assert all(PAGE[drop.page_start : drop.page_end] == drop.text and drop.reason for drop in found)
    assert [drop.page_start for drop in found] == sorted(drop.page_start for drop in found)


def test_the_id_is_the_hash_of_the_bytes() -> None:
    data = PAGE.encode()
    assert report(data).id == "sha256:" + hashlib.sha256(data).hexdigest()


def test_the_same_bytes_make_the_same_report() -> None:
    assert report(PAGE) == report(PAGE)


def test_a_page_in_one_paragraph() -> None:
    found = report(
        "Nine killed in harbour raid Monitor\n\nPublished 05/07/2016\n\n"
        "Nine killed in harbour raid Monitor AFP Friday 8 Jul 2016 Nine people were killed in a raid on the harbour, a "
        "monitoring group said on Friday. Rescue workers were still looking for others in the ruins of the market. 12\n"
    )
    assert found.text.startswith("Nine people were killed in a raid")
    assert found.text.endswith("the market.")
    assert (found.agency, found.published) == ("AFP", "2016-07-05")
    assert [(clash.page_says, clash.text_says) for clash in found.clashes] == [("2016-07-05", "2016-07-08")]


def test_a_page_in_small_letters() -> None:
    found = report(
        "This story is from March 15, 2002\n\nnew town: police opened fire on a crowd that had burned shops in the "
        "old market on thursday, and two people were hurt, the police commissioner said.\n"
    )
    assert (found.dateline, found.published) == ("new town", "2002-03-15")
    assert found.text.startswith("police opened fire")


def test_a_headline_run_in_to_the_only_paragraph() -> None:
    found = report(
        '"Navy Captures Two Smugglers in Blow to Coastal Gang. The navy arrested two men called ""the brothers"" '
        'in a raid on the island before dawn, and said that more arrests would follow in the weeks to come. "'
    )
    assert found.title == "Navy Captures Two Smugglers in Blow to Coastal Gang"
    assert found.text.startswith("The navy arrested two men")
    assert '"the brothers"' in found.text


def test_a_byline_over_two_lines() -> None:
    story = PAGE.split("EXAMPLIA")[1]
    found = report(f"Rebels shell harbour again\nBy\nAnn Writer\n4 May 2018\nEXAMPLIA{story}")
    assert found.byline == ("Ann Writer",)
    assert "Ann Writer" not in found.text


def test_a_date_far_below_the_story_is_another_reports() -> None:
    story = [line for line in PAGE.splitlines() if len(line) > 100]
    found = report("\n\n".join(["Rebels shell harbour again", *story, "Another report", "28/05/2018"]))
    assert found.published is None


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.4 something", "failed"),
        (b"\0\1\2\3", "failed"),
        (b"x" * (CAPS.page_bytes + 1), "too_large"),
        (b"word " * (CAPS.text_bytes // 5 + 1), "too_large"),
        (b"Home\nWorld\nSport\n", "empty"),
    ],
)
def test_a_page_without_a_story_says_why(data: bytes, status: str) -> None:
    found = report(data)
    assert found.status == status
    assert found.reason
    assert found.text == ""


def test_another_language_is_not_coded_but_its_text_is_kept() -> None:
    found = report(
        "Die Armee teilte am Montag mit, dass ihre Soldaten die Stadt nach einer Woche schwerer Kämpfe mit den "
        "Rebellen verlassen haben, und bat die Bewohner, vorerst nicht in ihre Häuser zurückzukehren."
    )
    assert (found.status, found.language) == ("unsupported_language", "de")
    assert found.text


def test_html_is_told_from_text_by_what_stands_in_it() -> None:
    story = " ".join(line for line in PAGE.splitlines() if len(line) > 100)
    found = report(f"<html><body><article><p>{story}</p></article></body></html>")
    assert "<p>" not in found.text
    assert "The governor denied" in found.text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_text_makes_it_fail_and_offsets_stay_inside_the_page(text: str) -> None:
    found = report(text.encode("utf-8", errors="ignore"))
    assert all(0 <= drop.page_start <= drop.page_end <= len(text) + 1 for drop in found.dropped)


def test_a_line_of_place_and_date_above_the_story_dates_it_and_is_no_part_of_it() -> None:
    story = "Fishermen blocked the coast road on Monday to protest against the new harbour dues, local officials said."
    found = report(
        f"La Costa Libre - English edition\n\nFishermen block the coast road\n\nAzmar, May 7, 2018\n\n{story}\n"
    )
    assert (found.title, found.outlet) == ("Fishermen block the coast road", "La Costa Libre")
    assert (found.published, found.dateline) == ("2018-05-07", "Azmar")
    assert found.text == story


def test_a_page_that_could_not_be_read_has_failed_for_the_reason_given() -> None:
    found = ingest(Unreadable(name="gone.txt", reason="No such file or directory"))
    assert (found.page, found.status, found.reason) == ("gone.txt", "failed", "No such file or directory")
    assert found.id == "sha256:" + hashlib.sha256(b"gone.txt").hexdigest()


def test_a_page_that_was_refused_has_the_status_that_its_reader_gave_it() -> None:
    found = ingest(Unreadable(name="a.gz", reason="a bomb", status="quarantined", data=b"bomb"))
    assert (found.status, found.id) == ("quarantined", "sha256:" + hashlib.sha256(b"bomb").hexdigest())


def test_caps_are_settable_and_named_where_they_are_hit() -> None:
    page = Page(name="a", data=PAGE.encode())
    assert "cap page_bytes" in str(ingest(page, Caps(page_bytes=100)).reason)
    assert "cap text_bytes" in str(ingest(page, Caps(text_bytes=100)).reason)
    html = Page(name="a", data=f"<html><body><p>{PAGE}</p></body></html>".encode())
    assert ingest(html, Caps(text_bytes=100)).status == "too_large"


def test_a_page_of_html_with_too_many_tags_is_read_with_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    story = " ".join(line for line in PAGE.splitlines() if len(line) > 100)
    page = Page(name="a", data=f"<html><body><p>{story}</p>{'<div>' * 100}</body></html>".encode())
    whole = ingest(page)
    monkeypatch.setattr(html_guard, "MANY_TAGS", 50)
    assert ingest(page) == whole
    stopped = ingest(page, Caps(seconds=0.01))
    assert (stopped.status, "longer than 0.01 s" in str(stopped.reason)) == ("quarantined", True)
