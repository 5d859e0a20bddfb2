"""The ledgers at `/api/ledgers`: the same figures as the commands print, and what is wrong said in one line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from fastapi.testclient import TestClient

from dateline.casebook import Casebook
from dateline.ledger import sums
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.serve import ledgers
from ledger_made import ARMY, JNIM, denies, event, held_by, killed, on, report, says, town
from served import served

SOLO = town("Solo", geonameid=9)
KINDS = ("control", "casualties", "displacement", "damage", "timeline")


def page_of(coded: Coded) -> Page:
    return Page(name=coded.report.page, data=coded.report.page.encode())


def pages() -> list[Coded]:
    """The army takes Kara on the 3rd and JNIM Solo at some time from the 5th to the 8th; shells, flight, a fear."""
    school = replace(JNIM, name="school", id=None, kind=None)
    shells = event("2", "shelling", words="shelled", extent=None, when=on(4), targets=(school,),
                   sources=(says("nurse"),), counts=(killed(5), killed(90, scope="total")))  # fmt: skip
    fled = event(
        "3", "displacement", by=(), words="fled", extent=None, when=on(4), counts=(killed(900, kind="displaced"),)
    )
    near = event("4", at=SOLO, when=on(9), modality="possible")
    denial = event("5", by=(JNIM,), sources=(denies("mayor"),))
    held = held_by("r", JNIM, SOLO, "JNIM controls Solo.")
    taken = event("6", by=(JNIM,), at=SOLO, when=on(5, 8, precision="span"), sources=(says("=nurse()"),))
    undated = event("7", "protest", by=(ARMY,), at=SOLO, when=None, words="marched", extent=None)
    return [
        report("a", event("1", when=on(3)), shells, fled, published=5),
        report("b", near, denial, published=9, relations=(held,)),
        report("c", taken, undated),
    ]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database of three reports."""
    path = tmp_path / "dateline.db"
    with Casebook.open(path) as book:
        for coded in pages():
            assert book.add(page_of(coded), coded)
    return path


@pytest.fixture
def client(db: Path) -> Iterator[TestClient]:
    with served(db) as client:
        yield client


def get(client: TestClient, path: str, **asked: object) -> Any:
    answer = client.get(f"/api/ledgers/{path}", params={key: str(value) for key, value in asked.items()})
    assert answer.status_code == 200, answer.text
    return answer.json()


def rows(client: TestClient, path: str) -> list[dict[str, str]]:
    answer = client.get(f"/api/ledgers/{path}", params={"format": "csv"})
    assert "attachment" in answer.headers["content-disposition"]
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_control_is_told_for_the_day_that_is_asked_for(client: TestClient) -> None:
    before, after = (get(client, "control", at=day)["items"] for day in ("2021-08-02", "2021-08-03"))
    assert before == []
    assert [(one["place"]["name"], one["standing"]) for one in after] == [("Kara", "held")]


def test_what_changes_nothing_stands_apart_with_its_reason(client: TestClient) -> None:
    apart = get(client, "control")["asides"]["items"]
    assert [one["reason"] for one in apart] == ["it is near, expected or feared, and has not happened"]


def test_the_history_has_every_turn_and_each_side_once(client: TestClient) -> None:
    found = get(client, "control/history")
    turns = {one["place"]["name"]: one["turns"] for one in found["places"]}
    assert [(turn["day"], turn["standing"], turn["open"]) for turn in turns["Solo"]] == [
        ("2021-08-05", "held", True),
        ("2021-08-08", "held", False),
    ]
    assert {key for turn in turns["Solo"] for key in turn["holders"]} == {"jnim"}
    assert (found["first"], found["last"]) == ("2021-08-03", "2021-08-08")
    keys = [side["key"] for side in found["sides"]]
    assert sorted(keys) == sorted({key for some in turns.values() for turn in some for key in turn["holders"]})


def test_a_place_has_the_words_and_the_reports_behind_each_entry(client: TestClient) -> None:
    key = next(
        one["place"]["key"] for one in get(client, "control/history")["places"] if one["place"]["name"] == "Solo"
    )
    found = get(client, f"control/history/{key}")
    said = [one for move in found["moves"] for one in move["statements"]]
    assert "JNIM controls Solo." in {one["sentence"] for one in said}
    assert {found["reports"][one["page"]] for one in said} == {"sha256:b", "sha256:c"}
    assert [one["type"] for one in found["asides"]] == ["capture"]


def test_a_place_of_which_nothing_is_told_is_not_found(client: TestClient) -> None:
    answer = client.get("/api/ledgers/control/history/no|such|place")
    assert (answer.status_code, "take a place's key from" in answer.json()["detail"]) == (404, True)


def test_totals_are_added_to_nothing(client: TestClient) -> None:
    found = get(client, "casualties")
    assert [one["best"] for one in found["all"]["tallies"] if one["of"] == "all"] == [5]
    assert [(one["low"], one["reason"]) for one in found["set_apart"]["items"]] == [(90, "given as a total")]


def test_brief_lines_lack_nothing_but_their_statements(client: TestClient) -> None:
    whole, brief = (get(client, "casualties", brief=brief)["items"] for brief in (False, True))
    assert [{**one, "statements": None} for one in whole] == [{**one, "statements": None} for one in brief]
    assert all("statements" not in one for one in brief)


def test_those_who_fled_are_added_up_by_where_they_left(client: TestClient) -> None:
    (line,) = get(client, "displacement", by="origin")["items"]
    assert (line["group"], line["tallies"][0]["best"]) == ("Kara (BF)", 900)


def test_the_undated_stand_apart(client: TestClient) -> None:
    found = get(client, "timeline")
    days = [one["date"]["start"] for one in found["items"]]
    assert days == sorted(days)
    assert [one["type"] for one in found["undated"]["items"]] == ["protest"]


def test_a_long_ledger_comes_in_parts_that_make_the_whole(client: TestClient) -> None:
    whole, parts, after = get(client, "timeline"), [], 0
    while after is not None:
        part = get(client, "timeline", limit=1, after=after)
        assert part["total"] == whole["total"]
        parts, after = [*parts, *part["items"]], part["next"]
    assert parts == whole["items"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_ledger_can_be_kept_as_a_table(client: TestClient, kind: str) -> None:
    assert len(rows(client, kind)) > 0


def test_no_cell_of_a_table_runs_as_a_formula(client: TestClient) -> None:
    assert [row["said_by"] for row in rows(client, "timeline") if "nurse()" in row["said_by"]] == ["'=nurse()"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_place_narrows_every_ledger(client: TestClient, kind: str) -> None:
    assert get(client, kind, place="Nowhereville")["items"] == []


@pytest.mark.parametrize(
    ("path", "asked", "said"),
    [("timeline", {"type": "sport"}, "type sport: no such type; the types are"), ("casualties", {"type": " "}, "type")],
)
def test_a_wrong_type_is_one_line_that_lists_the_types(
    client: TestClient, path: str, asked: dict[str, str], said: str
) -> None:
    answer = client.get(f"/api/ledgers/{path}", params=asked)
    assert (answer.status_code, said in answer.json()["detail"]) == (422, True)


@pytest.mark.parametrize("asked", [{"by": "colour"}, {"since": "yesterday"}, {"limit": "9999999"}, {"after": "-1"}])
def test_what_cannot_be_asked_is_refused(client: TestClient, asked: dict[str, str]) -> None:
    assert client.get("/api/ledgers/casualties", params=asked).status_code == 422


def test_what_is_added_meanwhile_is_counted(client: TestClient, db: Path) -> None:
    before = get(client, "casualties")["all"]
    more = report("d", event("8", "shelling", words="shelled", extent=None, when=on(6), counts=(killed(7),)))
    with Casebook.open(db) as book:
        assert book.add(page_of(more), more)
    after = get(client, "casualties")["all"]
    assert (before["tallies"][0]["low"], after["tallies"][0]["low"]) == (5, 12)


def test_the_api_offers_what_the_ledgers_add_up_by() -> None:
    assert (get_args(ledgers.ByHarm), get_args(ledgers.ByMoves)) == (sums.BY_HARM, sums.BY_MOVES)


@pytest.mark.parametrize(("ledger", "by"), [("casualties", "month"), ("casualties", "side"), ("displacement", "day")])
def test_the_incidents_of_a_line_are_those_that_it_adds_up(client: TestClient, ledger: str, by: str) -> None:
    for line in get(client, ledger, by=by)["items"]:
        found = get(client, f"{ledger}/incidents", by=by, group=line["group"])
        assert sorted(one["incident"] for one in found["items"]) == sorted(line["incidents"])


def test_lines_in_brief_name_those_who_say_so(client: TestClient) -> None:
    said = {one["type"]: one["said_by"] for one in get(client, "timeline", brief=True)["items"]}
    assert said["shelling"] == ["nurse"]


def test_each_dated_incident_is_counted_on_its_first_day(client: TestClient) -> None:
    found, counted = get(client, "timeline"), get(client, "timeline/days")
    starts = [one["date"]["start"] for one in found["items"]]
    assert counted["days"] == [[day, starts.count(day)] for day in sorted(set(starts))]
    assert (counted["dated"], counted["undated"]) == (found["total"], found["undated"]["total"])


@pytest.mark.parametrize("path", [*KINDS, "control/asides", "control/history", "timeline/days"])
def test_who_has_a_ledger_already_is_told_so_until_the_database_changes(
    client: TestClient, db: Path, path: str
) -> None:
    tag = client.get(f"/api/ledgers/{path}").headers["ETag"]
    known = {"If-None-Match": tag}
    same, other = (client.get(f"/api/ledgers/{path}{asked}", headers=known) for asked in ("", "?place=Solo"))
    more = report("d", event("8", "shelling", words="shelled", extent=None, when=on(6)))
    with Casebook.open(db) as book:
        assert book.add(page_of(more), more)
    changed = client.get(f"/api/ledgers/{path}", headers=known)
    assert (same.status_code, same.content, other.status_code, changed.status_code) == (304, b"", 200, 200)


@pytest.mark.parametrize("path", [*KINDS, "casualties/incidents", "control/history", "control/history/x"])
def test_a_parameter_that_no_ledger_takes_is_refused(client: TestClient, path: str) -> None:
    answer = client.get(f"/api/ledgers/{path}", params={"colour": "red", "group": "2021-08"})
    assert (answer.status_code, answer.json()["detail"][:42]) == (422, "colour: this address takes no such paramet")


def test_a_condition_that_the_ledger_does_not_have_is_refused(client: TestClient) -> None:
    answer = client.get("/api/ledgers/displacement", params={"type": "shelling"})
    assert (answer.status_code, answer.json()["detail"][:5]) == (422, "type:")
