"""Web archives: every page in them, whatever is broken beside it."""

import gzip
import io
import os
import random
import zlib
from collections import Counter

import brotli
import pytest

from dateline.ingest import warc
from dateline.ingest.caps import Caps
from dateline.ingest.pages import Unreadable
from dateline.ingest.warc import open_it
from dateline.model.text import Known, LeftOut, Page

STORY = b"<html><body><p>A mortar round hit the bakery at noon.</p></body></html>"


def http(body: bytes = STORY, *headers: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def record(
    url: str,
    block: bytes | None = None,
    *,
    kind: str = "response",
    media: str = "application/http; msgtype=response",
    length: int | None = None,
    version: str = "1.0",
) -> bytes:
    block = http() if block is None else block
    head = [
        f"WARC/{version}",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        "WARC-Date: 2021-05-04T10:00:00Z",
        f"Content-Type: {media}",
        f"Content-Length: {len(block) if length is None else length}",
    ]
    return "\r\n".join([*head, "", ""]).encode() + block + b"\r\n\r\n"


def url(name: str) -> str:
    return f"https://news.example/{name}"


def opened(data: bytes, caps: Caps | None = None) -> list[Page | Unreadable]:
    return list(open_it(Page(name="w.warc", data=data), caps or Caps()))


def told(found: list[Page | Unreadable]) -> list[str]:
    """The pages' last letters, and "-" for what could not be read."""
    return [page.name.rpartition("/")[2] if isinstance(page, Page) else "-" for page in found]


def only(data: bytes, caps: Caps | None = None) -> Page | Unreadable:
    (found,) = opened(data, caps)
    return found


def test_a_response_becomes_a_page_with_its_address_and_no_date() -> None:
    assert opened(record(url("a"))) == [
        Page(name=f"w.warc!{url('a')}", data=STORY, known=Known(url=url("a")), came="warc")
    ]


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_both_versions_are_read_plain_and_gzipped(version: str) -> None:
    records = [record(url(name), version=version) for name in "abc"]
    whole = b"".join(records)
    members = b"".join(map(gzip.compress, records))
    for data in (whole, members, gzip.compress(whole)):
        assert warc.is_it(data)
        assert told(opened(data)) == ["a", "b", "c"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_sound_archive_gives_what_the_established_reader_gives(packed: bool) -> None:
    fastwarc = pytest.importorskip("fastwarc")
    records = [record(url(str(number)), http(STORY * (number + 1))) for number in range(30)]
    data = b"".join(map(gzip.compress, records) if packed else records)
    expected = [
        (one.headers["WARC-Target-URI"], one.reader.read()) for one in fastwarc.ArchiveIterator(io.BytesIO(data))
    ]
    assert [(page.known.url, page.data) for page in opened(data) if isinstance(page, Page) and page.known] == expected


def test_pages_of_text_and_gzipped_pages_are_no_archives() -> None:
    assert not any(map(warc.is_it, (STORY, gzip.compress(STORY), b"", b"\x1f\x8b\x08")))


def test_a_resource_is_a_page_of_its_own_type() -> None:
    data = record(url("a"), b"Two men were detained.", kind="resource", media="text/plain; charset=utf-8")
    found = only(data)
    assert isinstance(found, Page)
    assert found.data == b"Two men were detained."


def test_records_that_are_no_pages_are_skipped_and_counted() -> None:
    data = b"".join(
        [
            record("", b"software: x\r\n", kind="warcinfo", media="application/warc-fields"),
            record(url("a"), b"GET / HTTP/1.1\r\n\r\n", kind="request"),
            record(url("a"), b"a: b\r\n", kind="metadata"),
            record(url("a"), http(b""), kind="revisit"),
            record(url("gone"), http(status="404 Not Found")),
            record(url("picture"), http(kind="image/png")),
            record("metadata://crawler.example/log.txt", b"log", kind="resource", media="text/plain"),
            record(url("b")),
        ]
    )
    page, left_out = open_it(Page(name="w", data=data), Caps())
    assert told([page]) == ["b"]
    others = ["warcinfo", "request", "metadata", "revisit", "other status", "other type", "other address"]
    assert isinstance(left_out, LeftOut)
    assert Counter(dict(left_out.counts)) == Counter(others)
    assert left_out.words.startswith("7 records hold no page: 1 metadata, 1 other address")


CODED = {
    "gzip": gzip.compress(STORY),
    "x-gzip": gzip.compress(STORY),
    "deflate": zlib.compress(STORY),
    "br": brotli.compress(STORY),
    "gzip, br": brotli.compress(gzip.compress(STORY)),
    "identity": STORY,
}


def chunked(body: bytes, size: int = 7) -> bytes:
    pieces = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(f"{len(piece):x};x=y\r\n".encode() + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"


@pytest.mark.parametrize("coding", CODED)
def test_content_codings_are_undone_with_chunks_around_them(coding: str) -> None:
    stated = f"Content-Encoding: {coding}"
    for block in (
        http(CODED[coding], stated),
        http(chunked(CODED[coding]), stated, "Transfer-Encoding: chunked"),
    ):
        found = only(record(url("a"), block))
        assert isinstance(found, Page)
        assert found.data == STORY


def test_a_header_that_the_crawler_kept_of_a_coding_it_undid_does_no_harm() -> None:
    block = http(STORY, "Content-Encoding: br", "Transfer-Encoding: chunked")
    found = only(record(url("a"), block))
    assert isinstance(found, Page)
    assert found.data == STORY


def test_an_unknown_coding_is_named() -> None:
    found = only(record(url("a"), http(b"\x28\xb5\x2f\xfd\x00", "Content-Encoding: zstd")))
    assert isinstance(found, Unreadable)
    assert '"zstd"' in found.reason


def test_a_chunked_body_cut_off_gives_what_is_there() -> None:
    found = only(record(url("a"), http(b"40\r\n<p>Shelling was heard", "Transfer-Encoding: chunked")))
    assert isinstance(found, Page)
    assert found.data == b"<p>Shelling was heard"


@pytest.mark.parametrize("length", ["0", "5", "99999999", "-1", "many"])
def test_http_content_lengths_may_lie(length: str) -> None:
    found = only(record(url("a"), http(STORY, f"Content-Length: {length}")))
    assert isinstance(found, Page)
    assert found.data == STORY


@pytest.mark.parametrize("length", [5, 150, 400, 10**9, 10**14])
@pytest.mark.parametrize("packed", [False, True])
def test_a_record_with_a_lying_length_ends_alone(length: int, packed: bool) -> None:
    records = [record(url("a")), record(url("b"), length=length), record(url("c"))]
    data = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    found = opened(data)
    assert told(found) == ["a", "-", "c"]
    assert isinstance(found[1], Unreadable)
    offset = len(gzip.compress(records[0])) if packed else len(records[0])
    assert f"at byte {offset} " in found[1].reason
    assert found[1].name == f"w.warc!{url('b')}"


@pytest.mark.parametrize("cut", range(9, 210, 20))
@pytest.mark.parametrize("packed", [False, True])
def test_a_truncated_record_ends_alone(cut: int, packed: bool) -> None:
    first, second, third = (gzip.compress(one) if packed else one for one in map(record, map(url, "abc")))
    assert told(opened(first + second[:-cut] + third)) == ["a", "-", "c"]


def test_an_archive_cut_off_says_how_much_of_the_last_record_is_there() -> None:
    whole = record(url("a")) + record(url("b"))
    found = opened(whole[:-40])
    assert told(found) == ["a", "-"]
    assert isinstance(found[1], Unreadable)
    assert f"at byte {len(record(url('a')))} is cut off" in found[1].reason


def test_an_archive_gzipped_as_a_whole_and_cut_off_gives_the_records_before_the_end() -> None:
    noise = [record(url(name), http(b"<p>" + os.urandom(3_000).hex().encode())) for name in "abcdef"]
    found = opened(gzip.compress(b"".join(noise))[:-4_000])
    assert told(found)[:3] == ["a", "b", "c"]
    assert told(found)[-1] == "-"


@pytest.mark.parametrize("junk", [b"\0" * 100, b"junk \x1f\x8b\x08 junk", b"\x1f\x8b\x08" * 50])
def test_junk_between_records_is_passed_over(junk: bytes) -> None:
    first, second = gzip.compress(record(url("a"))), gzip.compress(record(url("b")))
    assert [name for name in told(opened(first + junk + second)) if name != "-"] == ["a", "b"]


def test_a_bomb_in_an_archive_ends_alone() -> None:
    bomb = gzip.compress(record(url("b"), http(b"\0" * 30_000_000)))
    found = opened(gzip.compress(record(url("a"))) + bomb + gzip.compress(record(url("c"))))
    assert told(found) == ["a", "-", "c"]
    assert isinstance(found[1], Unreadable)
    assert "more than 200 times" in found[1].reason
    assert found[1].status == "quarantined"


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_bomb_in_a_responses_coding_ends_alone(coding: str) -> None:
    zeros = b"\0" * 30_000_000
    packed = gzip.compress(zeros) if coding == "gzip" else brotli.compress(zeros, quality=5)
    found = opened(record(url("a"), http(packed, f"Content-Encoding: {coding}")) + record(url("b")))
    assert told(found) == ["-", "b"]
    assert isinstance(found[0], Unreadable)
    assert "more than 200 times" in found[0].reason


def test_a_page_over_the_cap_ends_alone() -> None:
    big = record(url("a"), http(os.urandom(200_000)))
    found = opened(big + record(url("b")), Caps(page_bytes=100_000))
    assert told(found) == ["-", "b"]


def test_an_archive_of_nothing_but_broken_records_is_given_up() -> None:
    found = opened(b"WARC/1.0\r\n\r\n" * 5_000, Caps(broken_records=10))
    assert len(found) == 11
    assert isinstance(found[-1], Unreadable)
    assert "the rest is not read (cap broken_records)" in found[-1].reason
    assert found[-1].status == "quarantined"


def test_a_search_for_the_next_record_that_is_given_up_is_told() -> None:
    data = gzip.compress(record(url("a"))) + b"\x1f\x8b\x08junk" * 50 + gzip.compress(record(url("b")))
    assert told(opened(data)) == ["a", "-", "b"]
    found = opened(data, Caps(broken_records=20))
    assert told(found) == ["a", "-", "-"]
    assert "the rest is not read (cap broken_records)" in found[-1].reason


def test_nuls_and_line_breaks_in_an_address_stay_out_of_the_name() -> None:
    found = only(record("https://news.example/a\0b\tc"))
    assert found.name.isprintable()


def test_a_response_that_is_no_http_ends_alone() -> None:
    found = opened(record(url("a"), b"\0\0\0 nothing of the kind") + record(url("b")))
    assert told(found) == ["-", "b"]


def test_the_charset_of_the_response_is_kept_by_turning_the_page_into_utf_8() -> None:
    text = "<p>Обстрел рынка</p>"
    found = only(record(url("a"), http(text.encode("cp1251"), kind="text/html; charset=windows-1251")))
    assert isinstance(found, Page)
    assert found.data.decode("utf-8") == text


@pytest.mark.parametrize("charset", ["punycode", "no-such", "zip", "rot13", "utf-8"])
def test_a_wrong_charset_leaves_the_bytes_alone(charset: str) -> None:
    data = STORY + b"\xff"
    found = only(record(url("a"), http(data, kind=f"text/html; charset={charset}")))
    assert isinstance(found, Page)
    assert found.data == data


def test_no_damage_raises() -> None:
    sound = b"".join(gzip.compress(record(url(name))) for name in "abc") + record(url("d"), http(chunked(STORY)))
    generator = random.Random(7)
    for _ in range(500):
        data = bytearray(sound)
        for _ in range(generator.randint(1, 5)):
            place = generator.randrange(len(data))
            data[place : place + generator.randrange(3)] = generator.randbytes(generator.randrange(4))
        assert all("\n" not in page.name for page in opened(bytes(data)))
