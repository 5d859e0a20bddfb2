"""What the description of the API says of answers: the schemas of the lines, and of what answers put around them."""

import json
from collections.abc import Mapping
from typing import Any, Final

from fastapi import FastAPI

from dateline.publish.schema import definitions
from dateline.publish.shapes import MAYBE_OFFSET, OFFSET, TEXT, Schema, array, like

LINES: Final = definitions()
"""By name, the lines that are printed and their parts."""
CSV: Final = {"text/csv": {"schema": TEXT}}
ZIP: Final[Mapping[str, Any]] = {"application/zip": {}}
"""How else an address may answer than with JSON."""
_HERE, _THERE = "#/$defs/", "#/components/schemas/"


class Described(FastAPI):
    """An application whose description holds the definitions that the answers' schemas refer to."""

    def openapi(self) -> dict[str, Any]:
        """The description, made once."""
        if self.openapi_schema is None:
            found = super().openapi()
            found["components"]["schemas"] |= LINES
            self.openapi_schema = json.loads(json.dumps(found).replace(f'"{_HERE}', f'"{_THERE}'))
        return self.openapi_schema


def answers(
    schema: Schema, *, status: int = 200, media: str = "application/json", also: Mapping[str, Any] | None = None
) -> dict[int | str, dict[str, Any]]:
    """What a route says of its answers as `responses`."""
    return {status: {"content": {media: {"schema": schema}, **(also or {})}}}


def listing(item: Schema, next: Schema = MAYBE_OFFSET) -> dict[str, Schema]:
    """The keys of one part of a list: its items, how many there are in all, and where the next part begins."""
    return {"items": array(item), "total": OFFSET, "next": next}


def line(name: str, *without: str, **more: Schema) -> Schema:
    """A line that is printed, or a part of one, without some keys and with some more."""
    return like(LINES[name], *without, **more)
