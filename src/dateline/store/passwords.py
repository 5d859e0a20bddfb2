"""Passwords as they are kept: hashed with Argon2id at the settings that its library recommends."""

import unicodedata
from functools import cache
from secrets import token_urlsafe
from threading import BoundedSemaphore
from typing import Final

from pwdlib import PasswordHash

from dateline.model.errors import RefusedError

SHORTEST: Final = 12
LONGEST: Final = 256
"""Characters of a password. Long ones are refused before they are hashed, which would take as long as they are."""

_HASHER: Final = PasswordHash.recommended()
_AT_ONCE: Final = BoundedSemaphore(2)
"""Each hash takes 64 MB and all of a core for a moment: many at once would bring the server down."""


def check(password: str) -> None:
    """Raises RefusedError for a password that is too short or too long to be set."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise RefusedError(f"the password has {len(password)} characters: write {SHORTEST} to {LONGEST} of them")


def hashed(password: str) -> str:
    """What is kept of a password."""
    with _AT_ONCE:
        return _HASHER.hash(_form(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether this is the password that was kept; where none was, false after as long a time."""
    if len(password) > LONGEST:
        return False
    nobodys = _nobodys()
    with _AT_ONCE:
        return _HASHER.verify(_form(password), kept or nobodys) and kept is not None


@cache
def _nobodys() -> str:
    """The hash of a password that nobody knows: to look for a user who is not there takes as long as for one who is."""
    return _HASHER.hash(token_urlsafe())


def _form(password: str) -> bytes:
    """One form for what keyboards write in several, as NIST SP 800-63B recommends (NFKC)."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
