"""The history of control: on every day the same as the ledger replayed to that day."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ledger.control import control
from dateline.ledger.history import History, Turn, histories
from dateline.model.ledger import Holding, Move, MoveKind, Side, Spot, When
from ledger_made import day

SIDES = tuple(Side(key=name, name=name) for name in ("army", "rebels:", "militia"))
KINDS: tuple[MoveKind, ...] = (
    "captured", "entered", "contested", "lost", "handed over", "besieged", "held", "held in part", "capture denied",
    "loss denied",
)  # fmt: skip
SPOTS = tuple(Spot(key=name, name=name, admin1="Nord") for name in ("Kara", "Solo"))
LAST = 60


@st.composite
def entries(draw: st.DrawFn) -> list[Move]:
    """Entries of two places, some of several days, some of none, some disputed."""
    count = draw(st.integers(0, 9))
    return [draw(_entries(number)) for number in range(count)]


@st.composite
def _entries(draw: st.DrawFn, number: int) -> Move:
    start = draw(st.integers(1, LAST))
    end = min(LAST, start + draw(st.sampled_from((0, 0, 1, 6))))
    dated = When(start=day(start), end=day(end), precision="day")
    return Move(
        id=str(number),
        incident=str(number),
        spot=draw(st.sampled_from(SPOTS)),
        kind=draw(st.sampled_from(KINDS)),
        when=draw(st.sampled_from((dated, dated, dated, None))),
        sides=draw(st.sampled_from(((), SIDES[:1], SIDES[1:2], SIDES[2:], SIDES[:2]))),
        from_sides=draw(st.sampled_from(((), (), SIDES[:1]))),
        status=draw(st.sampled_from(("reported", "reported", "disputed"))),
    )


def turn_on(history: History, number: int) -> Turn | None:
    return next((turn for turn in reversed(history.turns) if turn.day <= day(number)), None)


@settings(deadline=None)
@given(entries(), st.integers(0, LAST + 1))
def test_on_any_day_the_last_turn_is_how_the_ledger_says_it_stood(moves: list[Move], number: int) -> None:
    found = {one.spot.key: _stood(one) for one in control(moves, at=day(number)).holdings}
    turns = {one.spot.key: turn_on(one, number) for one in histories(moves)}
    assert {key: _turned(turn) for key, turn in turns.items() if turn is not None} == found


@settings(deadline=None)
@given(entries())
def test_the_last_turn_is_how_it_stands_by_all_that_is_known(moves: list[Move]) -> None:
    known = {one.spot.key: one for one in control(moves).holdings}
    for history in histories(moves):
        assert history.moves == known[history.spot.key].moves
        for turn in history.turns[-1:]:
            assert (turn.standing, turn.holders) == (known[history.spot.key].standing, known[history.spot.key].holders)


@settings(deadline=None)
@given(entries())
def test_no_turn_repeats_the_one_before(moves: list[Move]) -> None:
    for history in histories(moves):
        stood = [_turned(turn) for turn in history.turns]
        assert all(one != other for one, other in pairwise(stood))
        assert [turn.day for turn in history.turns] == sorted({turn.day for turn in history.turns})


def _stood(holding: Holding) -> tuple[object, ...]:
    """But for the doubt that names the day itself, for which a turn has `open`."""
    doubts = [doubt for doubt in holding.doubts if not doubt.startswith("it may have happened after")]
    standing = (holding.standing, holding.holders, holding.since, holding.besiegers)
    return (*standing, doubts, len(doubts) < len(holding.doubts))


def _turned(turn: Turn) -> tuple[object, ...]:
    return turn.standing, turn.holders, turn.since, turn.besiegers, list(turn.doubts), turn.open


def test_a_turn_is_open_until_the_last_day_on_which_it_may_have_come() -> None:
    taken = _of(KINDS[0], SIDES[:1], 3, 6)
    (history,) = histories([taken])
    assert [(turn.day, turn.open) for turn in history.turns] == [(day(3), True), (day(6), False)]


def test_what_is_on_no_day_makes_no_turn() -> None:
    (history,) = histories([_of("held", SIDES[:1], None, None)])
    assert (history.turns, len(history.moves)) == ((), 1)


def _of(kind: MoveKind, sides: Sequence[Side], first: int | None, last: int | None) -> Move:
    when = None if first is None or last is None else When(start=day(first), end=day(last), precision="span")
    return Move(id="m", incident="m", spot=SPOTS[0], kind=kind, when=when, sides=tuple(sides))
