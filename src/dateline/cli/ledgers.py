"""`dateline control`, `casualties`, `displacement`, `damage` and `timeline`: what adds up over a database."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.books import casebook
from dateline.cli.conditions import country_of, day_of, types_of_name, unknown_place
from dateline.cli.stored import DEFAULT, Database, Format
from dateline.cli.terminal import console, note, refuse

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from dateline.ledger.wanted import Wanted
    from dateline.model.event import Coded
    from dateline.model.incident import Incident
    from dateline.model.ledger import Sums
    from dateline.publish.lines import Line

Place = Annotated[str | None, typer.Option(metavar="NAME", help="This place, or all in this province or country.")]
Since = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On this day or later.")]
Until = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On this day or before.")]
Actor = Annotated[str | None, typer.Option(metavar="NAME", help="Laid to whoever bears these words in the name.")]
Type = Annotated[str | None, typer.Option(metavar="TYPE", help="A type, such as shelling, or a group of types.")]
Chart = Annotated[bool | None, typer.Option("--chart/--no-chart", help="Bars, by default on a terminal.")]
Printed = Annotated[Format, typer.Option(help="How it is printed.")]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a database holds, and the incidents that it tells of."""

    coded: "tuple[Coded, ...]"
    incidents: "tuple[Incident, ...]"


def control(
    db: Database = DEFAULT,
    at: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="As it stood on this day; by default by all that is known.")
    ] = None,
    place: Place = None,
    aside: Annotated[bool, typer.Option("--aside", help="Also what changes nothing, with the reason.")] = False,
    chart: Chart = None,
    format: Printed = Format.TABLE,
) -> None:
    """Who holds which place, since when, by whose word, and who disputes it."""
    from dateline.ledger.control import control as ledger
    from dateline.ledger.moves import moves
    from dateline.publish.ledger_control import asides_table, control_chart, control_table, title
    from dateline.publish.ledger_flat import write_control
    from dateline.publish.ledger_lines import control_lines

    day, wanted, told = day_of("--at", at), _wanted(place), _read(db)
    entries, asides = moves(told.incidents, told.coded)
    found = ledger(entries, asides if aside else (), day, wanted)
    if not found.holdings:
        note(f"nothing in {db} tells who holds such a place{unknown_place(place)}")
    if format == Format.JSONL:
        _echo(control_lines(found))
    elif format == Format.CSV:
        write_control(sys.stdout, found)
    elif found.holdings or found.asides:
        screen = console()
        _print(screen, title(found), control_table(found, width=screen.width, whole=place is not None))
        if found.asides:
            _print(screen, "Told, and changes nothing", asides_table(found.asides))
        if _charted(chart, screen):
            screen.print(control_chart(found, width=screen.width))


def casualties(
    db: Database = DEFAULT,
    by: Annotated[
        str, typer.Option(metavar="WHAT", help="month, day, place, country, actor, type, or side (of those harmed).")
    ] = "month",
    place: Place = None,
    since: Since = None,
    until: Until = None,
    actor: Actor = None,
    type: Type = None,
    chart: Chart = None,
    format: Printed = Format.TABLE,
) -> None:
    """How many were killed, injured, missing, abducted and detained; totals of campaigns apart."""
    from dateline.ledger.sums import BY_HARM
    from dateline.ledger.sums import casualties as ledger

    _known("--by", by, BY_HARM)
    wanted, told = _wanted(place, since, until, actor, type), _read(db)
    _print_sums(ledger(told.incidents, told.coded, by, wanted), "casualties", chart, format)


def displacement(
    db: Database = DEFAULT,
    by: Annotated[str, typer.Option(metavar="WHAT", help="month, day, place, country, origin, destination.")] = "month",
    place: Place = None,
    since: Since = None,
    until: Until = None,
    chart: Chart = None,
    format: Printed = Format.TABLE,
) -> None:
    """How many fled or came back, persons and households apart; stocks and totals apart."""
    from dateline.ledger.sums import BY_MOVES
    from dateline.ledger.sums import displacement as ledger

    _known("--by", by, BY_MOVES)
    wanted, told = _wanted(place, since, until), _read(db)
    _print_sums(ledger(told.incidents, told.coded, by, wanted), "displacement", chart, format)


def damage(
    db: Database = DEFAULT,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    actor: Actor = None,
    chart: Chart = None,
    format: Printed = Format.TABLE,
) -> None:
    """Hospitals, schools, places of worship, markets and other protected things that were hit, by whom as alleged."""
    from dateline.ledger.damage import damage as ledger
    from dateline.publish.ledger_damage import damage_chart, damage_table
    from dateline.publish.ledger_flat import write_damage
    from dateline.publish.ledger_lines import damage_line

    wanted, told = _wanted(place, since, until, actor), _read(db)
    found = ledger(told.incidents, told.coded, wanted)
    if not found:
        note(f"nothing in {db} tells of such damage{unknown_place(place)}")
    if format == Format.JSONL:
        _echo(map(damage_line, found))
    elif format == Format.CSV:
        write_damage(sys.stdout, found)
    elif found:
        screen = console()
        _print(screen, "Hospitals, schools and other protected things", damage_table(found, width=screen.width))
        if _charted(chart, screen):
            screen.print(damage_chart(found, width=screen.width))


def timeline(
    db: Database = DEFAULT,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    actor: Actor = None,
    type: Type = None,
    chart: Chart = None,
    format: Printed = Format.TABLE,
) -> None:
    """Incidents in the order of their days, one line each, and those of which no day is known."""
    from dateline.ledger.timeline import timeline as ledger
    from dateline.publish.ledger_flat import write_timeline
    from dateline.publish.ledger_lines import timeline_line
    from dateline.publish.ledger_timeline import timeline_chart, timeline_table

    wanted, told = _wanted(place, since, until, actor, type), _read(db)
    found = ledger(told.incidents, told.coded, wanted)
    if not (found.dated or found.undated):
        note(f"no incident in {db} meets these conditions{unknown_place(place)}")
    if format == Format.JSONL:
        _echo(map(timeline_line, (*found.dated, *found.undated)))
    elif format == Format.CSV:
        write_timeline(sys.stdout, found)
    else:
        screen = console()
        for lines, title in ((found.dated, "Incidents"), (found.undated, "On no day that is told")):
            if lines:
                _print(screen, title, timeline_table(lines, width=screen.width))
        bars = timeline_chart(found, width=screen.width) if _charted(chart, screen) else None
        if bars is not None:
            screen.print(bars)


def _read(db: str) -> _Told:
    """What a database holds of each page that no newer version replaces, and the incidents that these tell of."""
    with casebook(db) as book:
        return _Told(tuple(book.store.newest()), tuple(book.incidents()))


def _wanted(
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
    actor: str | None = None,
    type: str | None = None,
) -> "Wanted":
    from dateline.ledger.wanted import Wanted

    return Wanted(
        place=place,
        country=country_of(place),
        since=day_of("--since", since),
        until=day_of("--until", until),
        actor=actor,
        types=types_of_name(type),
    )


def _known(option: str, word: str, words: Sequence[str]) -> None:
    if word not in words:
        refuse(f"{option} {word}: nothing is added up by that; write one of {', '.join(words)}")


def _print_sums(sums: "Sums", ledger: str, chart: bool | None, format: Format) -> None:
    from dateline.publish.ledger_flat import write_sums
    from dateline.publish.ledger_lines import sums_lines
    from dateline.publish.ledger_sums import sums_chart, sums_table, totals_table

    if not (sums.lines or sums.totals):
        note("no figures meet these conditions")
    if format == Format.JSONL:
        _echo(sums_lines(sums, ledger))
    elif format == Format.CSV:
        write_sums(sys.stdout, sums)
    elif sums.lines or sums.totals:
        screen = console()
        _print(screen, f"{ledger.capitalize()} by {sums.by}, each incident once", sums_table(sums, width=screen.width))
        bars = sums_chart(sums, width=screen.width) if _charted(chart, screen) else None
        if bars is not None:
            screen.print(bars)
        if sums.totals:
            _print(screen, "Totals and stocks, added to nothing", totals_table(sums.totals))


def _print(screen: "Console", title: str, table: "Table") -> None:
    """A table under its title, which no narrow table may break."""
    screen.print(title, style="bold", soft_wrap=True)
    screen.print(table)


def _charted(chart: bool | None, screen: "Console") -> bool:
    """Whether bars are wanted: as is said, else where a person watches."""
    return screen.is_terminal if chart is None else chart


def _echo(lines: "Iterable[Line]") -> None:
    from dateline.publish.lines import encode

    for line in lines:
        typer.echo(encode(line))
