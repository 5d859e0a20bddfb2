"""Incidents: `/api/incidents`, their summary for maps and charts, and each with all that is told of it."""

from collections.abc import Collection
from typing import Annotated, Any, Final

import msgspec
from fastapi import HTTPException, Query
from sqlalchemy import Connection, Row

from dateline.casebook import Casebook
from dateline.merge.neighbours import Neighbour
from dateline.model.event import Precision
from dateline.model.incident import Incident
from dateline.publish.doubts import doubts
from dateline.publish.incident_lines import incident_line
from dateline.publish.lines import Line
from dateline.publish.log_lines import log_line
from dateline.publish.shapes import (
    DAY,
    FLAG,
    MAYBE_OFFSET,
    MAYBE_TEXT,
    OFFSET,
    TEXT,
    TEXTS,
    Schema,
    array,
    like,
    list_of,
    maybe_one_of,
    only,
    or_null,
    table,
)
from dateline.serve.answers import Json, reading
from dateline.serve.asked import Asked, Id, Limit
from dateline.serve.context import Book, Known
from dateline.serve.described import LINES, answers, line, listing
from dateline.serve.kept import Shelf
from dateline.store.incident_filters import Sought
from dateline.store.listing import COLUMNS, After, copies, count, listed, reviewed, summary, telling_reports
from dateline.store.printings import printings

router = reading("incidents")
MOST_SUMMED: Final = 100_000
"""Incidents of one summary."""
MOST_SUMMARIES: Final = 8
"""Summaries that are kept: one of 100,000 incidents is some 30 MB."""
MOST_COUNTS: Final = 1_000


_PARTY: Final = line("party", "stated_by", "alleged_by", "denied_by", "owned_by", denied=FLAG)
_DEGREES: Final[Schema] = {"type": ["number", "null"]}
_KILLED: Final = table({"low": OFFSET, "high": MAYBE_OFFSET})
ITEM: Final = line(
    "incident",
    *("record", "elsewhere", "independent", "likenesses", "airwars", "idmc"),
    reason=MAYBE_TEXT,
    date=or_null(table({"start": DAY, "end": DAY, "told": {"type": ["boolean", "null"]}})),
    places=list_of("where"),
    agents=array(_PARTY),
    targets=array(_PARTY),
    tolls=array(line("toll", "derivation", "figures", "parts")),
    **dict.fromkeys(("lat", "lon", "radius_km"), _DEGREES),
    precision=maybe_one_of(Precision),
    voices=OFFSET,
    tellings=OFFSET,
    disputed=FLAG,
    killed=or_null(_KILLED),
    copies=OFFSET,
    reviewed=FLAG,
)
"""What `item` makes."""
_REPORT: Final = only(LINES["page"], "id", "page", "title", "outlet", "published")
_NEAR: Final = line("likeness", "one", "other", **dict.fromkeys(("id", "type", "event", "sentence", "why_not"), TEXT))
_WHOLE: Final = line(
    "incident",
    copies=OFFSET,
    reviewed=FLAG,
    reports=array(like(_REPORT, event=TEXT)),
    neighbours=array(_NEAR),
    judgements=list_of("log"),
    doubts=TEXTS,
)
_SUMMARY: Final = table({"columns": TEXTS, "rows": array({"type": "array"}), "total": OFFSET, "capped": FLAG})


@router.get("/incidents", responses=answers(table(listing(ITEM, MAYBE_TEXT))))
def incidents(
    book: Book,
    known: Known,
    asked: Asked,
    limit: Limit = 100,
    after: Annotated[str | None, Query(max_length=80, description="`next` of the page before.")] = None,
) -> Json:
    """Incidents that meet all conditions, the newest first, those on no known day last."""
    sought, place = asked.sought, After.of(after) if after is not None else None
    with book.store.connected() as connection:
        rows = listed(connection, sought, limit=limit + 1, after=place)
        whole = place is None and len(rows) <= limit
        total = len(rows) if whole else number(connection, known, sought)
    marks = marks_of(book, known)
    last = rows[limit - 1] if len(rows) > limit else None
    following = After(day=last.first_day, id=last.id).words if last else None
    return Json({"items": [item(row, marks) for row in rows[:limit]], "total": total, "next": following})


@router.get("/incidents/summary", responses=answers(_SUMMARY))
def summed(book: Book, known: Known, asked: Asked) -> Json:
    """What maps, histograms and lists need of up to 100,000 incidents, as rows of `columns`."""
    sought = asked.sought
    summaries = known.get("summaries of incidents", lambda: Shelf(MOST_SUMMARIES))
    return Json(summaries.get(sought, lambda: _summed(book, known, sought)))


def _summed(book: Casebook, known: Shelf, sought: Sought) -> bytes:
    more, judged = marks_of(book, known)
    with book.store.connected() as connection:
        rows = summary(connection, sought, limit=MOST_SUMMED)
        total = len(rows) if len(rows) < MOST_SUMMED else number(connection, known, sought)
    filled = [(*row, more.get(row[0], 0), row[0] in judged) for row in rows]
    columns = (*COLUMNS, "copies", "reviewed")
    return msgspec.json.encode({"columns": columns, "rows": filled, "total": total, "capped": total > len(rows)})


def number(connection: Connection, known: Shelf, sought: Sought) -> int:
    """How many incidents meet all conditions, counted once for each state of the database."""
    return known.get("numbers of incidents", lambda: Shelf(MOST_COUNTS)).get(sought, lambda: count(connection, sought))


@router.get("/incidents/{id}", responses=answers(_WHOLE))
def incident(book: Book, known: Known, id: Id) -> Json:
    """One incident with its tellings, figures and voices, the incidents that are like it, and what was judged of it."""
    found = incident_of(book, id)
    events = {telling.event.id for telling in found.tellings}
    printed = known.get("printings", lambda: printings(book.store))
    more, judged = marks_of(book, known)
    return Json(
        {
            **incident_line(found, printed),
            "copies": more.get(found.id, 0),
            "reviewed": found.id in judged,
            "reports": reports_of(book, events),
            "neighbours": [_neighbour(one) for one in book.around(found)],
            "judgements": [log_line(one) for one in book.about(events)],
            "doubts": doubts(found),
        }
    )


def incident_of(book: Casebook, id: str) -> Incident:
    """The incident of this id, or that an event once gave an incident. Raises HTTPException where there is none."""
    found = book.called(id)
    exact = [one for one in found if one.id == id] or found
    if len(exact) != 1:
        why = "several incidents are called so: write more of the id" if exact else "no incident is called so"
        raise HTTPException(404, f"{id}: {why}")
    return exact[0]


def marks_of(book: Casebook, known: Shelf) -> tuple[dict[str, int], frozenset[str]]:
    """By incident id, on how many more pages its stories stand; and the ids of those of which something was judged."""

    def make() -> tuple[dict[str, int], frozenset[str]]:
        with book.store.connected() as connection:
            return copies(connection), reviewed(connection)

    return known.get("marks", make)


def item(row: Row[Any], marks: tuple[dict[str, int], frozenset[str]]) -> Line:
    """An incident as a list shows it."""
    more, judged = marks
    brief = {"reason": None, "told": None, "places": [], "agents": [], "targets": [], "tolls": []} | row.brief
    days = {"start": row.first_day, "end": row.last_day, "told": brief["told"]} if row.first_day else None
    return {
        "id": row.id,
        "type": row.type,
        "status": row.status,
        "reason": brief["reason"],
        "date": days,
        **{name: brief[name] for name in ("places", "agents", "targets", "tolls")},
        **{name: getattr(row, name) for name in _NUMBERS},
        "killed": None if row.killed_low is None else {"low": row.killed_low, "high": row.killed_high},
        "copies": more.get(row.id, 0),
        "reviewed": row.id in judged,
    }


_NUMBERS: Final = ("lat", "lon", "precision", "radius_km", "voices", "tellings", "disputed")


def reports_of(book: Casebook, events: Collection[str]) -> list[Line]:
    """For each event, the report that tells it: its id, and what the page says of itself."""
    with book.store.connected() as connection:
        return [row._asdict() for row in telling_reports(connection, events)]


def _neighbour(one: Neighbour) -> Line:
    telling = one.other
    return {
        "id": one.incident,
        "type": telling.event.claim.type,
        "event": telling.event.id,
        "sentence": telling.event.claim.sentence.text,
        "points": one.likeness.points,
        "reasons": list(one.likeness.reasons),
        "why_not": one.why_not,
    }
