"""Actors as they are told of: those of the actor list by its ids, with the events and incidents that they stand in."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from dateline.store.names import sought
from dateline.store.tables import event_actors, events, incidents, tellings


def listed(connection: Connection, *, named: str | None, limit: int, offset: int = 0) -> Sequence[Row[Any]]:
    """`id`, a `name`, `kind`, `country`, and of how many `incidents` each actor of the list is told: the most first."""
    number = func.count(tellings.c.incident_id.distinct())
    ordered = _grouped(named, number).order_by(number.desc(), event_actors.c.actor_id)
    return connection.execute(ordered.limit(limit).offset(offset)).all()


def count(connection: Connection, *, named: str | None) -> int:
    """How many actors of the list are told of."""
    return connection.execute(select(func.count()).select_from(_grouped(named).subquery())).scalar_one()


def names(connection: Connection, actor_id: str) -> dict[str, int]:
    """Under which names reports tell of an actor, and how often, the most used first."""
    number = func.count()
    asked = select(event_actors.c.name, number).where(event_actors.c.actor_id == actor_id)
    return dict(map(tuple, connection.execute(asked.group_by(event_actors.c.name).order_by(number.desc(), "name"))))


def incidents_of(connection: Connection, actor_id: str, *, limit: int) -> Sequence[Row[Any]]:
    """The rows of the incidents that somebody asserts and in which it stands, the newest first."""
    chosen = select(incidents).where(incidents.c.id.in_(_in_events(actor_id)), incidents.c.status != "denied")
    return connection.execute(
        chosen.order_by(incidents.c.first_day.desc().nulls_last(), incidents.c.id).limit(limit)
    ).all()


def types_of(connection: Connection, actor_id: str) -> dict[str, int]:
    """How many incidents of each type it stands in."""
    chosen = select(incidents.c.type, func.count()).where(
        incidents.c.id.in_(_in_events(actor_id)), incidents.c.status != "denied"
    )
    return dict(map(tuple, connection.execute(chosen.group_by(incidents.c.type).order_by(func.count().desc()))))


def _grouped(named: str | None, *more: Any) -> Select[Any]:
    actor = event_actors.c
    found = (
        select(actor.actor_id.label("id"), func.min(actor.name).label("name"), func.min(actor.kind).label("kind"))
        .add_columns(func.min(actor.country).label("country"), *(one.label("incidents") for one in more))
        .join(events, events.c.id == actor.event_id)
        .join(tellings, tellings.c.event_id == actor.event_id)
        .where(actor.actor_id.is_not(None), events.c.asserted.is_(True))
        .group_by(actor.actor_id)
    )
    return found if named is None else found.where(actor.folded.contains(sought(named), autoescape=True))


def _in_events(actor_id: str) -> Select[Any]:
    return (
        select(tellings.c.incident_id)
        .join(event_actors, event_actors.c.event_id == tellings.c.event_id)
        .where(event_actors.c.actor_id == actor_id, tellings.c.incident_id.is_not(None))
    )
