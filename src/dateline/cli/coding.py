"""`dateline code` and `dateline show`: pages in, what they report out."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO, TypeVar

import typer

from dateline.cli.terminal import bar, console, loading, refuse, status_of

if TYPE_CHECKING:
    from dateline.ingest.pages import Unreadable
    from dateline.model.event import Coded
    from dateline.model.text import Page
    from dateline.pipeline import Coder

Pages = Annotated[
    list[str], typer.Argument(metavar="PAGE...", help="Files or folders of HTML or plain text; - reads standard input.")
]

T = TypeVar("T")


class Format(StrEnum):
    """How events are printed."""

    JSONL = "jsonl"
    TABLE = "table"


def code(
    pages: Pages,
    format: Annotated[
        Format | None, typer.Option(help="By default a table on a terminal, JSON Lines into a pipe or file.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to FILE, not to standard output.")] = None,
) -> None:
    """Code pages: print the events that they report."""
    on_screen = out is None and sys.stdout.isatty()
    format = format or (Format.TABLE if on_screen else Format.JSONL)
    status = 0
    with _opened(out, pages) as file:
        write = _WRITERS[format](file)
        for coded in watched(code_pages(pages_of(pages)), pages, silent=on_screen):
            status |= status_of(coded.report)
            write(coded)
    raise typer.Exit(status)


def show(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="A file of HTML or plain text; - reads standard input.")],
    dropped: Annotated[bool, typer.Option("--dropped", help="Show what was dropped from the page.")] = False,
) -> None:
    """Show one report with its evidence coloured: agents, targets, places, dates, figures, sources and triggers."""
    from dateline.publish.show import print_report

    if Path(page).is_dir():
        refuse(f"{page}: is a folder; name one page in it")
    (coded,) = code_pages(pages_of([page]))
    status = status_of(coded.report)
    if status == 0:
        print_report(console(), coded, dropped=dropped)
    raise typer.Exit(status)


def pages_of(paths: list[str]) -> "Iterator[Page | Unreadable]":
    """The pages of `paths`, read one by one."""
    from dateline.ingest.pages import pages

    return pages(paths, sys.stdin.buffer)


def code_pages(pages: "Iterable[Page | Unreadable]") -> "Iterator[Coded]":
    """What is coded from `pages`, in their order."""
    return load_coder().code_many(pages)


def load_coder() -> "Coder":
    """The coder, loaded: two seconds, or half a minute where the gazetteer must be built first."""
    from dateline.knowledge.gazetteer import default_path
    from dateline.pipeline import Coder

    if default_path().exists():
        with loading("Loading the parser and the gazetteer ..."):
            return Coder()
    with bar("Building the gazetteer, this once") as told:
        return Coder(progress=told)


def watched(items: Iterator[T], paths: list[str], *, silent: bool = False) -> Iterator[T]:
    """The same, counted on a progress bar once the first is there; not if `silent`, nor for a single page."""
    folders = any(Path(path).is_dir() for path in paths)
    if silent or (len(paths) == 1 and not folders):
        yield from items
        return
    total = None if folders else len(paths)
    first = list(islice(items, 1))
    with bar("Coding pages") as told:
        for done, item in enumerate(chain(first, items), 1):
            told(done, total)
            yield item


@contextmanager
def _opened(out: Path | None, paths: list[str]) -> Iterator[TextIO]:
    """Standard output, or the file `out`, which may not lie among the pages that are to be read."""
    if out is None:
        yield sys.stdout
        return
    here = out.resolve()
    if any(page == here or page in here.parents for page in (Path(path).resolve() for path in paths if path != "-")):
        refuse(f"{out}: lies among the pages to be coded; name a file elsewhere")
    try:
        file = out.open("w", encoding="utf-8", errors="replace")
    except OSError as error:
        refuse(f"{out}: cannot be written ({error.strerror}); name a file in a folder that exists")
    with file:
        yield file


def _line_writer(file: TextIO) -> "Callable[[Coded], None]":
    from dateline.publish.lines import jsonl

    def write(coded: "Coded") -> None:
        file.writelines(f"{line}\n" for line in jsonl(coded))
        file.flush()

    return write


def _table_writer(file: TextIO) -> "Callable[[Coded], None]":
    from dateline.publish.table import print_page

    screen = console(file)
    return lambda coded: print_page(screen, coded)


_WRITERS = {Format.JSONL: _line_writer, Format.TABLE: _table_writer}
