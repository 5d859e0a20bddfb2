"""People check what the coder wrote: each judgement is logged, and what it changes is merged anew in one transaction.

What the log says of an event is laid over its coding wherever it is listed, merged or counted.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

import msgspec
from sqlalchemy import Connection

from dateline.casebook import Casebook, tell_anew
from dateline.knowledge.types import TYPES
from dateline.model.errors import OutdatedError, ReviewError
from dateline.model.event import Event
from dateline.model.review import Slot, Value
from dateline.resolve.codes import codes_of
from dateline.reviewing.adding import take_back
from dateline.store import reviews
from dateline.store.log import Kind, Logged, entry, lock
from dateline.store.overlay import corrected
from dateline.store.tellings import Tellings
from dateline.store.told import Told, one_told

Saying = Literal["accepted", "rejected", "corrected", "disputed", "commented", "evidence", "settled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One judgement of one event. `slot` and `value` are a correction's, the value as the event's line has it; `slot`
    with `whose`, the reviewer whose word shall hold, settle a conflict; `link` and `file` are evidence.

    `seen` is the log's number of the last judgement of the event that they know of; None where they do not care.
    """

    kind: Saying
    event: str
    slot: Slot | None = None
    value: Any = None
    whose: str | None = None
    note: str | None = None
    link: str | None = None
    file: str | None = None
    seen: int | None = None


def say(book: Casebook, said: Said, *, by: str) -> Logged:
    """Logs a judgement and merges anew what it changes. Raises ReviewError where it cannot stand."""
    with book.store.writing() as transaction:
        connection = transaction.connection
        lock(connection)
        before = _of(connection, said.event)
        _check_seen(before, said)
        logged = _WAYS[said.kind](connection, before, said, by)
        _merge_anew(transaction.tellings, connection, before)
        return logged


def undo(book: Casebook, number: int, *, by: str, anyone: bool = False, note: str | None = None) -> Logged:
    """Takes an entry of the log back, with all that it changed: one's own, or, with `anyone`, anybody's. Raises
    ReviewError."""
    with book.store.writing() as transaction:
        connection = transaction.connection
        lock(connection)
        undone = _to_undo(connection, number, by=by, anyone=anyone)
        if undone.kind == "added":
            take_back(transaction, undone)
            return reviews.undo(connection, undone, by=by, note=note)
        before = [_of(connection, undone.record["event"])] if "event" in undone.record else []
        logged = reviews.undo(connection, undone, by=by, note=note)
        for one in before:
            _merge_anew(transaction.tellings, connection, one)
        if not before:
            tell_anew(transaction.tellings, [], undone.about)
        return logged


# ---- what can be said ---------------------------------------------------------------------------
Way = Callable[[Connection, Told, Said, str], Logged]


def _accepted(connection: Connection, told: Told, said: Said, by: str) -> Logged:
    return reviews.accept(connection, said.event, by=by, note=said.note)


def _rejected(connection: Connection, told: Told, said: Said, by: str) -> Logged:
    return reviews.reject(connection, said.event, by=by, note=said.note)


def _corrected(connection: Connection, told: Told, said: Said, by: str) -> Logged:
    if said.slot is None:
        raise ReviewError(f"say which slot is to be corrected: {', '.join(get_args(Slot))}")
    if said.slot == "type" and said.value not in TYPES:
        raise ReviewError(f"type: {said.value!r} is no type of the codebook; `dateline codebook list` names them all")
    event = corrected(told.event, said.slot, Value(value=said.value), told.text)
    codes: Mapping[str, Any] = msgspec.to_builtins(_codes(event))
    return reviews.correct(connection, said.event, said.slot, said.value, codes=codes, by=by, note=said.note)


def _remarked(connection: Connection, told: Told, said: Said, by: str) -> Logged:
    kind: Kind = said.kind
    _check_remark(said)
    return reviews.remark(connection, kind, said.event, by=by, note=said.note, link=said.link, file=said.file)


def _settled(connection: Connection, told: Told, said: Said, by: str) -> Logged:
    conflict = next((one for one in told.review.conflicts if one.slot == said.slot), None)
    if conflict is None:
        raise ReviewError(f"{said.event}: nobody differs on {said.slot or 'whether it happened'}")
    names = [name for name, _ in conflict.sides]
    if said.whose not in names:
        raise ReviewError(f"say whose word holds: {' or '.join(names)}")
    return reviews.settle(connection, said.event, said.slot, said.whose, by=by, note=said.note)


_WAYS: Final[Mapping[Saying, Way]] = {
    "accepted": _accepted,
    "rejected": _rejected,
    "corrected": _corrected,
    "disputed": _remarked,
    "commented": _remarked,
    "evidence": _remarked,
    "settled": _settled,
}


# ---- checks -------------------------------------------------------------------------------------
_LINK: Final = re.compile(r"https?://[^\s/]+\S*")
_FILE: Final = re.compile(r"(?:sha256:)?[0-9a-f]{64}")
_FIXED: Final[tuple[Kind, ...]] = ("carried", "orphaned", "undone")


def _of(connection: Connection, event_id: str) -> Told:
    told = one_told(connection, event_id)
    if told is None:
        raise ReviewError(f"{event_id}: no event is called so; `dateline events --format jsonl` names them all")
    return told


def _check_seen(told: Told, said: Said) -> None:
    last = max(told.review.opinions.values(), key=lambda one: one.number, default=None)
    if said.seen is not None and last is not None and last.number > said.seen:
        raise OutdatedError(f"{last.by} judged it meanwhile: look at it again, then judge")


def _check_remark(said: Said) -> None:
    if said.kind == "commented" and not said.note:
        raise ReviewError("a comment needs words")
    if said.link is not None and not _LINK.fullmatch(said.link):
        raise ReviewError(f"{said.link}: is no web address; it begins with https:// or http://")
    if said.file is not None and not _FILE.fullmatch(said.file):
        raise ReviewError("a file of evidence is named by its SHA-256: 64 hex digits")
    if said.kind == "evidence" and not (said.link or said.file or said.note):
        raise ReviewError("evidence needs a web address, the SHA-256 of a file, or words")


def _to_undo(connection: Connection, number: int, *, by: str, anyone: bool) -> Logged:
    undone = entry(connection, number)
    if undone is None:
        raise ReviewError(f"the log has no entry {number}; `dateline log` lists them")
    if undone.kind in _FIXED:
        raise ReviewError(f"entry {number} is no judgement: nothing of it can be undone")
    if reviews.is_undone(connection, number):
        raise ReviewError(f"entry {number} is undone already")
    if undone.by != by and not anyone:
        raise ReviewError(f"entry {number} is by {undone.by}: only they or an admin can undo it")
    return undone


# ---- what it changes ----------------------------------------------------------------------------
def _merge_anew(tellings: Tellings, connection: Connection, before: Told) -> None:
    """Merges the event's page again, but only where the event is another now: to accept it changes nothing."""
    after = _of(connection, before.coded.id)
    if (after.event, after.review.rejected) != (before.event, before.review.rejected):
        tell_anew(tellings, [before.page_id])


def _codes(event: Event) -> Any:
    claim = event.claim
    return codes_of(claim.type, event.agents, event.targets, claim.means, claim.modality, claim.extent)
