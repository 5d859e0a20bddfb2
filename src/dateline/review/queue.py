"""What is to be reviewed first: what the coder is least sure of, times how much hangs on it.

Two tables of small tests. Each says its reason in words, for the reviewer, and its points. Doubt runs from 0 to 1;
what hangs on an event begins at 1, and what has the most points comes first. The points were set by hand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from math import log10
from typing import Final, get_args

from dateline.knowledge.types import TYPES
from dateline.model.event import Confidence, Event
from dateline.model.review import ADDED, Review, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An event to be reviewed: as it stands, what was said of it, and the `status` and `voices` of its incident."""

    event: Event
    review: Review
    status: str | None = None
    voices: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an event is in the queue, in words, and the points that it gives."""

    words: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgency:
    """Doubt times consequence, and the reasons of both, the weightiest first."""

    points: float
    why: tuple[str, ...]


Test = Callable[[Item], Reason | None]


def urgency(item: Item) -> Urgency:
    """How urgent an event's review is, and why."""
    doubts, weights = ([found for test in table if (found := test(item))] for table in (DOUBTS, CONSEQUENCES))
    doubt = max((reason.points for reason in doubts), default=0.0)
    reasons = sorted([*doubts, *weights], key=lambda reason: -reason.points)
    points = doubt * (1 + sum(reason.points for reason in weights))
    return Urgency(points=round(points, 4), why=tuple(reason.words for reason in reasons))


# ---- doubt --------------------------------------------------------------------------------------
def reviewers_differ(item: Item) -> Reason | None:
    """two reviewers say different things"""
    slots = [conflict.slot or "whether it happened" for conflict in item.review.conflicts]
    return Reason(words=f"reviewers differ on {' and '.join(slots)}", points=1.0) if slots else None


def put_in_dispute(item: Item) -> Reason | None:
    """a reviewer marked it as in dispute"""
    by = item.review.disputed_by
    return Reason(words=f"{' and '.join(by)} marked it as in dispute", points=0.9) if by else None


def unsure_of_the_whole(item: Item) -> Reason | None:
    """few records like this one are wholly right"""
    sure = item.event.confidence.record
    if item.event.claim.rule == ADDED:
        return None
    return Reason(words=f"{sure:.0%} of records like it are wholly right", points=1 - sure)


def unsure_of_a_slot(item: Item) -> Reason | None:
    """a slot is less sure than the rest"""
    sure, slot = min((getattr(item.event.confidence, name), name) for name in _SLOTS)
    if slot in item.review.corrections or sure > _SURE:
        return None
    return Reason(
        words=f"its {_IN_WORDS.get(slot, slot)} {'is' if slot in _ONE else 'are'} {sure:.0%} sure", points=1 - sure
    )


DOUBTS: Final[tuple[Test, ...]] = (reviewers_differ, put_in_dispute, unsure_of_the_whole, unsure_of_a_slot)
_SURE: Final = 0.9
_SLOTS: Final = tuple(field.name for field in fields(Confidence) if field.name in get_args(Slot))
_ONE: Final = frozenset({"type", "date"})
_IN_WORDS: Final[Mapping[str, str]] = {"quantities": "figures"}


# ---- consequence --------------------------------------------------------------------------------
def people_killed(item: Item) -> Reason | None:
    """people were killed: each ten times as many is a point more"""
    killed = _most(item.event, "killed")
    return Reason(words=f"{killed:,} killed hang on it", points=1 + log10(killed)) if killed else None


def people_harmed(item: Item) -> Reason | None:
    """people were hurt, taken or driven out"""
    found = {kind: _most(item.event, kind) for kind in ("displaced", "injured", "abducted", "detained", "missing")}
    kind, most = max(found.items(), key=lambda pair: pair[1])
    return Reason(words=f"{most:,} {kind} hang on it", points=0.5 + log10(most) / 2) if most else None


def a_place_changes_hands(item: Item) -> Reason | None:
    """who holds a place hangs on it"""
    of_ground = TYPES.get(item.event.claim.type) == "territory" and item.event.claim.modality == "occurred"
    return Reason(words="who holds a place hangs on it", points=1.5) if of_ground else None


def somebody_denies_it(item: Item) -> Reason | None:
    """what happened is disputed"""
    disputed = item.status in ("disputed", "denied") or any(s.stance == "denies" for s in item.event.claim.sources)
    return Reason(words="somebody denies it", points=1.0) if disputed else None


def only_one_voice_tells_it(item: Item) -> Reason | None:
    """nobody else would put it right"""
    return Reason(words="only one voice tells of it", points=0.5) if item.voices == 1 else None


def many_voices_tell_it(item: Item) -> Reason | None:
    """it is much told, and much read"""
    return (
        Reason(words=f"{item.voices} voices tell of it", points=min(1.0, item.voices / 5)) if item.voices > 2 else None
    )


CONSEQUENCES: Final[tuple[Test, ...]] = (
    people_killed,
    people_harmed,
    a_place_changes_hands,
    somebody_denies_it,
    only_one_voice_tells_it,
    many_voices_tell_it,
)


def _most(event: Event, kind: str) -> int:
    """Of what happened here: what a report counts over years is added to nothing, and little hangs on it."""
    counts = (count for count in event.claim.counts if count.kind == kind and count.scope == "incident")
    return max((count.high or count.low or 0 for count in counts), default=0)
