"""`dateline serve`: the API and the web on a database."""

import errno
import socket
from typing import Annotated

import typer

from dateline.cli.books import casebook
from dateline.cli.stored import DEFAULT, Database
from dateline.cli.terminal import note, refuse


def serve(
    db: Database = DEFAULT,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="NUMBER", help="The port to listen at.", min=1, max=65535)] = 8700,
) -> None:
    """Show a database in the browser, and answer programs at /api, until it is stopped with Ctrl-C."""
    import uvicorn

    from dateline.serve.app import create_app
    from dateline.serve.settings import Settings
    from dateline.serve.web import MISSING, PAGE
    from dateline.store.address import shown

    with casebook(db):
        pass  # what is not there is told, and what is not merged yet is merged, before anybody waits for an answer
    _check_free(host, port)
    if not PAGE.exists():
        note(MISSING)
    typer.echo(f"http://{host}:{port} shows {shown(db)}; Ctrl-C ends it")
    uvicorn.run(create_app(Settings(db=db, host=host, port=port)), host=host, port=port, log_level="warning")


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
