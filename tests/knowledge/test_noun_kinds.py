"""Of what kind the things of a common noun are."""

import pytest

from dateline.knowledge.noun_kinds import noun_kind, parse_noun_kinds
from dateline.model.errors import DataError


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("beekeeper", "person"),
        ("smuggler", "person"),
        ("casino", "structure"),
        ("scooter", "vehicle"),
        ("orchestra", "group"),
        ("downtown", "location"),
    ],
)
def test_a_noun_has_the_kind_of_its_first_sense(noun: str, kind: str) -> None:
    assert noun_kind(noun) == kind


@pytest.mark.parametrize("noun", ["attack", "hope", "Casino", "zzz"])
def test_deeds_thoughts_and_unknown_words_have_none(noun: str) -> None:
    assert noun_kind(noun) is None


def test_words_stand_indented_under_their_kind() -> None:
    assert parse_noun_kinds("# of what kind\nperson:\n  baker\n  cook\nvehicle:\n  sled") == {
        "baker": "person",
        "cook": "person",
        "sled": "vehicle",
    }


def test_a_line_under_no_kind_is_refused_with_its_number() -> None:
    with pytest.raises(DataError, match="line 2: 'animal:' is none of group, location"):
        parse_noun_kinds("# of what kind\nanimal:\n  dog")
