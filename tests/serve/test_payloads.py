"""Texts that would like to run do not, in any file and any answer; the browser's own test is in tests/web."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from dateline.cli import app
from dateline.publish.cells import guarded
from payloads_made import database, payloads
from served import served

PAYLOADS = payloads()
INVISIBLE = re.compile(r"^[\s\x00-\x20\xa0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?")
FILES = (
    ("events",), ("pages",), ("timeline",), ("casualties",), ("damage",), ("displacement",), ("control",),
    ("search", "shelled", "--limit", "500"),
)  # fmt: skip


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database whose every page is unkind."""
    return database(tmp_path_factory.mktemp("payloads") / "d.db")


@pytest.fixture(scope="module")
def client(db: Path) -> Iterator[TestClient]:
    """A server on it."""
    with served(db) as opened:
        yield opened


def printed(db: Path, *command: str) -> str:
    result = CliRunner().invoke(app, [*command, "--db", str(db)])
    assert result.exit_code == 0, result.output
    return result.stdout


def begins_a_formula(cell: str) -> bool:
    """Whether a spreadsheet could take a cell, or a part of it that it splits off, for a formula; a number is none."""
    parts = re.split(r"[;\t\r\n]", cell)
    return any(
        INVISIBLE.sub("", part).startswith(tuple("=+-@＝＋－＠")) and not NUMBER.fullmatch(cell) for part in parts
    )


def as_cell(text: str) -> str:
    """A text but for what a cell may change: ends of lines, and apostrophes."""
    return re.sub("[\r\n\u2028\u2029]+", " ", text).replace("'", "")


def test_there_are_enough_of_them_and_all_are_different() -> None:
    assert len(PAYLOADS) >= 200


@pytest.mark.parametrize("payload", ["=1+1", "\t=1", "x; =1", "\u200b@SUM(A1)", "a\n-1", "＝1", "-1; +2", "-x"])
def test_the_check_itself_sees_a_formula_and_the_guard_disarms_it(payload: str) -> None:
    assert begins_a_formula(payload)
    assert not begins_a_formula(str(guarded(payload)))


@pytest.mark.parametrize("kind", ["-4.5", "1e-7", "3"])
def test_numbers_are_no_formulas(kind: str) -> None:
    assert not begins_a_formula(kind)
    assert guarded(float(kind)) == float(kind)


def test_what_is_guarded_once_is_guarded() -> None:
    assert [one for one in PAYLOADS if guarded(guarded(one)) != guarded(one)] == []
    assert [one for one in PAYLOADS if as_cell(str(guarded(one))) != as_cell(one)] == []


@pytest.mark.parametrize("command", FILES, ids=lambda command: command[0])
def test_no_cell_of_a_csv_file_is_a_formula(db: Path, command: tuple[str, ...]) -> None:
    rows = list(csv.reader(io.StringIO(printed(db, *command, "--format", "csv"), newline="")))
    assert [cell for row in rows for cell in row if begins_a_formula(cell)] == []
    assert {len(row) for row in rows} == {len(rows[0])}


def test_a_csv_file_of_events_has_every_text_with_nothing_but_apostrophes_more(db: Path) -> None:
    rows = csv.DictReader(io.StringIO(printed(db, "events", "--format", "csv"), newline=""))
    assert {as_cell(one) for one in PAYLOADS} == {as_cell(row["voice"]) for row in rows}


def test_json_lines_keep_every_text_exactly_as_it_was(db: Path) -> None:
    lines = [json.loads(line) for line in printed(db, "events", "--format", "jsonl").split("\n") if line]
    told = {(line["voice"], line["agents"][0]["name"], line["sources"][0]["name"]) for line in lines}
    assert told == {(one, one, one) for one in PAYLOADS}


def test_every_answer_of_the_api_is_data_that_nothing_can_run(client: TestClient) -> None:
    for path in asked(client):
        answer = client.get(path)
        assert answer.status_code in (200, 400, 404, 422), path
        assert "html" not in answer.headers["content-type"] and "javascript" not in answer.headers["content-type"], path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert "sandbox" in answer.headers["content-security-policy"], path


def test_whatever_is_asked_for_is_looked_for_and_fails_at_nothing(client: TestClient) -> None:
    routes = [(path, names) for path, names in parameters(client).items() if names]
    for number, payload in enumerate(PAYLOADS if routes else ()):
        path, names = routes[number % len(routes)]
        answer = client.get(path, params={names[number // len(routes) % len(names)]: payload})
        assert answer.status_code in (200, 400, 404, 422), (path, payload)


def test_an_address_of_whatever_kind_leads_to_the_page_or_to_nothing(client: TestClient) -> None:
    page = client.get("/about").text
    for payload in PAYLOADS:
        for before in ("/", "/api/", "/api/users/", "/assets/"):
            answer = client.get(before + quote(payload, safe=""))
            assert answer.status_code in (200, 400, 404, 405, 422), (before, payload)
            assert "json" in answer.headers["content-type"] or answer.text == page, (before, payload)


def parameters(client: TestClient) -> dict[str, list[str]]:
    """The parameters that are texts, by the addresses that are asked with them."""
    return {
        path: [one["name"] for one in verbs["get"].get("parameters", ()) if one["in"] == "query"]
        for path, verbs in _paths(client).items()
        if "get" in verbs and "{" not in path
    }


def asked(client: TestClient) -> Iterator[str]:
    """All addresses that answer to GET: lists, and the first few of what each list has."""
    for path in parameters(client):
        yield path
        found = client.get(path).json()
        ids = [one.get("id") for one in found.get("items", ())[:5]] if isinstance(found, dict) else []
        yield from (f"{path}/{id}" for id in ids if isinstance(id, str) and "/" not in id)


def _paths(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/openapi.json").json()["paths"]
    return found
