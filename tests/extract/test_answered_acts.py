"""Whose act it is, where two sides are told of in one sentence."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Reading


@pytest.fixture
def claims(read: Callable[[str], Reading], gazetteer: Gazetteer) -> Callable[[str], tuple[Claim, ...]]:
    return lambda text: extract(read(text), load_codebook(), gazetteer, judge=False).claims


def names(claim: Claim) -> tuple[list[str], list[str]]:
    return [m.name for m in claim.agents], [m.name for m in claim.targets]


def test_what_a_raid_answers_is_not_done_by_the_raiders(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    told = claims("Chadian jets struck a cement factory near Goma in retaliation for rocket fire on Nyala.")
    assert [names(c) for c in told if c.type == "shelling"] == [([], [])]


def test_what_a_grenade_is_thrown_at_is_its_target(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    (told,) = claims("A man threw a grenade at a bar in Goma on Saturday.")
    assert names(told)[1] == ["bar"]


def test_who_dies_in_a_clash_of_two_sides_is_neither(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    told = claims("Sixteen people died in clashes between herders and farmers near Goma.")
    assert [names(c)[0] for c in told if c.type == "armed_clash"] == [["herders", "farmers"]]


def test_troops_of_two_nations_are_two_sides(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    (told,) = claims("Armenian and Azerbaijani troops exchanged fire near the border on Tuesday.")
    assert len(told.agents) == 2


def test_men_armed_with_machetes_were_not_supplied(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    told = claims("Militants armed with machetes hacked nine villagers to death near Goma.")
    assert [c.type for c in told] == ["attack"]


def test_an_army_patrol_goes_by_its_army(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    (told,) = claims("A patrol of the Nigerian army was attacked by gunmen near Goma.")
    assert "army" in names(told)[1][0]
