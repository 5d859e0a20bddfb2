"""What adds up over many incidents: who holds which place, who was harmed, who had to flee, what was hit, and when.

A ledger is never surer than what it rests on: every line of one carries the statements behind it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.claim import CountKind, Scope
from dateline.model.event import DayPrecision, Precision
from dateline.model.incident import IncidentStatus, Voice

MoveKind = Literal[
    "captured",
    "entered",
    "contested",
    "lost",
    "handed over",
    "besieged",
    "held",
    "held in part",
    "capture denied",
    "loss denied",
]
Standing = Literal["held", "held in part", "disputed", "contested", "left", "unknown"]
Whom = Literal["all", "civilians", "women", "children", "combatants", "not said"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a line of a ledger rests on: the event or relation by its id, its words, who says so and who denies it."""

    page: str
    event: str
    sentence: str
    voices: tuple[Voice, ...]
    denials: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Days from `start` to `end`; of precision "report" where no words tell of any, and the report's own day stands in.

    Then it happened on that day or before it.
    """

    start: date
    end: date
    precision: DayPrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of a ledger. `key` is its GeoNames id, else its folded name with its province; `known`: on the map."""

    key: str
    name: str
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: Precision = "town"

    @property
    def known(self) -> bool:
        """Whether the gazetteer, or a province named beside it, says where it lies."""
        return self.geonameid is not None or self.admin1 is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A party as ledgers add it up, and the actors as they were said: "army" and "allied militia" of one government."""

    key: str
    name: str
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What is told of who holds a place: one entry of its history.

    `sides` are those who took, entered, besiege or hold it, or who left it, or of whom somebody denies it; () where
    that is not told. `from_sides` lost it. `incident` is the id of the incident, relation or denial that it comes from.
    `when` is None where neither the text nor its page has a day: such an entry is shown and changes nothing.
    """

    id: str
    incident: str
    spot: Spot
    kind: MoveKind
    when: When | None
    sides: tuple[Side, ...]
    from_sides: tuple[Side, ...] = ()
    status: IncidentStatus = "reported"
    statements: tuple[Statement, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether somebody denies it."""
        return self.status == "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A statement on a place that changes nothing of who holds it, and why not."""

    type: str
    spots: tuple[Spot, ...]
    when: When | None
    sides: tuple[Side, ...]
    reason: str
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """How a place stands on a day, by its history up to then.

    `holders`: one where it is held; of a contested or disputed place all who have a part in it or a claim to it.
    `since` are the days of the move that made it so. `doubts` say in words what is uncertain about the order of moves.
    """

    spot: Spot
    standing: Standing
    holders: tuple[Side, ...]
    since: When | None
    besiegers: tuple[Side, ...]
    moves: tuple[Move, ...]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Who holds which place on the day `at`, or by all that is known; what changes nothing stands aside."""

    at: date | None
    holdings: tuple[Holding, ...]
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """How many: from `low`, which is at least 0, to `high`, None where that is open; `best` None where none does."""

    low: int
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many of whom befell what, in one unit. `of` other than "all" are parts of the tally over all."""

    kind: CountKind
    of: Whom
    unit: str
    range: Range


@dataclass(frozen=True, slots=True, kw_only=True)
class SumLine:
    """The sum over the incidents of one month, place, actor ...: each incident stands in one line only."""

    group: str
    incidents: tuple[str, ...]
    tallies: tuple[Tally, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A figure that sums up more than one incident, or a stock as it stands: listed, and added to nothing.

    One line for one figure, however often it is repeated. `reason` says why it is no toll of an incident.
    """

    kind: CountKind
    who: str
    unit: str
    scope: Scope
    low: int | None
    high: int | None
    reason: str
    when: When | None
    spots: tuple[Spot, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Tolls added up by some question (`by`), all of them, and the totals apart."""

    by: str
    lines: tuple[SumLine, ...]
    all: SumLine
    totals: tuple[Total, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A protected thing that was struck or damaged, in the words that name it; how many, where figures tell."""

    kind: str
    words: str
    count: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DamageLine:
    """One incident in which protected things were hit; `by` are those to whom it is laid, with "?" where not outright.

    `general`: it is told of a country, or of more than a month, and sums up more than one attack.
    """

    incident: str
    type: str
    hits: tuple[Hit, ...]
    spots: tuple[Spot, ...]
    when: When | None
    general: bool
    by: tuple[str, ...]
    alleged_by: tuple[str, ...]
    status: IncidentStatus
    reason: str
    tallies: tuple[Tally, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """One incident on a timeline."""

    incident: str
    type: str
    when: When | None
    spots: tuple[Spot, ...]
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    status: IncidentStatus
    reason: str
    tallies: tuple[Tally, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Incidents by day, and those of which no day is known."""

    dated: tuple[TimelineLine, ...]
    undated: tuple[TimelineLine, ...]
