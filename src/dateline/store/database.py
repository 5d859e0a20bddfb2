"""Opening a database: its settings, its transactions, and its schema brought up to date."""

import json
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from dateline.model.errors import StoreError
from dateline.store.address import shown, unknown, url_of
from dateline.store.points import KM_BETWEEN, km_between
from dateline.store.tables import HEAD
from dateline.store.types import keepable

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
_WAIT_MS = 10_000
_TURN_S = 60.0
"""How long a writer waits for its turn."""
_LOOK_MS = 2
_ENGINES_OWN = (
    "event_points",
    "report_index",
    "point",
    "ix_event_places_point",
    "ix_event_places_box",
    "ix_incidents_newest",
    "ix_incidents_counted",
    "ix_report_words_words",
    "spatial_ref_sys",
)


def open_engine(where: str | Path, *, create: bool) -> Engine:
    """An engine for a path (SQLite) or a database URL; no file is made unless `create`. Raises StoreError."""
    url = url_of(where)
    if url.get_backend_name() == "sqlite":
        _check_file(url.database, create=create)
    engine = _engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _begin_postgresql)
    return engine


def _engine(url: URL) -> Engine:
    settings = {"connect_timeout": _WAIT_MS // 1000} if url.drivername == "postgresql+psycopg" else {}
    try:
        return create_engine(
            url, json_serializer=_to_json, json_deserializer=msgspec.json.decode, connect_args=settings
        )
    except ModuleNotFoundError as error:
        if url.drivername != "postgresql+psycopg":
            raise unknown(url) from error
        raise StoreError(f"{shown(url)}: needs a package more: pip install 'dateline[postgresql]'") from error
    except (ArgumentError, NoSuchModuleError) as error:
        raise unknown(url) from error


def is_current(connection: Connection, *, create: bool) -> bool:
    """Whether the schema is this version's; told without loading alembic, which takes most of a second.

    Raises StoreError where there is none of ours, unless one may be made.
    """
    found = revision(connection)
    if found is None and not create:
        where = shown(connection.engine.url)
        raise StoreError(f"{where}: nothing was added to it yet; `dateline add PAGE... --db {where}` does")
    return found == HEAD


def is_of_every_engine(thing: object, name: str | None, kind: str, reflected: bool, compared: object) -> bool:
    """Whether a table, column or index of a database is not one that only its engine has: a filter for alembic."""
    return not (name or "").startswith(_ENGINES_OWN)


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
    """Readers while one writes (WAL), waiting for a lock, foreign keys enforced, transactions begun by us alone.

    A page that is told to be kept must be on the disk, also where the power fails (synchronous = FULL): one wait a page
    is little beside the coding of it.
    """
    connection.isolation_level = None
    connection.create_function(KM_BETWEEN, 4, km_between, deterministic=True)
    connection.execute(f"PRAGMA busy_timeout = {_WAIT_MS}")
    _use_wal(connection, time.monotonic() + _WAIT_MS / 1000)
    for pragma in ("synchronous = FULL", "foreign_keys = ON"):
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
    if connection.get_execution_options().get("writes"):
        _begin_to_write(connection)
    else:
        connection.exec_driver_sql("BEGIN")


def _begin_to_write(connection: Connection) -> None:
    """Wait for the turn to write, looking all the time.

    SQLite's own waiting comes down to ten looks a second, which may for long miss the moments between two pages that
    another program adds.
    """
    until = time.monotonic() + _TURN_S
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {_LOOK_MS}")
    try:
        while not _has_begun(connection, last=time.monotonic() > until):
            pass
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {_WAIT_MS}")


def _has_begun(connection: Connection, *, last: bool) -> bool:
    """Whether the lock was free; one that is not is an error at the `last` try."""
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    except OperationalError as error:
        if last or "locked" not in str(error.orig):
            raise
        return False
    return True


def _begin_postgresql(connection: Connection) -> None:
    """Writers wait for one another as SQLite's do, before they look at anything; readers see one moment throughout.

    The lock is one a schema, and goes with its transaction, however that ends.
    """
    writes = connection.get_execution_options().get("writes")
    if writes:
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('dateline'), hashtext(current_schema()))")
    elif writes is not None:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _to_json(value: object) -> str:
    try:
        return msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # a name of a file that is not UTF-8
        return keepable(json.dumps(value, ensure_ascii=False))
