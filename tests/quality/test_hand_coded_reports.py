"""Floors under the quality on reports coded by hand, and what one of them must be read as saying.

They need the folder `shared` beside the checkout, and are skipped without it. A floor is lowered only with a reason
in CHANGELOG.md.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dateline.ingest.pages import pages
from dateline.pipeline import Coder
from dateline.publish.lines import jsonl
from dateline.publish.schema import schema

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
GOLD = SHARED / "gold" / "dev"
FLOORS: dict[str, float] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
# The floors hold for these reports: the first digits of the SHA-256 of their codings, in the order of their names.
REPORTS = "e929f9a8cf56bc9c"

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason=f"no hand-coded reports at {GOLD}: quality is NOT measured")
Row = dict[str, Any]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that is said of the hand-coded reports, as JSON Lines."""
    out = tmp_path_factory.mktemp("quality") / "said.jsonl"
    texts = [str(path) for path in sorted(GOLD.glob("*.txt"))]
    with out.open("w", encoding="utf-8") as file:
        for coded in Coder().code_many(pages(texts, None)):
            file.writelines(f"{line}\n" for line in jsonl(coded))
    return out


@pytest.fixture(scope="module")
def rows(said: Path) -> list[Row]:
    return [json.loads(line) for line in said.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def idlib(rows: list[Row]) -> list[Row]:
    """What is said of the wire report on Idlib."""
    return [row for row in rows if "idlib-2019-08-30" in row["page"]]


@pytest.fixture(scope="module")
def figures(said: Path) -> Row:
    command = [sys.executable, str(SHARED / "score" / "score.py"), str(GOLD), str(said), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: Row = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(figures: Row, figure: str) -> None:
    assert figures[figure]["f1"] >= FLOORS[figure]


def test_the_floors_are_those_of_these_reports() -> None:
    digest = hashlib.sha256()
    for path in sorted(GOLD.glob("*.json")):
        digest.update(path.read_bytes())
    assert digest.hexdigest()[:16] == REPORTS


def test_every_line_fits_the_schema_and_every_offset_is_exact(rows: list[Row]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    texts = {row["page"]: row["text"] for row in rows if row["record"] == "report"}
    for row in rows:
        assert list(validator.iter_errors(row)) == []
        for part in _worded(row):
            assert texts[row["page"]][part["text_start"] : part["text_end"]] == part["text"]


def _worded(row: Row) -> list[Row]:
    parts = [x for slot in ("agents", "targets", "places", "quantities", "sources") for x in row.get(slot, [])]
    parts += [row[end] for end in ("subject", "object", "date") if row.get(end)]
    return [part for part in parts if part["text"] is not None]


# ---- the report on Idlib ------------------------------------------------------------------------
def events(idlib: list[Row], kind: str) -> list[Row]:
    return [row for row in idlib if row["record"] == "event" and row["type"] == kind]


def test_the_twelve_dead_are_one_air_strike_with_five_children_among_them(idlib: list[Row]) -> None:
    deadly = [e for e in events(idlib, "air_strike") if any(q["kind"] == "killed" for q in e["quantities"])]
    assert len(deadly) == 1
    assert [(q["who"], q["low"], q["high"], q["part_of"]) for q in deadly[0]["quantities"]] == [
        ("civilians", 12, None, None),
        ("children", 5, 5, 0),
    ]
    assert [place["name"] for place in deadly[0]["places"]] == ["Maraat al-Numan"]


def test_the_denial_is_a_denial_by_both_who_made_it(idlib: list[Row]) -> None:
    denied = [row for row in idlib if row["record"] == "event" and not row["asserted"]]
    assert [[(s["name"], s["stance"]) for s in row["sources"]] for row in denied] == [
        [("Moscow", "denies"), ("Damascus", "denies")]
    ]


def test_the_town_that_is_nearly_taken_is_not_captured(idlib: list[Row]) -> None:
    captures = {place["name"]: e["modality"] for e in events(idlib, "capture") for place in e["places"]}
    assert captures["Tamaneh"] == "possible"
    assert captures["Khwain"] == captures["Khan Sheikhoun"] == "occurred"


def test_who_watches_is_a_source_and_dateline_and_agency_are_no_actors(idlib: list[Row]) -> None:
    found = [row for row in idlib if row["record"] == "event"]
    sources = {s["name"] for row in found for s in row["sources"]}
    parties = {a["name"] for row in found for a in (*row["agents"], *row["targets"])}
    assert "activists" in {name.split()[0] for name in sources}
    assert not parties & {"Beirut", "BEIRUT", "Reuters", "activists"}


def test_no_figure_comes_from_the_adverts(idlib: list[Row]) -> None:
    numbers = {q["low"] for row in idlib if row["record"] == "event" for q in row["quantities"]}
    assert not numbers & {4, 40, 56, 2007, 2024, 2029}


def test_the_group_is_named_with_its_former_name(idlib: list[Row]) -> None:
    former = [row for row in idlib if row["record"] == "relation" and row["relation"] == "formerly"]
    assert [(r["subject"]["name"], r["object"]["name"]) for r in former] == [("Hayat Tahrir al-Sham", "Nusra Front")]


def test_the_stamp_and_the_storys_day_are_both_kept(idlib: list[Row]) -> None:
    report = next(row for row in idlib if row["record"] == "report")
    assert report["published"].startswith("2019-08-29")
    assert any("Friday" in clash["text_says"] or "2019-08-30" in clash["text_says"] for clash in report["clashes"])
