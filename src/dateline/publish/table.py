"""Events as a table for a terminal: seven columns where there is room, four stacked ones where there is not."""

from collections.abc import Iterable

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from dateline.model.event import Coded, Event
from dateline.publish import wording

WIDE = 120
"""Columns of a terminal from which on every question has a column of its own."""

_WIDE_COLUMNS = (("Who", 3), ("What", 2), ("Whom", 3), ("Where", 3), ("When", 2), ("How many", 3), ("Who says", 4))
_NARROW_COLUMNS = (("Who did what to whom", 5), ("Where and when", 4), ("How many", 3), ("Who says", 4))


def print_page(console: Console, coded: Coded) -> None:
    """The events of one page as a table under its name, or a line that says why there are none."""
    report = coded.report
    title = " · ".join(part for part in (report.page, report.title) if part)
    if coded.events:
        console.print(events_table(coded.events, width=console.width, title=escape(title)))
    else:
        nothing = "no events" if report.status == "coded" else report.status.replace("_", " ")
        console.print(Text(f"{title}: {nothing}"), soft_wrap=True)


def events_table(events: Iterable[Event], *, width: int, title: str | None = None) -> Table:
    """A table of `events` for `width` columns. Background is dim; what did not happen or is denied is red."""
    wide = width >= WIDE
    columns, cells = (_WIDE_COLUMNS, _wide) if wide else (_NARROW_COLUMNS, _narrow)
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, show_lines=not wide)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold")
    for event in events:
        table.add_row(*cells(event), style="dim" if event.background else None)
    return table


def _wide(event: Event) -> tuple[Text, ...]:
    return (
        Text(wording.actors(event.agents)),
        _what(event),
        Text(wording.actors(event.targets)),
        Text(wording.places(event.places)),
        Text(wording.days(event.date)),
        Text(wording.counts(event.claim.counts)),
        _who_says(event),
    )


def _narrow(event: Event) -> tuple[Text, ...]:
    deed = _stack(Text(wording.actors(event.agents)), _what(event), _towards(wording.actors(event.targets)))
    where = _stack(Text(wording.places(event.places)), Text(wording.days(event.date)))
    return deed, where, Text(wording.counts(event.claim.counts)), _who_says(event)


def _stack(*cells: Text) -> Text:
    return Text("\n").join(cell for cell in cells if cell.plain)


def _towards(targets: str) -> Text:
    return Text(f"→ {targets}" if targets else "")


def _what(event: Event) -> Text:
    return Text(wording.what(event), style=_STYLES.get(event.claim.modality, "bold") if event.claim.asserted else "red")


def _who_says(event: Event) -> Text:
    denied = any(source.stance == "denies" for source in event.claim.sources)
    return Text(wording.who_says(event), style="red" if denied else "")


_STYLES = {"planned": "yellow", "possible": "yellow", "not": "red"}
