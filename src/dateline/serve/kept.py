"""What takes long to work out and holds until the database changes: worked out once for all who ask."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar, cast

from dateline.casebook import Casebook

T = TypeVar("T")
MOST_KEPT: Final = 64


class Shelf:
    """Things by name, at most so many: the one asked for longest ago goes first. What several threads ask for at once
    is made once."""

    def __init__(self, most: int) -> None:
        """An empty one."""
        self._most = most
        self._things: dict[Hashable, Any] = {}
        self._lock, self._making = Lock(), dict[Hashable, Lock]()

    def get(self, name: Hashable, make: Callable[[], T]) -> T:
        """The thing of this name, made now where there is none."""
        with self._lock:
            making = self._making.setdefault(name, Lock())
        with making:
            thing = self._things[name] if name in self._things else make()
            self._keep(name, thing)
            return cast(T, thing)

    def _keep(self, name: Hashable, thing: object) -> None:
        with self._lock:
            self._things.pop(name, None)
            self._things[name] = thing
            if len(self._things) > self._most:
                oldest = next(iter(self._things))
                del self._things[oldest]
                self._making.pop(oldest, None)


class Kept:
    """What is kept of one state of a database, until it changes."""

    def __init__(self, book: Casebook) -> None:
        """Of this database."""
        self.book, self._state = book, ""
        self._shelf, self._lock = Shelf(MOST_KEPT), Lock()

    def get(self, name: Hashable, make: Callable[[], T]) -> T:
        """The thing of this name as the database stands now."""
        return self.at(self.book.store.state()).get(name, make)

    def at(self, state: str) -> Shelf:
        """What is kept of a state that the database had a moment ago; nothing that was made before that."""
        with self._lock:
            if state != self._state:
                self._shelf, self._state = Shelf(MOST_KEPT), state
            return self._shelf
