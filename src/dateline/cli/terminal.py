"""Talking to the person at the terminal: one line for an error, a bar for long work, neither mixed into the output."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TextIO

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.model.text import Report

FAILED = frozenset({"failed", "too_large", "quarantined"})
"""What becomes of a page that makes the exit status 1; the others were coded or rightly left."""
_WIDTH_OF_FILES = 120


def say(line: str) -> None:
    """One line on standard error."""
    typer.echo(" ".join(f"dateline: {line}".split()), err=True)


def note(line: str) -> None:
    """One line on standard error about what was read, which is no failure."""
    typer.echo(" ".join(line.split()), err=True)


def refuse(line: str) -> NoReturn:
    """End with the exit status of a wrong command line."""
    say(line)
    raise typer.Exit(2)


def status_of(report: "Report") -> int:
    """0, or 1 for a page that could not be coded, which is then named on standard error with the reason."""
    if report.status not in FAILED:
        return 0
    reason = report.reason or "no reason given"
    advice = _ADVICE.get(reason)
    line = f"{report.page}: {report.status.replace('_', ' ')}: {reason}{f'; {advice}' if advice else ''}"
    note(line)
    return 1


_ADVICE = {
    "No such file or directory": "check its name and the folder you are in",
    "Permission denied": "check who may read it",
}


def console(file: TextIO | None = None) -> "Console":
    """Where tables are printed, by default standard output: as wide as the terminal; where it is none, as COLUMNS says,
    else 120 columns."""
    from rich.console import Console

    file = file or sys.stdout
    said = os.environ.get("COLUMNS", "")
    width = int(said) if said.isdigit() and int(said) > 0 else _WIDTH_OF_FILES
    return Console(file=file, width=None if file.isatty() else width)


@contextmanager
def loading(what: str) -> Iterator[None]:
    """A turning wheel beside `what` while something is loaded, if a person watches."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int | None], None]]:
    """A progress bar on standard error, if a person watches; what it gives is told (done, total)."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
