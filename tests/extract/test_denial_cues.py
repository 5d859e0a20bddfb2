"""Denials without a verb of denying before their content, and what is no denial at all."""

from collections.abc import Callable

import pytest

from dateline.extract.attribution import attributions, sources_of
from dateline.model.text import Reading

Denies = Callable[[str, str], set[str]]


@pytest.fixture
def deniers(read: Callable[[str], Reading]) -> Denies:
    """Who denies the event announced by the first occurrence of a word."""

    def found(text: str, trigger: str) -> set[str]:
        reading = read(text)
        i = next(t.i for t in reading.tokens if t.text == trigger)
        return {s.name for s in sources_of(i, reading, attributions(reading)) if s.stance == "denies"}

    return found


ACCUSED = "Villagers said soldiers bombed a school in Tarvan on Monday. "


@pytest.mark.parametrize(
    ("denial", "who"),
    [
        ("The claim was quickly denied by the army.", "army"),
        ("The ministry called the allegations fabricated.", "ministry"),
        ("The ministry described the reports as completely untrue.", "ministry"),
        ("The ministry said the reports were false.", "ministry"),
        ("The army said its jets were not responsible for the bombing.", "army"),
        ("The army said it had nothing to do with the attack.", "army"),
        ("The army said it had no part in the raid.", "army"),
        ("The army rejected as groundless the accusations.", "army"),
        ("The army said the accusation was without foundation.", "army"),
        ("The governor said there was no truth to the claim.", "governor"),
        ("The minister scoffed at the allegation.", "minister"),
        ("The army said it was not behind it.", "army"),
        ("The army said it was not responsible for this.", "army"),
        ("The army said its jets were not involved.", "army"),
        ("The army said that was not true.", "army"),
        ("The army said the reports were not accurate.", "army"),
        ("The governor called it a lie.", "governor"),
        ('"This is untrue," the army spokesman said.', "army spokesman"),
        ("The governor contested the account.", "governor"),
    ],
)
def test_a_denial_needs_no_verb_of_denying(deniers: Denies, denial: str, who: str) -> None:
    assert deniers(ACCUSED + denial, "bombed") == {who}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry accused the rebels of shelling a school, which the rebels have denied.",
        "The ministry accused the rebels of shelling a school, an accusation the rebels have denied.",
        "The ministry accused the rebels of shelling a school - a claim dismissed by the rebels.",
    ],
)
def test_a_clause_behind_an_accusation_denies_it(deniers: Denies, text: str) -> None:
    assert deniers(text, "shelling") == {"rebels"}


@pytest.mark.parametrize(
    "text",
    [
        "Police said the two men were not involved in the attack on the bus.",
        "The ministry called the report on the attack useful.",
        "The ministry did not say the reports of the attack were false.",
        "The army described the attack as an act of war.",
    ],
)
def test_a_word_for_untruth_or_blame_alone_denies_nothing(deniers: Denies, text: str) -> None:
    assert not deniers(text, "attack")


def test_a_report_sent_back_is_no_denial_of_what_was_said(deniers: Denies) -> None:
    text = "Officials said soldiers bombed a school. The council rejected the report and asked for another."
    assert not deniers(text, "bombed")


def test_what_is_said_about_a_known_act_does_not_deny_the_act(deniers: Denies) -> None:
    assert not deniers("The governor denied that his leave was related to the protests.", "protests")


def test_a_negated_feeling_or_figure_is_no_denial(deniers: Denies) -> None:
    assert not deniers('"I have never seen so many people killed in one day," doctor Ivo Marek said.', "killed")
    assert not deniers("Police said seven guards died in an ambush, not three as they had first reported.", "died")
    assert not deniers('"Our friends did not take the decision to bomb lightly," the minister said.', "bomb")


def test_nobody_says_nothing(read: Callable[[str], Reading]) -> None:
    reading = read("No group said that it bombed the market.")
    assert not any(a.source.stance == "asserts" for a in attributions(reading))


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Rebels said guns shelled a school, an allegation the army called baseless.", "shelled", {"army"}),
        ("The king accused the rebels of killing a judge, a charge they deny.", "killing", {"rebels"}),
        ("The army rejects claims that it shelled a school in Tarvan.", "shelled", {"army"}),
        ("The army disputed accounts by farmers that soldiers killed nine people.", "killed", {"army"}),
        ("The army disputed reports soldiers killed nine people.", "killed", {"army"}),
        ("An army spokesman dismissed rebel claims to have captured Tarvan.", "captured", {"army spokesman"}),
        ("Both sides deny carrying out the massacre in Tarvan.", "massacre", {"sides"}),
        ("The junta denied that it had freed the men.", "freed", {"junta"}),
        ("The general said it was a lie that troops had shelled the clinic.", "shelled", {"general"}),
        ("The minister said it was not true that police had shot at the crowd.", "shot", {"minister"}),
        ("The army said its men fired in the air and did not hit the crowd.", "hit", {"army"}),
        ("The king blamed the rebels for the raid, but they say they had nothing to do with it.", "raid", {"rebels"}),
        ("Rebels said guns shelled a mill. A general denied that his guns were involved.", "shelled", {"general"}),
        ("The army denied claims by the rebels that it had shelled a mill.", "shelled", {"army"}),
        ("Police said six men were hurt. The clerks denied it.", "hurt", {"clerks"}),
        ("The militia was accused of killing a judge. It rejected the accusation.", "killing", {"militia"}),
    ],
)
def test_denials_have_many_shapes(deniers: Denies, text: str, trigger: str, who: set[str]) -> None:
    assert deniers(text, trigger) == who


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army denied that the house which its guns had shelled was a school.", "shelled"),
        ("The general said it was true that troops had shelled the clinic.", "shelled"),
        ("The general said it was no lie that troops had shelled the clinic.", "shelled"),
    ],
)
def test_what_is_taken_for_granted_or_granted_is_not_denied(deniers: Denies, text: str, trigger: str) -> None:
    assert deniers(text, trigger) == set()


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        (
            "Asked about reports that troops had shelled the mill, the governor said they were untrue.",
            "shelled",
            "governor",
        ),
        ("The army said claims that it had bombed a clinic in Tarvan were baseless.", "bombed", "army"),
        ("The mayor said there was no truth in reports that guards had killed three men.", "killed", "mayor"),
        ("It was denied by the army that guards had killed three men in Tarvan.", "killed", "army"),
        ("The minister scoffed at reports that troops had shelled the mill.", "shelled", "minister"),
    ],
)
def test_reports_said_to_be_untrue_are_denied_with_what_they_tell(
    deniers: Denies, text: str, trigger: str, who: str
) -> None:
    assert deniers(text, trigger) == {who}


def test_a_claim_said_to_be_founded_is_not_denied(deniers: Denies) -> None:
    said = "The mayor said there was some truth in reports that guards had killed three men."
    assert deniers(said, "killed") == set()


@pytest.mark.parametrize(
    "telling",
    ["A local radio station reported that troops had left Tarvan.", "The rebels claimed to have left Tarvan."],
)
def test_what_is_only_said_to_be_so_can_be_denied_in_the_next_sentence(deniers: Denies, telling: str) -> None:
    assert deniers(f"{telling} The governor said the reports were false.", "left") == {"governor"}


def test_when_the_denied_deed_would_have_been_done_is_not_denied(deniers: Denies) -> None:
    assert not deniers("The guards denied firing first after clashes broke out in Tarvan.", "clashes")
    assert not deniers("The guards denied firing at anybody during the clashes in Tarvan.", "clashes")


def test_what_is_said_to_be_wrong_to_do_was_done(deniers: Denies) -> None:
    assert not deniers(ACCUSED + "The governor said it was wrong.", "bombed")


def test_a_spokesman_denies_for_his_group(deniers: Denies) -> None:
    assert deniers("A rebel spokesman said his group did not carry out the attack.", "attack") == {"rebel spokesman"}
