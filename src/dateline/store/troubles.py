"""What is said where the database refuses: one line, with what to do about it."""

import re
from collections.abc import Sequence
from typing import Final

_CREDENTIALS: Final = (
    "the server does not let this user in; check user and password: in the address, in PGPASSWORD or in ~/.pgpass"
)
_ADVICE: Final[Sequence[tuple[re.Pattern[str], str]]] = tuple(
    (re.compile(sign, re.I), advice)
    for sign, advice in (
        # SQLite
        ("not a database", "is not a database; name another file"),
        ("locked", "another program is writing to it; try again when it has ended"),
        ("readonly", "may not be written; check who owns it, or name another file"),
        (
            "disk is full|no space left",
            "the disk is full; make room and add the pages again: what was added so far is kept",
        ),
        # PostgreSQL
        (
            "connection refused|no such file or directory.*socket|socket.*no such file or directory",
            "no PostgreSQL server answers there; start it, or check host and port",
        ),
        ("translate host name|resolve host|name or service", "no host of this name is known; check the address"),
        ("timeout expired|timed out|network is unreachable|no route", "the host does not answer; check host and port"),
        ('database "[^"]*" does not exist', "there is no such database on the server; make it first with createdb"),
        ('role "[^"]*" does not exist|authentication failed|no password supplied|no pg_hba', _CREDENTIALS),
        (
            "permission denied",
            "this user may not do that there; the database's owner can grant the right to make and write tables",
        ),
        ("too many (clients|connections)|remaining connection slots", "the server is busy; try again later"),
        (
            "terminating connection|server closed the connection|connection (is|was) (closed|lost)|shutting down",
            "the server ended the connection; what was added so far is kept: run the command again",
        ),
        ("starting up|in recovery", "the server is starting or only reads; try again later, or use the main server"),
    )
)


def why(error: BaseException | None) -> str:
    """The database's own words on one line, with what to do about those that users meet."""
    words = " ".join(str(error).split())
    first = (str(error).splitlines() or ["unknown error"])[0]
    return next((advice for sign, advice in _ADVICE if sign.search(words)), first)
