"""Packed web archives (WACZ 1.x): a zip archive of WARC files with a list of the pages that were visited."""

import struct
from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from dataclasses import replace
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

import msgspec

from dateline.ingest.bounded import check_ratio, zip_member
from dateline.ingest.caps import Caps
from dateline.ingest.held import as_file
from dateline.ingest.listed import Listed
from dateline.ingest.pages import Unreadable
from dateline.ingest.refusal import Refused, inner, one_line, unreadable
from dateline.ingest.warc import Skipped, read_warc
from dateline.model.buffers import Buffer, let_go
from dateline.model.text import Known, LeftOut, Page

_MAGIC: Final = b"PK\x03\x04"
_ENTRY: Final = b"PK\x01\x02"
_STEP: Final = 8_000_000
_ARCHIVES: Final = (".warc", ".warc.gz")
_PAGE_LISTS: Final = ("pages/pages.jsonl", "pages/extraPages.jsonl")

Found = Page | Unreadable | Listed | LeftOut


class _Visited(msgspec.Struct):
    """A line of pages.jsonl, of which the address and the title are used."""

    url: str = ""
    title: str | None = None


def is_it(data: Buffer) -> bool:
    """Whether a zip archive lists WARC files under archive/ (the names stand in its directory, at the end)."""
    return data[:4] == _MAGIC and b"archive/" in data[-1_000_000:] and b".warc" in data[-1_000_000:]


def open_it(page: Page, caps: Caps) -> Iterator[Found]:
    """The pages of all WARC files in the archive, named ARCHIVE!FILE!URL, with the titles of the list of pages.

    Visited pages that no WARC file holds come out as `Listed`. A file inside that is broken, hostile or named as
    nothing inside an archive may be, comes out as `Unreadable` and the others are read. At the end, how many records
    are no pages.
    """
    skipped: Skipped = Counter()
    try:
        archive = _opened(page.data, caps)
        members = _members(archive, len(page.data), caps)
    except Refused as refused:
        yield unreadable(page.name, refused)
        return
    for info in members:
        if not _stays_inside(info.filename):
            yield Unreadable(name=inner(page.name, info.filename), reason="its path leads out of the archive")
    titles = yield from _titles(archive, members, page.name, caps)
    missing = set(titles)
    for info in members:
        if _is_archive(info.filename):
            skipped += yield from _each(_file(archive, info, page.name, caps), titles, missing)
    yield from (_listed(page.name, url, titles[url]) for url in titles if url in missing)
    if skipped:
        yield LeftOut(name=page.name, counts=tuple(skipped.items()))


def _opened(data: Buffer, caps: Caps) -> ZipFile:
    """The zip archive; its entries are counted before zipfile reads them all."""
    if _entries(data) > caps.members:
        raise Refused(f"holds more than {caps.members:,} files (cap members)", "quarantined")
    try:
        return ZipFile(as_file(data))
    except (BadZipFile, OSError, ValueError, NotImplementedError, OverflowError, struct.error) as error:
        raise Refused("is a broken zip archive") from error


def _entries(data: Buffer) -> int:
    """How often the mark of an entry stands in the file; seldom by chance."""
    count = 0
    for start in range(0, len(data), _STEP):
        count += data[start : start + _STEP + len(_ENTRY) - 1].count(_ENTRY)
        let_go(data, start, start + _STEP)
    return count


def _members(archive: ZipFile, size: int, caps: Caps) -> list[ZipInfo]:
    """The entries. Their stated sizes together are held to the ratio, since entries can share the same bytes."""
    members = archive.infolist()
    check_ratio(sum(info.file_size for info in members), size, caps)
    return members


def _stays_inside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return bool(name) and parts[0] != "" and ".." not in parts and ":" not in parts[0]


def _is_archive(name: str) -> bool:
    return name.startswith("archive/") and name.endswith(_ARCHIVES) and _stays_inside(name)


def _titles(
    archive: ZipFile, members: list[ZipInfo], name: str, caps: Caps
) -> Generator[Unreadable, None, Mapping[str, str | None]]:
    """The titles of the visited pages by address, in their order."""
    titles: dict[str, str | None] = {}
    for info in members:
        if info.filename not in _PAGE_LISTS:
            continue
        try:
            lines = bytes(zip_member(archive, info, caps, "page_bytes")).split(b"\n")
        except Refused as refused:
            yield unreadable(inner(name, info.filename), refused)
            continue
        titles.update((seen.url, seen.title) for seen in _visited(lines[: caps.listed]))
        if len(lines) > caps.listed:
            reason = f"lists more than {caps.listed:,} pages; the rest is not read (cap listed)"
            yield Unreadable(name=inner(name, info.filename), reason=reason, status="too_large")
    return titles


def _visited(lines: list[bytes]) -> Iterator[_Visited]:
    """The lines that name a page; the list's first line is its head, and a broken one loses only a title."""
    for line in lines:
        try:
            seen = msgspec.json.decode(line, type=_Visited)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue
        if seen.url.startswith(("http://", "https://")):
            yield seen


def _file(archive: ZipFile, info: ZipInfo, name: str, caps: Caps) -> Generator[Page | Unreadable, None, Skipped]:
    inside = inner(name, info.filename)
    try:
        data = zip_member(archive, info, caps, "container_bytes")
    except Refused as refused:
        yield unreadable(inside, refused)
        return Counter()
    return (yield from read_warc(data, inside, caps, came="wacz"))


def _each(
    found: Generator[Page | Unreadable, None, Skipped], titles: Mapping[str, str | None], missing: set[str]
) -> Generator[Page | Unreadable, None, Skipped]:
    """The pages with their titles; takes their addresses out of `missing`."""
    try:
        while True:
            page = next(found)
            if isinstance(page, Page) and page.known and page.known.url:
                missing.discard(page.known.url)
                page = replace(page, known=replace(page.known, title=titles.get(page.known.url) or None))
            yield page
    except StopIteration as end:
        counts: Skipped = end.value
        return counts


def _listed(name: str, url: str, title: str | None) -> Listed:
    reason = "is listed as visited, but no WARC file in the archive holds it"
    return Listed(name=inner(name, url), url=one_line(url), reason=reason, known=Known(url=url, title=title or None))
