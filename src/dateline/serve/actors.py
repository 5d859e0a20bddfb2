"""Actors of the actor list that reports tell of: `/api/actors`."""

from typing import Annotated, Final

from fastapi import HTTPException, Query

from dateline.knowledge.actors import actors as load_actors
from dateline.publish.lines import Line
from dateline.publish.shapes import COUNTRY, COUNTS, MAYBE_TEXT, OFFSET, TEXT, array, table
from dateline.serve.answers import Json, reading
from dateline.serve.asked import Id, Limit, Offset, Words, next_offset
from dateline.serve.context import Book, Known
from dateline.serve.described import answers, listing
from dateline.serve.incidents import ITEM, item, marks_of
from dateline.store import actor_listing

router = reading("actors")
MOST_SHOWN: Final = 200
"""Incidents that one actor is shown with: `/api/incidents?actor=` has them all."""


_ACTOR: Final = table({"id": TEXT, "name": TEXT, "kind": MAYBE_TEXT, "country": COUNTRY, "incidents": OFFSET})
_NAME: Final = table({"name": TEXT, "times": OFFSET})
_WHOLE: Final = table(
    {"id": TEXT, "name": MAYBE_TEXT, "names": array(_NAME), "types": COUNTS, "total": OFFSET, "incidents": array(ITEM)}
)


@router.get("/actors", responses=answers(table(listing(_ACTOR))))
def actors(
    book: Book,
    q: Annotated[Words | None, Query(description="Words of a name under which it is told of.")] = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Json:
    """Actors of the list, those of whom most incidents are told first."""
    with book.store.connected() as connection:
        total = actor_listing.count(connection, named=q)
        rows = actor_listing.listed(connection, named=q, limit=limit, offset=offset)
    items: list[Line] = [{**row._asdict(), "name": _name(row.id) or row.name} for row in rows]
    return Json({"items": items, "total": total, "next": next_offset(offset, limit, total)})


@router.get("/actors/{id}", responses=answers(_WHOLE))
def actor(book: Book, known: Known, id: Id) -> Json:
    """One actor: under which names it is told of, of what types, and its newest 200 incidents."""
    marks = marks_of(book, known)
    with book.store.connected() as connection:
        names = actor_listing.names(connection, id)
        if not names:
            raise HTTPException(404, f"{id}: no actor of this id is told of; /api/actors lists them")
        types = actor_listing.types_of(connection, id)
        rows = actor_listing.incidents_of(connection, id, limit=MOST_SHOWN)
    told = [{"name": name, "times": number} for name, number in names.items()]
    incidents = [item(row, marks) for row in rows]
    return Json(
        {
            "id": id,
            "name": _name(id),
            "names": told,
            "types": types,
            "total": sum(types.values()),
            "incidents": incidents,
        }
    )


def _name(id: str) -> str | None:
    """What the actor list calls it."""
    entry = load_actors().entry(id)
    return entry.name if entry else None
