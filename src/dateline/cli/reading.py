"""The options that say how what comes in is read, for all commands that read pages."""

import sys
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.terminal import note, refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline.ingest.caps import Caps
    from dateline.ingest.inputs import Options
    from dateline.ingest.opening import Opened
    from dateline.model.text import LeftOut


class Kind(StrEnum):
    """The kinds of input that can be asked for."""

    TEXT = "text"
    HTML = "html"
    FEED = "feed"
    SITEMAP = "sitemap"
    WARC = "warc"
    WACZ = "wacz"
    MHTML = "mhtml"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PDF = "pdf"


Pages = Annotated[
    list[str],
    typer.Argument(
        metavar="PAGE...",
        help="Files, folders or web addresses of pages, feeds, archives or exports; - reads standard input.",
    ),
]
As = Annotated[Kind | None, typer.Option("--as", help="Read all input as this kind; by default told by content.")]
TextField = Annotated[str | None, typer.Option(metavar="PATH", help="Of JSON or CSV, the field with the text.")]
HtmlField = Annotated[str | None, typer.Option(metavar="PATH", help="The field with the page's HTML.")]
TitleField = Annotated[str | None, typer.Option(metavar="PATH", help="The field with the title.")]
DateField = Annotated[str | None, typer.Option(metavar="PATH", help="The field with the day of publication.")]
UrlField = Annotated[str | None, typer.Option(metavar="PATH", help="The field with the web address.")]
RecordsField = Annotated[
    str | None, typer.Option(metavar="PATH", help="Of JSON, the list of records, by default found.")
]
Fetch = Annotated[bool, typer.Option("--fetch", help="Fetch the web addresses that are named.")]
MaxPageMb = Annotated[
    float | None, typer.Option("--max-page-mb", metavar="MB", min=0.001, help="A page's size, decompressed.")
]
MaxSeconds = Annotated[
    float | None, typer.Option("--max-seconds", metavar="S", min=0.001, help="The time for one fetch or hard page.")
]
Cap = Annotated[list[str] | None, typer.Option("--cap", metavar="NAME=VALUE", help="Any other cap; may be repeated.")]


def caps_of(max_page_mb: float | None, max_seconds: float | None, others: list[str] | None) -> "Caps":
    """The caps that the command line sets, over those that stand. Ends the program for one that is not known."""
    from dataclasses import replace

    from dateline.ingest.caps import Caps

    caps = Caps()
    for written in others or []:
        caps = replace(caps, **_cap(written, caps))  # type: ignore[arg-type]
    caps = caps if max_page_mb is None else replace(caps, page_bytes=int(max_page_mb * 1_000_000))
    return caps if max_seconds is None else replace(caps, seconds=max_seconds)


def _cap(written: str, caps: "Caps") -> dict[str, float]:
    from dataclasses import asdict

    name, _, value = written.partition("=")
    known = asdict(caps)
    if name not in known:
        refuse(f"--cap {written}: no such cap; the caps are {', '.join(known)}")
    try:
        number = type(known[name])(value.replace("_", ""))
    except ValueError:
        number = 0
    if not 0 < number < float("inf"):
        refuse(f"--cap {written}: write it as {name}={known[name]}")
    return {name: number}


def options_of(kind: Kind | None, fetch: bool, caps: "Caps", **fields: str | None) -> "Options":
    """How to read what comes in; `fields` are the list of records, and a record's text, html, title, date and url."""
    from dateline.ingest.inputs import Options
    from dateline.ingest.mapping import given

    return Options(kind=kind, given=given(**fields), fetch=fetch, caps=caps)


def opened_pages(
    names: list[str], options: "Options", left_out: "Callable[[LeftOut], None] | None" = None
) -> "Iterator[Opened]":
    """The pages in all that is named, one by one. Records of archives that are none are counted on standard error, and
    told to `left_out`."""
    from dateline.ingest.inputs import inputs
    from dateline.pipeline import open_all

    def told(some: "LeftOut") -> None:
        note(f"{some.name}: {some.words}")
        if left_out:
            left_out(some)

    return open_all(inputs(names, sys.stdin.buffer, options), options, told)


def the_page(name: str, options: "Options") -> "Opened":
    """The one page of this name: a file of one page, or a page in a container as CONTAINER!PAGE. Ends the program where
    there is none, or where there are several."""
    if Path(name).is_dir():
        refuse(f"{name}: is a folder; name one page in it")
    container = _container_of(name)
    if container is not None:
        inside = (page for page in opened_pages([container], options) if page.name == name)
        return next(inside, None) or refuse(
            f"{name}: {container} holds no page of this name; 'dateline code' names all"
        )
    found = list(islice(opened_pages([name], options), 2))
    if not found:
        refuse(f"{name}: holds no page")
    if len(found) > 1:
        refuse(f"{name}: holds several pages; name one, such as '{found[0].name}', or read all with 'dateline code'")
    return found[0]


def _container_of(name: str) -> str | None:
    """The file that a page is said to lie in, if one of that name is there."""
    if Path(name).exists():
        return None
    befores = (name[:end] for end, mark in enumerate(name) if mark == "!")
    return next((before for before in befores if Path(before).is_file()), None)
