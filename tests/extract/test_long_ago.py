"""Sentences of a generation ago or more, and those that go on from them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.extract.long_ago import is_long_ago
from dateline.extract.scene import Scene
from dateline.extract.times import find_times
from dateline.model.text import Reading

Read = Callable[[str], Reading]


def long_ago(reading: Reading, published: str | None = "2021-05-04") -> list[bool]:
    """Of each sentence."""
    reading = replace(reading, report=replace(reading.report, published=published))
    scene = Scene(
        reading=reading,
        actors={},
        token_at={},
        place_at={},
        places=(),
        times=find_times(reading),
        figures=(),
        attributions=(),
    )
    return [is_long_ago(scene, index) for index in range(len(reading.sentences))]


@pytest.mark.parametrize(
    "text",
    [
        "The garrison was stationed on the hill in 1804.",
        "Raiders plundered the coast in the 1970s.",
        "From 1840 to 1841 the regiment held the fort.",
        "The town was burned by mercenaries in the 17th century.",
        "The ship was torpedoed during the Second World War.",
        "Raiders sacked the abbey two centuries ago.",
    ],
)
def test_old_years_and_wars_are_long_ago(read: Read, text: str) -> None:
    assert long_ago(read(text)) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The garrison was attacked on Monday.",
        "The rebels took the town in 2016.",
        "Some 1,941 soldiers were sent to the border.",
        "The army sent 1900 troops to the border.",
        "More than 40,000 people have been killed since 1984.",
        "The bridge, built in 1931, was bombed on Friday.",
        "Soldiers shelled the market.",
    ],
)
def test_news_is_not_long_ago(read: Read, text: str) -> None:
    assert long_ago(read(text)) == [False]


def test_a_year_carries_to_the_sentences_after_it(read: Read) -> None:
    reading = read("The fort was built in 1804. Two regiments were stationed there. Pirates attacked it twice.")
    assert long_ago(reading) == [True, True, True]


def test_a_year_carries_no_further_than_news_of_the_day(read: Read) -> None:
    reading = read("The fort was built in 1804. Gunmen attacked it on Monday. Two guards were killed.")
    assert long_ago(reading) == [True, False, False]


def test_without_a_day_a_report_is_as_old_as_the_last_year_it_looks_back_on(read: Read) -> None:
    reading = read("The rebels took the town in 1967. The museum was founded in 2011.")
    assert long_ago(reading, published=None) == [True, False]


def test_without_any_later_year_living_memory_is_not_long_ago(read: Read) -> None:
    assert long_ago(read("The rebels took the town in 1984."), published=None) == [False]
    assert long_ago(read("The rebels took the town in 1916."), published=None) == [True]
