"""What all lines of a ledger have in common: the spot of each place, and the own day of each page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.ledger.spots import Spots, gathered
from dateline.ledger.stated import report_day
from dateline.model.event import Coded, Place
from dateline.model.ledger import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """`spots` by the keys of places, `pages`: the own days of reports by page."""

    spots: Spots
    pages: Mapping[str, When]


def around(coded: Iterable[Coded]) -> Around:
    """What these reports have in common, in whatever order they come."""
    coded = tuple(coded)
    dated = ((one.report.page, report_day(one.report)) for one in coded)
    return Around(spots=gathered(_places(coded)), pages={page: day for page, day in dated if day is not None})


def _places(coded: Iterable[Coded]) -> Iterator[Place]:
    for one in coded:
        yield from (place for event in one.events for place in event.places)
        yield from (relation.object for relation in one.relations if isinstance(relation.object, Place))
