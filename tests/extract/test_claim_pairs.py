"""Two sentences that differ in a few words and tell of different things, each understood as it stands."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Report
from dateline.read.parser import Parser

Tell = Callable[[str], list[Claim]]


@pytest.fixture
def tell(parser: Parser, gazetteer: Gazetteer) -> Tell:
    """The claims of a text of our own, before they are judged; published on 29 August 2019, a Thursday."""

    def told(text: str) -> list[Claim]:
        report = Report(page="p", id="sha256:0", text=text, status="coded", published="2019-08-29")
        return list(extract(parser.read(report), load_codebook(), gazetteer, judge=False).claims)

    return told


def parties(claim: Claim) -> tuple[list[str], list[str]]:
    return [m.name for m in claim.agents], [m.name for m in claim.targets]


# ---- whom grammar names outright ----------------------------------------------------------------
@pytest.mark.parametrize(("one", "other"), [("militiamen", "soldiers"), ("soldiers", "militiamen")])
def test_who_strikes_and_who_is_struck_change_places(tell: Tell, one: str, other: str) -> None:
    (claim,) = tell(f"The shelling of {one} near Saraqib by {other} lasted an hour, a monitor said.")
    assert parties(claim) == ([other], [one])


@pytest.mark.parametrize(("one", "other"), [("militiamen", "soldiers"), ("soldiers", "militiamen")])
def test_those_at_whose_hands_others_die_are_the_agents(tell: Tell, one: str, other: str) -> None:
    (claim,) = tell(f"Six {one} died on Sunday at the hands of {other} near Saraqib, an elder said.")
    assert parties(claim) == ([other], [one])


def test_what_another_act_struck_in_its_own_clause_is_no_target_of_this_one(tell: Tell) -> None:
    air, ground = tell("Air strikes killed nine traders and artillery fire hit a mill, nurses said.")
    assert (air.type, parties(air)[1]) == ("air_strike", ["traders"])
    assert (ground.type, parties(ground)[1]) == ("shelling", ["mill"])


def test_a_drone_in_the_next_clause_does_not_make_rockets_an_air_strike(tell: Tell) -> None:
    ground, air = tell(
        "Rockets wounded three shoppers in Azmar on Monday and a drone struck a house there, nurses said."
    )
    assert (ground.type, air.type) == ("shelling", "air_strike")
    assert [count.low for count in ground.counts] == [3]


# ---- who "we" are, and "him" ---------------------------------------------------------------------
def test_we_are_the_side_of_whoever_speaks(tell: Tell) -> None:
    (claim,) = tell("“We took Azmar from the militia at dawn on Wednesday,” a Syrian army colonel said.")
    assert parties(claim) == (["Syrian army"], ["militia"])


def test_what_was_taken_from_us_was_taken_from_the_side_of_whoever_speaks(tell: Tell) -> None:
    (claim,) = tell("“The militia took Azmar from us early on Wednesday,” a Syrian army colonel said.")
    assert parties(claim) == (["militia"], ["Syrian army"])


def test_him_is_whom_the_joined_verb_struck(tell: Tell) -> None:
    claims = tell("Gunmen dragged a trader from his shop in Azmar on Sunday and shot him dead, a neighbour said.")
    assert [parties(c) for c in claims if c.type == "attack"] == [(["Gunmen"], ["trader"])]


# ---- whose deed it is said to be, and what a bomb was meant for ------------------------------------
@pytest.mark.parametrize(
    "words", ["bore the marks of the militia", "was the work of the militia", "had all the hallmarks of the militia"]
)
def test_marks_and_handiwork_name_whose_deed_it_was(tell: Tell, words: str) -> None:
    (claim,) = tell(f"Monday's car bombing outside a courthouse in Azmar {words}, a judge said.")
    assert parties(claim) == (["militia"], ["courthouse"])


def test_a_bomb_outside_a_town_was_not_meant_for_the_town(tell: Tell) -> None:
    (claim,) = tell("A car bomb exploded outside the town of Azmar on Monday, a judge said.")
    assert claim.targets == ()


@pytest.mark.parametrize(("words", "places"), [("in Goma about a dam", ["Goma"]), ("about a dam in Goma", [])])
def test_what_talks_are_about_is_not_where_they_are(tell: Tell, words: str, places: list[str]) -> None:
    (claim,) = tell(f"The president's envoy held talks with the rebels {words} on Tuesday.")
    assert [p.name for p in claim.places] == places


def test_those_to_whom_sentences_are_handed_are_the_jailed_and_the_court_is_the_agent(tell: Tell) -> None:
    (claim,) = tell("Prison terms of 12 years were handed down on Tuesday to five rebels by a court in Goma.")
    assert parties(claim) == (["court"], ["rebels"])


# ---- acts told of by a word that stands for a noun -------------------------------------------------
@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        (
            "Six soldiers died in an ambush near Azmar on Monday, and four in another near Goma a day later.",
            "another",
            "Goma",
        ),
        ("The kidnapping of two nurses in Azmar followed that of a priest in Goma.", "that", "Goma"),
        ("Friday's raid on Azmar was worse than one in Goma that killed 27, a judge said.", "one", "Goma"),
    ],
)
def test_a_word_that_stands_for_a_deed_tells_of_another_one(tell: Tell, text: str, word: str, place: str) -> None:
    first, second = tell(text)
    assert (first.type, second.trigger.text) == (second.type, word)
    assert [p.name for p in second.places] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "One of the raids killed a woman near Azmar on Monday.",
        "Monday's raid on Azmar was one of the worst in years, a judge said.",
        "Monday's raid on Azmar was the deadliest one this year, a judge said.",
    ],
)
def test_one_of_many_is_no_deed_of_its_own(tell: Tell, text: str) -> None:
    assert len(tell(text)) == 1


# ---- who speaks -----------------------------------------------------------------------------------
def test_a_described_group_is_named_by_the_whole_of_its_description(tell: Tell) -> None:
    (claim,) = tell("Shells hit a clinic near Azmar on Monday, according to a Talani rights group.")
    assert [source.name for source in claim.sources] == ["Talani rights group"]


def test_a_blog_that_wrote_on_a_day_dates_its_own_telling(tell: Tell) -> None:
    (claim,) = tell("Soldiers have taken Azmar, a military blog wrote on Wednesday.")
    assert claim.time is None


# ---- accusations that cross -----------------------------------------------------------------------
@pytest.mark.parametrize(("denier", "denied"), [("Cairo", [2, 1]), ("Damascus", [1, 2])])
def test_a_denial_of_fire_belongs_to_the_accusation_against_the_denier(
    tell: Tell, denier: str, denied: list[int]
) -> None:
    claims = tell(
        "Syria said Egyptian guns had shelled its villages near Azmar on Monday, while Egypt said Syrian mortars had "
        f"shelled its posts near Goma. {denier} denied opening fire."
    )
    assert [len(c.sources) for c in claims] == denied


def test_a_clause_of_its_own_without_a_day_has_the_day_of_the_clause_before(tell: Tell) -> None:
    claims = tell("Rebels shelled posts near Azmar on Monday, while soldiers shelled a camp near Goma.")
    assert [c.time.words.text for c in claims if c.time] == ["Monday", "Monday"]


def test_the_place_of_the_next_clause_is_not_where_this_one_happened(tell: Tell) -> None:
    claims = tell("Rebels near Azmar attacked a convoy on Monday and the army shelled a camp in Goma.")
    assert {c.type: [p.name for p in c.places] for c in claims} == {"attack": ["Azmar"], "shelling": ["Goma"]}
