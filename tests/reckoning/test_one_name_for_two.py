"""When two names mean the same people."""

import pytest

from dateline.reckoning.names import all_told_apart, any_named_alike, any_shared, party_key, speaks_for, telling_words
from merge.made import an_agent


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a spokesman for the army", "army"),
        ("Azmar's army", "the Azmar army"),
        ("Residents", "residents"),
        ("local officials", "officials"),
    ],
)
def test_ways_to_name_one_speaker_have_one_key(one: str, other: str) -> None:
    assert party_key(one) == party_key(other)


def test_two_parties_have_two_keys() -> None:
    assert party_key("the army") != party_key("the Azmar army") != party_key("rebels")


def test_a_name_of_small_words_only_still_has_a_key() -> None:
    assert party_key("the other of them") != ""
    assert party_key("a spokesman") != ""


def test_words_that_many_groups_share_tell_none_apart() -> None:
    assert telling_words("Azmar's government troops") == {"azmar"}
    assert telling_words("gunmen") == frozenset()


def test_an_entry_of_the_actor_list_outweighs_the_words() -> None:
    assert any_shared([an_agent("the rebels", "front")], [an_agent("Azmar Front", "front")])
    assert not any_shared([an_agent("Azmar Front", "front")], [an_agent("Azmar Front", "other-front")])


def test_those_who_are_hardly_named_are_neither_the_same_nor_others() -> None:
    gunmen, fighters = [an_agent("gunmen")], [an_agent("fighters")]
    assert not any_shared(gunmen, gunmen)
    assert any_named_alike(gunmen, gunmen)
    assert not all_told_apart(gunmen, fighters)


@pytest.mark.parametrize(
    ("party", "agent", "expected"),
    [
        ("spokesman for the rebels", "rebel fighters", True),
        ("Azmar army", "Azmar army jets", True),
        ("army", "Arakan Army", False),
        ("residents", "army", False),
    ],
)
def test_who_speaks_for_whom(party: str, agent: str, expected: bool) -> None:
    assert speaks_for(party, agent) is expected
