"""Relations are told only where the words state them, and by the names that the words give."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import look
from dateline.extract.relations import relations
from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer
from dateline.model.claim import RelationClaim
from dateline.model.text import Reading

Told = set[tuple[str, str, str]]
Tell = Callable[[str], Told]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture
def claims(read: Callable[[str], Reading], gazetteer: Gazetteer) -> Callable[[str], tuple[RelationClaim, ...]]:
    """The relations of a text as records."""
    return lambda text: relations(look(read(text), gazetteer))


@pytest.fixture
def tell(claims: Callable[[str], tuple[RelationClaim, ...]]) -> Tell:
    """The relations of a text by their names."""
    return lambda text: {(c.subject.name, c.relation, c.object.name) for c in claims(text)}


# ---- offices ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Daniel Oloo met the generals on Monday.",
        "President Daniel Oloo of Kenya met the generals on Monday.",
        "The president of Kenya, Daniel Oloo, met the generals on Monday.",
        "Daniel Oloo, the Kenyan president, met the generals on Monday.",
        "Daniel Oloo, who is the president of Kenya, met the generals on Monday.",
    ],
)
def test_a_president_leads_the_nation_however_the_words_stand(tell: Tell, text: str) -> None:
    assert tell(text) & {("Daniel Oloo", "leads", "Kenya"), ("Daniel Oloo", "leads", "Kenyan")}


def test_a_prime_minister_leads_but_a_foreign_minister_belongs(tell: Tell) -> None:
    told = tell("Kenyan Prime Minister Daniel Oloo and Kenyan Foreign Minister Ruth Achieng went home.")
    assert ("Daniel Oloo", "leads", "Kenyan") in told
    assert ("Ruth Achieng", "part_of", "Kenyan") in told


def test_a_secretary_of_state_belongs_to_the_nation_not_to_the_field(tell: Tell) -> None:
    assert ("Ruth Achieng", "part_of", "US") in tell("US Secretary of State Ruth Achieng said the talks would go on.")


def test_a_spokesman_belongs_to_the_ministry_whatever_his_rank(tell: Tell) -> None:
    told = tell("The depot was hit, Kenyan Defence Ministry spokesman Maj Gen Peter Mwangi said.")
    assert told == {("Peter Mwangi", "part_of", "Kenyan Defence Ministry")}


def test_a_deputy_and_one_commander_among_several_do_not_lead(tell: Tell) -> None:
    assert ("Peter Mwangi", "part_of", "Harbour Guard Brigade") in tell(
        "Peter Mwangi, the deputy commander of the Harbour Guard Brigade, was killed."
    )
    assert ("Omar Haddad", "part_of", "Hezbollah") in tell("Omar Haddad, a commander in Hezbollah, was killed.")


def test_a_former_or_retired_holder_has_no_office(tell: Tell) -> None:
    assert tell("Former Kenyan president Daniel Oloo was arrested.") == set()
    assert tell("The former director of Kara Valley Hospital, Ruth Achieng, was arrested.") == set()


def test_an_apposition_without_its_commas_is_still_read(tell: Tell) -> None:
    told = tell("Ruth Achieng head of the Kara Valley Health Directorate said ten people were killed.")
    assert told == {("Ruth Achieng", "leads", "Kara Valley Health Directorate")}


def test_a_name_right_after_the_body_is_not_part_of_it(tell: Tell) -> None:
    told = tell("Director of Kara Valley Health Directorate Ruth Achieng said ten people were killed.")
    assert told == {("Ruth Achieng", "leads", "Kara Valley Health Directorate")}


def test_two_offices_joined_by_and_are_not_mixed(tell: Tell) -> None:
    told = tell(
        "European Commission president Ruth Achieng and European Council president Daniel Oloo stood beside him."
    )
    assert told == {("Ruth Achieng", "leads", "European Commission"), ("Daniel Oloo", "leads", "European Council")}


def test_a_surname_takes_the_full_name_from_elsewhere_in_the_report(tell: Tell) -> None:
    told = tell("Ruth Achieng arrived on Monday. Kenyan Foreign Minister Achieng met the rebels.")
    assert ("Ruth Achieng", "part_of", "Kenyan") in told


def test_where_an_official_works_is_not_whose_official_he_is(tell: Tell) -> None:
    assert not any(kind == "leads" for _, kind, _ in tell("Daniel Oloo, a director in Nairobi, was arrested."))


def test_a_lawmaker_does_not_belong_to_the_place_that_elected_him(tell: Tell) -> None:
    assert tell("Texas Senator Daniel Oloo spoke against the war.") == set()


def test_who_heads_a_body_leads_it(tell: Tell) -> None:
    told = tell("Ruth Achieng, who heads the Kara Valley Rights Council, said ten people were killed.")
    assert told == {("Ruth Achieng", "leads", "Kara Valley Rights Council")}


def test_the_president_of_a_regime_leads_it(tell: Tell) -> None:
    told = tell("They rose against President Daniel Oloo's regime in 2011.")
    assert [kind for who, kind, _ in told if who == "Daniel Oloo"] == ["leads"]


def test_a_headline_in_capitals_gives_no_names(tell: Tell) -> None:
    assert tell("Kara Valley Police Chief Praises Ruth Achieng Donation Campaign") == set()


# ---- bodies and members -------------------------------------------------------------------------
def test_an_affiliate_is_part_of_its_parent(tell: Tell) -> None:
    want = ("Al-Nusra Front", "part_of", "Al-Qaeda")
    assert want in tell("Al-Qaeda affiliate Al-Nusra Front took the village.")
    assert ("Al-Nusra Front", "part_of", "al-Qaeda") in tell("Al-Nusra Front, the Syrian branch of al-Qaeda, took it.")


def test_a_former_affiliate_is_not_part_of_its_parent(tell: Tell) -> None:
    assert not any(kind == "part_of" for _, kind, _ in tell("The former Al-Qaeda affiliate Al-Nusra Front took it."))


def test_a_nations_own_service_is_part_of_it(tell: Tell) -> None:
    told = tell("Rescuers from Ukraine's State Emergencies Service arrived late.")
    assert told == {("State Emergencies Service", "part_of", "Ukraine")}


def test_a_unit_named_among_forces_is_part_of_them(tell: Tell) -> None:
    told = tell("Kenyan troops, including the elite 3rd Harbour Brigade, stormed the town.")
    assert ("3rd Harbour Brigade", "part_of", "Kenyan troops") in told


def test_one_nameless_member_is_part_of_the_group(tell: Tell) -> None:
    assert tell("The force captured a Taliban facilitator on Monday.") == {("facilitator", "part_of", "Taliban")}
    assert tell("The force captured several Taliban insurgents on Monday.") == set()


def test_a_person_of_a_brigade_is_part_of_it_but_one_of_a_town_is_not(tell: Tell) -> None:
    told = tell("Omar Haddad of the Red Valley Brigade said the clashes went on.")
    assert told == {("Omar Haddad", "part_of", "Red Valley Brigade")}
    assert tell("Omar Haddad of Nairobi said the clashes went on.") == set()


def test_a_nation_leads_the_coalition_named_after_it(tell: Tell) -> None:
    for words in ("US-led coalition", "U.S.-led coalition"):
        told = tell(f"Jets of the {words} bombed the village.")
        assert {(kind, whole) for _, kind, whole in told} == {("leads", words)}


def test_now_known_as_turns_the_new_name_into_the_subject(tell: Tell) -> None:
    told = tell("The former Nusra Front, a jihadist alliance now known as Hayat Tahrir al-Sham, denied it.")
    assert {(kind, old) for _, kind, old in told} == {("formerly", "Nusra Front")}


# ---- backing and alliances ----------------------------------------------------------------------
def test_the_word_before_the_dash_backs_what_follows(tell: Tell) -> None:
    assert tell("Turkey-backed rebels entered the town.") == {("rebels", "backed_by", "Turkey")}
    assert tell("Iranian-backed Hezbollah entered the town.") == {("Hezbollah", "backed_by", "Iranian")}
    assert ("rebels", "backed_by", "West") in tell("They expelled Western-backed rebels from the town.")


def test_backed_by_in_a_clause_is_read_and_not_turned_round(tell: Tell) -> None:
    told = tell("The rebels are backed by Turkey.")
    assert told == {("rebels", "backed_by", "Turkey")}


def test_whom_a_nation_supports_it_backs_unless_it_does_not(tell: Tell) -> None:
    assert ("opposition fighters", "backed_by", "Turkey") in tell("Turkey supports opposition fighters in the north.")
    assert tell("Turkey does not support opposition fighters in the north.") == set()


def test_a_bare_group_backs_nobody_by_name(tell: Tell) -> None:
    assert tell("The UN-backed group continues its work.") == set()


def test_a_named_ally_is_the_subject(tell: Tell) -> None:
    assert tell("Syria and its ally Russia rejected the report.") == {("Russia", "allied_with", "Syria")}


def test_allies_known_only_by_an_adjective_are_the_object(tell: Tell) -> None:
    assert tell("The United States and its Arab allies rejected it.") == {
        ("United States", "allied_with", "Arab allies")
    }


def test_linked_to_is_an_alliance_not_membership(tell: Tell) -> None:
    told = tell("The al-Qaeda-linked Al-Nusra Front rejected the truce.")
    assert {kind for _, kind, _ in told} == {"allied_with"}


# ---- holdings -----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on the rebel-held town of Ariha on Monday.",
        "Shells fell on the rebel held town of Ariha on Monday.",
        "Shells fell on the town of Ariha, which is held by rebels.",
        "Shells fell on the rebel stronghold of Ariha on Monday.",
        "Shells fell on Ariha, a rebel-held town, on Monday.",
    ],
)
def test_who_holds_a_town_controls_it(tell: Tell, text: str) -> None:
    assert tell(text) == {("rebels", "controls", "Ariha")}


def test_one_held_district_does_not_make_the_city_held(tell: Tell) -> None:
    assert tell("Shells fell on a rebel-held district of Aleppo on Monday.") == set()


def test_held_parts_stay_parts(tell: Tell) -> None:
    places = {
        place for _, kind, place in tell("They want to take the rebel-held parts of Aleppo.") if kind == "controls"
    }
    assert "Aleppo" not in places


def test_active_in_a_place_and_could_control_are_not_holding(tell: Tell) -> None:
    assert tell("Rebels are active in Ariha.") == set()
    assert tell("The rebels could control Ariha by Monday.") == set()
    assert tell("The rebels no longer control Ariha.") == set()


def test_controls_in_the_present_is_holding_and_lists_are_spread(tell: Tell) -> None:
    assert ("Islamic State", "controls", "Raqqa") in tell("Islamic State controls Raqqa.")


def test_a_place_under_control_is_held(tell: Tell) -> None:
    assert ("Islamic State", "controls", "Raqqa") in tell("Raqqa is under the control of Islamic State.")


# ---- all relations ------------------------------------------------------------------------------
def test_a_relation_told_twice_is_one(claims: Callable[[str], tuple[RelationClaim, ...]]) -> None:
    text = "Turkey-backed rebels entered the town. The Turkey-backed rebels left on Monday."
    assert [c.sentence.text for c in claims(text)] == ["Turkey-backed rebels entered the town."]


def test_a_relation_in_attributed_words_keeps_its_source(claims: Callable[[str], tuple[RelationClaim, ...]]) -> None:
    (claim,) = claims("Residents said the rebels are backed by Turkey.")
    assert [source.name.lower() for source in claim.sources] == ["residents"]


def test_the_words_of_both_ends_stand_in_the_report(claims: Callable[[str], tuple[RelationClaim, ...]]) -> None:
    text = "Kenyan President Daniel Oloo visited the rebel-held town of Ariha and U.S.-backed fighters."
    ends = [end.words for claim in claims(text) for end in (claim.subject, claim.object)]
    assert len(ends) >= 4
    assert all(text[words.start : words.end] == words.text for words in ends)


def test_a_nation_by_name_and_by_adjective_is_one(tell: Tell) -> None:
    told = tell("Kenyan President Daniel Oloo met the generals. The president of Kenya, Daniel Oloo, then left.")
    assert len(told) == 1


def test_a_bare_government_is_the_nations_that_the_report_speaks_of(tell: Tell) -> None:
    told = tell("The Kenyan army left the town. The government and its ally Uganda have blamed rebels for the raid.")
    assert ("Uganda", "allied_with", "Kenyan government") in told


def test_the_seat_of_a_body_is_no_part_of_its_name(tell: Tell) -> None:
    told = tell("Daniel Oloo, the head of the Nairobi-based Observatory for Human Rights, said so on Monday.")
    assert ("Daniel Oloo", "leads", "Observatory for Human Rights") in told


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban is the Afghan wing of al-Qaeda, he said on Monday.",
        "The Taliban, a faction of al-Qaeda, shelled the town.",
        "The Taliban, part of al-Qaeda, shelled the town.",
    ],
)
def test_a_wing_a_faction_or_a_part_belongs_to_the_whole(tell: Tell, text: str) -> None:
    assert ("Taliban", "part_of", "al-Qaeda") in tell(text)


def test_what_is_backed_is_the_party_next_to_the_word(tell: Tell) -> None:
    told = tell("Clashes continued between regime forces and rebels backed by Kenya on Monday.")
    assert told == {("rebels", "backed_by", "Kenya")}


def test_a_rival_before_a_title_takes_nothing_from_it(tell: Tell) -> None:
    told = tell("The rebels met their regional rival Kenyan President Daniel Oloo on Monday.")
    assert told == {("Daniel Oloo", "leads", "Kenyan")}


def test_a_chief_executive_is_one_office(tell: Tell) -> None:
    told = tell("Nairobi Chief Executive Ruth Achieng met the generals on Monday.")
    assert {subject for subject, _, _ in told} == {"Ruth Achieng"}


def test_a_town_in_whose_base_rebels_sit_is_not_held(tell: Tell) -> None:
    assert not tell("Jets struck a base in Nairobi held by rebels on Monday.")


def test_a_town_in_somebodys_hands_is_held(tell: Tell) -> None:
    assert tell("Nairobi remains in rebel hands.") == {("rebels", "controls", "Nairobi")}
    assert not tell("Nairobi is no longer in rebel hands.")


def test_all_who_hold_a_town_hold_it(tell: Tell) -> None:
    told = tell("Nairobi is controlled by the Taliban and rebels.")
    assert told == {("Taliban", "controls", "Nairobi"), ("rebels", "controls", "Nairobi")}


def test_a_division_of_the_army_is_part_of_it(tell: Tell) -> None:
    told = tell("Rebels attacked the army's 4th Armoured Division in the hills on Monday.")
    assert told == {("4th Armoured Division", "part_of", "army")}


def test_a_weekday_backs_nobody(tell: Tell) -> None:
    told = tell("On Sunday Kenyan-backed rebels shelled a mill near the town.")
    assert told == {("rebels", "backed_by", "Kenyan")}
