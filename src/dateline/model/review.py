"""What people say of single events: that a coding is right, wrong, or right but for a slot.

All of it is folded from the log; nothing is kept beside it. Three people may say three things: as long as two differ,
what they differ in stands as it was coded, and everybody sees both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

Slot = Literal["type", "modality", "background", "agents", "targets", "places", "date", "quantities", "sources"]
"""What can be corrected of an event, by the names that its line of JSON has for it."""
Standing = Literal["unreviewed", "accepted", "corrected", "rejected", "conflict"]
ADDED: Final = "reviewer"
"""What stands for the rule that made an event where the coder missed it and a person added it."""
Remark = Literal["commented", "evidence", "disputed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a slot is said to hold: the log's number of the correction, its value as a line of JSON has it (None where
    the report says none), and the codes that the event has with it. `number` 0 is what was coded."""

    number: int = 0
    value: Any = None
    codes: Mapping[str, Any] | None = None


AS_CODED = Value()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one reviewer says of an event, by the last that they said: the log's `number` of it.

    `values` are the slots that they spoke of; who accepted the whole event spoke of all, those that are not named
    being right as coded.
    """

    by: str
    number: int
    at: datetime
    rejects: bool = False
    whole: bool = False
    values: Mapping[Slot, Value] = field(default_factory=dict)

    def of(self, slot: Slot) -> Value | None:
        """What they say that a slot holds; None where they said nothing of it."""
        return self.values.get(slot, AS_CODED if self.whole else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A comment, a piece of evidence, or the mark that the event is in dispute: the log's `number` of it, and words."""

    kind: Remark
    by: str
    number: int
    at: datetime
    note: str | None = None
    link: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two or more reviewers differ: on a slot, or, where `slot` is None, on whether there is such an event at all.

    `sides` are the reviewers with what each says: a `Value`, or, of the whole event, whether they reject it.
    """

    slot: Slot | None
    sides: tuple[tuple[str, Value | bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All that people say of one event: by reviewer, and their remarks in the order of the log."""

    opinions: Mapping[str, Opinion] = field(default_factory=dict)
    notes: tuple[Noted, ...] = ()

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What they differ in."""
        verdicts = tuple((one.by, one.rejects) for one in self.opinions.values())
        if len({rejects for _, rejects in verdicts}) > 1:
            return (Conflict(slot=None, sides=verdicts),)
        sides = {slot: self._sides(slot) for slot in self._slots()}
        return tuple(Conflict(slot=slot, sides=said) for slot, said in sides.items() if _differ(said))

    @property
    def standing(self) -> Standing:
        """Where it stands with them all together."""
        if not self.opinions:
            return "unreviewed"
        if self.conflicts:
            return "conflict"
        if any(one.rejects for one in self.opinions.values()):
            return "rejected"
        return "corrected" if self.corrections else "accepted"

    @property
    def rejected(self) -> bool:
        """Whether all who judged it reject it: it leaves every list and count."""
        return self.standing == "rejected"

    @property
    def corrections(self) -> Mapping[Slot, Value]:
        """The slots that hold what people say in place of what was coded: nobody differs on them."""
        if any(one.rejects for one in self.opinions.values()):
            return {}
        said = {slot: self._sides(slot) for slot in self._slots()}
        return {slot: sides[-1][1] for slot, sides in said.items() if sides[-1][1].number and not _differ(sides)}

    @property
    def disputed_by(self) -> tuple[str, ...]:
        """Who marked it as in dispute."""
        return tuple(dict.fromkeys(note.by for note in self.notes if note.kind == "disputed"))

    def _slots(self) -> tuple[Slot, ...]:
        return tuple(sorted({slot for one in self.opinions.values() for slot in one.values}))

    def _sides(self, slot: Slot) -> tuple[tuple[str, Value], ...]:
        """Who spoke of a slot, and what they say, in the order in which they did."""
        spoken = sorted(self.opinions.values(), key=lambda one: one.number)
        return tuple((one.by, said) for one in spoken if (said := one.of(slot)) is not None)


def _differ(sides: tuple[tuple[str, Value], ...]) -> bool:
    first = sides[0][1] if sides else AS_CODED
    return any(bool(said.number) != bool(first.number) or said.value != first.value for _, said in sides)


NOBODY = Review()
"""Of an event that nobody judged."""
