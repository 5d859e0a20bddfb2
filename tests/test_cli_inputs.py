"""The pages that commands take: out of containers, of a kind and with fields that are said, fetched, within caps."""

import json
from pathlib import Path

import pytest

from cli_made import Result, Run
from dateline.model.text import Page
from inputs_made import GOOD, STORY, URL, feed, rows


def reports(result: Result) -> list[tuple[str, str]]:
    lines = map(json.loads, result.out.splitlines())
    return [(line["page"], line["status"]) for line in lines if line["record"] == "report"]


def test_every_page_in_a_container_is_coded(run: Run, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(feed(links=1))
    result = run("code", "feed.xml")
    assert result.status == 0
    assert reports(result) == [(f"feed.xml!{URL}", "coded"), (f"feed.xml!{URL}-0", "empty")]


def test_as_reads_a_page_as_the_kind_that_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(GOOD["json"])
    assert reports(run("code", "a.json")) == [("a.json!1", "coded")]
    assert reports(run("code", "a.json", "--as", "text")) == [("a.json", "coded")]


@pytest.mark.parametrize("command", ["code", "add"])
def test_fields_name_what_a_record_holds(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "a.csv").write_bytes(rows(a=STORY, b="Harbour shelled", c="2 March 2021", d=URL))
    fields = ("--text-field", "a", "--title-field", "b", "--date-field", "c", "--url-field", "d")
    result = run(command, "a.csv", *fields)
    assert result.status == 0
    assert "a.csv!1" in (result.out if command == "code" else run("pages").out)
    (tmp_path / "b.csv").write_bytes(rows(body="<p>empty</p>", day="2 March 2021"))
    assert reports(run("code", "b.csv", "--html-field", "body")) == [("b.csv!1", "empty")]


def test_a_web_address_is_fetched_only_where_that_is_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    refused = run("code", URL)
    assert refused.err == f"{URL}: failed: is a web address: give --fetch to have it fetched\n"
    page = Page(name=URL, data=GOOD["html"], came="url")
    monkeypatch.setattr("dateline.ingest.inputs.fetch", lambda url, caps: page if caps.seconds == 3 else None)
    assert reports(run("code", URL, "--fetch", "--max-seconds", "3")) == [(URL, "coded")]


@pytest.mark.parametrize("arguments", [["--max-page-mb", "0.01"], ["--cap", "page_bytes=10_000"]])
def test_caps_can_be_set(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "feed.xml").write_bytes(feed(links=200))
    assert run("code", "feed.xml").status == 0
    result = run("code", "feed.xml", *arguments)
    assert result.status == 1
    assert result.err == "feed.xml: too large: is larger than 0.01 MB (cap page_bytes)\n"


def test_show_wants_a_single_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(GOOD["csv"])
    (tmp_path / "a.jsonl").write_bytes(GOOD["jsonl"])
    assert run("show", "a.csv").status == 0
    refused = run("show", "a.jsonl")
    assert (refused.status, refused.out) == (2, "")
    assert "several pages; name one, such as 'a.jsonl!1'" in refused.err
    (tmp_path / "feed.xml").write_bytes(feed(links=2))
    assert run("show", f"feed.xml!{URL}").status == 0
    missing = run("show", "a.jsonl!77")
    assert (missing.status, "no page of this name" in missing.err) == (2, True)


def test_show_reads_a_page_as_it_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD["jsonl"])
    assert run("show", "a.jsonl", "--as", "text").status == 0
    (tmp_path / "b.csv").write_bytes(rows(a=STORY, b="Harbour shelled"))
    assert run("show", "b.csv", "--text-field", "a").status == 0
