"""Pages are merged as they come, and what comes out is what merging them all at once would give."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.casebook import Casebook
from dateline.merge.incidents import incidents
from dateline.model.event import Coded
from dateline.model.incident import Incident
from dateline.model.text import Known, Page
from dateline.store.store import Store
from merge.made import BIRAK, FRIDAY, TUESDAY, a_count, a_denier, a_report, a_source, an_agent, an_event, on

ARMY, MONITOR = a_source("the army"), a_source("a monitor")


def a_page(name: str, *events: object, text: str = "", **known: object) -> tuple[Page, Coded]:
    """A page of an outlet of its own with these events."""
    page = Page(name=name, data=f"{name} {text}".encode())
    report = a_report(name, id=page.id, text=text, **known)
    return page, Coded(report=report, events=tuple(events))  # type: ignore[arg-type]


def some_pages() -> list[tuple[Page, Coded]]:
    """Six pages on the shelling of a town, one of them a denial, and on what happened elsewhere and later."""
    return [
        a_page("alpha", an_event("e1", MONITOR, counts=(a_count(12, 12),)), an_event("e2", places=(BIRAK,))),
        a_page("beta", an_event("e3", a_source("residents"), counts=(a_count(14, 14),))),
        a_page("gamma", an_event("e4", ARMY, date=on(TUESDAY))),
        a_page("delta", an_event("e5", a_denier("the army"), agents=(an_agent("the army"),))),
        a_page("epsilon", an_event("e6", MONITOR, date=on(FRIDAY)), an_event("e7", MONITOR, counts=(a_count(12, 12),))),
        a_page("zeta", an_event("e8", places=(BIRAK,)), an_event("e9", type="air_strike")),
    ]


@pytest.fixture
def book(address: str) -> Iterator[Casebook]:
    with Casebook.open(address) as opened:
        yield opened


def merged(where: str | Path, pages: Sequence[tuple[Page, Coded]]) -> list[Incident]:
    """The incidents of a new database to which the pages were added in this order."""
    with Casebook.open(where) as book:
        for page, coded in pages:
            book.add(page, coded)
        return [*book.incidents(), *book.incidents(denied=True)]


def at_once(pages: Sequence[tuple[Page, Coded]]) -> list[Incident]:
    coded = [one for _, one in pages]
    return [*incidents(coded), *incidents(coded, denied=True)]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(some_pages()))
def test_pages_added_one_by_one_in_any_order_make_the_incidents_that_all_at_once_make(
    tmp_path_factory: pytest.TempPathFactory, pages: list[tuple[Page, Coded]]
) -> None:
    assert merged(tmp_path_factory.mktemp("book") / "dateline.db", pages) == at_once(some_pages())


def test_the_pages_of_these_tests_make_incidents_of_several_tellings() -> None:
    found = at_once(some_pages())
    assert max(len(one.tellings) for one in found) > 2
    assert {one.status for one in found} >= {"reported", "disputed"}


def test_a_page_added_twice_changes_nothing(book: Casebook) -> None:
    page, coded = some_pages()[0]
    assert book.add(page, coded) == coded
    before = list(book.incidents())
    assert book.add(page, coded) is None
    assert list(book.incidents()) == before != []


WIRE = " ".join(f"word{n}" for n in range(200))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_wire_story_on_three_sites_makes_one_incident_of_one_voice_whatever_came_first(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    pages = [
        a_page(name, an_event(f"{name}-1", words=WIRE[:90]), text=WIRE, agency="Sahel Wire", published=f"2024-05-0{n}")
        for n, name in enumerate(("wire", "post", "herald"), 6)
    ]
    (found,) = merged(tmp_path / "d.db", [pages[n] for n in order])
    assert [telling.page for telling in found.tellings] == ["wire"]
    assert len(found.independent) == 1


def test_a_newer_version_takes_the_place_of_what_the_old_one_told(book: Casebook) -> None:
    old = a_page("old", an_event("o1", MONITOR), text=WIRE, outlet="Post", published="2024-05-06")
    new = a_page("new", an_event("n1", MONITOR), text=f"{WIRE} more", outlet="Post", published="2024-05-07")
    for page, coded in (new, old):
        book.add(page, coded)
    assert [[telling.page for telling in one.tellings] for one in book.incidents()] == [["new"]]


def test_what_a_store_kept_without_merging_is_merged_when_the_casebook_is_opened(address: str) -> None:
    with Store.open(address) as store:
        for page, coded in some_pages():
            store.add(page, coded)
    seen: list[tuple[int, int]] = []
    with Casebook.open(address, progress=lambda done, total: seen.append((done, total))) as book:
        assert [*book.incidents(), *book.incidents(denied=True)] == at_once(some_pages())
    assert seen == [(n, 6) for n in range(1, 7)]


def test_what_other_rules_merged_is_merged_anew(address: str) -> None:
    expected = merged(address, some_pages())
    with Store.open(address) as store, store.writing() as transaction:
        transaction.tellings.note("merge", "older rules")
        transaction.tellings.regroup({"e1", "e2", "e3"}, [])
    with Casebook.open(address) as book:
        assert [*book.incidents(), *book.incidents(denied=True)] == expected


def test_an_incident_is_found_by_the_beginning_of_its_id_and_by_ids_that_it_once_had(address: str) -> None:
    pages = some_pages()
    with Casebook.open(address) as book:
        book.add(*pages[1])
        (before,) = book.incidents()
        book.add(*pages[0])
        (now,) = book.called(before.id)
        assert before.id != now.id
        assert before.tellings[0] in now.tellings
        assert book.called(now.id[:10]) == [now]
        assert book.called("no such id") == []


def test_a_page_that_fails_to_merge_is_not_kept(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    page, coded = some_pages()[0]
    broken = replace(coded, events=(*coded.events, coded.events[0]))
    with pytest.raises(Exception, match=r"(?i)unique"):
        book.add(page, broken)
    assert list(book.store.pages()) == []
    assert list(book.incidents()) == []


def test_what_is_known_of_a_page_is_what_is_known_under_the_first_of_its_names(tmp_path: Path) -> None:
    page, coded = some_pages()[0]
    other = replace(page, name="a second name", known=Known(published="2024-05-09"))
    told = (page, coded), (other, replace(coded, report=replace(coded.report, page=other.name, published="2024-05-09")))
    hashes = set()
    for number, order in enumerate((told, told[::-1])):
        with Casebook.open(tmp_path / f"{number}.db") as book:
            for one in order:
                book.add(*one)
            hashes.add(book.store.logical_hash())
            assert [one.published for one in book.store.pages()] == ["2024-05-09"]
    assert len(hashes) == 1


def test_one_page_under_two_names_is_known_by_the_first_of_them_in_the_alphabet(tmp_path: Path) -> None:
    page, coded = some_pages()[0]
    other = replace(page, name="a second name")
    found = []
    for number, order in enumerate(((page, other), (other, page))):
        with Casebook.open(tmp_path / f"{number}.db") as book:
            for one in order:
                if not book.knows(one):
                    book.add(one, replace(coded, report=replace(coded.report, page=one.name)))
            found.append(([one.name for one in book.store.pages()], list(book.incidents())))
    assert found[0] == found[1]
    assert found[0][0] == ["a second name"]
    assert {telling.page for one in found[0][1] for telling in one.tellings} == {"a second name"}
