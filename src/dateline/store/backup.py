"""A copy of a whole database, taken while others write, looked at, and named by its digest."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import Engine
from sqlalchemy.engine import URL

from dateline.model.errors import StoreError
from dateline.store.troubles import why

_PIECE: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy: its size in bytes, and the digest of these, as "sha256:" and hex."""

    path: Path
    size: int
    digest: str


def back_up(engine: Engine, to: Path) -> Backup:
    """Copies a database as it is at one moment to a new file, and looks at the copy before it gets its name.

    SQLite: a database, by VACUUM INTO. PostgreSQL: an archive in the custom format of pg_dump. Raises StoreError, also
    where a file of this name is there: none is ever overwritten.
    """
    copy, check = _WAYS[engine.dialect.name]
    with _part(to) as part:
        copy(engine.url, part)
        check(part)
        _name(part, to)
    return Backup(path=to, size=to.stat().st_size, digest=_digest(to))


@contextmanager
def _part(to: Path) -> Iterator[Path]:
    """A name beside the file's own for what is not whole yet; nothing is left there."""
    if to.exists():
        raise StoreError(f"{to}: is there already and is not overwritten; name another file")
    if not to.parent.is_dir():
        raise StoreError(f"{to}: the folder {to.parent} does not exist; make it first")
    part = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _name(part: Path, to: Path) -> None:
    """Gives the copy its name, unless somebody took it meanwhile."""
    try:
        to.touch(exist_ok=False)
        part.replace(to)
    except FileExistsError as error:
        raise StoreError(f"{to}: is there already and is not overwritten; name another file") from error
    except OSError as error:
        raise StoreError(f"{to}: cannot be written: {error.strerror}") from error


# ---- SQLite -------------------------------------------------------------------------------------
def _copy_sqlite(url: URL, part: Path) -> None:
    try:
        with closing(sqlite3.connect(_read_only(Path(url.database or "")), uri=True)) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
    except sqlite3.Error as error:
        raise StoreError(f"{url.database}: cannot be copied: {why(error)}") from error


def _check_sqlite(part: Path) -> None:
    try:
        with closing(sqlite3.connect(_read_only(part), uri=True)) as connection:
            said = connection.execute("PRAGMA integrity_check").fetchone()[0]
            lost = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error as error:
        said, lost = str(error), None
    if said != "ok" or lost:
        raise StoreError(
            "the copy is not sound and was not kept; `dateline verify` says what is wrong with the database"
        )


def _read_only(path: Path) -> str:
    return f"file:{quote(str(path))}?mode=ro"


# ---- PostgreSQL ---------------------------------------------------------------------------------
def _copy_postgresql(url: URL, part: Path) -> None:
    _run(["pg_dump", "--format=custom", f"--file={part}", f"--dbname={_address(url)}"], url)


def _address(url: URL) -> str:
    """The address as PostgreSQL's programs take it, without the password."""
    bare = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    return bare.render_as_string()


def _check_postgresql(part: Path) -> None:
    _run(["pg_restore", "--list", str(part)], None)


def _run(command: Sequence[str], url: URL | None) -> None:
    """Runs one of PostgreSQL's own programs; the password goes by the environment, which no list of processes shows."""
    if shutil.which(command[0]) is None:
        raise StoreError(
            f"{command[0]}: is not installed; install PostgreSQL's client programs, of the server's version or newer"
        )
    password = {"PGPASSWORD": str(url.password)} if url is not None and url.password else {}
    ended = subprocess.run(command, env={**os.environ, **password}, capture_output=True, text=True)
    if ended.returncode:
        said = (ended.stderr.strip().splitlines() or ["no reason given"])[0]
        raise StoreError(f"the backup was not made: {said}")


_WAYS: Final[dict[str, tuple[Callable[[URL, Path], None], Callable[[Path], None]]]] = {
    "sqlite": (_copy_sqlite, _check_sqlite),
    "postgresql": (_copy_postgresql, _check_postgresql),
}


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return f"sha256:{found.hexdigest()}"
