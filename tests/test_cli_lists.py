"""What `add` keeps, and how `pages`, `events` and `incidents` list it."""

import csv
import io
import json
from pathlib import Path

import pytest

from cli_made import Run
from dateline.cli import stored
from inputs_made import BAD, URL, feed


def test_add_then_events_then_pages(run: Run, sample: str) -> None:
    assert run("add", sample).out == "pages: 1 added with 3 events, 0 there already, 0 failed\n"
    assert run("add", sample).out == "pages: 0 added with 0 events, 1 there already, 0 failed\n"
    assert "air strike" in run("events").out
    assert sample in run("pages").out


def test_add_keeps_the_good_pages_beside_a_bad_one(run: Run, sample: str) -> None:
    result = run("add", "gone.txt", sample)
    assert result.status == 1
    assert result.out == "pages: 1 added with 3 events, 0 there already, 0 failed; not there or not fetched: 1\n"
    assert result.err.startswith("gone.txt: failed")


def test_what_is_there_and_cannot_be_opened_is_a_page_that_failed(run: Run, sample: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "lost.txt").symlink_to("nowhere.txt")
    (tmp_path / "in" / "folder").symlink_to(tmp_path)
    assert run("add", "in", URL).out.endswith(
        "0 added with 0 events, 0 there already, 2 failed; not there or not fetched: 1\n"
    )
    listed = list(map(json.loads, run("pages", "--format", "jsonl").out.splitlines()))
    assert [(page["page"], page["status"]) for page in listed] == [("in/folder", "failed"), ("in/lost.txt", "failed")]
    assert "not followed" in listed[0]["reason"]


def test_a_page_that_can_be_read_now_leaves_no_row_of_its_failure(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("lost.txt", "still lost.txt"):
        (tmp_path / "in" / name).symlink_to(tmp_path / name)
    assert run("add", "in").status == 1
    (tmp_path / "lost.txt").write_text("a page")
    assert run("add", "in").status == 1
    listed = map(json.loads, run("pages", "--format", "jsonl").out.splitlines())
    said = {page["page"]: page["status"] for page in listed}
    assert said == {"in/lost.txt": "coded", "in/still lost.txt": "failed"}


def test_a_feed_read_again_lists_each_link_once(run: Run, tmp_path: Path) -> None:
    for name, links in (("a.xml", 1), ("b.xml", 2)):
        (tmp_path / name).write_bytes(feed(links=links))
        run("add", name)
    listed = list(map(json.loads, run("pages", "--format", "jsonl").out.splitlines()))
    assert [page["url"] for page in listed if page["came"] == "link"] == [
        f"{URL.partition('://')[2]}-{number}" for number in range(2)
    ]


def test_nothing_is_loaded_to_add_what_is_there_already(run: Run, sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", sample)
    monkeypatch.setattr(stored, "load_coder", lambda *_: pytest.fail("loaded for nothing"))
    assert run("add", sample).status == 0


def test_no_event_that_meets_the_conditions_is_said_in_a_line(run: Run, sample: str) -> None:
    run("add", sample)
    result = run("events", "--place", "Atlantis")
    assert (result.status, result.out) == (0, "")
    assert "no event" in result.err


def test_pages_lists_every_page_with_its_state_and_the_counts_add_up(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "feed.xml").write_bytes(feed(links=2))
    for kind in ("entities", "bomb", "broken.gz", "cut off"):
        (tmp_path / "in" / kind).write_bytes(BAD[kind])
    (tmp_path / "in" / "twice.txt").write_bytes(b"a page")
    (tmp_path / "in" / "twice too.txt").write_bytes(b"a page")
    said = "pages: 4 added with 3 events, 1 there already, 4 failed; copies among the added: 1\n"
    assert run("add", "in").out == said
    assert run("add", "in").out == "pages: 0 added with 0 events, 5 there already, 4 failed\n"
    listed = run("pages").out
    count, told = listed.splitlines()[-1].removeprefix("pages: ").split(" read: ")
    states = {state: int(number) for number, state in (one.split(" ") for one in told.split(", "))}
    assert sum(states.values()) == int(count) == 8
    assert (states["empty"], states["failed"], states["quarantined"]) == (2, 2, 2)
    listed = run("pages", "--format", "jsonl").out
    assert all(name in listed for name in ("in/entities", "in/bomb", "in/broken.gz", "in/cut off!", "feed.xml!"))


def test_pages_can_be_narrowed_to_a_status_and_printed_for_programs(run: Run, sample: str, tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text("empty")
    run("add", "blank.txt", sample)
    lines = list(map(json.loads, run("pages", "--format", "jsonl", "--status", "empty").out.splitlines()))
    assert [(line["record"], line["page"], line["status"]) for line in lines] == [("page", "blank.txt", "empty")]
    header, row = run("pages", "--format", "csv", "--status", "coded").out.splitlines()
    assert (header.split(",")[0], row.split(",")[0]) == ("page", sample)
    listed = run("pages", "--status", "empty").out
    assert sample not in listed
    assert listed.endswith("listed: 1\npages: 2 read: 1 coded, 1 empty\n")


def test_a_status_that_is_none_is_refused(run: Run, sample: str) -> None:
    run("add", sample)
    refused = run("pages", "--status", "lost")
    assert (refused.status, refused.out) == (2, "")
    assert "the statuses are coded, empty" in refused.err


def test_a_file_that_is_not_there_is_no_page_of_the_database(run: Run, sample: str) -> None:
    run("add", "gone.txt", sample)
    assert run("pages").out.endswith("pages: 1 read: 1 coded\n")


@pytest.mark.parametrize(
    ("arguments", "types"),
    [
        ([], ["withdrawal", "air_strike", "deployment"]),
        (["--type", "violence"], ["air_strike"]),
        (["--type", "withdrawal"], ["withdrawal"]),
        (["--place", "Zalingei"], ["withdrawal"]),
        (["--since", "2024-04-01"], ["air_strike"]),
        (["--until", "2024-04-01"], ["withdrawal"]),
        (["--source", "darfur"], ["air_strike"]),
        (["--denials", "--type", "air_strike"], ["air_strike", "air_strike"]),
    ],
)
def test_events_are_those_that_meet_the_conditions(
    run: Run, sample: str, arguments: list[str], types: list[str]
) -> None:
    run("add", sample)
    lines = run("events", "--format", "jsonl", *arguments).out.splitlines()
    assert [json.loads(line)["type"] for line in lines] == types


def test_events_as_csv_have_one_row_each(run: Run, sample: str) -> None:
    run("add", sample)
    rows = list(csv.DictReader(io.StringIO(run("events", "--format", "csv").out)))
    assert [row["type"] for row in rows] == ["withdrawal", "air_strike", "deployment"]
    assert rows[1]["said_by"] == "Darfur Watch"
    assert rows[1]["start"] == "2024-05-07"
    assert rows[2]["start"] == ""


def test_incidents_are_listed_with_who_stands_behind_them(run: Run, sample: str) -> None:
    run("add", sample)
    assert "disputed" in run("incidents").out
    lines = [json.loads(line) for line in run("incidents", "--format", "jsonl").out.splitlines()]
    assert sorted(line["type"] for line in lines) == ["air_strike", "withdrawal"]
    assert {line["record"] for line in lines} == {"incident"}


def test_a_denial_that_has_joined_an_incident_is_not_listed_as_one_of_nothing(run: Run, sample: str) -> None:
    run("add", sample)
    assert run("incidents", "--denials", "--format", "jsonl").out == ""


def test_a_database_that_is_not_there_is_not_made_by_asking_it(run: Run, tmp_path: Path) -> None:
    result = run("events", "--db", "gone.db")
    assert result.status == 1
    assert result.err.count("\n") == 1
    assert "dateline add" in result.err
    assert list(tmp_path.iterdir()) == []
