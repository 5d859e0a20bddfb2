"""The command line. What takes long to load is imported by the command that needs it."""

import os
import sys
from io import TextIOWrapper
from typing import NoReturn

import typer

from dateline.cli import (
    auditing,
    bench,
    coding,
    gazetteer,
    judging,
    keeping,
    kept,
    knowing,
    ledgers,
    projects,
    rebuilding,
    reviewed,
    searching,
    serving,
    stored,
    users,
)
from dateline.cli.terminal import say
from dateline.cli.wrong import WRONG, explain
from dateline.model.errors import DatelineError

app = typer.Typer(
    name="dateline",
    help="Reads news pages about armed conflict and writes down what they report, who says so, and the exact words.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.command()(coding.code)
app.command()(coding.show)
app.command()(stored.add)
app.command()(stored.events)
app.command()(stored.incidents)
app.command()(judging.why)
app.command()(judging.split)
app.command()(judging.join)
app.command()(judging.log)
app.command()(reviewed.gold)
app.command()(reviewed.mistakes)
app.command()(kept.pages)
app.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})(searching.search)
app.command()(ledgers.control)
app.command()(ledgers.casualties)
app.command()(ledgers.displacement)
app.command()(ledgers.damage)
app.command()(ledgers.timeline)
app.command()(auditing.audit)
app.command()(serving.serve)
app.command()(keeping.verify)
app.command()(rebuilding.rebuild)
app.command()(keeping.backup)
app.command()(knowing.schema)
app.command()(projects.init)
app.command()(bench.bench)
app.add_typer(knowing.codebook_app, name="codebook")
app.add_typer(gazetteer.gazetteer_app, name="gazetteer")
app.add_typer(users.user_app, name="user")
app.add_typer(users.token_app, name="token")


@app.callback(invoke_without_command=True)
def start(version: bool = typer.Option(False, "--version", help="Print the version and end.")) -> None:
    """Options that stand before a command."""
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"dateline {version_of('dateline')}")
        raise typer.Exit


def main() -> None:
    """Run the command line. Exit status: 0 done, 1 some page or step failed, 2 a wrong command line."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        status = app(prog_name="dateline", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _end_quietly()
    except DatelineError as error:
        say(str(error))
        sys.exit(1)
    except WRONG as error:
        sys.exit(explain(error))
    except typer.Abort:
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)


def _end_quietly() -> NoReturn:
    """End where the reader of a pipe has had enough. The signal would end servers too, when a browser hangs up."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still to be printed goes nowhere
    sys.exit(1)
