"""Who judges: named on the command line, else in DATELINE_USER, else by the name under which they logged in."""

import getpass
import os
from typing import Annotated

import typer

from dateline.cli.terminal import refuse

By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who judges; by default DATELINE_USER, else your login name.")
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="Why, in your words.")]


def name_of(by: str | None) -> str:
    """The name under which a judgement is logged. Ends the program where there is none."""
    said = by if by is not None else os.environ.get("DATELINE_USER") or _login()
    return clean(said) or refuse("--by: say who judges, as --by NAME or in the variable DATELINE_USER")


def clean(words: str) -> str:
    """Words of the command line on one line; what is no UTF-8 in them is replaced."""
    return " ".join(os.fsencode(words).decode("utf-8", "replace").split())


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
