"""How rare a word is."""

import pytest

from dateline.knowledge.word_counts import parse_word_counts, rarity, words_of
from dateline.model.errors import DataError


def test_a_word_of_every_report_tells_nothing_and_an_unknown_one_most() -> None:
    assert rarity("the") < rarity("killed") < rarity("hospital") < rarity("zyzzogeton")
    assert rarity("the") < 0.1


def test_words_are_letters_and_numbers_in_small_letters() -> None:
    assert words_of("Twelve in al-Bab, 12 wounded.") == ["twelve", "in", "al", "bab", "12", "wounded"]


def test_counts_are_read_from_their_blocks() -> None:
    known = parse_word_counts("# made so\ntexts 9\n8:\n  the of\n3:\n  raid\n")
    assert (known.texts, known.counts) == (9, {"the": 8, "of": 8, "raid": 3})


@pytest.mark.parametrize("text", ["texts 9\n  stray\n", "texts 9\n12:\n  more\n", "texts 9\nwhat\n"])
def test_a_line_out_of_place_is_refused(text: str) -> None:
    with pytest.raises(DataError, match=r"word_counts.txt, line [23]"):
        parse_word_counts(text)
