"""`dateline add`, `dateline events` and `dateline incidents`: the database."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli import reading
from dateline.cli.areas import BoxOption, NearOption, area_of
from dateline.cli.books import casebook
from dateline.cli.coding import load_coder, watched
from dateline.cli.conditions import country_of, day_of, types_of_name, unknown_place
from dateline.cli.projects import Project
from dateline.cli.terminal import console, note, status_of

if TYPE_CHECKING:
    from dateline.casebook import Casebook
    from dateline.ingest.inputs import Options
    from dateline.ingest.opening import Opened
    from dateline.model.event import Coded
    from dateline.model.incident import Incident, Total
    from dateline.model.text import Page
    from dateline.store.printings import Printings
    from dateline.store.store import StoredEvent

Database = Annotated[
    str, typer.Option("--db", metavar="FILE|URL", help="The database: a file, or postgresql://USER@HOST/DATABASE.")
]

DEFAULT = "dateline.db"
_BATCH = 32


class Format(StrEnum):
    """How stored events are printed."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class IncidentFormat(StrEnum):
    """How incidents are printed."""

    TABLE = "table"
    JSONL = "jsonl"


def add(
    pages: reading.Pages,
    db: Database = DEFAULT,
    as_kind: reading.As = None,
    text_field: reading.TextField = None,
    html_field: reading.HtmlField = None,
    title_field: reading.TitleField = None,
    date_field: reading.DateField = None,
    url_field: reading.UrlField = None,
    records_field: reading.RecordsField = None,
    fetch: reading.Fetch = False,
    max_page_mb: reading.MaxPageMb = None,
    max_seconds: reading.MaxSeconds = None,
    cap: reading.Cap = None,
    project: Project = None,
) -> None:
    """Code pages and keep them, with their events, in a database. A page that is there already is left alone."""
    options = reading.options_of(
        as_kind,
        fetch,
        reading.caps_of(max_page_mb, max_seconds, cap),
        text=text_field,
        html=html_field,
        title=title_field,
        date=date_field,
        url=url_field,
        records=records_field,
    )
    tally, begun, seen = Counter[str](), datetime.now(UTC), set[str]()
    with casebook(db, create=True) as book:
        for page, coded in watched(_coded(book, pages, options, tally, seen), pages):
            _count(tally, status_of(coded.report), page, _keep(book, page, coded))
        book.store.forget(seen, begun)
    line = "pages: {added} added with {events} events, {known} there already, {failed} failed".format_map(tally)
    copies = f"; copies among the added: {tally['copies']}" if tally["copies"] else ""
    typer.echo(line + copies + (f"; not there or not fetched: {tally['nothing']}" if tally["nothing"] else ""))
    if tally["otherwise"]:
        note(f"coded with another codebook: {tally['otherwise']} of those there; for this one, name a new database")
    raise typer.Exit(1 if tally["failed"] or tally["nothing"] else 0)


def _count(tally: Counter[str], failed: int, page: "Opened", kept: "Coded | None") -> None:
    """What became of a page, for the sum."""
    if _to_keep(page) is None:
        tally["nothing"] += 1
    elif failed or kept is None:
        tally["failed" if failed else "known"] += 1
    else:
        tally["added"] += 1
        tally["events"] += sum(event.claim.asserted for event in kept.events)
        tally["copies"] += kept.report.status == "copy"


def _coded(
    book: "Casebook", names: list[str], options: "Options", tally: Counter[str], seen: set[str]
) -> "Iterator[tuple[Opened, Coded]]":
    """The pages that are new to `book`, coded; the coder is loaded only if there is one.

    `seen` takes the names of what was read, and of what it was taken out of.
    """
    from dateline.model.text import Page

    coder = None
    rest = reading.opened_pages(names, options, book.store.keep_container)
    while batch := list(islice(rest, _BATCH)):
        seen.update(page.name for page in batch if _to_keep(page))
        seen.update(page.container.name for page in batch if page.container)
        new = [page for page in batch if not (isinstance(page, Page) and book.knows(page))]
        tally["known"] += len(batch) - len(new)
        tally["otherwise"] += sum(_coded_otherwise(book, page) for page in batch if page not in new)
        if new:
            coder = coder or load_coder(options.caps)
            yield from zip(new, coder.code_many(new), strict=True)


def _coded_otherwise(book: "Casebook", page: "Opened") -> bool:
    """Whether a page that is there was coded with another codebook: without this project, or before it changed."""
    from dateline.knowledge.versions import current
    from dateline.model.text import Page

    return isinstance(page, Page) and book.store.codebook(page) != current().codebook


def _keep(book: "Casebook", page: "Opened", coded: "Coded") -> "Coded | None":
    """Keeps a page, or what stands for one that was not read: what was kept of it.

    None where it is there already, or nothing was there or was fetched.
    """
    kept = _to_keep(page)
    return None if kept is None else book.add(kept, coded)


def _to_keep(page: "Opened") -> "Page | None":
    from dateline.ingest.listed import Listed
    from dateline.ingest.pages import NOTHING
    from dateline.model.text import Page

    if isinstance(page, Page):
        return page
    if isinstance(page, Listed):
        return Page(name=page.name, data=b"", known=page.known, came="link", container=page.container)
    if page.came == NOTHING:
        return None
    return Page(name=page.name, data=page.data, came=page.came, container=page.container)


def events(
    db: Database = DEFAULT,
    type: Annotated[
        str | None,
        typer.Option(metavar="TYPE", help="A type, such as shelling, or a group of types, such as violence."),
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="A place, the province it lies in, or a country.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On this day or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="On this day or before.")] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="Words of the name of who says or denies it.")
    ] = None,
    box: BoxOption = None,
    near: NearOption = None,
    denials: Annotated[bool, typer.Option("--denials", help="Also records that are only denied.")] = False,
    format: Annotated[Format, typer.Option(help="How they are printed.")] = Format.TABLE,
    project: Project = None,
) -> None:
    """List the events in a database that meet all of these conditions."""
    from dateline.store.address import shown
    from dateline.store.filters import Wanted
    from dateline.store.store import Store

    wanted = Wanted(
        types=types_of_name(type),
        place=place,
        country=country_of(place),
        since=day_of("--since", since),
        until=day_of("--until", until),
        source=source,
        area=area_of(box, near),
        asserted=not denials,
    )
    with Store.open(db, create=False) as store:
        found = list(store.events(wanted))
    if not found:
        note(f"no event in {shown(db)} meets these conditions{unknown_place(place)}")
    _PRINTERS[format](found)


def incidents(
    db: Database = DEFAULT,
    denials: Annotated[bool, typer.Option("--denials", help="Instead, what is denied and reported by nobody.")] = False,
    format: Annotated[IncidentFormat, typer.Option(help="How they are printed.")] = IncidentFormat.TABLE,
    project: Project = None,
) -> None:
    """List the incidents in a database: events of one or many pages judged to be one happening."""
    from dateline.merge.campaigns import totals_over
    from dateline.merge.dropped import dropped, with_dropped
    from dateline.store.printings import printings
    from dateline.store.replaced import replaced

    with casebook(db) as book:
        found, printed = tuple(book.incidents(denied=denials)), printings(book.store)
        coded = [] if denials else list(book.store.newest())
        gone = [] if denials else [t for pair in replaced(book.store) for t in dropped(pair.older, pair.newest)]
    found = with_dropped(found, gone)
    _INCIDENT_PRINTERS[format](found, totals_over(coded, found), printed)


def _print_table(found: "Iterable[StoredEvent]") -> None:
    from dateline.publish.table import events_table

    screen, events = console(), [one.event for one in found]
    if events:
        screen.print(events_table(events, width=screen.width))


def _print_jsonl(found: "Iterable[StoredEvent]") -> None:
    from dateline.publish.lines import encode, event_line

    for one in found:
        typer.echo(encode(event_line(one.page, one.event, one.made_by, one.reviewed)))


def _print_csv(found: "Iterable[StoredEvent]") -> None:
    import sys

    from dateline.publish.flat import write_csv

    write_csv(sys.stdout, ((one.page, one.event) for one in found))


_PRINTERS: "dict[Format, Callable[[Iterable[StoredEvent]], None]]" = {
    Format.TABLE: _print_table,
    Format.JSONL: _print_jsonl,
    Format.CSV: _print_csv,
}


def _print_incidents(found: "Sequence[Incident]", totals: "Sequence[Total]", printed: "Printings") -> None:
    from dateline.publish.incident_table import incidents_table, totals_table

    screen = console()
    screen.print(incidents_table(found, printed))
    if totals:
        screen.print(totals_table(totals))


def _print_incident_lines(found: "Sequence[Incident]", totals: "Sequence[Total]", printed: "Printings") -> None:
    from dateline.publish.incident_lines import incident_line, total_line
    from dateline.publish.lines import encode

    for one in found:
        typer.echo(encode(incident_line(one, printed)))
    for total in totals:
        typer.echo(encode(total_line(total, printed)))


_INCIDENT_PRINTERS: "dict[IncidentFormat, Callable[[Sequence[Incident], Sequence[Total], Printings], None]]" = {
    IncidentFormat.TABLE: _print_incidents,
    IncidentFormat.JSONL: _print_incident_lines,
}
