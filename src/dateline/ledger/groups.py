"""By what ledgers add up: each incident stands in one group, so that the groups add up to the whole."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from dateline.knowledge.nations import nations
from dateline.knowledge.types import TYPES
from dateline.ledger import stated
from dateline.ledger.around import Around
from dateline.ledger.sides import bears_no_arms
from dateline.ledger.spots import where_of
from dateline.model.incident import Incident
from dateline.model.ledger import Spot

UNDATED: Final = "undated"
UNPLACED: Final = "place not told"
NOBODY: Final = "nobody named"
Group = Callable[[Incident, Around], str]


def by_day(incident: Incident, here: Around) -> str:
    """The day; several as the first and the last: a happening of two days is not cut in two."""
    return _stretch(incident, here, date.isoformat)


def by_month(incident: Incident, here: Around) -> str:
    """The month, or the first and the last of several."""
    return _stretch(incident, here, lambda day: day.isoformat()[: len("2024-05")])


def by_place(incident: Incident, here: Around) -> str:
    """The town or spot; all of them where it is told of several at once."""
    return _names(where_of(incident, here.spots))


def by_origin(incident: Incident, here: Around) -> str:
    """The place from which people move; where only one place is told, and it is not where they go, that place."""
    left = where_of(incident, here.spots, ("from",))
    return _names(left or where_of(incident, here.spots, ("site",)))


def by_destination(incident: Incident, here: Around) -> str:
    """The place to which people move."""
    return _names(where_of(incident, here.spots, ("to",)))


def by_country(incident: Incident, here: Around) -> str:
    """The country by name."""
    codes = sorted({spot.country for spot in where_of(incident, here.spots) if spot.country})
    named = [(code, nations().by_code(code)) for code in codes]
    return ", ".join(nation.name if nation else code for code, nation in named) or UNPLACED


def by_actor(incident: Incident, here: Around) -> str:
    """Those to whom it is laid, by all tellings together."""
    return ", ".join(agents(incident)) or NOBODY


def by_type(incident: Incident, here: Around) -> str:
    """The type of what happened."""
    return incident.type.replace("_", " ")


GROUPS: Final[Mapping[str, Group]] = {
    "month": by_month,
    "day": by_day,
    "place": by_place,
    "country": by_country,
    "actor": by_actor,
    "type": by_type,
    "origin": by_origin,
    "destination": by_destination,
}


def agents(incident: Incident) -> tuple[str, ...]:
    """The names of the agents that those give who say it, each once; "?" behind those never stated outright.

    Of an act of violence outlets, monitors, aid workers and people without arms are none.
    """
    stated_: dict[str, bool] = {}
    violent = TYPES[incident.type] == "violence"
    for telling in incident.tellings:
        for actor in () if telling.denies else telling.event.agents:
            if not (violent and bears_no_arms(actor)):
                stated_[actor.name] = stated_.get(actor.name, False) or actor.basis == "stated"
    return tuple(name if told else f"{name}?" for name, told in sorted(stated_.items()))


def order(group: str) -> tuple[bool, str]:
    """Groups come by name, what is not known last."""
    return group in (UNDATED, UNPLACED, NOBODY), group


def _stretch(incident: Incident, here: Around, label: Callable[[date], str]) -> str:
    day = stated.when(incident.tellings)
    if day is None:
        return UNDATED
    first, last = label(day.start), label(day.end)
    return first if first == last else f"{first} – {last}"


def _names(spots: Sequence[Spot]) -> str:
    return ", ".join(_named(spot) for spot in spots) or UNPLACED


def _named(spot: Spot) -> str:
    return f"{spot.name} ({spot.country})" if spot.country and spot.precision != "country" else spot.name
