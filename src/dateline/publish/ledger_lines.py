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
    yield from (_holding(holding, at) for holding in control.holdings)
    yield from map(_aside, control.asides)


def sums_lines(sums: Sums, ledger: str) -> Iterator[Line]:
    """A line for each group, one for all of them (whose `group` is null), and one for each total."""
    yield from (_sum(line, ledger, sums.by, line.group) for line in sums.lines)
    yield _sum(sums.all, ledger, sums.by, None)
    yield from (_total(total, ledger) for total in sums.totals)


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
        "date": _when(line.when),
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
        "date": _when(line.when),
        "places": _spots(line.spots),
        "agents": list(line.agents),
        "targets": list(line.targets),
        "status": line.status,
        "reason": line.reason,
        "tallies": _tallies(line.tallies),
        "statements": _statements(line.statements),
    }


def _holding(holding: Holding, at: str | None) -> Line:
    return {
        "record": "control",
        "at": at,
        "place": spot_line(holding.spot),
        "standing": holding.standing,
        "holders": _sides(holding.holders),
        "since": _when(holding.since),
        "besiegers": _sides(holding.besiegers),
        "doubts": list(holding.doubts),
        "moves": [_move(move) for move in holding.moves],
    }


def _move(move: Move) -> Line:
    return {
        "id": move.id,
        "incident": move.incident,
        "kind": move.kind,
        "date": _when(move.when),
        "sides": _sides(move.sides),
        "from_sides": _sides(move.from_sides),
        "status": move.status,
        "statements": _statements(move.statements),
    }


def _aside(aside: Aside) -> Line:
    return {
        "record": "control_aside",
        "type": aside.type,
        "places": _spots(aside.spots),
        "date": _when(aside.when),
        "sides": _sides(aside.sides),
        "reason": aside.reason,
        "statement": _statement(aside.statement),
    }


def _sum(line: SumLine, ledger: str, by: str, group: str | None) -> Line:
    return {
        "record": "sum",
        "ledger": ledger,
        "by": by,
        "group": group,
        "incidents": list(line.incidents),
        "tallies": _tallies(line.tallies),
        "statements": _statements(line.statements) if group is not None else [],
    }


def _total(total: Total, ledger: str) -> Line:
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
        "date": _when(total.when),
        "places": _spots(total.spots),
        "statements": _statements(total.statements),
    }


def _tallies(found: Iterable[Tally]) -> list[Line]:
    return [{"kind": one.kind, "of": one.of, "unit": one.unit, **_range(one.range)} for one in found]


def _range(found: Range) -> Line:
    return {"low": found.low, "best": found.best, "high": found.high}


def _when(when: When | None) -> Line | None:
    if when is None:
        return None
    return {"start": when.start.isoformat(), "end": when.end.isoformat(), "precision": when.precision}


def _sides(found: Iterable[Side]) -> list[Line]:
    return [{"key": side.key, "name": side.name, "said": list(side.said)} for side in found]


def _spots(found: Iterable[Spot]) -> list[Line]:
    return [spot_line(spot) for spot in found]


def spot_line(spot: Spot) -> Line:
    """A place as ledgers write it."""
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
