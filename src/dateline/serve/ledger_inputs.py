"""What ledgers are made of, read once for each state of the database, with the answers that were made of it."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Annotated, Final, TypeVar

from fastapi import Depends

from dateline.casebook import Casebook
from dateline.ledger.moves import moves
from dateline.model.errors import StoreError
from dateline.model.event import Coded
from dateline.model.incident import Incident
from dateline.model.ledger import Aside, Move
from dateline.serve.context import Book, Known
from dateline.serve.kept import Kept, Shelf

_MOST_ANSWERS: Final = 64
Answer = TypeVar("Answer")


class Told:
    """One state of a database: `coded`, what each page tells that no newer version replaces, and the `incidents`."""

    def __init__(self, coded: tuple[Coded, ...], incidents: tuple[Incident, ...]) -> None:
        """The incidents must be those that the pages tell of."""
        self.coded, self.incidents = coded, incidents
        self._answers = Shelf(_MOST_ANSWERS)

    def answer(self, question: Hashable, make: Callable[[], Answer]) -> Answer:
        """What `make` makes, or what it made before of the same question; the last are kept."""
        return self._answers.get(question, make)

    def moves(self) -> tuple[tuple[Move, ...], tuple[Aside, ...]]:
        """The entries of who holds which place, and what stands aside."""
        return self.answer("moves", lambda: moves(self.incidents, self.coded))

    def reports(self) -> Mapping[str, str]:
        """The ids of reports by the names of their pages."""
        return self.answer("reports", lambda: {one.report.page: one.report.id for one in self.coded})


def told_of(book: Casebook, known: Shelf) -> Told:
    """The state of the database now. Raises StoreError."""
    return known.get("told", lambda: Told(tuple(book.store.newest()), tuple(book.incidents())))


@contextmanager
def read_early(book: Casebook, known: Kept) -> Iterator[None]:
    """Read what ledgers are made of beside what is done inside: whoever asks first need not wait for it."""
    reader = Thread(target=_read, args=(book, known), daemon=True)
    reader.start()
    yield
    reader.join()


def _read(book: Casebook, known: Kept) -> None:
    with suppress(StoreError):  # told to whoever asks
        told_of(book, known.at(book.store.state())).moves()


def _told(book: Book, known: Known) -> Told:
    return told_of(book, known)


AllTold = Annotated[Told, Depends(_told)]
