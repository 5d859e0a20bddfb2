"""A wrong command line, said in one line, without the inner words of the libraries that read it."""

import re
from typing import Final, cast

import typer

from dateline.cli.terminal import say

WRONG: Final = cast("type[typer.BadParameter]", typer.BadParameter.__base__)
"""What is raised for a wrong command line of any kind; typer gives only this case of it a name."""

_PLAIN: Final = (
    (re.compile(r"^Invalid value for '?([^':]+)'?: "), r"\1: "),
    (re.compile(r"\bValue error, "), ""),
    (re.compile(r"\bInput should be a valid number\b.*"), "write a number"),
    (re.compile(r"\bInput should be a valid integer\b.*"), "write a whole number"),
    (re.compile(r"\bInput should be greater than or equal to (\S+)"), r"write \1 or more"),
    (re.compile(r"^Missing (argument|option) '(.+?)'.*"), r"\2 is missing"),
    (re.compile(r"^No such "), "no such "),
    (re.compile(r"^Got unexpected "), "got unexpected "),
)


def explain(error: typer.BadParameter) -> int:
    """Say what is wrong and what says it right, or give the help where nothing was asked; the exit status."""
    context = error.ctx
    words = error.format_message()
    for pattern, plain in _PLAIN:
        words = pattern.sub(plain, words)
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
    else:
        say(f"{words.rstrip('.')}; see {context.command_path if context else 'dateline'} --help")
    return error.exit_code
