"""What programs ask of reviews, who may judge, and what comes out of it."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from browser_made import run
from dateline.casebook import Casebook
from dateline.model.event import Coded
from dateline.model.text import Page
from served import add_users, served, sign_in


@pytest.fixture
def db(kept_file: Path, tmp_path: Path, page: Page, coded: Coded) -> Path:
    """A database of one report with four events."""
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


@pytest.fixture
def team(db: Path) -> Iterator[TestClient]:
    """A server for an admin, two reviewers and a viewer."""
    add_users(db, Noor="admin", Amna="reviewer", Idris="reviewer", Vera="viewer")
    with served(db) as client:
        yield client


def judge(client: TestClient, event: str, kind: str, **more: object) -> int:
    return client.post("/api/review/judgements", json={"kind": kind, "event": event, **more}).status_code


def piled(client: TestClient, pile: str = "todo") -> list[str]:
    return [one["event"]["id"] for one in client.get(f"/api/review/queue?pile={pile}").json()["items"]]


def test_the_queue_says_why_and_what_is_reviewed_leaves_it(alone: TestClient, coded: Coded) -> None:
    before = alone.get("/api/review/queue").json()
    assert before["total"] == len(coded.events)
    assert all(one["why"] for one in before["items"])
    assert judge(alone, coded.events[0].id, "accepted") == 201
    assert piled(alone) == [one["event"]["id"] for one in before["items"] if one["event"]["id"] != coded.events[0].id]
    assert piled(alone, "accepted") == [coded.events[0].id]


def test_the_queue_is_filtered_like_the_list_of_events(alone: TestClient, coded: Coded) -> None:
    kind = coded.events[0].claim.type
    found = alone.get(f"/api/review/queue?type={kind}").json()["items"]
    assert {one["event"]["type"] for one in found} == {kind}
    assert alone.get("/api/review/queue?type=picnic").status_code == 422


def test_progress_counts_what_is_done_and_by_whom(alone: TestClient, coded: Coded) -> None:
    judge(alone, coded.events[0].id, "accepted")
    judge(alone, coded.events[1].id, "rejected")
    found = alone.get("/api/review/progress").json()
    assert (found["total"], found["done"]) == (4, 2)
    assert found["reviewers"] == [{"by": "Amna", "judged": 2}]


def test_what_two_differ_on_is_shown_to_all_and_settled_by_an_admin_alone(team: TestClient, coded: Coded) -> None:
    event = coded.events[0].id
    for name, kind in (("Amna", "rejected"), ("Idris", "accepted")):
        sign_in(team, name)
        assert judge(team, event, kind) == 201
    assert judge(team, event, "settled", whose="Amna") == 403
    (found,) = team.get("/api/review/conflicts").json()["items"]
    assert {side["by"]: side["rejects"] for side in found["review"]["conflicts"][0]["sides"]} == {
        "Amna": True,
        "Idris": False,
    }
    sign_in(team, "Noor")
    assert judge(team, event, "settled", whose="Amna") == 201
    assert piled(team, "rejected") == [event]


def missed(coded: Coded, kind: str = "talks") -> dict[str, object]:
    start = coded.report.text.index("leads the front")
    return {"report": coded.report.id, "type": kind, "text_start": start, "text_end": start + 15}


def test_what_was_missed_is_added_listed_with_its_report_and_taken_back(alone: TestClient, coded: Coded) -> None:
    answer = alone.post("/api/review/events", json=missed(coded))
    assert answer.status_code == 201
    entry, item = answer.json()["entry"], answer.json()["item"]
    assert (entry["kind"], entry["some"]) == ("added", [item["event"]["id"]])
    assert (item["event"]["made_by"]["rule"], item["review"]["standing"]) == ("reviewer", "accepted")
    told = alone.get(f"/api/reports/{coded.report.id}").json()["events"]
    assert item["event"]["id"] in [one["id"] for one in told]
    assert alone.post("/api/review/events", json=missed(coded)).status_code == 422
    back = alone.post("/api/review/undo", json={"number": entry["number"]})
    assert (back.status_code, back.json()["items"]) == (201, [])
    assert alone.get(f"/api/review/events/{item['event']['id']}").status_code == 404


def test_a_viewer_looks_and_does_not_judge(team: TestClient, coded: Coded) -> None:
    sign_in(team, "Vera")
    assert len(piled(team)) == 4
    assert judge(team, coded.events[0].id, "accepted") == 403
    assert team.post("/api/review/events", json=missed(coded)).status_code == 403
    assert team.post("/api/review/undo", json={"number": 1}).status_code == 403


def test_who_judges_what_another_changed_meanwhile_is_told_so(team: TestClient, coded: Coded) -> None:
    event = coded.events[0].id
    sign_in(team, "Amna")
    judge(team, event, "corrected", slot="agents", value=[])
    sign_in(team, "Idris")
    answer = team.post("/api/review/judgements", json={"kind": "accepted", "event": event, "seen": 0})
    assert (answer.status_code, answer.json()["detail"]) == (
        409,
        "Amna judged it meanwhile: look at it again, then judge",
    )


def test_what_cannot_stand_is_refused_in_one_line(alone: TestClient, coded: Coded) -> None:
    for more in ({"slot": "type", "value": "picnic"}, {"slot": "agents", "value": [{"name": "x"}]}, {}):
        answer = alone.post("/api/review/judgements", json={"kind": "corrected", "event": coded.events[0].id, **more})
        assert answer.status_code == 422
        assert "\n" not in answer.json()["detail"]
    assert alone.get("/api/review/events/nothing").status_code == 404
    assert alone.post("/api/review/undo", json={"number": 9}).status_code == 422


def test_undoing_brings_the_event_back(alone: TestClient, coded: Coded) -> None:
    event = coded.events[0].id
    entry = alone.post("/api/review/judgements", json={"kind": "rejected", "event": event}).json()["entry"]
    answer = alone.post("/api/review/undo", json={"number": entry["number"]}).json()
    assert [(one["event"]["id"], one["review"]["standing"]) for one in answer["items"]] == [(event, "unreviewed")]
    assert event in piled(alone)


def test_an_event_with_nothing_beside_it_is_not_split_and_not_joined_to_itself(alone: TestClient, coded: Coded) -> None:
    event = coded.events[3].id
    incident = alone.get(f"/api/review/events/{event}").json()["incident"]
    assert alone.post("/api/review/split", json={"event": event}).status_code == 422
    assert alone.post("/api/review/join", json={"event": event, "incident": incident["id"]}).status_code == 422
    assert "items" in alone.get(f"/api/review/events/{event}/neighbours").json()


def test_a_wholly_reviewed_report_is_gold_over_the_api_and_from_the_command_line(
    alone: TestClient, db: Path, coded: Coded, tmp_path: Path
) -> None:
    for event in coded.events[:-1]:
        judge(alone, event.id, "accepted")
    assert alone.get("/api/review/gold").json() == {"reports": []}
    judge(alone, coded.events[-1].id, "rejected")
    (report,) = alone.get("/api/review/gold").json()["reports"]
    assert report["text"] == coded.report.text
    assert len(report["gold"]["events"]) == len(coded.events) - 1
    with zipfile.ZipFile(io.BytesIO(alone.get("/api/review/gold?format=zip").content)) as archive:
        assert json.loads(archive.read(f"{report['doc']}.json")) == report["gold"]
    run("gold", str(tmp_path / "gold"), "--db", str(db))
    assert json.loads((tmp_path / "gold" / f"{report['doc']}.json").read_text()) == report["gold"]


def test_mistakes_are_told_over_the_api_and_from_the_command_line(alone: TestClient, db: Path, coded: Coded) -> None:
    judge(alone, coded.events[0].id, "corrected", slot="agents", value=[])
    found = alone.get("/api/review/mistakes").json()["items"]
    assert [(one["slot"], one["wrong"], one["examples"][0]["right"]) for one in found] == [("agents", 1, "none")]
    assert [json.loads(line) for line in run("mistakes", "--db", str(db), "--format", "jsonl").splitlines()] == found
    assert "agents" in run("mistakes", "--db", str(db))
