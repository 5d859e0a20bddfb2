"""One number for what a database holds, the same on every engine, in whatever order and whenever it was added."""

import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, Select, Table, select

from dateline.store import tables

NO_CONTENT: Final = frozenset(
    {"log", "settings", "page_samples", "report_words", "users", "sessions", "tokens", "audits", "audit_items"}
)
"""Tables that say what was done, how and by whom, not what is known, or that are made from others."""
NO_CONTENT_COLUMNS: Final = frozenset({"added"})
_AT_ONCE: Final = 500


def logical_hash(connection: Connection) -> str:
    """The SHA-256, in hex, of all rows as canonical JSON, table by table, in the order of their keys."""
    found = sha256()
    for table in sorted(tables.metadata.tables.values(), key=lambda one: one.name):
        if table.name not in NO_CONTENT:
            found.update(f"{table.name}\n".encode())
            for row in _rows(connection, table):
                found.update(row)
    return found.hexdigest()


def _rows(connection: Connection, table: Table) -> Iterator[bytes]:
    """A line for each row."""
    asked = _shingles() if table is tables.page_shingles else select(table).order_by(*table.primary_key.columns)
    columns = [column for column in asked.selected_columns if column.name not in NO_CONTENT_COLUMNS]
    query = asked.with_only_columns(*columns).execution_options(yield_per=_AT_ONCE)
    for row in connection.execute(query):
        values = {column.name: _plain(value) for column, value in zip(columns, row, strict=True)}
        yield msgspec.json.encode(values, order="sorted") + b"\n"


def _shingles() -> Select[Any]:
    """By the page's id: the number of its sample is told by the order in which pages came."""
    page_id, shingle = tables.page_samples.c.page_id, tables.page_shingles.c.shingle
    return select(page_id, shingle).join_from(tables.page_shingles, tables.page_samples).order_by(page_id, shingle)


def _plain(value: Any) -> Any:
    """Bytes are kept compressed, which may differ from one version of the library to another."""
    return sha256(zlib.decompress(value) if value else b"").hexdigest() if isinstance(value, bytes) else value
