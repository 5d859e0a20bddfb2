"""A wire report and three pages that retell, copy and contradict it: what happened, by whose word, and who holds what.

The wire report lies in the folder `shared` beside the checkout; without it these tests are skipped.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.casebook import Casebook
from dateline.ingest.pages import pages
from dateline.ledger.control import control
from dateline.ledger.moves import moves
from dateline.ledger.sums import casualties
from dateline.merge.campaigns import totals_over
from dateline.model.incident import Incident
from dateline.model.text import Page
from dateline.pipeline import Coder

HERE = Path(__file__).resolve().parent
WIRE = HERE.parents[2] / "shared" / "gold" / "dev" / "idlib-2019-08-30.txt"

pytestmark = pytest.mark.skipif(not WIRE.is_file(), reason=f"no wire report at {WIRE}: merging it is NOT measured")


def copied() -> Page:
    """The wire report's story as another outlet would print it, cut after its last paragraphs."""
    text = WIRE.read_text(encoding="utf-8")
    story = text[text.index("BEIRUT (Reuters)") : text.index("Latest comments")]
    head = "Government troops advance in Idlib, opposition says\n\nThe Gulf Post\nPublished 30 August 2019\n\n"
    return Page(name="copied.txt", data=(head + story).encode())


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    found = [page for page in pages([str(WIRE), str(HERE / "idlib_pages")], None) if isinstance(page, Page)]
    read = [*found, copied()]
    with Casebook.open(tmp_path_factory.mktemp("four") / "dateline.db") as opened:
        for page, coded in zip(read, Coder().code_many(read), strict=True):
            opened.add(page, coded)
        yield opened


@pytest.fixture(scope="module")
def raid(book: Casebook) -> Incident:
    """The air strike on Maraat al-Numan with its dead."""
    (found,) = [
        one
        for one in book.incidents()
        if one.type == "air_strike" and one.where and "Numan" in one.where.places[0].name and one.tolls
    ]
    return found


def names(tellings: Iterator[str]) -> set[str]:
    return {Path(name).name for name in tellings}


def test_the_copy_is_folded(book: Casebook) -> None:
    (copy,) = [page for page in book.store.pages() if page.copy_of]
    assert copy.name == "copied.txt"
    assert "copied.txt" not in names(t.page for one in book.incidents() for t in one.tellings)


def test_the_raid_has_its_sources_and_is_disputed(raid: Incident) -> None:
    assert names(t.page for t in raid.tellings) == {"idlib-2019-08-30.txt", "retold.txt", "contradicted.txt"}
    assert raid.status == "disputed"
    assert {voice.speaker for t in raid.tellings for voice in t.denials} == {"Syrian army"}
    assert {"rescue workers", "Reuters"} <= {voice.speaker for t in raid.tellings for voice in t.voices}


def test_both_figures_of_its_dead_stand_side_by_side(raid: Incident) -> None:
    (toll,) = [one for one in raid.tolls if one.kind == "killed"]
    assert (toll.low, {figure.low for figure in toll.figures}) == (12, {12, 16})
    assert [(part.who, part.low) for part in toll.parts] == [("children", 5)]


def test_the_denial_of_harm_to_civilians_at_large_is_general(book: Casebook) -> None:
    denials = [s for coded in book.store.newest() for e in coded.events for s in e.claim.sources if s.denial]
    assert {(s.name, s.denial) for s in denials} >= {("Moscow", "general"), ("Damascus", "general")}


def test_the_town_taken_is_held_since_then_and_the_one_closer_to_capture_is_not(book: Casebook) -> None:
    found, asides = moves(tuple(book.incidents()), tuple(book.store.newest()))
    lines = {line.spot.name: line for line in control(found, asides, date(2019, 8, 31)).holdings}
    taken = lines["Khan Sheikhoun"]
    assert taken.standing == "held"
    assert {"government of Syria"} <= {holder.name for holder in taken.holders}
    assert taken.since is not None
    assert abs((taken.since.start - date(2019, 8, 20)).days) <= 2
    assert [lines[name].holders for name in lines if "Tamaneh" in name] == [()]


def test_the_half_million_is_in_no_toll(book: Casebook) -> None:
    incidents, coded = tuple(book.incidents()), tuple(book.store.newest())
    assert not [toll for one in incidents for toll in one.tolls if toll.low == 500_000]
    assert {toll.low for total in totals_over(coded, incidents) for toll in total.tolls} >= {500_000}
    assert all(tally.range.low < 1000 for tally in casualties(incidents, coded, "month").all.tallies)
