"""`--project DIR` of all commands that know something, and `dateline init`, which writes such a folder."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.terminal import refuse


def _use(context: typer.Context, folder: Path | None) -> Path | None:
    """Put the project to work until the command is done."""
    if folder is not None:
        from dateline.knowledge.open_project import open_project
        from dateline.knowledge.project import using

        context.with_resource(using(open_project(folder)))
    return folder


Project = Annotated[
    Path | None,
    typer.Option(
        "--project", metavar="DIR", help="Add the types, actors, places and verbs in this folder.", callback=_use
    ),
]


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet, or is empty.")],
) -> None:
    """Write a project to start from: a folder of knowledge of one's own, for --project."""
    from dateline.knowledge.open_project import write_start

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        refuse(f"{folder}: is there already; name a new folder, nothing is overwritten")
    try:
        written = write_start(folder)
    except OSError as error:
        refuse(f"{folder}: cannot be written ({error.strerror}); name a folder elsewhere")
    for path in written:
        typer.echo(path)
    typer.echo(f"next: change them, then run 'dateline codebook check --project {folder}'")
