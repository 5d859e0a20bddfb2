"""Who may sign in, and by which tokens programs speak for them: `/api/users`, `/api/tokens`."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from pydantic import Field

from dateline.serve.context import Admin, Book, Caller, Who
from dateline.serve.session import Words
from dateline.store import tokens, users
from dateline.store.tokens import Token
from dateline.store.users import Role, User, id_of

router = APIRouter(tags=["users"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Users:
    """All users, by name."""

    items: list[User]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUser:
    """A user to add; without a role the first is an admin, and all others are viewers."""

    name: Words
    password: Words
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to change of a user."""

    role: Role | None = None
    password: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Tokens, the oldest first, without their secrets."""

    items: list[Token]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewToken:
    """A token to issue: what it is for, the most it may do, and the days that it counts."""

    note: Annotated[str, Field(max_length=200)] = ""
    role: Role | None = None
    days: Annotated[int, Field(ge=1, le=3650)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A new token; `secret` is shown this once."""

    secret: str
    token: Token


def _in_person(who: Who) -> Caller:
    """A token that got into wrong hands must not make itself at home."""
    if who.by == "token":
        raise HTTPException(403, "a token does not see to users and tokens; sign in with your name and password")
    return who


in_person = [Depends(_in_person)]


@router.get("/users")
def listed(who: Admin, book: Book) -> Users:
    """All users."""
    with book.store.connected() as connection:
        return Users(items=users.all_users(connection))


@router.post("/users", status_code=201, dependencies=in_person)
def add(asked: NewUser, who: Admin, book: Book) -> User:
    """Add a user, who may sign in from now on; with the first, everybody has to."""
    with book.store.connected(writes=True) as connection:
        return users.add_user(connection, asked.name, asked.role, asked.password)


@router.put("/users/{name:path}", dependencies=in_person)
def change(name: str, asked: Change, who: Admin, book: Book) -> User:
    """Change what a user may do, from their next request on, or their password, which ends their sessions."""
    with book.store.connected(writes=True) as connection:
        if asked.password is not None:
            users.set_password(connection, name, asked.password)
        return users.set_role(connection, name, asked.role) if asked.role else users.the_user(connection, name)


@router.delete("/users/{name:path}", status_code=204, dependencies=in_person)
def remove(name: str, who: Admin, book: Book) -> None:
    """Remove a user with all sessions and tokens; what they judged stays. Nobody removes themselves."""
    if id_of(name) == id_of(who.name):
        raise HTTPException(409, "nobody removes themselves; another admin can, or `dateline user remove`")
    with book.store.connected(writes=True) as connection:
        users.remove_user(connection, name)


@router.get("/tokens")
def tokens_listed(who: Who, book: Book) -> Tokens:
    """One's own tokens; for an admin those of all users."""
    with book.store.connected() as connection:
        return Tokens(items=tokens.all_tokens(connection, None if who.role == "admin" else who.name))


@router.post("/tokens", status_code=201, dependencies=in_person)
def issue(asked: NewToken, who: Who, book: Book) -> Issued:
    """Issue a token that speaks for oneself."""
    if who.by == "here":
        raise HTTPException(409, "tokens belong to users; `dateline user add NAME` adds the first")
    with book.store.connected(writes=True) as connection:
        secret, token = tokens.issue(connection, who.name, note=asked.note, role=asked.role, days=asked.days)
    return Issued(secret=secret, token=token)


@router.delete("/tokens/{id}", status_code=204, dependencies=in_person)
def withdraw(id: str, who: Who, book: Book) -> None:
    """Remove a token of one's own; an admin those of others too."""
    with book.store.connected(writes=True) as connection:
        tokens.remove_token(connection, id, None if who.role == "admin" else who.name)
