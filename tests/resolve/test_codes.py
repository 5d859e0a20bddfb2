"""The codes of an event in other codebooks."""

import pytest

from dateline.knowledge.codes import code_rows, read_code_rows
from dateline.knowledge.types import TYPES
from dateline.model.claim import Extent, Modality
from dateline.model.errors import DataError
from dateline.model.event import Actor, ActorKind, Codes
from dateline.model.text import Span
from dateline.resolve.codes import codes_of

CLASHED = ("Battles", "Armed clash")
ACLED = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        *("Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack"),
        *("Remote explosive/landmine/IED", "Grenade"),
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        *("Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Other"),
        *("Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory"),
    },
}
PLOVER = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)


def actor(kind: ActorKind | None, id: str | None = None) -> Actor:
    return Actor(name=id or "someone", words=Span(0, 7, "someone"), id=id, kind=kind)


ARMY, REBELS, GUNMEN = actor("state forces", "syrian-army"), actor("rebel group"), actor("political militia")
ABROAD, MILITIA, PEOPLE = actor("external forces"), actor("political militia", "shabiha"), actor("civilians")
CROWD, MOB, NOBODY = actor("protesters"), actor("rioters"), actor(None)


def codes(
    type: str,
    agents: tuple[Actor, ...] = (),
    targets: tuple[Actor, ...] = (),
    means: str | None = None,
    modality: Modality = "occurred",
    extent: Extent | None = None,
) -> Codes:
    return codes_of(type, agents, targets, means, modality, extent)


@pytest.mark.parametrize("modality", ["planned", "possible", "not"])
def test_what_did_not_occur_has_no_code(modality: Modality) -> None:
    assert codes("air_strike", (ARMY,), (REBELS,), "jet", modality) == Codes()


def test_an_air_strike_has_its_code_in_every_codebook() -> None:
    found = codes("air_strike", (ARMY,), (REBELS,))
    assert found == Codes(
        acled=("Explosions/Remote violence", "Air/drone strike"), plover=("ASSAULT", "aerial"), cameo="195", ucdp=1
    )


def test_a_drone_is_told_from_other_aircraft() -> None:
    found = codes("air_strike", means="armed drones")
    assert (found.plover, found.cameo) == (("ASSAULT", "drone"), "1952")


@pytest.mark.parametrize(
    ("means", "sub_event"),
    [
        ("a suicide vest", "Suicide bomb"),
        ("hand grenades", "Grenade"),
        ("roadside bomb", "Remote explosive/landmine/IED"),
        ("IED", "Remote explosive/landmine/IED"),
    ],
)
def test_a_bombing_is_coded_by_its_means(means: str, sub_event: str) -> None:
    assert codes("bombing", means=means).acled == ("Explosions/Remote violence", sub_event)


def test_a_bombing_of_unknown_means_is_left_open() -> None:
    assert codes("bombing").acled is None


@pytest.mark.parametrize(
    ("agents", "targets", "expected"),
    [
        ((REBELS,), (PEOPLE,), ("Violence against civilians", "Attack")),
        ((GUNMEN,), (ARMY,), CLASHED),
        ((ARMY,), (CROWD,), ("Protests", "Excessive force against protesters")),
        ((MOB,), (PEOPLE,), ("Riots", "Mob violence")),
        ((REBELS,), (), None),
        ((), (PEOPLE,), None),
        ((NOBODY,), (PEOPLE,), None),
        ((REBELS,), (PEOPLE, ARMY), None),
    ],
)
def test_an_attack_is_coded_by_who_attacks_whom(
    agents: tuple[Actor, ...], targets: tuple[Actor, ...], expected: tuple[str, str] | None
) -> None:
    assert codes("attack", agents, targets).acled == expected


@pytest.mark.parametrize(
    ("agent", "extent", "expected"),
    [
        (ARMY, "whole", ("Battles", "Government regains territory")),
        (REBELS, "whole", ("Battles", "Non-state actor overtakes territory")),
        (ABROAD, "whole", ("Battles", "Non-state actor overtakes territory")),
        (ARMY, "part", None),
        (ARMY, None, None),
        (NOBODY, "whole", None),
    ],
)
def test_only_a_whole_place_changes_hands(
    agent: Actor, extent: Extent | None, expected: tuple[str, str] | None
) -> None:
    assert codes("capture", (agent,), extent=extent).acled == expected


@pytest.mark.parametrize(
    ("agents", "targets", "expected"),
    [
        ((ARMY, REBELS), (), 1),
        ((REBELS,), (ARMY,), 1),
        ((ARMY,), (ABROAD,), 1),
        ((REBELS, MILITIA), (), 2),
        ((REBELS,), (GUNMEN,), None),
        ((REBELS,), (PEOPLE,), 3),
        ((GUNMEN,), (PEOPLE,), None),
        ((ARMY,), (), None),
    ],
)
def test_ucdp_needs_two_organised_sides_or_one_against_civilians(
    agents: tuple[Actor, ...], targets: tuple[Actor, ...], expected: int | None
) -> None:
    assert codes("attack", agents, targets).ucdp == expected


def test_one_actor_does_not_fight_itself() -> None:
    assert codes("armed_clash", (REBELS,)).ucdp is None
    assert codes("armed_clash", (ARMY,)).ucdp is None


def test_a_state_that_acts_itself_is_a_side() -> None:
    assert codes("shelling", (actor(None, "russia"),), (REBELS,)).ucdp == 1


def test_shelling_of_civilians_is_of_no_certain_kind_of_violence() -> None:
    assert codes("shelling", (ARMY,), (PEOPLE,)).ucdp is None


@pytest.mark.parametrize("type", ["talks", "threat", "demand", "aid", "sanction", "casualties", "arms_supply"])
def test_acled_does_not_record_words_and_totals(type: str) -> None:
    assert codes(type, (ARMY,), (REBELS,)).acled is None


def test_a_fighter_taken_is_no_violence_against_civilians() -> None:
    assert codes("abduction", (REBELS,), (ARMY,)).acled is None
    assert codes("abduction", (REBELS,), (PEOPLE,)).acled == (
        "Violence against civilians",
        "Abduction/forced disappearance",
    )


@pytest.mark.parametrize(
    ("agent", "expected"),
    [(CROWD, ("Riots", "Violent demonstration")), (MOB, ("Riots", "Mob violence")), (NOBODY, None)],
)
def test_a_riot_is_coded_by_who_riots(agent: Actor, expected: tuple[str, str] | None) -> None:
    assert codes("riot", (agent,)).acled == expected


def test_every_type_has_a_row_in_every_codebook() -> None:
    for rows in code_rows().values():
        assert {kind for row in rows for kind in row.types} == set(TYPES)


def test_the_table_gives_only_codes_that_exist() -> None:
    for row in code_rows()["acled"]:
        assert row.code is None or row.code[1] in ACLED[row.code[0] or ""]
    assert {row.code[0] for row in code_rows()["plover"] if row.code} <= PLOVER
    assert all(row.code is None or (isinstance(row.code, str) and row.code.isdigit()) for row in code_rows()["cameo"])
    assert {row.code for row in code_rows()["ucdp"]} == {"1", "2", "3", None}


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("{type: picnic, code: null}", "unknown type 'picnic'"),
        ("{type: riot, agents: [aliens], code: null}", "unknown agents 'aliens'"),
        ("{type: riot, weather: wet, code: null}", "'weather'"),
        ("{type: riot, code: Riots}", "a list of 2"),
        ("{type: riot, code: [Riots]}", "2 parts"),
        ("{type: riot, code: null}", "has no row for"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused(row: str, complaint: str) -> None:
    with pytest.raises(DataError, match=complaint):
        read_code_rows(f"acled: [{row}]\nplover: []\ncameo: []\nucdp: []")
