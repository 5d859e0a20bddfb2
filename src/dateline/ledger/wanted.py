"""Which incidents and reports a ledger is made of: those of a place, of some days, an actor or a type."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.knowledge.folding import fold
from dateline.ledger import stated
from dateline.ledger.around import Around
from dateline.ledger.groups import agents
from dateline.ledger.spots import lies_in, where
from dateline.model.event import Event
from dateline.model.incident import Incident
from dateline.model.ledger import Spot, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Conditions that must all be met; None and () ask nothing.

    `place`: it is called so, or lies in the district or province of this name, or in the country `country` (ISO
    alpha-2). `since`, `until`: its days touch these; what has no day meets neither. `actor`: words of the name of one
    to whom it is laid.
    """

    place: str | None = None
    country: str | None = None
    since: date | None = None
    until: date | None = None
    actor: str | None = None
    types: tuple[str, ...] = ()


ANY: Final = Wanted()
"""No conditions."""


def chosen(incidents: Iterable[Incident], wanted: Wanted, here: Around) -> tuple[Incident, ...]:
    """The incidents that meet all conditions."""
    return tuple(one for one in incidents if _meets(one, wanted, here))


def event_meets(event: Event, wanted: Wanted, here: Around) -> bool:
    """Whether an event that is part of no incident meets all conditions."""
    told = not wanted.types or event.claim.type in wanted.types
    done = wanted.actor is None or any(fold(wanted.actor) in fold(actor.name) for actor in event.agents)
    return told and done and meets(where(event, here.spots), stated.days(event), wanted)


def meets(spots: Iterable[Spot], when: When | None, wanted: Wanted) -> bool:
    """Whether something of these places and days meets the conditions on place and days."""
    return _then(when, wanted) and _there(spots, wanted)


def _meets(incident: Incident, wanted: Wanted, here: Around) -> bool:
    told = not wanted.types or incident.type in wanted.types
    done = wanted.actor is None or any(fold(wanted.actor) in fold(name) for name in agents(incident))
    if not (told and done):
        return False
    everywhere = [spot for t in incident.tellings for spot in where(t.event, here.spots)]
    return meets(everywhere, stated.when(incident.tellings), wanted)


def _then(when: When | None, wanted: Wanted) -> bool:
    if when is None:
        return wanted.since is None and wanted.until is None
    late = wanted.since is None or when.end >= wanted.since
    return late and (wanted.until is None or when.start <= wanted.until)


def _there(spots: Iterable[Spot], wanted: Wanted) -> bool:
    if wanted.place is None and wanted.country is None:
        return True
    return any(
        (wanted.place is not None and lies_in(spot, wanted.place))
        or (wanted.country is not None and spot.country == wanted.country)
        for spot in spots
    )
