"""Whether a database changed since it was last looked at, whoever changed it, so that work need not be done again."""

from threading import Lock
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from dateline.model.errors import StoreError
from dateline.store.address import shown
from dateline.store.store import Store
from dateline.store.troubles import why


class Watch:
    """One connection that never writes, for SQLite counts the changes that others made. Close it, or use `with`."""

    def __init__(self, store: Store) -> None:
        """Begin to watch an open store."""
        self._store, self._lock = store, Lock()
        self._own = store.engine.connect() if store.engine.dialect.name == "sqlite" else None

    def close(self) -> None:
        """Let go of the connection."""
        if self._own is not None:
            self._own.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def mark(self) -> str:
        """The same words as before where nothing was written since. Raises StoreError."""
        if self._own is None:
            with self._store.connected() as connection:
                return _one(connection, "SELECT CAST(pg_current_snapshot() AS text)")
        with self._lock:
            return self._counted(self._own)

    def _counted(self, connection: Connection) -> str:
        try:
            with connection.begin():
                return _one(connection, "PRAGMA data_version")
        except DBAPIError as error:
            raise StoreError(f"{shown(self._store.engine.url)}: {why(error.orig)}") from error


def _one(connection: Connection, asked: str) -> str:
    return str(connection.execute(text(asked)).scalar_one())
