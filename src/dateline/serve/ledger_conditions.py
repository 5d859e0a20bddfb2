"""Which incidents a ledger is asked for, as an address says it: place, days, actor, type."""

from datetime import date
from typing import Annotated

from fastapi import Depends, HTTPException, Query

from dateline.knowledge.gazetteer import default_path, open_gazetteer
from dateline.knowledge.types import GROUPS, TYPES, types_of
from dateline.ledger.wanted import Wanted

_LONGEST = 200
Place = Annotated[str | None, Query(max_length=_LONGEST, description="This place, or all in this province or country.")]
Since = Annotated[date | None, Query(description="On this day or later.")]
Until = Annotated[date | None, Query(description="On this day or before.")]
Actor = Annotated[str | None, Query(max_length=_LONGEST, description="Laid to whoever bears these words in the name.")]
Type = Annotated[str | None, Query(max_length=_LONGEST, description="A type, such as shelling, or a group of types.")]


def where(place: Place = None) -> Wanted:
    """The condition on the place alone."""
    return Wanted(place=place or None, country=_country(place))


def where_and_when(there: Annotated[Wanted, Depends(where)], since: Since = None, until: Until = None) -> Wanted:
    """The conditions on place and days."""
    return Wanted(place=there.place, country=there.country, since=since, until=until)


def all_conditions(
    wanted: Annotated[Wanted, Depends(where_and_when)], actor: Actor = None, type: Type = None
) -> Wanted:
    """All conditions."""
    return Wanted(
        place=wanted.place,
        country=wanted.country,
        since=wanted.since,
        until=wanted.until,
        actor=actor or None,
        types=_types(type),
    )


There = Annotated[Wanted, Depends(where)]
Then = Annotated[Wanted, Depends(where_and_when)]
Conditions = Annotated[Wanted, Depends(all_conditions)]


def _country(place: str | None) -> str | None:
    """The ISO code of the country of this name, where the gazetteer is there to tell."""
    if not place or not default_path().exists():
        return None
    found = open_gazetteer().country(place)
    return found.country if found else None


def _types(name: str | None) -> tuple[str, ...]:
    if not name:
        return ()
    found = types_of(name)
    if not found:
        known = f"the types are {', '.join(TYPES)}; the groups are {', '.join(GROUPS)}"
        raise HTTPException(422, f"type {name}: no such type; {known}")
    return found
