"""What differs between two codings of a page is named, slot by slot; and what stands for an event that is gone."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_made import bare
from dateline.model.event import Coded, Codes, Confidence, Event
from dateline.model.text import Report, Span
from dateline.store.changes import FIELDS, SLOTS, changes, stands_for

FIRST, SECOND = "Shells hit the market in Tamra.", "Gunmen seized two drivers."
REPORT = Report(page="a.html", id="sha256:a", text=f"{FIRST} {SECOND}", status="coded")
SURE = Confidence(record=1, type=1, agents=1, targets=1, places=1, date=1, quantities=1, sources=1)


def an_event(id: str, trigger: str, sentence: str = FIRST, kind: str = "shelling", text: str = REPORT.text) -> Event:
    spans = [Span(text.index(words), text.index(words) + len(words), words) for words in (trigger, sentence)]
    return Event(
        id=id, claim=bare(kind, *spans), background=False, agents=(), targets=(), places=(), date=None, voice=None,
        codes=Codes(), confidence=SURE,
    )  # fmt: skip


def a_coding(*events: Event, **known: object) -> Coded:
    return Coded(report=replace(REPORT, **known), events=events)


HIT = an_event("hit", "hit")
SEIZED = an_event("seized", "seized", SECOND, "abduction")


def test_of_the_same_coding_nothing_differs(coded: Coded) -> None:
    found = changes(coded, coded)
    assert not found.any
    assert found.same == len(coded.events)


def test_events_that_come_and_go_are_named() -> None:
    found = changes(a_coding(HIT), a_coding(SEIZED))
    assert (found.new, found.gone, found.changed, found.same) == (("seized",), ("hit",), {}, 0)
    assert found.any


@pytest.mark.parametrize("slot", ["agents", "targets", "places", "date"])
def test_a_slot_that_differs_is_named(coded: Coded, slot: str) -> None:
    first, *rest = coded.events
    other = replace(first, **{slot: None if slot == "date" else ()})
    found = changes(coded, replace(coded, events=(other, *rest)))
    assert found.changed == {first.id: (slot,)}
    assert found.same == len(rest)


@pytest.mark.parametrize(
    ("slot", "known"),
    [("modality", {"modality": "planned"}), ("quantities", {"counts": ()}), ("sources", {"sources": ()}),
     ("means", {"means": "drone"}), ("extent", {"extent": "part"})],
)  # fmt: skip
def test_a_slot_of_the_claim_that_differs_is_named(coded: Coded, slot: str, known: dict[str, object]) -> None:
    first, *rest = coded.events
    other = replace(first, claim=replace(first.claim, **known))
    assert changes(coded, replace(coded, events=(other, *rest))).changed == {first.id: (slot,)}


def test_how_sure_the_program_is_and_by_which_rule_makes_no_difference() -> None:
    other = replace(HIT, confidence=replace(SURE, record=0.5), claim=replace(HIT.claim, rule="shelling/2"))
    assert not changes(a_coding(HIT), a_coding(other)).any


def test_fields_of_the_report_that_differ_are_named_but_not_that_it_is_a_copy() -> None:
    assert changes(a_coding(), a_coding(title="Shells", published="2024-05-08")).report == ("title", "published")
    assert not changes(a_coding(status="copy", reason="the same story as b.html"), a_coding()).any
    assert changes(a_coding(status="empty"), a_coding()).report == ("status",)


@given(st.sampled_from(sorted(SLOTS)), st.dates(date(2020, 1, 1), date(2024, 1, 1)))
def test_every_slot_can_be_read_of_every_event(slot: str, day: date) -> None:
    dated = replace(HIT, voice=day.isoformat())
    assert (SLOTS[slot](HIT) == SLOTS[slot](dated)) is (slot != "voice")
    assert all(read(REPORT) == read(REPORT) for read in FIELDS.values())


# ---- what stands for an event that is gone ------------------------------------------------------
def test_an_event_whose_sentence_is_cut_otherwise_stands_for_the_one_before() -> None:
    longer = an_event("longer", "hit", REPORT.text)
    assert stands_for(HIT, a_coding(HIT), a_coding(longer)) == longer


def test_of_several_events_the_one_that_overlaps_most_stands_for_it() -> None:
    far, near = an_event("far", "seized", "Gunmen seized"), an_event("near", "hit", "Shells hit the market")
    assert stands_for(HIT, a_coding(HIT), a_coding(far, near)) == near
    assert stands_for(HIT, a_coding(HIT), a_coding(far)) is None


def test_of_several_in_one_sentence_the_one_with_its_trigger_and_then_its_type_stands_for_it() -> None:
    beside, raid = an_event("beside", "market", kind="shelling"), an_event("raid", "hit", kind="air_strike")
    assert stands_for(HIT, a_coding(HIT), a_coding(beside, raid)) == raid
    again = an_event("again", "hit")
    assert stands_for(HIT, a_coding(HIT), a_coding(raid, again)) == again


def test_another_event_that_was_told_beside_it_does_not_stand_for_it() -> None:
    seized = an_event("beside", "market", FIRST, "abduction")
    assert stands_for(HIT, a_coding(HIT, seized), a_coding(seized)) is None
    assert stands_for(HIT, a_coding(HIT), a_coding(seized)) == seized


def test_in_a_text_that_is_cut_otherwise_its_words_are_looked_for() -> None:
    text = f"TAMRA - {REPORT.text} {FIRST}"
    moved = an_event("moved", "hit", text=text)
    assert stands_for(HIT, a_coding(HIT), a_coding(moved, text=text)) == moved
    assert stands_for(HIT, a_coding(HIT), a_coding(moved, text=text.replace("Shells", "Rounds"))) is None
