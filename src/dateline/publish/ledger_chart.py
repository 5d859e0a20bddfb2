"""Bars for a terminal: full up to the least, light up to the most, open where the most is not known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from dateline.model.ledger import Range
from dateline.publish.ledger_words import ranged

_FULL, _LIGHT, _OPEN = "█", "░", "▸"
_NARROWEST, _WIDEST = 10, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row of a chart."""

    label: str
    range: Range


def chart(title: str, bars: Iterable[Bar], *, width: int) -> Table:
    """A chart of bars on one scale, for `width` columns."""
    bars = tuple(bars)
    table = Table.grid(padding=(0, 1))
    table.title, table.title_justify, table.title_style, table.min_width = title, "left", "bold", len(title)
    table.add_column(no_wrap=True, overflow="ellipsis", max_width=max(12, width // 3))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="left", style="dim")
    labels = max((len(bar.label) for bar in bars), default=0)
    room = min(_WIDEST, max(_NARROWEST, width - min(labels, width // 3) - 22))
    most = max((_end(bar.range) for bar in bars), default=0)
    for bar in bars:
        table.add_row(Text(bar.label), _bar(bar.range, most, room), ranged(bar.range))
    return table


def counted(labels: Sequence[str]) -> list[Bar]:
    """A bar for each label by how often it stands there, in the order of their first standing."""
    numbers = {label: labels.count(label) for label in dict.fromkeys(labels)}
    return [Bar(label=label, range=Range(low=n, best=n, high=n)) for label, n in numbers.items()]


def _end(found: Range) -> int:
    return found.low if found.high is None else found.high


def _bar(found: Range, most: int, room: int) -> Text:
    full = _cells(found.low, most, room)
    light = _cells(_end(found), most, room) - full
    return Text.assemble((_FULL * full, "cyan"), (_LIGHT * light, "cyan"), _OPEN if found.high is None else "")


def _cells(number: int, most: int, room: int) -> int:
    """At least one for anything more than nothing."""
    return max(1, round(room * number / most)) if number and most else 0
