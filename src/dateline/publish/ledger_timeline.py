"""Incidents by day, one line each, with a chart by day, week or month."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.model.incident import IncidentStatus
from dateline.model.ledger import Range, Timeline, TimelineLine
from dateline.publish import ledger_words as words
from dateline.publish.ledger_chart import Bar, chart
from dateline.publish.ledger_sums import tallies
from dateline.publish.table import WIDE

_DAYS, _WEEKS = 31, 190
"""The longest stretch of days that is charted by day, and by week; a longer one is charted by month."""
_WIDTHS = {"When": len("2024-05-01–05-31"), "What": len("chemical attack")}
_MOST_LABELS = 40
"""Of more periods than these only those with incidents are charted."""
_STYLES: dict[IncidentStatus, str] = {
    "reported": "",
    "corroborated": "green",
    "acknowledged": "green",
    "disputed": "red",
    "denied": "red",
}


def timeline_table(lines: Iterable[TimelineLine], *, width: int) -> Table:
    """One line an incident, cut at the edge; disputed ones are red, corroborated and acknowledged ones green."""
    wide = width >= WIDE
    table = Table(box=box.SIMPLE_HEAD, expand=True)
    columns = _WIDE_COLUMNS if wide else _NARROW_COLUMNS
    for name, ratio in columns:
        fixed = _WIDTHS.get(name)
        table.add_column(name, ratio=None if fixed else ratio, width=fixed, no_wrap=True, overflow="ellipsis")
    for line in lines:
        table.add_row(*(_wide(line) if wide else _narrow(line)))
    return table


_WIDE_COLUMNS = (("When", 3), ("What", 3), ("Where", 4), ("Who → whom", 6), ("How many", 5), ("Who says", 5))
_NARROW_COLUMNS = (("When", 3), ("What, where", 5), ("How many", 4), ("Who says", 4))


def timeline_chart(timeline: Timeline, *, width: int) -> Table | None:
    """How many incidents began in each day, week or month; None where none did.

    What is put on more than a month is left out: it is known to begin in no period of the chart.
    """
    whens = [line.when for line in timeline.dated if line.when]
    starts = sorted(when.start for when in whens if (when.end - when.start).days <= _DAYS)
    if not starts:
        return None
    unit, label = _unit((starts[-1] - starts[0]).days)
    numbers = Counter(map(label, starts))
    labels = list(dict.fromkeys(label(day) for day in _every_day(starts[0], starts[-1])))
    shown = labels if len(labels) <= _MOST_LABELS else [name for name in labels if numbers[name]]
    bars = [Bar(label=name, range=Range(low=numbers[name], best=numbers[name], high=numbers[name])) for name in shown]
    return chart(f"Incidents by {unit}", bars, width=width)


def _unit(days: int) -> tuple[str, Callable[[date], str]]:
    return ("day", date.isoformat) if days <= _DAYS else ("week", _week) if days <= _WEEKS else ("month", _month)


def _week(day: date) -> str:
    return f"week of {(day - timedelta(days=day.weekday())).isoformat()}"


def _month(day: date) -> str:
    return day.isoformat()[: len("2024-05")]


def _every_day(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _wide(line: TimelineLine) -> Iterator[Text]:
    yield Text(words.day_label(line.when) or "no day", style="dim")
    yield Text(line.type.replace("_", " "), style="bold")
    yield Text(words.spots(line.spots))
    yield Text(_deed(line))
    yield Text(tallies(line.tallies))
    yield _who(line)


def _narrow(line: TimelineLine) -> Iterator[Text]:
    yield Text(words.day_label(line.when) or "no day", style="dim")
    yield Text.assemble((line.type.replace("_", " "), "bold"), " ", ", ".join(spot.name for spot in line.spots))
    yield Text(tallies(line.tallies))
    yield _who(line)


def _deed(line: TimelineLine) -> str:
    agents, targets = (words.few(names) for names in (line.agents, line.targets))
    return f"{agents} → {targets}" if agents and targets else agents or (f"→ {targets}" if targets else "")


def _who(line: TimelineLine) -> Text:
    denied = words.denying(line.statements)
    said = f"{words.saying(line.statements)}{f'; denied by {denied}' if denied else ''}"
    return Text(said, style=_STYLES[line.status])
