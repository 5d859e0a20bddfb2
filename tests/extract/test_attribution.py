"""Who is credited with an event, and who denies it."""

from collections.abc import Callable, Sequence

import pytest

from dateline.extract.attribution import Attribution, attributions, sources_of
from dateline.model.claim import Source
from dateline.model.text import Reading

Credit = Callable[[str, str], tuple[Source, ...]]


def only_denied(trigger: int, reading: Reading, found: Sequence[Attribution]) -> bool:
    """Whether someone denies the event and nobody asserts it."""
    sources = sources_of(trigger, reading, found)
    return bool(sources) and all(source.stance == "denies" for source in sources)


def last(reading: Reading, word: str) -> int:
    return [t.i for t in reading.tokens if t.text == word][-1]


@pytest.fixture
def credit(read: Callable[[str], Reading]) -> Credit:
    """The sources of the event announced by the last occurrence of a word in a text."""

    def sources(text: str, trigger: str) -> tuple[Source, ...]:
        reading = read(text)
        return sources_of(last(reading, trigger), reading, attributions(reading))

    return sources


def names(sources: tuple[Source, ...]) -> list[str]:
    return [source.name for source in sources]


def stances(sources: tuple[Source, ...]) -> dict[str, str]:
    return {source.name: source.stance for source in sources}


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Residents said that jets bombed a market near Tarvan.", "bombed", "Residents"),
        ("Jets bombed a market near Tarvan on Monday, residents said.", "bombed", "residents"),
        ("Jets bombed a market near Tarvan, said Ivo Marek, a farmer.", "bombed", "Ivo Marek"),
        ("According to police, gunmen attacked a bus near Orvale.", "attacked", "police"),
        ("Gunmen attacked a bus near Orvale, according to police.", "attacked", "police"),
        ("Two of them died and ten, he said, fled to Orvale.", "fled", None),
        ("An army officer told Reuters that rebels attacked a convoy.", "attacked", "army officer"),
        ("Ivo Marek was quoted as saying that troops captured Orvale.", "captured", "Ivo Marek"),
        ("The attack was reported by a local newspaper.", "attack", "local newspaper"),
        ("The navy announced the arrest of four smugglers.", "arrest", "navy"),
        ("The opposition accused the army of shelling a school.", "shelling", "opposition"),
        ("Villagers blamed soldiers for the massacre.", "massacre", "Villagers"),
        ("The Red Ridge Front claimed responsibility for an attack on a barracks.", "attack", "Red Ridge Front"),
        ("Police put the dead from Monday's attack at 12.", "attack", "Police"),
        ("Footage from the Orvale Media Centre showed tanks shelling a village.", "shelling", "Orvale Media Centre"),
        ("Gunmen attacked a bus, in the words of a regional governor.", "attacked", "regional governor"),
        ("There have been six arrests since May, as the Orvale Courier notes.", "arrests", "Orvale Courier"),
        ("Some of the herders, a priest said, fled from Orvale.", "fled", "priest"),
        ("The attack, which the governor says killed ten people, began at dawn.", "attack", "governor"),
        ("Minister: Rebels attacked a bus in Orvale", "attacked", "Minister"),
        ("The governor condemned the killing of four herders.", "killing", "governor"),
        ("The embassy warned of further attacks in Orvale.", "attacks", "embassy"),
        ("As of Monday, Lorvia's military claims that jets bombed Orvale.", "bombed", "Lorvia's military"),
        ("The Committee to Help Farmers reports that gunmen attacked a bus.", "attacked", "Committee to Help Farmers"),
        ("Orvale governor Talal al-Marek said that gunmen attacked a bus.", "attacked", "Talal al-Marek"),
        ("According to information given by the town council, gunmen attacked a bus.", "attacked", "town council"),
    ],
)
def test_a_speaker_is_credited_wherever_the_words_of_saying_stand(
    credit: Credit, text: str, trigger: str, expected: str | None
) -> None:
    assert names(credit(text, trigger)) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Rebels shelled the town on Monday killing six people a monitoring group said.",
            "shelled",
            "monitoring group",
        ),
        (
            "Six people were killed in an air strike on Orvale according to the Selm Observatory for Human Rights.",
            "strike",
            "Selm Observatory for Human Rights",
        ),
        (
            "Helicopters dropped barrels on Jur and Zub the Selm Observatory for Human Rights said.",
            "dropped",
            "Selm Observatory for Human Rights",
        ),
        ("A blast killed six people close to Turland local sources said.", "blast", "local sources"),
    ],
)
def test_text_that_lost_its_commas_keeps_its_speakers(credit: Credit, text: str, trigger: str, expected: str) -> None:
    assert names(credit(text, trigger)) == [expected]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Jets bombed a market near Tarvan on Monday.", "bombed"),
        ("Raids on Orvale claimed 17 lives.", "Raids"),
        ("Footage showed tanks shelling a village.", "shelling"),
        ("Rebels attacked a bus, police said, as troops moved towards Orvale.", "moved"),
        ("Rebels attacked a bus. Police said nothing.", "attacked"),
        ("Police did not say who attacked the bus.", "attacked"),
        ("Police demanded that the strikers leave.", "demanded"),
        ("The raids denied the rebels access to the road.", "raids"),
        ("Jets were reported to have bombed a market.", "bombed"),
    ],
)
def test_the_report_speaks_for_itself_where_nobody_is_credited(credit: Credit, text: str, trigger: str) -> None:
    assert credit(text, trigger) == ()


def test_speakers_joined_by_and_are_sources_of_their_own(credit: Credit) -> None:
    sources = credit("Opposition sources, army defectors and residents said jets bombed Orvale.", "bombed")
    assert names(sources) == ["Opposition sources", "army defectors", "residents"]


def test_two_adjectives_of_one_noun_are_two_sources(credit: Credit) -> None:
    sources = credit("Local and military sources said that jets bombed Orvale.", "bombed")
    assert names(sources) == ["Local sources", "military sources"]


def test_an_apposition_is_not_another_source(credit: Credit) -> None:
    (source,) = credit("Colonel Ivo Marek, a commander in the Red Ridge rebel group, said rebels took Orvale.", "took")
    assert (source.name, source.group, source.kind) == ("Colonel Ivo Marek", "Red Ridge", "armed group")


def test_the_outlet_that_was_told_is_not_a_source(credit: Credit) -> None:
    assert names(credit("Rebels attacked a convoy, a driver told the Orvale Courier.", "attacked")) == ["driver"]


def test_each_of_two_speakers_answers_for_his_own_clause(credit: Credit) -> None:
    text = "Armland said Turland had shelled its posts, while Turland said Armland had attacked a village."
    assert names(credit(text, "shelled")) == ["Armland"]
    assert names(credit(text, "attacked")) == ["Turland"]


def test_the_innermost_speaker_is_the_source(credit: Credit) -> None:
    assert names(credit("Residents said the army accused rebels of shelling a school.", "shelling")) == ["army"]


def test_a_medium_stands_beside_the_speaker_whom_it_reports(credit: Credit) -> None:
    text = "Investigators said two men smuggled rifles, the Orvale Courier reported."
    assert names(credit(text, "smuggled")) == ["Investigators", "Orvale Courier"]


def test_whoever_is_cited_stands_beside_whoever_cites(credit: Credit) -> None:
    text = "The general told reporters that rebels attacked a convoy, citing village elders."
    assert names(credit(text, "attacked")) == ["general", "village elders"]


def test_an_agency_that_quotes_is_the_way_and_not_the_source(credit: Credit) -> None:
    (source,) = credit(
        "The Interfax news agency quoted the ministry as saying that troops captured Orvale.", "captured"
    )
    assert (source.name, source.via) == ("ministry", "Interfax")


def test_the_words_of_saying_and_the_speakers_words_are_kept(credit: Credit) -> None:
    (source,) = credit("Norland Defence Ministry spokesman Maj Gen Petr Lund said troops seized a village.", "seized")
    assert source.cue == "said"
    assert source.words.text == "Norland Defence Ministry spokesman Maj Gen Petr Lund"


@pytest.mark.parametrize(
    ("text", "trigger", "hedge"),
    [
        ("Jets reportedly bombed a market, residents said.", "bombed", "reportedly"),
        ("Residents said jets are believed to have bombed a market.", "bombed", "believed"),
        ("Residents told of a suspected attack, police said.", "attack", "suspected"),
        ("Jets bombed a market, residents said.", "bombed", None),
    ],
)
def test_a_hedge_goes_with_the_source(credit: Credit, text: str, trigger: str, hedge: str | None) -> None:
    assert [source.hedge for source in credit(text, trigger)] == [hedge]


def test_a_hedge_alone_makes_no_source(credit: Credit) -> None:
    assert credit("Jets reportedly bombed a market.", "bombed") == ()


# Denials


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army denied that it had shelled the hospital.", "shelled"),
        ("The army denied carrying out a drone strike on Orvale.", "strike"),
        ("The army denied involvement in the killing of two teachers.", "killing"),
        ("The army rejected reports that its troops had shelled a school.", "shelled"),
        ("The army said it had not shelled the hospital.", "shelled"),
        ("The army said none of its guns had shelled the hospital.", "shelled"),
    ],
)
def test_a_denial_is_not_an_attack(read: Callable[[str], Reading], credit: Credit, text: str, trigger: str) -> None:
    assert stances(credit(text, trigger)) == {"army": "denies"}
    reading = read(text)
    assert only_denied(last(reading, trigger), reading, attributions(reading))


@pytest.mark.parametrize(
    "denial",
    ["The army denied the accusation.", "The army denied responsibility.", "The army rejected these claims."],
)
def test_a_denial_in_the_next_sentence_is_a_counter_claim(credit: Credit, denial: str) -> None:
    sources = credit(f"Villagers said soldiers shot dead two herders. {denial}", "shot")
    assert stances(sources) == {"Villagers": "asserts", "army": "denies"}


def test_a_denial_of_the_attack_finds_what_it_denies(credit: Credit) -> None:
    text = "Soldiers attacked a village on Monday. Schools were closed. The army denied any involvement in the raid."
    assert stances(credit(text, "attacked")) == {"army": "denies"}


def test_a_denial_goes_with_the_nearest_event(credit: Credit) -> None:
    text = "Soldiers attacked a village. Gunmen bombed a bus. The army denied responsibility."
    assert credit(text, "attacked") == ()
    assert stances(credit(text, "bombed")) == {"army": "denies"}


@pytest.mark.parametrize(
    "denial",
    [
        "The army strongly denied accusations it carried out the attacks.",
        "The army denied it was behind the killings.",
        "The army rejected the claim that its men took part in the attack.",
    ],
)
def test_a_noun_inside_the_denial_points_back_at_the_deed(credit: Credit, denial: str) -> None:
    assert stances(credit(f"Residents said soldiers shot ten men in Tarvan. {denial}", "shot")) == {
        "Residents": "asserts",
        "army": "denies",
    }


def test_a_noun_inside_a_denial_does_not_reach_over_a_later_event(credit: Credit) -> None:
    text = "Soldiers attacked a village. Gunmen bombed a bus. The army denied it carried out the attack."
    assert credit(text, "attacked") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army neither confirmed nor denied that it had bombed a clinic.",
        "The army refused to confirm or deny that it had bombed a clinic.",
    ],
)
def test_to_confirm_and_deny_nothing_is_no_stance(credit: Credit, text: str) -> None:
    assert credit(text, "bombed") == ()


def test_a_claim_dismissed_as_something_is_denied(credit: Credit) -> None:
    text = "The ministry dismissed as false the claim that troops had killed ten men."
    assert stances(credit(text, "killed")) == {"ministry": "denies"}


def test_a_denied_claim_is_the_one_said_last(credit: Credit) -> None:
    text = (
        "The envoy said sanctions were lifted. Rebels said soldiers shot ten men, and the army denied the accusation."
    )
    assert stances(credit(text, "sanctions")) == {"envoy": "asserts"}
    assert stances(credit(text, "shot")) == {"Rebels": "asserts", "army": "denies"}


def test_a_claim_of_responsibility_in_the_next_sentence_is_a_source(credit: Credit) -> None:
    text = "Six soldiers died when gunmen attacked a barracks. The Red Ridge Front claimed responsibility."
    assert stances(credit(text, "attacked")) == {"Red Ridge Front": "asserts"}


def test_a_responsibility_without_a_deed_is_nobodys(credit: Credit) -> None:
    assert credit("The two sides signed an agreement. The minister claimed responsibility.", "signed") == ()


def test_admitting_one_deed_and_denying_another_are_kept_apart(credit: Credit) -> None:
    text = "The army admitted shelling a school but denied bombing a clinic."
    assert stances(credit(text, "shelling")) == {"army": "asserts"}
    assert stances(credit(text, "bombing")) == {"army": "denies"}


def test_who_does_not_deny_asserts(credit: Credit) -> None:
    assert stances(credit("The army did not deny that its jets had bombed Orvale.", "bombed")) == {"army": "asserts"}


def test_what_a_denial_takes_for_granted_is_not_denied(credit: Credit) -> None:
    assert credit("The army denied that the school which rebels had shelled was empty.", "shelled") == ()


def test_a_denial_beside_an_assertion_keeps_both(credit: Credit) -> None:
    sources = credit("Despite the army's denials, villagers insist that soldiers shot two herders.", "shot")
    assert stances(sources) == {"army": "denies", "villagers": "asserts"}


def test_a_refusal_of_what_lies_ahead_is_no_denial(credit: Credit) -> None:
    assert stances(credit("Norland said it would not send troops to Turland.", "send")) == {"Norland": "asserts"}


def test_what_did_not_happen_to_others_is_no_denial(credit: Credit) -> None:
    assert stances(credit("Police said the herders had not fled the town.", "fled")) == {"Police": "asserts"}


@pytest.mark.parametrize(
    ("text", "trigger", "denial"),
    [
        ("Moscow and Minsk deny they have bombed hospitals.", "bombed", "general"),
        ("The army has denied targeting hospitals.", "targeting", "general"),
        ("The army denied on Monday that it had bombed a hospital.", "bombed", "particular"),
        ("The army said it had not bombed the hospital.", "bombed", "particular"),
    ],
)
def test_a_denied_habit_is_told_from_a_denied_deed(credit: Credit, text: str, trigger: str, denial: str) -> None:
    assert {source.denial for source in credit(text, trigger)} == {denial}


def test_only_an_event_that_nobody_asserts_only_denied(read: Callable[[str], Reading]) -> None:
    reading = read("Villagers said soldiers shot dead two herders. The army denied the accusation.")
    assert not only_denied(last(reading, "shot"), reading, attributions(reading))


def test_an_event_in_the_reports_own_voice_is_not_denied_only(read: Callable[[str], Reading]) -> None:
    reading = read("Jets bombed a market near Tarvan.")
    assert not only_denied(last(reading, "bombed"), reading, attributions(reading))


def test_a_denial_that_points_back_says_at_which_noun(read: Callable[[str], Reading]) -> None:
    reading = read("Villagers said soldiers shot two herders. The army denied the accusation.")
    (denial,) = (a for a in attributions(reading) if a.source.stance == "denies")
    assert denial.about is not None
    assert reading.tokens[denial.about].text == "accusation"
    assert denial.covers(denial.about)


def test_to_deny_one_thing_and_say_another_is_to_take_a_stand(read: Callable[[str], Reading]) -> None:
    found = attributions(read("Villagers denied this and said that the bombs had hit empty huts."))
    assert [(a.source.name, a.source.stance) for a in found] == [("Villagers", "denies"), ("Villagers", "asserts")]


def test_neither_to_confirm_nor_to_deny_is_none(read: Callable[[str], Reading]) -> None:
    assert attributions(read("The army neither confirmed nor denied that it had struck the camp.")) == ()


def test_a_denied_role_is_one_in_the_deed_behind_it(credit: Credit) -> None:
    (source,) = credit("The government has denied any role in the killing of two journalists in Tarvan.", "killing")
    assert (source.name, source.stance) == ("government", "denies")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("According to Radio Azmar rebel forces have been shelling the port.", "shelling", "Radio Azmar"),
        ("According to activists government forces shelled the port.", "shelled", "activists"),
        ("According to the rebel commander, forces shelled the port.", "shelled", "rebel commander"),
        (
            "Militiamen burned the mill and forty villagers fled Lake Watch said Monday rejecting a report.",
            "burned",
            "Lake Watch",
        ),
        (
            "A correspondent quoted a source at Azmar Police Command as saying that rebels shelled the port.",
            "shelled",
            "source at Azmar Police Command",
        ),
    ],
)
def test_a_text_bare_of_commas_still_has_its_speakers(credit: Credit, text: str, trigger: str, expected: str) -> None:
    assert names(credit(text, trigger)) == [expected]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("a commander in Beit al-Nur", "commander"),
        ("an official from Ansar al-Bahr", "official from Ansar al-Bahr"),
        ("a source in Hezbollah", "source in Hezbollah"),
        ("a source in Damascus", "source"),
    ],
)
def test_who_speaks_behind_a_quotation_is_the_person_not_the_tail_of_the_name(
    credit: Credit, speaker: str, name: str
) -> None:
    assert names(credit(f'"They shelled the port" {speaker} told the agency.', "shelled")) == [name]


def test_a_speaker_behind_said_without_a_comma_is_no_part_of_the_list_before(credit: Credit) -> None:
    sources = credit("The raids hit schools, clinics and hospitals said the Observatory.", "hit")
    assert [s.name for s in sources] == ["Observatory"]


def test_it_inside_what_is_said_is_whoever_says_it(credit: Credit) -> None:
    sources = credit("Norway accused Karvia of an attack which it estimates killed 40 people.", "attack")
    assert {s.name for s in sources} == {"Norway"}
