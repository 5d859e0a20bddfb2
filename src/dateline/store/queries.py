"""What the store asks of the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, exists, func, or_, select

from dateline.model.event import Coded
from dateline.store import codec, tables
from dateline.store.points import Area, lies_in
from dateline.store.reviews import reviews, taken_in
from dateline.store.search import Term, holds

_MOST_ALIKE = 32
"""Pages that a new one is compared with: those that share most runs of words with it."""
_LEAST_SHARED = 0.1
"""Share of the smaller sample: far below what copies and versions share, so that chance in sampling hides none."""


def known(page_id: str) -> Select[Any]:
    """The name of a page, and what became of it."""
    return select(tables.pages.c.name, tables.pages.c.status).where(tables.pages.c.id == page_id)


def at(url: str) -> Select[Any]:
    """A page at this web address, as `copies.address` makes it."""
    return select(tables.pages.c.id).where(tables.pages.c.url == url).limit(1)


def tried(statuses: Sequence[str], before: datetime) -> Select[Any]:
    """Ids and names of the pages of these statuses that were added before a moment."""
    page = tables.pages.c
    return select(page.id, page.name).where(page.status.in_(statuses), page.added < before)


def alike(page_id: str, sampled: Sequence[int]) -> Select[Any]:
    """The other pages that share most of these shingles, so many that they may tell one story; with their reports."""
    page, report, shared = tables.pages.c, tables.reports.c, _sharing(page_id, sampled).subquery()
    enough = or_(shared.c.shared >= _LEAST_SHARED * len(sampled), shared.c.shared >= _LEAST_SHARED * shared.c.size)
    return (
        select(page.id, page.url, page.added, report.record)
        .join(shared, shared.c.page_id == page.id)
        .join(tables.reports, report.page_id == page.id)
        .where(enough)
        .order_by(shared.c.shared.desc(), page.id)
    )


def _sharing(page_id: str, sampled: Sequence[int]) -> Select[Any]:
    """Counted by number first: what is only chance is the most, and is counted without looking at whose it is."""
    sample, shingle = tables.page_samples.c, tables.page_shingles.c
    counted = (
        select(shingle.sample, func.count().label("shared"))
        .where(shingle.shingle.in_(sampled))
        .group_by(shingle.sample)
        .subquery()
    )
    return (
        select(sample.page_id, sample.size, counted.c.shared)
        .join(counted, counted.c.sample == sample.number)
        .where(sample.page_id != page_id)
        .order_by(counted.c.shared.desc(), sample.page_id)
        .limit(_MOST_ALIKE)
    )


def pages() -> Select[Any]:
    """Pages with their report's head and how many events they assert, in the order in which they were added."""
    page, report, event = tables.pages.c, tables.reports.c, tables.events.c
    count = (
        select(func.count())
        .where(event.page_id == page.id, event.asserted.is_(True), event.retold.is_(False))
        .scalar_subquery()
    )
    newer = tables.pages.alias("newer")
    replaced_by = select(func.min(newer.c.id)).where(newer.c.version_of == page.id).scalar_subquery()
    of_page = (page.id, page.name, page.url, page.came, page.status, page.reason, page.added, page.size)
    of_container = (page.container, page.container_id)
    among_others = (page.story, page.copy_of, page.version_of, replaced_by.label("replaced_by"))
    of_report = (report.title, report.outlet, report.published, tables.projects.c.name.label("project"))
    return (
        select(*of_page, *of_container, *among_others, *of_report, count.label("events"))
        .join(tables.reports, report.page_id == page.id)
        .outerjoin(tables.projects, tables.projects.c.codebook == report.codebook)
        .order_by(page.added, page.name)
    )


def having(asked: Sequence[Term], engine: str) -> Select[Any]:
    """Pages whose reports have these words, the newest first; those that a newer version replaces are left out."""
    page, report, words = tables.pages.c, tables.reports.c, tables.report_words.c
    newer = tables.pages.alias("newer")
    return (
        select(page.id, page.name, page.status, report.title, report.outlet, report.published, report.record)
        .join(tables.reports, report.page_id == page.id)
        .join(tables.report_words, words.page_id == page.id)
        .where(*(holds(term, engine) for term in asked), ~exists().where(newer.c.version_of == page.id))
        .order_by(report.published.is_(None), report.published.desc(), page.name, page.id)
    )


def places(area: Area, engine: str) -> Select[Any]:
    """Places of events that lie in an area."""
    place = tables.event_places.c
    return (
        select(place.event_id, place.name, place.lat, place.lon)
        .where(lies_in(area, engine))
        .order_by(place.event_id, place.number)
    )


def data(page_id: str) -> Select[Any]:
    """The compressed bytes of one page, and how many they were."""
    return select(tables.pages.c.data, tables.pages.c.size).where(tables.pages.c.id == page_id)


def containers() -> Select[Any]:
    """The containers that held more than pages, in the order in which they were read."""
    container = tables.containers.c
    return select(container.id, container.name, container.left_out).order_by(container.added, container.name)


def codebook(page_id: str) -> Select[Any]:
    """The version of the codebook that coded a page."""
    return select(tables.reports.c.codebook).where(tables.reports.c.page_id == page_id)


def report(page_id: str) -> Select[Any]:
    """The record of one page's report."""
    return select(tables.reports.c.record).where(tables.reports.c.page_id == page_id)


def events_of(page_id: str, *, retold: bool = False) -> Select[Any]:
    """The events of one page, in reading order; with `retold` also those that a page of its story tells already."""
    event = tables.events.c
    found = select(event.id, event.record, event.retold).where(event.page_id == page_id)
    return (found if retold else found.where(event.retold.is_(False))).order_by(event.number)


def relations_of(page_id: str, *, retold: bool = False) -> Select[Any]:
    """The relations of one page, in reading order, and whether their object is a place; `retold` as for `events_of`."""
    relation = tables.relations.c
    columns = (relation.id, relation.record, relation.to_place, relation.retold)
    found = select(*columns).where(relation.page_id == page_id)
    return (found if retold else found.where(relation.retold.is_(False))).order_by(relation.number)


def replaced(page_id: str) -> Select[Any]:
    """A newer version of this page."""
    return select(tables.pages.c.id).where(tables.pages.c.version_of == page_id).limit(1)


def coded(connection: Connection, page_id: str) -> Coded | None:
    """What one page tells, as people left it, but for what a page of its story tells already; None where it is not
    here."""
    record = connection.execute(report(page_id)).scalar()
    if record is None:
        return None
    relations, kept = connection.execute(relations_of(page_id)), codec.report(record)
    events = (codec.event(row.record) for row in connection.execute(events_of(page_id)))
    return Coded(
        report=kept,
        events=taken_in(events, reviews(connection), kept.text),
        relations=tuple(codec.relation(row.record, to_place=row.to_place) for row in relations),
    )
