"""`dateline serve`: the API and the web on a database."""

from typing import Annotated

import typer

from dateline.cli.stored import DEFAULT, Database


def serve(
    db: Database = DEFAULT,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="NUMBER", help="The port to listen at.", min=1, max=65535)] = 8700,
) -> None:
    """Show a database in the browser, and answer programs at /api, until it is stopped with Ctrl-C."""
    import uvicorn

    from dateline.serve.app import create_app
    from dateline.serve.settings import Settings

    typer.echo(f"http://{host}:{port} shows {db}; Ctrl-C ends it")
    uvicorn.run(create_app(Settings(db=db, host=host, port=port)), host=host, port=port, log_level="warning")
