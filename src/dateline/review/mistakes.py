"""What the coder gets wrong, as reviewers found it: by slot and by type, with examples."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from dateline.model.event import Event
from dateline.model.review import ADDED, Review, Slot

RECORD: Final = "record"
"""What stands for a slot where the whole record is wrong."""
MISSED: Final = "missed"
"""What stands for a slot where a record is missing."""
_MOST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """An event as it was coded, as it stands, and its review; and the page that tells it."""

    page: str
    coded: Event
    event: Event
    review: Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One mistake: what was coded and what is right, in short, and the sentence that says so."""

    event: str
    page: str
    sentence: str
    coded: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """How often a slot was wrong in events coded as this type: of how many that were reviewed, and some examples.

    The slot "record" says that there was no such event at all; "missed" that there was one, and none was coded: of how
    many of its type there are.
    """

    slot: str
    type: str
    wrong: int
    reviewed: int
    examples: tuple[Example, ...]


def mistakes(reviewed: Iterable[Reviewed]) -> tuple[Mistake, ...]:
    """The mistakes in events whose review is done, the most frequent first."""
    done = [one for one in reviewed if one.review.standing in ("accepted", "corrected", "rejected")]
    coded = Counter(one.coded.claim.type for one in done if not _is_added(one))
    there = Counter(one.event.claim.type for one in done if not one.review.rejected)
    found: dict[tuple[str, str], list[Example]] = defaultdict(list)
    for one in done:
        for slot in _wrong(one):
            found[slot, _type(one)].append(_example(one, slot))
    made = (
        Mistake(
            slot=slot,
            type=kind,
            wrong=len(some),
            reviewed=(there if slot == MISSED else coded)[kind],
            examples=tuple(some[:_MOST]),
        )
        for (slot, kind), some in found.items()
    )
    return tuple(sorted(made, key=lambda one: (-one.wrong, one.slot, one.type)))


def _wrong(one: Reviewed) -> Iterable[str]:
    """What the coder got wrong of an event: of one that a person added, that it was missed, unless it is none."""
    if _is_added(one):
        return () if one.review.rejected else (MISSED,)
    return (RECORD,) if one.review.rejected else one.review.corrections


def _type(one: Reviewed) -> str:
    """The type that it was coded as, or, where it was not, that it is of."""
    return (one.event if _is_added(one) else one.coded).claim.type


def _is_added(one: Reviewed) -> bool:
    return one.coded.claim.rule == ADDED


def _example(one: Reviewed, slot: str) -> Example:
    told = _READ.get(slot)  # type: ignore[call-overload]
    trigger = one.coded.claim.trigger.text
    bare = ("no event", trigger) if slot == MISSED else (trigger, "no event")
    coded, right = (told(one.coded), told(one.event)) if told else bare
    sentence = " ".join(one.coded.claim.sentence.text.split())
    return Example(event=one.coded.id, page=one.page, sentence=sentence, coded=coded, right=right)


def _names(items: Iterable[Any]) -> str:
    return "; ".join(item.name for item in items) or "none"


def _figures(event: Event) -> str:
    some = (f"{one.kind} {one.low}-{one.high} {one.who}" for one in event.claim.counts)
    return "; ".join(one.replace("None", "?") for one in some) or "none"


def _sources(event: Event) -> str:
    return "; ".join(f"{one.name} {one.stance}" for one in event.claim.sources) or "none"


_READ: Final[Mapping[Slot, Callable[[Event], str]]] = {
    "type": lambda event: event.claim.type,
    "modality": lambda event: event.claim.modality,
    "background": lambda event: "background" if event.background else "news",
    "agents": lambda event: _names(event.agents),
    "targets": lambda event: _names(event.targets),
    "places": lambda event: _names(event.places),
    "date": lambda event: f"{event.date.start} to {event.date.end}" if event.date else "none",
    "quantities": _figures,
    "sources": _sources,
}
