"""Whether a database has pages whole: every row that a page and what was coded from it should have, and no other."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Select, Table, select, text

from dateline.knowledge.versions import current
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store import tables
from dateline.store.copies import story_page
from dateline.store.parts import parts
from dateline.store.rows import all_rows

Pages = Mapping[str, tuple[Page, Coded]]
Rows = dict[str, list[bytes]]

SETTLED_LATER: Final = frozenset({"added", "status", "reason", "merged"})
"""What adding other pages changes, or when it was done."""
CHECKS: Final = {
    "sqlite": (
        ("SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'", "the file is damaged"),
        ("SELECT * FROM pragma_foreign_key_check", "a row hangs on nothing"),
        (
            "SELECT 1 FROM event_places p LEFT JOIN event_points i ON i.event_id = p.event_id AND i.number = p.number"
            " WHERE p.lat IS NOT NULL AND i.id IS NULL",
            "a place is not in the index of places",
        ),
        (
            "SELECT 1 WHERE (SELECT count(*) FROM event_points) <> (SELECT count(lat) FROM event_places)",
            "the index of places has more than the places",
        ),
    ),
    "postgresql": (),
}
EVERYWHERE: Final = (
    ("SELECT 1 FROM pages WHERE NOT merged", "a page is not merged"),
    (
        "SELECT 1 FROM tellings LEFT JOIN incidents ON incidents.id = incident_id WHERE incidents.id IS NULL",
        "a telling belongs to no incident",
    ),
    (
        "SELECT 1 FROM incidents LEFT JOIN tellings ON tellings.incident_id = incidents.id"
        " GROUP BY incidents.id, incidents.tellings HAVING count(tellings.event_id) <> incidents.tellings",
        "an incident has not the tellings that it counts",
    ),
)


def half_kept(connection: Connection, ids: Collection[str], pages: Pages) -> list[str]:
    """The pages among `ids`, all of which are in the database, of which a row is missing, too many or changed."""
    found: set[str] = set()
    for some in parts(sorted(ids)):
        should: dict[str, Rows] = {one: _should_be(*pages[one]) for one in some}
        for table in tables.metadata.sorted_tables:
            there = _there(connection, table, some, should)
            found |= {one for one in some if sorted(should[one].get(table.name, [])) != sorted(there.get(one, []))}
    return sorted(found)


def broken(connection: Connection) -> list[str]:
    """What does not hang together, in words."""
    checks = (*EVERYWHERE, *CHECKS[connection.dialect.name])
    return [words for query, words in checks if connection.execute(text(query)).first()]


def _should_be(page: Page, coded: Coded) -> Rows:
    made = all_rows(page, coded, current(), story_page(page, coded.report))
    return {table.name: [_line(row) for row in rows] for table, rows in made.items()}


def _there(connection: Connection, table: Table, ids: Sequence[str], should: Mapping[str, Rows]) -> Rows:
    """The rows of a table by page, with the columns that are written when a page is added."""
    query = _of_pages(table, ids)
    found: Rows = defaultdict(list)
    for row in connection.execute(query).mappings() if query is not None else ():
        values = {name: value for name, value in row.items() if name != "of_page"}
        found[row["of_page"]].append(_line(values))
    return found


def _of_pages(table: Table, ids: Sequence[str]) -> "Select[Any] | None":
    if table is tables.page_shingles:
        of_page, shingle = tables.page_samples.c.page_id, table.c.shingle
        both = select(of_page, shingle, of_page.label("of_page")).join_from(table, tables.page_samples)
        return both.where(of_page.in_(ids))
    columns = [table.c[name] for name in _written(table)]
    if table is tables.pages:
        return select(*columns, table.c.id.label("of_page")).where(table.c.id.in_(ids))
    if "page_id" in table.c:
        return select(*columns, table.c.page_id.label("of_page")).where(table.c.page_id.in_(ids))
    if table.name not in ("event_places", "event_actors", "event_sources"):
        return None
    of_page = tables.events.c.page_id
    return select(*columns, of_page.label("of_page")).join(tables.events).where(of_page.in_(ids))


def _written(table: Table) -> list[str]:
    later = {
        tables.pages.name: SETTLED_LATER | {"story", "copy_of", "version_of"},
        tables.events.name: {"retold"},
        tables.relations.name: {"retold"},
        tables.page_samples.name: {"number"},
        tables.report_words.name: {"number"},
    }
    return [column.name for column in table.columns if column.name not in later.get(table.name, ())]


def _line(row: Mapping[str, object]) -> bytes:
    values = {name: value for name, value in row.items() if name not in SETTLED_LATER}
    if isinstance(record := values.get("record"), dict):
        values["record"] = {name: value for name, value in record.items() if name not in SETTLED_LATER}
    return msgspec.json.encode(values, order="sorted")
