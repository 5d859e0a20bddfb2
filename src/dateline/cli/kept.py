"""`dateline pages`: what became of the pages in a database."""

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from dateline.cli.stored import DEFAULT, Database, Format
from dateline.cli.terminal import console, refuse

if TYPE_CHECKING:
    from dateline.store.store import Store, StoredPage

_Names = Mapping[str, str]


def pages(
    db: Database = DEFAULT,
    status: Annotated[
        list[str] | None, typer.Option("--status", metavar="STATUS", help="Only pages of this status; may be repeated.")
    ] = None,
    format: Annotated[Format, typer.Option(help="How they are printed.")] = Format.TABLE,
) -> None:
    """List the pages in a database and what became of them."""
    from dateline.store.store import Store

    wanted = _statuses(status or [])
    with Store.open(db, create=False) as store:
        found = list(store.pages())
        listed = [page for page in found if page.status in wanted]
        _PRINTERS[format](listed, {page.id: page.name for page in found})
        if format == Format.TABLE:
            _print_sums(store, found, len(listed))


def _statuses(asked: Sequence[str]) -> frozenset[str]:
    """The statuses that are asked for, by default all. Ends the program for one that is not known."""
    from dateline.model.text import Status

    known = get_args(Status)
    named = [one.strip().lower().replace(" ", "_").replace("-", "_") for one in asked]
    for one, written in zip(named, asked, strict=True):
        if one not in known:
            refuse(f"--status {written}: no such status; the statuses are {', '.join(known)}")
    return frozenset(named or known)


def _print_sums(store: "Store", found: "Sequence[StoredPage]", listed: int) -> None:
    """How many records of archives hold no page, and how many pages there are of each status."""
    for one in store.containers():
        typer.echo(f"{one.name}: {one.words}")
    if listed < len(found):
        typer.echo(f"listed: {listed}")
    counts = Counter(page.status.replace("_", " ") for page in found)
    told = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
    typer.echo(f"pages: {len(found)} read{': ' if told else ''}{told}")


def _print_table(found: "Sequence[StoredPage]", names: _Names) -> None:
    from dateline.publish.listing import pages_table

    if found:
        console().print(pages_table(found, names))


def _print_jsonl(found: "Sequence[StoredPage]", names: _Names) -> None:
    from dateline.publish.lines import encode
    from dateline.publish.page_lines import page_line

    for one in found:
        typer.echo(encode(page_line(one)))


def _print_csv(found: "Sequence[StoredPage]", names: _Names) -> None:
    from dateline.publish.page_lines import write_pages_csv

    write_pages_csv(sys.stdout, found)


_PRINTERS: "dict[Format, Callable[[Sequence[StoredPage], _Names], None]]" = {
    Format.TABLE: _print_table,
    Format.JSONL: _print_jsonl,
    Format.CSV: _print_csv,
}
