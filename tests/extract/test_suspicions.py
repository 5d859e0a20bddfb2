"""An act whose agent only the next sentence names, as suspected."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Report
from dateline.read.parser import Parser

Tell = Callable[[str], Claim]


@pytest.fixture
def tell(parser: Parser, gazetteer: Gazetteer) -> Tell:
    """The first claim of a text of our own."""

    def told(text: str) -> Claim:
        report = Report(page="p", id="sha256:0", text=text, status="coded", published="2019-08-29")
        return extract(parser.read(report), load_codebook(), gazetteer, judge=False).claims[0]

    return told


@pytest.mark.parametrize(
    ("suspicion", "agents", "sources"),
    [
        ("Police suspect the militia, which runs the port.", ["militia"], ["Police"]),
        ("The governor blamed rebels.", ["rebels"], ["governor"]),
        ("Bandits are suspected.", ["Bandits"], []),
    ],
)
def test_whom_the_next_sentence_suspects_did_it_by_the_word_of_who_suspects(
    tell: Tell, suspicion: str, agents: list[str], sources: list[str]
) -> None:
    claim = tell(f"A mayor was shot dead in Azmar on Monday. {suspicion}")
    assert [m.name for m in claim.agents] == agents
    assert {m.basis for m in claim.agents} == {"alleged"}
    assert [s.name for s in claim.sources] == sources


@pytest.mark.parametrize(
    "following",
    [
        "Police do not suspect the militia.",
        "Police may suspect the militia.",
        "Police suspect a robbery.",
        "Police have named no suspect.",
        "The governor accused the militia of lying.",
    ],
)
def test_what_suspects_nobody_of_it_names_no_agent(tell: Tell, following: str) -> None:
    claim = tell(f"A mayor was shot dead in Azmar on Monday. {following}")
    assert (claim.agents, claim.sources) == ((), ())


def test_an_agent_who_is_named_is_not_replaced_by_a_suspect(tell: Tell) -> None:
    claim = tell("Gunmen shot a mayor dead in Azmar on Monday. Police suspect the militia.")
    assert [m.name for m in claim.agents] == ["Gunmen"]
