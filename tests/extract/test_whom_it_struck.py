"""Whom and what an act struck, and who was in it, where grammar hides them."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Reading

Last = Callable[[str, str], Claim]


@pytest.fixture
def last(read: Callable[[str], Reading], gazetteer: Gazetteer) -> Last:
    """The last claim of a type that a text of our own makes."""

    def told(text: str, kind: str) -> Claim:
        claims = extract(read(text), load_codebook(), gazetteer, judge=False).claims
        return [claim for claim in claims if claim.type == kind][-1]

    return told


def agents(claim: Claim) -> set[str]:
    return {mention.name for mention in claim.agents}


def targets(claim: Claim) -> set[str]:
    return {mention.name for mention in claim.targets}


@pytest.mark.parametrize(
    ("text", "type", "struck"),
    [
        ("Chadian drones struck the Sorvin Oil Pumping Station in Azmar.", "air_strike", "Sorvin Oil Pumping Station"),
        ("Rockets hit the Blue Hill Gas Processing Plant on Tuesday.", "shelling", "Blue Hill Gas Processing Plant"),
        ("Militants attacked the Kerel Power Station near Nyala.", "attack", "Kerel Power Station"),
    ],
)
def test_a_named_building_is_place_and_target(last: Last, text: str, type: str, struck: str) -> None:
    assert struck in targets(last(text, type))


def test_a_town_is_no_target_because_there_are_several(last: Last) -> None:
    assert targets(last("Chadian troops shelled several towns on Monday.", "shelling")) == set()
    assert targets(last("Chadian troops shelled rebel-held towns on Monday.", "shelling")) == {"rebel-held towns"}


@pytest.mark.parametrize(
    ("text", "type", "inside"),
    [
        ("Rockets struck a bus that was carrying pilgrims on Thursday.", "shelling", "pilgrims"),
        ("Militants attacked a lorry full of soldiers near Nyala.", "attack", "soldiers"),
        ("An explosion ripped through a mosque packed with worshippers on Friday.", "bombing", "worshippers"),
    ],
)
def test_who_is_inside_is_struck_too(last: Last, text: str, type: str, inside: str) -> None:
    struck = targets(last(text, type))
    assert inside in struck
    assert len(struck) > 1


def test_freight_is_not_struck_for_being_aboard(last: Last) -> None:
    assert targets(last("Rockets struck a lorry that was carrying flour on Thursday.", "shelling")) == {"lorry"}


def test_a_list_of_buildings_holds_together_whatever_the_parser_makes_of_it(last: Last) -> None:
    text = "Six soldiers were killed in an attack on a police station, a school and a market in Nyala on Monday."
    assert {"police station", "school", "market"} <= targets(last(text, "attack"))
    assert targets(last("Rebels attacked a station, a spokesman said on Monday.", "attack")) == {"station"}


def test_the_object_of_an_act_may_stand_behind_its_agent(last: Last) -> None:
    shelling = last("The shelling by government troops of a school killed four pupils on Monday.", "shelling")
    assert "school" in targets(shelling)
    assert agents(shelling) == {"government troops"}


@pytest.mark.parametrize(
    ("text", "type", "sides"),
    [
        ("Three policemen were killed in clashes with militants on Monday.", "armed_clash", {"policemen", "militants"}),
        ("Two gunmen died in a shoot-out with marines on Friday.", "armed_clash", {"gunmen", "marines"}),
        ("Nine protesters were killed in clashes with police on Monday.", "riot", {"protesters", "police"}),
        ("Two civilians were killed in clashes with soldiers on Monday.", "armed_clash", {"soldiers"}),
    ],
)
def test_who_falls_in_a_fight_with_others_is_a_side_of_it(last: Last, text: str, type: str, sides: set[str]) -> None:
    assert agents(last(text, type)) == sides


def test_who_acts_in_a_conversation_takes_part_in_it(last: Last) -> None:
    text = "Minister Paul Norden raised the matter in a call with Iranian negotiators on Monday."
    assert agents(last(text, "talks")) == {"Paul Norden", "Iranian negotiators"}


def test_a_list_of_countries_needs_no_commas(last: Last) -> None:
    accused = last(
        "Baghdad accused Jordan Kuwait and Oman of arming militants in the desert on Tuesday.", "arms_supply"
    )
    assert agents(accused) == {"Jordan", "Kuwait", "Oman"}
    sent = last("Saudi Arabia Egypt and Jordan sent troops to the border on Friday.", "deployment")
    assert agents(sent) == {"Saudi Arabia", "Egypt", "Jordan"}


def test_its_ally_is_named_by_his_own_name(last: Last) -> None:
    ours = last("Mali and its Chadian ally sent troops to the border on Friday.", "deployment")
    assert agents(ours) == {"Mali", "Chadian"}
    another = last("A Chadian ally sent troops to the border on Friday.", "deployment")
    assert agents(another) == {"Chadian ally"}


def test_sanctions_are_levied_by_whoever_levies_them(last: Last) -> None:
    assert agents(last("The United States had levied sanctions against Karim Dashti.", "sanction")) == {"United States"}


def test_who_leaves_under_a_deal_with_others_is_party_to_it(last: Last) -> None:
    text = "The rebels withdrew from the town on Monday under a deal with the government."
    assert agents(last(text, "agreement")) == {"rebels", "government"}


def test_who_fights_a_battle_with_others_is_a_side_of_it(last: Last) -> None:
    text = "Soldiers fought gun battles with drug traffickers in Goma on Monday."
    assert agents(last(text, "armed_clash")) == {"Soldiers", "drug traffickers"}


@pytest.mark.parametrize("owner", ["army", "militia"])
def test_its_jets_are_those_of_whoever_speaks_of_them(last: Last, owner: str) -> None:
    assert agents(last(f"The {owner} said that its jets had destroyed an airport on Monday.", "air_strike")) == {owner}


def test_companies_may_be_put_under_sanctions(last: Last) -> None:
    assert targets(last("Washington imposed sanctions on three Chadian banks on Monday.", "sanction")) == {
        "Chadian banks"
    }


@pytest.mark.parametrize("belief", ["believed to be from", "who are thought to belong to"])
def test_whom_men_are_believed_to_belong_to_is_alleged(last: Last, belief: str) -> None:
    (agent,) = last(f"Gunmen {belief} Boko Haram killed ten farmers on Monday.", "attack").agents
    assert (agent.name, agent.basis) == ("Boko Haram", "alleged")


def test_an_invasion_is_of_whoever_began_the_only_one_told_of(last: Last) -> None:
    text = "Chad launched an invasion of Mali in May. Hundreds died in the first week of the invasion of Mali."
    assert agents(last(text, "attack")) == {"Chad"}


def test_whoever_is_charged_with_an_act_is_its_alleged_agent(last: Last) -> None:
    text = "Karim Dashti was charged with murder over a shooting in Goma on Monday that killed nine people."
    assert agents(last(text, "attack")) == {"Karim Dashti"}


def test_where_a_leader_is_from_is_no_part_of_his_name(last: Last) -> None:
    text = "President Karim Haddad of Jordan threatened Chad with war on Monday."
    assert agents(last(text, "threat")) == {"Karim Haddad"}


def test_a_group_named_among_others_is_a_party_beside_them(last: Last) -> None:
    text = "Mali accuses Chad of arming militant groups including Boko Haram in the north."
    assert targets(last(text, "arms_supply")) == {"militant groups", "Boko Haram"}


def test_officials_of_two_countries_are_two_parties(last: Last) -> None:
    text = "Chadian and Malian leaders met in Goma on Monday to discuss the war."
    assert agents(last(text, "talks")) == {"Chadian leaders", "Malian leaders"}


@pytest.mark.parametrize(
    ("text", "police"),
    [
        ("Seven men were detained in Goma on Monday, police said.", {"police"}),
        (
            "Two men were arrested on Monday, said a spokesman for the Chadian National Police.",
            {"Chadian National Police"},
        ),
        ("Two men were arrested on Monday, said a spokesman for the mayor.", set()),
    ],
)
def test_arrests_of_which_the_police_tell_are_theirs(last: Last, text: str, police: set[str]) -> None:
    arrest = last(text, "arrest")
    assert agents(arrest) == police
    assert all(mention.basis == "inferred" for mention in arrest.agents)


def test_who_receives_arms_is_supplied_with_them(last: Last) -> None:
    assert targets(last("Mali received French military aid on Monday.", "arms_supply")) == {"Mali"}


def test_buildings_named_among_what_is_struck_are_struck(last: Last) -> None:
    text = "Jets hit military sites including an arsenal and a refinery on Monday."
    assert targets(last(text, "air_strike")) == {"military sites", "arsenal", "refinery"}


def test_a_clause_about_the_act_may_say_what_it_struck(last: Last) -> None:
    text = "The raids, which targeted a depot and a training camp, killed 12 militants on Monday."
    assert targets(last(text, "attack")) == {"militants", "depot", "training camp"}


def test_who_arrests_may_stand_behind_the_one_arrested(last: Last) -> None:
    text = "The arrest of the opposition leader by security forces on Monday sparked protests."
    assert agents(last(text, "arrest")) == {"security forces"}


def test_jets_from_an_alliance_are_its_own(last: Last) -> None:
    text = "Warplanes from the Saudi-led coalition bombed a wedding in Goma on Monday."
    assert agents(last(text, "air_strike")) == {"Saudi-led coalition"}


def test_a_command_centre_is_no_command(last: Last) -> None:
    text = "The army shelled a Boko Haram command centre on Monday."
    assert targets(last(text, "shelling")) == {"Boko Haram"}
