"""The JSON Schema of an incident's line, and of its parts."""

from dateline.knowledge.types import TYPES
from dateline.model import claim, event, incident
from dateline.publish.shapes import COUNTRY, DAY, MAYBE_TEXT, TEXT, TEXTS, Schema, list_of, one_of, table

_NUMBER: Schema = {"type": ["integer", "null"], "minimum": 0}
_LATITUDE: Schema = {"type": ["number", "null"], "minimum": -90, "maximum": 90}
_LONGITUDE: Schema = {"type": ["number", "null"], "minimum": -180, "maximum": 180}


def incident_parts() -> dict[str, Schema]:
    """Definitions by name: `incident` and what it is made of."""
    return {
        "incident": _incident(),
        "where": _where(),
        "toll": _toll(),
        "figure": table({"event": TEXT, "who": TEXT, "low": _NUMBER, "high": _NUMBER, "voices": list_of("voice")}),
        "telling": _telling(),
        "voice": table({"speaker": TEXT, "party": TEXT, "carrier": MAYBE_TEXT}),
        "printing": table({"page": TEXT, "outlet": MAYBE_TEXT}),
        "likeness": table({"one": TEXT, "other": TEXT, "points": {"type": "number"}, "reasons": TEXTS}),
    }


def _incident() -> Schema:
    stretch = table({"start": DAY, "end": DAY})
    return table(
        {
            "record": {"const": "incident"},
            "id": TEXT,
            "type": {"enum": list(TYPES)},
            "status": one_of(incident.IncidentStatus),
            "reason": TEXT,
            "date": {"oneOf": [stretch, {"type": "null"}]},
            "places": list_of("where"),
            "tolls": list_of("toll"),
            "independent": list_of("voice"),
            "tellings": list_of("telling"),
            "likenesses": list_of("likeness"),
        }
    )


def _where() -> Schema:
    return table(
        {
            "name": TEXT,
            "role": one_of(claim.PlaceRole),
            "country": COUNTRY,
            "admin1": MAYBE_TEXT,
            "admin2": MAYBE_TEXT,
            "lat": _LATITUDE,
            "lon": _LONGITUDE,
            "geonameid": {"type": ["integer", "null"]},
            "precision": one_of(event.Precision),
            "radius_km": {"type": ["number", "null"], "minimum": 0},
        }
    )


def _toll() -> Schema:
    return table(
        {
            "kind": one_of(claim.CountKind),
            "who": TEXT,
            "unit": TEXT,
            "low": _NUMBER,
            "best": _NUMBER,
            "high": _NUMBER,
            "derivation": TEXT,
            "figures": list_of("figure"),
        }
    )


def _telling() -> Schema:
    return table(
        {
            "page": TEXT,
            "event": TEXT,
            "type": {"enum": list(TYPES)},
            "sentence": TEXT,
            "voices": list_of("voice"),
            "denials": list_of("voice"),
            "printed_by": list_of("printing"),
        }
    )
