"""Shapes that the schemas of the printed lines are put together from."""

from collections.abc import Mapping
from typing import Any, cast, get_args

import msgspec

Schema = dict[str, object]

TEXT: Schema = {"type": "string"}
MAYBE_TEXT: Schema = {"type": ["string", "null"]}
TEXTS: Schema = {"type": "array", "items": TEXT}
FLAG: Schema = {"type": "boolean"}
OFFSET: Schema = {"type": "integer", "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
MAYBE_OFFSET: Schema = {"type": ["integer", "null"], "minimum": 0}
COUNTS: Schema = {"type": "object", "additionalProperties": OFFSET}
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
STAMP: Schema = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$",
}
COUNTRY: Schema = {"type": ["string", "null"], "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2"}
WORDS: Mapping[str, Schema] = {"text": TEXT, "text_start": OFFSET, "text_end": OFFSET}
MAYBE_WORDS: Mapping[str, Schema] = {"text": MAYBE_TEXT, "text_start": MAYBE_OFFSET, "text_end": MAYBE_OFFSET}


def table(properties: Mapping[str, Schema]) -> Schema:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def like(base: Schema, *without: str, **more: Schema) -> Schema:
    """An object as another `table`, without some of its keys and with some more."""
    kept = cast(Mapping[str, Schema], base["properties"])
    return table({name: shape for name, shape in kept.items() if name not in without} | more)


def only(base: Schema, *names: str) -> Schema:
    """An object with these keys of another `table`."""
    kept = cast(Mapping[str, Schema], base["properties"])
    return table({name: kept[name] for name in names})


def record(kind: type[Any]) -> Schema:
    """A frozen record of plain values, as `asdict` makes it: its fields say what it may hold."""
    _, parts = msgspec.json.schema_components([kind])
    return table(cast(Mapping[str, Schema], parts[kind.__name__]["properties"]))


def or_null(schema: Schema) -> Schema:
    """This, or null."""
    return {"oneOf": [schema, {"type": "null"}]}


def array(items: Schema) -> Schema:
    """A list of such."""
    return {"type": "array", "items": items}


def ref(name: str) -> Schema:
    """The definition of this name."""
    return {"$ref": f"#/$defs/{name}"}


def list_of(name: str) -> Schema:
    """A list of what is defined under this name."""
    return array(ref(name))


def one_of(literal: Any) -> Schema:
    """One of a Literal's values."""
    return {"enum": list(get_args(literal))}


def maybe_one_of(literal: Any) -> Schema:
    """One of a Literal's values, or null."""
    return {"enum": [*get_args(literal), None]}
