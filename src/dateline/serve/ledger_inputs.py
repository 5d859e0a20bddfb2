"""What ledgers are made of, read once for each state of the database, with the answers that were made of it."""

from collections.abc import Callable, Hashable, Mapping
from threading import Lock, RLock
from types import TracebackType
from typing import Annotated, Final, Self, TypeVar, cast

from fastapi import Depends, Request

from dateline.casebook import Casebook
from dateline.ledger.moves import moves
from dateline.model.event import Coded
from dateline.model.incident import Incident
from dateline.model.ledger import Aside, Move
from dateline.store.watch import Watch

_MOST_ANSWERS: Final = 64
Answer = TypeVar("Answer")


class Told:
    """One state of a database: `coded`, what each page tells that no newer version replaces, and the `incidents`."""

    def __init__(self, coded: tuple[Coded, ...], incidents: tuple[Incident, ...]) -> None:
        """The incidents must be those that the pages tell of."""
        self.coded, self.incidents = coded, incidents
        self._answers: dict[Hashable, object] = {}
        self._lock = RLock()

    def answer(self, question: Hashable, make: Callable[[], Answer]) -> Answer:
        """What `make` makes, or what it made before of the same question; one is made at a time, the last are kept."""
        with self._lock:
            if question not in self._answers:
                made = make()
                while len(self._answers) >= _MOST_ANSWERS:
                    self._answers.pop(next(iter(self._answers)))
                self._answers[question] = made
            return cast(Answer, self._answers[question])

    def moves(self) -> tuple[tuple[Move, ...], tuple[Aside, ...]]:
        """The entries of who holds which place, and what stands aside."""
        return self.answer("moves", lambda: moves(self.incidents, self.coded))

    def reports(self) -> Mapping[str, str]:
        """The ids of reports by the names of their pages."""
        return self.answer("reports", lambda: {one.report.page: one.report.id for one in self.coded})


class LedgerInputs:
    """Reads the database when it is first asked, and again only where it changed. Use it in a `with` statement."""

    def __init__(self, book: Casebook) -> None:
        """On an open casebook; nothing is read yet."""
        self._book, self._watch, self._lock = book, Watch(book.store), Lock()
        self._mark: str | None = None
        self._told = Told((), ())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._watch.close()

    def told(self) -> Told:
        """The state of the database now. Raises StoreError."""
        with self._lock:
            mark = self._watch.mark()
            if mark != self._mark:
                self._told = Told(tuple(self._book.store.newest()), tuple(self._book.incidents()))
                self._mark = mark
            return self._told


def _told(request: Request) -> Told:
    inputs: LedgerInputs = request.app.state.ledger_inputs
    return inputs.told()


AllTold = Annotated[Told, Depends(_told)]
