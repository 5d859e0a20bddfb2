"""What the store asks of the database."""

from typing import Any

from sqlalchemy import Select, func, select

from dateline.store import tables
from dateline.store.filters import Wanted, conditions


def status(page_id: str) -> Select[Any]:
    """What became of a page."""
    return select(tables.pages.c.status).where(tables.pages.c.id == page_id)


def events(wanted: Wanted) -> Select[Any]:
    """Events with the name of their page and the versions that made them, in the order of their first days."""
    page, report, event = tables.pages.c, tables.reports.c, tables.events.c
    return (
        select(event.record, page.name, report.codebook, report.version)
        .join(tables.pages, page.id == event.page_id)
        .join(tables.reports, report.page_id == event.page_id)
        .where(*conditions(wanted))
        .order_by(event.first_day.is_(None), event.first_day, page.name, event.page_id, event.number)
    )


def pages() -> Select[Any]:
    """Pages with their report's head and how many events they assert, in the order in which they were added."""
    page, report, event = tables.pages.c, tables.reports.c, tables.events.c
    count = select(func.count()).where(event.page_id == page.id, event.asserted.is_(True)).scalar_subquery()
    of_page = (page.id, page.name, page.status, page.reason, page.added, page.size)
    return (
        select(*of_page, report.title, report.outlet, report.published, count.label("events"))
        .join(tables.reports, report.page_id == page.id)
        .order_by(page.added, page.name)
    )


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
