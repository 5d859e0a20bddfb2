"""The filters that lists of incidents take, read from an address. A wrong value is answered with one clear line."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Final

from fastapi import Depends, Path, Query
from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from dateline.knowledge.gazetteer import default_path, open_gazetteer
from dateline.knowledge.types import GROUPS, TYPES, types_of
from dateline.model.claim import Stance
from dateline.model.incident import IncidentStatus
from dateline.store.incident_filters import Sought
from dateline.store.points import Box
from dateline.store.search import terms

MOST_LISTED: Final = 1_000
LONGEST: Final = 300
"""Characters of a name or of words to look for."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(words: Any) -> date:
    if not (isinstance(words, str) and _DAY.fullmatch(words)):
        raise ValueError("not a day; write it as 2024-05-31")
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ValueError("no such day; write it as 2024-05-31") from error


def box_of(words: str) -> str:
    """The words of a box, if they are one; raises ValueError."""
    area_of(words)
    return words


def area_of(words: str) -> Box:
    """The box that "w,s,e,n" stands for; raises ValueError where it is none."""
    try:
        west, south, east, north = map(float, words.split(","))
    except ValueError as error:
        raise ValueError("write it in degrees, as 36.1,34.5,38.0,36.2 (west, south, east, north)") from error
    return Box(west=west, south=south, east=east, north=north)


def _types(name: str) -> str:
    if not types_of(name):
        raise ValueError(f"no such type; the types are {', '.join(TYPES)}; the groups are {', '.join(GROUPS)}")
    return name


def _readable(words: str) -> str:
    """Text that a database can hold and look for."""
    if "\0" in words:
        raise ValueError("write it without control characters")
    return words


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Words = Annotated[str, AfterValidator(_readable), Query(min_length=1, max_length=LONGEST)]
Degrees = Annotated[str, AfterValidator(box_of), Query(max_length=120)]
TypeName = Annotated[
    str, AfterValidator(_types), WithJsonSchema({"type": "string", "enum": [*GROUPS, *TYPES]}), Query(max_length=40)
]
Limit = Annotated[int, Query(ge=1, le=MOST_LISTED, description="The most to list.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="How many to leave out: `next` of the page before.")]
Id = Annotated[str, AfterValidator(_readable), Path(min_length=1, max_length=120)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """The filters of a list of incidents, as they stand in an address."""

    type: Annotated[
        tuple[TypeName, ...], Query(description="A type, such as shelling, or a group of types; may be repeated.")
    ] = ()
    place: Annotated[Words | None, Query(description="A place, its district or province, or a country.")] = None
    box: Annotated[Degrees | None, Query(description="West, south, east, north, in degrees.")] = None
    actor: Annotated[
        Words | None, Query(description="Words of the name, or the id, of one who did it or whom it befell.")
    ] = None
    source: Annotated[Words | None, Query(description="Words of the name of one who says or denies it.")] = None
    stance: Annotated[Stance | None, Query(description="That source, or anybody, says it or denies it.")] = None
    status: Annotated[
        tuple[IncidentStatus, ...],
        Query(description="Who stands behind it; may be repeated; without this, all but what is only denied."),
    ] = ()
    since: Annotated[Day | None, Query(description="Its days touch this one or later ones.")] = None
    until: Annotated[Day | None, Query(description="Its days touch this one or earlier ones.")] = None
    text: Annotated[Words | None, Query(description='One report has these words, "phrases", and none of -these.')] = (
        None
    )
    disputed: Annotated[bool, Query(description="Only what somebody denies.")] = False

    @property
    def sought(self) -> Sought:
        """The conditions, as the store takes them."""
        return Sought(
            types=tuple(dict.fromkeys(one for name in self.type for one in types_of(name))),
            place=self.place,
            country=country_of(self.place),
            box=area_of(self.box) if self.box else None,
            actor=self.actor,
            source=self.source,
            stance=self.stance,
            statuses=self.status,
            since=self.since,
            until=self.until,
            terms=tuple(terms(self.text or "")),
            disputed=self.disputed,
        )


def next_offset(offset: int, limit: int, total: int) -> int | None:
    """The offset of the page behind this one; None behind the last."""
    return offset + limit if offset + limit < total else None


def country_of(place: str | None) -> str | None:
    """The ISO code of the country of this name, where the gazetteer is there to tell."""
    if place is None or not default_path().exists():
        return None
    found = open_gazetteer().country(place)
    return found.country if found else None


Asked = Annotated[Filters, Depends()]
