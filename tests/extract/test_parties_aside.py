"""Parties that stand aside from the plain frame: joined clauses, losses, weapons that come down, lost subjects."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Reading

Told = Callable[[str], tuple[Claim, ...]]


@pytest.fixture
def told(read: Callable[[str], Reading], gazetteer: Gazetteer) -> Told:
    """The claims of a text of our own."""
    return lambda text: extract(read(text), load_codebook(), gazetteer, judge=False).claims


def agents(claim: Claim) -> list[str]:
    return [m.name for m in claim.agents]


def targets(claim: Claim) -> list[str]:
    return [m.name for m in claim.targets]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Villagers stormed the police post near Azmar on Monday and soldiers joined in.", ["Villagers", "soldiers"]),
        ("Militiamen attacked a convoy near Azmar as soldiers joined in.", ["Militiamen", "soldiers"]),
        ("Border guards and members of a home-guard unit attacked a camp near Azmar.",
         ["Border guards", "home-guard unit"]),
        ("Drones of the Houthi movement hit a fuel depot in Azmar.", ["Houthi movement"]),
        ("Drones belonging to the Burmese army hit a fuel depot in Azmar.", ["Burmese army"]),
        ("Gang members raked a bus in Azmar with gunfire.", ["Gang members"]),
        ("When the siege was over the militiamen looted the clinic of Azmar.", ["militiamen"]),
        ("Men in army uniforms shot dead a judge in Azmar on Monday.", ["Men in army uniforms"]),
        ("The convoy came under attack by soldiers near Azmar.", ["soldiers"]),
    ],
)  # fmt: skip
def test_whoever_acts_is_found_beside_the_plain_subject(told: Told, text: str, who: list[str]) -> None:
    assert agents(told(text)[-1]) == who


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("A bomb wounded three plumbers and a machinist in Azmar.", ["plumbers", "machinist"]),
        ("Mortar shells wounded two nurses when they crashed into a clinic in Azmar.", ["nurses", "clinic"]),
        ("Gunmen attacked the Hill Street gang's hideout in Azmar.", ["Hill Street gang"]),
        ("Forty pupils, nine of them girls, were abducted in Azmar.", ["pupils"]),
        ("Shells fell on Azmar, where scores of homes were damaged.", ["homes"]),
        ("A patrol was raked with gunfire near Azmar.", ["patrol"]),
    ],
)
def test_whoever_and_whatever_is_struck_is_found_beside_the_plain_object(
    told: Told, text: str, whom: list[str]
) -> None:
    assert targets(told(text)[0]) == whom


def test_an_object_told_once_is_of_both_joined_verbs(told: Told) -> None:
    shelling, bombing = told("The navy shelled and the air force bombed a fuel depot in Azmar.")
    assert targets(shelling) == targets(bombing) == ["fuel depot"]
    assert (agents(shelling), agents(bombing)) == (["navy"], ["air force"])


def test_losses_on_both_sides_tell_who_fought(told: Told) -> None:
    (clash,) = told("A firefight near Azmar left nine insurgents dead and as many policemen wounded.")
    assert (clash.type, agents(clash)) == ("armed_clash", ["insurgents", "policemen"])
    assert [(c.kind, c.low) for c in clash.counts] == [("killed", 9), ("injured", 9)]


def test_an_attack_that_is_beaten_off_is_one_clash_of_both_sides(told: Told) -> None:
    (clash,) = told("A Chadian assault on Libyan positions near Azmar was beaten off on Monday.")
    assert (clash.type, agents(clash)) == ("armed_clash", ["Chadian", "Libyan"])


def test_harm_told_of_two_in_one_act_is_that_act_alone(told: Told) -> None:
    (raid,) = told("Ten farmers died and six drivers were wounded in air raids on Azmar.")
    assert (raid.type, [(c.kind, c.low) for c in raid.counts]) == ("air_strike", [("killed", 10), ("injured", 6)])


def test_a_clause_about_a_street_does_not_lend_its_deed_the_agent_before(told: Told) -> None:
    first, second = told("Gunmen abducted a dentist in Azmar, in a suburb where four nurses were abducted last year.")
    assert (agents(first), agents(second)) == (["Gunmen"], [])


def test_a_village_from_which_rockets_come_names_no_side(told: Told) -> None:
    (shelling,) = told("Rockets fired from the Lebanese village of Azmar fell in a field.")
    assert agents(shelling) == []


def test_where_soldiers_were_captured_is_not_where_they_were_freed(told: Told) -> None:
    release, capture = told("On Monday Chad freed two soldiers that it had captured near Azmar in May.")
    assert ([p.name for p in release.places], [p.name for p in capture.places]) == ([], ["Azmar"])


def test_a_participle_behind_a_comma_tells_of_the_town_before_it(told: Told) -> None:
    capture = told("Police in Goma, seized by rebels in May, arrested two smugglers on Sunday.")[0]
    assert (capture.type, [p.name for p in capture.places]) == ("capture", ["Goma"])


def test_a_clause_behind_that_has_its_own_subject(told: Told) -> None:
    (looting,) = told("A clinic in Goma that troops looted last week has no medicines.")
    assert (agents(looting), targets(looting)) == (["troops"], ["clinic"])


def test_envoys_stand_for_those_who_sent_them(told: Told) -> None:
    truce = told("Negotiators from the Chadian army and the Houthi movement signed a truce in Goma on Friday.")[0]
    assert sorted(agents(truce)) == ["Chadian army", "Houthi movement"]


def test_another_is_a_second_act_of_the_kind_told_before(told: Told) -> None:
    first, second = told(
        "The army admitted carrying out an air strike on Goma and denied carrying out another near Azmar."
    )
    assert first.type == second.type == "air_strike"
    assert [c.sources[0].stance for c in (first, second)] == ["asserts", "denies"]


@pytest.mark.parametrize(
    "text",
    [
        "Fighters took Goma on Friday without a shot being fired.",
        "Fighters took Goma on Friday without firing a shot.",
    ],
)
def test_what_was_done_without_is_no_event(told: Told, text: str) -> None:
    assert [claim.type for claim in told(text)] == ["capture"]


@pytest.mark.parametrize(
    "text",
    [
        "The harbour board came under attack from economists on Tuesday.",
        "The minister survived an attack by columnists over the harvest.",
    ],
)
def test_an_attack_by_critics_is_none(told: Told, text: str) -> None:
    assert told(text) == ()


def test_to_hold_those_taken_is_not_a_second_abduction(told: Told) -> None:
    (abduction,) = told("Three nurses were taken off a bus in Goma by bandits who are keeping them in the hills.")
    assert abduction.type == "abduction"


def test_police_and_a_crowd_with_stones_are_both_in_the_riot(told: Told) -> None:
    (riot,) = told("Police clashed on Monday with students hurling bottles in Goma.")
    assert (riot.type, agents(riot)) == ("riot", ["Police", "students"])


def test_who_was_given_arms_tells_where(told: Told) -> None:
    (supply,) = told("The soldiers in Goma have been given rifles by Chad.")
    assert [p.name for p in supply.places] == ["Goma"]
