"""Events that people added because the coder missed them: each an entry of the log, and a row made of it.

The row stands beside those of coded events, so that whatever reads events reads it too. Where its page is coded anew it
is made again of the entry: at its words as they stand in the text then, unless the coder tells the event now.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, insert, select, update

from dateline.model.event import Coded, Event
from dateline.model.ids import event_id
from dateline.model.text import Report
from dateline.store import codec, tables
from dateline.store.changes import moved, overlap
from dateline.store.families import arrange
from dateline.store.log import Entry, Kind, Logged, append, entries
from dateline.store.rows import event_row

_ABOUT: tuple[Kind, ...] = ("added", "undone", "carried")


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """An event as it was added, by the `number` of its entry in the log, and the `id` that it goes by now."""

    number: int
    id: str
    event: Event


def log_added(connection: Connection, page_id: str, event: Event, *, by: str, note: str | None = None) -> Logged:
    """Logs that the coder missed an event of a page."""
    record = {"event": event.id, "page": page_id, "was": codec.plain(event), "note": note}
    return append(connection, Entry(kind="added", by=by, about=(event.id,), record=record))


def standing(connection: Connection, page_id: str) -> tuple[Added, ...]:
    """The events that people added to a page and did not take back."""
    logged = list(entries(connection, kinds=_ABOUT))
    undone = {one.record["number"] for one in logged if one.kind == "undone"}
    found: dict[str, Added] = {}
    for one in logged:
        key = one.record.get("event", "")
        if one.kind == "carried" and key in found:
            found[one.record["to"]] = replace(found.pop(key), id=one.record["to"])
        elif one.kind == "added" and one.record["page"] == page_id and one.number not in undone:
            found[key] = Added(number=one.number, id=key, event=codec.event(one.record["was"]))
    return tuple(found.values())


def put_row(connection: Connection, page_id: str, event: Event) -> None:
    """Writes an added event behind all others of its page, which then waits to be merged."""
    last = select(func.max(tables.events.c.number)).where(tables.events.c.page_id == page_id)
    number = connection.execute(last).scalar()
    connection.execute(insert(tables.events), event_row(page_id, 0 if number is None else number + 1, event))
    _tell(connection, page_id)


def drop_row(connection: Connection, page_id: str, event_id: str) -> None:
    """Takes an added event away from its page, which then waits to be merged."""
    connection.execute(tables.events.delete().where(tables.events.c.id == event_id))
    _tell(connection, page_id)


def with_added(connection: Connection, coded: Coded) -> Coded:
    """A page as it was coded anew, with what people added to it; without what the coder tells now, or whose words are
    gone."""
    events = list(coded.events)
    for one in standing(connection, coded.report.id):
        event = _placed(one.event, coded.report)
        if event is not None and twin(event, events) is None:
            events.append(numbered(event, events))
    return replace(coded, events=tuple(events))


def twin(event: Event, others: Iterable[Event]) -> Event | None:
    """The one of these events that tells the same: of its type, at words that overlap its own."""
    own = event.claim
    alike = (one for one in others if one.claim.type == own.type)
    return next((one for one in alike if overlap(one.claim.trigger, own.trigger)), None)


def numbered(event: Event, others: Sequence[Event]) -> Event:
    """The event under an id of its own: behind those of others of its type in its sentence stands a number."""
    taken = {one.id for one in others}
    names = (event.id if number == 1 else f"{event.id}-{number}" for number in range(1, len(taken) + 2))
    return replace(event, id=next(name for name in names if name not in taken))


def _placed(event: Event, report: Report) -> Event | None:
    """The event at its words as the report has them now; None where it has them no more."""
    claim, sentence = event.claim, moved(event.claim.sentence, report.text)
    if sentence is None:
        return None
    by = sentence.start - claim.sentence.start
    trigger = replace(claim.trigger, start=claim.trigger.start + by, end=claim.trigger.end + by)
    event = replace(event, claim=replace(claim, sentence=sentence, trigger=trigger))
    return replace(event, id=event_id(report.id, event))


def _tell(connection: Connection, page_id: str) -> None:
    """Has the page merged anew; what of it other pages of its story tell already is told there."""
    arrange(connection, [page_id])
    connection.execute(update(tables.pages).where(tables.pages.c.id == page_id).values(merged=False))
