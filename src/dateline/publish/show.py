"""One report with its evidence coloured: what the records rest on, in the report's own words."""

from collections.abc import Callable, Iterator
from itertools import chain

from rich.console import Console
from rich.text import Text

from dateline.model.event import Actor, Coded, Event
from dateline.model.text import Cleaner, Dropped, Report, Span
from dateline.publish import wording


def _agents(event: Event) -> Iterator[Span]:
    return _of_actors(event.agents)


def _targets(event: Event) -> Iterator[Span]:
    return _of_actors(event.targets)


def _of_actors(actors: tuple[Actor, ...]) -> Iterator[Span]:
    return (actor.words for actor in actors)


def _places(event: Event) -> Iterator[Span]:
    return (place.words for place in event.places)


def _dates(event: Event) -> Iterator[Span]:
    if event.date is not None and event.date.words is not None:
        yield event.date.words


def _figures(event: Event) -> Iterator[Span]:
    return (count.words for count in event.claim.counts)


def _sources(event: Event) -> Iterator[Span]:
    return (source.words for source in event.claim.sources)


def _triggers(event: Event) -> Iterator[Span]:
    yield event.claim.trigger


PARTS: tuple[tuple[str, str, Callable[[Event], Iterator[Span]]], ...] = (
    ("agents", "bold red", _agents),
    ("targets", "bold magenta", _targets),
    ("places", "green", _places),
    ("dates", "cyan", _dates),
    ("figures", "bold yellow", _figures),
    ("sources", "blue", _sources),
    ("triggers", "bold reverse", _triggers),
)
"""The parts of a record, their colours and their words, in the order of the legend."""


def print_report(console: Console, coded: Coded, *, dropped: bool = False) -> None:
    """The report's head, its text with the evidence coloured, and what was dropped: counted, or shown if `dropped`.

    Where `console` is no terminal the same words come plain, with no line broken.
    """
    report = coded.report
    for line in _head(report):
        console.print(line, soft_wrap=True)
    console.print()
    console.print(coloured(coded), soft_wrap=not console.is_terminal)
    console.print()
    if coded.events and console.is_terminal:
        console.print(_legend())
    console.print(Text(_tally(coded), style="dim"), soft_wrap=True)
    if dropped:
        for part in report.dropped:
            console.print(_dropped(part), soft_wrap=True)


def coloured(coded: Coded) -> Text:
    """The report's text, each span of evidence in its part's colour; triggers come last, over the others."""
    text = Text(coded.report.text)
    for _, style, spans in PARTS:
        for span in chain.from_iterable(map(spans, coded.events)):
            text.stylize(style, span.start, span.end)
    return text


_CLEANERS: dict[Cleaner, str] = {
    "trafilatura": "trafilatura",
    "articleBody": "the page's own JSON-LD",
    "plain": "the cleaner of plain text",
}


def _head(report: Report) -> Iterator[Text]:
    yield Text(report.title or report.page, style="bold")
    stated = [report.outlet, report.agency, ", ".join(report.byline), report.dateline, wording.stamp(report.published)]
    yield Text(" · ".join(part for part in stated if part), style="dim")
    if report.origins:
        yield Text(_origins(report), style="dim")
    for clash in report.clashes:
        yield Text(f"{clash.what}: the page says {clash.page_says}, the text {clash.text_says}", style="yellow")
    if report.status != "coded":
        yield Text(f"{report.status.replace('_', ' ')}: {report.reason or 'no reason given'}", style="yellow")


def _origins(report: Report) -> str:
    """Where each field is from, with a question mark where that is doubtful, and what cleaned the text."""
    found = (f"{one.what} from {one.where}{'?' if one.sure == 'doubtful' else ''}" for one in report.origins)
    return f"{'; '.join(found)}; text cleaned by {_CLEANERS[report.cleaner]}" if report.cleaner else "; ".join(found)


def _legend() -> Text:
    return Text("  ").join(Text(f" {part} ", style=style) for part, style, _ in PARTS)


def _tally(coded: Coded) -> str:
    count = len(coded.report.dropped)
    lines = f"{count} {'line' if count == 1 else 'lines'} of the page dropped"
    events = f"{len(coded.events)} {'event' if len(coded.events) == 1 else 'events'}"
    return f"{events}, {lines}"


def _dropped(line: Dropped) -> Text:
    return Text.assemble((f"  {line.reason}: ", "dim"), (line.text, "dim strike"))
