"""Pages as browsers save them in one file (MHTML, RFC 2557): the HTML part, without pictures and style sheets.

The parts are cut apart here, since the standard library's parser takes a time that grows with the depth of parts in
parts; it reads the headers and undoes the encodings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from typing import Final

from dateline.ingest.bounded import megabytes
from dateline.ingest.caps import Caps
from dateline.ingest.charsets import as_utf8
from dateline.ingest.pages import Unreadable
from dateline.ingest.refusal import Refused, inner, one_line, unreadable
from dateline.model.buffers import Buffer
from dateline.model.text import Known, Page

_HEAD: Final = 16_384
_LONGEST_CODING: Final = 3  # quoted-printable writes a byte as three, base64 three as four
_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
_FIRST_HEADER: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,8}[A-Za-z][A-Za-z-]{1,60}:[ \t]")
_VERSION: Final = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_TYPE: Final = re.compile(rb"^content-type:\s*(?:multipart/(?:related|alternative|mixed)|text/html)\b", re.I | re.M)
_LINE_END: Final = re.compile(rb"(?:--)?[ \t]{0,80}(?:\r?\n|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part's headers, and where in the file its body stands."""

    message: Message
    data: Buffer
    start: int
    end: int


def is_it(data: Buffer) -> bool:
    """Whether the data begin with the headers of a MIME message that holds HTML, alone or with what belongs to it."""
    if _FIRST_HEADER.match(data[:200]) is None:
        return False
    head = _HEAD_END.split(data[:_HEAD], maxsplit=1)[0]
    return bool(_VERSION.search(head) and _TYPE.search(head))


def open_it(page: Page, caps: Caps) -> Iterator[Page | Unreadable]:
    """The first HTML part, with its address (Content-Location) and title (Subject) as known; named FILE!ADDRESS."""
    whole = _part(page.data, 0, len(page.data))
    try:
        html = next(_html_parts(whole, caps, caps.depth), None)
        if html is None:
            raise Refused("is a MIME message without an HTML part")
        if html.end - html.start > caps.page_bytes * _LONGEST_CODING:
            raise Refused(f"is larger than {megabytes(caps.page_bytes)} (cap page_bytes)", "too_large")
        data = _decoded(html)
        if len(data) > caps.page_bytes:
            raise Refused(f"is larger than {megabytes(caps.page_bytes)} decoded (cap page_bytes)", "too_large")
    except Refused as refused:
        yield unreadable(page.name, refused)
        return
    url = _address(html.message) or _address(whole.message)
    known = Known(url=url, title=_subject(whole.message))
    name = inner(page.name, url) if url else page.name
    text = as_utf8(data, html.message.get_content_charset())
    yield Page(name=name, data=text, original=None if text is data else data, known=known, came="mhtml")


def _part(data: Buffer, start: int, end: int) -> _Part:
    head = _HEAD_END.search(data, start, min(end, start + 4 * _HEAD))
    body = head.end() if head else start
    message = BytesParser().parsebytes(data[start:body].lstrip(b"\xef\xbb\xbf\r\n\t "), headersonly=True)
    return _Part(message=message, data=data, start=body, end=end)


def _html_parts(part: _Part, caps: Caps, depth: int) -> Iterator[_Part]:
    """The HTML parts in their order, out of parts in parts too, up to `depth`."""
    kind = part.message.get_content_type()
    if kind in ("text/html", "application/xhtml+xml"):
        yield part
    elif kind.startswith("multipart/"):
        if depth == 0:
            raise Refused("has parts in parts too deep (cap depth)", "quarantined")
        for inside in _parts(part, caps):
            yield from _html_parts(inside, caps, depth - 1)


def _parts(part: _Part, caps: Caps) -> Iterator[_Part]:
    """What stands between the boundaries; the last part may lack its end, as files cut off do."""
    boundary = part.message.get_boundary()
    if not boundary:
        return
    data = part.data
    mark = re.compile(rb"(?:^|\n)--" + re.escape(boundary.encode("utf-8", errors="surrogateescape")))
    marks = mark.finditer(data, max(0, part.start - 1), part.end)
    open_mark = next(marks, None)
    for _ in range(caps.members):
        if open_mark is None:
            return
        following = next(marks, None)
        line = _LINE_END.match(data, open_mark.end())
        if line and data[open_mark.end() : open_mark.end() + 2] != b"--":
            end = following.start() if following else part.end
            yield _part(data, line.end(), max(line.end(), end - (data[end - 1 : end] == b"\r")))
        open_mark = following
    raise Refused(f"has more than {caps.members:,} parts and no HTML before (cap members)", "too_large")


def _decoded(part: _Part) -> bytes:
    """The part's bytes without their transfer encoding."""
    body = part.data[part.start : part.end]
    message = Message()
    message["Content-Transfer-Encoding"] = str(part.message.get("Content-Transfer-Encoding", "")).strip()
    message.set_payload(body.decode("ascii", errors="surrogateescape"))
    data = message.get_payload(decode=True)
    return data if isinstance(data, bytes) else body


def _address(message: Message) -> str | None:
    """The web address that a part was loaded from; "cid:" and files of the one who saved it are none."""
    for name in ("Content-Location", "Snapshot-Content-Location"):
        stated = "".join(str(message.get(name, "")).split())
        if stated.lower().startswith(("http://", "https://")):
            return one_line(stated)
    return None


def _subject(message: Message) -> str | None:
    """The title that the browser wrote, out of RFC 2047's encoded words."""
    stated = str(message.get("Subject", ""))[:_HEAD]
    try:
        return one_line(str(make_header(decode_header(stated)))) or None
    except (HeaderParseError, MessageError, LookupError, ValueError):
        return one_line(stated) or None
