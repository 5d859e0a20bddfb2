"""The battery that kills programs finds nothing lost, and what is planted; made-up pages are as they should be."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import bench_adding
import kill_battery
from make_pages import made


def test_what_was_told_to_be_kept_survives_three_kills(new_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kill_battery, "LONGEST_LIFE", 1.0)
    tally = kill_battery.battery(new_address, 3, seed=5)
    assert (tally.lost, tally.half, tally.wrong) == (set(), set(), [])


def test_the_checker_finds_every_fault_that_is_planted(new_address: str) -> None:
    assert kill_battery.found_faults(new_address, seed=1) == list(kill_battery.FAULTS)


def test_a_page_that_was_told_to_be_kept_and_is_not_there_is_lost(new_address: str) -> None:
    page, coded = made(1)[0]
    tally = kill_battery.Tally()
    kill_battery._look(new_address, {page.id: (page, coded)}, tally, {page.id})
    assert tally.lost == {page.id}


def test_made_up_pages_are_the_same_for_one_seed_and_begin_alike() -> None:
    assert made(30, 3) == made(60, 3)[:30]
    assert made(5, 3) != made(5, 4)
    assert len({page.id for page, _ in made(300)}) == 300


def test_the_words_of_made_up_claims_stand_where_they_are_said_to() -> None:
    for _, coded in made(60):
        for event in coded.events:
            claim, said = event.claim, coded.report.text
            parts = [claim.trigger, claim.sentence, *(count.words for count in claim.counts)]
            for span in [*parts, *(one.words for one in (*event.places, *event.agents, *claim.sources))]:
                assert said[span.start : span.end] == span.text


def test_more_made_up_news_has_more_days_and_places() -> None:
    few, many = ({(event.date, event.places[0].name) for _, c in made(n) for event in c.events} for n in (100, 400))
    assert len(many) > 3 * len(few)


def test_the_measure_of_adding_has_a_row_for_each_n(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_adding, "WINDOW", 5)
    rows = bench_adding.measure(str(tmp_path / "a.db"), [5, 15], tmp_path)
    assert [row["n"] for row in rows] == [5, 15]
    assert all(row["median_ms"] > 0 and row["ratio"] > 0 and row["mb"] > 0 for row in rows)
