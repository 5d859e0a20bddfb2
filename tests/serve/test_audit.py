"""Audits over the API: who may draw and judge, that reviewers are blind, and the figures."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.casebook import Casebook
from dateline.model.event import Coded
from dateline.model.text import Page
from served import served, sign_in

NEW = {"name": "Release 1", "sample": 3, "by": "type", "seed": 7}
HIDDEN = {"confidence", "made_by", "likelihood", "stratum", "incident", "id", "by", "voice"}
"""What would tell a reviewer how sure the program is, or where else to look."""


@pytest.fixture
def db(kept_file: Path, tmp_path: Path, page: Page, coded: Coded) -> Path:
    """A database with one page."""
    path = tmp_path / "d.db"
    path.write_bytes(kept_file.read_bytes())
    with Casebook.open(path) as book:
        book.add(page, coded)
    return path


@pytest.fixture
def alone(db: Path) -> Iterator[TestClient]:
    """A server for one person."""
    with served(db, person="Amna") as client:
        yield client


def drawn(client: TestClient, **asked: object) -> str:
    answer = client.post("/api/audits", json={**NEW, **asked})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def judge_all(client: TestClient, audit: str, **but: str) -> None:
    """Judges what is left, all alike."""
    while item := client.get(f"/api/audits/{audit}/next").json()["item"]:
        answers = {**dict.fromkeys(item["asked"], "right"), **but}
        given = client.post(f"/api/audits/{audit}/verdicts", json={"item": item["item"], "answers": answers})
        assert given.status_code == 201, given.text


def figures(client: TestClient, audit: str) -> Any:
    answer = client.get(f"/api/audits/{audit}/figures")
    return answer.json() if answer.status_code == 200 else answer.status_code


def test_a_sample_is_drawn_and_listed(alone: TestClient) -> None:
    audit = drawn(alone)
    (listed,) = alone.get("/api/audits").json()["items"]
    assert listed == alone.get(f"/api/audits/{audit}").json() == alone.get("/api/audits/Release 1").json()
    assert (listed["drawn"], listed["events"], listed["drawn_by"], listed["judged"]) == (3, 3, "Amna", {})
    assert [one["name"] for one in listed["strata"]] == ["air_strike", "deployment", "withdrawal"]


def test_a_reviewer_sees_what_was_coded_but_not_how_sure_anybody_is(alone: TestClient) -> None:
    item = alone.get(f"/api/audits/{drawn(alone)}/next").json()["item"]
    assert item["report"]["text"][item["event"]["evidence"]["text_start"] :].startswith(item["event"]["sentence"])
    assert item["asked"][:2] == ["record", "type"]
    assert item["definition"]
    assert not HIDDEN & (item.keys() | item["event"].keys() | item["report"].keys())


def test_only_an_admin_draws_and_only_reviewers_judge(team: TestClient) -> None:
    sign_in(team, "Idris")
    assert team.post("/api/audits", json=NEW).status_code == 403
    sign_in(team, "Amna")
    audit = drawn(team)
    sign_in(team, "Vera")
    assert team.get(f"/api/audits/{audit}/next").status_code == 403
    assert team.post(f"/api/audits/{audit}/verdicts", json={"item": 1}).status_code == 403
    assert len(team.get("/api/audits").json()["items"]) == 1


def test_no_reviewer_sees_figures_before_being_through_or_what_another_says(team: TestClient) -> None:
    sign_in(team, "Amna")
    audit = drawn(team)
    judge_all(team, audit, type="wrong")
    assert figures(team, audit)["slots"]["type"]["share"] == 0
    sign_in(team, "Idris")
    assert figures(team, audit) == 409
    first = team.get(f"/api/audits/{audit}/next").json()
    assert (first["verdict"], first["judged"], "wrong" in str(first)) == (None, 0, False)
    judge_all(team, audit)
    found = figures(team, audit)
    assert found["slots"]["type"]["share"] == 0.5
    assert found["agreement"]["type"]["same"] == 0
    assert found["judged"] == {"Amna": 3, "Idris": 3}


def test_a_verdict_can_be_taken_back_and_given_again(alone: TestClient) -> None:
    audit = drawn(alone)
    item = alone.get(f"/api/audits/{audit}/next").json()["item"]["item"]
    alone.post(f"/api/audits/{audit}/verdicts", json={"item": item, "answers": {"record": "wrong"}, "note": "a plan"})
    back = alone.get(f"/api/audits/{audit}/next", params={"item": item}).json()
    assert back["verdict"] == {"item": item, "by": "Amna", "answers": {"record": "wrong"}, "note": "a plan"}
    assert alone.request("DELETE", f"/api/audits/{audit}/verdicts/{item}").status_code == 200
    assert alone.get(f"/api/audits/{audit}/next", params={"item": item}).json()["verdict"] is None
    assert alone.request("DELETE", f"/api/audits/{audit}/verdicts/{item}").status_code == 409


def test_a_type_with_wrong_records_has_its_own_figure(alone: TestClient) -> None:
    audit = drawn(alone, reviewers=1)
    while item := alone.get(f"/api/audits/{audit}/next").json()["item"]:
        wrong = item["event"]["type"] == "deployment"
        answers = {"record": "wrong"} if wrong else dict.fromkeys(item["asked"], "right")
        alone.post(f"/api/audits/{audit}/verdicts", json={"item": item["item"], "answers": answers})
    found = figures(alone, audit)
    assert {type: of["record"]["share"] for type, of in found["types"].items()} == {
        "air_strike": 1, "deployment": 0, "withdrawal": 1,
    }  # fmt: skip
    assert found["whole"]["share"] == pytest.approx(2 / 3, abs=0.0001)


def test_figures_come_as_a_table_whose_name_is_no_formula(alone: TestClient) -> None:
    audit = drawn(alone, name="=1+1", reviewers=1)
    judge_all(alone, audit)
    answer = alone.get(f"/api/audits/{audit}/figures", params={"format": "csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows[0]["audit"] == "'=1+1"
    assert [row["slot"] for row in rows[:2]] == ["record", "type"]
    assert rows[0]["precision"] == "1.0000"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [("/api/audits/nope", 404, "no such audit"), ("/api/audits/Release 1/next?item=99", 409, "its last is 3")],
)
def test_what_is_not_there_is_said_in_one_line(alone: TestClient, path: str, status: int, words: str) -> None:
    drawn(alone)
    answer = alone.get(path)
    assert (answer.status_code, words in answer.json()["detail"]) == (status, True)


@pytest.mark.parametrize("asked", [{"sample": 0}, {"sample": 2}, {"by": "mood"}, {"name": " "}, {"name": "Release 1"}])
def test_a_sample_that_cannot_be_drawn_is_refused(alone: TestClient, asked: dict[str, object]) -> None:
    drawn(alone)
    assert alone.post("/api/audits", json={**NEW, "name": "other", **asked}).status_code in (409, 422)
    assert len(alone.get("/api/audits").json()["items"]) == 1
