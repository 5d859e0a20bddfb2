"""Tokens by which programs use the API in a user's name: shown once, and kept as a hash."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_hex, token_urlsafe
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, or_, select

from dateline.model.errors import RefusedError
from dateline.store.tables import tokens, users
from dateline.store.types import in_utc
from dateline.store.users import Role, User, id_of, lesser, the_user

MARK: Final = "dateline_"
"""What all tokens begin with, so that programs that look for secrets in files can find them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token as it is listed: `role` is the most that it may do, `ends` None for one that stands until removed."""

    id: str
    user: str
    role: Role
    note: str
    added: datetime
    ends: datetime | None


def issue(
    connection: Connection, name: str, *, note: str = "", role: Role | None = None, days: int | None = None
) -> tuple[str, Token]:
    """A new token of a user, by default for all that they may do and with no end, as it is shown this once.

    Raises RefusedError where no user is called so.
    """
    user = the_user(connection, name)
    secret, now = f"{MARK}{token_urlsafe(32)}", datetime.now(UTC)
    ends = now + timedelta(days=days) if days is not None else None
    new = Token(id=token_hex(4), user=user.name, role=role or user.role, note=note, added=now, ends=ends)
    row = {"id": new.id, "user_id": id_of(name), "hash": _hash(secret), "role": new.role, "note": note}
    connection.execute(insert(tokens), row | {"added": now, "ends": ends})
    return secret, new


def holder(connection: Connection, secret: str, now: datetime | None = None) -> User | None:
    """In whose name a token speaks, with the lesser of the user's role and its own; None where it does not count."""
    stands = or_(tokens.c.ends.is_(None), tokens.c.ends > (now or datetime.now(UTC)))
    asked = select(users, tokens.c.role.label("at_most")).join(tokens).where(tokens.c.hash == _hash(secret), stands)
    row = connection.execute(asked).first() if secret.startswith(MARK) else None
    return User(name=row.name, role=lesser(row.role, row.at_most), added=in_utc(row.added)) if row else None


def all_tokens(connection: Connection, name: str | None = None) -> list[Token]:
    """The tokens of a user, or of all, the oldest first."""
    asked = select(tokens, users.c.name).join(users).order_by(tokens.c.added, tokens.c.id)
    return [
        _token(row) for row in connection.execute(asked if name is None else asked.where(users.c.id == id_of(name)))
    ]


def remove_token(connection: Connection, id: str, of: str | None = None) -> None:
    """Removes a token, which counts no more. Raises RefusedError where `of` has none of this id, or nobody has."""
    asked = delete(tokens).where(tokens.c.id == id.strip().lower())
    gone = connection.execute(asked if of is None else asked.where(tokens.c.user_id == id_of(of)))
    if not gone.rowcount:
        raise RefusedError(f"{id}: no token has this id; `dateline token list` names them all")


def _token(row: Row[Any]) -> Token:
    ends = in_utc(row.ends) if row.ends else None
    return Token(id=row.id, user=row.name, role=row.role, note=row.note, added=in_utc(row.added), ends=ends)


def _hash(secret: str) -> str:
    """Random as tokens are, none can be guessed from a plain hash."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
