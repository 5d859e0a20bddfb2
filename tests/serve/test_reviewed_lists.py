"""Lists show events as people left them."""

from pathlib import Path

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
