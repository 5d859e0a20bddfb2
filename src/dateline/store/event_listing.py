"""Events as they are listed, a page at a time, with the report that each stands in and the incident it belongs to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, Select, exists, func, or_, select

from dateline.model.claim import Stance
from dateline.store.filters import Condition, Wanted, conditions
from dateline.store.names import sought
from dateline.store.search import Term, holds
from dateline.store.tables import event_actors, event_sources, events, pages, report_words, reports, tellings


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedEvents:
    """Conditions that an event must all meet: those of `wanted`, and these; None and () ask nothing.

    `actor`: words of the name, or the id, of one who did it or whom it befell. `stance`: a source takes it. `terms`:
    its report has all these words. `ids`: it is one of these.
    """

    wanted: Wanted = field(default_factory=Wanted)
    actor: str | None = None
    stance: Stance | None = None
    terms: tuple[Term, ...] = ()
    ids: tuple[str, ...] = ()


def count(connection: Connection, asked: WantedEvents) -> int:
    """How many events meet all conditions."""
    where = _conditions(asked, connection.dialect.name)
    return connection.execute(select(func.count()).select_from(events).where(*where)).scalar_one()


def listed(connection: Connection, asked: WantedEvents, *, limit: int, offset: int = 0) -> Sequence[Row[Any]]:
    """Events that meet all conditions, the newest first, undated ones last, as `_rows` has them."""
    where = _conditions(asked, connection.dialect.name)
    ordered = _rows().where(*where).order_by(events.c.first_day.desc().nulls_last(), pages.c.name, events.c.number)
    return connection.execute(ordered.order_by(events.c.id).limit(limit).offset(offset)).all()


def of_page(connection: Connection, page_id: str) -> Sequence[Row[Any]]:
    """All events of one page in reading order, also those that another page of its story tells already."""
    return connection.execute(_rows().where(events.c.page_id == page_id).order_by(events.c.number)).all()


def of_ids(connection: Connection, ids: Collection[str]) -> Sequence[Row[Any]]:
    """These events, by id."""
    return connection.execute(_rows().where(events.c.id.in_(ids)).order_by(events.c.id)).all()


def _rows() -> Select[Any]:
    """`record` of the event, `page` (a name), `page_id`, `codebook`, `version`, `retold`, and `incident_id` or None."""
    return (
        select(events.c.record, pages.c.name.label("page"), events.c.page_id, events.c.retold)
        .add_columns(reports.c.codebook, reports.c.version, tellings.c.incident_id)
        .join(pages, pages.c.id == events.c.page_id)
        .join(reports, reports.c.page_id == events.c.page_id)
        .outerjoin(tellings, tellings.c.event_id == events.c.id)
    )


def _conditions(asked: WantedEvents, engine: str) -> list[Condition]:
    found = conditions(asked.wanted, engine)
    if asked.actor is not None:
        found.append(_done_by(asked.actor))
    if asked.stance is not None:
        taken = event_sources.c.stance == asked.stance
        found.append(exists().where(event_sources.c.event_id == events.c.id, taken))
    if asked.terms:
        having = select(report_words.c.page_id).where(*(holds(term, engine) for term in asked.terms))
        found.append(events.c.page_id.in_(having))
    return [*found, events.c.id.in_(asked.ids)] if asked.ids else found


def _done_by(actor: str) -> Condition:
    named = event_actors.c.folded.contains(sought(actor), autoescape=True)
    return exists().where(event_actors.c.event_id == events.c.id, or_(named, event_actors.c.actor_id == actor))
