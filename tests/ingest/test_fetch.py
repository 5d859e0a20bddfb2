"""The one outbound client, asked for pages by a server on the loopback address and nowhere else."""

import ast
import gzip
import zlib
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import brotli
import pytest

import dateline
from dateline.ingest.fetch import fetch
from dateline.model.text import Known, Page
from fetch_made import CAPS, OPEN, STORY, Serve, data, head, html, moved, reason

pytestmark = pytest.mark.usefixtures("nothing_else_is_contacted")


def test_a_page_keeps_its_bytes_the_name_it_was_given_and_where_it_was_found(serve: Serve) -> None:
    server = serve({"/old": moved("/new?a=b"), "/new?a=b": html()})
    found = fetch(server.url("/old"), CAPS, OPEN)
    assert found == Page(
        name=server.url("/old"), data=STORY, known=Known(url=server.url("/new?a=b")), came="url"
    )  # fmt: skip


def test_the_program_says_its_name_and_nothing_of_the_user(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    server = serve({"/a": moved("/b") + b"Set-Cookie: a=b\r\n", "/b": html(STORY, "Set-Cookie: a=b")})
    assert data(fetch(server.url("/a"), CAPS, OPEN)) == STORY
    for question in server.asked:
        lines = question.lower().split("\r\n")
        assert f"user-agent: dateline/{version('dateline')}" in lines
        assert f"host: site.example:{server.port}" in lines
        assert {line.partition(":")[0] for line in lines[1:] if line} == {
            "host", "user-agent", "accept", "accept-language", "accept-encoding", "connection",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("coding", "compressed"),
    [
        ("gzip", gzip.compress(STORY)),
        ("x-gzip", gzip.compress(STORY)),
        ("deflate", zlib.compress(STORY)),
        ("deflate", zlib.compress(STORY, wbits=-15)),
        ("BR", brotli.compress(STORY)),
        ("identity", STORY),
    ],
    ids="gzip x-gzip zlib deflate brotli plain".split(),
)
def test_compressed_pages_are_unpacked(serve: Serve, coding: str, compressed: bytes) -> None:
    server = serve(html(compressed, f"Content-Encoding: {coding}"))
    assert data(fetch(server.url(), CAPS, OPEN)) == STORY


@pytest.mark.parametrize(
    "answer",
    [
        head("Transfer-Encoding: chunked") + b"5\r\n<p>On\r\n0\r\n\r\n",
        head("Content-Type: text/html; charset=utf-8", "Content-Length: 5") + b"<p>On",
        head("Content-Type: text/html") + b"<p>On",
        b"HTTP/1.1 100 Continue\r\n\r\n" + html(b"<p>On"),
        b"HTTP/1.0 200 OK\r\n\r\n<p>On",
    ],
)
def test_a_body_is_read_however_it_is_framed(serve: Serve, answer: bytes) -> None:
    assert data(fetch(serve(answer).url(), CAPS, OPEN)) == b"<p>On"


@pytest.mark.parametrize(
    "kind",
    """text/plain text/html application/xhtml+xml text/xml application/rss+xml application/ld+json application/json
    application/pdf application/zip application/gzip application/warc multipart/related TEXT/HTML;charset=x""".split(),
)
def test_what_some_reader_takes_is_fetched(serve: Serve, kind: str) -> None:
    server = serve(head(f"Content-Type: {kind}") + b"a")
    assert data(fetch(server.url(), CAPS, OPEN)) == b"a"


@pytest.mark.parametrize("kind", ["image/png", "image/svg+xml", "video/mp4", "application/javascript", "x"])
def test_what_no_reader_takes_is_refused_before_its_body_is_read(serve: Serve, kind: str) -> None:
    server = serve(head(f"Content-Type: {kind}", "Content-Length: 100"))
    assert "of a kind that is not read" in reason(fetch(server.url(), CAPS, OPEN))


@pytest.mark.parametrize("said", ["Content-Type: application/octet-stream", "X-Nothing: 1"])
@pytest.mark.parametrize(("body", "taken"), [(b"WARC/1.0\r\n\0", True), (b"words", True), (b"\x7fELF\0\0", False)])
def test_a_kind_that_is_not_stated_is_told_by_content(serve: Serve, said: str, body: bytes, taken: bool) -> None:
    found = fetch(serve(head(said) + body).url(), CAPS, OPEN)
    assert isinstance(found, Page) is taken


@pytest.mark.parametrize(
    ("kind", "body", "read"),
    [
        ("text/html; charset=windows-1251", "Сообщили".encode("cp1251"), "Сообщили".encode()),
        ("text/html; charset=utf-8", "Сообщили".encode(), "Сообщили".encode()),
        ("application/pdf; charset=windows-1251", b"%PDF-1.7 \xc0", b"%PDF-1.7 \xc0"),
    ],
)
def test_the_charset_that_only_the_head_states_is_not_lost(serve: Serve, kind: str, body: bytes, read: bytes) -> None:
    assert data(fetch(serve(head(f"Content-Type: {kind}") + body).url(), CAPS, OPEN)) == read


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("404 \x1b[31mOops", "the server answers 404 Not Found"),
        ("500 Internal Server Error", "500 Internal"),
        ("206 Partial Content", "206"),
        ("204 No Content", "204"),
        ("304 Not Modified", "304"),
        ("799 Own", "answers 799"),
    ],
)
def test_an_answer_that_is_no_page_is_told_in_the_standards_words(serve: Serve, status: str, words: str) -> None:
    assert words in reason(fetch(serve(head("Content-Type: text/html", status=status) + b"x").url(), CAPS, OPEN))


def test_a_chain_within_the_cap_is_followed_and_one_beyond_is_not(serve: Serve) -> None:
    server = serve({f"/{n}": moved(f"/{n + 1}") for n in range(6)} | {"/6": html()})
    assert data(fetch(server.url("/1"), CAPS, OPEN)) == STORY
    assert "redirects more than 5 times" in reason(fetch(server.url("/0"), CAPS, OPEN))
    assert len(server.asked) == 6 + 6
    assert "more than 0 times" in reason(fetch(server.url("/0"), replace(CAPS, redirects=0), OPEN))


def test_a_circle_is_seen(serve: Serve) -> None:
    server = serve({"/a": moved("/b"), "/b": moved("/a")})
    assert "in a circle" in reason(fetch(server.url("/a"), CAPS, OPEN))
    assert len(server.asked) == 2


CLIENTS = {"socket", "ssl", "http", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "asyncio"}


def ways_out(path: Path) -> set[str]:
    """What a module imports that can connect to something."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in found if name.split(".")[0] in CLIENTS or "urllib.request" in name or "fetch_url" in name}


def test_nothing_else_in_the_program_connects_to_anything() -> None:
    package = Path(dateline.__path__[0])
    listening = {"security", "serving"}  # what the server is called, and whether its port is free
    assert {path.stem for path in package.rglob("*.py") if ways_out(path)} == {"addresses", "exchange"} | listening
