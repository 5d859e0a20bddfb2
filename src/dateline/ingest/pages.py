"""Where pages come from: files, folders and standard input."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from dateline.model.text import Page

STDIN: Final = "-"
MAX_PAGE_BYTES: Final = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A page that could not be read, under the name by which it was given, and why, in one line."""

    name: str
    reason: str


def pages(paths: Sequence[str], stdin: BinaryIO | None) -> Iterator[Page | Unreadable]:
    """The pages of `paths` in order: a file, a folder (all files under it, sorted, hidden ones left out), or "-".

    One byte more than MAX_PAGE_BYTES is read at most, which is how `ingest` knows that a page is too large.
    A path that cannot be read gives an `Unreadable` and never stops the others.
    """
    for path in paths:
        if path == STDIN:
            yield _from_stdin(stdin)
        elif Path(path).is_dir():
            yield from _from_folder(path)
        else:
            yield _from_file(path)


def _from_stdin(stdin: BinaryIO | None) -> Page | Unreadable:
    if stdin is None:
        return Unreadable(name=STDIN, reason="there is no standard input to read")
    try:
        return Page(name=STDIN, data=stdin.read(MAX_PAGE_BYTES + 1))
    except OSError as error:
        return Unreadable(name=STDIN, reason=_why(error))


def _from_file(path: str) -> Page | Unreadable:
    try:
        with Path(path).open("rb") as file:
            return Page(name=path, data=file.read(MAX_PAGE_BYTES + 1))
    except (OSError, ValueError) as error:
        return Unreadable(name=path, reason=_why(error))


def _from_folder(path: str) -> Iterator[Page | Unreadable]:
    broken: list[OSError] = []
    for folder, below, names in os.walk(path, onerror=broken.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield _from_file(str(Path(folder) / name))
    yield from (Unreadable(name=str(error.filename or path), reason=_why(error)) for error in broken)


def _why(error: OSError | ValueError) -> str:
    """The system's own words, without the path, which the record names already."""
    return str(getattr(error, "strerror", None) or error)
