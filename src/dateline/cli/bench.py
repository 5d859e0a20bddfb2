"""`dateline bench`: predictions for a public benchmark, to be graded by its examiner."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.terminal import loading, refuse


class Part(StrEnum):
    """The parts that a benchmark's data come in."""

    DEV = "dev"
    TEST = "test"


def bench(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The benchmark, such as pages.")],
    data: Annotated[Path, typer.Option(metavar="DIR", help="The folder of its data.")],
    split: Annotated[Part, typer.Option(help="The part of the data.")] = Part.DEV,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write to FILE, not to standard output.")] = None,
) -> None:
    """Write what the program says for a public benchmark, as JSON Lines for its examiner."""
    from dateline.evaluate.bench import BenchmarkError, predictions

    try:
        rows = predictions(name, data, split.value)
    except BenchmarkError as error:
        refuse(str(error))
    with loading(f"Running {name} ..."):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if out is None:
        sys.stdout.write(lines)
        return
    try:
        out.write_text(lines, encoding="utf-8")
    except OSError as error:
        refuse(f"{out}: cannot be written: {error.strerror}")
