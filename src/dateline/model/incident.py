"""Events of one or many reports judged to be one happening."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.claim import CountKind
from dateline.model.event import Event

IncidentStatus = Literal["reported", "corroborated", "acknowledged", "disputed", "denied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event as one page tells it. `voices` are those whose word it is: its sources, else the agency or outlet."""

    page: str
    event: Event
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Why two events were judged one happening: event ids, points, and the reasons in words."""

    one: str
    other: str
    points: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A derived range of one kind of figure over all tellings, and how it was derived. None is unstated."""

    kind: CountKind
    low: int | None
    best: int | None
    high: int | None
    derivation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening. Nothing here is said to be true: `status` says only who stands behind it."""

    id: str
    type: str
    tellings: tuple[Telling, ...]
    likenesses: tuple[Likeness, ...]
    status: IncidentStatus
    reason: str
    tolls: tuple[Toll, ...]
