"""What people say of events changes what is listed, counted and merged, and never what was coded."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dateline.casebook import Casebook
from dateline.knowledge.versions import Versions
from dateline.model.errors import ReviewError
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.reviewing.saying import Said, say, undo
from dateline.store.filters import Wanted
from dateline.store.log import check_chain, entries
from dateline.store.logical import logical_hash
from dateline.store.recode import whole
from dateline.store.verify import faults


@pytest.fixture
def book(address: str, page: Page, coded: Coded) -> Iterator[Casebook]:
    with Casebook.open(address) as opened:
        opened.add(page, coded)
        yield opened


def kinds(book: Casebook) -> list[str]:
    with book.store.connected() as connection:
        assert check_chain(connection) == []
        return [one.kind for one in entries(connection)]


def listed(book: Casebook, **wanted: object) -> dict[str, str]:
    return {one.event.id: one.reviewed for one in book.store.events(Wanted(asserted=False, **wanted))}


def words(coded: Coded, text: str) -> dict[str, object]:
    start = coded.report.text.index(text)
    return {"text": text, "text_start": start, "text_end": start + len(text)}


def at_zalingei(coded: Coded) -> list[dict[str, object]]:
    place = {"name": "Zalingei", **words(coded, "Zalingei"), "role": "site", "precision": "town"}
    return [place | {"country": "SD", "lat": 12.9, "lon": 23.47}]


# ---- rejecting ----------------------------------------------------------------------------------
def test_a_rejected_event_leaves_lists_incidents_and_counts(book: Casebook, coded: Coded) -> None:
    bombing = coded.events[0].id
    counted = next(iter(book.store.pages())).events
    assert bombing in {t.event.id for one in book.incidents() for t in one.tellings}
    say(book, Said(kind="rejected", event=bombing), by="Amna")
    assert bombing not in listed(book)
    assert bombing not in {t.event.id for one in book.incidents() for t in one.tellings}
    assert bombing not in {event.id for one in book.store.newest() for event in one.events}
    assert next(iter(book.store.pages())).events == counted - 1
    assert kinds(book) == ["rejected"]


def test_what_was_coded_stays_as_it_was(book: Casebook, coded: Coded, page: Page) -> None:
    say(book, Said(kind="rejected", event=coded.events[0].id), by="Amna")
    say(book, Said(kind="corrected", event=coded.events[1].id, slot="agents", value=[]), by="Amna")
    with book.store.connected() as connection:
        assert whole(connection, page.id) == coded


def test_a_database_with_reviews_is_as_sound_as_without(book: Casebook, coded: Coded) -> None:
    def lines() -> list[str]:
        with book.store.connected() as connection:
            return [fault.line for fault in faults(connection)]

    before = lines()
    say(book, Said(kind="rejected", event=coded.events[0].id), by="Amna")
    say(book, Said(kind="corrected", event=coded.events[3].id, slot="type", value="shelling"), by="Amna")
    assert lines() == before


def test_what_is_undone_leaves_the_database_as_it_was(book: Casebook, coded: Coded) -> None:
    def number() -> str:
        with book.store.connected() as connection:
            return logical_hash(connection)

    before, incidents = number(), list(book.incidents())
    first = say(book, Said(kind="rejected", event=coded.events[0].id), by="Amna")
    assert number() != before
    undo(book, first.number, by="Amna")
    assert (number(), list(book.incidents())) == (before, incidents)
    assert kinds(book) == ["rejected", "undone"]


# ---- correcting ---------------------------------------------------------------------------------
def test_a_corrected_event_is_merged_listed_and_found_as_corrected(book: Casebook, coded: Coded) -> None:
    bombing = coded.events[0].id
    say(book, Said(kind="corrected", event=bombing, slot="places", value=at_zalingei(coded)), by="Amna")
    assert listed(book, place="Zalingei")[bombing] == "corrected"
    assert bombing not in listed(book, place="Kalma")
    (incident,) = book.of_events([bombing])
    assert incident.where is not None
    assert [place.name for place in incident.where.places] == ["Zalingei"]


def test_a_corrected_type_has_the_codes_of_that_type(book: Casebook, coded: Coded) -> None:
    bombing = coded.events[0].id
    say(book, Said(kind="corrected", event=bombing, slot="type", value="shelling"), by="Amna")
    found = next(one.event for one in book.store.events() if one.event.id == bombing)
    assert found.claim.type == "shelling"
    assert found.codes.acled is not None
    assert "Shelling" in found.codes.acled[1]
    assert bombing in listed(book, types=("shelling",))
    assert bombing not in listed(book, types=(coded.events[0].claim.type,))


def test_corrected_figures_are_those_that_the_incident_counts(book: Casebook, coded: Coded) -> None:
    three = {"kind": "killed", "who": "children", "low": 3, "high": 3, **words(coded, "three children")}
    bombing = coded.events[0].id
    say(book, Said(kind="corrected", event=bombing, slot="quantities", value=[three]), by="Amna")
    (incident,) = book.of_events([bombing])
    assert [(toll.kind, toll.low, toll.high) for toll in incident.tolls] == [("killed", 3, 3)]


@pytest.mark.parametrize(
    ("slot", "value", "told"),
    [
        ("type", "picnic", "no type of the codebook"),
        ("modality", "maybe", "none of occurred"),
        ("agents", "the army", "no list"),
        ("agents", ["the army"], "has no words"),
        ("agents", [{"name": "the army", "text": "the navy", "text_start": 3, "text_end": 11}], "does not stand at"),
        ("agents", [{"name": "x", "text_start": 0, "text_end": 5, "kind": "pirates"}], "agents"),
        ("places", [{"name": "x", "text_start": 0, "text_end": 5, "role": "site"}], "precision"),
        (
            "places",
            [{"name": "x", "text_start": 0, "text_end": 5, "role": "site", "precision": "town", "lat": 99, "lon": 1}],
            "no latitude",
        ),
        ("date", {"start": "2024-05-09", "end": "2024-05-08", "precision": "day"}, "lies before"),
        ("quantities", [{"kind": "killed", "who": "x", "text_start": 0, "text_end": 5, "low": 3, "high": 2}], "less"),
        (None, None, "say which slot"),
    ],
)
def test_a_value_that_a_slot_cannot_hold_is_refused_in_one_line(
    book: Casebook, coded: Coded, slot: str, value: object, told: str
) -> None:
    said = Said(kind="corrected", event=coded.events[0].id, slot=slot, value=value)  # type: ignore[arg-type]
    with pytest.raises(ReviewError, match=told) as error:
        say(book, said, by="Amna")
    assert "\n" not in str(error.value)
    assert kinds(book) == []


# ---- several reviewers --------------------------------------------------------------------------
def test_what_two_differ_on_stands_as_coded_until_it_is_settled(book: Casebook, coded: Coded) -> None:
    bombing = coded.events[0].id
    say(book, Said(kind="rejected", event=bombing), by="Amna")
    say(book, Said(kind="accepted", event=bombing), by="Idris")
    assert listed(book)[bombing] == "conflict"
    say(book, Said(kind="settled", event=bombing, whose="Amna"), by="Noor")
    assert bombing not in listed(book)


def test_who_has_not_seen_the_last_word_is_told_so(book: Casebook, coded: Coded) -> None:
    bombing = coded.events[0].id
    say(book, Said(kind="corrected", event=bombing, slot="agents", value=[], seen=0), by="Amna")
    with pytest.raises(ReviewError, match="Amna judged it meanwhile"):
        say(book, Said(kind="accepted", event=bombing, seen=0), by="Idris")
    say(book, Said(kind="accepted", event=bombing, seen=1), by="Idris")
    assert listed(book)[bombing] == "corrected"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"kind": "commented"}, "needs words"),
        ({"kind": "evidence"}, "evidence needs"),
        ({"kind": "evidence", "link": "javascript:alert(1)"}, "no web address"),
        ({"kind": "evidence", "file": "photo.jpg"}, "SHA-256"),
        ({"kind": "settled", "whose": "Amna"}, "nobody differs"),
    ],
)
def test_a_remark_that_says_nothing_is_refused(book: Casebook, coded: Coded, said: dict[str, str], told: str) -> None:
    with pytest.raises(ReviewError, match=told):
        say(book, Said(event=coded.events[0].id, **said), by="Amna")  # type: ignore[arg-type]


def test_an_event_that_is_not_here_cannot_be_judged(book: Casebook) -> None:
    with pytest.raises(ReviewError, match="no event is called so"):
        say(book, Said(kind="accepted", event="nothing"), by="Amna")


def test_evidence_and_comments_change_nothing_but_the_log(book: Casebook, coded: Coded) -> None:
    before = list(book.incidents())
    for more in ({"kind": "commented", "note": "odd"}, {"kind": "evidence", "link": "https://example.org/a"}):
        say(book, Said(event=coded.events[0].id, **more), by="Amna")  # type: ignore[arg-type]
    assert list(book.incidents()) == before
    assert kinds(book) == ["commented", "evidence"]


# ---- undoing ------------------------------------------------------------------------------------
def test_only_ones_own_word_is_taken_back_and_only_once(book: Casebook, coded: Coded) -> None:
    say(book, Said(kind="accepted", event=coded.events[0].id), by="Amna")
    with pytest.raises(ReviewError, match="is by Amna"):
        undo(book, 1, by="Idris")
    undo(book, 1, by="Idris", anyone=True)
    with pytest.raises(ReviewError, match="undone already"):
        undo(book, 1, by="Amna")
    with pytest.raises(ReviewError, match="is no judgement"):
        undo(book, 2, by="Idris")
    with pytest.raises(ReviewError, match="no entry 9"):
        undo(book, 9, by="Amna")


def test_a_split_is_undone_like_any_other_judgement(book: Casebook, page: Page, coded: Coded) -> None:
    other = Page(name="b.html", data=b"another page")
    report = replace(coded.report, page=other.name, id=other.id, outlet="Delta Post", agency=None, text="Short.")
    book.add(other, Coded(report=report, events=(replace(coded.events[0], id="other"),)))
    before = list(book.incidents())
    (together,) = (one for one in before if len(one.tellings) > 1)
    some, *rest = (telling.event.id for telling in together.tellings)
    book.split([some], rest, by="Amna")
    assert list(book.incidents()) != before
    undo(book, 1, by="Amna")
    assert list(book.incidents()) == before


# ---- coding anew --------------------------------------------------------------------------------
def test_a_review_stays_with_its_event_when_the_page_is_coded_anew(book: Casebook, page: Page, coded: Coded) -> None:
    bombing = coded.events[0].id
    say(book, Said(kind="corrected", event=bombing, slot="agents", value=[]), by="Amna")
    book.recode(page, coded, Versions(codebook="2", dateline="2"))
    (found,) = (one for one in book.store.events() if one.event.id == bombing)
    assert (found.reviewed, found.event.agents, found.made_by.dateline) == ("corrected", (), "2")


def test_a_review_is_carried_over_to_the_event_that_stands_for_the_one_that_is_gone(
    book: Casebook, page: Page, coded: Coded
) -> None:
    say(book, Said(kind="rejected", event=coded.events[0].id), by="Amna")
    now = replace(coded.events[0], id="now")
    book.recode(page, replace(coded, events=(now, *coded.events[1:])))
    assert "now" not in listed(book)
    assert kinds(book) == ["rejected", "carried"]


def test_a_review_of_an_event_that_is_lost_waits_for_it(book: Casebook, page: Page, coded: Coded) -> None:
    say(book, Said(kind="rejected", event=coded.events[0].id), by="Amna")
    book.recode(page, replace(coded, events=coded.events[1:]))
    assert kinds(book) == ["rejected", "orphaned"]
    book.recode(page, coded)
    assert coded.events[0].id not in listed(book)


def test_a_correction_finds_its_words_in_a_text_that_was_read_anew(book: Casebook, page: Page, coded: Coded) -> None:
    bombing = coded.events[0].id
    say(book, Said(kind="corrected", event=bombing, slot="places", value=at_zalingei(coded)), by="Amna")
    longer = replace(
        coded, report=replace(coded.report, text=coded.report.text.replace("In March", "Long ago, in March"))
    )
    book.recode(page, longer)
    (found,) = (one.event for one in book.store.events() if one.event.id == bombing)
    span = found.places[0].words
    assert longer.report.text[span.start : span.end] == span.text == "Zalingei"
