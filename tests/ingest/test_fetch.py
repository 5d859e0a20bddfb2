"""The one outbound client, asked for pages by a server on the loopback address and nowhere else."""

import ast
import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from importlib.metadata import version
from itertools import repeat
from pathlib import Path
from time import sleep

import brotli
import pytest

import dateline
from dateline.ingest.addresses import Guard, objection
from dateline.ingest.caps import Caps
from dateline.ingest.fetch import fetch
from dateline.ingest.pages import Unreadable
from dateline.model.text import Known, Page

HERE = "127.0.0.1"
CAPS = Caps(seconds=20, page_bytes=200_000, ratio_from=10_000)
SHORT, LONG = replace(CAPS, seconds=0.15), replace(CAPS, seconds=600)
PATIENCE = 60  # seconds that a silent server stays for a client that should long have left
STORY = b"<p>Shelling was heard east of the town on Monday.</p>"
MISSING = b"HTTP/1.1 404 Not Found\r\n\r\n"
Answer = bytes | Callable[[socket.socket], None]


class Server:
    """Answers on a port of its own of the loopback address what it was told to, and remembers what it was asked."""

    def __init__(self, answers: Mapping[str, Answer] | Answer, trust: ssl.SSLContext | None = None) -> None:
        self.answers, self.trust = answers, trust
        self.asked: list[str] = []
        self.connections = 0
        self._ear = socket.create_server((HERE, 0))
        self.port: int = self._ear.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._ear.accept()
                self.connections += 1
                threading.Thread(target=self._serve, args=(caller,), daemon=True).start()

    def _serve(self, caller: socket.socket) -> None:
        with suppress(OSError), caller:
            caller.settimeout(3)
            if self.trust:
                caller = self.trust.wrap_socket(caller, server_side=True)
            question = caller.recv(65_536).decode("latin-1")
            self.asked.append(question)
            answers = self.answers
            answer = answers.get(question.split(" ")[1], MISSING) if isinstance(answers, Mapping) else answers
            caller.sendall(answer) if isinstance(answer, bytes) else answer(caller)
            if self.trust:
                caller.close()

    def url(self, path: str = "/", host: str = "site.example") -> str:
        """An address at this server's port, under a name that only the test's resolver knows."""
        return f"http://{host}:{self.port}{path}"

    def close(self) -> None:
        with suppress(OSError):
            self._ear.shutdown(socket.SHUT_RDWR)
        self._ear.close()


Serve = Callable[..., Server]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers, and ends them with the test."""
    started: list[Server] = []

    def start(answers: Mapping[str, Answer] | Answer, trust: ssl.SSLContext | None = None) -> Server:
        started.append(Server(answers, trust))
        return started[-1]

    yield start
    for server in started:
        server.close()


@pytest.fixture(autouse=True)
def nothing_else_is_contacted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test connects to anything but the loopback address or asks a name server, whatever the client would do."""
    connect, resolve = socket.socket.connect, socket.getaddrinfo

    def only_here(self: socket.socket, address: tuple[str, int]) -> None:
        assert address[0] == HERE
        connect(self, address)

    def only_numbers(host: str, port: int, *args: int, **options: int) -> object:
        return resolve(host, port, *args, **{**options, "flags": socket.AI_NUMERICHOST})

    monkeypatch.setattr(socket.socket, "connect", only_here)
    monkeypatch.setattr(socket, "getaddrinfo", only_numbers)


def to(*addresses: str) -> Callable[[str, int], tuple[str, ...]]:
    return lambda host, port: addresses


OPEN = Guard(resolver=to(HERE), objection=lambda address: None)


def head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join((f"HTTP/1.1 {status}", *lines, "", "")).encode("latin-1")


def html(body: bytes = STORY, *lines: str) -> bytes:
    return head("Content-Type: text/html", f"Content-Length: {len(body)}", *lines) + body


def moved(location: str, status: str = "302 Found") -> bytes:
    return head(f"Location: {location}", "Content-Length: 0", status=status)


def reason(found: Page | Unreadable) -> str:
    assert isinstance(found, Unreadable), found
    assert found.reason
    assert found.reason.isprintable(), "a reason is one line"
    return found.reason


def data(found: Page | Unreadable) -> bytes:
    assert isinstance(found, Page), found
    return found.data


# --- what is fetched


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


# --- private addresses

LOOPBACK_NUMBERS = """
127.0.0.1 127.1 127.0.1 2130706433 017700000001 0x7f000001 0x7f.1 0x7F.0.0.1 0177.0.0.1 0177.1 127.0.0.01
0x7f.0x0.0x0.0x1 127.0x1 0x7f.0.1 0 0.0.0.0 127.255.255.254 127.0.0.2
""".split()
OTHER_NUMBERS = """
10.0.0.1 172.16.0.1 192.168.0.1 169.254.169.254 100.64.0.1 224.0.0.1 255.255.255.255 240.0.0.1 198.18.0.1 168.63.129.16
[::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [64:ff9b::127.0.0.1] [2002:7f00:1::]
[2001:0:7f00:1::] [fe80::1] [fe80::1%25lo] [fc00::1] [fd00:ec2::254] [ff02::1] [fec0::1] [::ffff:0:127.0.0.1]
127.0.0.1. 127.0.0.1.. %31%32%37.0.0.1 １２７.０.０.１ 127。0。0。1 ⑫7.0.0.1 00127.0.0.1 0x7f000001. 4294967297
127.0.0.1%00.example.org
""".split()
PRIVATE_HOSTS = LOOPBACK_NUMBERS + OTHER_NUMBERS
PRIVATE_ADDRESSES = """
127.0.0.1 127.1.2.3 0.0.0.0 10.1.2.3 192.168.1.1 172.20.0.1 169.254.169.254 100.100.100.200 224.0.0.1 240.0.0.1
::1 :: ::ffff:127.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 2001:0:7f00:1:: fe80::1%1 fc00::1 fd12::1 ff02::1
""".split()


@pytest.fixture
def canary(serve: Serve) -> Server:
    return serve(html(b"the canary sang"))


@pytest.mark.parametrize("host", PRIVATE_HOSTS)
def test_no_spelling_of_a_private_address_reaches_the_canary(canary: Server, host: str) -> None:
    assert reason(fetch(f"http://{host}:{canary.port}/", CAPS))
    assert canary.connections == 0


@pytest.mark.parametrize("host", LOOPBACK_NUMBERS)
def test_the_system_would_have_read_these_as_its_own_address(host: str) -> None:
    found = socket.getaddrinfo(host, 80, type=socket.SOCK_STREAM)
    assert str(found[0][4][0]).startswith(("127.", "0.0.0.0"))


@pytest.mark.parametrize("address", PRIVATE_ADDRESSES)
def test_no_name_that_resolves_to_a_private_address_reaches_the_canary(canary: Server, address: str) -> None:
    for found in ((address,), ("93.184.215.14", address), (address, "93.184.215.14")):
        assert "never connected to" in reason(fetch(canary.url(), CAPS, Guard(resolver=to(*found))))
    assert canary.connections == 0


class OnlyTheFirst:
    """Real checks, but the first address is let through, as if the server that redirects were a public one."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, address: str) -> str | None:
        self.asked += 1
        return None if self.asked == 1 else objection(address)


def numbers_or_site(host: str, port: int) -> tuple[str, ...]:
    """The test's own name is here; numbers are themselves; the other names are bent to private addresses."""
    bent = {"site.example": HERE, "inside.example": "10.0.0.7", "metadata.example": "169.254.169.254"}
    return (bent.get(host, host),)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
@pytest.mark.parametrize("host", ["127.0.0.2", "0x7f.1", "[::1]", "inside.example", "metadata.example"])
def test_no_kind_of_redirect_reaches_a_private_address(serve: Serve, canary: Server, status: str, host: str) -> None:
    server = serve(moved(f"http://{host}:{canary.port}/", status))
    guard = Guard(resolver=numbers_or_site, objection=OnlyTheFirst())
    assert reason(fetch(server.url(), CAPS, guard))
    assert (server.connections, canary.connections) == (1, 0)


@pytest.mark.parametrize("host", [host for host in PRIVATE_HOSTS if host != HERE])
def test_no_redirect_to_any_spelling_reaches_the_canary(serve: Serve, canary: Server, host: str) -> None:
    location = f"//{host}:{canary.port}/".encode().decode("latin-1")
    server = serve(moved(location))
    guard = Guard(resolver=numbers_or_site, objection=OnlyTheFirst())
    assert reason(fetch(server.url(), CAPS, guard))
    assert canary.connections == 0


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://site.example/", "gopher://site.example:70/", "data:text/html,a",
     "javascript:alert(1)", "http://me:secret@site.example/", "http://site.example:0/", "http://[::1", "\x1b[2J//"],
)  # fmt: skip
def test_no_redirect_leaves_the_web(serve: Serve, location: str) -> None:
    server = serve({"/": moved(location)})
    assert reason(fetch(server.url(), CAPS, OPEN))
    assert server.connections <= 2


def test_a_redirect_tells_where_it_led(serve: Serve) -> None:
    server = serve(moved("http://inside.example/a\x1b[2J"))
    said = reason(fetch(server.url(), CAPS, Guard(resolver=numbers_or_site, objection=OnlyTheFirst())))
    assert said.startswith("redirected to http://inside.example/a%1B[2J: inside.example has a private address")


def test_with_the_guard_off_the_canary_sings(serve: Serve, canary: Server) -> None:
    """Else the tests above would show nothing."""
    assert data(fetch(canary.url(), CAPS, OPEN)) == b"the canary sang"
    assert data(fetch(f"http://{HERE}:{canary.port}/", CAPS, OPEN)) == b"the canary sang"
    server = serve(moved(f"http://{HERE}:{canary.port}/"))
    assert data(fetch(server.url(), CAPS, OPEN)) == b"the canary sang"
    assert canary.connections == 3


class Rebinding:
    """A name server that says one thing first and another later."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)

    def __call__(self, host: str, port: int) -> tuple[str, ...]:
        return (self.answers.pop(0),)


def test_the_address_that_was_checked_is_the_one_connected_to(canary: Server) -> None:
    resolver = Rebinding(HERE, "10.0.0.1")
    assert data(fetch(canary.url(), CAPS, Guard(resolver=resolver, objection=OnlyTheFirst()))) == b"the canary sang"
    assert resolver.answers == ["10.0.0.1"], "a name is resolved once"


def test_a_name_that_changes_between_redirects_is_checked_anew(serve: Serve, canary: Server) -> None:
    server = serve({"/": moved("/again"), "/again": html()})
    guard = Guard(resolver=Rebinding(HERE, "127.0.0.2"), objection=OnlyTheFirst())
    assert "loopback" in reason(fetch(server.url(), CAPS, guard))
    assert len(server.asked) == 1


# --- redirects without end


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


# --- servers that take their time


class Clock:
    """A clock that only a test moves."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What the client takes for the time."""
    clock = Clock()
    monkeypatch.setattr("dateline.ingest.exchange.monotonic", clock)
    return clock


def silence(caller: socket.socket) -> None:
    """Says nothing until the caller leaves; raises TimeoutError, upon which the server lets go, where none does."""
    caller.settimeout(PATIENCE)
    with suppress(ConnectionError):
        while caller.recv(65_536):
            pass


@pytest.mark.parametrize(
    "first",
    [b"", b"HTTP/1.1 200 OK\r\nX-", head("Content-Length: 10000") + b"a"],
    ids="status header body".split(),
)
def test_a_server_that_falls_silent_is_not_waited_for(serve: Serve, first: bytes) -> None:
    def answer(caller: socket.socket) -> None:
        caller.sendall(first)
        silence(caller)

    assert reason(fetch(serve(answer).url(), SHORT, OPEN)) == "took longer than 0.15 s (cap seconds)"


@pytest.mark.parametrize(
    ("first", "piece"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a"),
        (b"HTTP/1.1 ", b"100 Continue\r\n\r\nHTTP/1.1 "),
        (head("Content-Length: 10000"), b"a"),
        (head(), b"a"),
        (head("Transfer-Encoding: chunked"), b"1\r\na\r\n"),
        (head("Transfer-Encoding: chunked"), b"0"),
        (head("Transfer-Encoding: chunked") + b"0\r\n", b"X-Trailer: a\r\n"),
    ],
    ids="status header continue length close chunked chunk-size trailer".split(),
)
def test_a_server_that_drips_gets_no_more_time_than_a_silent_one(
    serve: Serve, clock: Clock, first: bytes, piece: bytes
) -> None:
    left = threading.Event()

    def answer(caller: socket.socket) -> None:
        with suppress(ConnectionError):
            caller.sendall(first)
            for _ in range(40):
                clock.now += LONG.seconds / 30
                caller.sendall(piece)
        silence(caller)
        left.set()

    assert reason(fetch(serve(answer).url(), LONG, OPEN)) == "took longer than 600 s (cap seconds)"
    assert left.wait(PATIENCE), "the client leaves before the server does"


def test_a_server_that_is_slow_but_in_time_is_heard_out(serve: Serve, clock: Clock) -> None:
    page = html()

    def answer(caller: socket.socket) -> None:
        sleep(0.05)
        for place in range(len(page)):
            clock.now += 0.9 * LONG.seconds / len(page)
            caller.sendall(page[place : place + 1])

    assert data(fetch(serve(answer).url(), LONG, OPEN)) == STORY


def test_the_time_is_one_for_all_redirects(serve: Serve, clock: Clock) -> None:
    def late(caller: socket.socket) -> None:
        clock.now += 0.4 * LONG.seconds
        caller.sendall(moved(f"/{clock.now}"))

    server = serve(late)
    assert "took longer" in reason(fetch(server.url(), LONG, OPEN))
    assert len(server.asked) == 3


def test_a_secure_connection_that_never_comes_about_is_not_waited_for(serve: Serve) -> None:
    url = serve(silence).url().replace("http:", "https:")
    assert "took longer" in reason(fetch(url, SHORT, OPEN))


def test_a_port_where_nobody_listens_is_said_in_one_line(serve: Serve) -> None:
    server = serve(html())
    server.close()
    assert "cannot be reached" in reason(fetch(server.url(), CAPS, OPEN))


def test_where_one_address_does_not_answer_the_next_is_asked(canary: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    connect = socket.create_connection

    def first_is_down(address: tuple[str, int], timeout: float) -> socket.socket:
        tried.append(address[0])
        if len(tried) == 1:
            raise ConnectionRefusedError
        return connect((HERE, address[1]), timeout)

    monkeypatch.setattr(socket, "create_connection", first_is_down)
    guard = Guard(resolver=to("9.9.9.9", "1.1.1.1"))
    assert data(fetch(canary.url(), CAPS, guard)) == b"the canary sang"
    assert tried == ["9.9.9.9", "1.1.1.1"]


# --- bodies that are not what they say


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


# --- secure connections


def test_the_name_goes_to_the_server_and_the_connection_to_the_checked_address(serve: Serve) -> None:
    heard: list[bytes] = []
    ear = socket.create_server((HERE, 0))

    def listen() -> None:
        caller, _ = ear.accept()
        with caller:
            heard.append(caller.recv(65_536))

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    said = reason(fetch(f"https://news.example:{ear.getsockname()[1]}/", CAPS, OPEN))
    listener.join(2)
    ear.close()
    assert "secure connection" in said or "cannot be reached" in said
    assert b"news.example" in heard[0], "the handshake names the host (SNI)"


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A key and a certificate for `name` that it has signed itself."""
    key, signed = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}", "-keyout", str(key), "-out", str(signed)],
        check=True, capture_output=True, timeout=20,
    )  # fmt: skip
    return key, signed


@pytest.fixture
def secure(serve: Serve, tmp_path: Path) -> tuple[Server, Guard]:
    """A server for https://site.example, and a guard that trusts its certificate."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl, which makes the certificates of this test, is not installed")
    key, signed = certificate(tmp_path, "site.example")
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(signed, key)
    server = serve({"/": html(), "/down": moved("http://site.example/")}, trust)
    return server, replace(OPEN, trust=lambda: ssl.create_default_context(cafile=str(signed)))


def test_a_page_behind_a_trusted_certificate_is_read(secure: tuple[Server, Guard]) -> None:
    server, guard = secure
    found = fetch(f"https://site.example:{server.port}/", CAPS, guard)
    assert data(found) == STORY


def test_a_certificate_for_another_name_is_not_trusted(secure: tuple[Server, Guard]) -> None:
    server, guard = secure
    assert "not trusted: Hostname mismatch" in reason(fetch(f"https://other.example:{server.port}/", CAPS, guard))
    assert server.asked == []


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(secure: tuple[Server, Guard]) -> None:
    server, _ = secure
    assert "certificate is not trusted" in reason(fetch(f"https://site.example:{server.port}/", CAPS, OPEN))
    assert server.asked == []


def test_a_redirect_from_https_to_http_is_refused(secure: tuple[Server, Guard]) -> None:
    server, guard = secure
    assert "from https to http" in reason(fetch(f"https://site.example:{server.port}/down", CAPS, guard))


# --- what is asked for


@pytest.mark.parametrize(
    "url",
    ["ftp://site.example/", "file:///etc/passwd", "https://me:secret@site.example/", "http://", "not an address"],
)
def test_what_is_no_address_of_the_web_is_never_resolved(url: str) -> None:
    def never(host: str, port: int) -> tuple[str, ...]:
        raise AssertionError(host)

    assert reason(fetch(url, CAPS, replace(OPEN, resolver=never)))


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
