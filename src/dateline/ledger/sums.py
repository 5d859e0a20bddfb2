"""Tolls of incidents added up by month, place, actor and the like: who was harmed, and who had to flee or came back.

An incident counts once, whatever the number of pages. Totals over more than an incident are listed under the sums.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ledger import ranges, stated
from dateline.ledger.accounts import tallies
from dateline.ledger.around import Around, around
from dateline.ledger.counted_twice import NotAdded, Part, once
from dateline.ledger.groups import GROUPS, order
from dateline.ledger.spots import where_of
from dateline.ledger.totals import totals
from dateline.ledger.wanted import ANY, Wanted, chosen
from dateline.model.claim import CountKind
from dateline.model.event import Coded
from dateline.model.incident import Incident
from dateline.model.ledger import Range, SumLine, Sums, Tally, Total, Whom

HARM: Final[tuple[CountKind, ...]] = ("killed", "injured", "missing", "abducted", "detained")
MOVES: Final[tuple[CountKind, ...]] = ("displaced", "returned")
WHOM: Final[tuple[Whom, ...]] = ("all", "civilians", "women", "children", "combatants", "not said")
SIDES: Final[tuple[Whom, ...]] = ("civilians", "combatants", "not said")
BY_HARM: Final = ("month", "day", "place", "country", "actor", "type", "side")
BY_MOVES: Final = ("month", "day", "place", "country", "origin", "destination")


@dataclass(frozen=True, slots=True)
class _What:
    """What is added up: kinds of figures and sorts of people; of `units`, or of any where that is None."""

    kinds: tuple[CountKind, ...]
    whom: tuple[Whom, ...]
    units: tuple[str, ...] | None


def casualties(incidents: Iterable[Incident], coded: Iterable[Coded], by: str, wanted: Wanted = ANY) -> Sums:
    """Killed, injured, missing, abducted and detained, by one of BY_HARM. Persons only."""
    return _sums(incidents, tuple(coded), by, _What(HARM, WHOM, ("person",)), wanted)


def displacement(incidents: Iterable[Incident], coded: Iterable[Coded], by: str, wanted: Wanted = ANY) -> Sums:
    """Displaced and returned, by one of BY_MOVES: flows of incidents. Persons, households and other units stand apart.

    Stocks, as they stand on a day, are among the totals.
    """
    return _sums(incidents, tuple(coded), by, _What(MOVES, ("all",), None), wanted)


def _sums(incidents: Iterable[Incident], coded: Sequence[Coded], by: str, what: _What, wanted: Wanted) -> Sums:
    here = around(coded)
    told = [part for one in chosen(_by_id(incidents), wanted, here) if (part := _part(one, what))[1]]
    counted, not_added = once(told)
    parts = [part for part in counted if part[1]]
    groups: dict[str, list[Part]] = defaultdict(list)
    for incident, found in parts:
        for group, some in _grouped(by, incident, found, here).items():
            groups[group].append((incident, some))
    return Sums(
        by=by,
        lines=tuple(_line(group, groups[group]) for group in sorted(groups, key=order)),
        all=_line("all", parts),
        totals=(
            *(one for one in totals(coded, what.kinds, here, wanted) if _is_of(one.unit, what)),
            *(_apart(one, here) for one in not_added if one.tally.of == "all"),
        ),
    )


def _part(incident: Incident, what: _What) -> Part:
    """An incident with its tallies; what is only denied has none."""
    found = () if incident.status == "denied" else tallies(incident, what.kinds, what.whom)
    return incident, tuple(tally for tally in found if _is_of(tally.unit, what))


def _who(one: NotAdded) -> str:
    """All whom its tolls of this kind count, in the words of who tells it."""
    tolls = (toll for toll in one.incident.tolls if (toll.kind, toll.unit) == (one.tally.kind, one.tally.unit))
    return ", ".join(dict.fromkeys(toll.who for toll in tolls))


def _apart(one: NotAdded, here: Around) -> Total:
    """A line for what another incident's figure counts already, or what is told again."""
    return Total(
        kind=one.tally.kind,
        who=_who(one),
        unit=one.tally.unit,
        scope="incident",
        low=one.tally.range.low,
        high=one.tally.range.high,
        reason=one.reason,
        when=stated.when(one.incident.tellings),
        spots=where_of(one.incident, here.spots),
        statements=tuple(stated.of_telling(telling) for telling in one.incident.tellings),
    )


def _is_of(unit: str, what: _What) -> bool:
    return what.units is None or unit in what.units


def _by_id(incidents: Iterable[Incident]) -> list[Incident]:
    return sorted({incident.id: incident for incident in incidents}.values(), key=lambda incident: incident.id)


def _grouped(by: str, incident: Incident, found: tuple[Tally, ...], here: Around) -> Mapping[str, tuple[Tally, ...]]:
    """The one group of an incident with its tallies; by side, a group for each side that is counted in it."""
    if by != "side":
        return {GROUPS[by](incident, here): found}
    sides = {side: tuple(_of_side(found, side)) for side in SIDES}
    return {side: some for side, some in sides.items() if some}


def _of_side(found: Sequence[Tally], side: Whom) -> Iterable[Tally]:
    """The tallies of one side as its whole; of those of whom nothing is said, what is no part counted elsewhere."""
    for tally in found:
        if tally.of == side and side != "not said":
            yield Tally(kind=tally.kind, of="all", unit=tally.unit, range=tally.range)
        elif tally.of == "all" and side == "not said" and _is_counted(found, tally, "not said"):
            told = [one.range for one in found if one.kind == tally.kind and one.of in ("civilians", "combatants")]
            yield Tally(kind=tally.kind, of="all", unit=tally.unit, range=ranges.rest(tally.range, ranges.total(told)))
        elif side == "civilians" and tally.of in ("women", "children"):
            yield tally


def _is_counted(found: Iterable[Tally], tally: Tally, of: Whom) -> bool:
    return any((one.kind, one.unit, one.of) == (tally.kind, tally.unit, of) for one in found)


def _line(group: str, parts: Sequence[Part]) -> SumLine:
    added: dict[tuple[CountKind, Whom, str], list[Range]] = defaultdict(list)
    for _, found in parts:
        for tally in found:
            added[tally.kind, tally.of, tally.unit].append(tally.range)
    return SumLine(
        group=group,
        incidents=tuple(incident.id for incident, _ in parts),
        tallies=tuple(
            Tally(kind=kind, of=of, unit=unit, range=ranges.total(found))
            for (kind, of, unit), found in sorted(added.items())
        ),
        statements=tuple(stated.of_telling(telling) for incident, _ in parts for telling in incident.tellings),
    )
