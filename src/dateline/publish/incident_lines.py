"""Incidents, and totals over several of them, as JSON Lines."""

from dataclasses import asdict
from types import MappingProxyType
from typing import Final

from dateline.merge.grades import grade
from dateline.merge.idmc import displacement_figures
from dateline.model.event import Place
from dateline.model.incident import Figure, Incident, Likeness, Telling, Toll, Total, Voice
from dateline.model.outlooks import DisplacementFigure
from dateline.model.standing import Party, PutAt, PutOn, When
from dateline.publish.lines import Line, printable, whereabouts
from dateline.store.printings import Printing, Printings

NONE: Final[Printings] = MappingProxyType({})
"""Nothing is known of who else prints what."""


def incident_line(incident: Incident, printed: Printings = NONE) -> Line:
    """One incident: where and when, who stands behind it, whose figures, all tellings, and why they are one.

    `printed` says of which events the sentence stands on several pages.
    """
    graded = grade(incident)
    return {
        "record": "incident",
        "id": incident.id,
        "type": incident.type,
        "status": incident.status,
        "reason": incident.reason,
        "date": _when(incident.when) if incident.when else None,
        "places": [_place(place) for place in incident.where.places] if incident.where else [],
        "elsewhere": [_put_at(one) for one in incident.where.conflicting] if incident.where else [],
        "agents": [_party(party) for party in incident.agents],
        "targets": [_party(party) for party in incident.targets],
        "tolls": [_toll(toll) for toll in incident.tolls],
        "independent": [voice_line(voice) for voice in incident.independent],
        "tellings": [_telling(telling, printed) for telling in incident.tellings],
        "likenesses": [_likeness(likeness) for likeness in incident.likenesses],
        "airwars": {"grade": graded.grade, "reason": graded.reason} if graded else None,
        "idmc": [_displacement(figure) for figure in displacement_figures(incident)],
    }


def total_line(total: Total, printed: Printings = NONE) -> Line:
    """What one telling counts over several happenings, and the ids of the incidents inside it."""
    event = total.telling.event
    days = event.date
    return {
        "record": "total",
        "id": total.id,
        "type": event.claim.type,
        "date": {"start": days.start.isoformat(), "end": days.end.isoformat()} if days else None,
        "places": [_place(place) for place in event.places],
        "tolls": [_toll(toll) for toll in total.tolls],
        "telling": _telling(total.telling, printed),
        "inside": list(total.inside),
        "idmc": [_displacement(figure) for figure in displacement_figures(total)],
    }


def voice_line(voice: Voice) -> Line:
    """Who says it, for whom, and who passes it on."""
    return {
        "speaker": voice.speaker,
        "party": voice.party,
        "carrier": voice.carrier,
        "kind": voice.kind,
        "id": voice.id,
    }


def _displacement(figure: DisplacementFigure) -> Line:
    return {**asdict(figure), "locations": [asdict(location) for location in figure.locations]}


def _when(when: When) -> Line:
    return {
        "start": when.start.isoformat(),
        "end": when.end.isoformat(),
        "told": when.told,
        "conflicting": [_put_on(one) for one in when.conflicting],
    }


def _put_on(one: PutOn) -> Line:
    days = {"start": one.start.isoformat(), "end": one.end.isoformat()}
    return {"event": one.event, **days, "voices": [voice_line(voice) for voice in one.voices]}


def _put_at(one: PutAt) -> Line:
    places, voices = [_place(place) for place in one.places], [voice_line(voice) for voice in one.voices]
    return {"event": one.event, "places": places, "voices": voices}


def _place(place: Place) -> Line:
    return {"name": place.name, **whereabouts(place)}


def _party(party: Party) -> Line:
    return {
        "name": party.name,
        "id": party.id,
        "basis": party.basis,
        "stated_by": [voice_line(voice) for voice in party.stated_by],
        "alleged_by": [voice_line(voice) for voice in party.alleged_by],
        "denied_by": [voice_line(voice) for voice in party.denied_by],
        "owned_by": [voice_line(voice) for voice in party.owned_by],
    }


def _toll(toll: Toll) -> Line:
    return {
        "kind": toll.kind,
        "who": toll.who,
        "unit": toll.unit,
        "status": toll.status,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "derivation": toll.derivation,
        "figures": [_figure(figure) for figure in toll.figures],
        "parts": [_toll(part) for part in toll.parts],
    }


def _figure(figure: Figure) -> Line:
    return {
        "event": figure.event,
        "who": figure.who,
        "low": figure.low,
        "high": figure.high,
        "voices": [voice_line(voice) for voice in figure.voices],
        "stamp": figure.stamp,
        "superseded": figure.superseded,
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
        "stamp": telling.stamp,
        "dropped_by": None if telling.dropped_by is None else printable(telling.dropped_by),
    }


def _printing(printing: Printing) -> Line:
    return {"page": printable(printing.page), "id": printing.id, "outlet": printing.outlet}


def _likeness(likeness: Likeness) -> Line:
    return {
        "one": likeness.one,
        "other": likeness.other,
        "points": likeness.points,
        "reasons": list(likeness.reasons),
    }
