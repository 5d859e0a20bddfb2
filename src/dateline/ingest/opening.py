"""What comes in is opened: containers give their pages, pages of text and HTML pass through."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from dateline.ingest import bounded, feeds, mhtml, pdf, records, table, wacz, warc
from dateline.ingest.caps import Caps
from dateline.ingest.decode import decode
from dateline.ingest.listed import Listed
from dateline.ingest.mapping import Mapping
from dateline.ingest.pages import Unreadable
from dateline.model.buffers import Buffer
from dateline.model.text import Container, LeftOut, Page

Opened = Page | Unreadable | Listed
Found = Opened | LeftOut
Open = Callable[[Page, Caps, Mapping | None], Iterator[Found]]

AS_IS: Final = ("text", "html")
_CAPS: Final = Caps()
_ZIP: Final = b"PK\x03\x04"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of input under the names by which it can be asked for.

    `large`: it may be larger than a page, since most of it is no page's text. `of_any`: what it holds may be of any
    kind, and is opened in turn.
    """

    names: tuple[str, ...]
    is_it: Callable[[Buffer], bool]
    open_it: Open
    large: bool = False
    of_any: bool = False


def _plainly(open_it: Callable[[Page, Caps], Iterator[Found]]) -> Open:
    """A reader that has no use for a mapping."""
    return lambda page, caps, given: open_it(page, caps)


def _is_markup(data: Buffer) -> bool:
    """Whether the first character is a tag's, as in no table and no JSON; what is XML was told before."""
    return data[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def _as_it_is(page: Page, caps: Caps, given: Mapping | None) -> Iterator[Opened]:
    yield page


# In this order they are asked: by signature first, then by what stands in the head, the table's look at rows last.
KINDS: Final = (
    Kind(names=("warc",), is_it=warc.is_it, open_it=_plainly(warc.open_it), large=True, of_any=True),
    Kind(names=("gzip",), is_it=bounded.is_it, open_it=_plainly(bounded.open_it), large=True, of_any=True),
    Kind(names=("wacz",), is_it=wacz.is_it, open_it=_plainly(wacz.open_it), large=True, of_any=True),
    Kind(names=("feed", "sitemap"), is_it=feeds.is_it, open_it=_plainly(feeds.open_it)),
    Kind(names=AS_IS, is_it=_is_markup, open_it=_as_it_is),
    Kind(names=("mhtml",), is_it=mhtml.is_it, open_it=_plainly(mhtml.open_it), large=True),
    Kind(names=("json", "jsonl"), is_it=records.is_it, open_it=records.open_it, large=True),
    Kind(names=("pdf",), is_it=pdf.is_it, open_it=_plainly(pdf.open_it), large=True),
    Kind(names=("csv",), is_it=table.is_it, open_it=table.open_it, large=True),
)
_GZIP: Final = next(kind for kind in KINDS if "gzip" in kind.names)
_WARC: Final = next(kind for kind in KINDS if "warc" in kind.names)
_TABLE: Final = next(kind for kind in KINDS if "csv" in kind.names)
_MARKS: Final = re.compile(r"[,;|\t\"]+")
_LONGEST_HEADER: Final = 65_536


def opened(page: Page, *, kind: str | None = None, given: Mapping | None = None, caps: Caps = _CAPS) -> Iterator[Found]:
    """The pages that `page` holds, in their order, or itself where it is no container.

    The kind is told by content, or is `kind`, a name of KINDS, under which gzip is undone first; a page that is said
    to be "text" or "html" keeps that in `came`. `given` names the fields of records. What cannot be read or has a link
    only comes out as such; where that goes for the container, with the container's bytes. Whatever was taken out of
    a container names it: the outermost, with the digest of its bytes.
    """
    container: Container | None = None
    for one in _opened(page, kind, given, caps, caps.depth):
        if _is_itself(one, page):
            yield one
        else:
            container = container or Container(name=page.name, id=page.id)
            yield replace(one, container=container)


def _is_itself(one: Found, page: Page) -> bool:
    """Whether what came out are the very bytes that went in."""
    data = one.own if isinstance(one, Page) else one.data if isinstance(one, Unreadable) else None
    return data is page.own or data is page.data


def most_bytes(head: bytes, *, kind: str | None = None, given: Mapping | None = None, caps: Caps = _CAPS) -> int:
    """How many bytes are to be read of a file with these first ones: those of a container or those of a page."""
    found = _kind(head, kind, given)
    return caps.container_bytes if head[:4] == _ZIP or (found and found.large) else caps.page_bytes


def _opened(page: Page, kind: str | None, given: Mapping | None, caps: Caps, left: int) -> Iterator[Found]:
    found = _kind(page.data, kind, given)
    if found is None or "text" in found.names:
        yield replace(page, came=kind) if kind in AS_IS else page
    elif left == 0:
        reason = f"is a container in a container more than {caps.depth} deep (cap depth)"
        yield Unreadable(name=page.name, reason=reason, status="quarantined", data=page.data, came=page.came)
    elif len(page.data) > (most := caps.container_bytes if found.large else caps.page_bytes):
        reason = f"is larger than {most / 1e6:g} MB (cap {'container' if found.large else 'page'}_bytes)"
        yield Unreadable(name=page.name, reason=reason, status="too_large", data=page.data, came=found.names[0])
    else:
        for one in found.open_it(page, caps, given):
            if isinstance(one, Page) and found.of_any:
                inner = kind if found is _GZIP else None
                yield from _opened(_with_known(one, page), inner, given, caps, left - 1)
            else:
                yield _of(one, page, found)


def _kind(data: Buffer, name: str | None, given: Mapping | None) -> Kind | None:
    """The kind by its name, or by content; None of plain text."""
    if name is None:
        told = next((kind for kind in KINDS if kind.is_it(data)), None)
        return told or (_TABLE if given and _has_column(data, given) else None)
    named = next(kind for kind in KINDS if name in kind.names)
    return _GZIP if _GZIP.is_it(data) and named is not _WARC else named


def _has_column(data: Buffer, given: Mapping) -> bool:
    """Whether the first line is a table's header with the field that is to give the text."""
    header = decode(data[:_LONGEST_HEADER].lstrip().partition(b"\n")[0])
    return not {*given.text, *given.html}.isdisjoint(map(str.strip, _MARKS.split(header)))


def _with_known(one: Page, container: Page) -> Page:
    """What is known of a container goes for what is under its own name."""
    return one if one.known else replace(one, known=container.known) if one.name == container.name else one


def _of(one: Found, container: Page, kind: Kind) -> Found:
    """What is unreadable with how it came, and with its bytes where it is the container itself."""
    if isinstance(one, Unreadable):
        return replace(one, came=kind.names[0], data=container.data if one.name == container.name else b"")
    return _with_known(one, container) if isinstance(one, Page) else one
