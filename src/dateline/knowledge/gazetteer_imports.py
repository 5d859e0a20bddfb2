"""Lists of places that a user brought in, kept in a file of their own beside the gazetteer.

Every build carries them over: see docs/decisions/0020-imported-places.md. A list has
a name; bringing in another of that name takes its place.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import msgspec

from dateline.knowledge.gazetteer_incoming import Incoming, OtherName
from dateline.model.errors import DataError

Kept = Incoming | OtherName
_FILE: Final = "imported-places.sqlite"
_SCHEMA: Final = "CREATE TABLE IF NOT EXISTS kept (list TEXT NOT NULL, sort TEXT NOT NULL, record BLOB NOT NULL)"
_SORTS: Final[dict[str, type[Kept]]] = {"place": Incoming, "name": OtherName}


def imports_beside(gazetteer: Path) -> Path:
    """The file with what was brought in for the gazetteer at this path: one for all gazetteers of a folder."""
    return gazetteer.with_name(_FILE)


def keep(gazetteer: Path, name: str, records: Iterable[Kept]) -> None:
    """Keep a list under this name, whole or not at all. Raises DataError where the file cannot be written."""
    with _opened(gazetteer) as db:
        db.execute("DELETE FROM kept WHERE list = ?", [name])
        db.executemany("INSERT INTO kept VALUES (?, ?, ?)", ((name, *_packed(record)) for record in records))


def kept(gazetteer: Path, name: str | None = None) -> Iterator[Kept]:
    """All that was brought in, or the list of this name, in the order in which it came: places before mere names."""
    if not imports_beside(gazetteer).exists():
        return
    with _opened(gazetteer) as db:
        rows = db.execute(
            "SELECT sort, record FROM kept WHERE list = ? OR ? IS NULL ORDER BY sort DESC, rowid", [name, name]
        )
        for sort, record in rows:
            yield msgspec.json.decode(record, type=_SORTS[sort])


def _packed(record: Kept) -> tuple[str, bytes]:
    return ("place" if isinstance(record, Incoming) else "name"), msgspec.json.encode(record)


@contextmanager
def _opened(gazetteer: Path) -> Iterator[sqlite3.Connection]:
    """The file, made where there is none; what is written stays only if nothing fails."""
    path = imports_beside(gazetteer)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path)) as db, db:
            db.execute(_SCHEMA)
            yield db
    except (OSError, sqlite3.DatabaseError) as error:
        raise DataError(f"{path}: cannot keep imported places there: {error}") from error
