"""Events of one or many reports judged to be one happening."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.claim import CountKind, CountStatus
from dateline.model.event import Event
from dateline.model.standing import Party, When, Where
from dateline.model.voice import Voice

__all__ = ["Figure", "Incident", "IncidentStatus", "Likeness", "Telling", "Toll", "Total", "Voice"]
IncidentStatus = Literal["reported", "corroborated", "acknowledged", "disputed", "denied", "retracted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event as one page tells it, with the voices that say that it happened and those that deny it.

    `stamp` is when the page was last updated, else published, in ISO 8601. `dropped_by` is the page that replaced this
    one and no longer tells it: then nobody stands behind it. `text` is all that the page says; empty where
    that is not known.
    """

    page: str
    event: Event
    voices: tuple[Voice, ...]
    denials: tuple[Voice, ...] = ()
    stamp: str | None = None
    dropped_by: str | None = None
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
    """One figure as one telling gives it: (12, None) is "at least 12".

    `stamp` is its telling's. `superseded` says by which later figure of the same source it is replaced, and why it is
    taken to be later; None where it stands.
    """

    event: str
    who: str
    low: int | None
    high: int | None
    voices: tuple[Voice, ...]
    stamp: str | None = None
    superseded: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """All figures of one kind for the same people or things, side by side, and the range derived from them.

    `low` and `high` are the least and the most that any standing figure allows, None where it is open on that side;
    `best` is the figure that most independent sources give, None where no figure is given by more than another.
    `status` is what all those counted are, where that is told. `parts` are of those counted ("of them five children"),
    never beside them.
    """

    kind: CountKind
    who: str
    unit: str
    low: int | None
    best: int | None
    high: int | None
    figures: tuple[Figure, ...]
    derivation: str
    status: CountStatus | None = None
    parts: tuple["Toll", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening. Nothing here is said to be true: `status` says only who stands behind it.

    `independent` are as many of the voices as can be chosen so that no two share a party or a carrier. `agents` are
    the parties said to have done it, `targets` those that it was done to, `when` and `where` what the tellings support
    together; None where none says.
    """

    id: str
    type: str
    tellings: tuple[Telling, ...]
    likenesses: tuple[Likeness, ...]
    independent: tuple[Voice, ...]
    status: IncidentStatus
    reason: str
    tolls: tuple[Toll, ...]
    agents: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    when: When | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What one telling counts over more than one happening: since a day, over a campaign, or as things stand.

    `tolls` are its figures; `inside` are the ids of the incidents that it takes in, whose tolls are never added to it.
    """

    id: str
    telling: Telling
    tolls: tuple[Toll, ...]
    inside: tuple[str, ...]
