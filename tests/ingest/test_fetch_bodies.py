"""Answers without end, answers that lie or break off, and bombs: none is a page, and none fills the memory."""

import gzip
import socket
import tracemalloc
import zlib
from collections.abc import Callable
from itertools import repeat

import brotli
import pytest

from dateline.ingest.fetch import fetch
from fetch_made import CAPS, OPEN, STORY, Answer, Serve, head, html, reason

pytestmark = pytest.mark.usefixtures("nothing_else_is_contacted")


def endless(first: bytes, piece: bytes) -> Callable[[socket.socket], None]:
    def answer(caller: socket.socket) -> None:
        caller.sendall(first)
        for block in repeat(piece):
            caller.sendall(block)

    return answer


OVER = "larger than 0.2 MB (cap page_bytes)"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (endless(head(), b"a" * 10_000), OVER),
        (
            endless(head("Transfer-Encoding: chunked"), b"3e8\r\n" + b"a" * 1000 + b"\r\n"),
            OVER,
        ),
        (
            endless(head("Transfer-Encoding: chunked"), b"1;" + b"x" * 9_000 + b"\r\na\r\n"),
            OVER,
        ),
        (endless(b"HTTP/1.1 200 OK\r\nX-Long: ", b"a" * 10_000), "head is larger than 32,768 bytes"),
        (endless(b"HTTP/1.1 200 OK\r\n", b"X-Many: " + b"a" * 9_000 + b"\r\n"), "head is larger than 32,768 bytes"),
        (endless(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n"), "no proper HTTP"),
        (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100), "head is larger than 32,768 bytes"),
        (endless(b"", b"\0" * 1_000), "head is larger than 32,768 bytes"),
        (head("Content-Length: 200001"), OVER),
        (head("Content-Length: 99999999999999999999999"), "no proper Content-Length"),
    ],
    ids="close chunks extensions long-header big-headers many-headers continues no-http stated astronomic".split(),
)
def test_what_has_no_end_is_ended(serve: Serve, answer: Answer, words: str) -> None:
    assert words in reason(fetch(serve(answer).url(), CAPS, OPEN))


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (head("Content-Length: 100") + b"half a story", "broke off: 12 of 100 bytes came"),
        (head("Content-Length: 5") + b"half a story", "longer than the 5 bytes that its Content-Length states"),
        (head("Content-Length: 0") + b"a story", "longer than the 0 bytes"),
        (head("Content-Length: -1") + b"a", "no proper Content-Length"),
        (head("Content-Length: 1e2") + b"a", "no proper Content-Length"),
        (head("Content-Length: 1", "Content-Length: 2") + b"ab", "two things for Content-Length"),
        (head("Transfer-Encoding: chunked") + b"64\r\nhalf a story", "broke off"),
        (head("Transfer-Encoding: chunked") + b"4\r\nhalf\r\n", "broke off"),
        (head("Transfer-Encoding: chunked") + b"zz\r\nhalf\r\n", "broke off"),
        (head("Transfer-Encoding: gzip, chunked") + b"0\r\n\r\n", "transfer encoding"),
        (head("Location: /a", "Location: /b", status="302 Found"), "two things for Location"),
        (head(status="302 Found"), "redirects to nowhere"),
        (b"", "no proper HTTP"),
        (b"<p>no head at all</p>", "no proper HTTP"),
        (b"HTTP/9.9 200 OK\r\n\r\n", "no proper HTTP"),
        (b"HTTP/1.1 abc OK\r\n\r\n", "no proper HTTP"),
    ],
)
def test_an_answer_that_lies_or_breaks_off_is_no_page(serve: Serve, answer: bytes, words: str) -> None:
    assert words in reason(fetch(serve(answer).url(), CAPS, OPEN))


ZEROS = b"\0" * 150_000


@pytest.mark.parametrize(
    ("coding", "body", "words"),
    [
        ("gzip", gzip.compress(b"\0" * 20_000_000), "times its size"),
        ("deflate", zlib.compress(b"\0" * 20_000_000), "times its size"),
        ("br", brotli.compress(b"\0" * 20_000_000, quality=1), "decompressed"),
        ("gzip", gzip.compress(ZEROS), "times its size"),
        ("gzip", gzip.compress(bytes(range(256)) * 2_000), "decompress"),
        ("gzip, gzip", gzip.compress(gzip.compress(ZEROS)), "a way that is not read"),
        ("zstd", b"(\xb5/\xfd", "a way that is not read"),
        ("gzip", gzip.compress(STORY)[:-12], "cut off"),
        ("br", brotli.compress(STORY)[:-3], "cut off"),
        ("gzip", STORY, "broken"),
    ],
    ids="gzip deflate brotli small large nested unknown cut-gzip cut-brotli plain".split(),
)
def test_a_bomb_is_not_unpacked_and_half_a_page_is_none(serve: Serve, coding: str, body: bytes, words: str) -> None:
    server = serve(html(body, f"Content-Encoding: {coding}"))
    tracemalloc.start()
    found = fetch(server.url(), CAPS, OPEN)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert words in reason(found)
    assert peak < 3_000_000
