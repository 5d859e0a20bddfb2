"""Names folded, and found in running text."""

import pytest

from dateline.knowledge.names import NameIndex, fold, folded_words, key, keys, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahrar al-Sham", "Ahrar ash-Sham"),
        ("The Red Centre", "Red Center"),
        ("Jaysh al-Islam", "Jaish al Islam"),
        ("São Paulo Guards", "Sao Paulo Guards"),
        ("Łódź Brigade", "Lodz Brigade"),
        ("Ta'ang Army", "Ta’ang Army"),
        ("the Colonel's men", "Colonel men"),
    ],
)
def test_two_spellings_of_a_name_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert key(one) == key(other)


def test_an_english_word_that_looks_like_an_article_stays() -> None:
    assert fold("seen as a threat at dawn") == "seen as a threat at dawn"


def test_a_short_word_keeps_its_spelling_and_a_long_one_does_not() -> None:
    assert key("Nato") != key("NATO")
    assert key("Interpol") == key("INTERPOL")
    assert key("U.N.") == key("UN")


def test_a_name_with_a_possessive_is_also_looked_up_without_its_apostrophe() -> None:
    assert key("Farmers Front") not in keys("Farmer's League")
    assert key("Farmers League") in keys("Farmer's League")
    assert key("Farmer League") in keys("Farmer's League")


def test_words_stand_where_the_text_has_them() -> None:
    text = "The U.S.-led force's jets"
    assert [text[word.start : word.end] for word in folded_words(text)] == ["The", "U.S.", "led", "force", "jets"]


def test_an_index_finds_whole_words_only_and_the_longest() -> None:
    index = NameIndex({"north front": ("a",), "north front command": ("b",), "=NF": ("c",)}.items())
    text = "North Front Command and NF, not nf nor a north frontier, but the North-Front."
    assert [(text[start:end], values) for start, end, values in index.find(text)] == [
        ("North Front Command", ("b",)),
        ("NF", ("c",)),
        ("North-Front", ("a",)),
    ]


def test_an_index_without_names_finds_nothing() -> None:
    index: NameIndex[str] = NameIndex(())
    assert index.find("North Front") == [] and index.exact("North Front") == ()


def test_a_slug_has_plain_letters_and_hyphens() -> None:
    assert slug("Côte d'Ivoire") == "cote-divoire"
