"""What a request may ask for: the database that the server was started on, its settings, and who asks.

An endpoint that changes something takes a `Reviewer` or an `Admin`, and logs what was done under its `name`; where the
name is not needed, `dependencies=[needs("admin")]` does. Whoever may do less is refused before the endpoint is called.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request

from dateline.casebook import Casebook
from dateline.serve.settings import Settings
from dateline.store.users import Role, may


def _book(request: Request) -> Casebook:
    book: Casebook = request.app.state.book
    return book


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


Book = Annotated[Casebook, Depends(_book)]
Started = Annotated[Settings, Depends(_settings)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who asks: the name under which a judgement is logged, and what they may do."""

    name: str
    role: Role


def _caller(settings: Started) -> Caller:
    return Caller(name=settings.person, role="admin")


Who = Annotated[Caller, Depends(_caller)]


def _at_least(needed: Role) -> Callable[[Caller], Caller]:
    def check(who: Who) -> Caller:
        if not may(who.role, needed):
            raise HTTPException(403, f"this takes the role {needed}, and {who.name} is a {who.role}: ask an admin")
        return who

    return check


def needs(role: Role) -> Any:
    """What a router or an endpoint names among its `dependencies`: refuses whoever has not this role or a higher one."""
    return Depends(_at_least(role))


Reviewer = Annotated[Caller, needs("reviewer")]
Admin = Annotated[Caller, needs("admin")]
