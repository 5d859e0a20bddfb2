"""Reports as they are listed, a page at a time, and the other pages that tell the same story."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from dateline.model.text import Status
from dateline.store import queries
from dateline.store.filters import Condition
from dateline.store.search import Term, holds
from dateline.store.store import StoredPage, stored_page
from dateline.store.tables import pages, report_words, reports

_DIGEST: Final = "sha256:"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedReports:
    """Conditions that a report must all meet; None and () ask nothing.

    `since` and `until` are ISO days of its publishing; `terms`: it has all these words.
    """

    status: Status | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    terms: tuple[Term, ...] = ()


def count(connection: Connection, asked: WantedReports) -> int:
    """How many reports meet all conditions."""
    where = _conditions(asked, connection.dialect.name)
    joined = select(func.count()).select_from(pages).join(reports, reports.c.page_id == pages.c.id)
    return connection.execute(joined.where(*where)).scalar_one()


def listed(connection: Connection, asked: WantedReports, *, limit: int, offset: int = 0) -> list[StoredPage]:
    """The pages of reports that meet all conditions, the newest first, those that state no day last."""
    chosen = queries.pages().where(*_conditions(asked, connection.dialect.name)).order_by(None)
    ordered = chosen.order_by(reports.c.published.desc().nulls_last(), pages.c.name, pages.c.id)
    return _pages(connection, ordered.limit(limit).offset(offset))


def called(connection: Connection, prefix: str) -> list[StoredPage]:
    """The pages whose id, or the digits of its digest, begin so."""
    start = prefix if prefix.startswith(_DIGEST) else f"{_DIGEST}{prefix}"
    return _pages(connection, queries.pages().where(pages.c.id.startswith(start, autoescape=True)).limit(2))


def of_story(connection: Connection, page: StoredPage) -> list[StoredPage]:
    """All pages that tell the story of this one, copies and versions, with itself, in the order of their publishing."""
    if page.story is None:
        return [page]
    found = queries.pages().where(pages.c.story == page.story).order_by(None)
    return _pages(connection, found.order_by(reports.c.published.is_(None), reports.c.published, pages.c.name))


def _pages(connection: Connection, asked: Select[Any]) -> list[StoredPage]:
    return [stored_page(row._asdict()) for row in connection.execute(asked)]


def _conditions(asked: WantedReports, engine: str) -> Sequence[Condition]:
    found: list[Condition] = []
    if asked.status is not None:
        found.append(pages.c.status == asked.status)
    if asked.outlet is not None:
        found.append(func.lower(reports.c.outlet).contains(asked.outlet.lower(), autoescape=True))
    if asked.since is not None:
        found.append(reports.c.published >= asked.since)
    if asked.until is not None:
        found.append(func.substr(reports.c.published, 1, 10) <= asked.until)
    if asked.terms:
        having = select(report_words.c.page_id).where(*(holds(term, engine) for term in asked.terms))
        found.append(pages.c.id.in_(having))
    return found
