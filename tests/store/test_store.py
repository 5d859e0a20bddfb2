"""What is added is kept whole, once, and found again."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from sqlalchemy import select, text

from dateline.knowledge.versions import Versions
from dateline.model.errors import StoreError
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store.filters import Wanted
from dateline.store.store import Store
from dateline.store.tables import pages


@pytest.fixture
def full(store: Store, page: Page, coded: Coded) -> Store:
    store.add(page, coded, Versions(codebook="7", dateline="0.9"))
    return store


def test_what_was_stored_comes_back_as_it_was(full: Store, coded: Coded) -> None:
    assert full.coded(coded.report.id) == coded


def test_adding_a_page_twice_adds_nothing(full: Store, page: Page, coded: Coded) -> None:
    assert full.add(page, coded) is False
    assert full.add(replace(page, name="another/name.html"), coded) is False
    assert [found.name for found in full.pages()] == [page.name]
    assert len(list(full.events(Wanted(asserted=False)))) == len(coded.events)


def test_a_page_is_known_by_its_bytes(store: Store, page: Page, coded: Coded) -> None:
    assert not store.has(page)
    assert store.add(page, coded) is True
    assert store.has(page)


def test_a_page_that_failed_is_tried_again(store: Store, page: Page, coded: Coded) -> None:
    broken = Coded(report=replace(coded.report, status="failed", reason="a bug", text=""))
    assert store.add(page, broken) is True
    assert not store.has(page)
    assert store.add(page, coded) is True
    assert [(found.status, found.events) for found in store.pages()] == [("coded", 3)]


def test_pages_are_listed_with_what_became_of_them(full: Store, page: Page, coded: Coded) -> None:
    (found,) = full.pages()
    assert (found.name, found.title, found.outlet) == (page.name, "Market bombed in Kalma", "Nile Courier")
    assert (found.status, found.size, found.published) == ("coded", len(page.data), "2024-05-08T06:30+02:00")
    assert found.events == 3, "the record that is only denied is in no count"
    assert abs((datetime.now(UTC) - found.added).total_seconds()) < 60


def test_a_record_that_is_only_denied_is_not_among_the_events(full: Store) -> None:
    assert all(found.event.claim.asserted for found in full.events())
    assert len(list(full.events())) == 3
    assert len(list(full.events(Wanted(asserted=False)))) == 4


def test_an_event_comes_with_its_page_and_the_versions_that_made_it(full: Store, page: Page) -> None:
    found = next(full.events())
    assert found.page == page.name
    assert found.made_by == Versions(codebook="7", dateline="0.9")


def test_events_come_by_day_and_undated_ones_last(full: Store) -> None:
    assert [found.event.claim.type for found in full.events()] == ["withdrawal", "air_strike", "deployment"]


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        (Wanted(types=("air_strike", "siege")), ["air_strike"]),
        (Wanted(place="kalma"), ["air_strike"]),
        (Wanted(place="South Darfur"), ["air_strike", "deployment"]),
        (Wanted(place="Dar"), []),
        (Wanted(place="%"), []),
        (Wanted(country="SD"), ["withdrawal", "air_strike", "deployment"]),
        (Wanted(place="Kalma", country="ML"), ["air_strike"]),
        (Wanted(country="ML"), []),
        (Wanted(since=date(2024, 4, 1)), ["air_strike"]),
        (Wanted(since=date(2024, 3, 31)), ["withdrawal", "air_strike"]),
        (Wanted(until=date(2024, 3, 1)), ["withdrawal"]),
        (Wanted(since=date(2024, 5, 7), until=date(2024, 5, 7)), ["air_strike"]),
        (Wanted(source="darfur watch"), ["air_strike"]),
        (Wanted(source="Watch"), ["air_strike"]),
        (Wanted(source="Sahel Wire"), ["withdrawal", "deployment"]),
        (Wanted(source="Reuters"), []),
        (Wanted(place="Kalma", source="Sahel Wire"), []),
    ],
)
def test_only_events_that_meet_every_condition_are_found(full: Store, wanted: Wanted, types: list[str]) -> None:
    assert [found.event.claim.type for found in full.events(wanted)] == types


def test_a_place_in_another_script_is_found_by_its_own_name(store: Store, page: Page, coded: Coded) -> None:
    event = coded.events[0]
    arabic = replace(event, places=(replace(event.places[0], name="كلمة", admin1=None),))
    store.add(page, replace(coded, events=(arabic,)))
    assert len(list(store.events(Wanted(place="كلمة")))) == 1
    assert list(store.events(Wanted(place="نيالا"))) == []


def test_a_page_that_cannot_be_kept_whole_leaves_nothing(store: Store, page: Page, coded: Coded) -> None:
    twice = replace(coded, events=(coded.events[0], coded.events[0]))
    with pytest.raises(StoreError):
        store.add(page, twice)
    assert list(store.pages()) == []
    assert list(store.events()) == []


def test_what_hangs_on_a_page_goes_with_it(full: Store) -> None:
    with full._engine.begin() as connection:
        connection.execute(text("DELETE FROM pages"))
        for table in ("reports", "events", "event_places", "event_actors", "event_sources", "relations"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0


def test_events_can_be_read_while_pages_are_added(full: Store, page: Page, coded: Coded, address: str) -> None:
    other_report = replace(coded.report, id=f"sha256:{'f' * 64}")
    with Store.open(address, create=False) as reader:
        reading = reader.events()
        next(reading)
        assert full.add(replace(page, data=b"other"), Coded(report=other_report)) is True
        assert len(list(reading)) == 2


def test_what_no_database_keeps_in_a_text_is_kept_as_an_unknown_character(
    store: Store, page: Page, coded: Coded
) -> None:
    odd = replace(coded.report, page="a\udcff.html", title="Market\0bombed", published="2" * 99, status="failed")
    store.add(replace(page, name="a\udcff.html"), replace(coded, report=odd))
    (found,) = store.pages()
    assert (found.name, found.title, found.published) == ("a\ufffd.html", "Market\ufffdbombed", "2" * 99)
    assert store.coded(odd.id) == replace(coded, report=replace(odd, page="a\ufffd.html"))


def test_names_are_sorted_by_code_points_on_every_engine(store: Store, page: Page, coded: Coded) -> None:
    names = ["B", "Zoë", "a-c", "a.b", "aB", "ab", "é"]
    for name in reversed(names):
        data = name.encode()
        report = replace(coded.report, id=f"sha256:{sha256(data).hexdigest()}", status="failed", text="")
        store.add(replace(page, name=name, data=data), Coded(report=report))
    with store._transaction() as connection:
        assert list(connection.execute(select(pages.c.name).order_by(pages.c.name)).scalars()) == names
