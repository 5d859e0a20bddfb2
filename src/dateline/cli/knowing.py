"""`dateline schema`, `dateline codebook` and `dateline gazetteer`: what the program knows and prints by."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.projects import Project
from dateline.cli.terminal import bar, console, loading, say

codebook_app = typer.Typer(invoke_without_command=True)
gazetteer_app = typer.Typer(no_args_is_help=True, help="The list of the world's places.")


def schema(project: Project = None) -> None:
    """Print the JSON Schema of the lines that `dateline code --format jsonl` writes."""
    import json

    from dateline.publish import schema as lines

    typer.echo(json.dumps(lines.schema(), indent=2, ensure_ascii=False))


@codebook_app.callback()
def codebook(context: typer.Context, project: Project = None) -> None:
    """Print the codebook: every type, what it is and is not, and the words that announce it."""
    if context.invoked_subcommand is None:
        from dateline.publish.codebook import print_codebook

        print_codebook(console())


@codebook_app.command("check")
def check(
    types: Annotated[list[str] | None, typer.Argument(metavar="[TYPE...]", help="By default all.")] = None,
    project: Project = None,
) -> None:
    """Run the codebook's examples and name those that are not coded as they should be.

    With a project: those of its own types, and those that fail because of it.
    """
    from dateline.evaluate.codebook import check as failures_of

    with loading("Running the examples ..."):
        failures = failures_of(types or [])
    for failure in failures:
        typer.echo(f"{failure.type}: {failure.problem}: {failure.text}")
    typer.echo(
        f"{len(failures)} of the codebook's examples failed" if failures else "every example is coded as it should be"
    )
    raise typer.Exit(1 if failures else 0)


@gazetteer_app.command("build")
def build(
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="By default where the program looks for it: DATELINE_GAZETTEER or the user's cache."
        ),
    ] = None,
) -> None:
    """Build the gazetteer anew, which takes about half a minute."""
    from dateline.knowledge.gazetteer import default_path
    from dateline.knowledge.gazetteer_build import build as build_to

    path = out or default_path()
    with bar("Building the gazetteer") as told:
        build_to(path, told)
    typer.echo(f"{path}: built")


@gazetteer_app.command("find")
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place, in any usual spelling.")],
    project: Project = None,
) -> None:
    """Find the places that a name may mean, the best known first."""
    from dateline.knowledge.gazetteer import open_gazetteer
    from dateline.publish.listing import places_table

    with bar("Building the gazetteer, this once") as told:
        found = open_gazetteer(progress=told).candidates(name)
    if not found:
        say(f"no place is called {name}; try another spelling")
        raise typer.Exit(1)
    console(sys.stdout).print(places_table(found))
