"""Audits: blind random samples of events, what reviewers say of each, and the figures that come out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

Slot = Literal["record", "type", "agents", "targets", "places", "date", "quantities", "sources", "modality"]
SLOTS: Final[tuple[Slot, ...]] = get_args(Slot)
"""What is judged of an event, in the order of the reviewer's keys: first whether there is such a record at all."""
Answer = Literal["right", "wrong", "unsure"]
Stratifier = Literal["type", "month", "status", "country"]
"""By what the events are put into strata: type, month of the first day, status of the incident, country."""
Allocation = Literal["proportional", "equal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An event that may be drawn, and the stratum that it lies in."""

    event: str
    stratum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """How many events there are in it, and how many of them were drawn."""

    name: str
    events: int
    drawn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a sample is to be drawn: of `sample` events, each to be judged by `reviewers` people.

    `by` None: a simple random sample. The same seed draws the same sample from the same events.
    """

    name: str
    sample: int
    by: Stratifier | None = None
    allocation: Allocation = "proportional"
    reviewers: int = 2
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A sample as it was drawn: when, by whom, and from how many events of each stratum."""

    id: str
    plan: Plan
    drawn_by: str
    drawn_at: datetime
    dateline: str
    codebook: str
    strata: tuple[Stratum, ...]

    @property
    def drawn(self) -> int:
        """How many events were drawn."""
        return sum(stratum.drawn for stratum in self.strata)

    @property
    def events(self) -> int:
        """How many events they were drawn from."""
        return sum(stratum.events for stratum in self.strata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one reviewer says of one item. `answers` has the slots that the event fills; the others were not asked.

    Where the record itself is wrong, nothing is asked of its slots.
    """

    item: int
    by: str
    answers: Mapping[Slot, Answer]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An item with the verdicts on it: its type, its stratum, and how many events of the database it stands for."""

    item: int
    type: str
    stratum: str
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """The share that is right, with its interval at 95 %, from 0 to 1; None where nothing was judged.

    `judged` are the items that it rests on, `effective` how many they are worth once weighted.
    """

    share: float | None
    low: float | None
    high: float | None
    judged: int
    effective: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Krippendorff's alpha with its interval at 95 %, and the share of pairs of answers that are the same.

    `items` were answered by two or more. Alpha is None where there are none, or where all answers are the same: then
    nothing tells agreement from chance.
    """

    alpha: float | None
    low: float | None
    high: float | None
    same: float | None
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What an audit says so far. `whole` is the precision of records with every slot right."""

    slots: Mapping[Slot, Precision]
    whole: Precision
    types: Mapping[str, Mapping[Slot, Precision]]
    whole_types: Mapping[str, Precision]
    agreement: Mapping[Slot, Agreement]
    judged: Mapping[str, int]
    """How many items each reviewer has judged."""
