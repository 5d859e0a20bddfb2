"""Ledgers as CSV: one row a place, a figure, an incident; what does not fit a row is left to the JSON Lines."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from dateline.model.ledger import (
    Control,
    DamageLine,
    Holding,
    Range,
    Spot,
    Statement,
    SumLine,
    Sums,
    Timeline,
    TimelineLine,
    When,
)
from dateline.publish.flat import guarded
from dateline.publish.ledger_damage import hits
from dateline.publish.ledger_sums import tallies

Row = Sequence[str | float | None]
CONTROL = (
    "place", "admin1", "country", "lat", "lon", "geonameid", "standing", "holders", "since_start", "since_end",
    "besiegers", "doubts", "entries", "said_by", "denied_by",
)  # fmt: skip
SUMS = ("group", "kind", "of", "unit", "low", "best", "high", "incidents", "added", "why_not_added", "start", "end",
        "places", "said_by")  # fmt: skip
"""`added`: false for totals, which are part of no sum; the group "all" is the sum over the other groups."""
DAMAGE = (
    "incident", "start", "end", "places", "country", "hit", "kinds", "type", "by", "alleged_by", "status", "general",
    "harmed", "said_by", "denied_by",
)  # fmt: skip
TIMELINE = (
    "incident", "start", "end", "type", "places", "country", "lat", "lon", "agents", "targets", "harmed", "status",
    "said_by", "denied_by",
)  # fmt: skip


def write_control(file: TextIO, control: Control) -> None:
    """One row a place; of several holders or speakers all, joined by "; "."""
    _write(file, CONTROL, map(_holding, control.holdings))


def write_sums(file: TextIO, sums: Sums) -> None:
    """One row for each figure of each group, then the totals, one row each."""
    _write(file, SUMS, _sum_rows(sums))


def write_damage(file: TextIO, lines: Iterable[DamageLine]) -> None:
    """One row an incident."""
    _write(file, DAMAGE, map(_damage, lines))


def write_timeline(file: TextIO, timeline: Timeline) -> None:
    """One row an incident, undated ones last."""
    _write(file, TIMELINE, map(_timeline, (*timeline.dated, *timeline.undated)))


def _write(file: TextIO, columns: Sequence[str], rows: Iterable[Row]) -> None:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])


def _holding(holding: Holding) -> Row:
    spot, statements = holding.spot, [one for move in holding.moves for one in move.statements]
    return (
        spot.name,
        spot.admin1,
        spot.country,
        spot.lat,
        spot.lon,
        spot.geonameid,
        holding.standing,
        _joined(side.name for side in holding.holders),
        *_days(holding.since),
        _joined(side.name for side in holding.besiegers),
        _joined(holding.doubts),
        len(holding.moves),
        *_speakers(statements),
    )


def _sum_rows(sums: Sums) -> Iterator[Row]:
    for line in (*sums.lines, sums.all):
        yield from _tally_rows(line)
    for total in sums.totals:
        said, _ = _speakers(total.statements)
        yield (None, total.kind, total.who, total.unit, total.low, None, total.high, None, "false", total.reason,
               *_days(total.when), _places(total.spots), said)  # fmt: skip


def _tally_rows(line: SumLine) -> Iterator[Row]:
    said, _ = _speakers(line.statements)
    for one in line.tallies:
        figures = (line.group, one.kind, one.of, one.unit, *_range(one.range), len(line.incidents))
        yield (*figures, "true", None, None, None, None, said)


def _damage(line: DamageLine) -> Row:
    return (
        line.incident,
        *_days(line.when),
        _places(line.spots),
        _countries(line.spots),
        hits(line.hits),
        _joined(dict.fromkeys(hit.kind for hit in line.hits)),
        line.type,
        _joined(line.by),
        _joined(line.alleged_by),
        line.status,
        "true" if line.general else "false",
        tallies(line.tallies),
        *_speakers(line.statements),
    )


def _timeline(line: TimelineLine) -> Row:
    only = line.spots[0] if len(line.spots) == 1 else None
    return (
        line.incident,
        *_days(line.when),
        line.type,
        _places(line.spots),
        _countries(line.spots),
        only.lat if only else None,
        only.lon if only else None,
        _joined(line.agents),
        _joined(line.targets),
        tallies(line.tallies),
        line.status,
        *_speakers(line.statements),
    )


def _range(found: Range) -> Row:
    return found.low, found.best, found.high


def _days(when: When | None) -> tuple[str | None, str | None]:
    return (when.start.isoformat(), when.end.isoformat()) if when else (None, None)


def _places(spots: Iterable[Spot]) -> str:
    return _joined(spot.name for spot in spots)


def _countries(spots: Iterable[Spot]) -> str:
    return _joined(dict.fromkeys(spot.country for spot in spots if spot.country))


def speakers(statements: Iterable[Statement]) -> tuple[list[str], list[str]]:
    """Those who say it and those who deny it, each once."""
    statements = tuple(statements)
    said = dict.fromkeys(voice.speaker for one in statements for voice in one.voices)
    return list(said), list(dict.fromkeys(voice.speaker for one in statements for voice in one.denials))


def _speakers(statements: Iterable[Statement]) -> tuple[str, str]:
    said, denied = speakers(statements)
    return _joined(said), _joined(denied)


def _joined(names: Iterable[str]) -> str:
    return "; ".join(names)
