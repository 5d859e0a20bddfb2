"""What people say of events, as entries of the log, and where it stands."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Connection

from dateline.model.event import Event
from dateline.model.review import NOBODY, Review, Slot
from dateline.store.log import Entry, Kind, Logged, append, entries, last_hash, once_called
from dateline.store.overlay import as_reviewed
from dateline.store.review_fold import STEPS, Reviews, fold, undone_by

_KEPT: Final = "reviews"
_FOLDED: Final[tuple[Kind, ...]] = (*STEPS, "carried", "undone")


def reviews(connection: Connection) -> Reviews:
    """Where all reviewed events stand, by id. Kept beside the connection for as long as the log stays the same."""
    head = last_hash(connection)
    kept: tuple[str, Reviews] | None = connection.info.get(_KEPT)
    if kept is None or kept[0] != head:
        logged = list(entries(connection, kinds=_FOLDED))
        kept = connection.info[_KEPT] = head, fold(logged, undone_by(logged))
    return kept[1]


def taken_in(events: Iterable[Event], found: Reviews, text: str) -> tuple[Event, ...]:
    """The events of one report as people left them: without those that they reject, with what they corrected."""
    reviewed = ((event, found.get(event.id, NOBODY)) for event in events)
    return tuple(as_reviewed(event, review, text) for event, review in reviewed if not review.rejected)


def is_done(review: Review) -> bool:
    """Whether there is nothing left to be said of an event."""
    return review.standing not in ("unreviewed", "conflict")


def about_event(connection: Connection, event: str) -> tuple[Logged, ...]:
    """What the log has on one event, also under ids that it had before, and what was undone of that."""
    return tuple(entries(connection, about=once_called(connection, [event])))


# ---- entries ------------------------------------------------------------------------------------
def accept(connection: Connection, event: str, *, by: str, note: str | None = None) -> Logged:
    """Logs that an event is right as it stands, with the corrections that stand."""
    stands = reviews(connection).get(event, NOBODY).corrections
    return _say(connection, "accepted", event, by, note, upon=sorted(value.number for value in stands.values()))


def reject(connection: Connection, event: str, *, by: str, note: str | None = None) -> Logged:
    """Logs that the report tells no such event."""
    return _say(connection, "rejected", event, by, note)


def correct(
    connection: Connection,
    event: str,
    slot: Slot,
    value: Any,
    *,
    codes: Mapping[str, Any],
    by: str,
    note: str | None = None,
) -> Logged:
    """Logs what a slot of an event holds, and the codes that the event has with it."""
    return _say(connection, "corrected", event, by, note, slot=slot, value=value, codes=dict(codes))


def remark(
    connection: Connection,
    kind: Kind,
    event: str,
    *,
    by: str,
    note: str | None = None,
    link: str | None = None,
    file: str | None = None,
) -> Logged:
    """Logs a comment, evidence from outside the report (a web address, or the SHA-256 of a file), or a dispute."""
    more = {"link": link, "file": file} if kind == "evidence" else {}
    return _say(connection, kind, event, by, note, **more)


def settle(
    connection: Connection, event: str, slot: Slot | None, whose: str, *, by: str, note: str | None = None
) -> Logged:
    """Logs whose word holds of a slot, or of the whole event, on which reviewers differ."""
    return _say(connection, "settled", event, by, note, slot=slot, **{"for": whose})


def undo(connection: Connection, undone: Logged, *, by: str, note: str | None = None) -> Logged:
    """Logs that an entry counts no more."""
    record = {"number": undone.number, "note": note}
    return append(connection, Entry(kind="undone", by=by, about=undone.about, record=record))


def is_undone(connection: Connection, number: int) -> bool:
    """Whether an entry was undone already."""
    kinds: tuple[Kind, ...] = ("undone",)
    return number in undone_by(entries(connection, kinds=kinds))


def _say(connection: Connection, kind: Kind, event: str, by: str, note: str | None, **more: Any) -> Logged:
    record = {"event": event, "note": note, **more}
    return append(connection, Entry(kind=kind, by=by, about=(event,), record=record))
