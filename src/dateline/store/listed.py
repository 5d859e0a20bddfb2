"""What an incident is found and listed by, beside its tellings: made of it whenever it is, kept as a row of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Final

from dateline.store.names import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What an incident is found by: its id, its events, and what is asked of all incidents alike.

    `place`, `lat`, `lon` and `radius_km` are those of the place that it is shown at. `names` of places, actors, and of
    the voices that say or deny it are all by which a person may look for it. `killed_low` and `killed_high` are the
    range over all accounts of those killed, None where it is open or nobody counts. `disputed`: somebody denies it, or
    that a party did it. `brief` is what a list shows of it, as plain JSON values.
    """

    id: str
    events: tuple[str, ...]
    type: str
    status: str
    first_day: date | None
    last_day: date | None
    country: str | None
    lat: float | None
    lon: float | None
    voices: int
    place: str | None = None
    admin1: str | None = None
    precision: str | None = None
    radius_km: float | None = None
    agents: str = ""
    targets: str = ""
    killed_low: int | None = None
    killed_high: int | None = None
    disputed: bool = False
    countries: tuple[str, ...] = ()
    places: tuple[str | None, ...] = ()
    actors: tuple[str | None, ...] = ()
    sources: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()
    brief: Mapping[str, Any] = field(default_factory=dict)


_FOLDED: Final = ("places", "actors", "sources", "deniers")
_AS_IT_IS: Final = tuple(
    one.name for one in fields(Listed) if one.name not in (*_FOLDED, "events", "countries", "brief")
)


def incident_row(incident: Listed) -> dict[str, object]:
    """An incident as a row of its table."""
    row: dict[str, object] = {name: getattr(incident, name) for name in _AS_IT_IS}
    row |= {f"folded_{name}": folded(*dict.fromkeys(getattr(incident, name))) for name in _FOLDED}
    row["countries"] = f" {' '.join(sorted(set(incident.countries)))} "
    return row | {"tellings": len(incident.events), "brief": dict(incident.brief)}
