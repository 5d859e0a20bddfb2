"""Families of pages in the database: a page that comes in is linked to those like it, and the family is put in order.

Whatever that changes for a page that was there already - that it is a copy, replaced, or tells what is told elsewhere -
is written to its rows, and the page is marked as one whose events are to be merged anew.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from dateline.model.event import Coded
from dateline.model.text import Report
from dateline.store import codec, queries
from dateline.store.copies import StoryPage
from dateline.store.parts import parts
from dateline.store.shingles import sample, shingles
from dateline.store.stories import PageLink, Placing, arranged, links_of, retold
from dateline.store.tables import events, page_links, pages, relations, reports


def settle(connection: Connection, new: StoryPage) -> None:
    """Link a page that has just been written to those that share words with it, and put its family in order."""
    links = links_of(new, _alike(connection, new))
    if links:
        connection.execute(insert(page_links), [{"one": k.one, "other": k.other, "kind": k.kind} for k in links])
        arrange(connection, [new.id])


def arrange(connection: Connection, of: Collection[str]) -> None:
    """Put the families of these pages in order."""
    ids, links = _family(connection, of)
    rows = {row.id: row for row in _rows(connection, ids)}
    family = [_story_page(row._asdict()) for row in rows.values()]
    placings = arranged(family, links)
    changed = {one for one, placing in placings.items() if _write(connection, rows[one], placing)}
    replaced = {placing.version_of for placing in placings.values()}
    changed |= {one for one in replaced ^ {row.version_of for row in rows.values()} if one}
    storied = {one for one, placing in placings.items() if placing.story or rows[one].story}
    changed |= _mark_retold(connection, family, placings, storied)
    for some in parts(sorted(changed)):
        connection.execute(update(pages).where(pages.c.id.in_(some)).values(merged=False))


def _alike(connection: Connection, new: StoryPage) -> list[StoryPage]:
    sampled = sample(new.shingles)
    found = connection.execute(queries.alike(new.id, sampled)) if sampled else ()
    return [_with_shingles(row._asdict()) for row in found]


def _with_shingles(fields: dict[str, Any]) -> StoryPage:
    report = codec.report(fields.pop("record"))
    return StoryPage(report=report, shingles=shingles(report.text), **fields)


def _story_page(fields: dict[str, Any]) -> StoryPage:
    added: datetime = fields["added"]
    return StoryPage(id=fields["id"], report=codec.report(fields["record"]), url=fields["url"], added=added)


def _family(connection: Connection, of: Collection[str]) -> tuple[list[str], list[PageLink]]:
    """All pages that hang together with these, and the links between them."""
    known, fresh, links = set(of), set(of), set[PageLink]()
    while fresh:
        found = [link for some in parts(sorted(fresh)) for link in _links_at(connection, some)]
        links.update(found)
        fresh = {one for link in found for one in (link.one, link.other)} - known
        known |= fresh
    return sorted(known), sorted(links, key=lambda link: (link.one, link.other))


def _links_at(connection: Connection, ids: Collection[str]) -> Iterable[PageLink]:
    link = page_links.c
    found = select(link.one, link.other, link.kind).where(link.one.in_(ids) | link.other.in_(ids))
    return (PageLink(one=one, other=other, kind=kind) for one, other, kind in connection.execute(found))


def _rows(connection: Connection, ids: Collection[str]) -> Iterable[Any]:
    page, report = pages.c, reports.c
    columns = (page.id, page.url, page.added, page.status, page.copy_of, page.version_of, page.story, report.record)
    for some in parts(ids):
        found = select(*columns).join(reports, report.page_id == page.id).where(page.id.in_(some))
        yield from connection.execute(found)


def _write(connection: Connection, row: Any, placing: Placing) -> bool:
    """Writes the placing to the page's row; whether that changed anything."""
    if (row.copy_of, row.version_of, row.story) == (placing.copy_of, placing.version_of, placing.story):
        return False
    status = "copy" if placing.copy_of else "coded"
    columns = {"copy_of": placing.copy_of, "version_of": placing.version_of, "story": placing.story}
    connection.execute(
        update(pages).where(pages.c.id == row.id).values(**columns, status=status, reason=placing.reason)
    )
    record = {**row.record, "status": status, "reason": placing.reason}
    connection.execute(update(reports).where(reports.c.page_id == row.id).values(record=record))
    return True


def _mark_retold(
    connection: Connection, family: list[StoryPage], placings: Mapping[str, Placing], storied: Collection[str]
) -> set[str]:
    """Marks what is told again, and no longer what is not; the pages of which that changed anything.

    `storied` are the pages of stories that several tell, or told before.
    """
    whole, marked = {}, set[str]()
    for page in family:
        if page.id in storied:
            whole[page.id], before = _whole(connection, page.report)
            marked |= before
    now, changed = retold(family, placings, whole), set[str]()
    for table in (events, relations):
        for value, ids in ((True, now - marked), (False, marked - now)):
            for some in parts(sorted(ids)):
                connection.execute(update(table).where(table.c.id.in_(some)).values(retold=value))
    for page_id, coded in whole.items():
        own = {event.id for event in coded.events} | {relation.id for relation in coded.relations}
        if own & (now ^ marked):
            changed.add(page_id)
    return changed


def _whole(connection: Connection, report: Report) -> tuple[Coded, set[str]]:
    """All that was coded from a page, and the ids of what is marked as told again."""
    told = list(connection.execute(queries.events_of(report.id, retold=True)))
    ties = list(connection.execute(queries.relations_of(report.id, retold=True)))
    coded = Coded(
        report=report,
        events=tuple(codec.event(row.record) for row in told),
        relations=tuple(codec.relation(row.record, to_place=row.to_place) for row in ties),
    )
    return coded, {row.id for row in (*told, *ties) if row.retold}
