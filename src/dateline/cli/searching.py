"""`dateline search`: reports found by their words."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.stored import DEFAULT, Database, Format
from dateline.cli.terminal import console, note, refuse

if TYPE_CHECKING:
    from dateline.store.search import FoundReport


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='Words, "phrases in quotes", -left -out.')],
    db: Database = DEFAULT,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="The most reports to print.")] = 20,
    format: Annotated[Format, typer.Option(help="How they are printed.")] = Format.TABLE,
) -> None:
    """Find the reports in a database that have all these words, the newest first."""
    from dateline.store.address import shown
    from dateline.store.search import terms
    from dateline.store.store import Store

    query = " ".join(map(_as_typed, words))
    with Store.open(db, create=False) as store:
        found = list(store.search(query, limit + 1))
    if not found:
        asked = " ".join(query.split())
        note(f"no report in {shown(db)} has {asked}" if terms(query) else f"{asked} has no word to look for")
    _PRINTERS[format](found[:limit])
    if len(found) > limit:
        note(f"there are more than {limit}: name more words, or a larger --limit")


def _as_typed(word: str) -> str:
    """What the shell took the quotes from is a phrase; an option that is not known is no word."""
    if word.startswith("--"):
        refuse(f"No such option: {word}")
    return f'"{word}"' if " " in word.strip() and '"' not in word else word


def _print_table(found: "Sequence[FoundReport]") -> None:
    from dateline.publish.found import found_table

    if found:
        console().print(found_table(found))


def _print_jsonl(found: "Sequence[FoundReport]") -> None:
    from dateline.publish.found import found_line
    from dateline.publish.lines import encode

    for one in found:
        typer.echo(encode(found_line(one)))


def _print_csv(found: "Sequence[FoundReport]") -> None:
    from dateline.publish.found import write_found_csv

    write_found_csv(sys.stdout, found)


_PRINTERS: "dict[Format, Callable[[Sequence[FoundReport]], None]]" = {
    Format.TABLE: _print_table,
    Format.JSONL: _print_jsonl,
    Format.CSV: _print_csv,
}
