"""The measure of speed reads every kind of input, and counts the pages that come out."""

import sys
from pathlib import Path

import pytest

from dateline.ingest.opening import KINDS
from dateline.model.text import Page
from inputs_made import GOOD, STORY

pytest.importorskip("fastwarc")
sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import bench_kinds


def test_every_kind_of_input_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PAGES": 2, "PDF_FILES": 1, "ROUNDS": 1}.items():
        monkeypatch.setattr(bench_kinds, name, value)
    speeds = bench_kinds.kinds([Page(name="a", data=STORY.encode()), Page(name="b", data=GOOD["html"])])
    assert {name for kind in KINDS for name in kind.names} - {"gzip"} <= {*speeds}
    assert {"trafilatura_html", "fastwarc_warc", "fastwarc_warc_gz", "warc_opened"} <= {*speeds}
    assert all(speed > 0 for speed in speeds.values())


def test_a_page_that_is_lost_on_the_way_is_an_error() -> None:
    with pytest.raises(ValueError, match="2 of 3 pages"):
        bench_kinds._speed(3, lambda: 2)
