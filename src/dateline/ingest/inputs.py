"""What the user names, opened: paths, folders, standard input and web addresses, and the pages in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import BinaryIO

from dateline.ingest.caps import Caps
from dateline.ingest.fetch import CAME, fetch
from dateline.ingest.mapping import Mapping
from dateline.ingest.opening import Found, most_bytes, opened
from dateline.ingest.pages import NOTHING, Unreadable, pages
from dateline.ingest.urls import is_url
from dateline.model.text import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How what comes in is read: as which kind (by default told by content), by which fields of records, under which
    caps, and whether web addresses are fetched."""

    kind: str | None = None
    given: Mapping | None = None
    fetch: bool = False
    caps: Caps = field(default_factory=Caps)


def inputs(names: Sequence[str], stdin: BinaryIO | None, options: Options) -> Iterator[Page | Unreadable]:
    """What stands under each name, as it came: not yet opened."""
    most = partial(most_bytes, kind=options.kind, given=options.given, caps=options.caps)
    for name in names:
        if is_url(name):
            yield _from_web(name, options)
        else:
            yield from pages([name], stdin, most)


def _from_web(url: str, options: Options) -> Page | Unreadable:
    if not options.fetch:
        return Unreadable(name=url, reason="is a web address: give --fetch to have it fetched", came=NOTHING)
    found = fetch(url, options.caps)
    return replace(found, came=CAME) if isinstance(found, Unreadable) else found


def opened_by(page: Page, options: Options) -> Iterator[Found]:
    """What `page` holds."""
    return opened(page, kind=options.kind, given=options.given, caps=options.caps)
