"""Whatever is changed behind the program's back is found, named, and said what to do about."""

import zlib
from collections import Counter
from dataclasses import replace

import pytest
from sqlalchemy import delete, insert, text, update

from dateline.casebook import Casebook
from dateline.model.event import Coded
from dateline.model.ids import event_id, relation_id
from dateline.model.text import Page
from dateline.store import tables
from dateline.store.checks import Fault
from dateline.store.log import judge
from dateline.store.store import Store
from dateline.store.verify import faults
from merge.made import a_report, a_source, an_event

WORDS = "x shells hit the town, a monitor said."
"""It begins with the words that all spans of `merge.made` name."""


@pytest.fixture
def sound(store: Store, page: Page, coded: Coded) -> Store:
    """A page with ids that are made from its evidence, a link, an empty page and a judgement."""
    store.add(page, under_its_ids(coded))
    link = replace(coded.report, page="feed!a", id=f"sha256:{'1' * 64}", status="empty", text="")
    store.add(Page(name="feed!a", data=b"", came="link"), Coded(report=link))
    with store.connected(writes=True) as connection:
        judge(connection, same=True, some=["a"], others=["b"], by="Amna")
    return store


def under_its_ids(coded: Coded) -> Coded:
    key, seen = coded.report.id, Counter[str]()
    events = []
    for event in coded.events:
        due = event_id(key, event)
        seen[due] += 1
        events.append(replace(event, id=due if seen[due] == 1 else f"{due}-{seen[due]}"))
    relations = tuple(replace(one, id=relation_id(key, one)) for one in coded.relations)
    return replace(coded, events=tuple(events), relations=relations)


def found_in(store: Store) -> list[Fault]:
    with store.connected() as connection:
        return list(faults(connection))


def lines(store: Store) -> list[str]:
    return [fault.line for fault in found_in(store)]


def change(store: Store, *statements) -> None:
    with store.connected(writes=True) as connection:
        for statement in statements:
            connection.execute(text(statement) if isinstance(statement, str) else statement)


def record_of(store: Store, table, key: str):
    with store.connected() as connection:
        return connection.execute(table.select().where(table.c[key].is_not(None))).mappings().first()["record"]


def test_nothing_is_wrong_with_what_was_added(sound: Store) -> None:
    assert lines(sound) == []


def test_two_events_of_one_type_in_one_sentence_are_no_fault(store: Store, page: Page, coded: Coded) -> None:
    twice = under_its_ids(replace(coded, events=(coded.events[0], coded.events[0])))
    assert twice.events[1].id.endswith("-2")
    store.add(page, twice)
    assert lines(store) == []


def test_a_wire_story_and_its_copies_are_no_fault(sound: Store, page: Page, coded: Coded) -> None:
    copy = replace(page, name="post.html", data=b"another")
    again = replace(coded.report, page=copy.name, id=copy.id, outlet="Delta Post")
    assert sound.add(copy, under_its_ids(replace(coded, report=again)))
    assert lines(sound) == []


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"data": zlib.compress(b"other bytes")}, "not those that it was added with"),
        ({"data": b"no zlib"}, "cannot be unpacked"),
        ({"data": b""}, "cannot be unpacked"),
        ({"size": 3}, "not those that it was added with"),
        ({"status": "failed"}, "is failed, and its report coded"),
        ({"copy_of": "sha256:gone"}, "is a copy of a page that is not there, sha256:gone"),
        ({"version_of": "sha256:gone"}, "is a newer version of a page that is not there"),
        ({"story": "sha256:gone"}, "is of the story of a page that is not there"),
    ],
)
def test_a_page_that_was_changed_is_named(sound: Store, page: Page, values: dict[str, object], what: str) -> None:
    change(sound, update(tables.pages).where(tables.pages.c.name == page.name).values(values))
    (fault,) = found_in(sound)
    assert what in fault.what
    assert fault.row.startswith(f"page {page.name} (")
    assert fault.do


def test_a_page_without_its_report_is_named(sound: Store, page: Page) -> None:
    change(sound, delete(tables.reports).where(tables.reports.c.page_id == page.id))
    assert [line.split("; ")[0] for line in lines(sound)] == [f"page {page.name} ({page.id[:19]}): has no report"]


@pytest.mark.parametrize("column", ["title", "outlet", "agency", "dateline", "language", "published"])
def test_a_report_that_is_listed_otherwise_than_it_says_is_named(sound: Store, page: Page, column: str) -> None:
    change(sound, update(tables.reports).where(tables.reports.c.page_id == page.id).values({column: "changed"}))
    (fault,) = found_in(sound)
    assert fault.what.startswith(f"{column} is 'changed', and ")


def test_a_report_under_another_page_is_named(sound: Store, page: Page) -> None:
    record = record_of(sound, tables.reports, "title") | {"id": f"sha256:{'e' * 64}"}
    change(sound, update(tables.reports).where(tables.reports.c.page_id == page.id).values(record=record))
    assert any("its report is that of sha256:eee" in line for line in lines(sound))


def test_words_that_do_not_stand_where_they_are_said_to_are_named(sound: Store, page: Page, coded: Coded) -> None:
    record = record_of(sound, tables.reports, "title")
    changed = record | {"text": record["text"].replace("Kalma", "Talma")}
    change(sound, update(tables.reports).where(tables.reports.c.page_id == page.id).values(record=changed))
    found = lines(sound)
    assert found
    assert all("is not what stands at" in line and "dateline rebuild --all" in line for line in found)
    assert any('"Kalma"' in line for line in found)


def test_words_of_a_relation_are_looked_at_too(sound: Store) -> None:
    record = record_of(sound, tables.relations, "id")
    record["subject"]["words"]["text"] = "Nobody"
    change(sound, update(tables.relations).where(tables.relations.c.number == 0).values(record=record))
    assert ['"Nobody" is not what stands at' in line for line in lines(sound)] == [True]


def test_an_event_under_an_id_that_its_evidence_does_not_give_is_named(sound: Store) -> None:
    record = record_of(sound, tables.events, "id")
    statement = update(tables.events).where(tables.events.c.id == record["id"])
    record["claim"]["type"] = "shelling"
    change(sound, statement.values(record=record, type="shelling"))
    (line,) = lines(sound)
    assert "its evidence gives" in line


@pytest.mark.parametrize(
    "values",
    [{"type": "siege"}, {"asserted": False}, {"background": True}, {"country": "ML"}, {"voice": "Nobody"}],
)
def test_an_event_that_is_found_by_what_it_does_not_say_is_named(sound: Store, values: dict[str, object]) -> None:
    record = record_of(sound, tables.events, "id")
    change(sound, update(tables.events).where(tables.events.c.id == record["id"]).values(values))
    (line,) = lines(sound)
    assert line.startswith(f"event {record['id']}: {next(iter(values))} is ")


def test_a_relation_that_is_found_by_what_it_does_not_say_is_named(sound: Store) -> None:
    change(sound, update(tables.relations).where(tables.relations.c.number == 1).values(object="Nyala"))
    assert ["object is 'Nyala'" in line for line in lines(sound)] == [True]


@pytest.mark.parametrize(
    ("table", "noun"),
    [(tables.event_places, "places"), (tables.event_actors, "actors"), (tables.event_sources, "sources")],
)
def test_rows_that_are_missing_beside_an_event_are_counted(sound: Store, table, noun: str) -> None:
    change(sound, delete(table))
    found = lines(sound)
    assert found
    assert all(f"has 0 rows of {noun}, its record " in line for line in found)


def test_a_row_beside_an_event_that_says_something_else_is_named(sound: Store) -> None:
    change(sound, update(tables.event_places).where(tables.event_places.c.name == "Kalma").values(lat=1.5))
    (line,) = lines(sound)
    assert line.startswith("event_places 1 of event ")
    assert "lat is 1.5, and 12.0 in its record" in line


def test_a_record_that_cannot_be_read_is_named_and_stops_nothing(sound: Store) -> None:
    change(
        sound,
        update(tables.relations).where(tables.relations.c.number == 0).values(record={"id": 3}),
        update(tables.relations).where(tables.relations.c.number == 1).values(object="Nyala"),
    )
    found = lines(sound)
    assert len(found) == 2
    assert "cannot be read" in found[0]


def test_rows_that_hang_on_nothing_are_named(sound: Store) -> None:
    if sound._engine.dialect.name != "sqlite":
        pytest.skip("only SQLite can be told to leave keys alone")
    with sound._engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.exec_driver_sql("DELETE FROM events")
    assert any("hangs on a row of events that is not there" in line for line in lines(sound))


def test_a_changed_log_is_named(sound: Store) -> None:
    forged = {"number": 2, "at": "2024-05-08", "by": "Nobody", "kind": "same", "about": [], "record": {}}
    change(sound, insert(tables.log).values(forged | {"previous": "f" * 64, "hash": "e" * 64}))
    assert [line.split(";")[0] for line in lines(sound)] == [
        "log entry 2: does not follow from the entry before it",
        "log entry 2: was changed after it was written",
    ]


def test_every_page_is_looked_at(sound: Store, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.whole._BATCH", 2)
    for number in range(5):
        key = f"sha256:{number:064}"
        report = replace(coded.report, page=f"{number}.html", id=key, status="empty", text="")
        sound.add(Page(name=f"{number}.html", data=b""), Coded(report=report))
    told: list[int] = []
    with sound.connected() as connection:
        assert list(faults(connection, told.append)) == []
    assert told == [1, 2, 3, 4, 5, 6, 7]


def test_an_incident_with_other_tellings_than_it_is_listed_with_is_named(address: str) -> None:
    with Casebook.open(address) as book:
        for name in "ab":
            page = Page(name=name, data=name.encode())
            report = a_report(name, id=page.id, text=WORDS)
            event = an_event("x", a_source("a monitor"), words=WORDS)
            book.add(page, under_its_ids(Coded(report=report, events=(event,))))
        (incident,) = book.incidents()
        assert lines(book.store) == []
        change(book.store, update(tables.incidents).values(tellings=3))
        assert [line.split(";")[0] for line in lines(book.store)] == [
            f"incident {incident.id}: is listed with 3 tellings and has 2"
        ]
        change(book.store, delete(tables.incidents))
        assert all("belongs to an incident that is not there" in line for line in lines(book.store))
        assert len(lines(book.store)) == 2
