"""What long sentences tell beside their main verb, and whom the next sentence means."""

from collections.abc import Callable

import pytest

from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer
from dateline.model.claim import Claim

Extract = Callable[[str], tuple[Claim, ...]]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The whole one."""
    return open_gazetteer()


def agents(claims: tuple[Claim, ...], kind: str) -> list[set[str]]:
    return [{m.name for m in c.agents} for c in claims if c.type == kind]


def test_what_an_act_comes_after_is_another_act(claims_of: Extract) -> None:
    told = claims_of("The raid came two days after a roadside bomb killed three peacekeepers near Bandiagara.")
    bombing = next(c for c in told if c.type == "bombing")
    assert [m.name for m in bombing.targets] == ["peacekeepers"]


def test_who_gathers_for_the_third_night_running_protests(claims_of: Extract) -> None:
    told = claims_of("In Tbilisi thousands gathered for a third night running to protest against the law.")
    assert [c.modality for c in told if c.type == "protest"] == ["occurred"]


def test_police_fire_tear_gas_and_water_cannon_at_crowds(claims_of: Extract) -> None:
    told = claims_of("Riot police fired tear gas and water cannon on Sunday at crowds outside parliament.")
    assert agents(told, "attack") == [{"Riot police"}]


def test_the_group_is_the_one_just_named_and_not_its_ally(claims_of: Extract) -> None:
    told = claims_of(
        "Katiba Macina, which is affiliated with al-Qaeda, is active there. The group has besieged Saraqib since May."
    )
    assert agents(told, "siege") == [{"Katiba Macina"}]


def test_the_army_is_no_armed_group_that_has_army_in_its_name(claims_of: Extract) -> None:
    told = claims_of("The Arakan Army took two posts on Monday. On Tuesday the army shelled Sittwe with mortars.")
    assert agents(told, "shelling") == [{"army"}]


def test_the_capital_is_that_of_the_country_of_the_cities_named(claims_of: Extract) -> None:
    text = "In Kabul and Kandahar an Italian charity has closed its wards. Rebels took the capital on Monday."
    (capture,) = (c for c in claims_of(text) if c.type == "capture")
    assert [p.name for p in capture.places] == ["Kabul"]


def test_a_name_has_letters(claims_of: Extract) -> None:
    text = "Two activists who had been missing since mid-October were found shot dead in Nyala on Monday."
    told = claims_of(text)
    assert [c.type for c in told] == ["attack"]
    assert "-" not in {m.name for c in told for m in (*c.agents, *c.targets)}
