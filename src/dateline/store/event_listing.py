"""Events as they are listed, a page at a time, with the report that each stands in and the incident it belongs to."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, Select, exists, func, or_, select

from dateline.knowledge.versions import Versions
from dateline.model.claim import Stance
from dateline.model.event import Event
from dateline.model.review import NOBODY, Review
from dateline.store import codec
from dateline.store.filters import Condition, Wanted, conditions
from dateline.store.matches import is_party, meets
from dateline.store.names import sought
from dateline.store.overlay import as_reviewed
from dateline.store.parts import parts
from dateline.store.reviews import reviews
from dateline.store.search import Term, holds
from dateline.store.tables import event_actors, event_sources, events, pages, report_words, reports, tellings
from dateline.store.told import Place, corrected, place_of


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An event as people left it, with what stands around it; `page` is a name, `incident` None where it makes none."""

    event: Event
    page: str
    page_id: str
    made_by: Versions
    retold: bool
    rejected: bool
    incident: str | None


def count(connection: Connection, asked: WantedEvents) -> int:
    """How many events meet all conditions as people left them."""
    where = _uncorrected(connection, asked)
    plain = connection.execute(select(func.count()).select_from(events).where(*where)).scalar_one()
    return plain + len(_corrected(connection, asked))


def listed(connection: Connection, asked: WantedEvents, *, limit: int, offset: int = 0) -> list[Listed]:
    """Events that meet all conditions as people left them, the newest first, undated ones last.

    The rows say what was coded. What was corrected stands where it now belongs, which puts the others so many places
    further at most: of these as many more are looked at, by the index of days.
    """
    others = _corrected(connection, asked)
    begin = max(0, offset - len(others))
    key = select(events.c.first_day, pages.c.name, events.c.number, events.c.id)
    chosen = key.join(pages, pages.c.id == events.c.page_id).where(*_uncorrected(connection, asked))
    ordered = chosen.order_by(events.c.first_day.desc().nulls_last(), pages.c.name, events.c.number, events.c.id)
    found = connection.execute(ordered.limit(offset - begin + limit).offset(begin))
    places = sorted([place_of(*row) for row in found] + others)[offset - begin :][:limit]
    return _by_id(connection, [place[-1] for place in places])


def of_page(connection: Connection, page_id: str) -> list[Listed]:
    """The events of one page in reading order, also those that another page of its story tells already; without those
    that people reject."""
    found = _as_left(connection, _rows().where(events.c.page_id == page_id).order_by(events.c.number))
    return [one for one in found if not one.rejected]


def of_ids(connection: Connection, ids: Collection[str]) -> list[Listed]:
    """These events, by id, also those that people reject."""
    return _as_left(connection, _rows().where(events.c.id.in_(ids)).order_by(events.c.id))


def _by_id(connection: Connection, ids: Sequence[str]) -> list[Listed]:
    found = {one.event.id: one for one in of_ids(connection, ids)}
    return [found[id] for id in ids]


def _as_left(connection: Connection, asked: Select[Any]) -> list[Listed]:
    """The events of these rows, with what people corrected; the words of a correction stand in the report's text."""
    rows, found = connection.execute(asked).all(), reviews(connection)
    corrected = {row.page_id for row in rows if found.get(row.id, NOBODY).corrections}
    text = reports.c.record["text"].as_string()
    asked_texts = select(reports.c.page_id, text).where(reports.c.page_id.in_(corrected))
    texts: dict[str, str] = dict(map(tuple, connection.execute(asked_texts))) if corrected else {}
    return [_listed(row, found.get(row.id, NOBODY), texts.get(row.page_id, "")) for row in rows]


def _listed(row: Row[Any], review: Review, text: str) -> Listed:
    return Listed(
        event=as_reviewed(codec.event(row.record), review, text),
        page=row.page,
        page_id=row.page_id,
        made_by=Versions(codebook=row.codebook, dateline=row.version),
        retold=row.retold,
        rejected=review.rejected,
        incident=row.incident_id,
    )


def _rows() -> Select[Any]:
    """What `Listed` is made of; `page` is a name, `incident_id` None where the event makes no incident."""
    return (
        select(events.c.id, events.c.record, pages.c.name.label("page"), events.c.page_id, events.c.retold)
        .add_columns(reports.c.codebook, reports.c.version, tellings.c.incident_id)
        .join(pages, pages.c.id == events.c.page_id)
        .join(reports, reports.c.page_id == events.c.page_id)
        .outerjoin(tellings, tellings.c.event_id == events.c.id)
    )


def _uncorrected(connection: Connection, asked: WantedEvents) -> list[Condition]:
    """The conditions on what people left as it was coded."""
    found = [*conditions(asked.wanted, connection.dialect.name), *_around(connection, asked)]
    if asked.actor is not None:
        found.append(_done_by(asked.actor))
    if asked.stance is not None:
        taken = event_sources.c.stance == asked.stance
        found.append(exists().where(event_sources.c.event_id == events.c.id, taken))
    changed = sorted(key for key, one in reviews(connection).items() if one.corrections or one.rejected)
    return [*found, events.c.id.not_in(changed)] if changed else found


def _around(connection: Connection, asked: WantedEvents) -> list[Condition]:
    """The conditions on what no correction changes: the report's words, and the id."""
    found: list[Condition] = []
    if asked.terms:
        words = (holds(term, connection.dialect.name) for term in asked.terms)
        found.append(events.c.page_id.in_(select(report_words.c.page_id).where(*words)))
    return [*found, events.c.id.in_(asked.ids)] if asked.ids else found


def _corrected(connection: Connection, asked: WantedEvents) -> list[Place]:
    """The places in the list of what people corrected and of what now meets all conditions."""
    meeting = {one.event.id: one.place for one in corrected(connection) if _meets(one.event, asked)}
    around = _around(connection, asked) if meeting else []
    if not around:
        return list(meeting.values())
    here = select(events.c.id).where(*around)
    found = (connection.execute(here.where(events.c.id.in_(some))) for some in parts(sorted(meeting)))
    return [meeting[id] for rows in found for id in rows.scalars()]


def _meets(event: Event, asked: WantedEvents) -> bool:
    takes = asked.stance is None or any(source.stance == asked.stance for source in event.claim.sources)
    return takes and (asked.actor is None or is_party(event, asked.actor)) and meets(event, asked.wanted)


def _done_by(actor: str) -> Condition:
    named = event_actors.c.folded.contains(sought(actor), autoescape=True)
    return exists().where(event_actors.c.event_id == events.c.id, or_(named, event_actors.c.actor_id == actor))
