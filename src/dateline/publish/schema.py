"""The JSON Schema of the lines (draft 2020-12). Closed lists are read from the model's own types: they cannot part."""

from typing import Final

from dateline.knowledge.types import TYPES
from dateline.model import claim, event, review, text
from dateline.publish.found import found_schema
from dateline.publish.incident_schema import incident_parts
from dateline.publish.ledger_schema import LINES, ledger_parts
from dateline.publish.log_lines import log_schema
from dateline.publish.page_lines import page_schema
from dateline.publish.review_lines import mistake_schema
from dateline.publish.shapes import (
    COUNTRY,
    DAY,
    FLAG,
    MAYBE_TEXT,
    MAYBE_WORDS,
    OFFSET,
    SHARE,
    STAMP,
    TEXT,
    TEXTS,
    WORDS,
    Schema,
    list_of,
    maybe_one_of,
    one_of,
    ref,
    table,
)

SCHEMA_VERSION = "1.5"
"""Raised in its second part when keys are added, in its first when one changes its name or its meaning."""

_CONFIDENCE = ("record", "type", "agents", "targets", "places", "date", "quantities", "sources")
_LINES: Final = ("report", "event", "relation", "incident", "total", "page", "found", "log", "mistake", *LINES)


def schema() -> Schema:
    """The schema of one line; `schema_version` stands at its top."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dateline:lines:{SCHEMA_VERSION}",
        "schema_version": SCHEMA_VERSION,
        "title": "A line that dateline prints",
        "description": "Offsets are Unicode code points into the report's text, half-open. Unknown is null.",
        "oneOf": [ref(one) for one in _LINES],
        "$defs": definitions(),
    }


def definitions() -> dict[str, Schema]:
    """By name, the lines and what they are made of."""
    return {
        "report": _report(),
        "event": _event(),
        "relation": _relation(),
        "actor": _actor(),
        "place": _place(),
        "date": _date(),
        "quantity": _quantity(),
        "source": _source(),
        "evidence": table({"text_start": OFFSET, "text_end": OFFSET}),
        "codes": _codes(),
        "confidence": table(dict.fromkeys(_CONFIDENCE, SHARE)),
        **incident_parts(),
        **ledger_parts(),
        "page": page_schema(),
        "found": found_schema(),
        "log": log_schema(),
        "mistake": mistake_schema(),
        "made_by": table({"rule": TEXT, "codebook": TEXT, "dateline": TEXT}),
    }


def _report() -> Schema:
    clash = table({"what": TEXT, "page_says": TEXT, "text_says": TEXT})
    origin = table({"what": one_of(text.Field), "where": TEXT, "sure": one_of(text.Sure)})
    dropped = table({"text": TEXT, "page_start": OFFSET, "page_end": OFFSET, "reason": TEXT})
    return table(
        {
            "record": {"const": "report"},
            "page": TEXT,
            "id": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
            "title": MAYBE_TEXT,
            "outlet": MAYBE_TEXT,
            "agency": MAYBE_TEXT,
            "byline": TEXTS,
            "dateline": MAYBE_TEXT,
            "language": MAYBE_TEXT,
            "published": STAMP,
            "updated": STAMP,
            "clashes": {"type": "array", "items": clash},
            "text": TEXT,
            "dropped": {"type": "array", "items": dropped},
            "origins": {"type": "array", "items": origin},
            "cleaner": maybe_one_of(text.Cleaner),
            "status": one_of(text.Status),
            "reason": MAYBE_TEXT,
        }
    )


def _event() -> Schema:
    return table(
        {
            "record": {"const": "event"},
            "page": TEXT,
            "id": TEXT,
            "type": {"enum": list(TYPES)},
            "modality": one_of(claim.Modality),
            "background": FLAG,
            "asserted": {**FLAG, "description": "false: only denied, so in no count, map, ledger or export of events"},
            "trigger": TEXT,
            "trigger_start": OFFSET,
            "trigger_end": OFFSET,
            "sentence": TEXT,
            "evidence": ref("evidence"),
            "agents": list_of("actor"),
            "targets": list_of("actor"),
            "places": list_of("place"),
            "date": {"oneOf": [ref("date"), {"type": "null"}]},
            "quantities": list_of("quantity"),
            "sources": list_of("source"),
            "voice": MAYBE_TEXT,
            "means": MAYBE_TEXT,
            "extent": maybe_one_of(claim.Extent),
            "codes": ref("codes"),
            "confidence": ref("confidence"),
            "reviewed": one_of(review.Standing),
            "made_by": ref("made_by"),
        }
    )


def _relation() -> Schema:
    return table(
        {
            "record": {"const": "relation"},
            "page": TEXT,
            "id": TEXT,
            "subject": ref("actor"),
            "relation": one_of(claim.RelationKind),
            "object": {"oneOf": [ref("actor"), ref("place")]},
            "sentence": TEXT,
            "evidence": ref("evidence"),
            "sources": list_of("source"),
        }
    )


def _actor() -> Schema:
    return table(
        {
            "name": TEXT,
            **WORDS,
            "id": MAYBE_TEXT,
            "kind": maybe_one_of(event.ActorKind),
            "country": COUNTRY,
            "basis": one_of(claim.Basis),
            "alleged_by": TEXTS,
        }
    )


def _place() -> Schema:
    return table(
        {
            "name": TEXT,
            **WORDS,
            "role": one_of(claim.PlaceRole),
            "country": COUNTRY,
            "admin1": MAYBE_TEXT,
            "admin2": MAYBE_TEXT,
            "lat": {"type": ["number", "null"], "minimum": -90, "maximum": 90},
            "lon": {"type": ["number", "null"], "minimum": -180, "maximum": 180},
            "geonameid": {"type": ["integer", "null"]},
            "precision": one_of(event.Precision),
            "radius_km": {"type": ["number", "null"], "minimum": 0},
            "reason": MAYBE_TEXT,
        }
    )


def _date() -> Schema:
    return table({"start": DAY, "end": DAY, **MAYBE_WORDS, "precision": one_of(event.DayPrecision), "anchor": DAY})


def _quantity() -> Schema:
    number: Schema = {"type": ["integer", "null"], "minimum": 0}
    return table(
        {
            "kind": one_of(claim.CountKind),
            "who": TEXT,
            "low": number,
            "high": number,
            **WORDS,
            "status": maybe_one_of(claim.CountStatus),
            "unit": TEXT,
            "scope": one_of(claim.Scope),
            "part_of": number,
        }
    )


def _source() -> Schema:
    return table(
        {
            "name": TEXT,
            **WORDS,
            "stance": one_of(claim.Stance),
            "kind": one_of(claim.SourceKind),
            "group": MAYBE_TEXT,
            "cue": MAYBE_TEXT,
            "hedge": MAYBE_TEXT,
            "via": MAYBE_TEXT,
            "denial": maybe_one_of(claim.Denial),
        }
    )


def _codes() -> Schema:
    plover = {"type": "array", "prefixItems": [TEXT, MAYBE_TEXT], "items": False, "minItems": 2}
    acled = {"type": "array", "prefixItems": [TEXT, TEXT], "items": False, "minItems": 2}
    return table(
        {
            "acled": {"oneOf": [acled, {"type": "null"}]},
            "plover": {"oneOf": [plover, {"type": "null"}]},
            "cameo": MAYBE_TEXT,
            "ucdp": {"type": ["integer", "null"]},
        }
    )
