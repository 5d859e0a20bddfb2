"""`dateline user` and `dateline token`: who may sign in to a server, and by which tokens programs speak for them."""

import sys
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.books import casebook
from dateline.cli.stored import DEFAULT, Database
from dateline.cli.terminal import console, note, refuse

user_app = typer.Typer(help="Who may sign in to `dateline serve`, and what each may do.", no_args_is_help=True)
token_app = typer.Typer(help="Tokens by which programs use the API in a user's name.", no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME", help="A user's name, as they sign in and as judgements show it.")]


class RoleOption(StrEnum):
    """What a user may do."""

    VIEWER = "viewer"
    REVIEWER = "reviewer"
    ADMIN = "admin"


@user_app.command("add")
def add(
    name: Name,
    role: Annotated[
        RoleOption | None, typer.Option(help="What they may do; by default the first is admin, others viewer.")
    ] = None,
    db: Database = DEFAULT,
) -> None:
    """Add a user; with the first, everybody has to sign in. The password is asked for, or read from standard input."""
    from dateline.store.users import add_user

    password = _new_password()
    with casebook(db) as book, book.store.connected(writes=True) as connection:
        added = add_user(connection, name, role.value if role else None, password)
    typer.echo(f"{added.name}: added as {added.role}")


@user_app.command("list")
def listed(db: Database = DEFAULT) -> None:
    """List the users."""
    from dateline.store.users import all_users

    with casebook(db) as book, book.store.connected() as connection:
        found = all_users(connection)
    _table(("Name", "Role", "Added"), [(one.name, one.role, _day(one.added)) for one in found])
    if not found:
        note("no users: the server serves one person on this machine; `dateline user add NAME` adds the first")


@user_app.command("remove")
def remove(name: Name, db: Database = DEFAULT) -> None:
    """Remove a user with all sessions and tokens; what they judged stays."""
    from dateline.store.users import remove_user

    with casebook(db) as book, book.store.connected(writes=True) as connection:
        typer.echo(f"{remove_user(connection, name).name}: removed")


@user_app.command("role")
def role(
    name: Name,
    role: Annotated[RoleOption, typer.Argument(metavar="ROLE", help="viewer, reviewer or admin.")],
    db: Database = DEFAULT,
) -> None:
    """Change what a user may do, from their next request on."""
    from dateline.store.users import set_role

    with casebook(db) as book, book.store.connected(writes=True) as connection:
        typer.echo(f"{set_role(connection, name, role.value).name}: now {role.value}")


@user_app.command("password")
def password(name: Name, db: Database = DEFAULT) -> None:
    """Give a user another password, asked for or read from standard input; their sessions end."""
    from dateline.store.users import set_password, the_user

    with casebook(db) as book, book.store.connected() as connection:
        the_user(connection, name)
    new = _new_password()
    with casebook(db) as book, book.store.connected(writes=True) as connection:
        typer.echo(f"{set_password(connection, name, new).name}: has another password; their sessions have ended")


@token_app.command("add")
def add_token(
    name: Name,
    note: Annotated[str, typer.Option(metavar="TEXT", help="What it is for.")] = "",
    role: Annotated[
        RoleOption | None, typer.Option(help="The most it may do; by default all that the user may.")
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", help="How long it counts; by default until removed.", min=1, max=3650),
    ] = None,
    db: Database = DEFAULT,
) -> None:
    """Print a new token of a user, which is shown this once: programs send it as `Authorization: Bearer TOKEN`."""
    from dateline.store.tokens import issue

    with casebook(db) as book, book.store.connected(writes=True) as connection:
        secret, _ = issue(connection, name, note=note, role=role.value if role else None, days=days)
    typer.echo(secret)


@token_app.command("list")
def list_tokens(db: Database = DEFAULT) -> None:
    """List the tokens of all users, without their secrets."""
    from dateline.store.tokens import all_tokens

    with casebook(db) as book, book.store.connected() as connection:
        found = all_tokens(connection)
    rows = [(one.id, one.user, one.role, one.note, _day(one.added), _day(one.ends)) for one in found]
    _table(("Id", "User", "At most", "What for", "Added", "Ends"), rows)


@token_app.command("remove")
def remove_token(
    id: Annotated[str, typer.Argument(metavar="ID", help="As `dateline token list` shows it.")], db: Database = DEFAULT
) -> None:
    """Remove a token, which counts no more."""
    from dateline.store.tokens import remove_token

    with casebook(db) as book, book.store.connected(writes=True) as connection:
        remove_token(connection, id)
    typer.echo(f"{id}: removed")


def _new_password() -> str:
    """Asked for twice, unseen, where a person sits there; else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n") or refuse("write the password to standard input, as one line")
    asked: str = typer.prompt("Password", hide_input=True, confirmation_prompt="The same again", err=True)
    return asked


def _table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(*columns, box=box.SIMPLE_HEAD)
    for row in rows:
        table.add_row(*map(Text, row))
    if rows:
        console().print(table)


def _day(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d}" if at else ""
