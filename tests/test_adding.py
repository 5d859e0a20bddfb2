"""An event that the coder missed is added to the log and counts from then on; taken back, all is as it was."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from dateline.casebook import Casebook
from dateline.model.errors import ReviewError
from dateline.model.event import Coded, Event
from dateline.model.review import ADDED
from dateline.model.text import Page
from dateline.review.mistakes import MISSED
from dateline.reviewing import desk
from dateline.reviewing.adding import Missed, add
from dateline.reviewing.saying import Said, say, undo
from dateline.store.audit_frame import frame
from dateline.store.filters import Wanted
from dateline.store.log import Logged, check_chain, entries
from dateline.store.logical import logical_hash
from dateline.store.verify import faults

WORDS = "leads the front"


@pytest.fixture
def book(address: str, page: Page, coded: Coded) -> Iterator[Casebook]:
    with Casebook.open(address) as opened:
        opened.add(page, coded)
        yield opened


def missed(coded: Coded, words: str = WORDS, kind: str = "talks") -> Missed:
    start = coded.report.text.index(words)
    return Missed(page_id=coded.report.id, type=kind, start=start, end=start + len(words))


def added(book: Casebook, coded: Coded) -> tuple[Logged, Event]:
    """The entry of an event that was added, and the event."""
    logged = add(book, missed(coded), by="Amna")
    return logged, listed(book)[logged.record["event"]]


def listed(book: Casebook) -> dict[str, Event]:
    return {one.event.id: one.event for one in book.store.events(Wanted(asserted=False))}


def kinds(book: Casebook) -> list[str]:
    with book.store.connected() as connection:
        assert check_chain(connection) == []
        return [one.kind for one in entries(connection)]


def number_of(book: Casebook) -> str:
    with book.store.connected() as connection:
        return logical_hash(connection)


def lines_of_faults(book: Casebook) -> list[str]:
    with book.store.connected() as connection:
        return [fault.line for fault in faults(connection)]


def test_an_added_event_is_listed_counted_and_merged(book: Casebook, coded: Coded) -> None:
    counted = next(iter(book.store.pages())).events
    logged, event = added(book, coded)
    assert (event.claim.type, event.claim.trigger.text, event.claim.rule) == ("talks", WORDS, ADDED)
    assert coded.report.text[event.claim.sentence.start :].startswith(event.claim.sentence.text)
    assert event.claim.sentence.covers(event.claim.trigger)
    assert event.id in {told.event.id for one in book.incidents() for told in one.tellings}
    assert next(iter(book.store.pages())).events == counted + 1
    assert kinds(book) == ["added"] and logged.by == "Amna"


def test_a_database_with_an_added_event_is_as_sound_as_without(book: Casebook, coded: Coded) -> None:
    before = lines_of_faults(book)
    added(book, coded)
    assert lines_of_faults(book) == before


def test_what_is_taken_back_leaves_the_database_as_it_was(book: Casebook, coded: Coded) -> None:
    before, incidents, wrong = number_of(book), list(book.incidents()), lines_of_faults(book)
    logged, event = added(book, coded)
    say(book, Said(kind="corrected", event=event.id, slot="modality", value="planned"), by="Idris")
    undo(book, logged.number, by="Amna")
    assert (number_of(book), list(book.incidents())) == (before, incidents)
    assert kinds(book) == ["added", "corrected", "undone"]
    assert lines_of_faults(book) == wrong


def test_its_fields_are_said_as_those_of_any_event(book: Casebook, coded: Coded) -> None:
    _, event = added(book, coded)
    say(book, Said(kind="corrected", event=event.id, slot="modality", value="planned"), by="Amna")
    assert listed(book)[event.id].claim.modality == "planned"


def test_it_is_reviewed_by_who_added_it(book: Casebook, coded: Coded) -> None:
    _, event = added(book, coded)
    one = desk.on_desk(book, event.id)
    assert one is not None and one.told.review.standing == "accepted"
    assert desk.progress(book).done == 1


def test_it_is_a_mistake_of_the_coder_that_it_was_missed_and_no_other(book: Casebook, coded: Coded) -> None:
    _, event = added(book, coded)
    say(book, Said(kind="corrected", event=event.id, slot="type", value="protest"), by="Amna")
    (found,) = desk.mistakes_found(book)
    assert (found.slot, found.type, found.wrong, found.reviewed) == (MISSED, "protest", 1, 1)
    assert (found.examples[0].coded, found.examples[0].right) == ("no event", WORDS)
    say(book, Said(kind="rejected", event=event.id), by="Amna")
    assert desk.mistakes_found(book) == ()


def test_it_stands_in_the_gold_of_its_report(book: Casebook, coded: Coded) -> None:
    added(book, coded)
    assert list(desk.gold_reports(book)) == [], "what the coder found is not reviewed yet"
    for event in coded.events:
        say(book, Said(kind="accepted", event=event.id), by="Amna")
    (gold,) = desk.gold_reports(book)
    assert [one["trigger"] for one in gold.coding["events"] if one["type"] == "talks"] == [WORDS]


def test_no_audit_draws_it_since_it_says_nothing_of_the_coder(book: Casebook, coded: Coded) -> None:
    _, event = added(book, coded)
    with book.store.connected() as connection:
        drawn = {one.event for one in frame(connection, None)}
    assert drawn and event.id not in drawn


def test_what_is_told_already_is_not_added_again(book: Casebook, coded: Coded) -> None:
    add(book, missed(coded), by="Amna")
    with pytest.raises(ReviewError, match="already"):
        add(book, missed(coded, "Tahir leads"), by="Idris")
    assert kinds(book) == ["added"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"type": "nonsense"}, "no type"),
        ({"start": 5, "end": 5}, "no words"),
        ({"end": 10**6}, "no words"),
        ({"page_id": "sha256:0"}, "no report"),
    ],
)
def test_what_cannot_stand_is_refused_in_one_line(
    book: Casebook, coded: Coded, wrong: dict[str, Any], said: str
) -> None:
    with pytest.raises(ReviewError, match=said) as refused:
        add(book, replace(missed(coded), **wrong), by="Amna")
    assert "\n" not in str(refused.value)
    assert kinds(book) == []


# ---- the page is coded anew -----------------------------------------------------------------------
def test_it_stays_when_its_page_is_coded_anew(book: Casebook, coded: Coded, page: Page) -> None:
    book.recode(page, coded)
    _, event = added(book, coded)
    before = number_of(book)
    found = book.recode(page, coded)
    assert not found.changes.any
    assert number_of(book) == before
    assert listed(book)[event.id] == event


def test_words_that_moved_are_found_again_and_what_was_said_holds(book: Casebook, coded: Coded, page: Page) -> None:
    logged, event = added(book, coded)
    say(book, Said(kind="corrected", event=event.id, slot="modality", value="planned"), by="Amna")
    text = "News. " + coded.report.text
    book.recode(page, replace(coded, report=replace(coded.report, text=text), events=(), relations=()))
    (found,) = listed(book).values()
    assert text[found.claim.trigger.start : found.claim.trigger.end] == WORDS
    assert found.claim.modality == "planned"
    assert found.id != event.id
    assert lines_of_faults(book) == []
    undo(book, logged.number, by="Amna")
    assert listed(book) == {}


def test_words_that_are_gone_tell_nothing(book: Casebook, coded: Coded, page: Page) -> None:
    _, event = added(book, coded)
    book.recode(page, replace(coded, report=replace(coded.report, text="Nothing."), events=(), relations=()))
    assert listed(book) == {}
    book.recode(page, coded)
    assert event.id in listed(book)


def test_what_the_coder_tells_now_is_told_once(book: Casebook, coded: Coded, page: Page) -> None:
    _, event = added(book, coded)
    told = replace(event, claim=replace(event.claim, rule="talks"), voice="Radio")
    book.recode(page, replace(coded, events=(*coded.events, told)))
    assert listed(book)[event.id].claim.rule == "talks"
    assert len(listed(book)) == len(coded.events) + 1
