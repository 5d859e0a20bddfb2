"""The records of a web archive (WARC 1.0 and 1.1, ISO 28500), plain or gzipped member by member.

An archive that was damaged is read on: behind a broken record the next one is looked for. Neither of the known
libraries does that, nor lets caps be set beneath its decompression.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dateline.ingest.bounded import GZIP, Member, check_ratio, first_bytes, gzip_member
from dateline.ingest.caps import Caps
from dateline.ingest.http_body import HEAD_BYTES, HEAD_END, headers_of
from dateline.ingest.pages import Verdict
from dateline.ingest.refusal import Refused
from dateline.model.buffers import Buffer, let_go

MAGIC: Final = b"WARC/"
_GAP: Final = re.compile(rb"[\r\n]{0,64}")
_NEXT: Final = re.compile(rb"WARC/1\.\d\r?\n")
_LENGTH: Final = re.compile(r"\d{1,15}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record: `offset` of it, or of the gzip member that holds it, in the archive's bytes; its headers by
    lower-case name; its block from `start` to `end` of `data`."""

    offset: int
    headers: Mapping[str, str]
    data: Buffer
    start: int
    end: int

    @property
    def kind(self) -> str:
        """The record's type, "" where it states none."""
        return self.headers.get("warc-type", "").lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A record that cannot be read, where it begins in the archive's bytes, and why, as the end of a sentence."""

    offset: int
    reason: str
    url: str | None = None
    verdict: Verdict = "failed"


def records(data: Buffer, caps: Caps) -> Iterator[Record | Broken]:
    """All records in order. After `broken_records` broken ones the rest is given up, which the last `Broken` says."""
    broken = 0
    for found in _of_members(data, caps) if data[:3] == GZIP else _of_plain(data):
        broken += isinstance(found, Broken)
        if broken > caps.broken_records:
            yield _given_up(found.offset, f"is broken like {caps.broken_records:,} before it", "quarantined")
            return
        yield found


def _of_plain(data: Buffer) -> Iterator[Record | Broken]:
    position = 0
    while 0 <= position < len(data):
        found, before = _at(data, position), position
        yield found
        position = _behind(data, found.end) if isinstance(found, Record) else _next_record(data, position + 1)
        let_go(data, before, position)


def _next_record(data: Buffer, position: int) -> int:
    """Where a first line of a record stands from `position` on, or -1; before it, a cut record may lack its line
    end."""
    found = _NEXT.search(data, position)
    return found.start() if found else -1


def _at(data: Buffer, offset: int) -> Record | Broken:
    """The record that begins at `offset`. One whose stated length leads to no next record is broken."""
    head = HEAD_END.search(data, offset, offset + HEAD_BYTES) if data[offset : offset + 5] == MAGIC else None
    if head is None:
        return Broken(offset=offset, reason="does not begin as records do")
    if _NEXT.search(data, offset + len(MAGIC), head.start()):
        return Broken(offset=offset, reason="is cut off within its headers")
    headers = headers_of(data[offset : head.start()])
    length, url = headers.get("content-length", ""), headers.get("warc-target-uri")
    if not _LENGTH.fullmatch(length):
        return Broken(offset=offset, reason="states no length", url=url)
    start, end = head.end(), head.end() + int(length)
    if end > len(data):
        return Broken(offset=offset, reason=f"is cut off: {len(data) - start} of {length} bytes", url=url)
    following = _behind(data, end)
    if following < len(data) and data[following : following + 5] != MAGIC:
        return Broken(offset=offset, reason="has a wrong Content-Length", url=url)
    return Record(offset=offset, headers=headers, data=data, start=start, end=end)


def _behind(data: Buffer, end: int) -> int:
    """Where the next record begins: behind the line ends that close a record."""
    gap = _GAP.match(data, end)
    return gap.end() if gap else end


def _of_members(data: Buffer, caps: Caps) -> Iterator[Record | Broken]:
    """The records of each gzip member. The archive as a whole is held to the ratio too."""
    position, out = 0, 0
    while 0 <= position < len(data):
        try:
            member = gzip_member(data, position, caps)
            out += len(member.data)
            check_ratio(out, (member.end or len(data)), caps)
        except Refused as refused:
            yield Broken(offset=position, reason=str(refused), verdict=refused.verdict)
            behind, whole = position + 1, False
        else:
            yield from _of_member(member, position)
            behind, whole = member.end or position + 1, member.end is not None
        let_go(data, position, behind)
        try:
            position = behind if whole and data[behind : behind + 3] == GZIP else _next_member(data, behind, caps)
        except Refused as refused:
            yield _given_up(behind, str(refused), refused.verdict)
            return


def _of_member(member: Member, offset: int) -> Iterator[Record | Broken]:
    found = None
    for found in _of_plain(member.data):
        yield replace(found, offset=offset)
    if found is None or (member.broken and isinstance(found, Record)):
        yield Broken(offset=offset, reason=f"cannot be decompressed: {member.broken or 'the gzip member is empty'}")


def _next_member(data: Buffer, position: int, caps: Caps) -> int:
    """The next gzip member from `position` on that holds a record, or -1. Raises Refused where more places than
    `broken_records` only look like one."""
    for _ in range(caps.broken_records):
        position = data.find(GZIP, position)
        if position < 0 or first_bytes(data, position, 5) == MAGIC:
            return position
        position += 1
    raise Refused(f"is no record, nor are {caps.broken_records:,} more places that look like one", "quarantined")


def _given_up(offset: int, reason: str, verdict: Verdict) -> Broken:
    return Broken(offset=offset, reason=f"{reason}; the rest is not read (cap broken_records)", verdict=verdict)
