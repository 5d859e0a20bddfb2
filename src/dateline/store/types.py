"""Types of columns that hold the same on every engine."""

import re
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Dialect, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

_UNKEPT: Final = re.compile("[\0\ud800-\udfff]")


class Words(TypeDecorator[str]):
    """Text that sorts by code points; `length` says how long it is meant to be, which no engine is asked to enforce.

    PostgreSQL would sort by the database's language, and keeps no NUL; halves of surrogate pairs, which names of files
    may hold, are no text anywhere. Either is kept as U+FFFD.
    """

    impl = String
    cache_ok = True

    def __init__(self, length: int | None = None) -> None:
        """Text of about `length` characters, or of any number."""
        super().__init__(length)
        self.length = length

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """PostgreSQL's text of any length, in the order of code points; elsewhere as declared."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Text(collation="C"))
        return dialect.type_descriptor(String(self.length) if self.length else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is kept of a text."""
        return value if value is None or (value.isascii() and "\0" not in value) else keepable(value)


def keepable(value: str) -> str:
    """A text with U+FFFD for each character that databases do not keep: the same length."""
    return _UNKEPT.sub("\ufffd", value)


def in_utc(moment: datetime) -> datetime:
    """A moment as it came out of a database: SQLite keeps no time zone, and what was written is UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
