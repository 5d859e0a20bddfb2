"""Lists show events as people left them."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from pages_made import filled
from served import served


def test_a_rejected_event_is_in_no_list_and_its_own_address_says_so(tmp_path: Path) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        before = client.get("/api/events").json()["total"]
        client.post("/api/review/judgements", json={"kind": "rejected", "event": "e5"}).raise_for_status()
        after = client.get("/api/events").json()
        assert (after["total"], "e5" in {one["id"] for one in after["items"]}) == (before - 1, False)
        assert client.get("/api/events/e5").json()["rejected"] is True


def test_a_corrected_type_is_shown_and_found_and_the_old_one_is_not(tmp_path: Path) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        was = client.get("/api/events/e1").json()["type"]
        said = {"kind": "corrected", "event": "e1", "slot": "type", "value": "air_strike"}
        client.post("/api/review/judgements", json=said).raise_for_status()
        assert client.get("/api/events/e1").json()["type"] == "air_strike"
        lists = {type: client.get(f"/api/events?type={type}").json()["items"] for type in (was, "air_strike")}
        assert ["e1" in {one["id"] for one in found} for found in lists.values()] == [False, True]


def test_an_incident_is_reviewed_by_a_judgement_and_not_by_a_comment_nor_by_what_was_undone(tmp_path: Path) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        incident = client.get("/api/events/e1").json()["incident"]

        def say(kind: str) -> int:
            answer = client.post("/api/review/judgements", json={"kind": kind, "event": "e1", "note": "seen"})
            return int(answer.raise_for_status().json()["entry"]["number"])

        def reviewed() -> bool:
            return bool(client.get(f"/api/incidents/{incident}").json()["reviewed"])

        say("commented")
        before = reviewed()
        number = say("accepted")
        accepted = reviewed()
        client.post("/api/review/undo", json={"number": number}).raise_for_status()
        assert (before, accepted, reviewed()) == (False, True, False)


def correct(client: TestClient, event: str, slot: str, value: object) -> None:
    said = {"kind": "corrected", "event": event, "slot": slot, "value": value}
    answer = client.post("/api/review/judgements", json=said)
    assert answer.status_code == 201, answer.text


def ids(client: TestClient, asked: str = "") -> list[str]:
    found = client.get(f"/api/events?{asked}").raise_for_status().json()
    assert found["total"] == len(found["items"])
    return [one["id"] for one in found["items"]]


WORDS = {"text": "market", "text_start": 2, "text_end": 8}


def test_a_corrected_actor_finds_the_event_by_name_and_id_and_the_coded_one_no_more(tmp_path: Path) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        assert "e1" in ids(client, "actor=sd-army")
        correct(client, "e1", "agents", [{"name": "River Guards", "id": "guards", **WORDS}])
        asked = ("actor=sd-army", "actor=the+army", "actor=river+guards", "actor=guards", "actor=guards&type=protest")
        assert ["e1" in ids(client, one) for one in asked] == [False, False, True, True, False]


def test_a_source_that_was_corrected_to_deny_is_found_among_those_that_deny(tmp_path: Path) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        monitor = {"name": "a monitor", **WORDS}
        correct(client, "e1", "sources", [{**monitor, "stance": "denies", "kind": "other"}])
        asked = ("stance=asserts&denials=true", "stance=denies&denials=true", "stance=denies")
        assert ["e1" in ids(client, one) for one in asked] == [False, True, False]


@pytest.mark.parametrize(("day", "place"), [("2030-01-01", 0), ("2022-01-01", -1), ("2024-05-07", None), (None, -1)])
def test_a_corrected_day_puts_the_event_where_it_now_belongs_on_every_page_of_the_list(
    tmp_path: Path, day: str | None, place: int | None
) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        correct(client, "e5", "date", {"start": "2024-05-08", "end": "2024-05-08", "precision": "day"})
        correct(client, "e1", "date", day and {"start": day, "end": day, "precision": "day"})
        items = client.get("/api/events").json()["items"]
        days = [one["date"]["start"] if one["date"] else "" for one in items]
        assert days == sorted(days, reverse=True)
        assert place is None or items[place]["id"] == "e1"
        one_by_one = [client.get(f"/api/events?limit=1&offset={at}").json()["items"] for at in range(len(items) + 1)]
        assert [one["id"] for some in one_by_one for one in some] == [one["id"] for one in items]


def test_a_corrected_event_is_found_by_the_words_of_its_report_and_no_others(tmp_path: Path) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        correct(client, "e1", "type", "air_strike")
        assert ["e1" in ids(client, f"text={words}") for words in ("market", "shells")] == [True, False]


def test_an_undone_correction_leaves_the_event_where_it_was(tmp_path: Path) -> None:
    filled(tmp_path / "d.db")
    with served(tmp_path / "d.db") as client:
        before = ids(client)
        correct(client, "e1", "date", None)
        assert ids(client) != before
        client.post("/api/review/undo", json={"number": 1}).raise_for_status()
        assert ids(client) == before
