"""Opening a database: its address, its settings, and its schema brought up to date."""

import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from dateline.model.errors import StoreError
from dateline.store.tables import HEAD

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
_WAIT_MS = 10_000


def open_engine(where: str | Path, *, create: bool) -> Engine:
    """An engine for a path (SQLite) or a database URL; no file is made unless `create`. Raises StoreError."""
    address = str(where)
    try:
        url = make_url(address if "://" in address else f"sqlite:///{address}")
        _check_file(url.database if url.get_backend_name() == "sqlite" else None, create=create)
        engine = create_engine(url, json_serializer=_to_json, json_deserializer=msgspec.json.decode)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StoreError(f"{address}: not a database address; give a file such as dateline.db") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def is_current(connection: Connection) -> bool:
    """Whether the schema is this version's; told without loading alembic, which takes most of a second."""
    return revision(connection) == HEAD


def migrate(connection: Connection) -> None:
    """Bring the schema up to this version's. Raises StoreError where a newer version made it."""
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(alembic_config(connection), HEAD)
    except CommandError as error:
        found = revision(connection)
        raise StoreError(f"made by a newer dateline (schema {found}): update dateline, or use another file") from error


def alembic_config(connection: Connection) -> "Config":
    """What alembic needs to run the migrations on `connection`."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def revision(connection: Connection) -> str | None:
    """The migration that the schema stands at; None for a database with nothing of ours in it."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _check_file(file: str | None, *, create: bool) -> None:
    if file is None or file == ":memory:":
        return
    path = Path(file)
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file in it, such as {path / 'dateline.db'}")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")
    if not create and not path.exists():
        raise StoreError(f"{path}: no such database; `dateline add PAGE... --db {path}` makes one")


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Readers while one writes (WAL), waiting for a lock, foreign keys enforced, transactions begun by us alone."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    _use_wal(connection, time.monotonic() + _WAIT_MS / 1000)
    for pragma in ("synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _use_wal(connection: sqlite3.Connection, until: float) -> None:
    """SQLite does not wait for the lock by itself where two programs turn a new file to WAL at once."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _begin_sqlite(connection: Connection) -> None:
    """Python's own transactions leave out changes of the schema; and one that will write takes its lock first."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def why(error: BaseException | None) -> str:
    """The database's own words on one line, with what to do about those that users meet."""
    words = (str(error).splitlines() or ["unknown error"])[0]
    return next((advice for sign, advice in _ADVICE.items() if sign in words), words)


_ADVICE = {
    "not a database": "is not a database; name another file",
    "locked": "another program is writing to it; try again when it has ended",
    "readonly": "may not be written; check who owns it, or name another file",
    "disk is full": "the disk is full; make room and add the pages again: what was added so far is kept",
}


def _to_json(value: object) -> str:
    return msgspec.json.encode(value).decode()
