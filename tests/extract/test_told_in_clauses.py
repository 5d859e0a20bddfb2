"""Sentences of many clauses, and reports told in pieces: each act that they tell is found."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import Codebook, load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Reading

Read = Callable[[str], Reading]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def claims(reading: Reading, codebook: Codebook, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    return extract(reading, codebook, gazetteer, judge=False).claims


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (
            {"capture", "armed_clash"},
            "The militia managed to control the village of Lesk after heavy fighting with the army.",
        ),
        ({"capture"}, "Rebels were able to control three hills near Nyala on Friday."),
        ({"armed_clash"}, "Soldiers foiled an attempt by militants to infiltrate into the village of Marun."),
        ({"deployment"}, "Two columns of gunmen arrived in the town of Kalma along with a tank and ten pickups."),
        ({"attack"}, "Army units targeted gatherings of insurgents in three villages of the province."),
        ({"attack"}, "A number of gatherings of militants were hit in the Horan area."),
        ({"attack"}, "The insurgents were targeted in three operations in the valley."),
        ({"attack"}, "Armed men of the group targeted the quarter of Lesk, killing a woman."),
        ({"attack"}, "Four more insurgents were killed in one army operation against a hideout."),
        ({"air_strike"}, "The army carried out sorties targeting positions of the insurgents in Lesk."),
        ({"arrest"}, "Guards captured a facilitator of the network on Tuesday."),
        ({"attack"}, "The captain said he had been surrounded and fired on by patrol boats."),
        ({"attack", "protest"}, "Police brutally repressed peaceful protests in March."),
        ({"shelling"}, "Four were hurt in rocketry attacks on the suburb."),
        ({"abduction", "attack"}, "Gunmen kidnapped a senator in Goma, killed his guard and wounded a driver."),
        (
            {"capture"},
            "Having been captured by the army in May, then retaken by the rebels in July, the port is quiet.",
        ),
    ],
)
def test_each_act_of_a_sentence_is_found(
    wanted: set[str], text: str, read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    assert wanted <= {claim.type for claim in claims(read(text), codebook, gazetteer)}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died of air strikes and ground-to-ground missiles on the Lesk area.",
        "Warplanes and artillery hit the port of Marun on Sunday.",
        "Army artillery and coalition jets hit 33 positions of the rebels, security sources said.",
        "Air and artillery strikes on the town killed nine people.",
    ],
)
def test_weapons_of_the_air_and_of_the_ground_told_together_are_two_acts(
    text: str, read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    told = claims(read(text), codebook, gazetteer)
    assert {claim.type for claim in told} == {"air_strike", "shelling"}
    assert len({claim.counts for claim in told}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Helicopters attacked the camp with rockets and barrel bombs.",
        "The army shelled the town, and jets flew over it.",
        "The army attacked the camp with drones and missiles.",
        "Two suicide bombings and a mortar attack killed 12 people in Nyala.",
    ],
)
def test_what_aircraft_fire_and_who_only_flies_by_add_no_act(
    text: str, read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    assert not {"air_strike", "shelling"} <= {claim.type for claim in claims(read(text), codebook, gazetteer)}


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("air_strike", "Air strikes hit Goma on Monday in the war that has killed over 30,000 people."),
        ("shelling", "Rebels shelled the airport in the insurgency which has killed some 30,000 people since 2011."),
        ("armed_clash", "The clashes are the latest in a conflict that has left 30,000 people dead."),
    ],
)
def test_the_dead_of_a_war_are_not_those_of_the_act_told_beside(
    act: str, text: str, read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    low = {c.type: [count.low for count in c.counts] for c in claims(read(text), codebook, gazetteer)}
    assert low == {act: [], "casualties": [30_000]}


def test_what_a_party_must_do_as_another_says_is_demanded_of_it(
    read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    text = '"The militia must lift the siege of Nyala and let the convoys in," Minister Anna Holt said on Monday.'
    (demand,) = (c for c in claims(read(text), codebook, gazetteer) if c.type == "demand")
    assert [m.name for m in demand.targets] == ["militia"]
    assert [m.name for m in demand.agents] == ["Anna Holt"]


@pytest.mark.parametrize(
    "text", ["We must be prepared for war, the minister said.", "The government must be careful, analysts say."]
)
def test_what_must_be_is_no_demand(text: str, read: Read, codebook: Codebook, gazetteer: Gazetteer) -> None:
    assert not claims(read(text), codebook, gazetteer)


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters managed to control the blaze in the village.",
        "Customs officers foiled an attempt to smuggle watches.",
        "The airline said that a strike had led to 12 horses dying, its spokesman told AFP.",
        "The rebels arrived at the talks with a list of wishes.",
        "The group targeted the district in its campaign for cleaner water.",
        "The company's strongholds were hit by falling sales.",
    ],
)
def test_their_look_alikes_tell_of_no_armed_act(
    text: str, read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    of_arms = {"attack", "capture", "armed_clash", "deployment", "threat"}
    assert not of_arms & {claim.type for claim in claims(read(text), codebook, gazetteer)}
