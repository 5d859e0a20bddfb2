"""Claims with their actors, places and days known."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.model.claim import Basis, Claim, PlaceRole, RelationClaim
from dateline.model.text import Report, Span

Precision = Literal["exact", "town", "district", "province", "country", "area"]
DayPrecision = Literal["day", "week", "month", "span", "report"]
ActorKind = Literal[
    "state forces",
    "rebel group",
    "political militia",
    "identity militia",
    "rioters",
    "protesters",
    "civilians",
    "external forces",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party to an event. `id` is its entry in the actor list; `kind` is one of ACLED's eight, None where unsure."""

    name: str
    words: Span
    id: str | None = None
    kind: ActorKind | None = None
    country: str | None = None
    basis: Basis = "stated"
    alleged_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: coordinates only where resolved, with the radius in km within which the words put it, and why."""

    name: str
    words: Span
    role: PlaceRole
    precision: Precision
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    radius_km: float | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """When, as a closed interval of days; `words` None where only the report's own day speaks."""

    start: date
    end: date
    precision: DayPrecision
    anchor: date
    words: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The same event in other people's codebooks; None where unsure or where it did not occur."""

    acled: tuple[str, str] | None = None
    plover: tuple[str, str | None] | None = None
    cameo: str | None = None
    ucdp: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How often records like this one were right, from 0 to 1, for the whole and by slot."""

    record: float
    type: float
    agents: float
    targets: float
    places: float
    date: float
    quantities: float
    sources: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A claim with its parts resolved. `background` is final here, since it rests on the days."""

    id: str
    claim: Claim
    background: bool
    agents: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    places: tuple[Place, ...]
    date: Days | None
    voice: str | None
    codes: Codes
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation with its ends looked up; `object` is a place for `controls`."""

    id: str
    claim: RelationClaim
    subject: Actor
    object: Actor | Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One report, coded."""

    report: Report
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
