"""Figures that sum up more than one incident: totals of campaigns, and stocks as they stand. Listed, never added."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dateline.ledger import stated
from dateline.ledger.around import Around
from dateline.ledger.scope import why_no_toll
from dateline.ledger.spots import where
from dateline.ledger.wanted import ANY, Wanted, event_meets
from dateline.ledger.whom import ARE
from dateline.model.claim import Count, CountKind
from dateline.model.event import Coded, Event
from dateline.model.ledger import Spot, Total, When
from dateline.model.text import Report

_Found = tuple[Report, Event, Count]


def totals(coded: Iterable[Coded], kinds: Sequence[CountKind], here: Around, wanted: Wanted = ANY) -> tuple[Total, ...]:
    """One line for each figure, however many pages repeat it, in the order of `kinds`, the largest first.

    What nobody asserts and what did not happen is left out; a part of a total is a line of its own.
    """
    by_figure: dict[tuple[object, ...], dict[tuple[str, int], _Found]] = defaultdict(dict)
    for report, event, number, count in _figures(coded, kinds):
        if event_meets(event, wanted, here):
            by_figure[_figure(count)].setdefault((event.id, number), (report, event, count))
    lines = [_total(some, here) for found in by_figure.values() for some in _by_country(found, here)]
    return tuple(sorted(lines, key=lambda one: (kinds.index(one.kind), *_order(one))))


def _order(total: Total) -> tuple[str, int, str, str]:
    return total.unit, -(total.low or total.high or 0), total.who, repr(total)


def _figures(coded: Iterable[Coded], kinds: Collection[CountKind]) -> Iterator[tuple[Report, Event, int, Count]]:
    for one in coded:
        for event in one.events:
            if event.claim.asserted and event.claim.modality == "occurred":
                for number, count in enumerate(event.claim.counts):
                    if count.kind in kinds and count.high != 0 and why_no_toll(event, count) is not None:
                        yield one.report, event, number, count


def _figure(count: Count) -> tuple[object, ...]:
    """What makes two figures one: the same number of the same sort of people."""
    return count.kind, tuple(name for name, are in ARE.items() if are(count)), count.unit, count.low, count.high


def _by_country(found: Mapping[tuple[str, int], _Found], here: Around) -> Iterator[list[_Found]]:
    """The same figure told of two countries is two; one of which no country is told goes with the only other."""
    apart: dict[frozenset[str], list[_Found]] = defaultdict(list)
    for key in sorted(found):
        spots = where(found[key][1], here.spots)
        apart[frozenset(spot.country for spot in spots if spot.country)].append(found[key])
    if len(apart) == 2 and frozenset() in apart:
        yield [one for some in apart.values() for one in some]
    else:
        yield from apart.values()


def _total(found: Sequence[_Found], here: Around) -> Total:
    _, event, count = found[0]
    spots: dict[str, Spot] = {spot.key: spot for _, one, _ in found for spot in where(one, here.spots)}
    days = [day for report, one, _ in found if (day := stated.days(one) or stated.report_day(report)) is not None]
    return Total(
        kind=count.kind,
        who=count.who,
        unit=count.unit,
        scope=count.scope,
        low=count.low,
        high=count.high,
        reason=why_no_toll(event, count) or "",
        when=_hull(days),
        spots=tuple(sorted(spots.values(), key=lambda spot: (spot.name, spot.key))),
        statements=tuple(stated.of_event(report, one) for report, one, _ in found),
    )


def _hull(days: list[When]) -> When | None:
    """From the first to the last day on which it was told, or for which."""
    if not days:
        return None
    start, end = min(day.start for day in days), max(day.end for day in days)
    return next(
        (day for day in days if (day.start, day.end) == (start, end)), When(start=start, end=end, precision="span")
    )
