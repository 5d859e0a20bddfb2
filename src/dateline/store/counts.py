"""How much a database holds."""

from typing import Final

from sqlalchemy import Connection, func, select

from dateline.store.tables import events, incidents, pages, relations

_ALL: Final = (pages, events, relations)


def counts(connection: Connection) -> dict[str, int]:
    """How many pages, events and relations are kept, and how many incidents somebody asserts."""
    held = {table.name: connection.execute(select(func.count()).select_from(table)).scalar_one() for table in _ALL}
    told = select(func.count()).select_from(incidents).where(incidents.c.status != "denied")
    return {**held, "incidents": connection.execute(told).scalar_one()}


def statuses(connection: Connection) -> dict[str, int]:
    """How many incidents have each status."""
    asked = select(incidents.c.status, func.count()).group_by(incidents.c.status).order_by(incidents.c.status)
    return dict(map(tuple, connection.execute(asked)))
