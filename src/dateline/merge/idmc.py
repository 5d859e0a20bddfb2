"""Figures of displacement as IDMC's analysts enter them, over an incident or a total.

The fields and their values are those of IDMC's Helix (idmc-labs/helix-server, apps/entry/models.py). Each is a small
function of what is claimed; None where the claims do not support a value.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dateline.model.claim import Count
from dateline.model.event import DayPrecision, Event, Place, Precision
from dateline.model.incident import Incident, Telling, Toll, Total
from dateline.model.outlooks import (
    Category,
    DateAccuracy,
    DisplacementFigure,
    FigureRole,
    FigureUnit,
    Identifier,
    Location,
    LocationAccuracy,
    Quantifier,
    Term,
)

_MOVED: Final = ("displaced", "returned")
_ROUGH_WORDS: Final = r"\b(?:about|around|some|approximately|roughly|an estimated|estimated|close to)"
_ROUGHLY_BEFORE: Final = re.compile(rf"{_ROUGH_WORDS}\s*$", re.IGNORECASE)
_ROUGHLY: Final = re.compile(rf"^{_ROUGH_WORDS}\b", re.IGNORECASE)
_ABROAD: Final = re.compile(
    r"\brefugees?\b(?! camp)|\basylum\b|\b(?:across|over|crossed|crossing) (?:the|its|their) borders?\b|\babroad\b"
    r"|\bneighbou?ring (?:countr|state|nation)|\b(?:fled|left|leaving|fleeing) (?:the|their) country\b"
    r"|\bcrossed into\b",
    re.IGNORECASE,
)
_UNITS: Final[Mapping[str, FigureUnit]] = {"person": "Person", "household": "Household"}
_ACCURACY: Final[Mapping[DayPrecision, DateAccuracy]] = {"day": "Day", "week": "Week", "month": "Month", "span": "Day"}
_PRECISION: Final[Mapping[Precision, LocationAccuracy]] = {
    "exact": "Point",
    "town": "Point",
    "district": "ADM2",
    "province": "ADM1",
    "country": "ADM0",
}
_TERMS: Final[tuple[tuple[re.Pattern[str], Term], ...]] = (
    (re.compile(r"\bevacuat", re.IGNORECASE), "Evacuated"),
    (re.compile(r"\breturn|\bwent (?:back|home)|\bcame back", re.IGNORECASE), "Returns"),
    (re.compile(r"\brelocat|\bresettl", re.IGNORECASE), "Relocated"),
    (re.compile(r"\b(?:relief|displacement|refugee|idp) camps?\b", re.IGNORECASE), "In relief camp"),
    (re.compile(r"\bshelter(?:ed|ing)\b", re.IGNORECASE), "Sheltered"),
    (re.compile(r"\bhomeless\b", re.IGNORECASE), "Homeless"),
    (re.compile(r"\bfle[ed]|\bescap|\bleft their homes", re.IGNORECASE), "Forced to flee"),
    (re.compile(r"\bdisplac|\buproot", re.IGNORECASE), "Displaced"),
)


def displacement_figures(of: Incident | Total) -> tuple[DisplacementFigure, ...]:
    """Its figures of people displaced or returned, in the order of its tellings; () where it has none."""
    tellings = of.tellings if isinstance(of, Incident) else (of.telling,)
    return tuple(figure for telling in tellings if not telling.denies for figure in _of(telling, of.tolls))


def _of(telling: Telling, tolls: Iterable[Toll]) -> Iterator[DisplacementFigure]:
    for count in telling.event.claim.counts:
        toll = next((t for t in tolls if _counts(t, telling, count)), None)
        if toll is not None and count.kind in _MOVED:
            yield _figure(telling.event, count, toll)


def _counts(toll: Toll, telling: Telling, count: Count) -> bool:
    told = (telling.event.id, count.who, count.low, count.high)
    same = toll.kind == count.kind and toll.unit == count.unit and count.part_of is None
    return same and any((f.event, f.who, f.low, f.high) == told for f in toll.figures)


def _figure(event: Event, count: Count, toll: Toll) -> DisplacementFigure:
    accuracy = _ACCURACY.get(event.date.precision) if event.date else None
    return DisplacementFigure(
        event=event.id,
        kind=count.kind,
        reported=reported(count),
        low=count.low,
        high=count.high,
        quantifier=quantifier(count, event),
        unit=_UNITS.get(count.unit),
        category=category(event, count),
        term=term(event),
        role=role(count, toll),
        stock=count.scope == "stock",
        start=event.date.start.isoformat() if event.date else None,
        end=event.date.end.isoformat() if event.date else None,
        start_accuracy=accuracy,
        end_accuracy=accuracy,
        locations=tuple(_locations(event, count)),
        excerpt=event.claim.sentence.text,
        calculation=toll.derivation,
    )


def reported(count: Count) -> int | None:
    """The number as given, exactly or as one end; None for a word of number such as "thousands"."""
    if count.low is not None and count.high is not None and count.low != count.high:
        return None
    return count.low if count.low is not None else count.high


def quantifier(count: Count, event: Event) -> Quantifier:
    """How the number stands to the figure: "at least 12" is more than, "about 30" and "dozens" approximately."""
    if count.high is None:
        return "More than"
    if count.low is None:
        return "Less than"
    sentence = event.claim.sentence
    before = sentence.text[: max(0, count.words.start - sentence.start)] if sentence.covers(count.words) else ""
    rough = count.low != count.high or bool(_ROUGHLY_BEFORE.search(before)) or bool(_ROUGHLY.search(count.words.text))
    return "Approximately" if rough else "Exact"


def category(event: Event, count: Count) -> Category | None:
    """Stock or flow, and whether a border is crossed: by places left and reached, else by the words.

    A flight that nobody says went abroad is internal, as IDMC's analysts take it.
    """
    left, reached = ({p.country for p in event.places if p.role == end and p.country} for end in ("from", "to"))
    crossed = not left & reached if left and reached else bool(_ABROAD.search(event.claim.sentence.text))
    return _CATEGORIES[count.kind == "returned", count.scope == "stock", crossed]


_CATEGORIES: Final[Mapping[tuple[bool, bool, bool], Category | None]] = {
    (False, False, False): "Internal Displacements",
    (False, False, True): "Cross-border Flight",
    (False, True, False): "IDPs",
    (False, True, True): "People displaced across borders",
    (True, False, False): "Return",
    (True, False, True): "Cross-border Return",
    (True, True, False): "Returnees",
    (True, True, True): None,
}


def term(event: Event) -> Term | None:
    """What the report's own words call it, read from the word that announces it, else from its sentence."""
    words = (event.claim.trigger.text, event.claim.sentence.text)
    return next((name for text in words for pattern, name in _TERMS if pattern.search(text)), None)


def role(count: Count, toll: Toll) -> FigureRole | None:
    """Recommended is the figure that most independent sources give; where none is, an analyst must choose."""
    if toll.best is None:
        return None
    return "Recommended figure" if reported(count) == toll.best else "Triangulation"


def _locations(event: Event, count: Count) -> Iterator[Location]:
    named = {(place.geonameid or place.name): place for place in event.places}
    for key, place in named.items():
        roles = {p.role for p in event.places if (p.geonameid or p.name) == key}
        yield Location(
            name=place.name,
            country=place.country,
            lat=place.lat,
            lon=place.lon,
            accuracy=_PRECISION.get(place.precision),
            identifier=identifier(roles, count, place),
        )


def identifier(roles: Iterable[str], count: Count, place: Place) -> Identifier | None:
    """Whether the place was left or reached; the site of a flight is where it began, that of a stock is not told."""
    if set(roles) >= {"from", "to"}:
        return "Origin and destination"
    if place.role == "site":
        return "Origin" if count.kind == "displaced" and count.scope != "stock" else None
    return "Origin" if place.role == "from" else "Destination"
