"""Words on places that are held, and on protected things: loaded, checked, and meaning what they say."""

import pytest

from dateline.knowledge.holding import holding_words, parse_holding_words
from dateline.knowledge.protected import parse_protected, protected_kind, protected_kinds
from dateline.model.errors import DataError


def test_words_for_parties_are_kept_in_the_singular() -> None:
    words = holding_words()
    assert {"troop", "soldier", "army"} <= words.government
    assert "rebel" in words.rebels
    assert {"him", "fighter"} <= words.nobody


def test_a_list_that_is_missing_is_named() -> None:
    with pytest.raises(DataError, match="'arms' is missing"):
        parse_holding_words("entering: [enter]\n" + "\n".join(f"{name}: []" for name in _LISTS if name != "arms"))


def test_a_list_that_is_none_is_named() -> None:
    with pytest.raises(DataError, match="taking: must be a list of words"):
        parse_holding_words("\n".join(f"{name}: {_LISTED.get(name, '[]')}" for name in ("entering", *_LISTS)))


_LISTED = {"taking": "seized"}
_LISTS = (
    "taking", "handing_over", "parts", "quarters", "settlements", "past", "arms", "rebels", "government", "groups",
    "nobody",
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("field hospital", "hospital or clinic"),
        ("the maternity clinics", "hospital or clinic"),
        ("primary school in the village", "school"),
        ("school complex", "school"),
        ("mosques", "place of worship"),
        ("fuel market", "market or bakery"),
        ("water pumping station", "water"),
        ("camp for displaced families", "camp of displaced people"),
        ("Red Crescent aid convoy", "aid convoy"),
        ("ambulance", "ambulance or rescue post"),
        ("power lines", "power"),
        ("residential buildings", "home"),
    ],
)
def test_a_protected_thing_is_told_by_its_words(words: str, kind: str) -> None:
    assert protected_kind(words) == kind


@pytest.mark.parametrize(
    "words",
    ["hospital employee", "schoolchildren", "police station", "military academy", "training camp", "market traders",
     "convoy",
     "army base", "worshippers", "oil well"],
)  # fmt: skip
def test_people_and_military_things_are_not_protected_things(words: str) -> None:
    assert protected_kind(words) is None


def test_every_kind_is_named_once_and_told_by_its_own_words() -> None:
    kinds = protected_kinds()
    assert len({one.kind for one in kinds}) == len(kinds)
    for one in kinds:
        assert {protected_kind(" ".join(phrase)) for phrase in one.phrases} <= {other.kind for other in kinds}


@pytest.mark.parametrize(
    "row", ["- kind: well", "- {kind: well, words: well}", "- {kind: well, words: [well], color: blue}"]
)
def test_a_row_out_of_shape_is_named_by_its_number(row: str) -> None:
    with pytest.raises(DataError, match=r"protected\.yaml, row 1"):
        parse_protected(row)
