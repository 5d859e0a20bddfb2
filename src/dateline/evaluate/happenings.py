"""The violence that is a report's news, as the program merges what one page tells of it; its dead, place and day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dateline.knowledge.types import TYPES
from dateline.merge.incidents import incidents
from dateline.model.claim import CountKind
from dateline.model.event import Coded, Event
from dateline.model.incident import Figure, Incident

_TELLS_OF_HARM = frozenset({"casualties", "arrest"})


def happenings(coded: Coded) -> tuple[Incident, ...]:
    """The violent incidents and arrests of a report that are no background, in the order in which they are told."""
    news = replace(coded, events=tuple(event for event in coded.events if not event.background))
    found = [one for one in incidents([news]) if TYPES[one.type] == "violence" or one.type in _TELLS_OF_HARM]
    return tuple(sorted(found, key=lambda one: one.tellings[0].event.claim.sentence.start))


def deadliest(found: tuple[Incident, ...]) -> Incident | None:
    """The one with the most dead; if none has dead, the first one told."""
    return max(found, key=lambda one: most(one, "killed"), default=None)


def most(incident: Incident, kind: CountKind) -> int:
    """The largest number of one kind that its tellings give for any of those counted; 0 where they give none."""
    return max((_size(one) for one in figures_of(incident, kind)), default=0)


def largest(incident: Incident, kind: CountKind) -> Figure | None:
    """The first of its figures of this kind that no other exceeds."""
    return max(figures_of(incident, kind), key=_size, default=None)


def figures_of(incident: Incident, kind: CountKind) -> list[Figure]:
    """All figures of one kind that its tellings give."""
    return [figure for toll in incident.tolls if toll.kind == kind for figure in toll.figures]


def province(incident: Incident, country: str | None = None) -> str | None:
    """The first-order division in which its first telling with such a place puts it; of one country, if it is given."""
    return first_province(told(incident), country)


def first_province(events: Iterable[Event], country: str | None = None) -> str | None:
    """The first such division in which any of the events lies."""
    places = (place for event in events for place in event.places if country in (None, place.country))
    return next((place.admin1 for place in places if place.admin1), None)


def day(incident: Incident) -> date | None:
    """The day of the first telling that names one in words."""
    return next((event.date.start for event in told(incident) if event.date and event.date.words), None)


def told(incident: Incident) -> Iterator[Event]:
    """Its tellings, as events."""
    return (telling.event for telling in incident.tellings)


def _size(figure: Figure) -> int:
    return figure.low or figure.high or 0
