"""`dateline user`, `dateline token` and `dateline serve` at the terminal."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.model.errors import RefusedError
from dateline.serve.settings import Settings
from dateline.store import passwords, tokens, users
from dateline.store.store import Store

PASSWORD = "a long walk by the river"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept_file: Path) -> Iterator[None]:
    """A folder with an empty database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_USER", "Amna Osman")
    Path("dateline.db").write_bytes(kept_file.read_bytes())
    yield


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a server would be started with."""
    found: dict[str, Any] = {}
    monkeypatch.setattr("uvicorn.run", lambda app, **how: found.update(how, settings=app.state.settings))
    return found


def run(*arguments: str, password: str = PASSWORD) -> Result:
    return CliRunner().invoke(app, arguments, input=f"{password}\n")


def refused(*arguments: str, password: str = PASSWORD) -> str:
    """What a command that cannot be done says."""
    result = run(*arguments, password=password)
    assert isinstance(result.exception, RefusedError)
    return str(result.exception)


def test_a_user_is_added_listed_changed_and_removed() -> None:
    assert run("user", "add", "Amna").output == "Amna: added as admin\n"
    assert run("user", "add", "Idris", "--role", "reviewer").output == "Idris: added as reviewer\n"
    assert run("user", "role", "idris", "viewer").output == "Idris: now viewer\n"
    assert [row.split()[:2] for row in run("user", "list").output.splitlines()[3:5]] == [
        ["Amna", "admin"], ["Idris", "viewer"],
    ]  # fmt: skip
    assert run("user", "remove", "Idris").output == "Idris: removed\n"


def test_the_password_is_read_as_one_line_and_never_shown() -> None:
    result = run("user", "add", "Amna", password=f"{PASSWORD}\nmore")
    assert PASSWORD not in result.output
    assert fits(PASSWORD)


def test_another_password_takes_the_place_of_the_first() -> None:
    run("user", "add", "Amna")
    assert "sessions have ended" in run("user", "password", "Amna", password="quite another one").output
    assert fits("quite another one") and not fits(PASSWORD)


def fits(password: str) -> bool:
    with Store.open("dateline.db") as store, store.connected() as connection:
        return passwords.fits(password, users.kept_password(connection, "Amna"))


def test_what_cannot_be_done_is_said_in_one_line() -> None:
    assert "12 to 256" in refused("user", "add", "Amna", password="short")
    assert "must be an admin" in refused("user", "add", "Amna", "--role", "viewer")
    run("user", "add", "Amna")
    assert "dateline user list" in refused("user", "password", "Nobody")
    assert "dateline user list" in refused("token", "add", "Nobody")
    assert "dateline token list" in refused("token", "remove", "00000000")


def test_no_password_at_all_is_a_wrong_command_line() -> None:
    result = run("user", "add", "Amna", password="")
    assert (result.exit_code, "standard input" in result.output) == (2, True)


def test_a_token_is_printed_once_and_counts_until_removed() -> None:
    run("user", "add", "Amna")
    secret = run("token", "add", "Amna", "--note", "the map", "--role", "viewer", "--days", "3").output.strip()
    with Store.open("dateline.db") as store, store.connected() as connection:
        found = tokens.holder(connection, secret)
    assert found is not None and (found.name, found.role) == ("Amna", "viewer")
    listed = run("token", "list").output
    assert secret not in listed and "the map" in listed
    assert "removed" in run("token", "remove", listed.splitlines()[3].split()[0]).output
    assert run("token", "list").output == ""


def test_without_users_the_list_says_whom_the_server_serves() -> None:
    assert "one person on this machine" in run("user", "list").output


@pytest.mark.parametrize("beyond", [("--host", "0.0.0.0"), ("--host", "::"), ("--name", "dateline.example")])
def test_a_server_that_others_reach_does_not_start_before_there_is_a_user(started, beyond: tuple[str, str]) -> None:
    result = run("serve", *beyond)
    assert (result.exit_code, "dateline user add NAME" in result.output) == (2, True)
    assert started == {}
    run("user", "add", "Amna")
    assert run("serve", *beyond).exit_code == 0
    assert started["settings"].local is False


def test_a_server_for_one_knows_them_by_the_name_that_they_judge_under(started) -> None:
    result = run("serve")
    assert (result.exit_code, "http://127.0.0.1:8700" in result.output) == (0, True)
    assert started["settings"] == Settings(db="dateline.db", person="Amna Osman")
    assert started["server_header"] is False


def test_a_server_without_https_says_that_passwords_can_be_read(started) -> None:
    run("user", "add", "Amna")
    assert "https" in run("serve", "--host", "0.0.0.0").output
    assert "https" not in run("serve").output


def test_a_database_that_is_not_there_gets_no_users() -> None:
    result = run("user", "add", "Amna", "--db", "other.db")
    assert "no such database" in str(result.exception)
    assert not Path("other.db").exists()
