"""Pages and what they say, kept: one transaction a page, so that nothing is ever half there."""

import sqlite3
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, insert
from sqlalchemy.exc import DBAPIError

from dateline.knowledge.project import Project
from dateline.knowledge.versions import Versions
from dateline.model.errors import StoreError
from dateline.model.event import Coded, Event
from dateline.model.review import Standing
from dateline.model.text import Container, LeftOut, Page, Status
from dateline.store import queries, tables
from dateline.store.address import shown
from dateline.store.database import is_current, migrate, open_engine
from dateline.store.filters import Wanted
from dateline.store.logical import logical_hash
from dateline.store.points import Area, has_points, prepare
from dateline.store.projects import kept_projects
from dateline.store.search import FoundReport, found_report, terms
from dateline.store.state import mark, state
from dateline.store.tellings import Tellings
from dateline.store.told import rejected_on, told
from dateline.store.transaction import TO_TRY_AGAIN, Transaction
from dateline.store.troubles import why
from dateline.store.types import in_utc


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEvent:
    """An event as people left it, the name of its page, what made it, and where its review stands."""

    page: str
    event: Event
    made_by: Versions
    reviewed: Standing = "unreviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """A page as the store lists it; `events` counts those that somebody asserts.

    By page ids: `story`, the first page of the wire story that it tells, if several pages tell it; `copy_of`, the page
    whose text it is; `version_of`, the older version of this story, and `replaced_by`, the newer. `url` has no scheme;
    `came` is `Page.came`, None where an older version of the program added it; `container` and `container_id` are name
    and digest of the file that it was taken out of; `project` is the name of the project that it was coded with.
    """

    id: str
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    status: Status
    reason: str | None
    added: datetime
    size: int
    events: int
    story: str | None = None
    copy_of: str | None = None
    version_of: str | None = None
    replaced_by: str | None = None
    url: str | None = None
    came: str | None = None
    container: str | None = None
    container_id: str | None = None
    project: str | None = None


class Store:
    """A database of pages and their events. Close it, or use it in a `with` statement."""

    def __init__(self, engine: Engine) -> None:
        """Use `Store.open` instead, which sees to the schema."""
        self._engine = engine

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """The store in the file at `where`, or at a database URL, brought up to this version's schema.

        Without `create`, a file that is not there is an error. Raises StoreError, as all methods do.
        """
        engine = open_engine(where, create=create)
        store = cls(engine)
        with store._transaction() as connection:
            ready = is_current(connection, create=create)
        if not ready:
            with store._transaction(writes=True) as connection:
                migrate(connection)
        return store

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def has(self, page: Page) -> bool:
        """Whether a page of these bytes is here and need not be coded again."""
        with self._transaction() as connection:
            found = connection.execute(queries.known(page.id)).first()
        return found is not None and found.status not in TO_TRY_AGAIN

    def name_of(self, page_id: str) -> str | None:
        """The name that a page is known by; None where it is not here."""
        with self._transaction() as connection:
            found = connection.execute(queries.known(page_id)).first()
        return found.name if found else None

    def codebook(self, page: Page) -> str | None:
        """The version of the codebook that coded a page of these bytes; None where it is not here."""
        with self._transaction() as connection:
            found: str | None = connection.execute(queries.codebook(page.id)).scalar()
        return found

    def projects(self) -> tuple[Project, ...]:
        """The projects whose knowledge coded pages, as they were then."""
        with self._transaction() as connection:
            return tuple(kept_projects(connection))

    def add(self, page: Page, coded: Coded, made_by: Versions | None = None) -> bool:
        """Keep `page` and what was coded from it, as `keep` does; false, with no change, if it is here already."""
        return self.keep(page, coded, made_by) is not None

    def keep(self, page: Page, coded: Coded, made_by: Versions | None = None) -> Coded | None:
        """Keep `page` as `Transaction.keep` does: what is told of it, or None if it is here already."""
        with self.writing() as transaction:
            return transaction.coded(coded.report.id) if transaction.keep(page, coded, made_by) else None

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction whose work is kept whole when the block ends, or not at all where it fails."""
        with self._transaction(writes=True) as connection:
            yield Transaction(connection)

    @contextmanager
    def reading(self) -> Iterator[Tellings]:
        """The tellings as they stand at one moment."""
        with self._transaction() as connection:
            yield Tellings(connection)

    def forget(self, names: Collection[str], before: datetime) -> None:
        """Let go of pages of these names that could not be coded before this moment: since then they were read anew."""
        with self._transaction(writes=True) as connection:
            tried = connection.execute(queries.tried(TO_TRY_AGAIN, before))
            for stale in [row.id for row in tried if row.name in names]:
                connection.execute(tables.pages.delete().where(tables.pages.c.id == stale))

    def keep_container(self, left_out: LeftOut) -> None:
        """Keep how many records of a container hold no page, in place of what was known of it before."""
        container, table = left_out.container, tables.containers
        if container is None:
            return
        row = {"id": container.id, "name": container.name, "added": datetime.now(UTC), "left_out": left_out.counts}
        with self._transaction(writes=True) as connection:
            connection.execute(table.delete().where(table.c.id == container.id))
            connection.execute(insert(table), row)

    def state(self) -> str:
        """What the database stands at: another text after every change, and nothing more can be told from it."""
        with self._transaction() as connection:
            return state(connection)

    def logical_hash(self) -> str:
        """One number for the content: see `logical`."""
        with self._transaction() as connection:
            return logical_hash(connection)

    def containers(self) -> Iterator[LeftOut]:
        """The containers that hold more than pages, in the order in which they were read."""
        with self._transaction() as connection:
            for found in connection.execute(queries.containers()):
                counts = tuple((str(kind), int(count)) for kind, count in found.left_out)
                container = Container(name=found.name, id=found.id)
                yield LeftOut(name=found.name, counts=counts, container=container)

    def data(self, page_id: str) -> bytes | None:
        """The bytes of a page as they came; None where it is not here, or was too large to be kept."""
        with self._transaction() as connection:
            found = connection.execute(queries.data(page_id)).one_or_none()
        return zlib.decompress(found.data) if found and (found.data or not found.size) else None

    def events(self, wanted: Wanted | None = None) -> Iterator[StoredEvent]:
        """The events that meet all conditions of `wanted`: by first day (undated ones last), then in reading order.

        What people corrected stands corrected, and what they reject is left out.
        """
        wanted = wanted or Wanted()
        self._prepare(wanted.area)
        with self._transaction() as connection:
            for one in told(connection, wanted):
                yield StoredEvent(page=one.page, event=one.event, made_by=one.made_by, reviewed=one.review.standing)

    def pages(self) -> Iterator[StoredPage]:
        """All pages, in the order in which they were added."""
        with self._transaction() as connection:
            rejected = rejected_on(connection)
            for row in connection.execute(queries.pages()):
                yield _stored_page(row._asdict(), rejected.get(row.id, 0))

    def search(self, query: str, limit: int | None = None) -> Iterator[FoundReport]:
        """The reports that have all words and phrases of a query (see `search`), the newest first, at most `limit`."""
        asked = terms(query)
        with self._transaction() as connection:
            found = queries.having(asked, self._engine.name).limit(limit)
            for row in connection.execute(found) if asked else ():
                yield found_report(row._asdict(), asked)

    def _prepare(self, area: Area | None) -> None:
        """Make what looking by coordinates needs, where PostGIS came into the database later than the tables."""
        if area is None:
            return
        with self._transaction() as connection:
            ready = has_points(connection)
        if not ready:
            with self._transaction(writes=True) as connection:
                prepare(connection)

    def newest(self) -> Iterator[Coded]:
        """What was coded from each page that no newer version replaces: what there is to merge, and to count, once."""
        for page in self.pages():
            found = self.coded(page.id) if page.replaced_by is None else None
            if found is not None:
                yield found

    def coded(self, page_id: str) -> Coded | None:
        """What was coded from one page, but for what a page of its story tells already; None where it is not here."""
        with self._transaction() as connection:
            return queries.coded(connection, page_id)

    @property
    def engine(self) -> Engine:
        """The database itself, for what copies it whole."""
        return self._engine

    @contextmanager
    def connected(self, *, writes: bool = False) -> Iterator[Connection]:
        """A connection in a transaction of its own, for what other modules of the store keep and ask."""
        with self._transaction(writes=writes) as connection:
            yield connection

    @contextmanager
    def _transaction(self, *, writes: bool = False) -> Iterator[Connection]:
        """A connection whose work is kept whole or not at all; the database's errors come out as one line."""
        try:
            with self._engine.execution_options(writes=writes).begin() as connection:
                yield connection
                if writes:
                    mark(connection)
        except DBAPIError as error:
            raise StoreError(f"{shown(self._engine.url)}: {why(error.orig)}") from error
        except sqlite3.DatabaseError as error:  # while the settings are made, before SQLAlchemy wraps errors
            raise StoreError(f"{shown(self._engine.url)}: {why(error)}") from error


def _stored_page(fields: dict[str, Any], rejected: int) -> StoredPage:
    known = {"added": in_utc(fields["added"]), "events": fields["events"] - rejected}
    return StoredPage(**{**fields, **known})
