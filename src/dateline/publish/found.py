"""Reports that were looked for by their words: as a table, as JSON Lines and as CSV."""

import csv
from collections.abc import Iterable
from typing import Final, TextIO

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.model.text import Status
from dateline.publish.cells import guarded
from dateline.publish.lines import Line, printable
from dateline.publish.listing import shortened
from dateline.publish.shapes import MAYBE_TEXT, OFFSET, STAMP, TEXT, Schema, one_of, table
from dateline.store.search import FoundReport, Snippet

COLUMNS: Final = ("page", "id", "status", "title", "outlet", "published", "text", "text_start", "text_end")
"""The columns of the CSV: the keys of a line, in their order."""


def found_line(report: FoundReport) -> Line:
    """One report; `text` are words of it at these offsets, around the first of those that were looked for."""
    snippet = report.snippet
    return {
        "record": "found",
        "page": printable(report.page),
        "id": report.id,
        "status": report.status,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published,
        "text": snippet.text,
        "text_start": snippet.start,
        "text_end": snippet.start + len(snippet.text),
    }


def found_schema() -> Schema:
    """The JSON Schema of `found_line`."""
    return table(
        {
            "record": {"const": "found"},
            **dict.fromkeys(("page", "id"), TEXT),
            "status": one_of(Status),
            **dict.fromkeys(("title", "outlet"), MAYBE_TEXT),
            "published": STAMP,
            "text": TEXT,
            **dict.fromkeys(("text_start", "text_end"), OFFSET),
        }
    )


def write_found_csv(file: TextIO, reports: Iterable[FoundReport]) -> None:
    """One row a report under a line of column names; unknown is empty."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in map(found_line, reports):
        writer.writerow([guarded(_on_one_line(line[key])) for key in COLUMNS])


def found_table(reports: Iterable[FoundReport]) -> Table:
    """Reports with the words that were looked for, in bold among their neighbours."""
    shown = Table(box=box.SIMPLE_HEAD, expand=True, show_lines=True)
    shown.add_column("Published", no_wrap=True, min_width=10)
    for name, ratio in (("Page", 3), ("Title", 3), ("Text", 6)):
        shown.add_column(name, ratio=ratio, overflow="fold")
    for report in reports:
        page = "\n".join(part for part in (shortened(report.page), report.outlet) if part)
        shown.add_row((report.published or "")[:10], Text(page), Text(report.title or ""), _marked(report.snippet))
    return shown


def _marked(snippet: Snippet) -> Text:
    """The snippet on one line; line breaks become blanks, which keeps the places of words."""
    text = Text("".join(" " if sign.isspace() else sign for sign in snippet.text))
    for start, end in snippet.found:
        text.stylize("bold", start, end)
    return text


def _on_one_line(value: object) -> str | float | None:
    return " ".join(value.split()) if isinstance(value, str) else value if isinstance(value, int | float) else None
