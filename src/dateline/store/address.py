"""Where a database is: a file, or the address of one on a server, which is never shown with its password."""

import re
from pathlib import Path
from typing import Final

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dateline.model.errors import StoreError

_SECRET: Final = re.compile(r"(?<=://).*@|\?.*", re.S)
_DRIVER: Final = dict.fromkeys(("postgresql", "postgres"), "postgresql+psycopg")


def url_of(where: str | Path) -> URL:
    """The URL of a file (SQLite), or of what is written as one. Raises StoreError."""
    address = str(where)
    try:
        url = make_url(address) if "://" in address else URL.create("sqlite", database=address)
    except (ArgumentError, ValueError) as error:
        raise _no_address(_SECRET.sub("", address)) from error
    return url.set(drivername=_DRIVER.get(url.drivername, url.drivername))


def shown(where: str | Path | URL) -> str:
    """An address as people may see it: a file's path, or a URL without password and options."""
    try:
        url = where if isinstance(where, URL) else url_of(where)
    except StoreError:
        return _SECRET.sub("", str(where))
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    bare = URL.create(url.get_backend_name(), url.username, None, url.host, url.port, url.database)
    return bare.render_as_string()


def unknown(url: URL) -> StoreError:
    """What is said of an address of no engine that is known."""
    return _no_address(shown(url))


def _no_address(words: str) -> StoreError:
    return StoreError(
        f"{words}: not a database address; give a file such as dateline.db,"
        " or postgresql://USER@HOST/DATABASE for a server"
    )
