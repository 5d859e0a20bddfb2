"""Tolls added up, as a table with a chart, and the totals that are added to nothing under them."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.knowledge.how_many import how_many
from dateline.model.claim import CountKind
from dateline.model.ledger import SumLine, Sums, Tally, Total, Whom
from dateline.publish import ledger_words as words
from dateline.publish.ledger_chart import Bar, chart
from dateline.publish.table import WIDE

MOST = 12
"""Totals that a table shows; the lines of JSON have all."""
_GROUP, _NUMBER = 20, 11
"""Columns of the terminal that the name of a group and a number need."""
_Column = tuple[CountKind, Whom, str]
_SHOWN: tuple[Whom, ...] = ("all", "civilians", "women", "children")
_ORDER: tuple[CountKind, ...] = ("killed", "injured", "missing", "abducted", "detained", "displaced", "returned")


def sums_table(sums: Sums, *, width: int) -> Table:
    """One row a group, then the sum over all; a column for each kind of harm or move, and each sort of people.

    Where there is too little room, the sorts of people stand under the number of all.
    """
    table = Table(box=box.SIMPLE_HEAD, show_footer=True)
    columns = columns_of(sums)
    apart = width >= WIDE and len(columns) <= (width - _GROUP) // _NUMBER
    shown = columns if apart else [column for column in columns if column[1] == "all"]
    cell = _cell if apart else _stacked
    table.add_column(sums.by.capitalize(), footer="All", overflow="fold")
    table.add_column("Inci-\ndents", footer=str(len(sums.all.incidents)), justify="right", no_wrap=True)
    for column in shown:
        table.add_column(heading(column), footer=cell(sums.all, column), justify="right", no_wrap=True)
    for line in sums.lines:
        table.add_row(Text(line.group), str(len(line.incidents)), *(cell(line, column) for column in shown))
    return table


def sums_chart(sums: Sums, *, width: int) -> Table | None:
    """Bars by group for the first kind that is counted; None where nothing is."""
    columns = columns_of(sums)
    if not columns:
        return None
    found = ((line.group, _tally(line, columns[0])) for line in sums.lines)
    bars = [Bar(label=group, range=tally.range) for group, tally in found if tally is not None]
    return chart(heading(columns[0]).capitalize().replace("\n", " "), bars, width=width)


def totals_table(totals: Sequence[Total]) -> Table:
    """The largest totals, with the days that they are for or were told on, who says so, and why they are not added."""
    table = Table(box=box.SIMPLE_HEAD)
    for name, ratio in (("How many", 3), ("Where and when", 4), ("Who says", 3), ("Why it is not added", 3)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for total in totals[:MOST]:
        told = f", told {len(total.statements)} times" if len(total.statements) > 1 else ""
        where = "\n".join(part for part in (words.spots(total.spots[:2]), words.when(total.when)) if part)
        said = f"{words.saying(total.statements)}{told}"
        table.add_row(Text(total_words(total)), Text(where), Text(said), Text(total.reason, style="dim"))
    if len(totals) > MOST:
        table.caption, table.caption_justify = f"{len(totals) - MOST} more; --format jsonl or csv lists all", "left"
    return table


def total_words(total: Total) -> str:
    """ "280,000 or more people killed"."""
    unit = f" ({total.unit}s)" if total.unit != "person" else ""
    kind = "" if total.kind in total.who else f" {total.kind}"
    return f"{how_many(total.low, total.high)} {total.who}{kind}{unit}"


def columns_of(sums: Sums) -> list[_Column]:
    """The kinds, sorts of people and units that anybody counts, in the order of the table."""
    found = {(tally.kind, tally.of, tally.unit) for tally in sums.all.tallies if tally.of in _SHOWN}
    return sorted(found, key=lambda one: (_ORDER.index(one[0]), one[2] != "person", one[2], _SHOWN.index(one[1])))


def heading(column: _Column) -> str:
    """ "Killed", "civilians killed", "displaced households"."""
    kind, of, unit = column
    if of != "all":
        return f"of them\n{of}"
    return f"{kind.capitalize()}\n{unit}s" if unit != "person" else kind.capitalize()


def tallies(found: Iterable[Tally]) -> str:
    """ "12 killed (3 children), ≥40 injured"."""
    listed = sorted(found, key=lambda tally: _ORDER.index(tally.kind))
    return ", ".join(_with_parts(one, listed) for one in listed if one.of == "all")


def _with_parts(whole: Tally, found: Sequence[Tally]) -> str:
    parts = [_part(one) for one in found if _is_part(one, whole) and one.of in ("women", "children")]
    unit = f" {whole.unit}s" if whole.unit != "person" else ""
    among = f" ({', '.join(parts)})" if parts else ""
    return f"{words.ranged(whole.range)}{unit} {whole.kind}{among}"


def _is_part(one: Tally, whole: Tally) -> bool:
    return one.of != "all" and (one.kind, one.unit) == (whole.kind, whole.unit)


def _part(tally: Tally) -> str:
    """ "1 child", "≥12 civilians"."""
    number = words.ranged(tally.range)
    return f"{number} {_ONE.get(tally.of, tally.of) if number == '1' else tally.of}"


_ONE: dict[Whom, str] = {"civilians": "civilian", "women": "woman", "children": "child", "combatants": "combatant"}


def _cell(line: SumLine, column: _Column) -> Text:
    tally = _tally(line, column)
    return Text(words.ranged(tally.range) if tally is not None else "")


def _stacked(line: SumLine, column: _Column) -> Text:
    """The number of all, and under it those of the sorts of people in it."""
    whole = _tally(line, column)
    if whole is None:
        return Text("")
    among = sorted((one for one in line.tallies if _is_part(one, whole) and one.of in _SHOWN), key=_shown)
    parts = [_part(one) for one in among]
    return Text.assemble(words.ranged(whole.range), *((f"\n{part}", "dim") for part in parts))


def _shown(tally: Tally) -> int:
    return _SHOWN.index(tally.of)


def _tally(line: SumLine, column: _Column) -> Tally | None:
    return next((one for one in line.tallies if (one.kind, one.of, one.unit) == column), None)
