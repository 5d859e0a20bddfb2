"""Trades are told by how their words end, things by exception."""

import pytest

from dateline.knowledge.trades import is_trade


@pytest.mark.parametrize("word", ["welder", "plumber", "machinist", "librarian", "beekeeper", "goatherd", "locksmith"])
def test_a_word_that_ends_like_a_trade_is_for_people(word: str) -> None:
    assert is_trade(word)


@pytest.mark.parametrize("word", ["scooter", "thermometer", "gunpowder", "corridor", "quarter", "bridge", "list", "er"])
def test_a_thing_is_no_trade_though_it_ends_like_one(word: str) -> None:
    assert not is_trade(word)


def test_a_word_that_a_class_has_is_left_to_it() -> None:
    assert not is_trade("fighter")
