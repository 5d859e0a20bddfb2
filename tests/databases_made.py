"""Databases on each engine: a new one for tests of the schema, an emptied one for all others."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex

import pytest
from sqlalchemy import URL, inspect, make_url, text

from dateline.store.store import Store

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from scratch import SERVER, autocommitting, connected, schema

NO_SERVER = "no PostgreSQL server: run the tests beside one with tools/with_postgres.py"


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """The name of each engine."""
    return str(request.param)


@pytest.fixture
def new_address(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a database may be made."""
    return str(tmp_path / "dateline.db") if engine == "sqlite" else request.getfixturevalue("new_schema")


@pytest.fixture
def address(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty database is."""
    if engine == "postgresql":
        found: str = request.getfixturevalue("kept_schema")
        _empty(found)
        return found
    return str(shutil.copy(request.getfixturevalue("kept_file"), tmp_path / "dateline.db"))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store."""
    with Store.open(address) as opened:
        yield opened


@pytest.fixture(scope="session")
def kept_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database in a file."""
    path = tmp_path_factory.mktemp("store") / "empty.db"
    Store.open(path).close()
    return path


@pytest.fixture(scope="session")
def server() -> URL:
    """The database that tests may use on a PostgreSQL server."""
    named = os.environ.get(SERVER)
    if named is None:
        pytest.skip(NO_SERVER)
    return make_url(named)


@pytest.fixture(scope="session")
def kept_schema(server: URL) -> Iterator[str]:
    """A schema that tests use one after another."""
    with schema(server) as address:
        Store.open(address).close()
        yield address


@pytest.fixture
def new_schema(server: URL) -> Iterator[str]:
    """A schema that is empty."""
    with schema(server) as address:
        yield address


@pytest.fixture
def bare_schema(server: URL) -> Iterator[str]:
    """A database of its own on the server, without PostGIS."""
    name = f"bare_{token_hex(8)}"
    with autocommitting(server) as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with autocommitting(server) as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


def _empty(address: str) -> None:
    with connected(make_url(address)) as connection:
        tables = set(inspect(connection).get_table_names()) - {"alembic_version", "spatial_ref_sys"}
        connection.execute(text("SET LOCAL session_replication_role = replica"))  # the log refuses to be emptied
        connection.execute(text(f"TRUNCATE {', '.join(sorted(tables))}"))
