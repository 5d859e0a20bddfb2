"""Flat rows for spreadsheets."""

import csv
import io
from dataclasses import replace

import pytest

from dateline.model.event import Coded, Event
from dateline.publish.flat import COLUMNS, write_csv


def row_of(event: Event) -> dict[str, str]:
    """The row as a reader of CSV gets it."""
    file = io.StringIO()
    write_csv(file, [("pages/kalma.html", event)])
    (row,) = csv.DictReader(io.StringIO(file.getvalue()))
    return row


def test_a_row_has_the_records_values(coded: Coded) -> None:
    row = row_of(coded.events[0])
    assert tuple(row) == COLUMNS
    assert (row["page"], row["type"], row["start"], row["end"]) == (
        "pages/kalma.html", "air_strike", "2024-05-07", "2024-05-07",
    )  # fmt: skip
    assert (row["agents"], row["targets"], row["country"], row["lat"]) == ("Army", "civilians", "SD", "12.0")
    assert (row["said_by"], row["denied_by"], row["asserted"]) == ("Darfur Watch", "", "true")


def test_a_denial_stands_under_the_denier(coded: Coded) -> None:
    row = row_of(coded.events[1])
    assert (row["said_by"], row["denied_by"], row["asserted"]) == ("", "army", "false")


def test_what_is_unknown_is_empty(coded: Coded) -> None:
    row = row_of(coded.events[1])
    assert [row[name] for name in ("start", "country", "lat", "lon", "quantities", "voice")] == [""] * 6


def test_a_sentence_stays_on_one_line(coded: Coded) -> None:
    event = coded.events[0]
    broken = replace(event.claim.sentence, text="Two\n  lines")
    assert row_of(replace(event, claim=replace(event.claim, sentence=broken)))["sentence"] == "Two lines"


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"])
def test_text_of_a_page_never_runs_as_a_formula(coded: Coded, words: str) -> None:
    assert row_of(replace(coded.events[0], voice=words))["voice"] == f"'{words}"


def test_a_southern_latitude_is_no_formula(coded: Coded) -> None:
    event = coded.events[0]
    south = replace(event, places=(replace(event.places[0], lat=-4.2),))
    assert row_of(south)["lat"] == "-4.2"
