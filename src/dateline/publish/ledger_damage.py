"""Protected things that were hit, as a table: what, where, by whom as alleged, and who says or denies it."""

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.model.ledger import DamageLine, Hit
from dateline.publish import ledger_words as words
from dateline.publish.ledger_chart import chart, counted
from dateline.publish.ledger_sums import tallies
from dateline.publish.table import WIDE

_WIDE_COLUMNS = (("When and where", 3), ("What was hit", 3), ("How, and by whom as alleged", 4), ("Who says", 4))
_NARROW_COLUMNS = (("When, where, what was hit", 4), ("How, by whom as alleged, who says", 5))


def damage_table(lines: Sequence[DamageLine], *, width: int) -> Table:
    """One row an incident by day, general statements on many attacks last and dim."""
    wide = width >= WIDE
    table = Table(box=box.SIMPLE_HEAD, show_lines=not wide, expand=True)
    for name, ratio in _WIDE_COLUMNS if wide else _NARROW_COLUMNS:
        table.add_column(name, ratio=ratio, overflow="fold")
    for line in lines:
        where, what, how, who = (_stack(part(line)) for part in (_where, _what, _how, _who))
        cells = (where, what, how, who) if wide else (_stack((where, what)), _stack((how, who)))
        table.add_row(*cells, style="dim" if line.general else None)
    return table


def damage_chart(lines: Iterable[DamageLine], *, width: int) -> Table:
    """How many incidents hit things of each kind; general statements on many attacks are left out."""
    kinds = sorted(kind for line in lines if not line.general for kind in {hit.kind for hit in line.hits})
    return chart("Incidents", counted(kinds), width=width)


def hits(found: Iterable[Hit]) -> str:
    """ "field hospital, 3–9 homes"."""
    return ", ".join(f"{words.ranged(hit.count)} {hit.words}" if hit.count else hit.words for hit in found)


def _where(line: DamageLine) -> Iterator[Text]:
    yield Text(words.day_label(line.when) or "no day", style="dim")
    yield Text(words.spots(line.spots))


def _what(line: DamageLine) -> Iterator[Text]:
    yield Text(hits(line.hits), style="bold")
    yield Text(tallies(line.tallies))


def _how(line: DamageLine) -> Iterator[Text]:
    by = f"{line.type.replace('_', ' ')}{' by ' if line.by else ''}{', '.join(line.by)}"
    alleged = f"according to {words.few(line.alleged_by)}" if line.alleged_by else ""
    yield from (Text(by), Text(alleged, style="dim"))


def _who(line: DamageLine) -> Iterator[Text]:
    denied = words.denying(line.statements)
    yield Text(words.saying(line.statements))
    yield Text(f"denied by {denied}" if denied else "", style="red")
    yield Text(line.status if line.status != "reported" else "", style="dim")


def _stack(lines: Iterable[Text]) -> Text:
    return Text("\n").join(line for line in lines if line.plain)
