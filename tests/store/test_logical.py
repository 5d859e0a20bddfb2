"""The logical hash is that of the content: not of its order, its engine, or when it was added."""

import multiprocessing
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import text

from dateline.casebook import Casebook
from dateline.model.event import Coded
from dateline.model.text import Page

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from make_pages import made

PAGES = made(10)


def hash_of(where: str, pages: Sequence[tuple[Page, Coded]]) -> str:
    """That of a database to which pages were added."""
    _add(where, pages)
    with Casebook.open(where) as book:
        return book.store.logical_hash()


def _add(where: str, pages: Sequence[tuple[Page, Coded]]) -> None:
    with Casebook.open(where) as book:
        for page, coded in pages:
            book.add(page, coded)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    """That of the pages in a file."""
    return hash_of(str(tmp_path_factory.mktemp("logical") / "a.db"), PAGES)


def test_the_same_pages_in_another_order_on_either_engine_have_the_same_hash(address: str, expected: str) -> None:
    assert hash_of(address, Random(1).sample(PAGES, len(PAGES))) == expected


def test_two_programs_that_add_at_once_make_the_database_that_one_makes(address: str, expected: str) -> None:
    fork = multiprocessing.get_context("fork")
    halves = [fork.Process(target=_add, args=(address, some)) for some in (PAGES[::2], PAGES[1::2] + PAGES[:3])]
    for one in halves:
        one.start()
    for one in halves:
        one.join(60)
    assert [one.exitcode for one in halves] == [0, 0]
    assert hash_of(address, []) == expected


def test_one_page_less_is_another_hash(address: str, expected: str) -> None:
    assert hash_of(address, PAGES[:-1]) != expected
    assert hash_of(address, PAGES) == expected


CHANGES = {
    "UPDATE pages SET added = '2020-01-01 00:00:00'": False,
    "UPDATE event_places SET lat = lat + 0.001": True,
    "UPDATE pages SET name = name || 'x'": True,
    "UPDATE incidents SET voices = voices + 1": True,
    "DELETE FROM event_sources": True,
}


def test_any_change_is_another_hash_but_for_when_pages_were_added(address: str, expected: str) -> None:
    found = [hash_of(address, PAGES)]
    for change in CHANGES:
        with Casebook.open(address) as book, book.store._engine.begin() as connection:
            connection.execute(text(change))
        found.append(hash_of(address, []))
    assert found[0] == expected
    assert [one != before for before, one in pairwise(found)] == list(CHANGES.values())
