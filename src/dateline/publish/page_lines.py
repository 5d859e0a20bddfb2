"""The pages of a store as JSON Lines and as CSV: what became of each, and which is a copy or version of which."""

import csv
from collections.abc import Iterable
from typing import Final, TextIO

from dateline.model.text import Status
from dateline.publish.cells import guarded
from dateline.publish.lines import Line, printable
from dateline.publish.shapes import MAYBE_TEXT, OFFSET, STAMP, TEXT, Schema, one_of, table
from dateline.store.store import StoredPage


def page_line(page: StoredPage) -> Line:
    """One page; other pages are named by their ids."""
    return {
        "record": "page",
        "page": printable(page.name),
        "id": page.id,
        "status": page.status,
        "reason": page.reason,
        "title": page.title,
        "outlet": page.outlet,
        "published": page.published,
        "events": page.events,
        "copy_of": page.copy_of,
        "version_of": page.version_of,
        "replaced_by": page.replaced_by,
        "story": page.story,
        "url": page.url,
        "came": page.came,
        "container": printable(page.container) if page.container else None,
        "container_id": page.container_id,
        "project": page.project,
        "added": page.added.isoformat(timespec="seconds"),
        "size": page.size,
    }


def page_schema() -> Schema:
    """The JSON Schema of `page_line`."""
    return table(
        {
            "record": {"const": "page"},
            "page": TEXT,
            "id": TEXT,
            "status": one_of(Status),
            "reason": MAYBE_TEXT,
            "title": MAYBE_TEXT,
            "outlet": MAYBE_TEXT,
            "published": STAMP,
            "events": OFFSET,
            **dict.fromkeys(("copy_of", "version_of", "replaced_by", "story"), MAYBE_TEXT),
            **dict.fromkeys(("url", "came", "container", "container_id", "project"), MAYBE_TEXT),
            "added": TEXT,
            "size": OFFSET,
        }
    )


COLUMNS: Final = (
    "page", "id", "status", "reason", "title", "outlet", "published", "events", "copy_of", "version_of", "replaced_by",
    "story", "url", "came", "container", "container_id", "project", "added", "size",
)  # fmt: skip
"""The columns of the CSV: the keys of a line, in their order."""


def write_pages_csv(file: TextIO, pages: Iterable[StoredPage]) -> None:
    """One row a page under a line of column names; unknown is empty."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in map(page_line, pages):
        writer.writerow([guarded(_cell(line[key])) for key in COLUMNS])


def _cell(value: object) -> str | float | None:
    return value if isinstance(value, int | float | None) else str(value)
