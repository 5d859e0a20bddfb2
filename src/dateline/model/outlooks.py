"""Incidents in the terms of other recorders: Airwars' grades of civilian harm, IDMC's figures of displacement.

None stands where the claims do not support a value; an analyst of that house would have to find it.
"""

from dataclasses import dataclass
from typing import Literal

from dateline.model.claim import CountKind

HarmGrade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
Quantifier = Literal["More than", "Less than", "Exact", "Approximately"]
FigureUnit = Literal["Person", "Household"]
FigureRole = Literal["Recommended figure", "Triangulation"]
Category = Literal[
    "Internal Displacements",
    "IDPs",
    "Cross-border Flight",
    "People displaced across borders",
    "Return",
    "Returnees",
    "Cross-border Return",
]
Term = Literal[
    "Evacuated", "Displaced", "Forced to flee", "Relocated", "Sheltered", "In relief camp", "Returns", "Homeless"
]
Identifier = Literal["Origin", "Destination", "Origin and destination"]
LocationAccuracy = Literal["ADM0", "ADM1", "ADM2", "Point"]
DateAccuracy = Literal["Day", "Week", "Month"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """Airwars' grade of the evidence for civilian harm in one incident, and what it rests on, in words."""

    grade: HarmGrade
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place of a movement: left, reached, or both. `lat` and `lon` in degrees, only where resolved."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    accuracy: LocationAccuracy | None
    identifier: Identifier | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplacementFigure:
    """One figure of displacement as IDMC's analysts enter it.

    `reported` is the number given, None where it is only told in words ("thousands"); then `low` and `high` bound it.
    `stock` is true of how many are displaced as things stand, false of how many moved. `start` and `end` are ISO days.
    """

    event: str
    kind: CountKind
    reported: int | None
    low: int | None
    high: int | None
    quantifier: Quantifier
    unit: FigureUnit | None
    category: Category | None
    term: Term | None
    role: FigureRole | None
    stock: bool
    start: str | None
    end: str | None
    start_accuracy: DateAccuracy | None
    end_accuracy: DateAccuracy | None
    locations: tuple[Location, ...]
    excerpt: str
    calculation: str
