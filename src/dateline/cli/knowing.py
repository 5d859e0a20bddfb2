"""`dateline schema` and `dateline codebook`: what the program knows and prints by."""

from typing import Annotated

import typer

from dateline.cli.projects import Project
from dateline.cli.terminal import console, loading

codebook_app = typer.Typer(invoke_without_command=True)


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
