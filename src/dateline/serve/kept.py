"""What takes long to work out and holds until the database changes: worked out once for all who ask."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar, cast

from dateline.casebook import Casebook

T = TypeVar("T")
MOST_KEPT: Final = 64
"""Things that are kept of one state of the database; the one asked for longest ago goes first."""


class Kept:
    """Things by name, of one state of a database. What several threads ask for at once is made once."""

    def __init__(self, book: Casebook) -> None:
        """Of this database."""
        self._book, self._state = book, ""
        self._things: dict[Hashable, Any] = {}
        self._lock, self._making = Lock(), dict[Hashable, Lock]()

    def get(self, name: Hashable, make: Callable[[], T]) -> T:
        """The thing of this name, made now where there is none or the database has changed since it was."""
        state = self._book.store.state()
        with self._lock:
            if state != self._state:
                self._things, self._making, self._state = {}, {}, state
            things, making = self._things, self._making.setdefault(name, Lock())
        with making:
            if name not in things:
                things[name] = make()
            self._touch(things, name)
            return cast(T, things[name])

    def _touch(self, things: dict[Hashable, Any], name: Hashable) -> None:
        with self._lock:
            things[name] = things.pop(name)
            if len(things) > MOST_KEPT:
                del things[next(iter(things))]
