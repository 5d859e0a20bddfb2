"""Bounded decompression: what is over the caps is refused while it streams, before it fills memory or disk."""

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import brotli

from dateline.ingest.caps import Caps
from dateline.ingest.held import Held
from dateline.ingest.pages import Unreadable
from dateline.ingest.refusal import Refused, unreadable
from dateline.model.buffers import Buffer
from dateline.model.text import Page

Coding = Literal["gzip", "deflate", "br"]
SizeCap = Literal["page_bytes", "container_bytes"]
Piece: TypeAlias = tuple[bytes, int]
"""Decompressed bytes, and where the compressed ones that have been used up so far end."""

GZIP: Final = b"\x1f\x8b\x08"
_CHUNK: Final = 16_384
_STEP: Final = 262_144
_GZIP_BITS: Final = 16 + zlib.MAX_WBITS
_ENCRYPTED: Final = 1


def is_it(data: Buffer) -> bool:
    """Whether the data begin as gzip does (RFC 1952)."""
    return data[:3] == GZIP


def open_it(page: Page, caps: Caps) -> Iterator[Page | Unreadable]:
    """The decompressed page under the same name, also of gzip in gzip; or why it is refused."""
    try:
        data = gunzipped(page.data, caps)
    except Refused as refused:
        yield unreadable(page.name, refused)
    else:
        yield replace(page, data=data, came="gzip")


def gunzipped(data: Buffer, caps: Caps) -> Buffer:
    """What gzip in gzip holds, at most `container_bytes`, on disk where it is larger than a page; its ratio is that of
    the innermost to the outermost. Raises Refused."""
    outer = len(data)
    for _ in range(caps.depth):
        if not is_it(data):
            return data
        held = Held(caps.page_bytes)
        for piece, _used in metered(_all_members(data, caps), 0, caps, "container_bytes"):
            held.add(piece)
        data = held.whole()
        check_ratio(len(data), outer, caps)
    if is_it(data):
        raise Refused(f"is gzip in gzip more than {caps.depth} deep (cap depth)", "quarantined")
    return data


def inflated(data: bytes, coding: Coding, caps: Caps) -> bytes:
    """The decompressed bytes: at most `page_bytes` and `ratio`. Raises Refused, also for broken data.

    gzip may have several members; "deflate" is taken with zlib's header or, as some servers send it, without.
    """
    return b"".join(piece for piece, _ in metered(_pieces(data, coding, caps), 0, caps, "page_bytes"))


def metered(pieces: Iterable[Piece], start: int, caps: Caps, cap: SizeCap) -> Iterator[Piece]:
    """The pieces as long as they stay within the cap of bytes and the ratio; else raises Refused."""
    total, most = 0, limit(caps, cap)
    for piece, used in pieces:
        total += len(piece)
        check_ratio(total, used - start, caps)
        if total > most:
            raise Refused(f"is larger than {megabytes(most)} decompressed (cap {cap})", "too_large")
        yield piece, used


def limit(caps: Caps, cap: SizeCap) -> int:
    """The bytes that a cap of this name allows."""
    return caps.page_bytes if cap == "page_bytes" else caps.container_bytes


def check_ratio(out: int, used: int, caps: Caps) -> None:
    """Raises Refused where `out` decompressed bytes came of too few compressed ones."""
    if out > caps.ratio_from and out > caps.ratio * used:
        raise Refused(f"decompresses to more than {caps.ratio} times its size (cap ratio)", "quarantined")


def megabytes(size: int) -> str:
    """A cap in words."""
    return f"{size / 1_000_000:g} MB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A gzip member's bytes, where it ends in the file, and why it is not whole, if so."""

    data: Buffer
    end: int | None
    broken: str | None = None


def gzip_member(data: Buffer, start: int, caps: Caps) -> Member:
    """The gzip member at `start`; of one that is cut off or broken, what could be read. Raises Refused over the
    caps."""
    held, end = Held(caps.page_bytes), start
    try:
        for piece, used in metered(unzlib(data, start, _GZIP_BITS), start, caps, "container_bytes"):
            held.add(piece)
            end = used
    except Refused as refused:
        if refused.verdict != "failed":
            raise
        return Member(data=held.whole(), end=None, broken=str(refused))
    return Member(data=held.whole(), end=end)


def first_bytes(data: Buffer, start: int, length: int) -> bytes:
    """The first bytes that the gzip member at `start` holds; empty where it is no gzip."""
    try:
        return zlib.decompressobj(_GZIP_BITS).decompress(data[start : start + 4096], length)
    except zlib.error:
        return b""


def zip_member(archive: ZipFile, info: ZipInfo, caps: Caps, cap: SizeCap) -> Buffer:
    """A member of a zip archive, of the size that a cap allows.

    Raises Refused over the caps, and for what is encrypted, broken or packed in any way but stored and deflated, which
    zipfile alone decompresses in bounded steps.
    """
    if info.flag_bits & _ENCRYPTED:
        raise Refused("is encrypted")
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Refused("is compressed in a way that is not read")
    held = Held(caps.page_bytes)
    try:
        for piece, _ in metered(_zip_pieces(archive, info), 0, caps, cap):
            held.add(piece)
    except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError, zlib.error) as error:
        raise Refused("is broken inside the zip archive") from error
    return held.whole()


def _zip_pieces(archive: ZipFile, info: ZipInfo) -> Iterator[Piece]:
    with archive.open(info) as member:
        while piece := member.read(_STEP):
            yield piece, max(info.compress_size, 1)


def _pieces(data: bytes, coding: Coding, caps: Caps) -> Iterator[Piece]:
    if coding == "br":
        return _unbrotli(data)
    if coding == "gzip":
        return _all_members(data, caps)
    return unzlib(data, 0, zlib.MAX_WBITS if _has_zlib_header(data) else -zlib.MAX_WBITS)


def _all_members(data: Buffer, caps: Caps) -> Iterator[Piece]:
    """The members of a gzip file one behind the other; what is no member behind the last is left out, as gzip does."""
    position = 0
    for _ in range(caps.members):
        for piece, used in unzlib(data, position, _GZIP_BITS):
            yield piece, used
            position = used
        if data[position : position + 3] != GZIP:
            return
    raise Refused(f"has more than {caps.members:,} gzip members (cap members)", "quarantined")


def _has_zlib_header(data: bytes) -> bool:
    """RFC 1950: method 8, and the first two bytes a multiple of 31."""
    return len(data) > 1 and data[0] & 0x0F == 8 and (data[0] * 256 + data[1]) % 31 == 0


def unzlib(data: Buffer, start: int, bits: int) -> Iterator[Piece]:
    """The deflated stream at `start` in pieces of at most `_STEP` bytes. Raises Refused where it is broken or cut
    off."""
    engine, position, waiting = zlib.decompressobj(bits), start, b""
    while not engine.eof:
        if not waiting:
            waiting = data[position : position + _CHUNK]
            position += len(waiting)
        given = len(waiting)
        try:
            piece = engine.decompress(waiting, _STEP)
        except zlib.error as error:
            raise Refused("the compressed data are broken") from error
        if not given and not piece and not engine.eof:
            raise Refused("the compressed data are cut off")
        waiting = engine.unconsumed_tail
        yield piece, position - len(waiting) - len(engine.unused_data)


def _unbrotli(data: bytes) -> Iterator[Piece]:
    engine, position = brotli.Decompressor(), 0
    while not engine.is_finished():
        chunk = data[position : position + _CHUNK] if engine.can_accept_more_data() else b""
        position += len(chunk)
        try:
            piece = engine.process(chunk, output_buffer_limit=_STEP)
        except brotli.error as error:
            raise Refused("the compressed data are broken") from error
        if not piece and not chunk and not engine.is_finished():
            raise Refused("the compressed data are cut off")
        yield piece, position
