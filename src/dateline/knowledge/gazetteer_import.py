"""Brings somebody's list of places into the gazetteer, a row at a time, and keeps it for every later build."""

import gzip
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from dateline.knowledge.gazetteer_build import rewriting
from dateline.knowledge.gazetteer_formats import Format, read
from dateline.knowledge.gazetteer_imports import Kept, keep, kept
from dateline.knowledge.gazetteer_incoming import Came, Flaw, LeftOut, OtherName
from dateline.knowledge.gazetteer_merge import Outcome, merge
from dateline.model.errors import DataError


@dataclass(slots=True, kw_only=True)
class Brought:
    """What became of the rows of a list: `outcomes` of those brought in, reasons of those left out, flawed ones.

    Names of places that are not known are counted with what was left out.
    """

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    flawed: int = 0


def bring_in(
    file: Path,
    gazetteer: Path,
    name: str,
    *,
    format_: Format | None = None,
    progress: Callable[[int, int], None] | None = None,
    flaw: Callable[[Flaw], None] | None = None,
) -> Brought:
    """Keep the list in `file` under this name, in the place of another of that name, and add it to the gazetteer.

    `progress` is told (bytes read, bytes in all), `flaw` each row that cannot be read. Raises DataError for a file that
    is no list of places, or where the gazetteer cannot be written.
    """
    brought = Brought()
    came = read(_lines(file, progress), format_)
    try:
        keep(gazetteer, name, _sorted_out(came, brought, flaw, _ids(gazetteer)))
    except UnicodeDecodeError as error:
        raise DataError(f"{file}: is not UTF-8 ({error.reason}); save it as UTF-8") from error
    with rewriting(gazetteer) as unfinished:
        shutil.copyfile(gazetteer, unfinished)
        with closing(sqlite3.connect(unfinished)) as db:
            brought.outcomes.update(merge(db, kept(gazetteer, name)))
            db.execute("VACUUM")  # the keys that merging needs leave a third of the file empty
    return brought


def _sorted_out(
    came: Iterable[Came], brought: Brought, flaw: Callable[[Flaw], None] | None, ids: frozenset[int]
) -> Iterator[Kept]:
    """The rows to keep; the others are counted."""
    for one in came:
        if isinstance(one, Flaw):
            brought.flawed += 1
            if flaw is not None:
                flaw(one)
        elif isinstance(one, LeftOut):
            brought.left_out[one.reason] += 1
        elif isinstance(one, OtherName) and one.geonameid not in ids:
            brought.left_out["names of places that are not known; import the places first"] += 1
        else:
            yield one


def _ids(gazetteer: Path) -> frozenset[int]:
    """The GeoNames ids that the gazetteer knows."""
    with closing(sqlite3.connect(gazetteer)) as db:
        return frozenset(id_ for (id_,) in db.execute("SELECT geonameid FROM place WHERE geonameid IS NOT NULL"))


def _lines(file: Path, progress: Callable[[int, int], None] | None) -> Iterator[str]:
    """The lines of a text file, gzipped or not. Raises DataError where it cannot be opened or is packed otherwise."""
    try:
        with file.open("rb") as raw:
            start, size = raw.read(4), file.stat().st_size
            raw.seek(0)
            if start.startswith(b"PK"):
                raise DataError(f"{file}: is an archive or a spreadsheet; unpack it, or save it as CSV")
            text = cast(BinaryIO, gzip.GzipFile(fileobj=raw)) if start.startswith(b"\x1f\x8b") else raw
            for number, line in enumerate(text):
                if progress is not None and number % 1000 == 0:
                    progress(raw.tell(), size)
                yield line.decode("utf-8-sig" if number == 0 else "utf-8")
    except OSError as error:
        raise DataError(f"{file}: {error.strerror or error}; check its name") from error
