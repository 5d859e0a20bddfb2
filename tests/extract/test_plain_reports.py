"""Plain sentences about places that no gazetteer has: what happened, who did it to whom, and where, end to end."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import Codebook, load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Reading

Read = Callable[[str], Reading]
Told = tuple[str, list[str], list[str], list[str]]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def claims(reading: Reading, codebook: Codebook, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    return extract(reading, codebook, gazetteer, judge=False).claims


def told(claim: Claim) -> Told:
    names = ([one.name for one in slot] for slot in (claim.agents, claim.targets, claim.places))
    return (claim.type, *names)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels retook Qantarin on Monday.", ("capture", ["Rebels"], [], ["Qantarin"])),
        (
            "Government forces lost Qantarin to the rebels.",
            ("capture", ["rebels"], ["Government forces"], ["Qantarin"]),
        ),
        ("The town of Qantarin changed hands twice.", ("capture", [], [], ["Qantarin"])),
        ("The village of Orsk Dol was recaptured on Sunday.", ("capture", [], [], ["Orsk Dol"])),
        ("Rockets struck Qantarin, killing three people.", ("shelling", [], ["people"], ["Qantarin"])),
        ("The mayor put the toll from the shelling of Qantarin at nine.", ("shelling", [], [], ["Qantarin"])),
        ("The ministry imposed a curfew in Qantarin after the riots.", ("riot", [], [], ["Qantarin"])),
        ("The attack that the militia carried out killed nine people.", ("attack", ["militia"], ["people"], [])),
        (
            "The bombing, which the militia said it had carried out, killed six.",
            ("bombing", ["militia"], [], []),
        ),
        (
            "The opposition leader was taken from his home by masked men.",
            ("abduction", ["men"], ["opposition leader"], []),
        ),
        (
            "Army defectors joined the rebels in Qantarin.",
            ("group_change", ["Army defectors"], ["rebels"], ["Qantarin"]),
        ),
        ("Four policemen died in an attack on their checkpoint.", ("attack", [], ["checkpoint", "policemen"], [])),
        ("Police thwarted a plot to bomb the embassy.", ("bombing", [], ["embassy"], [])),
        ("The rebels launched 90 drones at Qantarin.", ("air_strike", ["rebels"], [], ["Qantarin"])),
        ("A shell hit two nine-storey apartment blocks.", ("shelling", [], ["apartment blocks"], [])),
        ("No one was hurt in the shelling of Qantarin.", ("shelling", [], [], ["Qantarin"])),
        ("The troops were ordered to pull out of Qantarin.", ("withdrawal", ["troops"], [], ["Qantarin"])),
    ],
)
def test_a_plain_sentence_says_who_did_what_to_whom_and_where(
    read: Read, codebook: Codebook, gazetteer: Gazetteer, text: str, wanted: Told
) -> None:
    assert wanted in [told(claim) for claim in claims(read(text), codebook, gazetteer)]


def test_who_calls_for_an_end_to_a_siege_does_not_besiege(read: Read, codebook: Codebook, gazetteer: Gazetteer) -> None:
    found = claims(read("The United Nations called for an end to the siege of Qantarin."), codebook, gazetteer)
    assert ("siege", [], [], ["Qantarin"]) in [told(claim) for claim in found]


def test_a_group_named_after_liberation_captures_nothing_by_its_name(
    read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    text = "The Popular Front for the Liberation of Karsh killed two guards on Monday."
    assert [claim.type for claim in claims(read(text), codebook, gazetteer)] == ["attack"]


def test_two_acts_that_one_sentence_dates_are_two(read: Read, codebook: Codebook, gazetteer: Gazetteer) -> None:
    text = "The village of Orsk Dol, seized by insurgents in March, was recaptured on Sunday."
    found = extract(read(text), codebook, gazetteer).claims
    assert [(claim.type, claim.time and claim.time.words.text) for claim in found] == [
        ("capture", "March"),
        ("capture", "Sunday"),
    ]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Some 90,000 villagers have been displaced in the course of the campaign.", "total"),
        ("More than 300 people have died during the campaign.", "total"),
        ("Nine people died during the attack.", "incident"),
    ],
)
def test_what_a_war_or_a_campaign_cost_is_a_total(
    read: Read, codebook: Codebook, gazetteer: Gazetteer, text: str, scope: str
) -> None:
    found = claims(read(text), codebook, gazetteer)
    assert {count.scope for claim in found for count in claim.counts} == {scope}


def test_those_who_lost_their_lives_are_counted(read: Read, codebook: Codebook, gazetteer: Gazetteer) -> None:
    (claim,) = claims(read("At least 40 people lost their lives in the attack."), codebook, gazetteer)
    assert [(count.kind, count.low, count.high) for count in claim.counts] == [("killed", 40, None)]


def test_the_country_is_not_the_one_that_acts_on_it(read: Read, codebook: Codebook, gazetteer: Gazetteer) -> None:
    (claim,) = claims(read("The United States will send 300 more advisers to the country."), codebook, gazetteer)
    assert claim.places == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The alliance bombed a mill near Azmar, killing nine people.",
            ("air_strike", ["alliance"], ["mill", "people"]),
        ),
        ("Rebels shelled a bus in Goma, wounding four and killing one.", ("shelling", ["Rebels"], ["bus"])),
        ("Herders killed nine farmers in Nyala.", ("attack", ["Herders"], ["farmers"])),
        ("Suspected separatists killed a headmaster in Nyala.", ("attack", ["separatists"], ["headmaster"])),
        ("Rockets struck a depot in Nyala.", ("shelling", [], ["depot"])),
        ("The rebel group Azmar Front attacked a convoy in Nyala.", ("attack", ["Azmar Front"], ["convoy"])),
        ("Soldiers of the 61st brigade burned homes in Nyala.", ("damage", ["61st brigade"], ["homes"])),
        ("Police arrested the mayor of Nyala.", ("arrest", ["Police"], ["mayor of Nyala"])),
    ],
)
def test_an_act_its_outcome_and_each_party_are_told_once(
    text: str, wanted: tuple[str, list[str], list[str]], read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    (claim,) = claims(read(text), codebook, gazetteer)
    assert told(claim)[:3] == wanted


@pytest.mark.parametrize(
    ("text", "kind", "places"),
    [
        ("Rebels captured Kafr Zanun on Monday.", "capture", ["Kafr Zanun"]),
        ("Rebels captured Hassan Zanun on Monday.", "arrest", []),
    ],
)
def test_what_is_called_as_towns_are_is_no_prisoner(
    text: str, kind: str, places: list[str], read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    (claim,) = claims(read(text), codebook, gazetteer)
    assert (claim.type, [place.name for place in claim.places]) == (kind, places)


def test_what_is_said_is_not_of_the_day_that_the_story_is_at(
    read: Read, codebook: Codebook, gazetteer: Gazetteer
) -> None:
    text = "Rebels shelled the port on Friday. They abducted two guards. The mayor demanded an inquiry."
    found = claims(read(text), codebook, gazetteer)
    assert [(claim.type, claim.time and claim.time.words.text) for claim in found] == [
        ("shelling", "Friday"),
        ("abduction", "Friday"),
        ("demand", None),
    ]
