"""Who may use a database that is served, and what each may do."""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal, get_args

from sqlalchemy import Connection, RowMapping, delete, exists, func, insert, select, update

from dateline.model.errors import RefusedError
from dateline.store import passwords
from dateline.store.tables import sessions, users
from dateline.store.types import in_utc

Role = Literal["viewer", "reviewer", "admin"]
"""A `viewer` reads, a `reviewer` also judges, an `admin` also settles, audits and sees to the users."""
ROLES: Final[tuple[Role, ...]] = get_args(Role)
"""From the least to the most that one may do."""
_LONGEST: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """One who may sign in. Names differ by more than case."""

    name: str
    role: Role
    added: datetime


def may(role: Role, needed: Role) -> bool:
    """Whether whoever has `role` may do what needs `needed`."""
    return ROLES.index(role) >= ROLES.index(needed)


def lesser(one: Role, other: Role) -> Role:
    """The role that may do what both may."""
    return ROLES[min(ROLES.index(one), ROLES.index(other))]


def id_of(name: str) -> str:
    """By what a user is found, however the name was written."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def has_users(connection: Connection) -> bool:
    """Whether one has to sign in."""
    return bool(connection.execute(select(exists(select(users.c.id)))).scalar())


def all_users(connection: Connection) -> list[User]:
    """All users by name."""
    return [_user(row) for row in connection.execute(select(users).order_by(users.c.id)).mappings()]


def user_called(connection: Connection, name: str) -> User | None:
    """The user of this name."""
    row = connection.execute(select(users).where(users.c.id == id_of(name))).mappings().first()
    return _user(row) if row else None


def the_user(connection: Connection, name: str) -> User:
    """The user of this name. Raises RefusedError where there is none."""
    found = user_called(connection, name)
    if found is None:
        raise RefusedError(f"{name}: no user is called so; `dateline user list` names them all")
    return found


def kept_password(connection: Connection, name: str) -> str | None:
    """What is kept of the user's password; None where there is no such user."""
    found: str | None = connection.execute(select(users.c.password).where(users.c.id == id_of(name))).scalar()
    return found


def add_user(connection: Connection, name: str, role: Role | None, password: str) -> User:
    """Adds a user; without a role the first is an admin, and all others are viewers. Raises RefusedError."""
    first, clean = not has_users(connection), _name(name)
    role = role or ("admin" if first else "viewer")
    if first and role != "admin":
        raise RefusedError(f"{clean}: the first user must be an admin, who can add the others; add {clean} after one")
    if user_called(connection, clean):
        raise RefusedError(f"{clean}: is a user already; `dateline user role` changes what they may do")
    new = User(name=clean, role=role, added=datetime.now(UTC))
    row = {"id": id_of(clean), "name": clean, "role": role, "password": _hashed(password), "added": new.added}
    connection.execute(insert(users), row)
    return new


def remove_user(connection: Connection, name: str) -> User:
    """Removes a user with all sessions and tokens. Raises RefusedError for the last admin while there are others."""
    found = the_user(connection, name)
    _leave_an_admin(connection, found)
    connection.execute(delete(users).where(users.c.id == id_of(name)))
    return found


def set_role(connection: Connection, name: str, role: Role) -> User:
    """Changes what a user may do, from the next request on. Raises RefusedError where no admin would be left."""
    found = the_user(connection, name)
    if role != "admin":
        _leave_an_admin(connection, found, alone=True)
    connection.execute(update(users).where(users.c.id == id_of(name)).values(role=role))
    return User(name=found.name, role=role, added=found.added)


def set_password(connection: Connection, name: str, password: str) -> User:
    """Changes a user's password and ends all their sessions. Raises RefusedError."""
    found, key = the_user(connection, name), id_of(name)
    connection.execute(update(users).where(users.c.id == key).values(password=_hashed(password)))
    connection.execute(delete(sessions).where(sessions.c.user_id == key))
    return found


def _leave_an_admin(connection: Connection, who: User, *, alone: bool = False) -> None:
    """Somebody must be able to see to the users that are left; `alone` also where none other is."""
    admins = connection.execute(select(func.count()).where(users.c.role == "admin")).scalar_one()
    others = connection.execute(select(func.count()).select_from(users)).scalar_one() - 1
    if who.role == "admin" and admins == 1 and (others or alone):
        raise RefusedError(f"{who.name}: is the only admin; make another one first")


def _name(name: str) -> str:
    clean = " ".join(unicodedata.normalize("NFKC", name).split())
    if len(clean) > _LONGEST or not clean.isprintable() or not any(map(str.isalnum, clean)):
        raise RefusedError(f"{name!a}: is no name; write 1 to {_LONGEST} letters, digits or signs that can be seen")
    return clean


def _hashed(password: str) -> str:
    passwords.check(password)
    return passwords.hashed(password)


def _user(row: RowMapping) -> User:
    return User(name=row["name"], role=row["role"], added=in_utc(row["added"]))
