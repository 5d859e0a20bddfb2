"""Where pages come from: files, folders and standard input."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO, Final, Literal

from dateline.ingest.caps import Caps
from dateline.ingest.held import Held
from dateline.model.buffers import Buffer
from dateline.model.text import Container, Page

STDIN: Final = "-"
NOTHING: Final = "nothing"
"""How that came under whose name nothing lies, or of which nothing was asked for."""
Verdict = Literal["failed", "too_large", "quarantined"]
Most = Callable[[bytes], int]
_CAPS: Final = Caps()
_HEAD: Final = 1_000_000
_PIECE: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """What could not be read, under the name by which it was given, and why, in one line.

    `status`: `failed` for what is broken or not there, `too_large` for what is over a cap, `quarantined` for what is
    made to hurt. `data` are its bytes, where any were read, `came` how they came and `container` out of what, as a
    page's.
    """

    name: str
    reason: str
    status: Verdict = "failed"
    data: Buffer = b""
    came: str = "file"
    container: Container | None = None


def pages(paths: Sequence[str], stdin: BinaryIO | None, most: Most | None = None) -> Iterator[Page | Unreadable]:
    """The pages of `paths` in order: a file, a folder (all files under it, sorted, hidden ones left out), or "-".

    `most` says of a file's first bytes, a million if there are so many, how many of it are read at all (by default, no
    more than a page may have); one byte more is read, which shows that there is more. What is larger than a page is
    mapped, not read into memory.
    A path that cannot be read gives an `Unreadable` and never stops the others.
    """
    most = most or (lambda head: _CAPS.page_bytes)
    for path in paths:
        if path == STDIN:
            yield _from_stdin(stdin, most)
        elif Path(path).is_dir():
            yield from _from_folder(path, most)
        else:
            yield _from_file(path, most)


def _from_stdin(stdin: BinaryIO | None, most: Most) -> Page | Unreadable:
    if stdin is None:
        return Unreadable(name=STDIN, reason="there is no standard input to read", came=NOTHING)
    try:
        return Page(name=STDIN, data=_spooled(stdin, most))
    except OSError as error:
        return Unreadable(name=STDIN, reason=_why(error))


def _from_file(path: str, most: Most) -> Page | Unreadable:
    try:
        with Path(path).open("rb") as file:
            return Page(name=path, data=_read(file, most))
    except (OSError, ValueError) as error:
        there = isinstance(error, OSError) and os.path.lexists(path)
        return Unreadable(name=path, reason=_why(error), came="file" if there else NOTHING)


def _read(file: BinaryIO, most: Most) -> Buffer:
    head = file.read(min(_HEAD, _CAPS.page_bytes))
    whole = most(head) + 1
    about = os.fstat(file.fileno())
    if stat.S_ISREG(about.st_mode) and min(about.st_size, whole) > _CAPS.page_bytes:
        return mmap(file.fileno(), min(about.st_size, whole), access=ACCESS_READ)
    return (head + file.read(max(0, whole - len(head))))[:whole]


def _spooled(file: BinaryIO, most: Most) -> Buffer:
    """What comes once only: kept on disk where it is larger than a page."""
    held = Held(_CAPS.page_bytes)
    piece = file.read(min(_HEAD, _CAPS.page_bytes))
    left = most(piece) + 1
    while piece and left > 0:
        held.add(piece[:left])
        left -= len(piece)
        piece = file.read(_PIECE)
    return held.whole()


def _from_folder(path: str, most: Most) -> Iterator[Page | Unreadable]:
    broken: list[OSError] = []
    for folder, below, names in os.walk(path, onerror=broken.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from map(_linked, sorted(one for name in below if (one := Path(folder) / name).is_symlink()))
        for name in sorted(names):
            if not name.startswith("."):
                yield _in_folder(Path(folder) / name, most)
    yield from (Unreadable(name=str(error.filename or path), reason=_why(error)) for error in broken)


def _linked(folder: Path) -> Unreadable:
    """A folder elsewhere: it may hold this one, or a whole disk."""
    return Unreadable(name=str(folder), reason="is a link to a folder, which is not followed: name the folder itself")


def _in_folder(path: Path, most: Most) -> Page | Unreadable:
    """A file of a folder; a pipe or device that lies there could keep us waiting for ever."""
    if path.exists() and not path.is_file():
        return Unreadable(name=str(path), reason="is no file")
    return _from_file(str(path), most)


def _why(error: OSError | ValueError) -> str:
    """The system's own words, without the path, which the record names already."""
    return str(getattr(error, "strerror", None) or error)
