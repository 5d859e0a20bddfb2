"""Which incidents a ledger is asked for, as an address says it: place, days, actor, type."""

from typing import Annotated

from fastapi import Depends, Query

from dateline.knowledge.types import types_of
from dateline.ledger.wanted import Wanted
from dateline.serve.asked import Day, TypeName, Words, country_of

Place = Annotated[Words | None, Query(description="This place, or all in this province or country.")]
Since = Annotated[Day | None, Query(description="On this day or later.")]
Until = Annotated[Day | None, Query(description="On this day or before.")]
Actor = Annotated[Words | None, Query(description="Laid to whoever bears these words in the name.")]
Type = Annotated[TypeName | None, Query(description="A type, such as shelling, or a group of types.")]


def where(place: Place = None) -> Wanted:
    """The condition on the place alone."""
    return Wanted(place=place, country=country_of(place))


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
        actor=actor,
        types=types_of(type) if type else (),
    )


There = Annotated[Wanted, Depends(where)]
Then = Annotated[Wanted, Depends(where_and_when)]
Conditions = Annotated[Wanted, Depends(all_conditions)]
