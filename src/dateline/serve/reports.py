"""Reports: `/api/reports`, each with its text, what was dropped from it, and what it tells; and `/api/search`."""

from typing import Annotated, Final

from fastapi import HTTPException, Query
from sqlalchemy import Connection

from dateline.model.text import Status
from dateline.publish.found import found_line
from dateline.publish.lines import Line, printable, relation_line, report_line
from dateline.publish.page_lines import page_line
from dateline.publish.shapes import FLAG, array, list_of, only, ref, table
from dateline.serve.answers import Json, reading
from dateline.serve.asked import Day, Id, Limit, Offset, Words, next_offset
from dateline.serve.context import Book
from dateline.serve.described import LINES, answers, line, listing
from dateline.serve.events import TOLD, told_line
from dateline.store import codec, event_listing, queries, report_listing
from dateline.store.report_listing import WantedReports
from dateline.store.search import terms
from dateline.store.store import StoredPage

router = reading("reports")
_HEAD: Final = ("id", "page", "title", "outlet", "published", "status", "copy_of", "version_of", "replaced_by")


_WHOLE: Final = line(
    "report",
    kept=ref("page"),
    events=array(TOLD),
    relations=array(line("relation", retold=FLAG)),
    story=array(only(LINES["page"], *_HEAD)),
)
_FOUND: Final = table({"items": list_of("found"), "more": FLAG})


@router.get("/reports", responses=answers(table(listing(ref("page")))))
def reports(
    book: Book,
    status: Annotated[Status | None, Query(description="What became of the page.")] = None,
    outlet: Annotated[Words | None, Query(description="A part of the outlet's name.")] = None,
    since: Annotated[Day | None, Query(description="Published on this day or later.")] = None,
    until: Annotated[Day | None, Query(description="Published on this day or before.")] = None,
    text: Annotated[Words | None, Query(description='It has these words, "phrases", and none of -these.')] = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Json:
    """Pages with what became of them and how many events they assert: `page` lines, the newest first."""
    asked = WantedReports(
        status=status,
        outlet=outlet,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        terms=tuple(terms(text or "")),
    )
    with book.store.connected() as connection:
        total = report_listing.count(connection, asked)
        found = report_listing.listed(connection, asked, limit=limit, offset=offset)
    items = list(map(page_line, found))
    return Json({"items": items, "total": total, "next": next_offset(offset, limit, total)})


@router.get("/reports/{id}", responses=answers(_WHOLE))
def report(book: Book, id: Id) -> Json:
    """One report: its text and what was dropped from it, its events and relations, how it came, and its story.

    `id` is the digest of the page's bytes, or as many of its first letters as no other page shares.
    """
    with book.store.connected() as connection:
        page = _the_page(connection, id)
        record = codec.report(connection.execute(queries.report(page.id)).scalar_one())
        events = event_listing.of_page(connection, page.id)
        relations = connection.execute(queries.relations_of(page.id, retold=True)).all()
        story = report_listing.of_story(connection, page)
    return Json(
        {
            **report_line(record),
            "kept": page_line(page),
            "events": [told_line(row) for row in events],
            "relations": [
                {**relation_line(page.name, codec.relation(row.record, to_place=row.to_place)), "retold": row.retold}
                for row in relations
            ],
            "story": [_head(one) for one in story],
        }
    )


@router.get("/search", responses=answers(_FOUND))
def search(
    book: Book,
    q: Annotated[Words, Query(description='Words, "phrases in quotes", and -words that must not be there.')],
    limit: Limit = 20,
) -> Json:
    """Reports that have all these words, the newest first, with the words around the first of them: `found` lines."""
    found = list(book.store.search(q, limit + 1))
    return Json({"items": [found_line(one) for one in found[:limit]], "more": len(found) > limit})


def _the_page(connection: Connection, id: str) -> StoredPage:
    found = report_listing.called(connection, id)
    if len(found) != 1:
        raise HTTPException(404, f"{id}: {'several reports are' if found else 'no report is'} called so")
    return found[0]


def _head(page: StoredPage) -> Line:
    line = page_line(page)
    return {name: line[name] for name in _HEAD} | {"page": printable(page.name)}
