"""`dateline serve` says in one line why it cannot."""

import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli import app
from pages_made import filled
from served import add_users


def said(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["serve", *arguments])
    return result.exit_code, str(result.exception) if result.output == "" else result.output


@pytest.fixture
def db(tmp_path: Path) -> Path:
    filled(tmp_path / "d.db")
    return tmp_path / "d.db"


def test_a_port_that_is_taken_is_named_with_another(db: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, words = said("--db", str(db), "--port", str(port))
    assert status != 0
    assert f"--port {port}: another program listens there" in " ".join(words.split())


def test_an_address_of_another_machine_is_refused(db: Path) -> None:
    add_users(db, Amna="admin")
    status, words = said("--db", str(db), "--host", "192.0.2.1")
    assert status != 0
    assert "no address of this machine" in " ".join(words.split())


def test_a_database_that_is_not_there_is_named_before_anything_is_served(tmp_path: Path) -> None:
    status, words = said("--db", str(tmp_path / "gone.db"))
    assert status != 0
    assert "no such database" in " ".join(words.split())
