"""Fixtures for tests of the server: an empty database, and a team that has not signed in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from served import add_users, served


@pytest.fixture
def db(kept_file: Path, tmp_path: Path) -> Path:
    """An empty database."""
    path = tmp_path / "d.db"
    path.write_bytes(kept_file.read_bytes())
    return path


@pytest.fixture
def team(db: Path) -> Iterator[TestClient]:
    """A server whose database has an admin, a reviewer and a viewer; nobody has signed in."""
    add_users(db, Amna="admin", Idris="reviewer", Vera="viewer")
    with served(db) as client:
        yield client
