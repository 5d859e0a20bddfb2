"""What stands behind a story."""

import pytest

from dateline.ingest.tail import peel_end, pieces

STORY = "The harbour was shelled all night. Nobody claimed the attack."


@pytest.mark.parametrize("glued", ["Twitter", "Read Also", "English Bulletin", "Facebook Twitter Linkedin Mail", "12"])
def test_furniture_behind_the_last_stop_goes(glued: str) -> None:
    assert peel_end(f"{STORY} {glued}").text == STORY


@pytest.mark.parametrize(
    ("mark", "agency"), [("--Reuters", "Reuters"), ("-AFP", "AFP"), ("(Xinhua)", "Xinhua"), ("Source AA", "Anadolu")]
)
def test_the_agency_at_the_end_is_read(mark: str, agency: str) -> None:
    found = peel_end(f"{STORY} {mark}")
    assert (found.text, found.agency) == (STORY, agency)


def test_the_agency_behind_the_stop_without_a_space() -> None:
    assert peel_end(f"{STORY}-AFP").text == STORY


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("Ann/ Bob", ("Ann", "Bob")),
        ("Ann Writer", ("Ann Writer",)),
        ("(Reporting by Ann Writer and Bob Penn; Editing by Carl Boss)", ("Ann Writer", "Bob Penn")),
        ("Example News' Ann Writer contributed to this report.", ("Ann Writer",)),
    ],
)
def test_the_writers_at_the_end_are_the_byline(credit: str, names: tuple[str, ...]) -> None:
    found = peel_end(f"{STORY} {credit}")
    assert (found.text, found.byline) == (STORY, names)


@pytest.mark.parametrize(
    "last",
    [
        "Share prices fell on Monday.",
        "Related Forces took two villages. They later left.",
        "Twitter said that it had shut the account of the rebels.",
        "Comments by the minister were not published.",
        "He was told to leave without permission.",
        "It is the second attack since March 2011",
        "Doctors counted 12",
    ],
)
def test_the_storys_last_sentence_stays(last: str) -> None:
    text = f"{STORY} {last}"
    assert peel_end(text).text == text


def test_a_notice_of_the_outlet_goes_with_what_follows() -> None:
    notice = "Sign up for our morning letter. It comes at six."
    found = peel_end(f"{STORY} {notice}")
    assert found.text == STORY
    assert found.dropped[0][0] == notice


def test_an_editors_mark_goes_and_is_shown() -> None:
    found = peel_end(f"{STORY} SSH 11")
    assert (found.text, found.dropped[0][0]) == (STORY, "SSH 11")


def test_what_was_glued_behind_the_story_comes_apart_by_sentence() -> None:
    glued = "Related News The bridge is open. Follow us on Chirper. Subscribe to our letter"
    assert pieces(glued) == ["Related News The bridge is open.", "Follow us on Chirper.", "Subscribe to our letter"]


def test_an_abbreviation_does_not_part_what_was_glued() -> None:
    assert pieces("Source U.S. Army") == ["Source U.S. Army"]
