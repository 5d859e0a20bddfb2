"""The tool that measures how many names the actor list resolves."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / "tools" / "actor_names.py"
sys.path.insert(0, str(TOOL.parent))

import actor_names  # noqa: E402
from actor_names import Named, Share, id_of, named_in, read_key, share, written_from_reports  # noqa: E402

GOLD = {
    "report": {"published": "2014-06-02"},
    "events": [
        {
            "agents": ["Fen Guard|the guard"],
            "targets": ["Houthis"],
            "places": [{"country": "YE"}, {"country": "YE"}, {"country": "SA"}],
            "date": {"start": "2014-05-31", "end": "2014-05-31"},
        },
        {"agents": ["GSPC"], "targets": [], "places": [{"country": None}], "date": None},
    ],
}


def test_a_party_is_its_first_name_in_the_reports_country_on_the_events_day() -> None:
    assert list(named_in(GOLD)) == [
        Named(name="Fen Guard", country="YE", on=date(2014, 5, 31)),
        Named(name="Houthis", country="YE", on=date(2014, 5, 31)),
        Named(name="GSPC", country="YE", on=date(2014, 6, 2)),
    ]


def test_an_id_is_right_if_the_key_has_it() -> None:
    houthis, guard = (Named(name=name, country="YE", on=None) for name in ("Houthis", "Fen Guard"))
    found = share({houthis: 3, guard: 1}, {"Houthis": frozenset({"houthis"}), "Fen Guard": frozenset({"fen-guard"})})
    assert (id_of(guard), found) == (None, Share(right=3, records=4, names_right=1, names=2))


def test_a_name_is_right_only_if_it_is_so_everywhere() -> None:
    here, there = (Named(name="ISI", country=country, on=date(2010, 1, 1)) for country in ("PK", "IQ"))
    found = share({here: 1, there: 1}, {"ISI": frozenset({"inter-services-intelligence"})})
    assert (found.right, found.names_right) == (1, 0)


def test_entries_written_without_reports_in_view_are_told_apart() -> None:
    names = written_from_reports()
    assert "nusra front" in names
    assert "gspc" not in names


def test_the_key_names_every_party_once_and_each_has_an_id() -> None:
    lines = [line for line in actor_names.KEY.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    key = read_key(actor_names.KEY)
    assert len(lines) == len(key) > 100
    assert all(ids and "" not in ids for ids in key.values())


def test_both_shares_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    (tmp_path / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "key.tsv").write_text("# names\nHouthis\thouthis\nGSPC\tgspc|al-qaeda\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["actor_names.py", str(tmp_path), "--key", str(tmp_path / "key.tsv"), "--wrong"])
    actor_names.main()
    printed = capsys.readouterr().out
    assert "all named groups and states: 1.000 (2 of 2 records)" in printed
    assert "those no entry was written from: 1.000 (1 of 1 records)" in printed
    assert "left out: 1 records" in printed
