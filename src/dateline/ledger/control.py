"""Who holds which place: the history of each place, replayed to any day.

Entries are taken in the order of their first days, and each changes how the place stands by one small rule. What nobody
tells is not filled in: a place that was left is held by nobody known, and two claims to one place stand side by side.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateline.ledger.sides import may_be_one
from dateline.ledger.wanted import ANY, Wanted, meets
from dateline.model.ledger import Aside, Control, Holding, Move, MoveKind, Side, Standing, When

FRESH: Final = 31
"""Days for which the last word on a holder stands against a mere "held by" another; later on the newer word counts."""
_BEFORE: Final[Mapping[MoveKind, int]] = {"lost": 0, "handed over": 0, "held": 2, "held in part": 2,
                                             "capture denied": 3, "loss denied": 3}  # fmt: skip
"""On one day a place is left, then taken, then spoken of as held."""


@dataclass(frozen=True, slots=True)
class State:
    """How a place stands after some of its entries; `told` is the last day on which the holders were named."""

    standing: Standing = "unknown"
    holders: tuple[Side, ...] = ()
    since: Move | None = None
    told: date | None = None
    besiegers: tuple[Side, ...] = ()


def control(
    moves: Iterable[Move], asides: Iterable[Aside] = (), at: date | None = None, wanted: Wanted = ANY
) -> Control:
    """The ledger of the `wanted` places on the evening of the day `at`, or by all that is known.

    An entry counts from the first of its days on, and is shown with all of them. Places come by name.
    """
    there = Wanted(place=wanted.place, country=wanted.country)
    by_spot: dict[str, list[Move]] = defaultdict(list)
    for move in moves:
        if _begun(move.when, at) and meets((move.spot,), None, there):
            by_spot[move.spot.key].append(move)
    holdings = [holding_of(ordered(found), at) for found in by_spot.values()]
    placed = sorted(holdings, key=lambda holding: (not holding.spot.known, holding.spot.name, holding.spot.key))
    aside = (one for one in asides if _begun(one.when, at) and meets(one.spots, None, there))
    return Control(at=at, holdings=tuple(placed), asides=tuple(aside))


def ordered(moves: Iterable[Move]) -> list[Move]:
    """Entries by their first day, then their last, those without any day first."""
    return sorted(moves, key=lambda move: (*_days(move.when), _BEFORE.get(move.kind, 1), move.id))


def _days(when: When | None) -> tuple[date, date]:
    return (when.start, when.end) if when else (date.min, date.min)


def _begun(when: When | None, at: date | None) -> bool:
    return at is None or (when is not None and when.start <= at)


def holding_of(moves: Sequence[Move], at: date | None) -> Holding:
    """How the one place of these entries, at least one and in this order, stands after them."""
    state = settle(moves)
    return Holding(
        spot=moves[0].spot,
        standing=state.standing,
        holders=state.holders,
        since=state.since.when if state.since else None,
        besiegers=state.besiegers,
        moves=tuple(moves),
        doubts=tuple(_doubts(moves, state, at)),
    )


def settle(moves: Iterable[Move]) -> State:
    """How a place stands after these entries, in this order. Those without a day change nothing."""
    state = State()
    for move in moves:
        if move.when is not None:
            state = RULES[move.kind](state, move)
    return state


# ---- what an entry does -------------------------------------------------------------------------
def captured(state: State, move: Move) -> State:
    """Whoever took it holds it; where that is disputed, the claim stands beside that of the holder before."""
    if not move.sides:
        return _gone(state, move, move.from_sides)
    still = tuple(side for side in state.holders if not _among(side, move.sides))
    besiegers = tuple(side for side in state.besiegers if not _among(side, move.sides))
    if move.disputed and not _same(move.sides, state.holders):
        return replace(_made(state, move, "disputed", (*move.sides, *still)), besiegers=besiegers)
    return replace(_made(state, move, "held", move.sides), besiegers=besiegers)


def contested(state: State, move: Move) -> State:
    """Whoever entered it or took a part stands beside whoever held it."""
    others = tuple(side for side in (*state.holders, *move.from_sides) if not _among(side, move.sides))
    if not move.sides or (_same(move.sides, state.holders) and not move.from_sides):
        return state
    return _made(state, move, "contested", _each_once((*move.sides, *others)))


def lost(state: State, move: Move) -> State:
    """Whoever left it holds it no more; who does now is not known unless somebody stays or enters."""
    return _gone(state, move, move.sides)


def _gone(state: State, move: Move, losers: tuple[Side, ...]) -> State:
    gone = tuple(side for side in state.holders if _among(side, losers))
    stay = tuple(side for side in state.holders if side not in gone)
    besiegers = tuple(side for side in state.besiegers if not _among(side, losers))
    if not losers or (stay and not gone):
        return replace(state, besiegers=besiegers)
    if move.disputed:
        return replace(_made(state, move, "disputed", state.holders or losers), besiegers=besiegers)
    standing: Standing = "left" if not stay else "held" if len(stay) == 1 else state.standing
    return replace(_made(state, move, standing, stay), besiegers=besiegers)


def besieged(state: State, move: Move) -> State:
    """A siege changes nothing of who holds it; nobody besieges what they alone hold."""
    new = tuple(side for side in move.sides if not _same((side,), state.holders))
    return replace(state, besiegers=_each_once((*state.besiegers, *new)))


def held(state: State, move: Move) -> State:
    """It is said to be held: that counts where no other holder was named within a month; else both claims stand."""
    if not move.sides:
        return state
    fresh = bool(state.holders) and not _stale(state, move)
    if state.holders and all(_among(side, state.holders) for side in move.sides):
        again = fresh or state.standing == "held"
        return replace(state, told=_end(move)) if again else _made(state, move, "held", move.sides)
    if fresh:
        return _made(state, move, "disputed", _each_once((*state.holders, *move.sides)))
    return _made(state, move, "disputed" if move.disputed else "held", move.sides)


def held_in_part(state: State, move: Move) -> State:
    """Who holds a part of it has a share in it, beside whoever else was told to hold it or a part."""
    if not move.sides:
        return state
    if state.holders and all(_among(side, state.holders) for side in move.sides):
        return replace(state, told=_end(move))
    holders = _each_once((*state.holders, *move.sides))
    return _made(state, move, "contested" if state.holders else "held in part", holders)


def capture_denied(state: State, move: Move) -> State:
    """A capture within the last month is disputed from the denial on; where nobody tells of one, nothing changes."""
    taken = state.standing == "held" and state.since is not None and state.since.kind == "captured"
    meant = not move.sides or any(_among(side, state.holders) for side in move.sides)
    return replace(state, standing="disputed") if taken and meant and not _stale(state, move) else state


def loss_denied(state: State, move: Move) -> State:
    """Whoever is said to have left, and denies it, has a claim to the place again, if that is no month ago."""
    left = state.standing == "left" and state.since is not None and not _stale(state, move)
    gone = tuple(side for side in state.since.sides if _among(side, move.sides)) if left and state.since else ()
    return replace(state, standing="disputed", holders=gone) if gone else state


RULES: Final[Mapping[MoveKind, Callable[[State, Move], State]]] = {
    "captured": captured,
    "entered": contested,
    "contested": contested,
    "lost": lost,
    "handed over": lost,
    "besieged": besieged,
    "held": held,
    "held in part": held_in_part,
    "capture denied": capture_denied,
    "loss denied": loss_denied,
}


def _made(state: State, move: Move, standing: Standing, holders: tuple[Side, ...]) -> State:
    return replace(state, standing=standing, holders=holders, since=move, told=_end(move))


def _end(move: Move) -> date | None:
    return move.when.end if move.when else None


def _stale(state: State, move: Move) -> bool:
    """Whether the holder was last named more than a month before."""
    return state.told is None or move.when is None or (move.when.start - state.told).days > FRESH


def _among(side: Side, others: Iterable[Side]) -> bool:
    return any(may_be_one(side, other) for other in others)


def _same(some: Sequence[Side], others: Sequence[Side]) -> bool:
    return bool(some) and {side.key for side in some} == {side.key for side in others}


def _each_once(found: Iterable[Side]) -> tuple[Side, ...]:
    return tuple({side.key: side for side in reversed(tuple(found))}.values())[::-1]


# ---- what is uncertain --------------------------------------------------------------------------
def _doubts(moves: Sequence[Move], state: State, at: date | None) -> Iterator[str]:
    """The entries whose days overlap with those of the last change, and that would end otherwise if they came later."""
    turn = state.since
    if turn is None or turn.when is None:
        return
    if at is not None and turn.when.end > at:
        yield f"it may have happened after {at.isoformat()}, up to {turn.when.end.isoformat()}"
    dated = [move for move in moves if move.when is not None]
    for move in dated[: dated.index(turn)]:
        if move.when is not None and move.when.end >= turn.when.start and _ends_otherwise(dated, move, turn, state):
            yield f"it is uncertain whether it came before or after: {_told(move)}"


def _ends_otherwise(moves: Sequence[Move], early: Move, turn: Move, state: State) -> bool:
    rest = [move for move in moves if move is not early]
    later = rest.index(turn) + 1
    swapped = settle([*rest[:later], early, *rest[later:]])
    return (swapped.standing, {s.key for s in swapped.holders}) != (state.standing, {s.key for s in state.holders})


def _told(move: Move) -> str:
    names = " and ".join(side.name for side in move.sides)
    days = (
        "" if move.when is None else ", ".join(dict.fromkeys((move.when.start.isoformat(), move.when.end.isoformat())))
    )
    return f"{move.kind}{f' by {names}' if names else ''} ({days})"
