"""The benchmarks that can be run, and the one of pages."""

import json
from pathlib import Path
from typing import cast

import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.evaluate.bench import BENCHMARKS, BenchmarkError, predictions
from dateline.evaluate.pages import kept_lines

STORY = [
    "At least nine people were killed when shells hit a market in the east of the town on Tuesday, the governor said.",
    "Rescue workers told reporters that more bodies were still under the rubble of a bakery and of two houses.",
    "The army denied that its guns had fired on the town and blamed the rebels who hold the hills to the north.",
]
LINES = ["Home", "", "World", *STORY, "Advertisement", "Privacy policy", "© 2020 The Example. All rights reserved."]
PLACES = [3, 4, 5]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with one page of either set."""
    lined = {"id": "a1", "url": "https://example.org/a", "lines": [[line, None] for line in LINES]}
    whole = {"url": "https://example.org/b", "text": "\n".join(LINES), "with": [], "without": []}
    (tmp_path / "article_extraction_dev.jsonl").write_text(json.dumps(lined) + "\n\n", encoding="utf-8")
    (tmp_path / "trafilatura_dev.jsonl").write_text(json.dumps(whole) + "\n", encoding="utf-8")
    return tmp_path


def bench(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["bench", *arguments])


def test_the_lines_of_the_story_are_told_by_their_positions() -> None:
    assert kept_lines(LINES) == PLACES


def test_a_line_is_told_even_if_the_dateline_was_peeled_off_it() -> None:
    lines = ["Home", f"EXAMPLIA (Reuters) - {STORY[0]}", *STORY[1:], "Privacy policy"]
    assert kept_lines(lines) == [1, 2, 3]


def test_a_line_that_was_dropped_is_not_told_where_its_words_stand_in_the_story_too() -> None:
    assert kept_lines(["Bakery", "Two houses.", "Sport", *STORY, "two houses", "Privacy policy"]) == [3, 4, 5]


def test_a_page_without_a_story_keeps_nothing() -> None:
    assert kept_lines(["", " ", ""]) == []


def test_every_page_of_both_sets_gets_its_row(data: Path) -> None:
    lined, whole = predictions("pages", data, "dev")
    assert lined == {"set": "article_extraction", "id": "a1", "kept": PLACES}
    assert whole == {"set": "trafilatura", "url": "https://example.org/b", "text": "\n\n".join(STORY)}


def test_missing_data_are_told_before_anything_is_read(data: Path) -> None:
    with pytest.raises(BenchmarkError, match=r"article_extraction_test\.jsonl is not there"):
        predictions("pages", data, "test")


def test_an_unknown_benchmark_is_told_with_those_that_there_are() -> None:
    with pytest.raises(BenchmarkError, match=f"there are: {', '.join(BENCHMARKS)}"):
        predictions("poems", Path(), "dev")


def test_the_command_writes_json_lines(data: Path) -> None:
    out = data / "said.jsonl"
    assert bench("pages", "--data", str(data), "--out", str(out)).exit_code == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["set"] for row in rows] == ["article_extraction", "trafilatura"]
    assert bench("pages", "--data", str(data)).stdout == out.read_text(encoding="utf-8")


def test_the_command_skips_loudly_where_the_data_are_missing(tmp_path: Path) -> None:
    out = tmp_path / "said.jsonl"
    ended = bench("pages", "--data", str(tmp_path / "nowhere"), "--out", str(out))
    assert ended.exit_code == 2
    assert ended.stderr.count("\n") == 1
    assert "was not run" in ended.stderr
    assert not out.exists()


def test_a_file_that_cannot_be_written_is_one_line(data: Path) -> None:
    ended = bench("pages", "--data", str(data), "--out", str(data / "no" / "such" / "said.jsonl"))
    assert (ended.exit_code, ended.stderr.count("\n")) == (2, 1)


def test_an_ordinary_article_gets_its_row_with_what_was_found_in_it(tmp_path: Path) -> None:
    sport = "The visitors attacked from the first minute and captured the lead. " * 12
    war = "Jets bombed the market in Goma on Monday and killed nine civilians, the army said."
    articles = [{"url": "https://example.org/match", "text": sport}, {"url": "https://example.org/war", "text": war}]
    (tmp_path / "dev.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    match, raid = predictions("calm", tmp_path, "dev")
    assert match == {"url": "https://example.org/match", "events": []}
    assert raid["url"] == "https://example.org/war"
    assert {"type": "air_strike", "trigger": "bombed", "sentence": war} in cast("list[dict[str, str]]", raid["events"])


def test_a_pair_of_reports_shares_a_happening_or_not_and_a_copy_is_one(tmp_path: Path) -> None:
    raid = (
        "Jets bombed the market in Goma on Monday and killed nine civilians, the army said. Rescue workers pulled "
        "four people out of the rubble of a bakery, and the wounded were taken to a clinic in the east of the town."
    )
    again = "At least nine civilians died on Monday when warplanes bombed the market in Goma, doctors said."
    other = "Gunmen kidnapped two teachers near Nyala in Sudan on Friday, the town council said."
    texts = {"a": raid, "b": again, "c": other, "d": raid}
    rows = [
        json.dumps({"id": k, "title": f"Report {k}", "text": t, "outlet": k, "date": "2016-07-06"})
        for k, t in texts.items()
    ]
    (tmp_path / "texts_dev.jsonl").write_text("\n".join(rows), encoding="utf-8")
    judged = "pair\tid_a\tid_b\tverdict\n0\ta\tb\tsame\n1\ta\tc\tdifferent\n2\ta\td\tcopy\n"
    (tmp_path / "dev.tsv").write_text(judged, encoding="utf-8")
    assert list(predictions("pairs", tmp_path, "dev")) == [
        {"pair": "0", "shared": True, "copy": False},
        {"pair": "1", "shared": False, "copy": False},
        {"pair": "2", "shared": True, "copy": True},
    ]
