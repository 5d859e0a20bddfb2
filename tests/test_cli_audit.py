"""`dateline audit` on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline import auditing
from dateline.audit.asking import asked_of
from dateline.casebook import Casebook
from dateline.cli import app
from dateline.model.audit import Audit
from dateline.model.errors import RefusedError
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store import audits


@pytest.fixture
def db(tmp_path: Path, page: Page, coded: Coded) -> Path:
    """A database with one page."""
    path = tmp_path / "d.db"
    with Casebook.open(path) as book:
        book.add(page, coded)
    return path


def audit(db: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["audit", *arguments, "--db", str(db)])


def judge(db: Path, who: str) -> Audit:
    """Gives verdicts on the newest audit: all is right but the types."""
    with Casebook.open(db) as book, book.store.connected(writes=True) as connection:
        newest = audits.all_audits(connection)[0]
        for number in audits.numbers(connection, newest):
            asked = asked_of(audits.item(connection, newest, number).event)
            answers = {slot: "wrong" if slot == "type" else "right" for slot in asked}
            auditing.give(connection, newest, who, number, answers)  # type: ignore[arg-type]
        return newest


def test_a_sample_is_drawn_under_a_name_and_can_be_drawn_again(db: Path) -> None:
    drawn = audit(db, "Release 1", "--sample", "3", "--stratify", "type", "--seed", "7")
    assert drawn.exit_code == 0, drawn.output
    assert "Release 1: 3 of 3 events drawn, with the seed 7" in drawn.output
    assert "air_strike" in drawn.output
    assert "none yet of 2" in audit(db).output


def test_figures_are_printed_for_people_and_programs(db: Path) -> None:
    audit(db, "Release 1", "--sample", "3", "--seed", "7")
    judge(db, "Amna")
    judge(db, "Idris")
    shown = audit(db, "--figures").output
    assert "Amna judged 3, Idris judged 3" in " ".join(shown.split())
    assert "0.000" in next(line for line in shown.splitlines() if line.split()[:1] == ["type"])
    line = json.loads(audit(db, "Release 1", "--figures", "--format", "jsonl").output)
    assert (line["slots"]["type"]["share"], line["slots"]["record"]["share"]) == (0, 1)
    rows = audit(db, "--figures", "--format", "csv").output.splitlines()
    assert rows[0].startswith("audit,type,slot,precision")


def test_where_there_is_none_it_says_how_to_draw_one(db: Path) -> None:
    assert "--sample" in audit(db).output
    assert "--sample" in audit(db, "--figures").output


def test_a_name_that_is_not_there_is_refused_with_those_that_are(db: Path) -> None:
    audit(db, "Release 1", "--sample", "3")
    answer = audit(db, "Release 2", "--figures")
    assert (answer.exit_code, "Release 1" in answer.output) == (2, True)


def test_a_sample_too_small_for_its_strata_is_refused(db: Path) -> None:
    answer = audit(db, "x", "--sample", "2", "--stratify", "type")
    assert isinstance(answer.exception, RefusedError)


def test_drawing_and_printing_are_two_steps(db: Path) -> None:
    assert audit(db, "--sample", "3", "--figures").exit_code == 2
