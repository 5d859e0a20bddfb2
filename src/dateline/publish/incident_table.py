"""Incidents as a table for a terminal: what happened, who stands behind it with whose figures, and every telling."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.merge.grades import grade
from dateline.model.incident import Incident, IncidentStatus, Telling, Toll, Total
from dateline.publish import standing_wording as standing
from dateline.publish import wording
from dateline.publish.incident_lines import NONE
from dateline.store.printings import Printing, Printings

SHORT = 10
"""Letters of an incident's id by which people name it."""
_COLUMNS = (("What, where, when", 3), ("Who stands behind it, and how many", 5), ("Told by", 6))
_TOTAL_COLUMNS = (("Counted over several, where, when", 4), ("How many, and who says so", 6), ("Incidents inside", 2))
_STYLES: dict[IncidentStatus, str] = {
    "reported": "",
    "corroborated": "green",
    "acknowledged": "green",
    "disputed": "red",
    "denied": "red",
    "retracted": "red",
}


def incidents_table(incidents: Iterable[Incident], printed: Printings = NONE) -> Table:
    """One row an incident, by first day, undated ones last; with the outlets of sentences that several pages print."""
    table = _table(_COLUMNS)
    for incident in sorted(incidents, key=_first_day):
        table.add_row(_stack(_what(incident)), _stack(_standing(incident)), _stack(_told(incident, printed)))
    return table


def totals_table(totals: Iterable[Total]) -> Table:
    """One row a total over several happenings, by its first day."""
    table = _table(_TOTAL_COLUMNS)
    for total in sorted(totals, key=_first_day_of_total):
        table.add_row(_stack(_counted(total)), _stack(_figures(total)), Text(str(len(total.inside) or "")))
    return table


def _table(columns: Sequence[tuple[str, int]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_lines=True)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    return table


def _first_day(incident: Incident) -> tuple[bool, str, str, str]:
    when = incident.when
    return when is None, when.start.isoformat() if when else "", incident.type, incident.id


def _first_day_of_total(total: Total) -> tuple[bool, str, str]:
    days = total.telling.event.date
    return days is None, days.start.isoformat() if days else "", total.id


def _what(incident: Incident) -> Iterator[Text]:
    yield Text(incident.type.replace("_", " "), style="bold")
    yield from map(Text, standing.who_lines(incident))
    for line in (*standing.place_lines(incident), *standing.day_lines(incident)):
        yield Text(line, style="yellow" if line.startswith("conflict") else "")
    yield Text(incident.id[:SHORT], style="dim")


def _standing(incident: Incident) -> Iterator[Text]:
    yield Text.assemble((incident.status, _STYLES[incident.status]), f": {incident.reason}")
    for line, denied in standing.party_lines(incident):
        yield Text(line, style="red" if denied else "")
    yield from map(toll_line, standing.by_gravity(incident.tolls))
    if graded := grade(incident):
        yield Text(f"civilian harm: {graded.grade} ({graded.reason})", style="dim")


def toll_line(toll: Toll) -> Text:
    """The range, and where there are several figures how it came about."""
    how = f" ({toll.derivation})" if len(toll.figures) > 1 else ""
    return Text.assemble(standing.toll(toll), (how, "dim"))


def _told(incident: Incident, printed: Printings) -> Iterator[Text]:
    """Its tellings, numbered where there are several, then for each pair judged one why."""
    several = len(incident.tellings) > 1
    number = {telling.event.id: n for n, telling in enumerate(incident.tellings, 1)}
    for telling in incident.tellings:
        yield _telling(telling, f"{number[telling.event.id]}. " if several else "")
        yield _printed(printed.get(telling.event.id, ()))
    for link in incident.likenesses:
        first, second = sorted((number[link.one], number[link.other]))
        yield Text(f"{first} and {second} are one: {', '.join(link.reasons)}", style="dim")


def _telling(telling: Telling, number: str) -> Text:
    said, denied = standing.speakers(telling.voices), standing.speakers(telling.denials)
    dropped = "left out of its newer version" if telling.dropped_by else ""
    parts = [part for part in (said, f"denied by {denied}" if denied else "", dropped) if part]
    style = "red" if denied or dropped else ""
    return Text.assemble(number, ("; ".join(parts), style), (f" · {PurePath(telling.page).name}", "dim"))


def _printed(printings: Sequence[Printing]) -> Text:
    """The outlets of several pages with one sentence; a page of an unknown one by its name."""
    names = dict.fromkeys(one.outlet or PurePath(one.page).name for one in printings)
    return Text(f"printed by {', '.join(names)}" if len(printings) > 1 else "", style="dim")


def _counted(total: Total) -> Iterator[Text]:
    event = total.telling.event
    yield Text(event.claim.type.replace("_", " "), style="bold")
    yield Text(wording.places(event.places))
    yield Text(wording.days(event.date))


def _figures(total: Total) -> Iterator[Text]:
    yield from (Text(standing.toll(toll)) for toll in standing.by_gravity(total.tolls))
    yield Text(standing.speakers(total.telling.voices), style="dim")


def _stack(lines: Iterable[Text]) -> Text:
    return Text("\n").join(line for line in lines if line.plain)
