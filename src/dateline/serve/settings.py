"""What a server is started with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`db` is a file or a database URL; `host` and `port` are where the server listens.

    `person` is the name of the one person who is served where the database has no users.
    """

    db: str
    host: str = "127.0.0.1"
    port: int = 8700
    person: str = "me"
