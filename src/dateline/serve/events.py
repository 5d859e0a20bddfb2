"""Events, as one report tells each: `/api/events`; and the claims that they rest on: `/api/claims`."""

from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import Depends, HTTPException, Query

from dateline.knowledge.types import types_of
from dateline.model.claim import Stance
from dateline.publish.lines import Line, event_line
from dateline.publish.shapes import FLAG, MAYBE_TEXT, TEXT, like, only, table
from dateline.serve.answers import Json, reading
from dateline.serve.asked import Day, Degrees, Id, Limit, Offset, TypeName, Words, area_of, country_of, next_offset
from dateline.serve.context import Book
from dateline.serve.described import LINES, answers, line, listing
from dateline.store import event_listing
from dateline.store.event_listing import Listed, WantedEvents
from dateline.store.filters import Wanted
from dateline.store.search import terms

router = reading("events")
CLAIM: Final = (
    "page", "type", "modality", "background", "asserted", "trigger", "sentence", "evidence", "quantities", "sources",
    "voice",
)  # fmt: skip
"""What a claim has of an event's line: what is said, in which words and by whom, nothing looked up."""


TOLD: Final = line("event", report=TEXT, incident=MAYBE_TEXT, retold=FLAG, rejected=FLAG)
"""What `told_line` makes."""
_CLAIM: Final = like(
    only(LINES["event"], *CLAIM), record={"const": "claim"}, event=TEXT, report=TEXT, incident=MAYBE_TEXT
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilters:
    """The filters of a list of events or claims, as they stand in an address."""

    type: Annotated[TypeName | None, Query(description="A type, such as shelling, or a group of types.")] = None
    place: Annotated[Words | None, Query(description="A place, its district or province, or a country.")] = None
    box: Annotated[Degrees | None, Query(description="West, south, east, north, in degrees.")] = None
    actor: Annotated[Words | None, Query(description="Words of the name, or the id, of a party to it.")] = None
    source: Annotated[Words | None, Query(description="Words of the name of one who says or denies it.")] = None
    stance: Annotated[Stance | None, Query(description="A source says it, or denies it.")] = None
    since: Annotated[Day | None, Query(description="Its days touch this one or later ones.")] = None
    until: Annotated[Day | None, Query(description="Its days touch this one or earlier ones.")] = None
    text: Annotated[Words | None, Query(description='Its report has these words, "phrases", none of -these.')] = None

    def wanted(self, *, denials: bool) -> WantedEvents:
        """The conditions, as the store takes them; with `denials` also records that are only denied."""
        wanted = Wanted(
            types=types_of(self.type) if self.type else (),
            place=self.place,
            country=country_of(self.place),
            since=self.since,
            until=self.until,
            source=self.source,
            asserted=not denials,
            area=area_of(self.box) if self.box else None,
        )
        return WantedEvents(wanted=wanted, actor=self.actor, stance=self.stance, terms=tuple(terms(self.text or "")))


Asked = Annotated[EventFilters, Depends()]


@router.get("/events", responses=answers(table(listing(TOLD))))
def events(
    book: Book,
    asked: Asked,
    denials: Annotated[bool, Query(description="Also records that are only denied.")] = False,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Json:
    """Events that meet all conditions, each as one report tells it: `event` lines, the newest first."""
    total, rows = _found(book, asked.wanted(denials=denials), limit, offset)
    items = [told_line(row) for row in rows]
    return Json({"items": items, "total": total, "next": next_offset(offset, limit, total)})


@router.get("/events/{id}", responses=answers(TOLD))
def event(book: Book, id: Id) -> Json:
    """One event, with the report that tells it and the incident that it belongs to."""
    with book.store.connected() as connection:
        rows = event_listing.of_ids(connection, (id,))
    if not rows:
        raise HTTPException(404, f"{id}: no event is called so")
    return Json(told_line(rows[0]))


@router.get("/claims", responses=answers(table(listing(_CLAIM))))
def claims(book: Book, asked: Asked, limit: Limit = 100, offset: Offset = 0) -> Json:
    """What is said, in which words and by whom, also where it is only denied; the newest first."""
    total, rows = _found(book, asked.wanted(denials=True), limit, offset)
    items = [claim_line(row) for row in rows]
    return Json({"items": items, "total": total, "next": next_offset(offset, limit, total)})


def told_line(found: Listed) -> Line:
    """An event's line, with `report`: the id of its report, `incident`: of its incident or null, and `retold`: whether
    another page of its story tells it already; `rejected`: whether people say that the report tells no such thing."""
    line = event_line(found.page, found.event, found.made_by)
    more = {"report": found.page_id, "incident": found.incident, "retold": found.retold, "rejected": found.rejected}
    return {**line, **more}


def claim_line(found: Listed) -> Line:
    """What a claim says, and the event and incident that were made of it."""
    line = told_line(found)
    of = {"event": line["id"], "report": line["report"], "incident": line["incident"]}
    return {"record": "claim", **of, **{name: line[name] for name in CLAIM}}


def _found(book: Book, wanted: WantedEvents, limit: int, offset: int) -> tuple[int, list[Listed]]:
    book.store.prepare(wanted.wanted.area)
    with book.store.connected() as connection:
        total = event_listing.count(connection, wanted)
        return total, event_listing.listed(connection, wanted, limit=limit, offset=offset)
