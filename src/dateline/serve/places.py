"""Places where incidents are told of, as ledgers know them: `/api/places`."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Annotated, Final

from fastapi import HTTPException, Path, Query

from dateline.knowledge.folding import fold
from dateline.ledger.around import around
from dateline.ledger.spots import where_of
from dateline.model.ledger import Spot
from dateline.publish.ledger_lines import spot_line
from dateline.publish.lines import Line
from dateline.publish.shapes import OFFSET, array, table
from dateline.serve.answers import Json, reading
from dateline.serve.asked import Limit, Offset, Words, next_offset
from dateline.serve.context import Book, Known
from dateline.serve.described import answers, line, listing
from dateline.serve.incidents import ITEM, item, marks_of
from dateline.serve.ledger_inputs import AllTold, Told
from dateline.store.listing import rows_of

router = reading("places")
Index = Mapping[str, tuple[Spot, tuple[str, ...]]]
"""By key, a place and the ids of the incidents there."""


_TOLD: Final = line("spot", incidents=OFFSET)
_WHOLE: Final = line("spot", total=OFFSET, incidents=array(ITEM))


@router.get("/places", responses=answers(table(listing(_TOLD))))
def places(
    told: AllTold,
    q: Annotated[Words | None, Query(description="A part of its name, or of its province's.")] = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Json:
    """Places, those of which most incidents are told first."""
    named = [(spot, ids) for spot, ids in index(told).values() if q is None or _bears(spot, fold(q))]
    found = [{**spot_line(spot), "incidents": len(ids)} for spot, ids in named[offset : offset + limit]]
    return Json({"items": found, "total": len(named), "next": next_offset(offset, limit, len(named))})


@router.get("/places/{key:path}", responses=answers(_WHOLE))
def place(book: Book, known: Known, told: AllTold, key: Annotated[str, Path(min_length=1, max_length=300)]) -> Json:
    """One place by its key, as ledgers write it, with its incidents, the newest first."""
    found = index(told).get(key)
    if found is None:
        raise HTTPException(404, f"{key}: no place of this key is told of; /api/places lists them")
    spot, ids = found
    marks = marks_of(book, known)
    with book.store.connected() as connection:
        incidents: list[Line] = [item(row, marks) for row in rows_of(connection, ids)]
    return Json({**spot_line(spot), "total": len(ids), "incidents": incidents})


def index(told: Told) -> Index:
    """All places that incidents are put at, those of most incidents first, made once for each state of the database."""

    def make() -> Index:
        spots = around(told.coded).spots
        here: dict[str, list[str]] = defaultdict(list)
        by_key: dict[str, Spot] = {}
        for incident in told.incidents:
            for spot in where_of(incident, spots):
                by_key[spot.key] = spot
                here[spot.key].append(incident.id)
        ordered = sorted(here, key=lambda key: (-len(here[key]), by_key[key].name, key))
        return {key: (by_key[key], tuple(here[key])) for key in ordered}

    return told.answer("places", make)


def _bears(spot: Spot, words: str) -> bool:
    return any(words in fold(name) for name in (spot.name, spot.admin1 or "", spot.country or ""))
