"""The JSON Schema of the lines of incidents and totals, and of their parts."""

from collections.abc import Mapping

from dateline.knowledge.types import TYPES
from dateline.model import claim, event, incident, outlooks
from dateline.publish.shapes import (
    COUNTRY,
    DAY,
    FLAG,
    MAYBE_TEXT,
    STAMP,
    TEXT,
    TEXTS,
    Schema,
    list_of,
    maybe_one_of,
    one_of,
    or_null,
    ref,
    table,
)

_NUMBER: Schema = {"type": ["integer", "null"], "minimum": 0}
_LATITUDE: Schema = {"type": ["number", "null"], "minimum": -90, "maximum": 90}
_LONGITUDE: Schema = {"type": ["number", "null"], "minimum": -180, "maximum": 180}
_MAYBE_DAY: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_TYPE: Schema = {"enum": list(TYPES)}


def incident_parts() -> dict[str, Schema]:
    """Definitions by name: `incident`, `total` and what they are made of."""
    return {
        "incident": _incident(),
        "total": _total(),
        "where": _where(),
        "put_on": table({"event": TEXT, "start": DAY, "end": DAY, "voices": list_of("voice")}),
        "put_at": table({"event": TEXT, "places": list_of("where"), "voices": list_of("voice")}),
        "party": _party(),
        "toll": _toll(),
        "figure": _figure(),
        "telling": _telling(),
        "voice": _voice(),
        "printing": table({"page": TEXT, "id": TEXT, "outlet": MAYBE_TEXT}),
        "likeness": table({"one": TEXT, "other": TEXT, "points": {"type": "number"}, "reasons": TEXTS}),
        "displacement_figure": _displacement_figure(),
        "location": _location(),
    }


def _incident() -> Schema:
    when = table({"start": DAY, "end": DAY, "told": FLAG, "conflicting": list_of("put_on")})
    graded = table({"grade": one_of(outlooks.HarmGrade), "reason": TEXT})
    return table(
        {
            "record": {"const": "incident"},
            "id": TEXT,
            "type": _TYPE,
            "status": one_of(incident.IncidentStatus),
            "reason": TEXT,
            "date": or_null(when),
            "places": list_of("where"),
            "elsewhere": list_of("put_at"),
            "agents": list_of("party"),
            "targets": list_of("party"),
            "tolls": list_of("toll"),
            "independent": list_of("voice"),
            "tellings": list_of("telling"),
            "likenesses": list_of("likeness"),
            "airwars": or_null(graded),
            "idmc": list_of("displacement_figure"),
        }
    )


def _total() -> Schema:
    return table(
        {
            "record": {"const": "total"},
            "id": TEXT,
            "type": _TYPE,
            "date": or_null(table({"start": DAY, "end": DAY})),
            "places": list_of("where"),
            "tolls": list_of("toll"),
            "telling": ref("telling"),
            "inside": TEXTS,
            "idmc": list_of("displacement_figure"),
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


def _party() -> Schema:
    voices = ("stated_by", "alleged_by", "denied_by", "owned_by")
    return table(
        {"name": TEXT, "id": MAYBE_TEXT, "basis": one_of(claim.Basis), **{by: list_of("voice") for by in voices}}
    )


def _voice() -> Schema:
    kind = maybe_one_of(claim.SourceKind)
    return table({"speaker": TEXT, "party": TEXT, "carrier": MAYBE_TEXT, "kind": kind, "id": MAYBE_TEXT})


def _range() -> Mapping[str, Schema]:
    return {"low": _NUMBER, "best": _NUMBER, "high": _NUMBER}


def _toll() -> Schema:
    return table(
        {
            "kind": one_of(claim.CountKind),
            "who": TEXT,
            "unit": TEXT,
            "status": maybe_one_of(claim.CountStatus),
            **_range(),
            "derivation": TEXT,
            "figures": list_of("figure"),
            "parts": list_of("toll"),
        }
    )


def _figure() -> Schema:
    return table(
        {
            "event": TEXT,
            "who": TEXT,
            "low": _NUMBER,
            "high": _NUMBER,
            "voices": list_of("voice"),
            "stamp": STAMP,
            "superseded": MAYBE_TEXT,
        }
    )


def _telling() -> Schema:
    return table(
        {
            "page": TEXT,
            "event": TEXT,
            "type": _TYPE,
            "sentence": TEXT,
            "voices": list_of("voice"),
            "denials": list_of("voice"),
            "printed_by": list_of("printing"),
            "stamp": STAMP,
            "dropped_by": MAYBE_TEXT,
        }
    )


def _displacement_figure() -> Schema:
    return table(
        {
            "event": TEXT,
            "kind": one_of(claim.CountKind),
            "reported": _NUMBER,
            "low": _NUMBER,
            "high": _NUMBER,
            "quantifier": one_of(outlooks.Quantifier),
            "unit": maybe_one_of(outlooks.FigureUnit),
            "category": maybe_one_of(outlooks.Category),
            "term": maybe_one_of(outlooks.Term),
            "role": maybe_one_of(outlooks.FigureRole),
            "stock": FLAG,
            "start": _MAYBE_DAY,
            "end": _MAYBE_DAY,
            "start_accuracy": maybe_one_of(outlooks.DateAccuracy),
            "end_accuracy": maybe_one_of(outlooks.DateAccuracy),
            "locations": list_of("location"),
            "excerpt": TEXT,
            "calculation": TEXT,
        }
    )


def _location() -> Schema:
    return table(
        {
            "name": TEXT,
            "country": COUNTRY,
            "lat": _LATITUDE,
            "lon": _LONGITUDE,
            "accuracy": maybe_one_of(outlooks.LocationAccuracy),
            "identifier": maybe_one_of(outlooks.Identifier),
        }
    )
