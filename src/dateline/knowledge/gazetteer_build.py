"""Builds the gazetteer: one SQLite file, made once from the rows and only read afterwards."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path

from dateline.knowledge.folding import fold, skeleton
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

    `rows` stand in for the full list in tests and in editions of one's own. Raises DataError where `path` cannot be
    written.
    """
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as db:
            fill(db, all_rows() if rows is None else rows, progress)
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
    done = 0
    for batch in _batches(enumerate(rows, first_key)):
        db.executemany(f"INSERT INTO place VALUES ({','.join('?' * 12)})", [_place(i, row) for i, row in batch])
        names.update((folded, i) for i, row in batch for folded in map(fold, row.names) if len(folded) > 1)
        done += len(batch)
        if progress is not None:
            progress(done, max(done, EXPECTED_ROWS))
    # In the order of their keys, which fills the tables without moving pages about.
    db.executemany("INSERT INTO name VALUES (?, ?)", sorted(names))
    folded_names = {folded for folded, _ in names}
    db.executemany("INSERT INTO sound VALUES (?, ?)", sorted((skeleton(folded), folded) for folded in folded_names))
    db.executescript(_INDEXES)
    db.commit()


def _batches(rows: Iterator[tuple[int, PlaceRow]]) -> Iterator[list[tuple[int, PlaceRow]]]:
    while batch := list(islice(rows, _BATCH)):
        yield batch


def _place(i: int, row: PlaceRow) -> tuple[object, ...]:
    where = (row.country, row.admin1, row.admin2, row.lat, row.lon)
    return (i, row.geonameid, row.kind, row.names[0], *where, row.population, row.feature, row.radius_km)
