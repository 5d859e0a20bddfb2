"""Events of one or many reports judged to be one happening."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.claim import CountKind
from dateline.model.event import Event

IncidentStatus = Literal["reported", "corroborated", "acknowledged", "disputed", "denied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who says it and who passes that on.

    `speaker` is the source as named, else the agency or outlet itself; `party` whom the speaker speaks for, else the
    speaker. `carrier` is the agency, else the outlet; None where the page names neither.
    """

    speaker: str
    party: str
    carrier: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event as one page tells it, with the voices that say that it happened and those that deny it.

    `text` is all that the page says; empty where that is not known.
    """

    page: str
    event: Event
    voices: tuple[Voice, ...]
    denials: tuple[Voice, ...] = ()
    text: str = ""

    @property
    def denies(self) -> bool:
        """Whether nobody stands behind it: it only carries a denial."""
        return not self.voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Why two events were judged one happening: event ids, points, and the reasons in words."""

    one: str
    other: str
    points: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure as one telling gives it: (12, None) is "at least 12"."""

    event: str
    who: str
    low: int | None
    high: int | None
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """All figures of one kind for the same people or things, side by side, and the range derived from them.

    `low` and `high` are the least and the most that anybody's figure allows, None where it is open on that side;
    `best` is the figure that most parties give, None where no figure is given by more parties than another.
    """

    kind: CountKind
    who: str
    unit: str
    low: int | None
    best: int | None
    high: int | None
    figures: tuple[Figure, ...]
    derivation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening. Nothing here is said to be true: `status` says only who stands behind it.

    `independent` are as many of the voices as can be chosen so that no two share a party or a carrier.
    """

    id: str
    type: str
    tellings: tuple[Telling, ...]
    likenesses: tuple[Likeness, ...]
    independent: tuple[Voice, ...]
    status: IncidentStatus
    reason: str
    tolls: tuple[Toll, ...]
