"""Events are listed as people left them, without a look at more than the page that is asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, event

from dateline.casebook import Casebook
from dateline.reviewing.saying import Said, say
from dateline.store.event_listing import WantedEvents, count, listed
from pages_made import filled


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    filled(tmp_path / "d.db")
    with Casebook.open(tmp_path / "d.db") as opened:
        yield opened


@contextmanager
def asked(connection: Connection) -> Iterator[list[tuple[str, Any]]]:
    """What is asked of the database within."""
    found: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, parameters: object, *rest: object) -> None:
        found.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    yield found
    event.remove(connection, "before_cursor_execute", note)


def correct(book: Casebook, *events: str) -> None:
    days = {"start": "2024-05-01", "end": "2024-05-01", "precision": "day"}
    for one in events:
        say(book, Said(kind="corrected", event=one, slot="date", value=days), by="Amna")


def test_the_list_is_read_in_the_order_of_the_index_of_days_also_where_days_were_corrected(book: Casebook) -> None:
    correct(book, "e1", "e4")
    with book.store.connected() as connection, asked(connection) as found:
        listed(connection, WantedEvents(), limit=2)
        (chosen,) = [one for one in found if "ORDER BY events.first_day DESC" in one[0]]
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {chosen[0]}", chosen[1])]
    assert "SCAN events USING INDEX ix_events_first_day" in plan
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan


def test_no_more_is_asked_of_the_database_the_more_was_corrected(book: Casebook) -> None:
    def questions() -> int:
        with book.store.connected() as connection:
            listed(connection, WantedEvents(), limit=9)  # what is kept until something changes is made here
            with asked(connection) as found:
                count(connection, WantedEvents())
                listed(connection, WantedEvents(), limit=9)
            return len(found)

    correct(book, "e1")
    before = questions()
    correct(book, "e4", "e5", "e7")
    assert questions() == before
