"""Ledgers as answers: a page of lines as JSON, or all of them as a CSV file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Annotated, Final, Literal, TextIO, TypeVar

from fastapi import Depends, Query, Response

from dateline.model.ledger import Statement
from dateline.publish.ledger_flat import speakers
from dateline.publish.lines import Line

_MOST: Final = 5_000
_OFTEN: Final = 500
Format = Annotated[Literal["json", "csv"], Query(description="CSV has one flat row a line, and all of them.")]
Brief = Annotated[bool, Query(description="Who says so by name alone, without the words that each line rests on.")]
One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Part:
    """Which of the lines are wanted: at most `limit`, after the first `after`."""

    limit: int
    after: int


def _part(
    limit: Annotated[int, Query(ge=1, le=_MOST, description="At most so many lines.")] = _OFTEN,
    after: Annotated[int, Query(ge=0, le=10**9, description="Without the first so many; `next` of an answer.")] = 0,
) -> Part:
    return Part(limit, after)


Wanting = Annotated[Part, Depends(_part)]


def listed(found: Sequence[One], part: Part, line: Callable[[One], Line]) -> Line:
    """The wanted part of the lines, how many there are, and after how many the next part begins, None at the end."""
    end = part.after + part.limit
    items = [line(one) for one in found[part.after : end]]
    return {"items": items, "total": len(found), "next": end if end < len(found) else None}


def in_brief(line: Line) -> Line:
    """A line without its statements."""
    return {key: value for key, value in line.items() if key != "statements"}


def named(line: Line, statements: Iterable[Statement]) -> Line:
    """A line without its statements, but with the names of those who say so, `said_by`, and deny it, `denied_by`."""
    said, denied = speakers(statements)
    return {**in_brief(line), "said_by": said, "denied_by": denied}


def csv_file(name: str, write: Callable[[TextIO], None]) -> Response:
    """What `write` writes, as a file to keep."""
    file = StringIO()
    write(file)
    return Response(
        file.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )
