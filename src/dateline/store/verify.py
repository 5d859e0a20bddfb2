"""Whether all that is kept is as it was kept: bytes, words, ids, the rows beside the records, copies and the log."""

import zlib
from collections.abc import Callable, Iterator
from typing import Final

from sqlalchemy import Connection, exists, func, select, text

from dateline.model.buffers import digest
from dateline.store import queries, rows, tables
from dateline.store.checks import RECODE, Fault, faults_of_page, page_name
from dateline.store.log import check_chain
from dateline.store.whole import Whole, whole_pages

RESTORE: Final = "restore the database from a backup"
ADD: Final = "restore the database from a backup, or add the page again to a new one"


def faults(connection: Connection, progress: Callable[[int], None] | None = None) -> Iterator[Fault]:
    """All that is wrong in a database, read in a transaction that sees one moment of it. `progress` is told the number
    of pages looked at."""
    yield from _faults_of_the_database(connection)
    for number, whole in enumerate(whole_pages(connection), 1):
        yield from _faults_of_bytes(connection, whole)
        yield from faults_of_page(whole)
        if progress:
            progress(number)
    yield from _lost_pages(connection)
    yield from _lost_incidents(connection)
    for line in check_chain(connection):
        row, _, what = line.partition(": ")
        yield Fault(row=row, what=what, do="restore the log from a backup: nothing can make it good")


def _faults_of_bytes(connection: Connection, whole: Whole) -> Iterator[Fault]:
    """Whether the page's bytes are those that it is named by; too many bytes are not kept."""
    size, packed = whole.page["size"], connection.execute(queries.data(whole.id)).one().data
    if not packed and (size == 0 or size > rows.MOST_KEPT):
        return
    try:
        data = zlib.decompress(packed)
    except zlib.error:
        yield Fault(row=page_name(whole), what="its bytes cannot be unpacked", do=ADD)
        return
    if len(data) != size or (data and digest(data) != whole.id):  # of a mere link, the name makes the id
        yield Fault(row=page_name(whole), what="its bytes are not those that it was added with", do=ADD)


def _faults_of_the_database(connection: Connection) -> Iterator[Fault]:
    """What SQLite says of its file and of rows that hang on nothing; PostgreSQL lets no such row be."""
    if connection.dialect.name != "sqlite":
        return
    for line in connection.execute(text("PRAGMA integrity_check")).scalars():
        if line != "ok":
            yield Fault(row="database", what=" ".join(line.split()), do=RESTORE)
    for table, number, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault(row=f"row {number} of {table}", what=f"hangs on a row of {parent} that is not there", do=RESTORE)


_POINTERS: Final = (("copy_of", "a copy of"), ("version_of", "a newer version of"), ("story", "of the story of"))


def _lost_pages(connection: Connection) -> Iterator[Fault]:
    """Pages that point to others which are not there."""
    page, other = tables.pages, tables.pages.alias("other")
    for column, noun in _POINTERS:
        lost = ~exists().where(other.c.id == page.c[column])
        asked = select(page.c.id, page.c.name, page.c[column]).where(page.c[column].is_not(None), lost)
        for key, name, pointed in connection.execute(asked.order_by(page.c.id)):
            what = f"is {noun} a page that is not there, {pointed}"
            yield Fault(row=f"page {name} ({key[:19]})", what=what, do="add that page again, or this one to a new one")


def _lost_incidents(connection: Connection) -> Iterator[Fault]:
    """Incidents with more or fewer tellings than they are listed with, and tellings of incidents that are not there."""
    telling, incident = tables.tellings.c, tables.incidents.c
    count = select(func.count()).where(telling.incident_id == incident.id).scalar_subquery()
    for key, listed, found in connection.execute(
        select(incident.id, incident.tellings, count).where(incident.tellings != count)
    ):
        yield Fault(row=f"incident {key}", what=f"is listed with {listed} tellings and has {found}", do=RECODE)
    lost = ~exists().where(incident.id == telling.incident_id)
    for key, of in connection.execute(
        select(telling.event_id, telling.incident_id).where(telling.incident_id.is_not(None), lost)
    ):
        yield Fault(row=f"event {key}", what=f"belongs to an incident that is not there, {of}", do=RECODE)
