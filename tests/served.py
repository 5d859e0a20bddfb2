"""A server to ask, as browsers and programs do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from dateline.serve.app import create_app
from dateline.serve.settings import Settings
from dateline.store.store import Store
from dateline.store.users import Role, add_user

HOST = "http://127.0.0.1:8700"
PASSWORD = "a long walk by the river"
NEW_PASSWORD = "another one, just as long"
ON_PURPOSE = {"X-Dateline": "1"}


@contextmanager
def served(db: Path | str, base_url: str = HOST, **known: Any) -> Iterator[TestClient]:
    """Asks a server on the database that it was started for; `known` are settings of it."""
    app = create_app(Settings(db=str(db), **known))
    with TestClient(app, base_url=base_url, headers=dict(ON_PURPOSE), raise_server_exceptions=False) as client:
        yield client


def add_users(db: Path | str, **roles: Role) -> None:
    """Adds users, all with the same password; the first must be an admin."""
    with Store.open(db) as store, store.connected(writes=True) as connection:
        for name, role in roles.items():
            add_user(connection, name, role, PASSWORD)


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    """Signs in; the status of the answer."""
    return client.post("/api/session", json={"name": name, "password": password}).status_code


def leave(client: TestClient) -> None:
    """Forgets the cookie without a word to the server."""
    client.cookies.clear()
