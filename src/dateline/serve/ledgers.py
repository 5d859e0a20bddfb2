"""`/api/ledgers/...`: who was harmed, who had to flee, what was hit, and what happened when."""

from typing import Literal

from fastapi import APIRouter, Response

from dateline.ledger import sums
from dateline.ledger.damage import damage as damage_ledger
from dateline.ledger.timeline import timeline as timeline_ledger
from dateline.model.ledger import DamageLine, Sums, Timeline
from dateline.publish.ledger_flat import write_damage, write_sums, write_timeline
from dateline.publish.ledger_lines import damage_line, sum_line, timeline_line, total_line
from dateline.serve.ledger_answers import Brief, Format, Part, Wanting, csv_file, in_brief, json, listed
from dateline.serve.ledger_conditions import Conditions, Then
from dateline.serve.ledger_inputs import AllTold

router = APIRouter(prefix="/ledgers", tags=["ledgers"])
ByHarm = Literal["month", "day", "place", "country", "actor", "type", "side"]
ByMoves = Literal["month", "day", "place", "country", "origin", "destination"]
"""Written out, so that the description of the API lists the words; a test keeps them those of the ledgers."""


@router.get("/casualties")
def casualties(
    told: AllTold,
    wanted: Conditions,
    part: Wanting,
    by: ByHarm = "month",
    brief: Brief = False,
    format: Format = "json",
) -> Response:
    """How many were killed, injured, missing, abducted and detained; totals of campaigns apart, added to nothing."""
    asked = ("casualties", by, wanted)
    found = told.answer(asked, lambda: sums.casualties(told.incidents, told.coded, by, wanted))
    return _sums("casualties", found, part, brief, format)


@router.get("/displacement")
def displacement(
    told: AllTold, wanted: Then, part: Wanting, by: ByMoves = "month", brief: Brief = False, format: Format = "json"
) -> Response:
    """How many fled or came back, persons and households apart; stocks and totals apart, added to nothing."""
    asked = ("displacement", by, wanted)
    found = told.answer(asked, lambda: sums.displacement(told.incidents, told.coded, by, wanted))
    return _sums("displacement", found, part, brief, format)


@router.get("/damage")
def damage(told: AllTold, wanted: Conditions, part: Wanting, brief: Brief = False, format: Format = "json") -> Response:
    """Hospitals, schools, places of worship, markets and other protected things that were hit, by whom as alleged."""

    def made() -> tuple[DamageLine, ...]:
        return damage_ledger(told.incidents, told.coded, wanted)

    found = told.answer(("damage", wanted), made)
    if format == "csv":
        return csv_file("damage", lambda file: write_damage(file, found))
    return json(listed(found, part, damage_line, brief=brief))


@router.get("/timeline")
def timeline(
    told: AllTold, wanted: Conditions, part: Wanting, brief: Brief = False, format: Format = "json"
) -> Response:
    """Incidents in the order of their days, and apart those of which no day is known."""

    def made() -> Timeline:
        return timeline_ledger(told.incidents, told.coded, wanted)

    found = told.answer(("timeline", wanted), made)
    if format == "csv":
        return csv_file("timeline", lambda file: write_timeline(file, found))
    undated = listed(found.undated, part, timeline_line, brief=brief)
    return json({**listed(found.dated, part, timeline_line, brief=brief), "undated": undated})


def _sums(ledger: str, found: Sums, part: Part, brief: bool, format: Format) -> Response:
    if format == "csv":
        return csv_file(ledger, lambda file: write_sums(file, found))
    groups = listed(found.lines, part, lambda line: sum_line(line, ledger, found.by, line.group), brief=brief)
    totals = listed(found.totals, part, lambda total: total_line(total, ledger))
    return json({**groups, "all": in_brief(sum_line(found.all, ledger, found.by, None)), "set_apart": totals})
