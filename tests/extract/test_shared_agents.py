"""Agents carried over from the act beside: inferred, and only where there is little doubt."""

from dataclasses import replace

import pytest

from dateline.extract.shared_agents import with_shared_agents
from dateline.model.claim import Claim, Mention, Source
from dateline.model.text import Span


def span(start: int, text: str = "x") -> Span:
    return Span(start, start + len(text), text)


ARMY = (Mention(name="army", words=span(0)),)
REBELS = (Mention(name="rebels", words=span(9)),)
MAYOR = (Source(name="mayor", words=span(0), stance="denies"),)


def act(at: int, agents: tuple[Mention, ...] = (), **known: object) -> Claim:
    base = Claim(
        type="shelling", trigger=span(at), sentence=span(at, "They did it."), modality="occurred", background=False,
        agents=agents, targets=(), places=(), time=None, counts=(), sources=(), means=None, extent=None, rule="r/1",
    )  # fmt: skip
    return replace(base, **known)


def agents_of(*claims: Claim) -> list[list[tuple[str, str]]]:
    """Names and bases of the agents of each claim."""
    return [[(m.name, m.basis) for m in claim.agents] for claim in with_shared_agents(claims)]


def test_an_act_beside_another_in_one_sentence_has_its_agent_as_inferred() -> None:
    assert agents_of(act(0, ARMY), act(0, type="air_strike")) == [[("army", "stated")], [("army", "inferred")]]


def test_the_agent_may_be_named_after_it_in_the_sentence() -> None:
    assert agents_of(act(0), act(0, ARMY, type="air_strike"))[0] == [("army", "inferred")]


def test_two_possible_agents_in_a_sentence_leave_it_open() -> None:
    beside = act(0, ARMY, type="air_strike"), act(0, REBELS, type="bombing")
    assert agents_of(*beside, act(0))[2] == []


def test_an_earlier_act_of_the_same_type_lends_its_agent() -> None:
    assert agents_of(act(0, ARMY), act(100))[1] == [("army", "inferred")]


def test_the_nearest_earlier_act_lends_its_agent() -> None:
    assert agents_of(act(0, ARMY), act(100, REBELS), act(200))[2] == [("rebels", "inferred")]


def test_an_act_of_another_type_lends_nothing_across_sentences() -> None:
    assert agents_of(act(0, ARMY, type="bombing"), act(100))[1] == []


def test_nothing_is_lent_from_far_up_the_page() -> None:
    between = [act(100 * n, type="talks") for n in range(1, 5)]
    assert agents_of(act(0, ARMY), *between, act(900))[-1] == []


@pytest.mark.parametrize("kind", ["attack", "protest", "capture"])
def test_kinds_that_many_may_do_take_no_agent_from_another_sentence(kind: str) -> None:
    assert agents_of(act(0, ARMY, type=kind), act(100, type=kind))[1] == []


def test_a_denial_neither_lends_nor_borrows() -> None:
    assert agents_of(act(0, ARMY, sources=MAYOR), act(100))[1] == []
    assert agents_of(act(0, ARMY), act(100, sources=MAYOR))[1] == []


def test_background_without_a_day_borrows_nothing() -> None:
    assert agents_of(act(0, ARMY), act(100, background=True))[1] == []


def test_an_allegation_stays_one_when_it_is_carried_over() -> None:
    alleged = (replace(ARMY[0], basis="alleged", alleged_by=("medics",)),)
    assert agents_of(act(0, alleged), act(100))[1] == [("army", "alleged")]


def test_who_is_named_keeps_his_name() -> None:
    assert agents_of(act(0, ARMY), act(100, REBELS))[1] == [("rebels", "stated")]
