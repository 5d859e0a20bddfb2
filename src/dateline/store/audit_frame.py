"""What an audit draws from: the events that are asserted, each once, and the stratum of each.

Left out is what only denials say, what a page tells that another page of its story tells already, pages that a newer
version replaces, and what people added: it says nothing of the coder.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, exists, select

from dateline.model.audit import Candidate, Stratifier
from dateline.model.review import ADDED
from dateline.store import tables

ALL: Final = "all events"
"""The one stratum of a simple random sample."""


def frame(connection: Connection, by: Stratifier | None) -> Iterator[Candidate]:
    """The events that may be drawn, in the order of their ids."""
    event, telling, incident = tables.events.c, tables.tellings.c, tables.incidents.c
    newer = tables.pages.alias("newer")
    asked = (
        select(event.id, event.type, event.first_day, event.country, incident.status)
        .outerjoin(tables.tellings, telling.event_id == event.id)
        .outerjoin(tables.incidents, incident.id == telling.incident_id)
        .where(event.asserted.is_(True), event.retold.is_(False), ~exists().where(newer.c.version_of == event.page_id))
        .where(event.record["claim"]["rule"].as_string() != ADDED)
        .order_by(event.id)
    )
    stratum = _STRATA[by] if by else _all
    for row in connection.execute(asked):
        yield Candidate(event=row.id, stratum=stratum(row))


def _all(row: Any) -> str:
    return ALL


def _type(row: Any) -> str:
    return str(row.type)


def _month(row: Any) -> str:
    return f"{row.first_day:%Y-%m}" if row.first_day else "no day"


def _status(row: Any) -> str:
    return str(row.status or "no incident")


def _country(row: Any) -> str:
    return str(row.country or "no country")


_STRATA: Final[Mapping[Stratifier, Callable[[Any], str]]] = {
    "type": _type,
    "month": _month,
    "status": _status,
    "country": _country,
}
