"""`dateline serve`: the API and the web on a database."""

import errno
import socket
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
    from dateline.serve.web import MISSING, PAGE
    from dateline.store.address import shown

    settings = Settings(db=db, host=host, port=port, names=tuple(name or ()), person=name_of(None))
    _check_users(settings)
    _check_free(host, port)
    if not PAGE.exists():
        note(MISSING)
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


def _check_free(host: str, port: int) -> None:
    """Ends the program where nobody can listen there."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
    except OSError as error:
        refuse(_why(host, port, error))


def _why(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"--port {port}: another program listens there; name another port, such as --port {port % 65535 + 1}"
    if error.errno == errno.EACCES:
        return f"--port {port}: this user may not listen there; name a port above 1023, such as --port 8700"
    return f"--host {host}: no address of this machine; name one, such as 127.0.0.1"
