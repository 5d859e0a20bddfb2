"""`dateline code` and `dateline show`: pages in, what they report out."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO, TypeVar

import typer

from dateline.cli import reading
from dateline.cli.projects import Project
from dateline.cli.terminal import bar, console, loading, refuse, status_of

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.ingest.caps import Caps
    from dateline.ingest.inputs import Options
    from dateline.model.event import Coded
    from dateline.pipeline import Coder

T = TypeVar("T")


class Format(StrEnum):
    """How events are printed."""

    JSONL = "jsonl"
    TABLE = "table"


def code(
    pages: reading.Pages,
    format: Annotated[
        Format | None, typer.Option(help="By default a table on a terminal, JSON Lines into a pipe or file.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to FILE, not to standard output.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say for each sentence which rules fired, which did not, and why.")
    ] = False,
    as_kind: reading.As = None,
    text_field: reading.TextField = None,
    html_field: reading.HtmlField = None,
    title_field: reading.TitleField = None,
    date_field: reading.DateField = None,
    url_field: reading.UrlField = None,
    records_field: reading.RecordsField = None,
    fetch: reading.Fetch = False,
    max_page_mb: reading.MaxPageMb = None,
    max_seconds: reading.MaxSeconds = None,
    cap: reading.Cap = None,
    project: Project = None,
) -> None:
    """Code pages: print the events that they report."""
    options = reading.options_of(
        as_kind,
        fetch,
        reading.caps_of(max_page_mb, max_seconds, cap),
        text=text_field,
        html=html_field,
        title=title_field,
        date=date_field,
        url=url_field,
        records=records_field,
    )
    if explain and format:
        refuse("--explain prints its own format; leave out --format")
    on_screen = out is None and sys.stdout.isatty()
    if explain:
        with _opened(out, pages) as file:
            raise typer.Exit(_explained(console(file), pages, options))
    format = format or (Format.TABLE if on_screen else Format.JSONL)
    status = 0
    with _opened(out, pages) as file:
        write = _WRITERS[format](file)
        for coded in watched(code_pages(pages, options), pages, silent=on_screen):
            status |= status_of(coded.report)
            write(coded)
    raise typer.Exit(status)


def _explained(screen: "Console", pages: list[str], options: "Options") -> int:
    """Print why each page is coded as it is; the exit status."""
    from dateline.publish.explain import print_explanation

    status, coder = 0, load_coder(options.caps)
    for page in reading.opened_pages(pages, options):
        report, explained = coder.explain(page)
        status |= status_of(report)
        if report.status == "coded":
            print_explanation(screen, report, explained)
    return status


def show(
    page: Annotated[
        str,
        typer.Argument(
            metavar="PAGE", help="A file or web address of one page, or CONTAINER!PAGE; - reads standard input."
        ),
    ],
    dropped: Annotated[bool, typer.Option("--dropped", help="Show what was dropped from the page.")] = False,
    as_kind: reading.As = None,
    text_field: reading.TextField = None,
    html_field: reading.HtmlField = None,
    title_field: reading.TitleField = None,
    date_field: reading.DateField = None,
    url_field: reading.UrlField = None,
    records_field: reading.RecordsField = None,
    fetch: reading.Fetch = False,
    project: Project = None,
) -> None:
    """Show one report with its evidence coloured: agents, targets, places, dates, figures, sources and triggers."""
    from dateline.ingest.caps import Caps
    from dateline.publish.show import print_report

    options = reading.options_of(
        as_kind,
        fetch,
        Caps(),
        text=text_field,
        html=html_field,
        title=title_field,
        date=date_field,
        url=url_field,
        records=records_field,
    )
    (coded,) = load_coder().code_many([reading.the_page(page, options)])
    status = status_of(coded.report)
    if status == 0:
        print_report(console(), coded, dropped=dropped)
    raise typer.Exit(status)


def code_pages(names: list[str], options: "Options") -> "Iterator[Coded]":
    """What is coded from the pages in all that is named, in their order."""
    return load_coder(options.caps).code_many(reading.opened_pages(names, options))


def load_coder(caps: "Caps | None" = None) -> "Coder":
    """The coder, loaded: two seconds, or half a minute where the gazetteer must be built first."""
    from dateline.ingest.caps import Caps
    from dateline.knowledge.gazetteer import default_path
    from dateline.pipeline import Coder

    caps = caps or Caps()
    if default_path().exists():
        with loading("Loading the parser and the gazetteer ..."):
            return Coder(caps=caps)
    with bar("Building the gazetteer, this once") as told:
        return Coder(progress=told, caps=caps)


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
            told(done, total if total and done <= total else None)
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
