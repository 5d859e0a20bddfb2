"""A server on the loopback address for tests of the one outbound client, and what it answers."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

import pytest

from dateline.ingest.addresses import Guard
from dateline.ingest.caps import Caps
from dateline.ingest.pages import Unreadable
from dateline.model.text import Page

HERE = "127.0.0.1"
CAPS = Caps(seconds=20, page_bytes=200_000, ratio_from=10_000)
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


@pytest.fixture
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
