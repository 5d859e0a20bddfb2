"""The battery that compares merging in parts with merging at once."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import partition_battery
from dateline.merge.incidents import tellings_of
from dateline.pipeline import Coder
from partition_battery import differences, read

REPORTS = (
    ("a", "2024-05-31", "Rockets hit the market of Kadugli on Friday and killed 14 people, the mayor said."),
    ("b", "2024-06-01", "At least 14 people died when rockets hit Kadugli overnight, residents said."),
    ("c", "2024-06-01", "Gunmen abducted two engineers near Nyala on Friday."),
    ("d", "2024-06-02", "Fourteen people were killed by rockets on the last day of May, a nurse said."),
)


def test_reports_about_the_end_of_a_month_are_merged_in_parts_as_at_once(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    rows = [{"id": name, "title": None, "date": day, "text": text} for name, day, text in REPORTS]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    tellings = list(tellings_of(Coder().code_many(read([file]))).values())
    assert {telling.page for telling in tellings} >= {"a", "b", "c"}
    assert differences(tellings) == 0


def test_a_part_that_is_left_out_is_a_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [{"id": name, "date": day, "text": text} for name, day, text in REPORTS[:2]]
    tellings = list(tellings_of(Coder().code_many(map(partition_battery._page, pages))).values())
    monkeypatch.setattr(partition_battery, "partitioned", lambda some: [(one.event.id,) for one in some][1:])
    assert differences(tellings) > 0
