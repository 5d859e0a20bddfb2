"""How many of whom an incident harmed: each telling's own account, and the range over the accounts of all tellings.

An account adds up what one telling counts apart; a part stands under its whole and is not added to it. Accounts of
several tellings are of the same people: they make a range, and no sum. A telling that repeats another adds nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from dateline.ledger import ranges
from dateline.ledger.scope import why_no_toll
from dateline.ledger.whom import ARE
from dateline.model.claim import Count, CountKind
from dateline.model.event import Event
from dateline.model.incident import Incident
from dateline.model.ledger import Range, Tally, Whom
from dateline.reckoning.people import holds, is_of_an_age, noun_of


def tallies(incident: Incident, kinds: Collection[CountKind], whom: Sequence[Whom]) -> tuple[Tally, ...]:
    """The ranges of an incident, one for each kind, unit and sort of people that anybody counts."""
    told = [telling.event for telling in incident.tellings if not telling.denies]
    counted = {(c.kind, c.unit) for event in told for c in event.claim.counts if c.kind in kinds}
    found = [
        Tally(kind=kind, of=of, unit=unit, range=ranged)
        for kind, unit in sorted(counted)
        for of in whom
        if (ranged := _range(told, kind, unit, of)) is not None
    ]
    return tuple(found)


def _range(told: Sequence[Event], kind: CountKind, unit: str, of: Whom) -> Range | None:
    """The range over those accounts that count this sort of people at large: 9 soldiers are no rival of 31 people.

    Where nobody does, what is counted of the smaller sorts in it is added up: civilians and combatants. Where somebody
    counts more of these than others of all, the range goes up to there.
    """
    at_large = [_sum(event, kind, unit, of) for event in told if _is_at_large(event, kind, unit, of)]
    parts = (_range(told, kind, unit, part) for part in _PARTS.get(of, ()))
    counted = [part for part in parts if part is not None]
    if at_large:
        return ranges.holding(ranges.either(at_large), ranges.total(counted))
    return ranges.total(counted) if counted else None


_PARTS: Final[Mapping[Whom, tuple[Whom, ...]]] = {
    "all": ("civilians", "combatants"),
    "civilians": ("women", "children"),
}


def _is_at_large(event: Event, kind: CountKind, unit: str, of: Whom) -> bool:
    """Whether it has figures for this sort of people that are of no smaller sort alone, or of two of these."""
    figures = _figures(event, kind, unit, of)
    parts = [{part for part in _PARTS.get(of, ()) if ARE[part](figure)} for figure in figures]
    return any(not some for some in parts) or len({part for some in parts for part in some}) > 1


def _sum(event: Event, kind: CountKind, unit: str, of: Whom) -> Range:
    return ranges.total(ranges.of(count.low, count.high) for count in _figures(event, kind, unit, of))


def _figures(event: Event, kind: CountKind, unit: str, of: Whom) -> list[Count]:
    """Its figures for this sort of people that are tolls, and no parts of others for the same sort."""
    counts = event.claim.counts
    return [
        count
        for count in counts
        if (count.kind, count.unit) == (kind, unit)
        and ARE[of](count)
        and why_no_toll(event, count) is None
        and not _lies_within(count, counts, of)
        and not _is_among_others(count, counts, of)
    ]


def _is_among_others(count: Count, counts: Sequence[Count], sort: Whom) -> bool:
    """Whether it tells age or sex alone, and no more than another figure for civilians or people, which holds them."""
    if not is_of_an_age(noun_of(count.who)):
        return False
    others = (c for c in counts if c is not count and (c.kind, c.unit) == (count.kind, count.unit) and ARE[sort](c))
    room = (c for c in others if c.high is None or (count.low or 0) <= c.high)
    return any(holds(noun_of(other.who), noun_of(count.who)) for other in room)


def _lies_within(count: Count, counts: Sequence[Count], sort: Whom) -> bool:
    """Whether it is a part of a figure that counts this sort of people, too."""
    seen: set[int] = set()
    while count.part_of is not None and count.part_of not in seen:
        seen.add(count.part_of)
        above = counts[count.part_of]
        if above.kind == count.kind and ARE[sort](above) and not (sort == "all" and above.unit != count.unit):
            return True
        count = above
    return False
