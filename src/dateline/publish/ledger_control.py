"""Who holds which place, as a table: how it stands, since when, and the history that it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.model.ledger import Aside, Control, Holding, Move, Standing, Statement
from dateline.publish import ledger_words as words
from dateline.publish.ledger_chart import chart, counted
from dateline.publish.table import WIDE

_STYLES: dict[Standing, str] = {
    "held": "green",
    "held in part": "green",
    "disputed": "red",
    "contested": "yellow",
    "left": "dim",
    "unknown": "dim",
}
_RECENT = 5
"""Lines of a history that are shown where no place is asked for."""


def control_table(control: Control, *, width: int, whole: bool = False) -> Table:
    """One row a place. The last lines of its history are shown, all of them where it is `whole`."""
    wide = width >= WIDE
    table = Table(box=box.SIMPLE_HEAD, show_lines=True, expand=True)
    for name, ratio in _WIDE_COLUMNS if wide else _NARROW_COLUMNS:
        table.add_column(name, ratio=ratio, overflow="fold")
    for holding in control.holdings:
        place, standing = Text(words.spot(holding.spot), style="bold"), _stack(_standing(holding))
        history = _stack(_history(holding.moves, whole))
        table.add_row(*((place, standing, history) if wide else (_stack((place, standing)), history)))
    return table


_WIDE_COLUMNS = (("Place", 3), ("Who holds it", 4), ("What it rests on", 9))
_NARROW_COLUMNS = (("Place, and who holds it", 4), ("What it rests on", 6))


def control_chart(control: Control, *, width: int) -> Table:
    """How many places each side holds alone, and how many are contested, disputed, or held by nobody known."""
    return chart("Places", counted(sorted(map(_bar_label, control.holdings))), width=width)


def asides_table(asides: Iterable[Aside]) -> Table:
    """What is told of places and changes nothing of who holds them, and why not."""
    table = Table(box=box.SIMPLE_HEAD, expand=True)
    for name, ratio in (("Place", 3), ("What", 4), ("Why it changes nothing", 4), ("Who says", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for aside in asides:
        what = f"{aside.type} {_by(words.as_said(aside.sides))}".strip()
        table.add_row(
            Text(words.spots(aside.spots)),
            _stack((Text(what), Text(words.when(aside.when), style="dim"))),
            Text(aside.reason),
            _who((aside.statement,)),
        )
    return table


def title(control: Control) -> str:
    """What the table shows."""
    return f"Who holds which place on {control.at.isoformat()}" if control.at else "Who holds which place"


def _bar_label(holding: Holding) -> str:
    if holding.standing in ("held", "held in part"):
        return f"{holding.standing} by {words.sides(holding.holders)}"
    return _PLAINLY.get(holding.standing, holding.standing)


_PLAINLY: dict[Standing, str] = {"left": "left, held by nobody named", "unknown": "holder not told"}


def _standing(holding: Holding) -> Iterator[Text]:
    style, plainly = _STYLES[holding.standing], _PLAINLY.get(holding.standing, holding.standing)
    holders = words.sides(holding.holders)
    if holding.standing in ("held", "held in part"):
        yield Text(f"{plainly} by {holders}", style=style)
    else:
        yield Text(f"{plainly}: {holders}" if holders else plainly, style=style)
    if holding.since is not None:
        yield Text(f"{_since(holding)} {words.when(holding.since)}", style="dim")
    if holding.besiegers:
        yield Text(f"besieged by {words.sides(holding.besiegers)}", style="magenta")
    yield from (Text(doubt, style="yellow") for doubt in holding.doubts)


def _since(holding: Holding) -> str:
    turn = next((move for move in reversed(holding.moves) if move.when == holding.since), None)
    told = turn is not None and turn.kind in ("held", "held in part")
    return "so told since" if told else "since"


def _history(moves: Sequence[Move], whole: bool) -> Iterator[Text]:
    """Its entries, those that repeat the one before in one line; the last ones only, unless all are wanted."""
    lines = [_entry(list(some)) for _, some in groupby(moves, key=_sameness)]
    hidden = 0 if whole else max(0, len(lines) - _RECENT)
    if hidden:
        yield Text(f"… {hidden} earlier; --place NAME shows all", style="dim")
    yield from lines[hidden:]


def _sameness(move: Move) -> tuple[object, ...]:
    """Plain statements that one side holds it are told together, all else line by line."""
    repeats = move.kind in ("held", "held in part", "besieged") and not move.disputed
    return (move.kind, tuple(side.key for side in move.sides)) if repeats else (move.id,)


def _entry(moves: Sequence[Move]) -> Text:
    first, last = moves[0], moves[-1]
    days = words.day_label(first.when) or "no day"
    if len(moves) > 1 and last.when is not None:
        days = f"{days} … {last.when.end.isoformat()}"
    who = words.as_said(first.sides) if len(moves) == 1 else words.sides(first.sides)
    times = f", told {len(moves)} times" if len(moves) > 1 else ""
    losing = f" from {words.sides(first.from_sides)}" if first.from_sides else ""
    unnamed = ", by whom is not told" if not first.sides and first.kind in _BY_SOMEBODY else ""
    statements = [one for move in moves for one in move.statements]
    did = (_what(first, who), "red" if first.status in ("disputed", "denied") else "bold")
    return Text.assemble((days, "dim"), " ", did, unnamed, losing, times, " · ", _who(statements))


_BY_SOMEBODY = frozenset({"captured", "entered", "contested", "besieged"})


def _what(move: Move, who: str) -> str:
    """ "captured by the army", "capture by the army"; who denies that stands behind it."""
    return f"{move.kind.removesuffix(' denied')} {_by(who)}".strip()


def _by(who: str) -> str:
    return f"by {who}" if who else ""


def _who(statements: Sequence[Statement]) -> Text:
    said, denied = words.saying(statements), words.denying(statements)
    return Text.assemble((said, "dim"), (f"{'; ' if said else ''}denied by {denied}" if denied else "", "red"))


def _stack(lines: Iterable[Text]) -> Text:
    return Text("\n").join(line for line in lines if line.plain)
