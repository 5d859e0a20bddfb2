"""The table of how many reports a word stands in."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from dateline.knowledge.word_counts import parse_word_counts
from make_word_counts import LEAST, counted, printed


def test_a_word_counts_once_a_report() -> None:
    assert counted(["Raid after raid.", "A raid."])["raid"] == 2


def test_what_is_printed_is_read_back_without_rare_words_and_numbers() -> None:
    counts = {"raid": 9, "the": 12, "12": 12, "seldom": LEAST - 1}
    known = parse_word_counts(printed(12, counts))
    assert (known.texts, known.counts) == (12, {"raid": 9, "the": 12})
