"""`dateline why`, `split`, `join` and `log`: why events are one happening, and what people say to that."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.books import casebook
from dateline.cli.stored import DEFAULT, Database, IncidentFormat
from dateline.cli.terminal import console, refuse
from dateline.cli.who import By, Note, clean, name_of

if TYPE_CHECKING:
    from dateline.casebook import Casebook
    from dateline.model.incident import Incident
    from dateline.store.log import Logged

Called = Annotated[
    str, typer.Argument(metavar="INCIDENT", help="Its id, now or before, one of its events', or the start of one.")
]


def why(incident: Called, db: Database = DEFAULT) -> None:
    """Say why the tellings of an incident are one, what was kept apart from them, and who judged what."""
    from dateline.publish.why import Explained, print_why

    with casebook(db) as book:
        found = _incident(book, incident)
        near, logged = book.around(found), book.about(_events(found))
    print_why(console(), Explained(incident=found, neighbours=near, logged=logged))


def split(
    incident: Called,
    events: Annotated[
        list[str], typer.Argument(metavar="EVENT...", help="Events of it that are another happening than the rest.")
    ],
    note: Note = None,
    by: By = None,
    db: Database = DEFAULT,
) -> None:
    """Judge that events of an incident are not the same happening as the rest of it."""
    who = name_of(by)
    with casebook(db) as book:
        found = _incident(book, incident)
        some = {_event(found, event) for event in events}
        others = set(_events(found)) - some
        if not others:
            refuse(f"{incident}: these are all of its events; leave out those that they are to be split from")
        book.split(some, others, by=who, note=_words(note))
        _say_what_changed([found], book.of_events(_events(found)))


def join(
    incidents: Annotated[
        list[str], typer.Argument(metavar="INCIDENT INCIDENT...", help="Incidents that are one happening.")
    ],
    note: Note = None,
    by: By = None,
    db: Database = DEFAULT,
) -> None:
    """Judge that incidents are one happening."""
    who = name_of(by)
    with casebook(db) as book:
        found = {one.id: one for one in (_incident(book, called) for called in incidents)}
        if len(found) < 2:
            one = "is one incident" if len(incidents) == 1 else "are one incident already"
            refuse(f"{' '.join(incidents)}: {one}; name two or more that are to be one")
        groups = [_events(one) for one in found.values()]
        book.join(groups, by=who, note=_words(note))
        _say_what_changed([*found.values()], book.of_events([key for group in groups for key in group]))


def log(
    about: Annotated[
        str | None, typer.Option("--about", metavar="ID", help="Only what was judged of this incident or event.")
    ] = None,
    db: Database = DEFAULT,
    format: Annotated[IncidentFormat, typer.Option(help="How it is printed.")] = IncidentFormat.TABLE,
) -> None:
    """List what people judged, when, and why, in the order in which it was logged."""
    with casebook(db) as book:
        logged = book.about(_about(book, about) if about is not None else ())
    if format == IncidentFormat.JSONL:
        _print_lines(logged)
    else:
        _print_table(logged)


# ---- what is meant ------------------------------------------------------------------------------
def _incident(book: "Casebook", called: str) -> "Incident":
    """The one incident of this id or former id, or with an event of this id. Ends the program where not just one is."""
    prefix = called.strip().lower()
    found = book.called(prefix) if prefix else []
    own = [one for one in found if one.id.startswith(prefix)]
    found = (own if len(own) == 1 else found) or _with_event(book, prefix)
    if not found:
        refuse(f"{called}: no incident is called so; `dateline incidents` names them all")
    if len(found) > 1:
        ids = ", ".join([*(one.id for one in found[:5]), *(["..."] if len(found) > 5 else [])])
        refuse(f"{called}: {len(found)} incidents are called so, {ids}; write more of it")
    return found[0]


def _with_event(book: "Casebook", prefix: str) -> "list[Incident]":
    with book.store.reading() as tellings:
        events = tellings.events_called(prefix) if prefix else []
    return book.of_events(events)


def _event(incident: "Incident", called: str) -> str:
    """The one event of the incident of this id, or whose id begins so. Ends the program where it is none or several."""
    events = _events(incident)
    found = [called] if called in events else [key for key in events if key.startswith(called.strip().lower())]
    if not found or not called.strip():
        refuse(f"{called}: is no event of incident {incident.id}; `dateline why {incident.id[:10]}` names them all")
    if len(found) > 1:
        refuse(f"{called}: {len(found)} events of the incident are called so; write the id out")
    return found[0]


def _about(book: "Casebook", called: str) -> Sequence[str]:
    """The events that are meant: an event by its whole id, also one that is gone, else those of an incident."""
    return [called] if book.about([called]) else _events(_incident(book, called))


def _events(incident: "Incident") -> list[str]:
    return [telling.event.id for telling in incident.tellings]


def _words(note: str | None) -> str | None:
    return clean(note) or None if note is not None else None


# ---- what is said -------------------------------------------------------------------------------
def _say_what_changed(before: "Sequence[Incident]", after: "Sequence[Incident]") -> None:
    from dateline.publish.why import changed

    typer.echo(changed(before, after))


def _print_lines(logged: "Sequence[Logged]") -> None:
    from dateline.publish.lines import encode
    from dateline.publish.log_lines import log_line

    for one in logged:
        typer.echo(encode(log_line(one)))


def _print_table(logged: "Sequence[Logged]") -> None:
    from dateline.publish.log_lines import log_table

    if logged:
        console().print(log_table(logged))
    typer.echo(f"entries: {len(logged)}{f'; the hash of the last is {logged[-1].hash}' if logged else ''}")
