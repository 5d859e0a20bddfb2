"""Exports in JSON: one object, a list, an object that keeps a list, objects one after another, or JSON Lines."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from dateline.ingest.caps import Caps
from dateline.ingest.decode import decode
from dateline.ingest.json_values import Broken, Values, too_many_parts
from dateline.ingest.mapping import Mapping, records_in
from dateline.ingest.pages import Unreadable
from dateline.ingest.record_page import Opened, page_of, until_hopeless
from dateline.ingest.refusal import Refused, unreadable
from dateline.ingest.streamed import lines_of, pieces_of
from dateline.model.buffers import Buffer
from dateline.model.text import Page

_Record = tuple[Any, Mapping | None]
_START: Final = re.compile(r'\s*(?:\[\s*)?\{\s*"(?:[^"\\]|\\.){0,200}"\s*:')
_CAME: Final = "json"
_HEAD: Final = 4_096


def is_it(data: Buffer) -> bool:
    """Whether the bytes begin as JSON with an object in it, or a list of objects."""
    return _START.match(decode(data[:_HEAD])) is not None


def open_it(page: Page, caps: Caps, given: Mapping | None = None) -> Iterator[Opened]:
    """The page of each record, named CONTAINER!N; what is broken comes out as unreadable, and the rest goes on.

    One value is in memory at a time, of at most `page_bytes` characters. An export without records is an empty page.
    """
    try:
        yield from until_hopeless(_opened(page, given, caps), page, _CAME, caps)
    except Refused as refused:
        yield unreadable(page.name, refused)


def _opened(page: Page, given: Mapping | None, caps: Caps) -> Iterator[Opened]:
    for number, (record, fields) in enumerate(_records(page.data, caps, given), start=1):
        if isinstance(record, Broken):
            yield Unreadable(name=f"{page.name}!{number}", reason=record.reason, status=record.verdict)
        else:
            yield page_of(record, page, number, _CAME, fields)


def _records(data: Buffer, caps: Caps, given: Mapping | None) -> Iterator[_Record]:
    """The records, each with the fields that are given for it."""
    values = Values(pieces_of(data), caps)
    start = values.next_char()
    if start == "[":
        values.pass_char()
        yield from _each(_in_a_row(values, closed=True), given)
    elif start:
        yield from _from_object(values, data, caps, given)


def _from_object(values: Values, data: Buffer, caps: Caps, given: Mapping | None) -> Iterator[_Record]:
    """Told by the first value: all there is, the first of several on lines of their own, or a line of JSON Lines."""
    first, written = values.peek()
    if isinstance(first, Broken):
        yield from _each(_in_lines(data, caps) if values.has_another_line_of_an_object() else [first], given)
    elif values.is_all(written):
        inner = records_in(first, given)
        yield from _each([first], given) if inner is None else ((one, inner[1]) for one in inner[0])
    elif "\n" in written:
        yield from _each(_in_a_row(values, closed=False), given)
    else:
        yield from _each(_in_lines(data, caps), given)


def _each(found: Iterable[Any], given: Mapping | None) -> Iterator[_Record]:
    """Each value as a record, or, where the user names their list, the records in it."""
    for value in found:
        if given is None or given.records is None or isinstance(value, Broken):
            yield value, given
        elif inner := records_in(value, given):
            yield from ((one, inner[1]) for one in inner[0])
        else:
            yield Broken(f"has no list under {given.records}: name the list of records with --records-field"), given


def _in_a_row(values: Values, *, closed: bool) -> Iterator[Any]:
    """Values one after another; behind a broken one nothing can be found again."""
    while (char := values.next_char()) and not (closed and char == "]"):
        value = values.take()
        yield value
        if isinstance(value, Broken) and not value.passed:
            return
    if closed and not char:
        yield Broken("the list breaks off before its end: what came before is read")
    elif closed:
        values.pass_char()
        if values.next_char():
            yield Broken("something stands behind the list: it is left out")


def _in_lines(data: Buffer, caps: Caps) -> Iterator[Any]:
    """JSON Lines: each line stands for itself."""
    for number, line in enumerate(lines_of(data, caps), start=1):
        if not line.strip("\ufeff \t\r\n\x1e"):
            continue
        yield _in_line(line, number, caps)


def _in_line(line: str, number: int, caps: Caps) -> Any:
    if too_many := too_many_parts(line, caps):
        return too_many
    values = Values(iter([line]), caps)
    value, written = values.peek()
    whole = not isinstance(value, Broken) and values.is_all(written)
    named = isinstance(value, Broken) and value.verdict != "failed"
    return value if whole or named else Broken(f"line {number} is not one JSON object")
