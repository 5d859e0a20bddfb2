"""The nations, their demonyms and the places that speak for them."""

import pytest

from dateline.knowledge.nations import nations, read_nations
from dateline.model.errors import DataError


def code(nation: object) -> str | None:
    return getattr(nation, "code", None)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Russian", "RU"), ("Russians", "RU"), ("Nigerien", "NE"), ("Nigerian", "NG"), ("Danes", "DK"), ("Martian", None)],
)
def test_a_demonym_gives_its_nation(word: str, expected: str | None) -> None:
    assert code(nations().by_demonym(word)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Russia", "RU"),
        ("the Russian Federation", "RU"),
        ("U.S.", "US"),
        ("UK", "GB"),
        ("DRC", "CD"),
        ("Türkiye", "TR"),
    ],
)
def test_a_nation_has_many_names(name: str, expected: str) -> None:
    assert code(nations().by_name(name)) == expected


@pytest.mark.parametrize(
    ("place", "expected"), [("Moscow", "RU"), ("the Kremlin", "RU"), ("White House", "US"), ("Brussels", None)]
)
def test_a_capital_speaks_for_its_government_unless_it_speaks_for_another(place: str, expected: str | None) -> None:
    assert code(nations().by_metonym(place)) == expected


def test_a_demonym_is_no_name_and_a_name_no_demonym() -> None:
    assert nations().by_name("Russian") is None
    assert nations().by_demonym("Russia") is None


def test_the_first_nation_in_a_phrase_is_taken() -> None:
    assert code(nations().of_words("two Turkish soldiers in Iraq")) == "TR"
    assert nations().of_words("two soldiers") is None


def test_the_longer_of_two_names_is_read() -> None:
    assert code(nations().of_words("South Sudanese troops")) == "SS"
    assert code(nations().of_words("the Equatorial Guinean army")) == "GQ"


def test_a_word_without_its_capital_is_no_nation() -> None:
    assert nations().of_words("they polish the turkey on us") is None


def test_a_possessive_that_lost_its_apostrophe_still_names_its_nation() -> None:
    assert code(nations().of_words("Syrias government")) == "SY"


def test_hits_carry_the_place_of_their_words() -> None:
    text = "Jets of Iran's army"
    (hit,) = nations().find(text)
    assert text[hit.start : hit.end] == "Iran"


def test_every_state_of_the_world_is_there_with_an_id_of_its_own() -> None:
    ids = [nation.id for nation in nations()]
    assert len(ids) >= 195 and len(set(ids)) == len(ids)
    assert {"el-salvador", "norway", "cape-verde", "sao-tome-and-principe"} <= set(ids)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- {code: xx, name: Land}", "two capitals"),
        ("- {code: XX}", "a name"),
        ("- {code: XX, name: Land, flag: red}", "unknown key 'flag'"),
        ("- {code: XX, name: Land}\n- {code: XX, name: Other}", "stands twice"),
        ("- {code: XX, name: Land}\n- {code: YY, name: Other, names: [land]}", "XX and YY both claim"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(DataError, match=complaint):
        read_nations(text)
