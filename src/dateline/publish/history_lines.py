"""The history of control as plain values: what a browser steps through from day to day."""

from collections.abc import Iterable, Sequence

from dateline.ledger.history import History, Turn
from dateline.model.ledger import Side, Standing
from dateline.publish.ledger_lines import move_line, spot_line, when_line
from dateline.publish.lines import Line
from dateline.publish.shapes import DAY, FLAG, OFFSET, TEXT, TEXTS, Schema, array, list_of, one_of, or_null, ref, table


def history_lines(histories: Sequence[History]) -> Line:
    """All places with their turns and entries, the sides that they name once each, and the first and the last day.

    Sides are named by their keys; entries come without their statements, which `place_line` has.
    """
    days = [turn.day for history in histories for turn in history.turns]
    return {
        "first": min(days).isoformat() if days else None,
        "last": max(days).isoformat() if days else None,
        "sides": [{"key": side.key, "name": side.name} for side in _sides(histories)],
        "places": [_brief(history) for history in histories],
    }


def history_schema() -> Schema:
    """The JSON Schema of `history_lines`."""
    place = table({"place": ref("spot"), "turns": array(_turn_schema()), "entries": OFFSET})
    side = table({"key": TEXT, "name": TEXT})
    return table({"first": or_null(DAY), "last": or_null(DAY), "sides": array(side), "places": array(place)})


def place_line(history: History) -> Line:
    """One place with its turns, and its entries with the statements that they rest on."""
    return {
        "record": "control_history",
        "place": spot_line(history.spot),
        "turns": [_turn(turn) for turn in history.turns],
        "moves": [move_line(move) for move in history.moves],
    }


def place_schema() -> Schema:
    """The JSON Schema of `place_line`."""
    return table(
        {
            "record": {"const": "control_history"},
            "place": ref("spot"),
            "turns": array(_turn_schema()),
            "moves": list_of("move"),
        }
    )


def _brief(history: History) -> Line:
    return {
        "place": spot_line(history.spot),
        "turns": [_turn(turn) for turn in history.turns],
        "entries": len(history.moves),
    }


def _turn(turn: Turn) -> Line:
    return {
        "day": turn.day.isoformat(),
        "standing": turn.standing,
        "holders": _keys(turn.holders),
        "besiegers": _keys(turn.besiegers),
        "since": when_line(turn.since),
        "doubts": list(turn.doubts),
        "open": turn.open,
    }


def _turn_schema() -> Schema:
    return table(
        {
            "day": DAY,
            "standing": one_of(Standing),
            "holders": TEXTS,
            "besiegers": TEXTS,
            "since": or_null(ref("when")),
            "doubts": TEXTS,
            "open": FLAG,
        }
    )


def _keys(sides: Iterable[Side]) -> list[str]:
    return [side.key for side in sides]


def _sides(histories: Iterable[History]) -> list[Side]:
    """Each side once, the one that has a part in most places first."""
    places: dict[str, set[str]] = {}
    named: dict[str, Side] = {}
    for history in histories:
        for side in (side for turn in history.turns for side in (*turn.holders, *turn.besiegers)):
            named.setdefault(side.key, side)
            places.setdefault(side.key, set()).add(history.spot.key)
    return sorted(named.values(), key=lambda side: (-len(places[side.key]), side.key))
