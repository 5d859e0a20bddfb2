"""The table of types."""

from dateline.knowledge.types import GROUPS, TYPES, types_of


def test_there_are_28_types_in_six_groups_each_group_in_one_piece() -> None:
    groups = list(TYPES.values())
    assert len(TYPES) == 28
    assert list(dict.fromkeys(groups)) == list(GROUPS)
    assert groups == sorted(groups, key=GROUPS.index)


def test_a_group_stands_for_its_types_and_a_type_for_itself() -> None:
    assert types_of("territory") == ("capture", "withdrawal", "siege")
    assert types_of("siege") == ("siege",)
    assert types_of("war") == ()
