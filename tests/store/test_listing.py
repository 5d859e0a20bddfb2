"""Incidents are found by what is told of them, and listed in one order, on both engines."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dateline.casebook import Casebook
from dateline.model.errors import StoreError
from dateline.store.incident_filters import Sought
from dateline.store.listing import COLUMNS, After, copies, count, listed, reviewed, summary, telling_reports
from dateline.store.points import Box
from dateline.store.search import terms
from dateline.store.store import Store
from merge.made import an_event
from pages_made import a_page, filled, some_pages

SHELLING, STRIKE, PROTEST, ARREST, DENIED = "shelling", "air_strike", "protest", "arrest", "capture"


@pytest.fixture
def book(address: str) -> Iterator[Casebook]:
    filled(address)
    with Casebook.open(address) as opened:
        yield opened


def types(book: Casebook, **asked: Any) -> list[str]:
    with book.store.connected() as connection:
        rows = listed(connection, Sought(**asked), limit=100)
        assert count(connection, Sought(**asked)) == len(rows)
        assert [row.id for row in rows] == [row[0] for row in summary(connection, Sought(**asked), limit=100)]
    return [row.type for row in rows]


def test_without_conditions_all_that_somebody_asserts_is_listed_newest_first_undated_last(book: Casebook) -> None:
    assert types(book) == [ARREST, SHELLING, STRIKE, PROTEST]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"types": (SHELLING, PROTEST)}, [SHELLING, PROTEST]),
        ({"place": "nurma"}, [STRIKE]),
        ({"place": "Ennedi"}, [STRIKE]),
        ({"place": "Nur"}, []),
        ({"place": "Chad", "country": "TD"}, [STRIKE]),
        ({"country": "SD"}, [SHELLING]),
        ({"box": Box(west=20, south=0, east=30, north=20)}, [SHELLING]),
        ({"box": Box(west=179, south=0, east=-179, north=20)}, [STRIKE]),
        ({"actor": "Army"}, [SHELLING]),
        ({"actor": "sd-army"}, [SHELLING]),
        ({"source": "residents"}, [SHELLING]),
        ({"source": "the army"}, [SHELLING]),
        ({"source": "the army", "stance": "asserts"}, []),
        ({"source": "the army", "stance": "denies"}, [SHELLING]),
        ({"stance": "denies"}, [SHELLING]),
        ({"statuses": ("denied",)}, [DENIED]),
        ({"statuses": ("denied",), "stance": "asserts"}, []),
        ({"since": date(2024, 1, 1)}, [ARREST, SHELLING]),
        ({"until": date(2024, 1, 1)}, [STRIKE]),
        ({"since": date(2023, 1, 15), "until": date(2023, 1, 20)}, [STRIKE]),
        ({"terms": tuple(terms("market"))}, [SHELLING]),
        ({"terms": tuple(terms("market shells"))}, []),
        ({"disputed": True}, [SHELLING]),
    ],
)
def test_each_condition_finds_what_meets_it(book: Casebook, asked: dict[str, Any], found: list[str]) -> None:
    assert types(book, **asked) == found


def test_a_name_with_signs_of_a_pattern_matches_nothing_else(book: Casebook) -> None:
    assert types(book, place="%") == types(book, actor="_") == []


def test_the_list_goes_on_behind_any_of_its_incidents_and_leaves_none_out(book: Casebook) -> None:
    with book.store.connected() as connection:
        found, after = [], None
        while rows := listed(connection, Sought(), limit=1, after=after):
            found += rows
            after = After.of(After(day=rows[0].first_day, id=rows[0].id).words)
        assert found == list(listed(connection, Sought(), limit=100))


@pytest.mark.parametrize("words", ["", "x", "2024-13-01.abc", "yesterday.abc"])
def test_a_place_in_the_list_that_is_none_is_refused(words: str) -> None:
    with pytest.raises(StoreError, match="take it from `next`"):
        After.of(words)


def test_the_summary_says_where_and_how_many_were_killed_over_all_accounts(book: Casebook) -> None:
    with book.store.connected() as connection:
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in summary(connection, Sought(), limit=100)]
    shelling, strike = rows[1], rows[2]
    assert (shelling["killed_low"], shelling["killed_high"], shelling["agents"]) == (12, None, "the army")
    assert (shelling["disputed"], shelling["tellings"]) == (True, 3)
    assert (strike["lat"], strike["lon"], strike["radius_km"], strike["admin1"]) == (10.0, -179.5, 5.0, "Ennedi")
    assert (str(strike["start"]), str(strike["end"])) == ("2023-01-01", "2023-01-31")
    assert rows[3]["lat"] is rows[3]["start"] is None


def test_what_a_list_shows_is_kept_with_the_incident(book: Casebook) -> None:
    with book.store.connected() as connection:
        strike = listed(connection, Sought(types=(STRIKE,)), limit=1)[0]
    assert [place["name"] for place in strike.brief["places"]] == ["Nurma"]
    assert strike.brief["told"] is True


WIRE = " ".join(f"word{n}" for n in range(200))


def test_a_story_on_three_pages_is_one_incident_with_two_copies(address: str) -> None:
    with Casebook.open(address) as book:
        for name in ("one", "two", "three"):
            book.add(*a_page(name, an_event(f"{name}-1", words=WIRE[:60]), text=WIRE))
        with book.store.connected() as connection:
            ids = [row.id for row in listed(connection, Sought(), limit=10)]
            assert len(ids) == 1
            assert copies(connection) == copies(connection, ids) == {ids[0]: 2}


def test_incidents_of_events_that_were_judged_are_reviewed(book: Casebook) -> None:
    with book.store.connected() as connection:
        assert reviewed(connection) == frozenset()
    book.split(["e1"], ["e2"], by="Amna")
    with book.store.connected() as connection:
        judged = {one.id for one in book.of_events(["e1", "e2"])}
        assert reviewed(connection) == judged
        assert len(judged) == 2


def test_the_report_behind_each_event_is_named(book: Casebook) -> None:
    with book.store.connected() as connection:
        (found,) = telling_reports(connection, ["e4"])
    assert (found.event, found.page, found.published) == ("e4", "delta", "2024-05-08")


def test_every_change_gives_the_database_another_mark_and_reading_none(address: str) -> None:
    with Casebook.open(address) as book:
        marks = [book.store.state()]
        for page, coded in some_pages()[:2]:
            book.add(page, coded)
            marks.append(book.store.state())
        list(book.incidents())
        assert book.store.state() == marks[-1]
    assert len(set(marks)) == 3


def test_a_database_whose_incidents_lack_what_they_are_listed_by_gets_it_when_it_is_opened(address: str) -> None:
    filled(address)
    with Store.open(address) as store, store.connected(writes=True) as connection:
        before = [tuple(row) for row in summary(connection, Sought(), limit=100)]
        connection.exec_driver_sql("UPDATE incidents SET agents = '', folded_places = '', killed_low = NULL")
        connection.exec_driver_sql("DELETE FROM settings WHERE name = 'merge'")
    with Casebook.open(address) as book, book.store.connected() as connection:
        assert [tuple(row) for row in summary(connection, Sought(), limit=100)] == before
