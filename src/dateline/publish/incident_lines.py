"""Incidents as JSON Lines, and what is said of an incident as a whole: where and when."""

from datetime import date
from types import MappingProxyType
from typing import Final

from dateline.model.event import Event, Place
from dateline.model.incident import Figure, Incident, Likeness, Telling, Toll, Voice
from dateline.publish.lines import Line, printable, whereabouts
from dateline.store.printings import Printing, Printings

NONE: Final[Printings] = MappingProxyType({})
"""Nothing is known of who else prints what."""
_SHARP = frozenset({"exact", "town"})


def incident_line(incident: Incident, printed: Printings = NONE) -> Line:
    """One incident: where and when, who stands behind it, whose figures, all tellings, and why they are one.

    `printed` says of which events the sentence stands on several pages.
    """
    days = when(incident)
    return {
        "record": "incident",
        "id": incident.id,
        "type": incident.type,
        "status": incident.status,
        "reason": incident.reason,
        "date": {"start": days[0].isoformat(), "end": days[1].isoformat()} if days else None,
        "places": [_place(place) for place in where(incident)],
        "tolls": [_toll(toll) for toll in incident.tolls],
        "independent": [voice_line(voice) for voice in incident.independent],
        "tellings": [_telling(telling, printed) for telling in incident.tellings],
        "likenesses": [_likeness(likeness) for likeness in incident.likenesses],
    }


def when(incident: Incident) -> tuple[date, date] | None:
    """The first and last day on which tellings put it; a day that is only its report's counts where none is told."""
    dated = [event.date for event in _told(incident) if event.date is not None]
    days = [day for day in dated if day.precision != "report"] or dated
    return (min(day.start for day in days), max(day.end for day in days)) if days else None


def where(incident: Incident) -> tuple[Place, ...]:
    """Its places, each once: the towns and spots, else whatever larger places are named."""
    places = [place for event in _told(incident) for place in event.places]
    sharp = [place for place in places if place.precision in _SHARP] or places
    return tuple({(p.name if p.geonameid is None else p.geonameid, p.role): p for p in reversed(sharp)}.values())[::-1]


def _told(incident: Incident) -> list[Event]:
    """The events of those who say that it happened; of a mere denial, of those who deny it."""
    said = [telling.event for telling in incident.tellings if not telling.denies]
    return said or [telling.event for telling in incident.tellings]


def _place(place: Place) -> Line:
    return {"name": place.name, **whereabouts(place)}


def _toll(toll: Toll) -> Line:
    return {
        "kind": toll.kind,
        "who": toll.who,
        "unit": toll.unit,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "derivation": toll.derivation,
        "figures": [_figure(figure) for figure in toll.figures],
    }


def _figure(figure: Figure) -> Line:
    return {
        "event": figure.event,
        "who": figure.who,
        "low": figure.low,
        "high": figure.high,
        "voices": [voice_line(voice) for voice in figure.voices],
    }


def _telling(telling: Telling, printed: Printings) -> Line:
    return {
        "page": printable(telling.page),
        "event": telling.event.id,
        "type": telling.event.claim.type,
        "sentence": telling.event.claim.sentence.text,
        "voices": [voice_line(voice) for voice in telling.voices],
        "denials": [voice_line(voice) for voice in telling.denials],
        "printed_by": [_printing(one) for one in printed.get(telling.event.id, ())],
    }


def _printing(printing: Printing) -> Line:
    return {"page": printable(printing.page), "outlet": printing.outlet}


def voice_line(voice: Voice) -> Line:
    """Who says it, for whom, and who passes it on."""
    return {"speaker": voice.speaker, "party": voice.party, "carrier": voice.carrier}


def _likeness(likeness: Likeness) -> Line:
    return {
        "one": likeness.one,
        "other": likeness.other,
        "points": likeness.points,
        "reasons": list(likeness.reasons),
    }
