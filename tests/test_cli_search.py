"""What `search` finds by words, and `events` by where it lies."""

import csv
import io
import json
from pathlib import Path

import pytest

from cli_made import Run


def test_reports_are_found_by_words_phrases_and_what_they_must_not_have(run: Run, sample: str) -> None:
    run("add", sample)
    (line,) = run("search", "market", "the market in", "-convoy", "--format", "jsonl").out.splitlines()
    found = json.loads(line)
    assert (found["record"], found["title"]) == ("found", "Market bombed in Kalma")
    assert "market in Kalma" in found["text"]
    assert found["text_end"] - found["text_start"] == len(found["text"])
    for asked in (["market", "-Kalma"], ["-hospital", "convoy"], ["in market the"]):
        assert run("search", *asked).out == ""


def test_a_search_that_finds_nothing_says_so(run: Run, sample: str) -> None:
    run("add", sample)
    assert run("search", "no", "such", "words").err == "no report in dateline.db has no such words\n"
    assert run("search", "!?").err == "!? has no word to look for\n"
    assert run("search", "market", "--such").status == 2


def test_a_search_may_be_a_table_or_csv_and_says_what_it_leaves_out(run: Run, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(name)
    run("add", "a.txt", "b.txt", "c.txt")
    result = run("search", "market", "--limit", "1", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(result.out))
    assert row["title"] == "Market bombed in Kalma"
    assert "more than 1" in result.err
    assert "Market bombed" in run("search", "market").out


@pytest.mark.parametrize(
    ("option", "value", "count"),
    [
        ("--near", "12.0,24.99,5", 1),
        ("--near", "12.0,24.9,20", 2),
        ("--near", "50,24.99,5", 0),
        ("--box", "24.9,11,25,13", 1),
        ("--box", "25,11,24.9,13", 2),
    ],
)
def test_events_are_found_by_where_they_lie(run: Run, sample: str, option: str, value: str, count: int) -> None:
    run("add", sample)
    assert len(run("events", option, value, "--format", "jsonl").out.splitlines()) == count


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["--near", "here"], "write it in degrees"),
        (["--box", "1,2,3"], "write it in degrees"),
        (["--near", "91,0,5"], "no latitude"),
        (["--box", "0,5,1,4"], "south 5 lies above north 4"),
        (["--near", "1,2,3", "--box", "1,2,3,4"], "name one of them"),
    ],
)
def test_what_is_no_place_to_look_is_a_wrong_command_line(run: Run, arguments: list[str], advice: str) -> None:
    result = run("events", *arguments)
    assert result.status == 2
    assert advice in result.err
    assert len(result.err.splitlines()) == 1


def test_a_database_on_a_server_is_named_by_its_address(run: Run, sample: str, new_schema: str) -> None:
    assert run("add", sample, "--db", new_schema).out == "pages: 1 added with 3 events, 0 there already, 0 failed\n"
    assert len(run("events", "--db", new_schema, "--format", "jsonl").out.splitlines()) == 3
    assert "@127.0.0.1" in run("search", "nowhere", "--db", new_schema).err
    assert ":" not in run("search", "nowhere", "--db", new_schema).err.split("//")[1].split("@")[0]
