"""The commands that show what the program knows, and how long work is watched."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app, terminal
from dateline.cli.coding import watched
from dateline.evaluate import codebook as codebook_checks
from dateline.evaluate.codebook import Failure
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.knowledge.types import TYPES
from dateline.model.text import Page
from dateline.store.store import Store

ROWS = (
    PlaceRow(kind="country", names=("Sudan",), country="SD", lat=15.0, lon=30.0, geonameid=1),
    PlaceRow(kind="city", names=("Kalma",), country="SD", lat=12.0, lon=24.99, geonameid=2, population=90_000),
    PlaceRow(kind="city", names=("Kalma",), country="PL", lat=50.0, lon=20.0, geonameid=3, population=900),
    PlaceRow(kind="city", names=("Bentiu",), country="SS", lat=9.2, lon=29.8, geonameid=4),
)


@pytest.fixture
def gazetteer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gazetteer of four places, where the program looks for it."""
    path = tmp_path / "places.sqlite"
    build(path, rows=ROWS)
    monkeypatch.setenv("DATELINE_GAZETTEER", str(path))
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_namesakes_are_all_found_the_more_peopled_first(gazetteer: Path) -> None:
    result = run("gazetteer", "find", "kalma")
    lines = [line for line in result.stdout.splitlines() if "Kalma" in line]
    assert result.exit_code == 0
    assert ["SD" in lines[0], "PL" in lines[1], len(lines)] == [True, True, 2]


def test_a_place_that_is_not_there_says_what_to_do(gazetteer: Path) -> None:
    result = run("gazetteer", "find", "Nowhere-on-Sea")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "try another spelling" in result.stderr


def test_a_country_stands_for_all_places_in_it(gazetteer: Path, tmp_path: Path, page: Page, coded) -> None:
    with Store.open(tmp_path / "d.db") as store:
        store.add(page, coded)
    db = ("--db", str(tmp_path / "d.db"), "--format", "jsonl")
    assert len(run("events", "--place", "Sudan", *db).stdout.splitlines()) == 3
    assert run("events", "--place", "South Sudan", *db).stdout == ""


def test_the_codebook_prints_every_type() -> None:
    printed = run("codebook").stdout
    assert [kind for kind in TYPES if kind not in printed] == []


def test_a_failed_example_is_named_and_ends_with_1(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def check(names: list[str]) -> list[Failure]:
        asked.append(names)
        return [Failure(type="siege", text="The town was cut off.", problem="not coded as siege")]

    monkeypatch.setattr(codebook_checks, "check", check)
    result = run("codebook", "check", "siege")
    assert (asked, result.exit_code) == ([["siege"]], 1)
    assert "siege: not coded as siege: The town was cut off." in result.stdout


def test_an_example_coded_as_it_should_be_ends_with_0(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codebook_checks, "check", lambda names: [])
    assert run("codebook", "check").exit_code == 0


def test_the_schema_is_printed_whole() -> None:
    assert set(json.loads(run("schema").stdout)["$defs"]) >= {"report", "event", "relation"}


class _Watched(io.StringIO):
    """A standard error that somebody watches."""

    def isatty(self) -> bool:
        return True


def watch(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """A watched standard error; called by the test itself, since pytest takes it back after the fixtures."""
    screen = _Watched()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    return screen


def test_long_work_shows_a_bar_to_whoever_watches_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watch(monkeypatch)
    assert list(watched(iter("abc"), ["1", "2", "3"])) == ["a", "b", "c"]
    assert "Coding pages" in screen.getvalue()


def test_one_page_and_output_on_the_screen_need_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watch(monkeypatch)
    assert list(watched(iter("a"), ["1"])) == ["a"]
    assert list(watched(iter("abc"), ["1", "2", "3"], silent=True)) == ["a", "b", "c"]
    assert screen.getvalue() == ""


def test_nothing_is_shown_into_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(watched(iter("abc"), ["1", "2", "3"])) == ["a", "b", "c"]
    with terminal.loading("Loading"):
        pass
    assert capsys.readouterr().err == ""


def test_pages_are_not_read_ahead_of_their_turn() -> None:
    taken: list[int] = []

    def slowly() -> Iterator[int]:
        for n in range(5):
            taken.append(n)
            yield n

    assert next(watched(slowly(), ["a", "b"])) == 0
    assert taken == [0]


def test_explain_says_what_fired_and_why_not(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Jets bombed the market in Goma on Monday. The director shot his film.", encoding="utf-8")
    result = CliRunner().invoke(app, ["code", str(page), "--explain"])
    assert result.exit_code == 0
    assert '"bombed"  air_strike/' in result.output
    assert "makes a claim of air_strike" in result.output
    assert '"shot"' in result.output


def test_explain_takes_no_format(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Jets bombed the market in Goma on Monday.", encoding="utf-8")
    result = CliRunner().invoke(app, ["code", str(page), "--explain", "--format", "jsonl"])
    assert result.exit_code == 2
    assert "leave out --format" in result.output


def test_explain_names_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["code", str(tmp_path / "missing.txt"), "--explain"])
    assert result.exit_code == 1
    assert "No such file" in result.output


def test_finding_says_why_and_what_lies_near_comes_first(gazetteer: Path) -> None:
    result = run("gazetteer", "find", "Kalma", "--near", "50.1,20.1", "--format", "jsonl")
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["country"], first["behind"]) == ("PL", None)
    assert any(reason.startswith("13 km from") for reason in first["why"])
    assert second["behind"] == "it lies farther away"


def test_a_place_named_as_near_is_looked_up_itself(gazetteer: Path) -> None:
    first = json.loads(
        run("gazetteer", "find", "Kalma", "--near", "Bentiu", "--format", "jsonl").stdout.splitlines()[0]
    )
    assert first["country"] == "SD"
    refused = run("gazetteer", "find", "Kalma", "--near", "Nowhere-on-Sea")
    assert refused.exit_code == 2 and "name another" in refused.stderr


def test_a_country_leaves_out_the_places_of_all_others(gazetteer: Path) -> None:
    for code in ("SD", "sd", "Sudan"):
        lines = run("gazetteer", "find", "Kalma", "--country", code, "--format", "jsonl").stdout.splitlines()
        assert [json.loads(line)["country"] for line in lines] == ["SD"]
    assert run("gazetteer", "find", "Kalma", "--country", "Atlantis").exit_code == 2


def test_an_import_says_what_became_of_every_row(gazetteer: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("name,lat,lon\nTarvala,12.1,24.9\nKalma,12.0,24.99\nNowhere,x,y\n", encoding="utf-8")
    result = run("gazetteer", "import", str(file))
    assert result.exit_code == 1
    assert "1 new places; 1 known already" in result.stdout and "1 that cannot be read" in result.stdout
    assert f"{file}:4: " in result.stderr and len(result.stderr.splitlines()) == 1
    assert run("gazetteer", "find", "Tarvala").exit_code == 0


def test_many_flawed_rows_are_not_all_listed(gazetteer: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("name,lat,lon\n" + "Nowhere,x,y\n" * 30, encoding="utf-8")
    stderr = run("gazetteer", "import", str(file)).stderr.splitlines()
    assert len(stderr) == 21 and "10 more rows" in stderr[-1]


def test_a_file_that_is_no_list_of_places_is_refused_in_one_line(gazetteer: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("one,two\n1,2\n", encoding="utf-8")
    result = run("gazetteer", "import", str(file))
    assert result.exit_code != 0 and "name, lat and lon" in str(result.exception or result.stderr)
