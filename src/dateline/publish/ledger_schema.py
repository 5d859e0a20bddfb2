"""The JSON Schema of the lines of ledgers, and of their parts."""

from dateline.knowledge.types import TYPES
from dateline.model import claim, event, incident, ledger
from dateline.publish.shapes import COUNTRY, DAY, FLAG, MAYBE_TEXT, TEXT, TEXTS, Schema, list_of, one_of, ref, table

LINES = ("control", "control_aside", "sum", "set_apart", "damage", "timeline")
_WHOLE: Schema = {"type": "integer", "minimum": 0}
_OPEN: Schema = {"type": ["integer", "null"], "minimum": 0}
_DEGREES: Schema = {"type": ["number", "null"], "minimum": -180, "maximum": 180}
_MAYBE_WHEN: Schema = {"oneOf": [ref("when"), {"type": "null"}]}
_LEDGER: Schema = {"enum": ["casualties", "displacement"]}
_RANGE = {"low": _WHOLE, "best": _OPEN, "high": _OPEN}


def ledger_parts() -> dict[str, Schema]:
    """Definitions by name: the lines, and what they are made of."""
    kind, unit = one_of(claim.CountKind), TEXT
    return {
        "control": _control(),
        "control_aside": _aside(),
        "sum": _sum(),
        "set_apart": _total(),
        "damage": _damage(),
        "timeline": _timeline(),
        "when": table({"start": DAY, "end": DAY, "precision": one_of(event.DayPrecision)}),
        "side": table({"key": TEXT, "name": TEXT, "said": TEXTS}),
        "tally": table({"kind": kind, "of": one_of(ledger.Whom), "unit": unit, **_RANGE}),
        "hit": table({"kind": TEXT, "words": TEXT, "count": {"oneOf": [table(_RANGE), {"type": "null"}]}}),
        "move": _move(),
        "spot": _spot(),
        "statement": _statement(),
    }


def _control() -> Schema:
    return table(
        {
            "record": {"const": "control"},
            "at": {"oneOf": [DAY, {"type": "null"}]},
            "place": ref("spot"),
            "standing": one_of(ledger.Standing),
            "holders": list_of("side"),
            "since": _MAYBE_WHEN,
            "besiegers": list_of("side"),
            "doubts": TEXTS,
            "moves": list_of("move"),
        }
    )


def _move() -> Schema:
    return table(
        {
            "id": TEXT,
            "incident": TEXT,
            "kind": one_of(ledger.MoveKind),
            "date": _MAYBE_WHEN,
            "sides": list_of("side"),
            "from_sides": list_of("side"),
            "status": one_of(incident.IncidentStatus),
            "statements": list_of("statement"),
        }
    )


def _aside() -> Schema:
    return table(
        {
            "record": {"const": "control_aside"},
            "type": {"enum": list(TYPES)},
            "places": list_of("spot"),
            "date": _MAYBE_WHEN,
            "sides": list_of("side"),
            "reason": TEXT,
            "statement": ref("statement"),
        }
    )


def _sum() -> Schema:
    return table(
        {
            "record": {"const": "sum"},
            "ledger": _LEDGER,
            "by": TEXT,
            "group": {**MAYBE_TEXT, "description": "null: the sum over all groups"},
            "incidents": TEXTS,
            "tallies": list_of("tally"),
            "statements": list_of("statement"),
        }
    )


def _total() -> Schema:
    return table(
        {
            "record": {"const": "set_apart"},
            "ledger": _LEDGER,
            "kind": one_of(claim.CountKind),
            "who": TEXT,
            "unit": TEXT,
            "scope": one_of(claim.Scope),
            "low": _OPEN,
            "high": _OPEN,
            "reason": TEXT,
            "date": _MAYBE_WHEN,
            "places": list_of("spot"),
            "statements": list_of("statement"),
        }
    )


def _damage() -> Schema:
    return table(
        {
            "record": {"const": "damage"},
            "incident": TEXT,
            "type": {"enum": list(TYPES)},
            "hits": list_of("hit"),
            "places": list_of("spot"),
            "date": _MAYBE_WHEN,
            "general": FLAG,
            "by": TEXTS,
            "alleged_by": TEXTS,
            "status": one_of(incident.IncidentStatus),
            "reason": TEXT,
            "tallies": list_of("tally"),
            "statements": list_of("statement"),
        }
    )


def _timeline() -> Schema:
    return table(
        {
            "record": {"const": "timeline"},
            "incident": TEXT,
            "type": {"enum": list(TYPES)},
            "date": _MAYBE_WHEN,
            "places": list_of("spot"),
            "agents": TEXTS,
            "targets": TEXTS,
            "status": one_of(incident.IncidentStatus),
            "reason": TEXT,
            "tallies": list_of("tally"),
            "statements": list_of("statement"),
        }
    )


def _spot() -> Schema:
    return table(
        {
            "key": TEXT,
            "name": TEXT,
            "country": COUNTRY,
            "admin1": MAYBE_TEXT,
            "admin2": MAYBE_TEXT,
            "lat": _DEGREES,
            "lon": _DEGREES,
            "geonameid": {"type": ["integer", "null"]},
            "precision": one_of(event.Precision),
        }
    )


def _statement() -> Schema:
    return table(
        {"page": TEXT, "event": TEXT, "sentence": TEXT, "voices": list_of("voice"), "denials": list_of("voice")}
    )
