"""`dateline serve`: the API and the web on a database."""

from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.cli.books import casebook
from dateline.cli.stored import DEFAULT, Database
from dateline.cli.terminal import note, refuse
from dateline.cli.who import name_of

if TYPE_CHECKING:
    from dateline.serve.settings import Settings

_AT_ONCE: Final = 200
"""Connections that are open at once; one more is told to come back."""


def serve(
    db: Database = DEFAULT,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="NUMBER", help="The port to listen at.", min=1, max=65535)] = 8700,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A name by which browsers reach it, such as a proxy's; may be repeated."),
    ] = None,
) -> None:
    """Show a database in the browser, and answer programs at /api, until it is stopped with Ctrl-C."""
    import uvicorn

    from dateline.serve.app import create_app
    from dateline.serve.settings import Settings
    from dateline.store.address import shown

    settings = Settings(db=db, host=host, port=port, names=tuple(name or ()), person=name_of(None))
    _check_users(settings)
    typer.echo(f"http://{f'[{host}]' if ':' in host else host}:{port} shows {shown(db)}; Ctrl-C ends it")
    uvicorn.run(
        create_app(settings), host=host, port=port, log_level="warning", server_header=False, limit_concurrency=_AT_ONCE
    )


def _check_users(settings: "Settings") -> None:
    """Where other people reach the server, they must sign in. Ends the program where nobody can."""
    from dateline.serve.settings import is_loopback
    from dateline.store.users import has_users

    with casebook(settings.db) as book, book.store.connected() as connection:
        users = has_users(connection)
    if not settings.local and not users:
        refuse("other people would reach this server, and nobody has to sign in: run `dateline user add NAME` first")
    if not is_loopback(settings.host):
        note("passwords can be read on the way to it, unless a proxy with https stands before it")
