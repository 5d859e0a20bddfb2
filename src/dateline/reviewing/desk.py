"""What lies on a reviewer's desk: the queue, how far all are, what they differ on, and what comes of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.casebook import Casebook
from dateline.model.review import Standing
from dateline.review.gold import Gold, gold, is_checked
from dateline.review.mistakes import Mistake, Reviewed, mistakes
from dateline.review.queue import Item, Urgency, urgency
from dateline.store.filters import Wanted
from dateline.store.log import Logged
from dateline.store.reviews import about_event, is_done, reviews
from dateline.store.told import Told, events_on, how_many, one_told, told, told_of

Pile = Literal["todo", "unreviewed", "accepted", "corrected", "rejected", "conflict", "disputed", "all"]
"""Which events: those with something left to say of them, those of one standing, those marked as in dispute, or all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDesk:
    """An event, how urgent its review is and why, and what the log has on it."""

    told: Told
    urgency: Urgency
    log: Sequence[Logged] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """The most urgent of `total` events, the most urgent first."""

    items: tuple[OnDesk, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many of all events are done, how many stand how, and how many each reviewer judged."""

    total: int
    done: int
    standings: Mapping[Standing, int]
    reviewers: Mapping[str, int]


def queue(book: Casebook, wanted: Wanted, *, by: str, pile: Pile = "todo", limit: int = 50) -> Queue:
    """The most urgent events of a pile that meet all conditions. What `by` marked as in dispute is not to do for them,
    but for others."""
    with book.store.connected() as connection:
        chosen = [one for one in told(connection, wanted, rejected=True) if _lies_on(one, pile, by)]
    ranked = sorted(((_urgency(one), one) for one in chosen), key=lambda pair: (-pair[0].points, pair[1].coded.id))
    items = tuple(OnDesk(told=one, urgency=urgent) for urgent, one in ranked[:limit])
    return Queue(items=items, total=len(chosen))


def on_desk(book: Casebook, event_id: str) -> OnDesk | None:
    """One event, with its report's text and its log; None where it is not here."""
    with book.store.connected() as connection:
        one = one_told(connection, event_id)
        return OnDesk(told=one, urgency=_urgency(one), log=about_event(connection, event_id)) if one else None


def progress(book: Casebook) -> Progress:
    """How far all reviewers are together."""
    with book.store.connected() as connection:
        total, judged = how_many(connection), list(told_of(connection, reviews(connection).keys()))
    standings = Counter(one.review.standing for one in judged)
    standings["unreviewed"] += total - len(judged)
    by = Counter(name for one in judged for name in one.review.opinions)
    left = standings["unreviewed"] + standings["conflict"]
    return Progress(total=total, done=total - left, standings=dict(standings), reviewers=dict(by.most_common()))


def conflicts(book: Casebook) -> list[OnDesk]:
    """The events on which reviewers differ, the most urgent first."""
    differing = [one for one in _reviewed(book) if one.review.conflicts]
    return sorted((OnDesk(told=one, urgency=_urgency(one)) for one in differing), key=lambda one: -one.urgency.points)


def mistakes_found(book: Casebook) -> tuple[Mistake, ...]:
    """What the coder got wrong in the events that people are done with."""
    return mistakes(
        Reviewed(page=one.page, coded=one.coded, event=one.event, review=one.review) for one in _reviewed(book)
    )


def gold_reports(book: Casebook) -> Iterator[Gold]:
    """The reports all of whose events people are done with, as they left them, in the order of their pages."""
    pages = {one.page_id for one in _reviewed(book)}
    with book.store.connected() as connection:
        found, told_on = reviews(connection), {page_id: events_on(connection, page_id) for page_id in sorted(pages)}
    for page_id, events in told_on.items():
        coded = book.store.coded(page_id) if is_checked(found, events) else None
        if coded is not None:
            yield gold(coded)


def _reviewed(book: Casebook) -> list[Told]:
    with book.store.connected() as connection:
        return list(told_of(connection, reviews(connection).keys()))


def _lies_on(one: Told, pile: Pile, by: str) -> bool:
    if pile == "disputed":
        return bool(one.review.disputed_by)
    if pile == "todo":
        return not is_done(one.review) and by not in one.review.disputed_by
    return pile in ("all", one.review.standing)


def _urgency(one: Told) -> Urgency:
    return urgency(Item(event=one.event, review=one.review, status=one.status, voices=one.voices))
