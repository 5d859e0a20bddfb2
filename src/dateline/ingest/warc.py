"""Web archives (WARC): each stored response or resource that is HTML or plain text is a page."""

from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final

from dateline.ingest.bounded import GZIP, first_bytes, megabytes
from dateline.ingest.caps import Caps
from dateline.ingest.charsets import as_utf8, charset_in
from dateline.ingest.http_body import HEAD_BYTES, body_of, head_of, media_type
from dateline.ingest.pages import Unreadable
from dateline.ingest.refusal import Refused, inner, unreadable
from dateline.ingest.warc_records import MAGIC, Broken, Record, records
from dateline.model.buffers import Buffer
from dateline.model.text import Known, LeftOut, Page

Skipped = Counter[str]
"""How many records were no pages, by why: "request", "revisit", "other status", "other type" ..."""

_TYPES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
# Crawlers keep their own logs and extracted texts as resources under urn: and metadata: addresses.
_SCHEMES: Final = ("http://", "https://", "ftp://", "file://")


def is_it(data: Buffer) -> bool:
    """Whether the data begin as a web archive does, plain or gzipped."""
    return data[:5] == MAGIC or (data[:3] == GZIP and first_bytes(data, 0, 5) == MAGIC)


def open_it(page: Page, caps: Caps) -> Iterator[Page | Unreadable | LeftOut]:
    """The pages of an archive, named ARCHIVE!URL, in their order, and how many of its records are none.

    A broken record comes out as `Unreadable` with its offset and the rest goes on.
    """
    skipped = yield from read_warc(page.data, page.name, caps)
    if skipped:
        yield LeftOut(name=page.name, counts=tuple(skipped.items()))


def read_warc(data: Buffer, name: str, caps: Caps, came: str = "warc") -> Generator[Page | Unreadable, None, Skipped]:
    """The pages of an archive, in memory or mapped. Returns how many records were skipped, by why (what `yield from`
    gives)."""
    skipped: Skipped = Counter()
    for found in records(data, caps):
        if isinstance(found, Broken):
            broken = Refused(_at(found.offset, found.reason), found.verdict)
            yield unreadable(_name(name, found.url, found.offset), broken)
            continue
        try:
            page = _page(found, name, caps, came)
        except Refused as refused:
            reason = Refused(_at(found.offset, str(refused)), refused.verdict)
            yield unreadable(_name(name, _url(found), found.offset), reason)
            continue
        if isinstance(page, Page):
            yield page
        else:
            skipped[page] += 1
    return skipped


def _page(record: Record, name: str, caps: Caps, came: str) -> Page | str:
    """The page that a record holds, or why it is none."""
    if record.kind not in ("response", "resource"):
        return record.kind or "no type"
    url = _url(record)
    if not url.lower().startswith(_SCHEMES):
        return "other address"
    body = _response(record, caps) if record.kind == "response" else _resource(record, caps)
    if isinstance(body, str):
        return body
    text = as_utf8(body.data, body.charset)
    original = None if text is body.data else body.data
    return Page(name=_name(name, url, record.offset), data=text, original=original, known=Known(url=url), came=came)


@dataclass(frozen=True, slots=True)
class _Body:
    """A page's own bytes, and the charset that a header states of them."""

    data: bytes
    charset: str | None


def _response(record: Record, caps: Caps) -> _Body | str:
    if media_type(record.headers.get("content-type", "")) != "application/http":
        return "other type"
    head = head_of(record.data[record.start : min(record.end, record.start + HEAD_BYTES)])
    if head.status != 200:
        return "other status"
    if head.media_type not in _TYPES:
        return "other type"
    return _Body(body_of(head, _block(record, caps), caps), head.charset)


def _resource(record: Record, caps: Caps) -> _Body | str:
    stated = record.headers.get("content-type", "")
    return _Body(_block(record, caps), charset_in(stated)) if media_type(stated) in _TYPES else "other type"


def _block(record: Record, caps: Caps) -> bytes:
    if record.end - record.start > caps.page_bytes + HEAD_BYTES:
        raise Refused(f"is larger than {megabytes(caps.page_bytes)} (cap page_bytes)", "too_large")
    return record.data[record.start : record.end]


def _url(record: Record) -> str:
    """The address; WARC 1.0's grammar has it in angle brackets, which some writers keep."""
    return record.headers.get("warc-target-uri", "").strip("<> ")


def _name(container: str, url: str | None, offset: int) -> str:
    return inner(container, url or f"byte {offset}")


def _at(offset: int, reason: str) -> str:
    return f"the record at byte {offset} {reason}"
