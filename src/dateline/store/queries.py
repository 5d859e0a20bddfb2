"""What the store asks of the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Update, exists, func, or_, select, update

from dateline.store import tables
from dateline.store.filters import Wanted, conditions
from dateline.store.points import Area, lies_in
from dateline.store.search import Term, holds

_MOST_ALIKE = 16
"""Pages that a new one is compared with: those that share most runs of words with it."""
_AT_ONCE = 500
"""Rows that are fetched from a server at once, so that memory does not grow with the database."""
_LEAST_SHARED = 0.1
"""Share of the smaller sample: far below what copies and versions share, so that chance in sampling hides none."""


def status(page_id: str) -> Select[Any]:
    """What became of a page."""
    return select(tables.pages.c.status).where(tables.pages.c.id == page_id)


def at(url: str) -> Select[Any]:
    """A page at this web address, as `copies.address` makes it."""
    return select(tables.pages.c.id).where(tables.pages.c.url == url).limit(1)


def tried(statuses: Sequence[str], before: datetime) -> Select[Any]:
    """Ids and names of the pages of these statuses that were added before a moment."""
    page = tables.pages.c
    return select(page.id, page.name).where(page.status.in_(statuses), page.added < before)


def events(wanted: Wanted, engine: str) -> Select[Any]:
    """Events with the name of their page and the versions that made them, in the order of their first days."""
    page, report, event = tables.pages.c, tables.reports.c, tables.events.c
    return (
        select(event.record, page.name, report.codebook, report.version)
        .join(tables.pages, page.id == event.page_id)
        .join(tables.reports, report.page_id == event.page_id)
        .where(*conditions(wanted, engine))
        .order_by(event.first_day.is_(None), event.first_day, page.name, event.page_id, event.number)
        .execution_options(yield_per=_AT_ONCE)
    )


def alike(sampled: Sequence[int]) -> Select[Any]:
    """The pages that share most of these shingles, and so many that they may tell one story; with their reports."""
    page, report, shingle = tables.pages.c, tables.reports.c, tables.page_shingles.c
    shared = (
        select(shingle.page_id, func.count().label("shared"))
        .where(shingle.shingle.in_(sampled))
        .group_by(shingle.page_id)
        .order_by(func.count().desc(), shingle.page_id)
        .limit(_MOST_ALIKE)
        .subquery()
    )
    theirs = select(func.count()).where(shingle.page_id == page.id).scalar_subquery()
    newer = tables.pages.alias("newer")
    replaced = exists().where(newer.c.version_of == page.id)
    enough = or_(shared.c.shared >= _LEAST_SHARED * len(sampled), shared.c.shared >= _LEAST_SHARED * theirs)
    return (
        select(page.id, page.url, page.story, page.copy_of, page.added, replaced.label("replaced"), report.record)
        .join(shared, shared.c.page_id == page.id)
        .join(tables.reports, report.page_id == page.id)
        .where(enough)
        .order_by(shared.c.shared.desc(), page.id)
    )


def replace_version(old: str, new: str) -> Update:
    """Make `new` a version of `old`."""
    return update(tables.pages).where(tables.pages.c.id == new).values(version_of=old)


def join_stories(story: str, of_it: Sequence[str]) -> Update:
    """Make pages, and those of other stories, given by their ids, pages of one story."""
    page = tables.pages.c
    return update(tables.pages).where(or_(page.id.in_(of_it), page.story.in_(of_it))).values(story=story)


def pages() -> Select[Any]:
    """Pages with their report's head and how many events they assert, in the order in which they were added."""
    page, report, event = tables.pages.c, tables.reports.c, tables.events.c
    count = select(func.count()).where(event.page_id == page.id, event.asserted.is_(True)).scalar_subquery()
    newer = tables.pages.alias("newer")
    replaced_by = select(func.min(newer.c.id)).where(newer.c.version_of == page.id).scalar_subquery()
    of_page = (page.id, page.name, page.url, page.came, page.status, page.reason, page.added, page.size)
    of_container = (page.container, page.container_id)
    among_others = (page.story, page.copy_of, page.version_of, replaced_by.label("replaced_by"))
    of_report = (report.title, report.outlet, report.published)
    return (
        select(*of_page, *of_container, *among_others, *of_report, count.label("events"))
        .join(tables.reports, report.page_id == page.id)
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


def report(page_id: str) -> Select[Any]:
    """The record of one page's report."""
    return select(tables.reports.c.record).where(tables.reports.c.page_id == page_id)


def events_of(page_id: str) -> Select[Any]:
    """The records of one page's events, in reading order."""
    event = tables.events.c
    return select(event.record).where(event.page_id == page_id).order_by(event.number)


def relations_of(page_id: str) -> Select[Any]:
    """The records of one page's relations, in reading order, and whether their object is a place."""
    relation = tables.relations.c
    return select(relation.record, relation.to_place).where(relation.page_id == page_id).order_by(relation.number)
