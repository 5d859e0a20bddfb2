"""What a database stands at: a mark that every transaction that writes makes anew.

Who has seen the mark knows by it whether anything has changed since. It is drawn by lot, so that no mark comes back
when a backup is restored.
"""

from secrets import token_hex
from typing import Final

from sqlalchemy import Connection, insert, select, update

from dateline.store.tables import settings

STATE: Final = "state"
_BYTES: Final = 8


def mark(connection: Connection) -> None:
    """Note that something changed, in the transaction that changes it."""
    value = token_hex(_BYTES)
    known = connection.execute(update(settings).where(settings.c.name == STATE).values(value=value))
    if not known.rowcount:
        connection.execute(insert(settings), {"name": STATE, "value": value})


def state(connection: Connection) -> str:
    """The mark; empty where nothing was written since marks are made."""
    return connection.execute(select(settings.c.value).where(settings.c.name == STATE)).scalar() or ""
