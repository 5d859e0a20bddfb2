"""`dateline verify` and `dateline backup`: that what is kept stays as it was."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.stored import DEFAULT, Database
from dateline.cli.terminal import bar, loading


def verify(db: Database = DEFAULT) -> None:
    """Check all that a database keeps: bytes, words, ids, counts, copies and the log; a line for each fault."""
    from dateline.store.store import Store
    from dateline.store.verify import faults

    found = looked_at = 0
    with Store.open(db, create=False) as store, store.connected() as connection, bar("Checking pages") as told:

        def progress(done: int) -> None:
            nonlocal looked_at
            looked_at = done
            told(done, None)

        for fault in faults(connection, progress):
            found += 1
            typer.echo(fault.line)
    typer.echo(f"pages: {looked_at:,} checked; faults: {found:,}")
    raise typer.Exit(1 if found else 0)


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to make; none is overwritten.")],
    db: Database = DEFAULT,
) -> None:
    """Copy a whole database to a new file, also while others write to it, and check the copy."""
    from dateline.store.backup import back_up
    from dateline.store.store import Store

    with Store.open(db, create=False) as store, loading("Copying the database ..."):
        made = back_up(store.engine, file)
    typer.echo(f"{made.path}: {made.size:,} bytes, {made.digest}")
