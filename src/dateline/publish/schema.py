"""The JSON Schema of the lines (draft 2020-12). Closed lists are read from the model's own types: they cannot part."""

from collections.abc import Mapping
from typing import Any, get_args

from dateline.knowledge.types import TYPES
from dateline.model import claim, event, text

SCHEMA_VERSION = "1.0"
"""Raised in its second part when keys are added, in its first when one changes its name or its meaning."""

Schema = dict[str, object]


def schema() -> Schema:
    """The schema of one line; `schema_version` stands at its top."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dateline:lines:{SCHEMA_VERSION}",
        "schema_version": SCHEMA_VERSION,
        "title": "A line that dateline prints",
        "description": "Offsets are Unicode code points into the report's text, half-open. Unknown is null.",
        "oneOf": [_ref("report"), _ref("event"), _ref("relation")],
        "$defs": {
            "report": _report(),
            "event": _event(),
            "relation": _relation(),
            "actor": _actor(),
            "place": _place(),
            "date": _date(),
            "quantity": _quantity(),
            "source": _source(),
            "evidence": _table({"text_start": _OFFSET, "text_end": _OFFSET}),
            "codes": _codes(),
            "confidence": _table(dict.fromkeys(_CONFIDENCE, _SHARE)),
            "made_by": _table({"rule": _TEXT, "codebook": _TEXT, "dateline": _TEXT}),
        },
    }


_TEXT: Schema = {"type": "string"}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_FLAG: Schema = {"type": "boolean"}
_OFFSET: Schema = {"type": "integer", "minimum": 0}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_MAYBE_OFFSET: Schema = {"type": ["integer", "null"], "minimum": 0}
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_STAMP: Schema = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$",
}
_COUNTRY: Schema = {"type": ["string", "null"], "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2"}
_WORDS: Mapping[str, Schema] = {"text": _TEXT, "text_start": _OFFSET, "text_end": _OFFSET}
_MAYBE_WORDS: Mapping[str, Schema] = {"text": _MAYBE_TEXT, "text_start": _MAYBE_OFFSET, "text_end": _MAYBE_OFFSET}
_CONFIDENCE = ("record", "type", "agents", "targets", "places", "date", "quantities", "sources")


def _table(properties: Mapping[str, Schema]) -> Schema:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}


def _one_of(literal: Any) -> Schema:
    return {"enum": list(get_args(literal))}


def _maybe_one_of(literal: Any) -> Schema:
    return {"enum": [*get_args(literal), None]}


def _report() -> Schema:
    clash = _table({"what": _TEXT, "page_says": _TEXT, "text_says": _TEXT})
    dropped = _table({"text": _TEXT, "page_start": _OFFSET, "page_end": _OFFSET, "reason": _TEXT})
    return _table(
        {
            "record": {"const": "report"},
            "page": _TEXT,
            "id": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
            "title": _MAYBE_TEXT,
            "outlet": _MAYBE_TEXT,
            "agency": _MAYBE_TEXT,
            "byline": _TEXTS,
            "dateline": _MAYBE_TEXT,
            "language": _MAYBE_TEXT,
            "published": _STAMP,
            "updated": _STAMP,
            "clashes": {"type": "array", "items": clash},
            "text": _TEXT,
            "dropped": {"type": "array", "items": dropped},
            "status": _one_of(text.Status),
            "reason": _MAYBE_TEXT,
        }
    )


def _event() -> Schema:
    return _table(
        {
            "record": {"const": "event"},
            "page": _TEXT,
            "id": _TEXT,
            "type": {"enum": list(TYPES)},
            "modality": _one_of(claim.Modality),
            "background": _FLAG,
            "asserted": {**_FLAG, "description": "false: only denied, so in no count, map, ledger or export of events"},
            "trigger": _TEXT,
            "trigger_start": _OFFSET,
            "trigger_end": _OFFSET,
            "sentence": _TEXT,
            "evidence": _ref("evidence"),
            "agents": _list("actor"),
            "targets": _list("actor"),
            "places": _list("place"),
            "date": {"oneOf": [_ref("date"), {"type": "null"}]},
            "quantities": _list("quantity"),
            "sources": _list("source"),
            "voice": _MAYBE_TEXT,
            "means": _MAYBE_TEXT,
            "extent": _maybe_one_of(claim.Extent),
            "codes": _ref("codes"),
            "confidence": _ref("confidence"),
            "made_by": _ref("made_by"),
        }
    )


def _relation() -> Schema:
    return _table(
        {
            "record": {"const": "relation"},
            "page": _TEXT,
            "id": _TEXT,
            "subject": _ref("actor"),
            "relation": _one_of(claim.RelationKind),
            "object": {"oneOf": [_ref("actor"), _ref("place")]},
            "sentence": _TEXT,
            "evidence": _ref("evidence"),
            "sources": _list("source"),
        }
    )


def _actor() -> Schema:
    return _table(
        {
            "name": _TEXT,
            **_WORDS,
            "id": _MAYBE_TEXT,
            "kind": _maybe_one_of(event.ActorKind),
            "country": _COUNTRY,
            "basis": _one_of(claim.Basis),
            "alleged_by": _TEXTS,
        }
    )


def _place() -> Schema:
    return _table(
        {
            "name": _TEXT,
            **_WORDS,
            "role": _one_of(claim.PlaceRole),
            "country": _COUNTRY,
            "admin1": _MAYBE_TEXT,
            "admin2": _MAYBE_TEXT,
            "lat": {"type": ["number", "null"], "minimum": -90, "maximum": 90},
            "lon": {"type": ["number", "null"], "minimum": -180, "maximum": 180},
            "geonameid": {"type": ["integer", "null"]},
            "precision": _one_of(event.Precision),
            "radius_km": {"type": ["number", "null"], "minimum": 0},
            "reason": _MAYBE_TEXT,
        }
    )


def _date() -> Schema:
    return _table(
        {"start": _DAY, "end": _DAY, **_MAYBE_WORDS, "precision": _one_of(event.DayPrecision), "anchor": _DAY}
    )


def _quantity() -> Schema:
    number: Schema = {"type": ["integer", "null"], "minimum": 0}
    return _table(
        {
            "kind": _one_of(claim.CountKind),
            "who": _TEXT,
            "low": number,
            "high": number,
            **_WORDS,
            "status": _maybe_one_of(claim.CountStatus),
            "unit": _TEXT,
            "scope": _one_of(claim.Scope),
            "part_of": number,
        }
    )


def _source() -> Schema:
    return _table(
        {
            "name": _TEXT,
            **_WORDS,
            "stance": _one_of(claim.Stance),
            "kind": _one_of(claim.SourceKind),
            "group": _MAYBE_TEXT,
            "cue": _MAYBE_TEXT,
            "hedge": _MAYBE_TEXT,
            "via": _MAYBE_TEXT,
            "denial": _maybe_one_of(claim.Denial),
        }
    )


def _codes() -> Schema:
    plover = {"type": "array", "prefixItems": [_TEXT, _MAYBE_TEXT], "items": False, "minItems": 2}
    acled = {"type": "array", "prefixItems": [_TEXT, _TEXT], "items": False, "minItems": 2}
    return _table(
        {
            "acled": {"oneOf": [acled, {"type": "null"}]},
            "plover": {"oneOf": [plover, {"type": "null"}]},
            "cameo": _MAYBE_TEXT,
            "ucdp": {"type": ["integer", "null"]},
        }
    )
