"""Exports in JSON: one object, a list, an object that keeps a list, objects one after another, or JSON Lines."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from dateline.ingest.caps import Caps
from dateline.ingest.decode import decode
from dateline.ingest.mapping import Mapping, records_in
from dateline.ingest.pages import Unreadable
from dateline.ingest.record_page import Opened, page_of, until_hopeless
from dateline.model.text import Page

_START: Final = re.compile(r'\s*(?:\[\s*)?\{\s*"(?:[^"\\]|\\.){0,200}"\s*:')
_CAME: Final = "json"
_HEAD: Final = 4_096
_BETWEEN: Final = re.compile(r"[\s,\x1e]*")
_LINE_END: Final = re.compile(r"\r\n?|\n")
_DECODER: Final = json.JSONDecoder(strict=False)

# An object or a list takes some twenty times its two characters in memory; exports of 20 MB have a tenth of this.
_MOST_PARTS: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class _Broken:
    """What stands in place of a record that is no JSON."""

    reason: str


def is_it(data: bytes) -> bool:
    """Whether the bytes begin as JSON with an object in it, or a list of objects."""
    return _START.match(decode(data[:_HEAD])) is not None


def open_it(page: Page, caps: Caps, given: Mapping | None = None) -> Iterator[Opened]:
    """The page of each record, named CONTAINER!N; what is broken comes out as unreadable, and the rest goes on.

    An export without records is an empty page.
    """
    text = decode(page.data)
    if len(page.data) > caps.container_bytes:
        reason = f"the export is larger than {caps.container_bytes / 1e6:g} MB: split it"
        yield Unreadable(name=page.name, reason=reason)
    elif text.count("{") + text.count("[") > _MOST_PARTS:
        yield Unreadable(name=page.name, reason=f"the JSON has more than {_MOST_PARTS:,} parts: split it")
    else:
        yield from until_hopeless(_opened(page, text, given), page, _CAME, caps)


def _opened(page: Page, text: str, given: Mapping | None) -> Iterator[Opened]:
    for number, record in enumerate(_records(text), start=1):
        if isinstance(record, _Broken):
            yield Unreadable(name=f"{page.name}!{number}", reason=record.reason)
        else:
            yield page_of(record, page, number, _CAME, given)


def _records(text: str) -> Iterator[Any]:
    start = _skip(text, 0)
    if text.startswith("[", start):
        yield from _in_a_row(text, start + 1, closed=True)
    elif start < len(text):
        yield from _from_object(text, start)


def _from_object(text: str, start: int) -> Iterator[Any]:
    first, end = _one(text, start)
    if not isinstance(first, _Broken) and _skip(text, end) == len(text):
        inner = records_in(first)
        yield from [first] if inner is None else inner
    elif not isinstance(first, _Broken) and "\n" in text[start:end]:
        yield from _in_a_row(text, start, closed=False)
    elif isinstance(first, _Broken) and "\n{" not in text[start:].replace("\r", "\n"):
        yield first
    else:
        yield from _in_lines(text)


def _in_a_row(text: str, position: int, *, closed: bool) -> Iterator[Any]:
    """Values one after another, one in memory at a time; behind a broken one nothing can be found again."""
    while (position := _skip(text, position)) < len(text) and not (closed and text[position] == "]"):
        value, position = _one(text, position)
        yield value
        if isinstance(value, _Broken):
            return
    if closed and position >= len(text):
        yield _Broken("the list breaks off before its end: what came before is read")
    elif closed and _skip(text, position + 1) < len(text):
        yield _Broken("something stands behind the list: it is left out")


def _in_lines(text: str) -> Iterator[Any]:
    """JSON Lines: each line stands for itself."""
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if not line.strip():
            continue
        value, end = _one(line, _skip(line, 0))
        whole = isinstance(value, _Broken) or _skip(line, end) == len(line)
        yield _Broken(f"line {number} is not one JSON object") if isinstance(value, _Broken) or not whole else value


def _one(text: str, position: int) -> tuple[Any, int]:
    """The value that begins at `position` and where it ends; a broken or too deep one stands for itself."""
    try:
        return _DECODER.raw_decode(text, position)
    except RecursionError:
        reason = "is nested too deep"
    except ValueError as error:
        where = error.pos if isinstance(error, json.JSONDecodeError) else position
        position = max(position, where)
        reason = "is not JSON"
    return _Broken(f"line {text.count(chr(10), 0, position) + 1} {reason}: what comes behind it is left out"), position


def _skip(text: str, position: int) -> int:
    found = _BETWEEN.match(text, position)
    return found.end() if found else position
