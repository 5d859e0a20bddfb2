"""Who has signed in: what a browser keeps is signed and random, and counts only while its session stands here."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Final

from itsdangerous import BadSignature, Signer
from sqlalchemy import Connection, delete, insert, select

from dateline.store.tables import sessions, settings, users
from dateline.store.types import in_utc
from dateline.store.users import User, id_of

LENGTH: Final = timedelta(hours=12)
"""How long a session stands."""
_SECRET: Final = "sessions"


def begin(connection: Connection, name: str, now: datetime | None = None) -> str:
    """Begins a session of a user: what the browser keeps. Sessions that have ended are swept away."""
    now, random = now or datetime.now(UTC), token_urlsafe(32)
    connection.execute(delete(sessions).where(sessions.c.ends <= now))
    row = {"id": _id(random), "user_id": id_of(name), "began": now, "ends": now + LENGTH}
    connection.execute(insert(sessions), row)
    return _signer(_secret(connection) or _new_secret(connection)).sign(random).decode()


def holder(connection: Connection, cookie: str, now: datetime | None = None) -> User | None:
    """Whose session it is; None for one that ended, that was ended, or that never was."""
    random = _random(connection, cookie)
    held = select(users).join(sessions).where(sessions.c.id == _id(random or ""))
    row = connection.execute(held.where(sessions.c.ends > (now or datetime.now(UTC)))).first() if random else None
    return User(name=row.name, role=row.role, added=in_utc(row.added)) if row else None


def end(connection: Connection, cookie: str | None) -> None:
    """Ends a session, if there is such a one."""
    random = _random(connection, cookie) if cookie else None
    if random is not None:
        connection.execute(delete(sessions).where(sessions.c.id == _id(random)))


def _random(connection: Connection, cookie: str) -> str | None:
    """What was signed with the secret of this database; None where it was not."""
    secret = _secret(connection)
    try:
        return _signer(secret).unsign(cookie).decode() if secret else None
    except BadSignature:
        return None


def _signer(secret: str) -> Signer:
    return Signer(secret, salt="dateline session", key_derivation="hmac", digest_method=sha256)


def _secret(connection: Connection) -> str | None:
    found: str | None = connection.execute(select(settings.c.value).where(settings.c.name == _SECRET)).scalar()
    return found


def _new_secret(connection: Connection) -> str:
    secret = token_urlsafe(32)
    connection.execute(insert(settings), {"name": _SECRET, "value": secret})
    return secret


def _id(random: str) -> str:
    """What is kept of a session: who reads the database cannot take it over."""
    return sha256(random.encode()).hexdigest()
