"""What the benchmarks share: rows of a file of JSON Lines, and a text as a page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.model.text import Page


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON Lines; empty lines are passed over."""
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def page_of(text: str, name: str = "page") -> Page:
    """A page of plain text with these words."""
    return Page(name=name, data=text.encode("utf-8", errors="replace"))
