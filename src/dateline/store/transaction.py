"""One transaction that writes: a page is kept, and what it tells is merged, whole or not at all."""

from typing import Final

from sqlalchemy import Connection

from dateline.knowledge.project import at_work
from dateline.knowledge.versions import Versions, current
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store import queries, tables
from dateline.store.copies import story_page
from dateline.store.families import settle
from dateline.store.projects import keep_project
from dateline.store.rows import all_rows, write
from dateline.store.tellings import Tellings

TO_TRY_AGAIN: Final = ("failed", "too_large", "quarantined")
"""What became of pages that are coded anew when they are added again: a later version may manage."""


class Transaction:
    """A transaction on a database; `tellings` are the tellings in it."""

    def __init__(self, connection: Connection) -> None:
        """On a connection whose transaction has begun and will write."""
        self._connection = connection
        self.tellings = Tellings(connection)

    @property
    def connection(self) -> Connection:
        """The connection, for what other modules of the store keep in this transaction."""
        return self._connection

    def keep(self, page: Page, coded: Coded, made_by: Versions | None = None) -> bool:
        """Keep `page` and all that was coded from it; false, with no change, if it is here already.

        A page that could not be coded when it was added gives way to what was made of it now. A link to an address that
        is here already, as a link or a page, is not kept again. The story of a page that is here is a copy: its report
        gets that status, and what it tells again is kept but told no more. Which of the pages of a story is its
        original does not depend on which came first.
        """
        new, connection = story_page(page, coded.report), self._connection
        found = connection.execute(queries.known(coded.report.id)).first()
        if found is not None and found.status not in TO_TRY_AGAIN:
            return False
        if page.came == "link" and new.url and connection.execute(queries.at(new.url)).first():
            return False
        connection.execute(tables.pages.delete().where(tables.pages.c.id == coded.report.id))
        write(connection, all_rows(page, coded, made_by or current(), new))
        keep_project(connection, at_work(), current().codebook)
        settle(connection, new)
        return True

    def coded(self, page_id: str) -> Coded | None:
        """What was coded from one page, but for what a page of its story tells already; None where it is not here."""
        return queries.coded(self._connection, page_id)
