"""The API answers what is told of incidents, and says in one line what is wrong with a question."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dateline.casebook import Casebook
from merge.made import an_event
from pages_made import a_page, filled
from served import served


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of a few pages, which no test of this file changes."""
    path = tmp_path_factory.mktemp("served") / "dateline.db"
    filled(path)
    return path


@pytest.fixture(scope="module")
def client(db: Path) -> Iterator[TestClient]:
    with served(db) as opened:
        yield opened


def got(client: TestClient, address: str, status: int = 200) -> Any:
    response = client.get(f"/api{address}")
    assert response.status_code == status, response.text
    return response.json()


def test_incidents_are_listed_a_page_at_a_time(client: TestClient) -> None:
    whole = got(client, "/incidents")
    first = got(client, "/incidents?limit=3")
    rest = got(client, f"/incidents?limit=3&after={first['next']}")
    assert first["items"] + rest["items"] == whole["items"]
    assert (whole["total"], first["total"], rest["next"]) == (4, 4, None)


def test_the_summary_has_a_row_for_each_incident(client: TestClient) -> None:
    found = got(client, "/incidents/summary")
    rows = [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]
    assert [row["id"] for row in rows] == [item["id"] for item in got(client, "/incidents")["items"]]
    assert (found["total"], found["capped"], rows[0]["copies"], rows[0]["reviewed"]) == (4, False, 0, False)


@pytest.mark.parametrize("asked", ["type=air_strike", "place=Nurma", "box=-180,0,-179,20", "until=2023-01-31"])
def test_the_filters_of_list_and_summary_are_the_same(client: TestClient, asked: str) -> None:
    (item,) = got(client, f"/incidents?{asked}")["items"]
    ((id, *_),) = got(client, f"/incidents/summary?{asked}")["rows"]
    assert item["type"] == "air_strike"
    assert item["id"] == id


def test_a_group_of_types_stands_for_its_types(client: TestClient) -> None:
    assert {item["type"] for item in got(client, "/incidents?type=violence")["items"]} == {"air_strike", "shelling"}


def test_an_incident_has_its_tellings_its_reports_and_what_it_is_unsure_of(client: TestClient) -> None:
    (item,) = got(client, "/incidents?type=shelling")["items"]
    found = got(client, f"/incidents/{item['id']}")
    assert found["record"] == "incident"
    assert (
        {one["event"] for one in found["reports"]} == {one["event"] for one in found["tellings"]} == {"e1", "e2", "e3"}
    )
    assert all(one["id"].startswith("sha256:") for one in found["reports"])
    assert any("denied by the army" in doubt for doubt in found["doubts"])


def test_several_types_and_several_statuses_may_be_asked_for(client: TestClient) -> None:
    items = got(client, "/incidents?type=air_strike&type=protest")["items"]
    assert {item["type"] for item in items} == {"air_strike", "protest"}
    rows = got(client, "/incidents/summary?type=violence&type=shelling&type=arrest")["rows"]
    assert sorted(row[1] for row in rows) == ["air_strike", "arrest", "shelling"]
    every = got(client, "/about")["statuses"]
    wanted = sum(every.get(status, 0) for status in ("denied", "reported"))
    assert got(client, "/incidents?status=denied&status=reported")["total"] == wanted > 0


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/incidents?colour=red", 422, "colour: this address takes no such parameter; it takes actor, after, box"),
        ("/incidents?limit=0", 422, "limit 0: input should be greater than or equal to 1"),
        ("/incidents?limit=1001", 422, "limit 1001"),
        ("/incidents?since=yesterday", 422, "since yesterday: not a day; write it as 2024-05-31"),
        ("/incidents?since=2024-02-31", 422, "no such day"),
        ("/incidents?box=1,2", 422, "west, south, east, north"),
        ("/incidents?box=0,9,1,2", 422, "south 9 lies above north 2"),
        ("/incidents?box=0,0,nan,1", 422, "no longitude"),
        ("/incidents?type=picnic", 422, "type picnic: no such type; the types are air_strike"),
        ("/incidents?status=certain", 422, "status certain"),
        ("/incidents?place=", 422, "place"),
        ("/incidents?after=x", 400, "take it from `next`"),
        ("/incidents/zzz", 404, "zzz: no incident is called so"),
        ("/incidents/zzz?all=1", 422, "all: this address takes no such parameter; it takes none"),
        ("/picnic", 404, "there is nothing at /api/picnic"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(client: TestClient, address: str, status: int, said: str) -> None:
    detail = got(client, address, status)["detail"]
    assert said in detail
    assert "\n" not in detail


def test_who_has_an_answer_already_gets_none_until_the_database_changes(tmp_path: Path) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        first = client.get("/api/incidents")
        known = {"If-None-Match": first.headers["ETag"]}
        assert first.headers["Cache-Control"] == "private, no-cache"
        assert client.get("/api/incidents", headers=known).status_code == 304
        assert client.get("/api/incidents?limit=3", headers=known).status_code == 200
        with Casebook.open(tmp_path / "d.db") as book:
            book.add(*a_page("omega", an_event("e9", type="riot")))
        assert client.get("/api/incidents", headers=known).json()["total"] == first.json()["total"] + 1


def test_long_answers_are_packed_for_who_can_unpack_them(client: TestClient) -> None:
    packed = client.get("/api/incidents", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/api/incidents", headers={"Accept-Encoding": "identity"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert packed.json() == plain.json()
