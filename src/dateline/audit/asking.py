"""What a reviewer is asked of an event, and whether a verdict answers it."""

from collections.abc import Callable, Mapping
from typing import Final

from dateline.model.audit import SLOTS, Answer, Slot
from dateline.model.errors import RefusedError
from dateline.model.event import Event

_FILLED: Final[Mapping[Slot, Callable[[Event], bool]]] = {
    "agents": lambda event: bool(event.agents),
    "targets": lambda event: bool(event.targets),
    "places": lambda event: bool(event.places),
    "date": lambda event: event.date is not None,
    "quantities": lambda event: bool(event.claim.counts),
    "sources": lambda event: bool(event.claim.sources),
}
"""Slots that an event may leave empty; record, type and modality are always there."""


def asked_of(event: Event) -> tuple[Slot, ...]:
    """The slots that the event fills: what is not there is not judged."""
    return tuple(slot for slot in SLOTS if slot not in _FILLED or _FILLED[slot](event))


def checked(event: Event, answers: Mapping[Slot, Answer]) -> dict[Slot, Answer]:
    """The answers that count: of a record that is not right only that it is not. Raises RefusedError for missing ones
    and for answers that were not asked for."""
    asked = asked_of(event)
    if extra := [slot for slot in answers if slot not in asked]:
        raise RefusedError(f"{extra[0]}: the event has none to judge; answer {', '.join(asked)}")
    if answers.get("record") in ("wrong", "unsure"):
        return {"record": answers["record"]}
    if missing := [slot for slot in asked if slot not in answers]:
        raise RefusedError(f"{missing[0]}: is not answered; say right, wrong or unsure")
    return {slot: answers[slot] for slot in asked}
