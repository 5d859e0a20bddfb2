"""`dateline gold` and `dateline mistakes`: what comes of reviews."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.books import casebook
from dateline.cli.stored import DEFAULT, Database, IncidentFormat
from dateline.cli.terminal import console, note

if TYPE_CHECKING:
    from dateline.review.gold import Gold

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Where they are written; made if it is not there.")]


def gold(folder: Folder, db: Database = DEFAULT) -> None:
    """Write the reports all of whose events people reviewed, as they left them: a text and a JSON file each."""
    from dateline.reviewing.desk import gold_reports

    with casebook(db) as book:
        found = list(gold_reports(book))
    folder.mkdir(parents=True, exist_ok=True)
    for one in found:
        _write(folder, one)
    typer.echo(f"{folder}: {len(found)} {'report' if len(found) == 1 else 'reports'}")
    if not found:
        note("no report is wholly reviewed; people review at /review of `dateline serve`")


def mistakes(
    db: Database = DEFAULT,
    format: Annotated[IncidentFormat, typer.Option(help="How they are printed.")] = IncidentFormat.TABLE,
) -> None:
    """List what the coder got wrong in the events that people reviewed, by slot and type, with examples."""
    from dateline.publish.lines import encode
    from dateline.publish.review_lines import mistake_line, mistakes_table
    from dateline.reviewing.desk import mistakes_found

    with casebook(db) as book:
        found = mistakes_found(book)
    if format == IncidentFormat.JSONL:
        for one in found:
            typer.echo(encode(mistake_line(one)))
    elif found:
        console().print(mistakes_table(found))
    else:
        note("no mistake was found: no event was corrected or rejected yet")


def _write(folder: Path, one: "Gold") -> None:
    import msgspec

    (folder / f"{one.doc}.txt").write_text(one.text, encoding="utf-8")
    coding = msgspec.json.format(msgspec.json.encode(one.coding), indent=1)
    (folder / f"{one.doc}.json").write_bytes(coding + b"\n")
