"""Sentences in, claims out: the promises of the extractor as a whole."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim, Claims
from dateline.model.text import Report
from dateline.read.parser import Parser


@dataclass(frozen=True, slots=True)
class Told:
    claims: Claims

    def of(self, kind: str) -> list[Claim]:
        return [claim for claim in self.claims.claims if claim.type == kind]

    def one(self, kind: str) -> Claim:
        found = self.of(kind)
        assert len(found) == 1, [(c.type, c.trigger.text) for c in self.claims.claims]
        return found[0]


Tell = Callable[[str], Told]


@pytest.fixture
def tell(parser: Parser, gazetteer: Gazetteer) -> Tell:
    """What a text of our own is found to say; published on 29 August 2019."""

    def told(text: str) -> Told:
        report = Report(page="p", id="sha256:0", text=text, status="coded", published="2019-08-29")
        return Told(extract(parser.read(report), load_codebook(), gazetteer))

    return told


def agents(claim: Claim) -> list[str]:
    return [mention.name for mention in claim.agents]


def targets(claim: Claim) -> list[str]:
    return [mention.name for mention in claim.targets]


def sources(claim: Claim) -> list[tuple[str, str]]:
    return [(source.name, source.stance) for source in claim.sources]


def test_the_watchers_of_warplanes_are_no_bombers(tell: Tell) -> None:
    claim = tell("Activists who track warplanes said jets bombed a market in Saraqib.").one("air_strike")
    assert "Activists" not in agents(claim)
    assert sources(claim) == [("Activists who track warplanes", "asserts")] or sources(claim)[0][0].startswith("Act")


def test_a_denial_is_not_an_attack(tell: Tell) -> None:
    claim = tell("The army denied it had bombed the clinic in Saraqib.").one("air_strike")
    assert sources(claim) == [("army", "denies")]
    assert not claim.asserted


def test_a_place_that_is_closer_to_capture_is_not_captured(tell: Tell) -> None:
    claim = tell("The gains bring the militia closer to capturing the town of Azmar.").one("capture")
    assert claim.modality == "possible"
    assert agents(claim) == ["militia"]
    assert [place.name for place in claim.places] == ["Azmar"]


def test_jets_believed_to_be_somebodys_are_alleged_to_be(tell: Tell) -> None:
    claim = tell("Warplanes believed to be Russian struck a depot near Azmar, residents said.").one("air_strike")
    assert [(m.name, m.basis) for m in claim.agents] == [("Russian", "alleged")]
    assert claim.agents[0].alleged_by == ("residents",)


def test_two_air_forces_are_two_agents(tell: Tell) -> None:
    claim = tell("Russian and Syrian jets bombed the outskirts of Saraqib on Monday.").one("air_strike")
    assert [m.words.text for m in claim.agents] == ["Russian", "Syrian"]


def test_a_joint_force_is_one_agent(tell: Tell) -> None:
    claim = tell("Afghan and coalition forces detained two bomb-makers on Monday.").one("arrest")
    assert agents(claim) == ["Afghan and coalition forces"]


def test_the_dead_of_a_raid_are_told_once(tell: Tell) -> None:
    told = tell("At least twelve civilians, including five children, were killed in air raids on Azmar overnight.")
    claim = told.one("air_strike")
    assert told.of("casualties") == []
    assert [(c.kind, c.who, c.low, c.high) for c in claim.counts] == [
        ("killed", "civilians", 12, None),
        ("killed", "children", 5, 5),
    ]
    assert targets(claim) == ["civilians"]


def test_the_attack_is_the_attack_told_before(tell: Tell) -> None:
    told = tell("Gunmen attacked a convoy near Nyala on Monday. The attack killed four drivers.")
    claim = told.one("attack")
    assert agents(claim) == ["Gunmen"]
    assert [(c.who, c.low) for c in claim.counts] == [("drivers", 4)]


def test_another_figure_for_the_attack_is_another_claim(tell: Tell) -> None:
    told = tell("Gunmen killed four drivers near Nyala, police said. Doctors said the attack killed nine drivers.")
    assert sorted(c.counts[0].low for c in told.of("attack") if c.counts) == [4, 9]


def test_both_sides_of_a_clash_are_agents(tell: Tell) -> None:
    claim = tell("Rebels clashed with soldiers near Goma on Tuesday.").one("armed_clash")
    assert agents(claim) == ["Rebels", "soldiers"]
    assert claim.targets == ()


def test_those_who_flee_are_the_agents_of_a_displacement(tell: Tell) -> None:
    claim = tell("More than 3,000 people have been displaced from Azmar since May.").one("displacement")
    assert agents(claim) == ["people"]


def test_they_are_the_last_group_that_acted(tell: Tell) -> None:
    told = tell("The rebels entered Azmar at dawn. They seized a police station and two trucks.")
    assert all(agents(claim) == ["rebels"] for claim in told.of("capture"))


def test_a_group_is_named_without_what_describes_it(tell: Tell) -> None:
    claim = tell("On Sunday masked gunmen abducted three teachers near Goma.").one("abduction")
    assert agents(claim) == ["gunmen"]
    assert claim.agents[0].words.text == "masked gunmen"
    assert targets(claim) == ["teachers"]


def test_two_places_taken_together_are_one_capture(tell: Tell) -> None:
    claim = tell("The army took the towns of Azmar and Saraqib on Monday.").one("capture")
    assert [place.name for place in claim.places] == ["Azmar", "Saraqib"]


def test_ordinary_talk_makes_no_event(tell: Tell) -> None:
    text = "The minister attacked the budget. The striker hit the post twice. Shares were hit by a wave of selling."
    assert tell(text).claims.claims == ()


def test_every_word_given_stands_where_it_says(tell: Tell) -> None:
    told = tell("Rebels shelled Azmar on Monday, killing two women, the mayor said. The army denied shelling anyone.")
    text = told.claims.report.text
    for claim in told.claims.claims:
        spans = [claim.trigger, claim.sentence, *(m.words for m in (*claim.agents, *claim.targets))]
        spans += [p.words for p in claim.places] + [c.words for c in claim.counts] + [s.words for s in claim.sources]
        assert all(text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize(
    "text", ["Rebels", "pro-", "Azmar -", "Jets struck Azmar-", "They were killed by pro-Azmar", "'s"]
)
def test_a_text_that_breaks_off_breaks_nothing(tell: Tell, text: str) -> None:
    assert isinstance(tell(text).claims, Claims)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve traders were killed when army jets bombed the market in Azmar on Tuesday.",
        "Army jets bombed the market in Azmar on Tuesday in a raid in which twelve traders died.",
    ],
)
def test_the_harm_and_the_act_that_did_it_are_one_event(tell: Tell, text: str) -> None:
    strike = tell(text).one("air_strike")
    assert [(c.kind, c.low) for c in strike.counts] == [("killed", 12)]
    assert tell(text).of("attack") == tell(text).of("casualties") == []


@pytest.mark.parametrize(
    ("text", "agent", "target"),
    [
        ("Since dawn six farmers have died at the hands of the militia near Goma.", "militia", "farmers"),
        ("The militia has been the target of attacks by the army since May.", "army", "militia"),
    ],
)
def test_who_struck_whom_is_told_in_many_ways(tell: Tell, text: str, agent: str, target: str) -> None:
    claim = tell(text).one("attack")
    assert (agents(claim), targets(claim)) == ([agent], [target])


def test_those_on_the_verge_of_taking_a_town_would_take_it(tell: Tell) -> None:
    claim = tell("The rebels are on the verge of taking Saraqib, residents say.").one("capture")
    assert (agents(claim), claim.modality) == (["rebels"], "possible")


@pytest.mark.parametrize(
    "text",
    [
        "Coalition strikes killed 12 civilians near Saraqib on Tuesday.",
        "Russian raids on Saraqib killed nine people on Monday.",
        "The strike destroyed a bridge in Saraqib.",
        "Israel struck a weapons depot near Saraqib.",
    ],
)
def test_the_strikes_of_states_come_from_the_air(tell: Tell, text: str) -> None:
    assert len(tell(text).of("air_strike")) == 1


def test_a_strike_of_rockets_or_workers_does_not(tell: Tell) -> None:
    assert not tell("Rocket strikes on Saraqib killed two people on Monday.").of("air_strike")
    assert not tell("Teachers in Saraqib began a strike over unpaid wages on Monday.").of("air_strike")


def test_whoever_only_tells_of_an_act_did_not_do_it(tell: Tell) -> None:
    claim = tell("A spokesman, General Zaw Lwin Oo, said that nine soldiers had been killed in clashes in Goma.").one(
        "armed_clash"
    )
    assert "Zaw Lwin Oo" not in agents(claim)


def test_of_a_part_and_its_whole_the_part_is_counted(tell: Tell) -> None:
    claim = tell("Gunmen on Sunday released 18 of the 26 passengers in Goma.").one("release")
    assert [(c.who, c.low, c.high) for c in claim.counts] == [("passengers", 18, 18)]


def test_where_the_speakers_live_is_not_where_the_story_goes_on(tell: Tell) -> None:
    text = "Troops crossed the border on Tuesday, according to residents of Azmar. Some 900 people have been displaced."
    assert [p.name for p in tell(text).one("displacement").places] == []


def test_the_town_is_the_one_in_its_own_sentence(tell: Tell) -> None:
    text = "Jets bombed the town of Azmar. Troops advanced towards Saraqib, and a commander said the town could fall."
    assert [p.name for p in tell(text).one("capture").places] == ["Saraqib"]


def test_places_captured_and_persons_captured_are_told_apart(tell: Tell) -> None:
    assert tell("The capture of the town of Lesk by rebels on Monday cut the valley in two.").one("capture").agents
    assert tell("The capture of six soldiers by rebels near Lesk on Monday angered the army.").one("arrest").targets


def test_whoever_holds_the_road_has_taken_it(tell: Tell) -> None:
    assert tell("Rebels seized the last supply road into Lesk on Monday.").one("capture").agents[0].name == "Rebels"
    assert not tell("Students took the road to Lesk on Monday.").of("capture")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The town of Lesk came under fire from army tanks on Monday.", "shelling"),
        ("A patrol came under fire from gunmen near Lesk on Monday.", "attack"),
        ("Terrorist Attacks in Lesk killed six people on Monday.", "attack"),
    ],
)
def test_acts_without_a_doer_in_front_are_heard(tell: Tell, text: str, kind: str) -> None:
    assert tell(text).one(kind).trigger.text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Clashes on Monday continued between the army and rebels near Lesk.", "armed_clash"),
        ("A deal was reached on Monday between the army and rebels in Lesk.", "agreement"),
    ],
)
def test_the_sides_may_stand_behind_the_verb(tell: Tell, text: str, kind: str) -> None:
    assert [m.name for m in tell(text).one(kind).agents] == ["army", "rebels"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lorvia sent tanks to the border on Monday.", "deployment"),
        ("Lorvia sent tanks to the rebels on Monday.", "arms_supply"),
        ("Rebels handed over their weapons to the army in Lesk on Monday.", "withdrawal"),
        ("The army handed over rifles to the militia in Lesk on Monday.", "arms_supply"),
        ("About 300 families reached the camp near Lesk on Monday.", "displacement"),
        ("Aid agencies have been barred from entering Lesk since Monday.", "aid"),
        ("Cluster munitions were used over the town of Lesk on Monday.", "air_strike"),
        ("The army made advances near the town of Lesk on Monday.", "capture"),
    ],
)
def test_who_gets_it_and_whither_tell_the_kind(tell: Tell, text: str, kind: str) -> None:
    assert {claim.type for claim in tell(text).claims.claims} == {kind}


def test_control_of_a_town_is_no_command_of_a_group(tell: Tell) -> None:
    assert tell("The army said it had taken full control of the town of Lesk on Monday.").one("capture").agents
    assert tell("Karim Haddad took control of the group in March.").one("group_change")


def test_the_sides_may_stand_behind_a_place(tell: Tell) -> None:
    fight = tell("Heavy fighting raged on Monday in the town of Lesk between the army and rebels.").one("armed_clash")
    assert [m.name for m in fight.agents] == ["army", "rebels"]
    assert not [
        c.agents for c in tell("Heavy fighting raged on the road between Lesk and Marvan.").claims.claims if c.agents
    ]


def test_since_with_its_own_time_reaches_no_further(tell: Tell) -> None:
    siege = tell("The town of Lesk which the army has besieged since 2012 was shelled on Monday.").one("siege")
    assert siege.time is not None and siege.time.words.text == "since 2012"
