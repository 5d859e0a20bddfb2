"""Builds the gazetteer: one SQLite file, made once from the rows and the imported lists, and only read afterwards."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import islice
from pathlib import Path

from dateline.knowledge.folding import fold, sounds
from dateline.knowledge.gazetteer_imports import imports_beside, kept
from dateline.knowledge.gazetteer_merge import merge, sounding
from dateline.knowledge.gazetteer_rows import PlaceRow, all_rows
from dateline.model.errors import DataError

EXPECTED_ROWS = 287_000
_BATCH = 5_000
_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, geonameid INTEGER, kind TEXT NOT NULL, name TEXT NOT NULL,
    country TEXT, admin1 TEXT, admin2 TEXT, lat REAL, lon REAL, population INTEGER NOT NULL,
    feature TEXT, radius_km REAL
);
CREATE TABLE name (folded TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (folded, place)) WITHOUT ROWID;
CREATE TABLE sound (skeleton TEXT NOT NULL, folded TEXT NOT NULL, PRIMARY KEY (skeleton, folded)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX place_by_feature ON place (feature, country) WHERE feature IS NOT NULL;
CREATE INDEX place_by_kind ON place (kind, country) WHERE kind IN ('country', 'admin1', 'admin2');
"""


def build(
    path: Path, progress: Callable[[int, int], None] | None = None, rows: Iterable[PlaceRow] | None = None
) -> None:
    """Write the gazetteer to `path`, whole or not at all; `progress` is told (places written, places expected).

    `rows` stand in for the full list in tests and in editions of one's own; imported places are carried over. Raises
    DataError where `path` cannot be written.
    """
    with rewriting(path) as unfinished, closing(sqlite3.connect(unfinished)) as db:
        fill(db, all_rows() if rows is None else rows, progress)
        if imports_beside(path).exists():
            merge(db, kept(path))


@contextmanager
def rewriting(path: Path) -> Iterator[Path]:
    """A file to write in the stead of `path`, which takes its place once all went well and is deleted else.

    Raises DataError where it cannot be written.
    """
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        yield unfinished
        unfinished.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise DataError(
            f"cannot write the gazetteer to {path}: {error}; set DATELINE_GAZETTEER to another file"
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def fill(
    db: sqlite3.Connection,
    rows: Iterable[PlaceRow],
    progress: Callable[[int, int], None] | None = None,
    first_key: int = 1,
) -> None:
    """Make the tables in an empty database and put the rows in them, numbered from `first_key`."""
    db.executescript(_SCHEMA)
    names: set[tuple[str, int]] = set()
    heard: set[str] = set()
    done = 0
    for batch in _batches(enumerate(rows, first_key)):
        db.executemany(f"INSERT INTO place VALUES ({','.join('?' * 12)})", [_place(i, row) for i, row in batch])
        for i, row in batch:
            folded = [name for name in map(fold, row.names) if len(name) > 1]
            names.update((name, i) for name in folded)
            heard.update(sounding(folded))
        done += len(batch)
        if progress is not None:
            progress(done, max(done, EXPECTED_ROWS))
    # In the order of their keys, which fills the tables without moving pages about.
    db.executemany("INSERT INTO name VALUES (?, ?)", sorted(names))
    db.executemany("INSERT INTO sound VALUES (?, ?)", sorted((key, name) for name in heard for key in sounds(name)))
    db.executescript(_INDEXES)
    db.commit()


def _batches(rows: Iterator[tuple[int, PlaceRow]]) -> Iterator[list[tuple[int, PlaceRow]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _place(i: int, row: PlaceRow) -> tuple[object, ...]:
    where = (row.country, row.admin1, row.admin2, row.lat, row.lon)
    return (i, row.geonameid, row.kind, row.names[0], *where, row.population, row.feature, row.radius_km)
