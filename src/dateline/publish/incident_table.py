"""Incidents as a table for a terminal: what happened, who stands behind it with whose figures, and every telling."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.model.incident import Figure, Incident, IncidentStatus, Telling, Toll, Voice
from dateline.publish import wording
from dateline.publish.incident_lines import NONE, when, where
from dateline.store.printings import Printing, Printings

SHORT = 10
"""Letters of an incident's id by which people name it."""
_COLUMNS = (("What, where, when", 3), ("Who stands behind it, and how many", 5), ("Told by", 6))
_STYLES: dict[IncidentStatus, str] = {
    "reported": "",
    "corroborated": "green",
    "acknowledged": "green",
    "disputed": "red",
    "denied": "red",
}


def incidents_table(incidents: Iterable[Incident], printed: Printings = NONE) -> Table:
    """One row an incident, by first day, undated ones last; with the outlets of sentences that several pages print."""
    table = Table(box=box.SIMPLE_HEAD, show_lines=True)
    for name, ratio in _COLUMNS:
        table.add_column(name, ratio=ratio, overflow="fold")
    for incident in sorted(incidents, key=_first_day):
        table.add_row(_stack(_what(incident)), _stack(_standing(incident)), _stack(_told(incident, printed)))
    return table


def _first_day(incident: Incident) -> tuple[bool, str, str, str]:
    days = when(incident)
    return days is None, days[0].isoformat() if days else "", incident.type, incident.id


def _what(incident: Incident) -> Iterator[Text]:
    yield Text(incident.type.replace("_", " "), style="bold")
    yield Text(wording.places(where(incident)))
    yield Text(wording.stretch(when(incident)))
    yield Text(incident.id[:SHORT], style="dim")


def _standing(incident: Incident) -> Iterator[Text]:
    yield Text.assemble((incident.status, _STYLES[incident.status]), f": {incident.reason}")
    yield from map(toll_line, incident.tolls)


def toll_line(toll: Toll) -> Text:
    """The range, and where there are several figures each with its speakers, and how the range came about."""
    line = f"{wording.how_many(toll.low, toll.high)} {toll.who} {toll.kind}"
    if len(toll.figures) == 1:
        return Text(line)
    best = f"best {toll.best:,}, " if toll.best is not None else ""
    sides = "; ".join(map(figure_line, toll.figures))
    return Text.assemble(line, (f" ({best}{toll.derivation}): {sides}", "dim"))


def figure_line(figure: Figure) -> str:
    """How many, and by whose count."""
    return f"{wording.how_many(figure.low, figure.high)} {figure.who}, {speakers(figure.voices)}"


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
    said, denied = speakers(telling.voices), speakers(telling.denials)
    parts = [part for part in (said, f"denied by {denied}" if denied else "") if part]
    style = "red" if denied else ""
    return Text.assemble(number, ("; ".join(parts), style), (f" · {PurePath(telling.page).name}", "dim"))


def _printed(printings: Sequence[Printing]) -> Text:
    """The outlets of several pages with one sentence; a page of an unknown one by its name."""
    names = dict.fromkeys(one.outlet or PurePath(one.page).name for one in printings)
    return Text(f"printed by {', '.join(names)}" if len(printings) > 1 else "", style="dim")


def speakers(voices: Iterable[Voice]) -> str:
    """Names, with who passed them on behind them unless they speak for themselves."""
    return ", ".join(
        v.speaker if v.carrier in (None, v.speaker) else f"{v.speaker} (through {v.carrier})" for v in voices
    )


def _stack(lines: Iterable[Text]) -> Text:
    return Text("\n").join(line for line in lines if line.plain)
