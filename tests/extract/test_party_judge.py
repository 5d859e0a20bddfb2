"""Who fills a role is weighed from how he stands to the act, what he is and what else he does."""

import json
from collections.abc import Callable

import pytest

from dateline.extract.claims import look, stages
from dateline.extract.party_candidates import Act, acts, party_candidates, story_of
from dateline.extract.party_judge import PartyJudge, RoleJudge, load_party_judge, parse_party_judge, with_parties
from dateline.extract.party_signs import ALONE, PAIRS, WORDS, party_signs
from dateline.extract.party_standing import standing
from dateline.extract.scene import Scene
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.model.claim import Claim
from dateline.model.errors import DataError
from dateline.model.text import Reading, Report
from dateline.read.parser import Parser

Read = Callable[[str], Reading]
Told = Callable[[str], tuple[Scene, tuple[Claim, ...]]]
NOBODY = RoleJudge(-9.0, 0.5, 0.5, {})


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("party_judge") / "places.sqlite"
    build(path, rows=[PlaceRow(kind="country", names=("Mali",), country="ML", lat=17.0, lon=-4.0)])
    return Gazetteer(path)


@pytest.fixture
def told(parser: Parser, country: Gazetteer) -> Told:
    """The scene of a text of our own, and its claims with the parties that the frames find."""

    def made(text: str) -> tuple[Scene, tuple[Claim, ...]]:
        reading = parser.read(Report(page="p", id="sha256:0", text=text, status="coded", published="2019-08-29"))
        scene = look(reading, country)
        return scene, stages(scene, load_codebook()).framed

    return made


def last_act(scene: Scene, claims: tuple[Claim, ...]) -> Act:
    return list(acts(story_of(scene, claims)))[-1]


def names(claim: Claim) -> tuple[list[str], list[str]]:
    return [m.name for m in claim.agents], [m.name for m in claim.targets]


def judging(agents: RoleJudge = NOBODY, targets: RoleJudge = NOBODY) -> PartyJudge:
    return {"agents": agents, "targets": targets}


# ---- how a noun stands to a trigger -------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "trigger", "noun", "role", "relation"),
    [
        ("Rebels attacked the convoy.", "attacked", "Rebels", "nsubj", "self"),
        ("The convoy was attacked by rebels.", "attacked", "rebels", "nsubj", "self"),
        ("The convoy was attacked by rebels.", "attacked", "convoy", "dobj", "self"),
        ("Rebels attacked soldiers and traders.", "attacked", "traders", "dobj", "self"),
        ("Rebels attacked the convoy of the army.", "attacked", "army", "of dobj", "self"),
        ("Rebels launched an attack on Monday.", "attack", "Rebels", "nsubj", "up"),
        ("The attack that killed two traders was condemned.", "attack", "traders", "dobj", "down"),
        ("Rebels who attacked the convoy fled.", "attacked", "Rebels", "head", "over"),
    ],
)
def test_voice_lists_and_owners_are_looked_through(
    read: Read, text: str, trigger: str, noun: str, role: str, relation: str
) -> None:
    reading = read(text)
    at = {token.text: token.i for token in reading.tokens}
    found = standing(reading, at[trigger], at[noun])
    assert (found.role, found.relation) == (role, relation)


# ---- who may be meant ---------------------------------------------------------------------------
def test_they_stand_where_the_pronoun_stands(told: Told) -> None:
    act = last_act(*told("Rebels entered a village on Monday. They attacked a convoy of traders."))
    rebels = next(c for c in party_candidates(act) if c.named.key == "rebels")
    assert rebels.standing is not None
    assert (rebels.standing.role, rebels.standing.relation, rebels.named.mention.basis) == ("nsubj", "self", "inferred")


def test_what_no_list_knows_may_be_struck_where_it_stands_to_the_act(told: Told) -> None:
    act = last_act(*told("A singer who bought a lamp said arsonists attacked a casino."))
    found = [c.named.key for c in party_candidates(act)]
    assert "casino" in found
    assert "lamp" not in found


def test_a_deed_and_a_day_are_nobody(told: Told) -> None:
    act = last_act(*told("Gunmen killed two traders in an attack on Monday."))
    assert {c.named.key for c in party_candidates(act)}.isdisjoint({"attack", "monday"})


def test_a_number_and_a_month_are_nobody(told: Told) -> None:
    scene, claims = told("Soldiers killed a trader on May 17 and scores were hurt.")
    named = {c.named.mention.name for c in party_candidates(last_act(scene, claims))}
    assert not named & {"May", "scores"}


def test_whoever_acts_in_such_claims_elsewhere_is_a_candidate(told: Told) -> None:
    text = "The army shelled a village.\n\nIt rained.\n\nMarkets closed.\n\nShelling killed two farmers on Tuesday."
    act = last_act(*told(text))
    assert "army" in {c.named.key for c in party_candidates(act)}


# ---- what is said of them -----------------------------------------------------------------------
def test_every_sign_that_is_weighed_is_made(told: Told) -> None:
    act = last_act(*told("The army moved past rebels in the valley. It attacked a convoy of traders."))
    made = {sign.partition("=")[0] for c in party_candidates(act) for sign in party_signs(c)}
    assert made == {*ALONE, *("+".join(pair) for pair in PAIRS)}


def test_every_word_says_why_it_is_asked() -> None:
    assert all(word.__doc__ for word in WORDS)


def test_the_signs_name_nobody(told: Told) -> None:
    act = last_act(*told("Soldiers attacked the Azmar Brigade on Monday."))
    said = " ".join(sign for c in party_candidates(act) for sign in party_signs(c))
    assert "Azmar" not in said
    assert "Brigade" not in said


# ---- what is decided ----------------------------------------------------------------------------
def test_the_likeliest_are_chosen_and_each_name_once() -> None:
    judge = RoleJudge(0.0, 0.3, 0.6, {})
    assert judge.chosen([0.4, 0.9, 0.7, 0.8], ["a", "b", "c", "b"]) == (1, 2)


def test_one_alone_needs_less_than_one_more() -> None:
    judge = RoleJudge(0.0, 0.3, 0.6, {})
    assert judge.chosen([0.4, 0.2], ["a", "b"]) == (0,)
    assert judge.chosen([0.7, 0.4], ["a", "b"]) == (0,)


def test_one_whom_the_frame_missed_is_found_by_his_weight(told: Told) -> None:
    scene, claims = told("Gunmen attacked a casino on Monday.")
    judge = judging(targets=RoleJudge(-2.0, 0.5, 0.5, {"role=dobj self": 4.0}))
    assert [names(claim) for claim in with_parties(scene, claims, judge)] == [([], ["casino"])]


def test_who_stands_in_one_list_with_an_agent_needs_less(told: Told) -> None:
    scene, claims = told("Gunmen, villagers and dockers attacked a casino on Monday.")
    judge = judging(agents=RoleJudge(-0.8, 0.5, 0.5, {"frame+kind=agent, gunmen": 4.0}))
    alone = judging(agents=RoleJudge(-3.0, 0.5, 0.5, {"frame+kind=agent, gunmen": 4.0}))
    assert [names(claim)[0] for claim in with_parties(scene, claims, judge)] == [["Gunmen", "villagers", "dockers"]]
    assert [names(claim)[0] for claim in with_parties(scene, claims, alone)] == [["Gunmen"]]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Anti-government protests began the war on Monday.", "government"),
        ("Police detained two rebels on Monday as they targeted a smuggler.", "smuggler"),
        ("Police arrested nine smugglers on Monday, including a former judge.", "judge"),
    ],
)
def test_whom_an_act_is_aimed_at_by_its_own_words_suffers_it(told: Told, text: str, whom: str) -> None:
    scene, claims = told(text)
    assert [names(claim)[1] for claim in with_parties(scene, claims, judging())] == [[whom]]


def test_nobody_both_acts_and_suffers(told: Told) -> None:
    scene, claims = told("Gunmen attacked traders on Monday.")
    sure, surer = RoleJudge(1.0, 0.5, 0.5, {}), RoleJudge(2.0, 0.5, 0.5, {})
    assert [names(claim)[0] for claim in with_parties(scene, claims, judging(sure, surer))] == [[]]
    assert [names(claim)[1] for claim in with_parties(scene, claims, judging(surer, sure))] == [[]]


def test_one_named_in_another_sentence_is_inferred(told: Told) -> None:
    scene, claims = told("The army moved into the valley. Shelling killed two farmers.")
    judge = judging(agents=RoleJudge(-2.0, 0.5, 0.5, {"kind=forces": 4.0}))
    shelling = next(claim for claim in with_parties(scene, claims, judge) if claim.type == "shelling")
    assert [(m.name, m.basis) for m in shelling.agents] == [("army", "inferred")]


def test_the_judge_that_comes_with_the_program_knows_a_plain_attack(told: Told) -> None:
    scene, claims = told("Rebels attacked an army checkpoint on Monday and killed two soldiers.")
    attack = with_parties(scene, claims, load_party_judge())[0]
    assert names(attack)[0] == ["Rebels"]
    assert "soldiers" in names(attack)[1]


# ---- its file -----------------------------------------------------------------------------------
def test_a_file_that_lacks_a_role_is_refused() -> None:
    role = {"base": 0.0, "keep": 0.5, "keep_more": 0.5, "weights": {"role": {"dobj self": 1.0}}}
    judge = parse_party_judge(json.dumps({"agents": role, "targets": role}).encode())
    assert judge["agents"].weights == {"role=dobj self": 1.0}
    with pytest.raises(DataError, match="make judge"):
        parse_party_judge(json.dumps({"agents": role}).encode())
