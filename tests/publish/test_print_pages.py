"""Pages of a store printed: as lines that keep their schema, as CSV, and as a table that hides no reason."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema
import pytest
from rich.console import Console

from dateline.publish.listing import pages_table, shortened
from dateline.publish.page_lines import COLUMNS, page_line, write_pages_csv
from dateline.publish.schema import schema
from dateline.store.store import StoredPage

REASON = "the entry has neither a full text nor a link, and the feed that it stands in says no more of it"
LONG = "exports/harbour-district-2024.wacz!https://paper.example/world/2024/05/08/ferry-shelled-off-the-northern-pier"


@pytest.fixture
def stored() -> StoredPage:
    return StoredPage(
        id="sha256:1",
        name=LONG,
        title="Ferry shelled",
        outlet=None,
        published="2024-05-08",
        status="failed",
        reason=REASON,
        added=datetime(2024, 5, 9, 6, 30, tzinfo=UTC),
        size=12,
        events=3,
    )


def printed(pages: list[StoredPage], names: dict[str, str], width: int) -> str:
    screen = Console(file=io.StringIO(), width=width)
    screen.print(pages_table(pages, names))
    return screen.file.getvalue()


def words_of(table: str) -> str:
    return "".join(table.split())


@pytest.mark.parametrize("width", [80, 120, 200])
def test_the_reason_and_the_count_of_events_are_whole_however_long_the_name(stored: StoredPage, width: int) -> None:
    _, header, *rows = printed([stored], {}, width).splitlines()
    start, end = header.index("Status"), header.index("Published")
    assert words_of(REASON) in words_of("".join(row[start:end] for row in rows))
    assert any(row.rstrip().endswith(" 3") for row in rows)


def test_a_very_long_name_is_shortened_in_its_middle() -> None:
    name = f"{'a' * 150}!{'b' * 150}"
    assert len(shortened(name)) <= 120
    assert shortened(name).startswith("aaa")
    assert shortened(name).endswith("bbb")
    assert shortened(LONG) == LONG


def test_the_table_says_which_page_is_a_version_of_which(stored: StoredPage) -> None:
    old = replace(stored, id="old", name="old.html", status="coded", reason=None, replaced_by="new")
    new = replace(stored, id="new", name="new.html", status="coded", reason=None, version_of="old")
    said = words_of(printed([old, new], {"old": "old.html", "new": "new.html"}, 200))
    assert "coded;replacedbynew.html" in said
    assert "coded;anewerversionofold.html" in said


def test_every_line_keeps_the_schema(stored: StoredPage) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    assert [error.message for error in validator.iter_errors(page_line(stored))] == []
    assert page_line(stored)["reason"] == REASON


def test_csv_has_every_key_of_a_line_and_leaves_the_unknown_empty(stored: StoredPage) -> None:
    file = io.StringIO()
    write_pages_csv(file, [replace(stored, title="=1+1")])
    (row,) = csv.DictReader(io.StringIO(file.getvalue()))
    assert {"record", *row} == set(page_line(stored))
    assert (row["page"], row["outlet"], row["events"], row["title"]) == (LONG, "", "3", "'=1+1")


def test_csv_of_no_pages_still_names_its_columns() -> None:
    file = io.StringIO()
    write_pages_csv(file, [])
    assert file.getvalue() == ",".join(COLUMNS) + "\n"
