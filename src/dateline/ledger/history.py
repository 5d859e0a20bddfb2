"""Who held which place on every day: the ledger of control, replayed once for each day on which anything changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dateline.ledger.control import holding_of, ordered
from dateline.ledger.wanted import ANY, Wanted, meets
from dateline.model.ledger import Holding, Move, Side, Spot, Standing, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How a place stands from the evening of `day` on, until its next turn; the other fields are those of a Holding.

    `open`: what made it so may have happened later, up to the end of `since`.
    """

    day: date
    standing: Standing
    holders: tuple[Side, ...]
    since: When | None
    besiegers: tuple[Side, ...]
    doubts: tuple[str, ...]
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All entries of a place in their order, and its turns by day; before the first nothing is told of it."""

    spot: Spot
    moves: tuple[Move, ...]
    turns: tuple[Turn, ...]


def histories(moves: Iterable[Move], wanted: Wanted = ANY) -> tuple[History, ...]:
    """The history of each of the `wanted` places, by name, those that are on no map last.

    On any day, the last turn up to then is how `control` says that the place stood.
    """
    there = Wanted(place=wanted.place, country=wanted.country)
    by_spot: dict[str, list[Move]] = defaultdict(list)
    for move in moves:
        if meets((move.spot,), None, there):
            by_spot[move.spot.key].append(move)
    found = [_history(ordered(entries)) for entries in by_spot.values()]
    return tuple(sorted(found, key=lambda one: (not one.spot.known, one.spot.name, one.spot.key)))


def _history(moves: Sequence[Move]) -> History:
    turns = [_turn(moves, day) for day in sorted(set(_days(moves)))]
    changed = [later for earlier, later in pairwise(turns) if not _alike(earlier, later)]
    return History(spot=moves[0].spot, moves=tuple(moves), turns=(*turns[:1], *changed))


def _days(moves: Iterable[Move]) -> Iterator[date]:
    """The days on which its state, or what is uncertain about it, can change."""
    for move in moves:
        if move.when is not None:
            yield from (move.when.start, move.when.end)


def _turn(moves: Sequence[Move], day: date) -> Turn:
    found = holding_of([move for move in moves if move.when is not None and move.when.start <= day], None)
    return Turn(
        day=day,
        standing=found.standing,
        holders=found.holders,
        since=found.since,
        besiegers=found.besiegers,
        doubts=found.doubts,
        open=_is_open(found, day),
    )


def _is_open(holding: Holding, day: date) -> bool:
    return holding.since is not None and holding.since.end > day


def _alike(one: Turn, other: Turn) -> bool:
    return _stand(one) == _stand(other)


def _stand(turn: Turn) -> tuple[object, ...]:
    return turn.standing, turn.holders, turn.since, turn.besiegers, turn.doubts, turn.open
