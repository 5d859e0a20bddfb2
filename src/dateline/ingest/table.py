"""Exports as tables: comma- or tab-separated values with a header, one article a row."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from dateline.ingest.bounded import megabytes
from dateline.ingest.caps import Caps
from dateline.ingest.decode import decode
from dateline.ingest.mapping import Mapping, choose
from dateline.ingest.pages import Unreadable
from dateline.ingest.record_page import Opened, page_of, until_hopeless
from dateline.ingest.refusal import Refused, unreadable
from dateline.ingest.streamed import lines_of
from dateline.model.buffers import Buffer
from dateline.model.text import Page

_CAME: Final = "table"
_DELIMITERS: Final = (",", "\t", ";", "|")
_SAMPLE: Final = 65_536
_SAMPLE_ROWS: Final = 5

# What spreadsheets are told in a first line: the mark between cells.
_TOLD: Final = re.compile(r"\ufeff?\"?sep=([^\w\s\"]|\t)\"?[^\S\n\r]*(?:\r\n|\r|\n)", re.IGNORECASE)

# A sentence has blanks behind its commas, the header of a table that is otherwise doubtful has none.
_SPACED: Final = re.compile(r"[,;|]\s+\S")

# A header's cell that is a field's name and nothing that a sentence may hold.
_NAME: Final = re.compile(r"[A-Za-z_@][\w.:@/-]{0,40}")


def is_it(data: Buffer) -> bool:
    """Whether the first rows are a table: a line that says what parts the cells, a header that a mapping knows, or
    one of field names over rows of which most are even."""
    told, text = _without_told(decode(data[:_SAMPLE]))
    rows = _sample(text, told, cut_off=len(data) > _SAMPLE)
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    known, names, tight = _is_known(rows[0]), _names(rows[0]), not _SPACED.search(text.lstrip().partition("\n")[0])
    if told or all(len(row) == len(rows[0]) for row in rows[1:]):
        return bool(told) or known or (names > 2 and len(rows) > 2) or (names > 3 and tight)
    return tight and names > 2 and (known or _mostly_even(rows))


def _names(header: list[str]) -> int:
    """How many fields a header names; 0 where a cell of it is no name, or stands twice."""
    return len(header) if all(map(_NAME.fullmatch, header)) and len(set(header)) == len(header) else 0


def open_it(page: Page, caps: Caps, given: Mapping | None = None) -> Iterator[Opened]:
    """The page of each row under the header, named CONTAINER!N, N from 1; an empty page where there is no row.

    One row is in memory at a time. Where the table cannot be read on, an `Unreadable` under its own name says why.
    """
    try:
        yield from until_hopeless(_opened(page, given, caps), page, _CAME, caps)
    except Refused as refused:
        yield unreadable(page.name, refused)


def _opened(page: Page, given: Mapping | None, caps: Caps) -> Iterator[Opened]:
    told, sample = _without_told(decode(page.data[:_SAMPLE]))
    delimiter = told or _delimiter(sample, cut_off=len(page.data) > _SAMPLE)
    rows = _rows(islice(lines_of(page.data, caps), 1 if told else 0, None), delimiter, caps.page_bytes)
    header = [name.strip() for name in next(rows, [])]
    if len(header) > caps.columns:
        raise Refused(f"the table has more than {caps.columns:,} columns (cap columns)", "too_large")
    for number, row in enumerate(rows, start=1):
        if any(row[len(header) :]):
            reason = f"row {number} has more cells than the header: quote cells that hold the mark between cells"
            yield Unreadable(name=f"{page.name}!{number}", reason=reason)
        else:
            cells = {name: cell for name, cell in reversed(list(zip(header, row, strict=False))) if name}
            yield page_of(cells, page, number, _CAME, given)


def _rows(lines: Iterable[str], delimiter: str, limit: int) -> Iterator[list[str]]:
    """The rows that hold anything. The csv module's limit for a cell is raised only while it reads a row; raises
    Refused where a cell is longer."""
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        before = csv.field_size_limit(limit)
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            reason = f"row {reader.line_num} has a cell larger than {megabytes(limit)} (cap page_bytes)"
            raise Refused(reason, "too_large") from error
        finally:
            csv.field_size_limit(before)
        if any(cell.strip() for cell in row):
            yield row


def _without_told(text: str) -> tuple[str | None, str]:
    """The mark that parts cells as a first line for spreadsheets says it ("sep=;"), and the text behind that line."""
    found = _TOLD.match(text)
    return (found.group(1), text[found.end() :]) if found else (None, text)


def _sample(text: str, told: str | None, *, cut_off: bool) -> list[list[str]]:
    return _first_rows(text, told or _delimiter(text, cut_off=cut_off), cut_off=cut_off)


def _delimiter(text: str, *, cut_off: bool) -> str:
    """The mark that gives a header that a mapping knows, else even rows, else the most columns."""
    return max(_DELIMITERS, key=lambda mark: _likely(_first_rows(text, mark, cut_off=cut_off)))


def _likely(rows: list[list[str]]) -> tuple[bool, bool, int]:
    header = rows[0] if rows else []
    several = len(header) > 1
    return several and _is_known(header), several and _mostly_even(rows), len(header)


def _first_rows(text: str, delimiter: str, *, cut_off: bool) -> list[list[str]]:
    """The header and the rows under it; the last row of a cut-off text may be half a row, and is left out."""
    lines = io.StringIO(text, newline="")
    found = list(islice(_rows(lines, delimiter, len(text) + 1), _SAMPLE_ROWS + 1))
    if cut_off and len(found) <= _SAMPLE_ROWS and len(found) > 1:
        found[-1] = found[-1][: len(found[0])] + [""] * (len(found[0]) - len(found[-1]))
    return [[name.strip() for name in row] for row in found[:1]] + found[1:]


def _mostly_even(rows: list[list[str]]) -> bool:
    """Whether more than half of the rows under the header have as many cells as it; both, where there are two."""
    even = sum(len(row) == len(rows[0]) for row in rows[1:])
    return even > (len(rows) - 1) / 2


def _is_known(header: list[str]) -> bool:
    return choose(dict.fromkeys(header, "")) is not None
