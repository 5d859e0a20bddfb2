"""The texts of hand-coded reports as the hand cleaned them."""

import json
import subprocess
import sys
from pathlib import Path

TOOL = Path(__file__).parents[2] / "tools" / "hand_cleaned.py"
sys.path.insert(0, str(TOOL.parent))

from hand_cleaned import hand_cleaned  # noqa: E402

PAGE = """Menu
Shells hit a market
By  Ann Porter
Shells hit a market on Friday, killing two.
Why our readers love this new kind of umbrella more than any other umbrella"""


def test_lines_that_the_coding_lists_are_left_out_whatever_their_spaces() -> None:
    assert hand_cleaned(PAGE, ["Menu", "By Ann Porter"])[0] == "Shells hit a market"
    assert "By  Ann Porter" not in hand_cleaned(PAGE, ["Menu", "By Ann Porter"])


def test_a_listed_line_that_was_cut_off_drops_the_whole_line() -> None:
    kept = hand_cleaned(PAGE, ["Why our readers love this new kind of umbrella more than"])
    assert kept[-1] == "Shells hit a market on Friday, killing two."


def test_a_paragraph_that_only_begins_as_a_dropped_line_stays() -> None:
    glued = "Why our readers love this new kind of umbrella more than any other. " + "Shells hit the market. " * 12
    assert hand_cleaned(glued, ["Why our readers love this new kind of umbrella more than"]) == [glued]


def test_each_coded_page_is_written_under_its_title_and_day(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "one.txt").write_text(PAGE, encoding="utf-8")
    report = {"title": "Shells hit a market", "published": "2024-03-01", "dropped": ["Menu"]}
    (tmp_path / "gold" / "one.json").write_text(json.dumps({"report": report, "events": []}), encoding="utf-8")
    subprocess.run([sys.executable, str(TOOL), str(tmp_path / "gold"), "--out", str(tmp_path / "out")], check=True)
    written = (tmp_path / "out" / "one.txt").read_text(encoding="utf-8")
    assert written.startswith("Shells hit a market\n\nPublished 2024-03-01\n")
    assert "Menu" not in written
