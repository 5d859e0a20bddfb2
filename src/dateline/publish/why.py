"""Why an incident is what it is, in words: its tellings, what joined them, what was kept apart, and who judged what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dateline.merge.compare import TESTS
from dateline.merge.neighbours import Neighbour
from dateline.model.incident import Incident, Likeness, Telling
from dateline.publish import standing_wording as standing
from dateline.publish import wording
from dateline.publish.incident_table import SHORT, toll_line
from dateline.publish.log_lines import log_table
from dateline.store.log import Logged

_WEIGHTS: Final[Mapping[str, float]] = {(test.__doc__ or test.__name__).strip(): weight for weight, test in TESTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """An incident, the nearest incidents that were kept apart from it, and what is logged of its events."""

    incident: Incident
    neighbours: Sequence[Neighbour]
    logged: Sequence[Logged]

    @property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of its tellings by event id, from 1."""
        return {telling.event.id: number for number, telling in enumerate(self.incident.tellings, 1)}


def print_why(console: Console, explained: Explained) -> None:
    """The incident's head, then each part that there is something to say of, under its own headline."""
    incident = explained.incident
    parts = (incident.type.replace("_", " "), *standing.place_lines(incident), *standing.day_lines(incident))
    _say(console, Text(f"incident {incident.id}", style="bold"))
    _say(console, Text(" · ".join(part for part in parts if part)))
    _say(console, Text(f"{incident.status}: {incident.reason}"))
    for headline, part in _PARTS:
        part(_Titled(console, headline), explained)


class _Titled:
    """Prints below a headline, which comes before the first line."""

    def __init__(self, console: Console, headline: str) -> None:
        self._console, self._headline = console, headline

    def say(self, *lines: Text | Table) -> None:
        """Print lines, or a table."""
        if self._headline and lines:
            _say(self._console, Text(f"\n{self._headline}", style="bold"))
            self._headline = ""
        for line in lines:
            _say(self._console, line)


def _say(console: Console, line: Text | Table) -> None:
    console.print(line, soft_wrap=isinstance(line, Text) and not console.is_terminal)


# ---- parts --------------------------------------------------------------------------------------
def _tellings(out: _Titled, explained: Explained) -> None:
    for telling in explained.incident.tellings:
        number = explained.numbers[telling.event.id]
        out.say(
            Text(f"{number:>3}  {_who(telling)} · {telling.page}"),
            Text(f'     "{" ".join(telling.event.claim.sentence.text.split())}"'),
            Text(f"     {wording.what(telling.event)} · event {telling.event.id}", style="dim"),
        )


def _links(out: _Titled, explained: Explained) -> None:
    incident, numbers = explained.incident, explained.numbers
    if len(incident.tellings) == 1:
        out.say(Text("There is one telling; nothing was joined."))
        return
    table = _table(("Tellings", None), ("Points", None), ("Because", 1))
    for link in sorted(incident.likenesses, key=lambda k: -k.points):
        first, second = sorted((numbers[link.one], numbers[link.other]))
        table.add_row(f"{first} and {second}", f"{link.points:g}", Text(_because(link)))
    if incident.likenesses:
        out.say(table)
    lone = sorted(set(numbers.values()) - {numbers[end] for k in incident.likenesses for end in (k.one, k.other)})
    if lone:
        out.say(Text(f"Joined by judgement alone: {', '.join(map(str, lone))}"))


def _tolls(out: _Titled, explained: Explained) -> None:
    out.say(*(Text.assemble("  ", toll_line(toll)) for toll in explained.incident.tolls))


def _kept_apart(out: _Titled, explained: Explained) -> None:
    if not explained.neighbours:
        return
    table = _table(("Incident", None), ("Its telling", 3), ("Points", None), ("Kept apart because", 3))
    for near in explained.neighbours:
        event, number = near.other.event, explained.numbers[near.own.event.id]
        parts = (wording.what(event), wording.places(event.places), wording.days(event.date))
        told = f"{', '.join(part for part in parts if part)}; {_who(near.other)}"
        like, why = f"{near.likeness.points:g}", f"{near.why_not} ({number})"
        table.add_row(near.incident[:SHORT], Text(told), like, Text(why))
    out.say(table)


def _judgements(out: _Titled, explained: Explained) -> None:
    if explained.logged:
        out.say(log_table(explained.logged))


_PARTS: Final[tuple[tuple[str, Callable[[_Titled, Explained], None]], ...]] = (
    ("Told by", _tellings),
    ("Why they are one", _links),
    ("How many", _tolls),
    ("Nearest of what was kept apart", _kept_apart),
    ("What people judged", _judgements),
)


def _who(telling: Telling) -> str:
    said, denied = standing.speakers(telling.voices), standing.speakers(telling.denials)
    return "; ".join(part for part in (said, f"denied by {denied}" if denied else "") if part)


def _because(link: Likeness) -> str:
    return ", ".join(f"{reason} ({_WEIGHTS[reason]:+g})" if reason in _WEIGHTS else reason for reason in link.reasons)


def _table(*columns: tuple[str, int | None]) -> Table:
    table = Table(box=box.SIMPLE_HEAD)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold", no_wrap=ratio is None)
    return table


def changed(before: Iterable[Incident], after: Iterable[Incident]) -> str:
    """What incidents have become, in one line."""
    return f"{_named(before)} now: {_named(after)}"


def _named(incidents: Iterable[Incident]) -> str:
    counts = ((one.id[:SHORT], len(one.tellings)) for one in incidents)
    return ", ".join(f"{key} ({count} {'telling' if count == 1 else 'tellings'})" for key, count in counts)
