"""What a server is started with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`db` is a file or a database URL; `host` and `port` are where the server listens."""

    db: str
    host: str = "127.0.0.1"
    port: int = 8700
