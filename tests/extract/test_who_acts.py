"""Who did it and to whom, under the name that the report gives them."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.model.claim import Claim
from dateline.model.text import Report
from dateline.read.parser import Parser

Only = Callable[[str, str], Claim]


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("who_acts") / "places.sqlite"
    rows = [PlaceRow(kind="city", names=(t,), country="ML", lat=14.0, lon=-3.0, population=9000) for t in ("Sirwan",)]
    build(path, rows=[PlaceRow(kind="country", names=("Mali",), country="ML", lat=17.0, lon=-4.0), *rows])
    return Gazetteer(path)


@pytest.fixture
def last(parser: Parser, towns: Gazetteer) -> Only:
    """The last claim of a type that a text of our own makes."""

    def told(text: str, kind: str) -> Claim:
        report = Report(page="p", id="sha256:0", text=text, status="coded", published="2019-08-29")
        claims = extract(parser.read(report), load_codebook(), towns, judge=False).claims
        return [claim for claim in claims if claim.type == kind][-1]

    return told


def agents(claim: Claim) -> list[str]:
    return [mention.name for mention in claim.agents]


def targets(claim: Claim) -> list[str]:
    return [mention.name for mention in claim.targets]


@pytest.mark.parametrize(
    "text",
    [
        "Chadian mortars shelled the village of Sirwan on Monday.",
        "Rockets fired from a Chadian warship hit a clinic near Sirwan on Monday.",
        "The shelling of army posts near Sirwan by Chadian units went on until Monday.",
    ],
)
def test_whose_the_weapon_is_he_fires_it(last: Only, text: str) -> None:
    assert [name.split()[0] for name in agents(last(text, "shelling"))] == ["Chadian"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("A drone launched from Chad struck a fuel depot near Sirwan on Monday.", "air_strike"),
        ("Rockets fired from Chad landed near Sirwan on Monday.", "shelling"),
        ("A missile fired from Chad hit a clinic near Sirwan on Monday.", "shelling"),
        ("Clashes broke out on Monday at the Sirwan crossing between Chad and Sudan.", "armed_clash"),
    ],
)
def test_where_it_came_from_or_lies_is_nobody_who_acts(last: Only, text: str, type: str) -> None:
    assert agents(last(text, type)) == []


def test_men_of_no_state_are_not_the_state_that_they_come_from(last: Only) -> None:
    assert agents(last("Militants from Chad raided a market near Sirwan on Monday.", "attack")) == ["Militants"]
    assert agents(last("Soldiers from Chad attacked a market near Sirwan on Monday.", "attack")) == ["Chad"]


def test_what_is_fired_and_hits_is_one_strike(last: Only) -> None:
    (site,) = last("A missile fired from Chad hit a clinic near Sirwan on Monday.", "shelling").places
    assert site.name == "Sirwan"


def test_a_bomb_blamed_on_a_group_is_the_groups(last: Only) -> None:
    claim = last("A letter bomb blamed on al-Shabaab wounded a judge on Monday.", "bombing")
    assert agents(claim) == ["al-Shabaab"]


def test_fire_is_exchanged_by_two(last: Only) -> None:
    claim = last("Soldiers exchanged fire with smugglers near Sirwan on Monday.", "armed_clash")
    assert agents(claim) == ["Soldiers", "smugglers"]


def test_a_day_before_a_name_is_no_part_of_it(last: Only) -> None:
    claim = last("On Monday Chad handed back two soldiers it had captured near Sirwan.", "release")
    assert agents(claim) == ["Chad"]


def test_what_is_joined_by_other_words_than_and_is_joined(last: Only) -> None:
    claim = last("The army destroyed a bridge along with two fuel depots on Monday.", "attack")
    assert targets(claim) == ["bridge", "fuel depots"]


def test_a_president_is_named_without_his_office(last: Only) -> None:
    claim = last("Chadian President Karim Haddad threatened to bomb the rebels on Monday.", "threat")
    assert agents(claim) == ["Karim Haddad"]
    assert claim.agents[0].words.text.endswith("Karim Haddad")


def test_suspected_insurgents_are_named_insurgents_in_their_own_words(last: Only) -> None:
    claim = last("Troops detained four suspected insurgents near Sirwan on Monday.", "arrest")
    assert [(m.name, m.words.text) for m in claim.targets] == [("insurgents", "suspected insurgents")]


def test_a_groups_checkpoint_goes_by_the_groups_name(last: Only) -> None:
    claim = last("Gunmen shot at a checkpoint of al-Shabaab near Sirwan on Sunday.", "attack")
    assert [(m.name, m.words.text) for m in claim.targets] == [("al-Shabaab", "checkpoint of al-Shabaab")]


def test_men_of_a_group_go_by_its_name(last: Only) -> None:
    claim = last("Officers of the national police arrested two smugglers on Monday.", "arrest")
    assert agents(claim) == ["national police"]


def test_the_attackers_are_those_who_attacked_before(last: Only) -> None:
    text = "Fighters of the Azmar Brigade attacked a market on Monday. The attackers then abducted three drivers."
    claim = last(text, "abduction")
    assert [(m.name, m.basis) for m in claim.agents] == [("Azmar Brigade", "inferred")]


def test_the_same_group_is_the_group_named_before(last: Only) -> None:
    text = "Police blamed al-Shabaab for the bomb at Sirwan. The same group kidnapped three nurses on Tuesday."
    assert agents(last(text, "abduction")) == ["al-Shabaab"]


@pytest.mark.parametrize(
    ("text", "kind", "struck"),
    [
        ("Police arrested a beekeeper near the bridge on Monday.", "arrest", ["beekeeper"]),
        ("Rebels shelled a distillery and a lighthouse on Monday.", "shelling", ["distillery", "lighthouse"]),
        ("Soldiers killed a midwife and a locksmith on Monday.", "attack", ["midwife", "locksmith"]),
        ("The shelling caused damage to a lighthouse on Monday.", "shelling", ["lighthouse"]),
        ("The blast resulted in the destruction of a lighthouse.", "bombing", ["lighthouse"]),
    ],
)
def test_people_and_buildings_that_no_list_of_ours_has_may_be_struck(
    last: Only, text: str, kind: str, struck: list[str]
) -> None:
    assert targets(last(text, kind)) == struck


def test_protests_against_the_government_are_not_held_by_it(last: Only) -> None:
    claim = last("Thousands joined anti-government protests in Sirwan on Monday.", "protest")
    assert "government" not in agents(claim)
    assert targets(claim) == ["government"]


def test_a_country_named_before_the_arms_is_given_them(last: Only) -> None:
    claim = last("The minister wants to give Mali cluster bombs.", "arms_supply")
    assert targets(claim) == ["Mali"]


def test_who_receives_arms_does_not_supply_them(last: Only) -> None:
    claim = last("The militia received rifles from Mali in March.", "arms_supply")
    assert "militia" not in agents(claim)
    assert targets(claim) == ["militia"]


@pytest.mark.parametrize("body", ["countries", "organizations"])
def test_a_call_may_go_to_bodies_without_a_name(last: Only, body: str) -> None:
    assert targets(last(f"The coalition called on friendly {body} to act.", "demand")) == [body]


def test_a_town_is_taken_from_those_who_held_it(last: Only) -> None:
    assert targets(last("The army captured the rebel-held town of Sirwan on Monday.", "capture")) == ["rebels"]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("a complex of customs offices", "complex of customs offices"),
        ("public and private roads", "public and private roads"),
        ("the smuggler's wife", "smuggler's wife"),
        ("the mosque of Sirwan", "mosque"),
    ],
)
def test_the_words_of_a_target_show_it_whole_but_for_a_place(last: Only, phrase: str, words: str) -> None:
    found = last(f"Rebels shelled {phrase} on Monday.", "shelling").targets
    assert [mention.words.text for mention in found] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Its armed wing, the Volta Brigade, attacked a post near Sirwan on Monday.",
        "Its armed wing the Volta Brigade attacked a post near Sirwan on Monday.",
        "The movement's branch in Sirwan the Volta Brigade attacked a post on Monday.",
    ],
)
def test_a_group_goes_by_the_name_set_beside_it(last: Only, text: str) -> None:
    assert agents(last(text, "attack")) == ["Volta Brigade"]


@pytest.mark.parametrize(
    "text",
    [
        "The army killed one of its commanders, Oumar Keita, on Monday.",
        "Soldiers killed a rebel commander, Oumar Keita, in Sirwan on Monday.",
        "Soldiers killed the mayor, Oumar Keita, in Sirwan on Monday.",
    ],
)
def test_a_person_goes_by_the_name_set_beside_him(last: Only, text: str) -> None:
    assert targets(last(text, "attack")) == ["Oumar Keita"]


def test_several_names_set_beside_them_are_not_one(last: Only) -> None:
    text = "Gunmen killed two teachers, Oumar Keita and Awa Traore, in Sirwan on Monday."
    assert "Oumar Keita" not in targets(last(text, "attack"))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("At least 30 policemen and 12 rebels were killed in battles around Sirwan.", ["policemen", "rebels"]),
        ("Clashes on Monday claimed the lives of ten policemen and three smugglers.", ["policemen", "smugglers"]),
    ],
)
def test_who_dies_in_a_fight_has_fought_in_it(last: Only, text: str, sides: list[str]) -> None:
    assert agents(last(text, "armed_clash")) == sides


def test_a_side_whose_aircraft_act_goes_by_its_own_name(last: Only) -> None:
    text = "Chadian and government warplanes bombed a depot near Sirwan on Monday."
    assert agents(last(text, "air_strike"))[-1] == "government"


def test_whom_a_charge_names_has_done_both_parts_of_it(last: Only) -> None:
    text = "Mali accused Chad and Niger of funding and arming the rebels."
    assert [name.split()[0] for name in agents(last(text, "arms_supply"))] == ["Chad", "Niger"]


def test_the_allies_of_a_side_are_the_nations_named(last: Only) -> None:
    text = "The bombardment of Sirwan by the army and its Chadian and French allies went on until Monday."
    assert agents(last(text, "shelling")) == ["army", "Chadian", "French"]


def test_who_is_called_upon_is_asked(last: Only) -> None:
    text = "On Monday the council called upon the Malian government to open the roads."
    assert targets(last(text, "demand")) == ["Malian government"]


def test_a_group_goes_by_the_name_before_its_short_name(last: Only) -> None:
    text = "The Islamic State (IS) group attacked a post near Sirwan on Monday."
    assert agents(last(text, "attack")) == ["Islamic State"]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Nine fighters of the Azmar Brigade died in an explosion at their camp near Sirwan on Monday.", "bombing"),
        ("Seven Azmar Brigade fighters were killed when a bomb exploded in Sirwan on Monday.", "bombing"),
        ("Prosecutors opened an inquiry into the killing of two teachers in Sirwan on Monday.", "attack"),
        ("Bomber aircraft conducted nine strikes in Sirwan on Monday.", "air_strike"),
    ],
)
def test_who_only_dies_or_asks_has_not_done_it(last: Only, text: str, type: str) -> None:
    assert agents(last(text, type)) == []


def test_what_only_tells_where_is_not_struck(last: Only) -> None:
    text = "Chadian forces shelled villages along the front line near Sirwan on Monday, killing nine people."
    assert targets(last(text, "shelling")) == ["people"]


def test_what_others_do_meanwhile_is_told_apart(last: Only) -> None:
    text = "A missile fired by the Azmar Brigade hit a market in Sirwan, while Chadian warplanes pounded a depot."
    assert targets(last(text, "shelling")) == ["market"]
    assert targets(last(text, "air_strike")) == ["depot"]
    assert agents(last(text, "air_strike"))[0].startswith("Chad")


def test_who_leaves_by_bus_is_displaced(last: Only) -> None:
    text = "About 600 people left Sirwan by bus after the army ordered the village of Kolo cleared."
    assert [c.low for c in last(text, "displacement").counts] == [600]


def test_what_persons_did_elsewhere_gives_no_place(last: Only) -> None:
    text = "Malian troops fought the rebels, who took the town of Sirwan in June."
    assert last(text, "armed_clash").places == ()


def test_who_is_arrested_for_taking_part_is_arrested_once(last: Only) -> None:
    text = "Police arrested two men who took part in the raid on a barracks near Sirwan last month."
    assert last(text, "arrest").trigger.text == "arrested"


def test_a_pronoun_of_a_clause_is_not_counted(last: Only) -> None:
    text = "The patrol was hit by nine car bombs near Sirwan, one of which was destroyed."
    claim = last(text, "bombing")
    assert targets(claim) == ["patrol"]
    assert claim.counts == ()


def test_whence_somebody_comes_is_not_where_he_died(last: Only) -> None:
    text = "Sgt. Karl Moreno, 25, of Sirwan, died on Monday when a bomb exploded."
    assert last(text, "bombing").places == ()


def test_the_name_beside_a_clause_is_taken_not_the_family(last: Only) -> None:
    text = "The family of lawmaker Awa Traore, abducted from her home near Sirwan on Monday, appealed for help."
    assert targets(last(text, "abduction")) == ["Awa Traore"]


def test_guards_who_seize_a_man_arrest_him(last: Only) -> None:
    text = "Rebels fought the army near Sirwan. Border guards seized a farmer who grazed his cattle near the line."
    assert agents(last(text, "arrest")) == ["Border guards"]


def test_what_a_side_will_go_on_doing_is_planned(last: Only) -> None:
    text = "Mali said on Monday that it would go on supplying the rebels with weapons."
    assert last(text, "arms_supply").modality == "planned"


def test_a_name_beside_a_word_for_one_is_counted_once(last: Only) -> None:
    text = "The sheikh, Khalid Barre, his two aides and a driver were shot dead in Sirwan on Monday."
    assert sum(c.low or 0 for c in last(text, "attack").counts if c.kind == "killed") == 4


def test_what_most_of_them_are_says_who_fled_once(last: Only) -> None:
    text = "More than 9,000 people, most of them women and children, had fled from camps near Sirwan."
    claim = last(text, "displacement")
    assert agents(claim) == ["people"]
    assert [c.who for c in claim.counts] == ["people"]
