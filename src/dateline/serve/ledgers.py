"""`/api/ledgers/...`: who was harmed, who had to flee, what was hit, and what happened when."""

from collections import Counter
from collections.abc import Callable
from typing import Annotated, Final, Literal

from fastapi import Query, Response

from dateline.ledger import sums
from dateline.ledger.damage import damage as damage_ledger
from dateline.ledger.timeline import timeline as timeline_ledger
from dateline.ledger.wanted import ANY, Wanted
from dateline.model.ledger import DamageLine, Sums, Timeline, TimelineLine, Total
from dateline.publish.ledger_flat import write_damage, write_sums, write_timeline
from dateline.publish.ledger_lines import damage_line, sum_line, timeline_line, total_line
from dateline.publish.lines import Line
from dateline.publish.shapes import DAY, OFFSET, TEXTS, Schema, array, ref, table
from dateline.serve.answers import Json, reading
from dateline.serve.described import CSV, answers, line, listing
from dateline.serve.ledger_answers import Brief, Format, Part, Wanting, csv_file, in_brief, listed, named
from dateline.serve.ledger_conditions import Conditions, Then
from dateline.serve.ledger_inputs import AllTold, Told

router = reading("ledgers", "/ledgers")
ByHarm = Literal["month", "day", "place", "country", "actor", "type", "side"]
ByMoves = Literal["month", "day", "place", "country", "origin", "destination"]
"""Written out, so that the description of the API lists the words; a test keeps them those of the ledgers."""
Group = Annotated[str, Query(max_length=2_000, description="The `group` of a line, such as 2024-05.")]


def _or_brief(name: str, **more: Schema) -> Schema:
    """A line, or the same without its statements."""
    return {"anyOf": [ref(name), line(name, "statements", **more)]}


_SAID: Final = {"said_by": TEXTS, "denied_by": TEXTS}
_SUM: Final = _or_brief("sum")
_SUMS: Final = table({**listing(_SUM), "all": _SUM, "set_apart": table(listing(_or_brief("set_apart", **_SAID)))})
_IN_BRIEF: Final = table(listing(line("timeline", "statements", **_SAID)))
_DAMAGE: Final = table(listing(_or_brief("damage", **_SAID)))
_ON_TIMELINE: Final = listing(_or_brief("timeline", **_SAID))
_TIMELINE: Final = table({**_ON_TIMELINE, "undated": table(_ON_TIMELINE)})
_PAIR: Final[Schema] = {"type": "array", "items": {"anyOf": [DAY, OFFSET]}, "minItems": 2, "maxItems": 2}
_DAYS: Final = table({"days": array(_PAIR), "dated": OFFSET, "undated": OFFSET})


@router.get("/casualties", responses=answers(_SUMS, also=CSV))
def casualties(
    told: AllTold,
    wanted: Conditions,
    part: Wanting,
    by: ByHarm = "month",
    brief: Brief = False,
    format: Format = "json",
) -> Response:
    """How many were killed, injured, missing, abducted and detained; totals of campaigns apart, added to nothing."""
    return _sums("casualties", _casualties(told, by, wanted), part, brief, format)


@router.get("/casualties/incidents", responses=answers(_IN_BRIEF))
def casualties_of(told: AllTold, wanted: Conditions, part: Wanting, group: Group, by: ByHarm = "month") -> Response:
    """The incidents that one line of the casualties adds up, in brief."""
    return _incidents(told, _casualties(told, by, wanted), group, part)


@router.get("/displacement", responses=answers(_SUMS, also=CSV))
def displacement(
    told: AllTold, wanted: Then, part: Wanting, by: ByMoves = "month", brief: Brief = False, format: Format = "json"
) -> Response:
    """How many fled or came back, persons and households apart; stocks and totals apart, added to nothing."""
    return _sums("displacement", _displacement(told, by, wanted), part, brief, format)


@router.get("/displacement/incidents", responses=answers(_IN_BRIEF))
def displacement_of(told: AllTold, wanted: Then, part: Wanting, group: Group, by: ByMoves = "month") -> Response:
    """The incidents that one line of the displacement adds up, in brief."""
    return _incidents(told, _displacement(told, by, wanted), group, part)


@router.get("/damage", responses=answers(_DAMAGE, also=CSV))
def damage(told: AllTold, wanted: Conditions, part: Wanting, brief: Brief = False, format: Format = "json") -> Response:
    """Hospitals, schools, places of worship, markets and other protected things that were hit, by whom as alleged."""

    def made() -> tuple[DamageLine, ...]:
        return damage_ledger(told.incidents, told.coded, wanted)

    found = told.answer(("damage", wanted), made)
    if format == "csv":
        return csv_file("damage", lambda file: write_damage(file, found))
    return Json(listed(found, part, _damage_in_brief if brief else damage_line))


@router.get("/timeline", responses=answers(_TIMELINE, also=CSV))
def timeline(
    told: AllTold, wanted: Conditions, part: Wanting, brief: Brief = False, format: Format = "json"
) -> Response:
    """Incidents in the order of their days, and apart those of which no day is known; both in parts alike."""
    found = _timeline(told, wanted)
    if format == "csv":
        return csv_file("timeline", lambda file: write_timeline(file, found))
    shown = _timeline_in_brief if brief else timeline_line
    return Json({**listed(found.dated, part, shown), "undated": listed(found.undated, part, shown)})


@router.get("/timeline/days", responses=answers(_DAYS))
def days(told: AllTold, wanted: Conditions) -> Response:
    """How many incidents began on each day, in the order of days, as pairs of day and number; and how many on none."""
    found = _timeline(told, wanted)
    counted = Counter(line.when.start for line in found.dated if line.when is not None)
    pairs = [[day.isoformat(), counted[day]] for day in sorted(counted)]
    return Json({"days": pairs, "dated": len(found.dated), "undated": len(found.undated)})


def _casualties(told: Told, by: str, wanted: Wanted) -> Sums:
    asked = ("casualties", by, wanted)
    return told.answer(asked, lambda: sums.casualties(told.incidents, told.coded, by, wanted))


def _displacement(told: Told, by: str, wanted: Wanted) -> Sums:
    asked = ("displacement", by, wanted)
    return told.answer(asked, lambda: sums.displacement(told.incidents, told.coded, by, wanted))


def _timeline(told: Told, wanted: Wanted) -> Timeline:
    return told.answer(("timeline", wanted), lambda: timeline_ledger(told.incidents, told.coded, wanted))


def _sums(ledger: str, found: Sums, part: Part, brief: bool, format: Format) -> Response:
    if format == "csv":
        return csv_file(ledger, lambda file: write_sums(file, found))
    whole: Callable[[Line], Line] = in_brief if brief else dict
    groups = listed(found.lines, part, lambda line: whole(sum_line(line, ledger, found.by, line.group)))
    every = sum_line(found.all, ledger, found.by, None)

    def total(one: Total) -> Line:
        shown = total_line(one, ledger)
        return named(shown, one.statements) if brief else shown

    return Json({**groups, "all": whole(every), "set_apart": listed(found.totals, part, total)})


def _incidents(told: Told, found: Sums, group: str, part: Part) -> Response:
    """Those of one group in the order of their days, the undated last."""
    wanted = {one for line in found.lines if line.group == group for one in line.incidents}
    whole = _timeline(told, ANY)
    lines = [line for line in (*whole.dated, *whole.undated) if line.incident in wanted]
    return Json(listed(lines, part, _timeline_in_brief))


def _timeline_in_brief(line: TimelineLine) -> Line:
    return named(timeline_line(line), line.statements)


def _damage_in_brief(line: DamageLine) -> Line:
    return named(damage_line(line), line.statements)
