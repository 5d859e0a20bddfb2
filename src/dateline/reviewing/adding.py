"""Events that the coder missed: people add them at words of a report, and correct them as they do what was coded."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from dateline.casebook import Casebook, merge_waiting
from dateline.knowledge.types import TYPES
from dateline.model.claim import Claim
from dateline.model.errors import ReviewError
from dateline.model.event import Coded, Confidence, Event
from dateline.model.ids import record_id
from dateline.model.review import ADDED
from dateline.model.text import Report, Span
from dateline.read.sentences import paragraphs, sentence_starts
from dateline.resolve.codes import codes_of
from dateline.store.added import drop_row, log_added, numbered, put_row, standing, twin
from dateline.store.log import Logged, lock
from dateline.store.recode import whole
from dateline.store.transaction import Transaction

_GIVEN: Final = Confidence(
    record=1.0, type=1.0, agents=1.0, targets=1.0, places=1.0, date=1.0, quantities=1.0, sources=1.0
)
"""What a person says is no guess of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """An event that a report tells and that was not coded: its page's id, its type, and the words that tell it."""

    page_id: str
    type: str
    start: int
    end: int
    note: str | None = None


def add(book: Casebook, missed: Missed, *, by: str) -> Logged:
    """Logs that the coder missed an event, and merges it with the others. Raises ReviewError where it cannot stand."""
    with book.store.writing() as transaction:
        lock(transaction.connection)
        coded = _page(transaction, missed)
        event = _event(coded, missed)
        logged = log_added(transaction.connection, missed.page_id, event, by=by, note=missed.note)
        beside = transaction.tellings.let_go(missed.page_id)
        put_row(transaction.connection, missed.page_id, event)
        merge_waiting(transaction.tellings, beside=beside)
        return logged


def take_back(transaction: Transaction, undone: Logged) -> None:
    """Takes an added event away again, by the id that it goes by now. Its entry must not be undone yet."""
    page_id, connection = undone.record["page"], transaction.connection
    beside = transaction.tellings.let_go(page_id)
    for one in standing(connection, page_id):
        if one.number == undone.number:
            drop_row(connection, page_id, one.id)
    merge_waiting(transaction.tellings, beside=beside)


def _page(transaction: Transaction, missed: Missed) -> Coded:
    if transaction.coded(missed.page_id) is None:
        raise ReviewError(f"{missed.page_id}: no report is called so; `dateline pages` names them all")
    found = whole(transaction.connection, missed.page_id)
    if found.report.status != "coded":
        raise ReviewError(f"{found.report.page}: {found.report.reason or found.report.status}: nothing is added to it")
    return found


def _event(coded: Coded, missed: Missed) -> Event:
    """The event with nothing told of it but its type and its words."""
    if missed.type not in TYPES:
        raise ReviewError(f"type: {missed.type!r} is no type of the codebook; `dateline codebook list` names them all")
    event = _bare(coded.report, missed.type, _words(coded.report.text, missed))
    known = twin(event, coded.events)
    if known is not None:
        raise ReviewError(f"these words tell {known.id} already, which is of this type: judge that one")
    return numbered(event, coded.events)


def _bare(report: Report, kind: str, trigger: Span) -> Event:
    sentence = _sentence(report.text, trigger)
    claim = Claim(
        type=kind, trigger=trigger, sentence=sentence, modality="occurred", background=False, rule=ADDED,
        agents=(), targets=(), places=(), time=None, counts=(), sources=(), means=None, extent=None,
    )  # fmt: skip
    return Event(
        id=record_id(report.id, sentence, kind), claim=claim, background=False, agents=(), targets=(), places=(),
        date=None, voice=report.agency or report.outlet, confidence=_GIVEN,
        codes=codes_of(kind, (), (), None, "occurred", None),
    )  # fmt: skip


def _words(text: str, missed: Missed) -> Span:
    """The selected words, without the blanks around them."""
    said = text[missed.start : missed.end] if 0 <= missed.start < missed.end <= len(text) else ""
    if not said.strip():
        raise ReviewError(f"no words stand at {missed.start}-{missed.end} of the report: select those that tell it")
    start = missed.start + len(said) - len(said.lstrip())
    return Span(start, start + len(said.strip()), said.strip())


def _sentence(text: str, words: Span) -> Span:
    """The sentence that the words stand in; where they reach over several, all of these."""
    starts = [at + start for at, paragraph in paragraphs(text) for start in sentence_starts(paragraph)]
    first = starts[bisect_right(starts, words.start) - 1]
    ends = [*starts[1:], len(text)]
    end = ends[bisect_right(starts, words.end - 1) - 1]
    said = text[first:end].rstrip()
    return Span(first, first + len(said), said)
