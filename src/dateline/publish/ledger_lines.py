"""Ledgers as JSON Lines: every line with the statements that it rests on, and with null for what is not known."""

from collections.abc import Iterable, Iterator

from dateline.model.ledger import (
    Aside,
    Control,
    DamageLine,
    Holding,
    Move,
    Range,
    Side,
    Spot,
    Statement,
    SumLine,
    Sums,
    Tally,
    TimelineLine,
    Total,
    When,
)
from dateline.publish.incident_lines import voice_line
from dateline.publish.lines import Line, printable


def control_lines(control: Control) -> Iterator[Line]:
    """A line for each place with its history, then one for each statement that changes nothing."""
    at = control.at.isoformat() if control.at else None
    yield from (holding_line(holding, at) for holding in control.holdings)
    yield from map(aside_line, control.asides)


def sums_lines(sums: Sums, ledger: str) -> Iterator[Line]:
    """A line for each group, one for all of them (whose `group` is null), and one for each total."""
    yield from (sum_line(line, ledger, sums.by, line.group) for line in sums.lines)
    yield sum_line(sums.all, ledger, sums.by, None)
    yield from (total_line(total, ledger) for total in sums.totals)


def damage_line(line: DamageLine) -> Line:
    """One incident in which protected things were hit."""
    hits = [
        {"kind": hit.kind, "words": hit.words, "count": _range(hit.count) if hit.count else None} for hit in line.hits
    ]
    return {
        "record": "damage",
        "incident": line.incident,
        "type": line.type,
        "hits": hits,
        "places": _spots(line.spots),
        "date": when_line(line.when),
        "general": line.general,
        "by": list(line.by),
        "alleged_by": list(line.alleged_by),
        "status": line.status,
        "reason": line.reason,
        "tallies": _tallies(line.tallies),
        "statements": _statements(line.statements),
    }


def timeline_line(line: TimelineLine) -> Line:
    """One incident on the timeline; its `date` is null in the tray of the undated."""
    return {
        "record": "timeline",
        "incident": line.incident,
        "type": line.type,
        "date": when_line(line.when),
        "places": _spots(line.spots),
        "agents": list(line.agents),
        "targets": list(line.targets),
        "status": line.status,
        "reason": line.reason,
        "tallies": _tallies(line.tallies),
        "statements": _statements(line.statements),
    }


def holding_line(holding: Holding, at: str | None) -> Line:
    """How a place stands; `at` is the day, None for all that is known."""
    return {
        "record": "control",
        "at": at,
        "place": spot_line(holding.spot),
        "standing": holding.standing,
        "holders": _sides(holding.holders),
        "since": when_line(holding.since),
        "besiegers": _sides(holding.besiegers),
        "doubts": list(holding.doubts),
        "moves": [move_line(move) for move in holding.moves],
    }


def move_line(move: Move) -> Line:
    """One entry of a place's history."""
    return {
        "id": move.id,
        "incident": move.incident,
        "kind": move.kind,
        "date": when_line(move.when),
        "sides": _sides(move.sides),
        "from_sides": _sides(move.from_sides),
        "status": move.status,
        "statements": _statements(move.statements),
    }


def aside_line(aside: Aside) -> Line:
    """What is told of places and changes nothing of who holds them, and why not."""
    return {
        "record": "control_aside",
        "type": aside.type,
        "places": _spots(aside.spots),
        "date": when_line(aside.when),
        "sides": _sides(aside.sides),
        "reason": aside.reason,
        "statement": _statement(aside.statement),
    }


def sum_line(line: SumLine, ledger: str, by: str, group: str | None) -> Line:
    """The sum over one group, or over all where `group` is None: that has no statements."""
    return {
        "record": "sum",
        "ledger": ledger,
        "by": by,
        "group": group,
        "incidents": list(line.incidents),
        "tallies": _tallies(line.tallies),
        "statements": _statements(line.statements) if group is not None else [],
    }


def total_line(total: Total, ledger: str) -> Line:
    """A figure that is added to nothing."""
    return {
        "record": "set_apart",
        "ledger": ledger,
        "kind": total.kind,
        "who": total.who,
        "unit": total.unit,
        "scope": total.scope,
        "low": total.low,
        "high": total.high,
        "reason": total.reason,
        "date": when_line(total.when),
        "places": _spots(total.spots),
        "statements": _statements(total.statements),
    }


def _tallies(found: Iterable[Tally]) -> list[Line]:
    return [{"kind": one.kind, "of": one.of, "unit": one.unit, **_range(one.range)} for one in found]


def _range(found: Range) -> Line:
    return {"low": found.low, "best": found.best, "high": found.high}


def when_line(when: When | None) -> Line | None:
    """Days; None where none is told."""
    if when is None:
        return None
    return {"start": when.start.isoformat(), "end": when.end.isoformat(), "precision": when.precision}


def _sides(found: Iterable[Side]) -> list[Line]:
    return [{"key": side.key, "name": side.name, "said": list(side.said)} for side in found]


def _spots(found: Iterable[Spot]) -> list[Line]:
    return [spot_line(spot) for spot in found]


def spot_line(spot: Spot) -> Line:
    """A place of a ledger."""
    return {
        "key": spot.key,
        "name": spot.name,
        "country": spot.country,
        "admin1": spot.admin1,
        "admin2": spot.admin2,
        "lat": spot.lat,
        "lon": spot.lon,
        "geonameid": spot.geonameid,
        "precision": spot.precision,
    }


def _statements(found: Iterable[Statement]) -> list[Line]:
    return [_statement(one) for one in found]


def _statement(one: Statement) -> Line:
    return {
        "page": printable(one.page),
        "event": one.event,
        "sentence": one.sentence,
        "voices": [voice_line(voice) for voice in one.voices],
        "denials": [voice_line(voice) for voice in one.denials],
    }
