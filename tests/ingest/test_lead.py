"""What stands in front of a story."""

from dateline.ingest.credits import Peeled
from dateline.ingest.headline import title_pattern
from dateline.ingest.lead import peel_front

TITLE = "Nine killed in harbour raid Monitor"
STORY = "Nine people were killed in a raid on the harbour, a monitoring group said on Sunday."


def front(text: str, *, cased: bool = True) -> Peeled:
    return peel_front(text, title_pattern(TITLE), cased=cased)


def test_headline_agency_and_date_come_off_whatever_their_order() -> None:
    for text in (f"{TITLE} AFP Sunday 3 Jul 2016 {STORY}", f"Sunday 3 Jul 2016 {TITLE}. {STORY}", f"{TITLE} {STORY}"):
        assert front(text).text == STORY


def test_the_agency_in_front_of_a_date_is_read() -> None:
    assert front(f"AFP Sunday 3 Jul 2016 {STORY}").agency == "AFP"


def test_an_agency_that_acts_in_the_story_is_left_in_it() -> None:
    text = "AFP said on Sunday that one of its reporters was missing."
    assert front(text) == Peeled(text=text)


def test_a_dateline_is_no_part_of_the_text() -> None:
    found = front(f"BEIRUT (Reuters) - {STORY}")
    assert (found.text, found.dateline, found.agency) == (STORY, "BEIRUT", "Reuters")


def test_who_posted_it_before_the_headline_goes() -> None:
    found = front(f"Posted on July 20 2016 by The Example {TITLE} {STORY}")
    assert found.text == STORY
    assert found.own[0].kind == "published"


def test_a_credit_between_standfirst_and_story_makes_a_paragraph() -> None:
    found = front(f"A raid has shaken the harbour AFP Friday 10 Oct 2014 {STORY}")
    assert found.text == f"A raid has shaken the harbour\n\n{STORY}"
    assert found.agency == "AFP"


def test_a_list_of_tags_goes_and_the_sentence_after_it_stays() -> None:
    found = front(f"A raid has shaken the harbour. Tags Harbour Coast Navy war {STORY}")
    assert found.text == f"A raid has shaken the harbour.\n\n{STORY}"
    assert found.dropped == (("Tags Harbour Coast Navy war", "is a list of tags"),)


def test_a_standfirst_that_the_story_repeats_is_told_once() -> None:
    assert front(f"{STORY} {STORY} More followed.").text == f"{STORY} More followed."


def test_an_announced_date_is_dropped_and_a_bare_one_only_read() -> None:
    assert front(f"Date of publication 9 August 2016 {STORY}").dropped[0][0] == "Date of publication 9 August 2016"
    assert front(f"9 August 2016 {STORY}").dropped == ()


def test_a_story_with_nothing_in_front_is_left_alone() -> None:
    assert front(STORY) == Peeled(text=STORY)
