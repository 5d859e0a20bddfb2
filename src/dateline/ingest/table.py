"""Exports as tables: comma- or tab-separated values with a header, one article a row."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from dateline.ingest.caps import Caps
from dateline.ingest.decode import decode
from dateline.ingest.mapping import Mapping, choose
from dateline.ingest.pages import Unreadable
from dateline.ingest.record_page import Opened, page_of, until_hopeless
from dateline.model.text import Page

_CAME: Final = "table"
_DELIMITERS: Final = (",", "\t", ";", "|")
_SAMPLE: Final = 65_536
_SAMPLE_ROWS: Final = 5
_MOST_COLUMNS: Final = 1_000

# A header's cell that is a field's name and nothing that a sentence may hold.
_NAME: Final = re.compile(r"[A-Za-z_@][\w.:@/-]{0,40}")


def is_it(data: bytes) -> bool:
    """Whether the first rows are a table: a header that a mapping knows, or one of field names over even rows."""
    rows = _sample(decode(data[:_SAMPLE]), cut_off=len(data) > _SAMPLE)
    if len(rows) < 2 or len(rows[0]) < 2 or not all(_even(row, rows[0]) for row in rows[1:]):
        return False
    return _is_known(rows[0]) or (len(rows[0]) > 2 and len(rows) > 2 and all(map(_NAME.fullmatch, rows[0])))


def open_it(page: Page, caps: Caps, given: Mapping | None = None) -> Iterator[Opened]:
    """The page of each row under the header, named CONTAINER!N, N from 1; an empty page where there is no row."""
    text = decode(page.data)
    if len(page.data) > caps.container_bytes:
        yield Unreadable(name=page.name, reason=f"the table is larger than {caps.container_bytes / 1e6:g} MB: split it")
        return
    delimiter = _delimiter(text[:_SAMPLE], cut_off=len(text) > _SAMPLE)
    rows = _rows(text, delimiter, limit=len(text) + 1)
    header = [name.strip() for name in next(rows, [])]
    if len(header) > _MOST_COLUMNS:
        yield Unreadable(name=page.name, reason=f"the table has more than {_MOST_COLUMNS:,} columns")
        return
    yield from until_hopeless(_opened(page, header, rows, given), page, _CAME, caps)


def _opened(page: Page, header: list[str], rows: Iterator[list[str]], given: Mapping | None) -> Iterator[Opened]:
    for number, row in enumerate(rows, start=1):
        if any(row[len(header) :]):
            reason = f"row {number} has more cells than the header: quote cells that hold the mark between cells"
            yield Unreadable(name=f"{page.name}!{number}", reason=reason)
        else:
            cells = {name: cell for name, cell in reversed(list(zip(header, row, strict=False))) if name}
            yield page_of(cells, page, number, _CAME, given)


def _rows(text: str, delimiter: str, limit: int) -> Iterator[list[str]]:
    """The rows that hold anything. The csv module's limit for a cell is raised only while it reads a row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        before = csv.field_size_limit(limit)
        try:
            row = next(reader)
        except StopIteration:
            return
        finally:
            csv.field_size_limit(before)
        if any(cell.strip() for cell in row):
            yield row


def _sample(text: str, *, cut_off: bool) -> list[list[str]]:
    return _first_rows(text, _delimiter(text, cut_off=cut_off), cut_off=cut_off)


def _delimiter(text: str, *, cut_off: bool) -> str:
    """The mark that gives a header that a mapping knows, else even rows, else the most columns."""
    return max(_DELIMITERS, key=lambda mark: _likely(_first_rows(text, mark, cut_off=cut_off)))


def _likely(rows: list[list[str]]) -> tuple[bool, bool, int]:
    header = rows[0] if rows else []
    several = len(header) > 1
    return several and _is_known(header), several and all(_even(row, header) for row in rows), len(header)


def _first_rows(text: str, delimiter: str, *, cut_off: bool) -> list[list[str]]:
    """The header and the rows under it; the last row of a cut-off text may be half a row, and is left out."""
    found = [row for row, _ in zip(_rows(text, delimiter, len(text) + 1), range(_SAMPLE_ROWS + 1), strict=False)]
    if cut_off and len(found) <= _SAMPLE_ROWS and len(found) > 1:
        found[-1] = found[-1][: len(found[0])] + [""] * (len(found[0]) - len(found[-1]))
    return [[name.strip() for name in row] for row in found[:1]] + found[1:]


def _even(row: list[str], header: list[str]) -> bool:
    return len(row) == len(header)


def _is_known(header: list[str]) -> bool:
    return choose(dict.fromkeys(header, "")) is not None
