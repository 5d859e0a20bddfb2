"""The commands of ledgers: each prints all its forms, and says in one line what is wrong."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.casebook import Casebook
from dateline.cli import app
from dateline.model.event import Coded
from dateline.model.text import Page
from ledger_made import JNIM, denies, event, held_by, killed, on, report, says, town

COMMANDS = ("control", "casualties", "displacement", "damage", "timeline")


def pages() -> list[Coded]:
    school = replace(JNIM, name="school", id=None, kind=None)
    shells = event("2", "shelling", words="shelled", extent=None, when=on(4), targets=(school,),
                   sources=(says("nurse"),), counts=(killed(5), killed(90, scope="total")))  # fmt: skip
    fled = event(
        "3", "displacement", by=(), words="fled", extent=None, when=on(4), counts=(killed(900, kind="displaced"),)
    )
    near = event("4", at=town("Solo", geonameid=9), when=on(9), modality="possible")
    denial = event("5", by=(JNIM,), sources=(denies("mayor"),))
    held = held_by("r", JNIM, town("Solo", geonameid=9), "JNIM controls Solo.")
    return [
        report("a", event("1", when=on(3)), shells, fled, published=5),
        report("b", near, denial, published=9, relations=(held,)),
    ]


def page_of(coded: Coded) -> Page:
    return Page(name=coded.report.page, data=coded.report.page.encode())


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database of two reports."""
    path = tmp_path / "dateline.db"
    with Casebook.open(path) as book:
        for coded in pages():
            assert book.add(page_of(coded), coded)
    return path


def run(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--db", str(db)])


def lines(db: Path, *arguments: str) -> list[dict[str, object]]:
    result = run(db, *arguments, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_ledger_is_a_table_lines_and_csv(db: Path, command: str) -> None:
    table = run(db, command, "--chart")
    assert (table.exit_code, "█" in table.stdout) == (0, True)
    assert "█" not in run(db, command).stdout, "bars go to a terminal only, unless they are asked for"
    assert len(lines(db, command)) > 0
    assert len(list(csv.DictReader(io.StringIO(run(db, command, "--format", "csv").stdout)))) > 0


def test_control_is_replayed_to_the_day(db: Path) -> None:
    before, after = (lines(db, "control", "--at", day, "--place", "Kara") for day in ("2021-08-02", "2021-08-03"))
    assert before == []
    assert [line["standing"] for line in after] == ["held"]


def test_control_keeps_what_changes_nothing_aside(db: Path) -> None:
    assert {line["record"] for line in lines(db, "control")} == {"control"}
    aside = [line for line in lines(db, "control", "--aside", "--place", "Solo") if line["record"] == "control_aside"]
    assert [line["reason"] for line in aside] == ["it is near, expected or feared, and has not happened"]
    assert "Told, and changes nothing" in run(db, "control", "--aside").stdout


def test_totals_stand_under_the_sums(db: Path) -> None:
    printed = run(db, "casualties").stdout
    assert (
        printed.index("All") < printed.index("Totals and stocks, added to nothing") < printed.index("90 people killed")
    )


def test_the_undated_stand_in_a_tray(tmp_path: Path) -> None:
    coded = report("a", event("1", when=None), published=3)
    with Casebook.open(tmp_path / "u.db") as book:
        book.add(page_of(coded), coded)
    assert "On no day that is told" in run(tmp_path / "u.db", "timeline").stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_place_of_which_nothing_is_told_is_said_in_one_line(db: Path, command: str) -> None:
    result = run(db, command, "--place", "Nowhereville")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("control", "--at", "yesterday"), "--at yesterday: not a day; write it as 2024-05-31"),
        (("casualties", "--by", "colour"), "--by colour: nothing is added up by that; write one of month"),
        (("displacement", "--by", "actor"), "--by actor: nothing is added up by that; write one of month"),
        (("timeline", "--type", "sport"), "--type sport: no such type"),
        (("damage", "--since", "2021-13-01"), "--since 2021-13-01: not a day"),
    ],
)
def test_a_wrong_option_is_one_line_that_says_what_to_do(db: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(db, *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in " ".join(result.stderr.split())


def test_a_database_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert run(tmp_path / "none.db", "control").exit_code != 0
