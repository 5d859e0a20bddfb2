"""Servers that fall silent, drip or are not there take no more of the one outbound client's time than its cap."""

import socket
import threading
from contextlib import suppress
from dataclasses import replace
from time import sleep

import pytest

from dateline.ingest.fetch import fetch
from fetch_made import CAPS, OPEN, STORY, Serve, data, head, html, moved, reason

pytestmark = pytest.mark.usefixtures("nothing_else_is_contacted")


SHORT, LONG = replace(CAPS, seconds=0.15), replace(CAPS, seconds=600)
PATIENCE = 60  # seconds that a silent server stays for a client that should long have left


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
