"""Packed web archives: their pages, and no way out of them."""

import gzip
import io
import json
import zipfile

import pytest

from dateline.ingest import wacz
from dateline.ingest.caps import Caps
from dateline.ingest.listed import Listed
from dateline.ingest.pages import Unreadable
from dateline.ingest.wacz import open_it
from dateline.model.text import Known, Page

STORY = b"<html><body><p>The convoy was stopped at the bridge.</p></body></html>"
URL = "https://news.example/a"


def archived(url: str, body: bytes = STORY) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\n"
    return gzip.compress(f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n")


def visited(*pages: dict[str, object]) -> bytes:
    lines = [{"format": "json-pages-1.0", "id": "pages"}, *pages]
    return "\n".join(json.dumps(line) for line in lines).encode()


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def opened(data: bytes, caps: Caps | None = None) -> list[Page | Unreadable | Listed]:
    return list(open_it(Page(name="a.wacz", data=data), caps or Caps()))


def test_a_page_has_the_title_that_the_list_of_pages_gives_it() -> None:
    files = {
        "archive/data.warc.gz": archived(URL),
        "pages/pages.jsonl": visited({"url": URL, "title": "At the bridge"}),
    }
    assert opened(packed(files)) == [
        Page(
            name=f"a.wacz!archive/data.warc.gz!{URL}",
            data=STORY,
            known=Known(url=URL, title="At the bridge"),
            came="wacz",
        )
    ]


def test_all_archives_inside_are_read_and_other_files_left() -> None:
    files = {f"archive/{name}.warc.gz": archived(f"https://news.example/{name}") for name in "ab"}
    found = opened(packed({**files, "archive/notes.txt": b"WARC/1.0", "other/c.warc.gz": archived(URL)}))
    assert [page.name.rpartition("/")[2] for page in found] == ["a", "b"]


def test_a_visited_page_that_is_not_inside_is_listed() -> None:
    away = "https://news.example/away"
    files = {"archive/data.warc.gz": archived(URL), "pages/pages.jsonl": visited({"url": away, "title": "Away"})}
    found = opened(packed(files))
    assert isinstance(found[-1], Listed)
    assert (found[-1].url, found[-1].known) == (away, Known(url=away, title="Away"))


@pytest.mark.parametrize("lines", [b"\0\xff\n{", b"{]\n" * 50, b'{"url": 5}', b"[" * 50_000, b""])
def test_a_broken_list_of_pages_loses_titles_only(lines: bytes) -> None:
    (found,) = opened(packed({"archive/data.warc.gz": archived(URL), "pages/pages.jsonl": lines}))
    assert isinstance(found, Page)
    assert found.known == Known(url=URL)


@pytest.mark.parametrize("name", ["/archive/a.warc.gz", "archive/../../a.warc.gz", "C:/archive/a.warc", "..\\a.warc"])
def test_a_path_out_of_the_archive_is_refused_and_the_rest_read(name: str) -> None:
    found = opened(packed({name: archived("https://bad.example/"), "archive/data.warc.gz": archived(URL)}))
    assert isinstance(found[0], Unreadable)
    assert "out of the archive" in found[0].reason
    assert [page.name for page in found[1:]] == [f"a.wacz!archive/data.warc.gz!{URL}"]


def test_a_zip_bomb_inside_is_refused_as_a_whole() -> None:
    found = opened(packed({"archive/data.warc": b"\0" * 50_000_000}, zipfile.ZIP_DEFLATED))
    assert [type(page) for page in found] == [Unreadable]
    assert isinstance(found[0], Unreadable)
    assert "more than 200 times" in found[0].reason


def test_entries_that_share_the_same_bytes_are_counted_together() -> None:
    data = packed({"archive/a.warc": b"WARC/1.0\r\n" + b"\0" * 150_000}, zipfile.ZIP_DEFLATED)
    entry = data[data.index(b"PK\x01\x02") : data.index(b"PK\x05\x06")]
    start, end = data.index(b"PK\x01\x02"), data[data.index(b"PK\x05\x06") :]
    count = 2_000
    directory = entry * count
    closing = end[:8] + count.to_bytes(2, "little") * 2 + len(directory).to_bytes(4, "little") + end[16:]
    found = opened(data[:start] + directory + closing)
    assert isinstance(found[0], Unreadable)
    assert len(found) == 1


def test_an_archive_of_too_many_files_is_refused() -> None:
    files = {f"archive/{number}.warc.gz": b"" for number in range(20)}
    found = opened(packed(files), Caps(members=10))
    assert isinstance(found[0], Unreadable)
    assert "more than 10 files" in found[0].reason


def test_a_broken_member_does_not_stop_the_others() -> None:
    marked = b"MARK" * 100
    data = packed({"archive/a.warc.gz": marked, "archive/b.warc.gz": archived(URL)})
    found = opened(data.replace(marked, b"BARK" * 100))
    assert isinstance(found[0], Unreadable)
    assert found[0].name == "a.wacz!archive/a.warc.gz"
    assert isinstance(found[1], Page)


@pytest.mark.parametrize("cut", [1, 30, 100])
def test_an_archive_cut_off_is_one_unreadable(cut: int) -> None:
    found = opened(packed({"archive/a.warc.gz": archived(URL)})[:-cut])
    assert [type(page) for page in found] == [Unreadable]


def test_office_documents_are_no_web_archives() -> None:
    assert wacz.is_it(packed({"archive/data.warc.gz": archived(URL)}))
    assert not wacz.is_it(packed({"word/document.xml": b"<a/>"}))
    assert not wacz.is_it(STORY)
