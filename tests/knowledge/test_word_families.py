"""Which words tell of one thing."""

import pytest

from dateline.knowledge.word_families import SAYING, family, read_word_families, stem, word_families
from dateline.model.errors import DataError


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killed", "the deaths"),
        ("was murdered", "homicide"),
        ("shot", "were hit"),
        ("opened fire", "gunshots"),
        ("arrivals", "arrive"),
        ("performances", "performed"),
        ("fled", "escaping"),
        ("bombing", "explosions"),
        ("Clashes", "fought"),
        ("it", "incident"),
    ],
)
def test_words_for_one_thing_are_of_one_family(one: str, other: str) -> None:
    assert family(one) == family(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [("the shooting", "was shot"), ("killed", "wounded"), ("opened fire", "caught fire"), ("arrested", "released")],
)
def test_words_for_other_things_are_not(one: str, other: str) -> None:
    assert family(one) != family(other)


def test_light_words_say_nothing_beside_others_but_stand_for_themselves_alone() -> None:
    assert family("took part") == family("part")
    assert family("took") is not None


def test_what_has_no_letters_has_no_family() -> None:
    assert family("— 12") is None


def test_saying_is_one_family() -> None:
    assert family("said") == family("announcements") == SAYING


def test_a_stem_keeps_three_letters_and_undoubles() -> None:
    assert stem("sing") == "sing"
    assert stem("planning") == stem("planned") == "plan"
    assert stem("falling") == stem("falls")


def test_every_listed_word_is_small_and_the_light_ones_have_no_family_of_their_own() -> None:
    known = word_families()
    assert all(word == word.lower() for word in known.family)
    assert not known.light & known.family.keys()


def test_a_word_of_two_families_is_refused() -> None:
    with pytest.raises(DataError, match="'hit' is of two families"):
        read_word_families("light: []\nsaying: []\nfamilies:\n  - [shot, hit]\n  - [song, hit]\n")


def test_a_missing_part_is_refused() -> None:
    with pytest.raises(DataError, match="'saying' is missing"):
        read_word_families("light: []\nfamilies: []\n")
