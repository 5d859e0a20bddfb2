"""Where reviews stand, folded from the log: one small step for each kind of entry.

A later judgement by the same person takes the place of their earlier one; nobody's takes the place of another's.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final, cast

from dateline.model.review import AS_CODED, NOBODY, Noted, Opinion, Remark, Review, Slot, Value
from dateline.store.log import Kind, Logged

Reviews = Mapping[str, Review]
"""By the ids of events; who is not in it was not reviewed."""
Step = Callable[[Review, Logged, "_Values"], Review]
_Values = dict[int, tuple[Slot, Value]]


def fold(logged: Iterable[Logged], undone: frozenset[int] = frozenset()) -> Reviews:
    """Where all events stand after these entries, of which those with `undone` numbers do not count."""
    found: dict[str, Review] = {}
    values: _Values = {}
    for one in logged:
        if one.kind == "corrected":
            values[one.number] = cast(Slot, one.record["slot"]), _value(one)
        if one.kind == "carried":
            _carry(found, one.record["event"], one.record["to"])
        elif one.kind in STEPS and one.number not in undone:
            event = one.record["event"]
            found[event] = STEPS[one.kind](found.get(event, NOBODY), one, values)
    return found


def undone_by(logged: Iterable[Logged]) -> frozenset[int]:
    """The numbers of the entries that other entries undo."""
    return frozenset(one.record["number"] for one in logged if one.kind == "undone")


# ---- a step for each kind -----------------------------------------------------------------------
def _accepted(review: Review, one: Logged, values: _Values) -> Review:
    """They say that the event is right as it stood then: with the corrections that the entry names."""
    return _say(review, _opinion(one, whole=True, values=dict(values[number] for number in one.record["upon"])))


def _added(review: Review, one: Logged, values: _Values) -> Review:
    """They say that the coder missed it, and that it is as they added it."""
    return _say(review, _opinion(one, whole=True))


def _rejected(review: Review, one: Logged, values: _Values) -> Review:
    return _say(review, _opinion(one, rejects=True))


def _corrected(review: Review, one: Logged, values: _Values) -> Review:
    """They say what one slot holds, and what they said of the others stays; who corrects an event rejects it not."""
    slot, value = values[one.number]
    before = review.opinions.get(one.by)
    if before is None or before.rejects:
        return _say(review, _opinion(one, values={slot: value}))
    return _say(review, _opinion(one, whole=before.whole, values={**before.values, slot: value}))


def _noted(review: Review, one: Logged, values: _Values) -> Review:
    note = Noted(
        kind=cast(Remark, one.kind),
        by=one.by,
        number=one.number,
        at=datetime.fromisoformat(one.at),
        note=one.record["note"],
        link=one.record.get("link"),
        file=one.record.get("file"),
    )
    return replace(review, notes=(*review.notes, note))


def _settled(review: Review, one: Logged, values: _Values) -> Review:
    """What one of them says of a slot, or of the whole event, holds for all of them."""
    winner, slot = review.opinions.get(one.record["for"]), cast("Slot | None", one.record["slot"])
    if winner is None:
        return review
    if slot is None:
        kept = {by: said for by, said in review.opinions.items() if said.rejects == winner.rejects}
        return replace(review, opinions=kept)
    value = winner.of(slot) or AS_CODED
    said = {by: _with(opinion, slot, value) for by, opinion in review.opinions.items()}
    return replace(review, opinions=said)


STEPS: Final[Mapping[Kind, Step]] = {
    "accepted": _accepted,
    "added": _added,
    "rejected": _rejected,
    "corrected": _corrected,
    "disputed": _noted,
    "commented": _noted,
    "evidence": _noted,
    "settled": _settled,
}


def _say(review: Review, opinion: Opinion) -> Review:
    """With what they say now; that they had marked it as in dispute is over when they decide."""
    notes = tuple(note for note in review.notes if note.kind != "disputed" or note.by != opinion.by)
    return replace(review, opinions={**review.opinions, opinion.by: opinion}, notes=notes)


def _opinion(one: Logged, **said: Any) -> Opinion:
    return Opinion(by=one.by, number=one.number, at=datetime.fromisoformat(one.at), **said)


def _with(opinion: Opinion, slot: Slot, value: Value) -> Opinion:
    return opinion if opinion.of(slot) is None else replace(opinion, values={**opinion.values, slot: value})


def _value(one: Logged) -> Value:
    return Value(number=one.number, value=one.record["value"], codes=one.record["codes"])


def _carry(found: dict[str, Review], gone: str, now: str) -> None:
    """What was said of an event that is gone holds for the one that stands for it: of each person the later word."""
    was = found.pop(gone, None)
    if was is None:
        return
    here = found.get(now, NOBODY)
    said = sorted((*was.opinions.values(), *here.opinions.values()), key=lambda one: one.number)
    notes = sorted((*was.notes, *here.notes), key=lambda note: note.number)
    found[now] = Review(opinions={one.by: one for one in said}, notes=tuple(notes))
