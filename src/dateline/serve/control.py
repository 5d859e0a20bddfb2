"""`/api/ledgers/control`: who holds which place, on one day or from day to day."""

from typing import Annotated, Final

from fastapi import HTTPException, Query, Response

from dateline.ledger.control import control as control_ledger
from dateline.ledger.history import History, histories
from dateline.publish.history_lines import history_lines, history_schema, place_line, place_schema
from dateline.publish.ledger_flat import write_control
from dateline.publish.ledger_lines import aside_line, holding_line
from dateline.publish.lines import Line, printable
from dateline.publish.shapes import DAY, TEXT, Schema, like, list_of, or_null, ref, table
from dateline.serve.answers import Json, reading
from dateline.serve.asked import Day
from dateline.serve.described import CSV, answers, listing
from dateline.serve.ledger_answers import Format, Wanting, csv_file, listed
from dateline.serve.ledger_conditions import There
from dateline.serve.ledger_inputs import AllTold, Told

router = reading("ledgers", "/ledgers/control")
At = Annotated[Day | None, Query(description="As it stood on this day; by default by all that is known.")]


_ASIDES: Final = table(listing(ref("control_aside")))
_CONTROL: Final = table({"at": or_null(DAY), **listing(ref("control")), "asides": _ASIDES})
_REPORTS: Final[Schema] = {"type": "object", "additionalProperties": TEXT}
_PLACE: Final = like(place_schema(), asides=list_of("control_aside"), reports=_REPORTS)


@router.get("", responses=answers(_CONTROL, also=CSV))
def control(told: AllTold, there: There, part: Wanting, at: At = None, format: Format = "json") -> Response:
    """Who holds which place, since when, by whose word, and who disputes it; apart what changes nothing, with why."""
    found = control_ledger(*told.moves(), at, there)
    if format == "csv":
        return csv_file("control", lambda file: write_control(file, found))
    day = at.isoformat() if at else None
    held = listed(found.holdings, part, lambda holding: holding_line(holding, day))
    return Json({"at": day, **held, "asides": listed(found.asides, part, aside_line)})


@router.get("/asides", responses=answers(_ASIDES))
def asides(told: AllTold, there: There, part: Wanting) -> Response:
    """What is told of places and changes nothing of who holds them, with the reason."""
    return Json(listed(control_ledger(*told.moves(), None, there).asides, part, aside_line))


@router.get("/history", responses=answers(history_schema()))
def history(told: AllTold, there: There) -> Response:
    """How each place stood from day to day, in one answer; what a place's entries rest on is at `/history/KEY`."""

    def made() -> Line:
        return history_lines(histories(told.moves()[0], there))

    return Json(told.answer(("history", there), made))


@router.get("/history/{key:path}", responses=answers(_PLACE))
def history_of_place(told: AllTold, key: str) -> Response:
    """One place from day to day, with all that is told of who holds it; `reports`: the ids of the pages named there."""
    found = next((one for one in _all(told) if one.spot.key == key), None)
    if found is None:
        raise HTTPException(404, f"nothing tells who holds {key}: take a place's key from /api/ledgers/control/history")
    asides = [one for one in told.moves()[1] if key in {spot.key for spot in one.spots}]
    pages = {one.page for move in found.moves for one in move.statements} | {one.statement.page for one in asides}
    line = {**place_line(found), "asides": list(map(aside_line, asides))}
    return Json({**line, "reports": {printable(page): told.reports()[page] for page in sorted(pages)}})


def _all(told: Told) -> tuple[History, ...]:
    return told.answer("histories", lambda: histories(told.moves()[0]))
