"""An HTTP response as an archive keeps it: its head, and its body with the codings of the way undone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dateline.ingest.bounded import Coding, inflated, megabytes
from dateline.ingest.caps import Caps
from dateline.ingest.charsets import charset_in
from dateline.ingest.refusal import Refused, one_line

HEAD_BYTES: Final = 65_536
HEAD_END: Final = re.compile(rb"\r?\n\r?\n")

_STATUS: Final = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_CHUNK_SIZE: Final = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_CODINGS: Final[Mapping[str, Coding]] = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate", "br": "br"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A response's status, its headers by lower-case name, and where its body begins."""

    status: int
    headers: Mapping[str, str]
    end: int

    @property
    def media_type(self) -> str:
        """The type alone, in lower case, "" where none is stated."""
        return media_type(self.headers.get("content-type", ""))

    @property
    def charset(self) -> str | None:
        """The charset that the response states."""
        return charset_in(self.headers.get("content-type", ""))


def media_type(content_type: str) -> str:
    """The type in a Content-Type header, in lower case and without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def head_of(block: bytes) -> Head:
    """The head of a response. Raises Refused where there is none."""
    status, end = _STATUS.match(block), HEAD_END.search(block, 0, HEAD_BYTES)
    if status is None or end is None:
        raise Refused("holds no HTTP response")
    return Head(status=int(status.group(1)), headers=headers_of(block[: end.start()]), end=end.end())


def headers_of(head: bytes) -> dict[str, str]:
    """Header fields by lower-case name, the first of each, behind the first line; folded lines are joined."""
    fields: dict[str, str] = {}
    last = ""
    for line in head.decode("utf-8", errors="replace").replace("\0", "").split("\n")[1:]:
        if line[:1] in (" ", "\t"):
            if last:
                fields[last] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        last = name.strip().lower() if colon and name.strip().lower() not in fields else ""
        if last:
            fields[last] = value.strip()
    return fields


def body_of(head: Head, block: bytes, caps: Caps) -> bytes:
    """The body without chunks and content codings; Content-Length is not asked. Raises Refused.

    Crawlers often undo a coding and keep its header, so data that plainly are not so coded are taken as they are.
    """
    body = block[head.end :]
    if "chunked" in head.headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    for name in _codings(head.headers.get("content-encoding", ""), caps):
        body = _undone(body, name, caps)
    if len(body) > caps.page_bytes:
        raise Refused(f"is larger than {megabytes(caps.page_bytes)} (cap page_bytes)", "too_large")
    return body


def _codings(header: str, caps: Caps) -> list[str]:
    """The last coding applied is the first to be undone."""
    names = [name.strip().lower() for name in header.split(",")]
    names = [name for name in names if name and name != "identity"]
    if len(names) > caps.depth:
        raise Refused(f"has more than {caps.depth} content codings (cap depth)", "quarantined")
    return names[::-1]


def _undone(body: bytes, name: str, caps: Caps) -> bytes:
    coding = _CODINGS.get(name)
    if not body or _looks_like_text(body):
        return body
    if coding is None:
        raise Refused(f'has a content coding that is not read: "{one_line(name[:40])}"')
    return inflated(body, coding, caps)


def _looks_like_text(body: bytes) -> bool:
    """Markup or lines of plain characters, as no compressed data begin."""
    start = body[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and b"\0" not in start and start.isascii()


def _unchunked(body: bytes) -> bytes:
    """The chunks joined; of a body cut off what is there; a body without chunks as it is."""
    parts: list[bytes] = []
    position = 0
    while found := _CHUNK_SIZE.match(body, position):
        size = int(found.group(1), 16)
        if size == 0:
            break
        parts.append(body[found.end() : found.end() + size])
        position = found.end() + size
        position += 2 if body[position : position + 2] == b"\r\n" else 1
    return b"".join(parts) if parts or position or body.startswith(b"0\r\n") else body
