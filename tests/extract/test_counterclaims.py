"""Denials are joined to what they deny."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.extract.same_party import same_party, same_side
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.model.claim import Claim
from dateline.model.text import Report
from dateline.read.parser import Parser

Tell = Callable[[str], list[Claim]]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("counterclaims") / "places.sqlite"
    towns = [
        PlaceRow(kind="city", names=(t,), country="SY", lat=35.0, lon=37.0, population=9000)
        for t in ("Azmar", "Tarvan")
    ]
    build(path, rows=[PlaceRow(kind="country", names=("Syria",), country="SY", lat=35.0, lon=38.0), *towns])
    return Gazetteer(path)


@pytest.fixture
def tell(parser: Parser, gazetteer: Gazetteer) -> Tell:
    """All that a text is found to say, however likely."""

    def told(text: str) -> list[Claim]:
        report = Report(page="p", id="sha256:0", text=text, status="coded", published="2019-08-29")
        return list(extract(parser.read(report), load_codebook(), gazetteer, judge=False).claims)

    return told


def stances(claim: Claim) -> dict[str, str]:
    return {source.name: source.stance for source in claim.sources}


def test_a_denied_deed_is_the_act_that_the_denier_was_accused_of(tell: Tell) -> None:
    (claim,) = tell("Villagers said Russian jets bombed a school in Azmar, but Moscow denied carrying out raids there.")
    assert stances(claim) == {"Villagers": "asserts", "Moscow": "denies"}


def test_a_denied_deed_at_another_place_is_another_act(tell: Tell) -> None:
    claims = tell("Villagers said Russian jets bombed a school in Azmar. Moscow denied that its jets bombed Tarvan.")
    assert [stances(c) for c in claims] == [{"Villagers": "asserts"}, {"Moscow": "denies"}]


def test_a_denied_habit_stands_for_itself(tell: Tell) -> None:
    claims = tell("Villagers said Russian jets bombed a school in Azmar. Moscow denies that its jets bomb schools.")
    assert {"Villagers": "asserts"} in [stances(c) for c in claims]


def test_a_denial_far_behind_is_of_what_its_speaker_was_accused_of(tell: Tell) -> None:
    text = (
        "Villagers said Russian jets bombed a school in Azmar. Rebels shelled a market in Tarvan. Schools were closed. "
        "Shops were shut too. Moscow denied the accusations."
    )
    (bombed,) = [c for c in tell(text) if c.type == "air_strike"]
    assert stances(bombed) == {"Villagers": "asserts", "Moscow": "denies"}


def test_a_denial_says_once_that_it_did_not_happen(tell: Tell) -> None:
    (claim,) = tell("Russia said it had not bombed a school in Azmar.")
    assert (claim.modality, stances(claim)) == ("occurred", {"Russia": "denies"})
    assert not claim.asserted


@pytest.mark.parametrize(
    ("one", "other"), [("Moscow", "Russian jets"), ("the army", "Karan army"), ("Kremlin", "Russia")]
)
def test_a_capital_a_nation_and_its_forces_are_one_party(one: str, other: str) -> None:
    assert same_party(one, other)


@pytest.mark.parametrize(("one", "other"), [("Moscow", "Turkish jets"), ("army", "rebels"), ("the", "the")])
def test_two_sides_are_not_one_party(one: str, other: str) -> None:
    assert not same_party(one, other)


def test_a_denied_hand_in_an_act_is_no_act_of_its_own(tell: Tell) -> None:
    (claim,) = tell("A drone hit a refinery in Azmar on Sunday. Iran denied involvement.")
    assert stances(claim) == {"Iran": "denies"}


def test_an_alleged_hand_in_an_act_is_told_with_who_alleges_it(tell: Tell) -> None:
    claims = tell("Gunmen attacked a convoy in Azmar. Russia and France have alleged Iranian involvement.")
    assert {"Russia": "asserts", "France": "asserts"} in [stances(c) for c in claims]


def test_what_the_report_tells_itself_stays_asserted_where_somebody_denies_it(tell: Tell) -> None:
    (claim,) = tell("Lorvian jets bombed a clinic in Azmar on Monday, killing nine people. Lorvia denied involvement.")
    assert stances(claim) == {"Lorvia": "denies"}
    assert claim.asserted
    assert claim.in_own_voice


def test_what_is_told_only_to_be_denied_is_not_asserted(tell: Tell) -> None:
    (claim,) = tell("The army denied that its jets had bombed a clinic in Azmar.")
    assert not claim.asserted


@pytest.mark.parametrize("words", ["denied it", "denied this and said that rebels had been hit"])
def test_it_is_what_the_denier_was_accused_of(tell: Tell, words: str) -> None:
    claim = tell(f"Villagers said Russian jets bombed a school in Azmar on Monday. Moscow {words}.")[0]
    assert stances(claim) == {"Villagers": "asserts", "Moscow": "denies"}


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("The army shelled Azmar on Friday, despite denials by the government.", "government"),
        ("The army shelled Azmar on Friday, despite the government's denials.", "government"),
        ("The army has shelled Azmar, despite repeated government denials.", "government"),
        ("Shells hit a clinic in Azmar on Friday, contradicting repeated denials by President Haddad.", "Haddad"),
    ],
)
def test_denials_told_behind_the_deed_are_of_it(tell: Tell, text: str, denier: str) -> None:
    (claim,) = tell(text)
    assert [(s.name.split()[-1], s.stance) for s in claim.sources] == [(denier, "denies")]


def test_what_the_denier_tells_in_the_same_breath_is_not_denied(tell: Tell) -> None:
    text = "Moscow denies it bombed Azmar and says it is answering militant attacks from the hills."
    assert [stances(c) for c in tell(text)] == [{"Moscow": "denies"}, {"Moscow": "asserts"}]


def test_whoever_had_nothing_to_do_with_an_attack_denies_one_that_occurred(tell: Tell) -> None:
    (claim,) = tell("The militia said it had nothing to do with the attack in Azmar.")
    assert (claim.modality, stances(claim)) == ("occurred", {"militia": "denies"})


def test_an_accusation_and_its_denial_are_a_claim_of_their_own_on_the_act(tell: Tell) -> None:
    text = "Drones hit a refinery in Azmar. Washington accused Tehran of the strikes. Iran rejected the charge."
    act, accusation = tell(text)
    assert stances(act) == {}
    assert stances(accusation) == {"Washington": "asserts", "Iran": "denies"}


def test_a_denial_is_not_laid_on_what_somebody_else_did(tell: Tell) -> None:
    text = "Gunmen killed ten soldiers in Azmar. The United States blamed Iran for the attack, which Tehran denied."
    act, accusation = tell(text)
    assert stances(act) == {}
    assert stances(accusation) == {"United States": "asserts", "Tehran": "denies"}


@pytest.mark.parametrize(
    "accused, denier",
    [
        ("government forces", "government of President Omar Sarrad"),
        ("Chadian forces", "army"),
        ("Karan soldiers", "military"),
        ("Syrian army", "defence ministry"),
        ("junta", "army"),
    ],
)
def test_bodies_of_one_state_are_one_side_of_a_charge(accused: str, denier: str) -> None:
    assert same_side(accused, denier)


@pytest.mark.parametrize(
    "accused, denier", [("Chadian army", "Libyan army"), ("rebels", "army"), ("Russia", "Islamist movement")]
)
def test_other_sides_are_not_accused_together(accused: str, denier: str) -> None:
    assert not same_side(accused, denier)


def test_a_government_named_by_its_leader_denies_what_its_forces_are_accused_of(tell: Tell) -> None:
    (claim,) = tell(
        "Activists said government forces dropped chlorine on Azmar. "
        "The government of President Omar Sarrad denied using gas."
    )
    assert stances(claim) == {"Activists": "asserts", "government of President Omar Sarrad": "denies"}


def test_the_accused_who_says_that_no_such_act_took_place_denies_it(tell: Tell) -> None:
    (claim,) = tell("Rebels said Syrian forces shelled a camp in Azmar. The army said no such shelling took place.")
    assert stances(claim) == {"Rebels": "asserts", "army": "denies"}
    assert claim.modality == "occurred"


def test_a_strike_that_is_only_denied_by_name_is_told_once(tell: Tell) -> None:
    (claim,) = tell(
        "Nurses said Sudanese army planes bombed a market in Azmar. "
        "Khartoum denied the strike, saying its air force was busy elsewhere."
    )
    assert stances(claim) == {"Nurses": "asserts", "Khartoum": "denies"}


@pytest.mark.parametrize(
    "told, denied, sources",
    [
        (
            "Doctors said Syrian warplanes struck a clinic in Azmar.",
            "The army said its air force had flown no missions over the region that day.",
            {"Doctors": "asserts", "army": "denies"},
        ),
        (
            "Doctors said Syrian warplanes struck a clinic in Azmar.",
            "The defence ministry denied that its aircraft had flown any missions there.",
            {"Doctors": "asserts", "defence ministry": "denies"},
        ),
        (
            "Herders said Sudanese soldiers shot five men in Azmar.",
            "The army said its troops were not in the area at the time.",
            {"Herders": "asserts", "army": "denies"},
        ),
        (
            "Medics said the Sudanese army shelled a market in Azmar.",
            '"Our forces did not shell the market," army spokesman Nabil Taha said.',
            {"Medics": "asserts", "Nabil Taha": "denies"},
        ),
        (
            "Elders said African Union troops killed five herders in Azmar.",
            "African Union commanders disputed the account.",
            {"Elders": "asserts", "African Union commanders": "denies"},
        ),
        (
            "Nurses said Russian jets bombed the hospital in Azmar.",
            "Moscow denies bombing the hospital.",
            {"Nurses": "asserts", "Moscow": "denies"},
        ),
    ],
)
def test_a_denial_in_other_words_is_an_answer_to_the_charge(
    tell: Tell, told: str, denied: str, sources: dict[str, str]
) -> None:
    assert stances(tell(f"{told} {denied}")[0]) == sources


def test_they_who_deny_a_charge_are_those_who_are_said_to_have_done_it(tell: Tell) -> None:
    (claim,) = tell("Kenyan police killed 30 marchers in Azmar, rights groups said, a charge they deny.")
    assert stances(claim) == {"rights groups": "asserts", "Kenyan police": "denies"}


def test_what_a_commander_finds_impossible_is_no_denial(tell: Tell) -> None:
    claims = tell(
        "Analysts said Karan forces may seize Azmar. "
        "The Karan army may shell Azmar if it determines that it cannot seize the town."
    )
    assert "denies" not in {stance for c in claims for stance in stances(c).values()}


def test_a_build_up_that_is_no_sign_of_an_aim_is_the_denial_of_that_aim(tell: Tell) -> None:
    claims = tell("Karvia maintains that its exercise is not an indication that Karvia intends to invade Azmar.")
    assert [stances(c) for c in claims if c.type == "attack"] == [{"Karvia": "denies"}]


def test_the_incident_in_which_a_lorry_was_hit_is_what_involvement_is_denied_in(tell: Tell) -> None:
    claims = tell("Kenya has denied that its jets had a part in the incident in which nine lorries were destroyed.")
    assert {"Kenya": "denies"} in [stances(c) for c in claims]


def test_the_raids_in_which_involvement_is_denied_are_told_once(tell: Tell) -> None:
    (claim,) = tell(
        "Strikes carried out by Russian jets hit the village of Azmar, a monitor said. "
        "Moscow denied involvement of any kind in these raids."
    )
    assert stances(claim) == {"monitor": "asserts", "Moscow": "denies"}


def test_a_charge_is_answered_some_sentences_on(tell: Tell) -> None:
    claims = tell(
        "Nurses said Russian jets bombed a market in Azmar. The town is held by rebels. Many families have relatives "
        "abroad. Prices are high. Moscow denied that its jets had bombed the market."
    )
    assert [stances(c) for c in claims if c.type == "air_strike"] == [{"Nurses": "asserts", "Moscow": "denies"}]


def test_a_denied_deed_of_another_time_is_another_act(tell: Tell) -> None:
    claims = tell(
        "Nurses said Russian jets bombed Azmar on Tuesday. "
        "Moscow denied that its jets had bombed a depot in the province last month."
    )
    assert [stances(c) for c in claims] == [{"Nurses": "asserts"}, {"Moscow": "denies"}]


def test_a_deed_denied_for_that_day_is_the_one_told_of_it(tell: Tell) -> None:
    (claim,) = tell(
        "Nurses said Russian jets bombed Azmar on May 31, but Moscow denied carrying out any raids in that area then."
    )
    assert stances(claim) == {"Nurses": "asserts", "Moscow": "denies"}


def test_those_from_whom_a_village_is_said_to_be_taken_deny_that_it_has_fallen(tell: Tell) -> None:
    (claim,) = tell("Russian commanders said their troops had taken Azmar. The mayor denies the village has fallen.")
    assert stances(claim) == {"Russian commanders": "asserts", "mayor": "denies"}


def test_who_calls_the_killings_staged_denies_them(tell: Tell) -> None:
    (claim,) = tell(
        "Survivors say Karan soldiers executed six men in Azmar. The junta claims the killings were staged."
    )
    assert stances(claim) == {"Survivors": "asserts", "junta": "denies"}


@pytest.mark.parametrize(
    "text",
    [
        "Karvia brushed aside reports that its troops had withdrawn from Azmar.",
        "Karvia has pushed back on claims that its troops withdrew from Azmar.",
        "Karvia contested reports that its troops had withdrawn from Azmar.",
    ],
)
def test_reports_that_are_waved_away_are_denied(tell: Tell, text: str) -> None:
    assert [stances(c) for c in tell(text) if c.type == "withdrawal"] == [{"Karvia": "denies"}]


def test_denies_deliberately_shelling_is_a_denial(tell: Tell) -> None:
    (claim,) = tell("Russia denies deliberately attacking civilian areas.")
    assert stances(claim) == {"Russia": "denies"}


def test_talks_that_were_postponed_did_not_take_place(tell: Tell) -> None:
    (claim,) = tell("Talks due to open in Azmar on Monday were postponed.")
    assert (claim.type, claim.modality) == ("talks", "not")


HELD_ON = (
    "The army said the town remained under its control.",
    "The army said that it still held the town.",
    "The army said the town was still in its hands.",
    "The army said that it was in full control of the town.",
)


@pytest.mark.parametrize("answer", HELD_ON)
def test_whoever_says_that_a_place_is_held_denies_that_it_was_taken(tell: Tell, answer: str) -> None:
    (claim,) = tell(f"Rebels said they had captured the town of Tarvan. {answer}")
    assert stances(claim) == {"Rebels": "asserts", "army": "denies"}


def test_whoever_took_a_place_and_holds_it_denies_nothing(tell: Tell) -> None:
    (claim,) = tell("A monitor said the army had captured Tarvan. The army said the town remained under its control.")
    assert "denies" not in stances(claim).values()


@pytest.mark.parametrize(
    "answer",
    ["The army said it would not hold Tarvan for long.", "The army said Azmar remained under its control."],
)
def test_what_is_not_said_to_be_held_is_not_denied(tell: Tell, answer: str) -> None:
    claims = tell(f"Rebels said they had captured Tarvan. {answer}")
    assert stances(claims[0]) == {"Rebels": "asserts"}
