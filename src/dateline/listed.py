"""What an incident is found and listed by, made of it: towns, parties, voices and figures of all who tell it."""

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.ledger.accounts import tallies
from dateline.model.claim import CountKind
from dateline.model.event import Place
from dateline.model.incident import Incident, Toll, Voice
from dateline.model.ledger import Range
from dateline.model.standing import Party
from dateline.store.listed import Listed

MADE_BY = "1"
"""Raised when this module makes something else of the same incident: what older ones made is then made anew."""

_KILLED: Final[tuple[CountKind, ...]] = ("killed",)


def listed(incident: Incident) -> Listed:
    """The row by which an incident is found."""
    days, places = incident.when, incident.where.places if incident.where else ()
    spot = next((place for place in places if place.lat is not None), places[0] if places else None)
    countries = {place.country for place in places}
    dead = _killed(incident)
    return Listed(
        id=incident.id,
        events=tuple(telling.event.id for telling in incident.tellings),
        type=incident.type,
        status=incident.status,
        first_day=days.start if days else None,
        last_day=days.end if days else None,
        country=countries.pop() if len(countries) == 1 else None,
        lat=spot.lat if spot else None,
        lon=spot.lon if spot else None,
        voices=len(incident.independent),
        place=spot.name if spot else None,
        admin1=spot.admin1 if spot else None,
        precision=spot.precision if spot else None,
        radius_km=spot.radius_km if spot else None,
        agents="; ".join(party.name for party in incident.agents),
        targets="; ".join(party.name for party in incident.targets),
        killed_low=dead.low if dead else None,
        killed_high=dead.high if dead else None,
        disputed=is_disputed(incident),
        countries=tuple(place.country for place in _places(incident) if place.country),
        places=tuple(name for place in _places(incident) for name in (place.name, place.admin1, place.admin2)),
        actors=tuple(_actors(incident)),
        sources=_names([voice for telling in incident.tellings for voice in telling.voices]),
        deniers=_names([voice for telling in incident.tellings for voice in telling.denials]),
        brief=_brief(incident),
    )


def is_disputed(incident: Incident) -> bool:
    """Whether somebody denies that it happened, or that a party to it did it."""
    denied = any(telling.denials for telling in incident.tellings)
    return denied or incident.status in ("disputed", "denied") or any(map(_is_denied, incident.agents))


def _is_denied(party: Party) -> bool:
    return bool(party.denied_by)


def _killed(incident: Incident) -> Range | None:
    """The range over all accounts of the people killed."""
    return next((tally.range for tally in tallies(incident, _KILLED, ("all",)) if tally.unit == "person"), None)


def _places(incident: Incident) -> Iterator[Place]:
    return (place for telling in incident.tellings for place in telling.event.places)


def _actors(incident: Incident) -> Iterator[str | None]:
    for party in (*incident.agents, *incident.targets):
        yield from (party.name, party.id)
    for telling in incident.tellings:
        yield from (
            name for actor in (*telling.event.agents, *telling.event.targets) for name in (actor.name, actor.id)
        )


def _names(voices: Sequence[Voice]) -> tuple[str, ...]:
    return tuple(name for voice in voices for name in (voice.speaker, voice.party, voice.carrier) if name)


def _brief(incident: Incident) -> dict[str, object]:
    places = incident.where.places if incident.where else ()
    return {
        "reason": incident.reason,
        "told": incident.when.told if incident.when else False,
        "places": [_place(place) for place in places],
        "agents": [_party(party) for party in incident.agents],
        "targets": [_party(party) for party in incident.targets],
        "tolls": [_toll(toll) for toll in incident.tolls],
    }


def _place(place: Place) -> dict[str, object]:
    names = ("name", "role", "country", "admin1", "admin2", "lat", "lon", "geonameid", "precision", "radius_km")
    return {name: getattr(place, name) for name in names}


def _party(party: Party) -> dict[str, object]:
    return {"name": party.name, "id": party.id, "basis": party.basis, "denied": _is_denied(party)}


def _toll(toll: Toll) -> dict[str, object]:
    names = ("kind", "who", "unit", "status", "low", "best", "high")
    return {name: getattr(toll, name) for name in names}
