"""The words for offices are checked when they are loaded."""

import pytest

from dateline.knowledge.office_words import office_words, parse_office_words
from dateline.model.errors import DataError

LISTS = dict.fromkeys(type(office_words()).__dataclass_fields__, "[word]")


def _text(**changed: str) -> str:
    return "\n".join(f"{name}: {words}" for name, words in (LISTS | changed).items() if words)


def test_nobody_both_leads_and_belongs_by_one_office() -> None:
    words = office_words()
    assert not words.leaders & words.members
    assert words.lawmakers <= words.members
    assert words.units <= words.bodies


def test_a_word_that_yaml_takes_for_a_truth_value_is_refused() -> None:
    with pytest.raises(DataError, match="never_names holds True"):
        parse_office_words(_text(never_names="[in, on]"))


def test_a_capital_is_refused() -> None:
    with pytest.raises(DataError, match="leaders holds 'Head'"):
        parse_office_words(_text(leaders="[Head]"))


def test_a_missing_list_and_an_unknown_one_are_refused() -> None:
    with pytest.raises(DataError, match="'ranks'"):
        parse_office_words(_text(ranks=""))
    with pytest.raises(DataError, match="'clowns'"):
        parse_office_words(_text(clowns="[pierrot]"))
