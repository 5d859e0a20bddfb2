"""A database that is watched: its mark changes when somebody writes, and only then."""

from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store.store import Store
from dateline.store.watch import Watch


def test_the_mark_stays_while_nothing_is_written(store: Store) -> None:
    with Watch(store) as watch:
        before = watch.mark()
        assert list(store.pages()) == []
        assert watch.mark() == before


def test_the_mark_changes_with_every_page_that_is_added(address: str, store: Store, page: Page, coded: Coded) -> None:
    with Watch(store) as watch, Store.open(address) as other:
        before = watch.mark()
        assert other.add(page, coded)
        assert watch.mark() != before


def test_what_the_watched_store_writes_itself_is_seen_too(store: Store, page: Page, coded: Coded) -> None:
    with Watch(store) as watch:
        before = watch.mark()
        assert store.add(page, coded)
        assert watch.mark() != before
