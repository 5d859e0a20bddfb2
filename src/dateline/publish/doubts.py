"""What the program is not sure of in an incident, in words: a table of small tests, each of which says one thing."""

from collections.abc import Callable, Iterator
from typing import Final

from dateline.model.incident import Incident
from dateline.model.standing import Party

_SELDOM: Final = 0.5
"""Records of which fewer were right than this are named."""


def doubts(incident: Incident) -> list[str]:
    """What may be otherwise than it is shown, the most weighty first; [] where nothing speaks for that."""
    return [words for test in _TESTS for words in test(incident)]


def _unsure_record(incident: Incident) -> Iterator[str]:
    best = max((telling.event.confidence.record for telling in incident.tellings), default=1.0)
    if best < _SELDOM:
        yield f"of records like the surest of these tellings {best:.0%} were right"


def _types(incident: Incident) -> Iterator[str]:
    others = sorted({telling.event.claim.type for telling in incident.tellings} - {incident.type})
    if others:
        yield f"other tellings call it {', '.join(one.replace('_', ' ') for one in others)}"


def _denied(incident: Incident) -> Iterator[str]:
    deniers = sorted({voice.speaker for telling in incident.tellings for voice in telling.denials})
    if deniers:
        yield f"it is denied by {', '.join(deniers)}"


def _parties(incident: Incident) -> Iterator[str]:
    for party in incident.agents:
        yield from _party(party)


def _party(party: Party) -> Iterator[str]:
    if party.denied_by:
        yield f"that it was {party.name} is denied by {', '.join(sorted({voice.speaker for voice in party.denied_by}))}"
    if party.basis == "alleged":
        yield f"that it was {party.name} is alleged, not stated"
    elif party.basis == "inferred":
        yield f"that it was {party.name} is taken from another sentence"


def _day(incident: Incident) -> Iterator[str]:
    if incident.when is None:
        yield "no day is known"
    elif not incident.when.told:
        yield "no words give the day: it is the day of the report"
    elif incident.when.conflicting:
        yield f"{len(incident.when.conflicting)} of the tellings put it on other days"


def _place(incident: Incident) -> Iterator[str]:
    places = incident.where.places if incident.where else ()
    if not places:
        yield "no place is known"
    elif all(place.lat is None for place in places):
        yield "the place is in no gazetteer, so that it cannot be put on a map"
    elif all(place.precision in ("district", "province", "country", "area") for place in places):
        yield f"the place is known only as a {places[0].precision}"
    if incident.where and incident.where.conflicting:
        yield f"{len(incident.where.conflicting)} of the tellings put it elsewhere"


_TESTS: Final[tuple[Callable[[Incident], Iterator[str]], ...]] = (
    _unsure_record, _denied, _types, _parties, _place, _day,
)  # fmt: skip
