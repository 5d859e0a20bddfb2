"""All rows that hang on one page, a page at a time, in bounded memory."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, Table, select

from dateline.store import tables

Found = Mapping[str, Any]
_BATCH: Final = 32
_BESIDE: Final = (tables.event_places, tables.event_actors, tables.event_sources)
"""The tables with rows of an event, each in the order of its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The rows of one page as they stand, its bytes left out; `beside` has those of an event by table and event id."""

    page: Found
    report: Found | None
    events: Sequence[Found]
    relations: Sequence[Found]
    beside: Mapping[str, Mapping[str, Sequence[Found]]]

    @property
    def id(self) -> str:
        """The page's id."""
        return str(self.page["id"])


def whole_pages(connection: Connection) -> Iterator[Whole]:
    """All pages with their rows, by id."""
    after = ""
    while batch := _rows(connection, _pages(after)):
        yield from _wholes(connection, batch)
        after = batch[-1]["id"]


def _pages(after: str) -> Select[Any]:
    page = tables.pages.c
    columns = [column for column in page if column.name not in ("data", "text")]
    return select(*columns).where(page.id > after).order_by(page.id).limit(_BATCH)


def _wholes(connection: Connection, batch: Sequence[Found]) -> Iterator[Whole]:
    ids = [page["id"] for page in batch]
    reports, events, relations = (
        _grouped(connection, table, "page_id", select(table).where(table.c.page_id.in_(ids)))
        for table in (tables.reports, tables.events, tables.relations)
    )
    beside = {table.name: _grouped(connection, table, "event_id", _of_events(table, ids)) for table in _BESIDE}
    for page in batch:
        yield Whole(
            page=page,
            report=next(iter(reports.get(page["id"], ())), None),
            events=events.get(page["id"], ()),
            relations=relations.get(page["id"], ()),
            beside=beside,
        )


def _of_events(table: Table, page_ids: Sequence[str]) -> Select[Any]:
    theirs = select(tables.events.c.id).where(tables.events.c.page_id.in_(page_ids))
    return select(table).where(table.c.event_id.in_(theirs))


def _grouped(connection: Connection, table: Table, by: str, asked: Select[Any]) -> dict[str, list[Found]]:
    ordered = asked.order_by(*(table.c[name] for name in ("side", "number") if name in table.c))
    found: dict[str, list[Found]] = defaultdict(list)
    for row in _rows(connection, ordered):
        found[row[by]].append(row)
    return found


def _rows(connection: Connection, asked: Select[Any]) -> list[Found]:
    return [dict(row) for row in connection.execute(asked).mappings()]
