"""What a request may ask for: the database that the server was started on, its settings, and who asks.

An endpoint that changes something takes a `Reviewer` or an `Admin`, and logs what was done under its `name`; where the
name is not needed, `dependencies=[needs("admin")]` does. Whoever may do less is refused before the endpoint is called.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from fastapi import Depends, HTTPException, Request
from sqlalchemy import Connection

from dateline.casebook import Casebook
from dateline.serve.kept import Kept, Shelf
from dateline.serve.rates import Kind, Limiter
from dateline.serve.security import SAFE, bearer
from dateline.serve.settings import Settings
from dateline.store import sessions, tokens
from dateline.store.state import state
from dateline.store.users import Role, User, has_users, may

COSTLY: Final = ("/api/search", "/api/ledgers", "/api/incidents/summary", "/api/collections", "/api/review/gold")
"""The addresses, by their beginnings, whose answers take a look through the whole database."""


async def _book(request: Request) -> Casebook:
    book: Casebook = request.app.state.book
    return book


async def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


async def _limiter(request: Request) -> Limiter:
    limiter: Limiter = request.app.state.limiter
    return limiter


Book = Annotated[Casebook, Depends(_book)]
Started = Annotated[Settings, Depends(_settings)]
Limits = Annotated[Limiter, Depends(_limiter)]
"""None of these waits for anything, so that they need no threads."""


# ---- who asks -----------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks: the name under which a judgement is logged, what they may do, and by what they are known.

    `here` is the one person of a database without users, at the machine itself.
    """

    name: str
    role: Role
    by: Literal["here", "session", "token"]


def _caller(request: Request, book: Book, settings: Started, limits: Limits) -> Caller:
    """Raises HTTPException 401 for nobody that is known, and 429 for who asks too often."""
    with book.store.connected() as connection:
        found, request.state.stands = _recognised(connection, request, settings), state(connection)
    if found is None:
        raise HTTPException(401, "sign in first, or show a token that counts", {"WWW-Authenticate": "Bearer"})
    if found.by != "here":  # who sits at the machine can do as they like with it anyway
        for kind in _kinds(request):
            limits.take(kind, found.name)
    return found


def _recognised(connection: Connection, request: Request, settings: Settings) -> Caller | None:
    token, cookie = bearer(request), request.cookies.get(settings.cookie)
    if token is not None:
        return _as(tokens.holder(connection, token), "token")
    found = _as(sessions.holder(connection, cookie), "session") if cookie else None
    if found is None and settings.local and not has_users(connection):
        return Caller(name=settings.person, role="admin", by="here")
    return found


def _as(user: User | None, by: Literal["session", "token"]) -> Caller | None:
    return Caller(name=user.name, role=user.role, by=by) if user else None


def _kinds(request: Request) -> tuple[Kind, ...]:
    if request.method not in SAFE:
        return ("changes",)
    return ("reads", "costly") if request.url.path.startswith(COSTLY) else ("reads",)


Who = Annotated[Caller, Depends(_caller)]


async def _stands(request: Request, who: Who) -> str:
    stands: str = request.state.stands
    return stands


async def _known(request: Request, stands: Annotated[str, Depends(_stands)]) -> Shelf:
    kept: Kept = request.app.state.known
    return kept.at(stands)


Stands = Annotated[str, Depends(_stands)]
"""What the database stood at when it was found out who asks."""
Known = Annotated[Shelf, Depends(_known)]
"""What is kept of that state of the database."""


def _at_least(needed: Role) -> Callable[[Caller], Coroutine[Any, Any, Caller]]:
    async def check(who: Who) -> Caller:
        if not may(who.role, needed):
            raise HTTPException(403, f"this takes the role {needed}, and {who.name} is a {who.role}: ask an admin")
        return who

    return check


def needs(role: Role) -> Any:
    """What a router or an endpoint names among its `dependencies`: whoever has a lesser role is refused."""
    return Depends(_at_least(role))


Reviewer = Annotated[Caller, needs("reviewer")]
Admin = Annotated[Caller, needs("admin")]
