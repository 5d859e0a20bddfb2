"""Opening a database of pages and incidents for a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.cli.terminal import bar

if TYPE_CHECKING:
    from dateline.casebook import Casebook


@contextmanager
def casebook(where: str, *, create: bool = False) -> Iterator["Casebook"]:
    """The casebook at `where`, closed in the end; what is not merged yet is, with a progress bar."""
    from dateline.casebook import Casebook

    with bar("Merging pages") as told:
        book = Casebook.open(where, create=create, progress=told)
    with book:
        yield book
