"""Databases to try things on, one on each engine that is here, gone again afterwards."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Final

from sqlalchemy import URL, Connection, create_engine, make_url, text

from dateline.store.address import url_of

SERVER: Final = "DATELINE_TEST_POSTGRES"
"""The variable that names a PostgreSQL server, as with_postgres.py sets it."""


@contextmanager
def scratch(engine: str) -> Iterator[str | None]:
    """The address of an empty database; None where no server of this engine is named."""
    if engine == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield str(Path(folder) / "dateline.db")
    elif server := os.environ.get(SERVER):
        with schema(make_url(server)) as address:
            yield address
    else:
        yield None


@contextmanager
def schema(server: URL) -> Iterator[str]:
    """The address of a schema of its own in the database of a PostgreSQL server."""
    name = f"scratch_{token_hex(8)}"
    with connected(server) as connection:
        connection.execute(text("CREATE EXTENSION IF NOT EXISTS postgis"))
        connection.execute(text(f"CREATE SCHEMA {name}"))
    address = server.set(query={"options": f"-csearch_path={name},public"})
    yield address.render_as_string(hide_password=False)
    with connected(server) as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))


@contextmanager
def connected(address: URL) -> Iterator[Connection]:
    """A transaction on a server."""
    engine = create_engine(url_of(address.render_as_string(hide_password=False)))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


@contextmanager
def autocommitting(address: URL) -> Iterator[Connection]:
    """A connection for what may not stand in a transaction, such as making a database."""
    engine = create_engine(url_of(address.render_as_string(hide_password=False)), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()
