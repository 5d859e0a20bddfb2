"""One question and its answer over HTTP, on one connection to an address that was checked.

The connection goes to the numeric address; the host's name is only said (`Host`, SNI) and its certificate verified.
Every wait is ended by one deadline for the whole exchange, so that a server that drips gets no more time than one that
is silent.
"""

import io
import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse, IncompleteRead
from time import monotonic
from typing import Final, cast

from dateline.ingest.bounded import megabytes
from dateline.ingest.refusal import Refused
from dateline.ingest.urls import Target

HEAD_BYTES: Final = 32_768
ADDRESSES_TRIED: Final = 4
_PIECE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment, on the monotonic clock, at which an exchange is ended, whatever it is doing."""

    at: float

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """The deadline that many seconds from now."""
        return cls(monotonic() + seconds)

    def left(self) -> float:
        """The seconds left, more than none. Raises TimeoutError where there are none."""
        seconds = self.at - monotonic()
        if seconds <= 0:
            raise TimeoutError
        return seconds


class _Wire(io.RawIOBase):
    """What comes over a connection: in time, and no more of it than allowed."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self._connection = connection
        self._deadline = deadline
        self._left = HEAD_BYTES
        self._waits = True
        self._what = f"its head is larger than {HEAD_BYTES:,} bytes"

    def allow_body(self, most: int) -> None:
        """The head is read; from now on `most` bytes of body may come, and as many of framing."""
        self._left, self._what = 2 * most + HEAD_BYTES, _too_large(most)

    def wait_no_more(self) -> None:
        """From now on only what is there already is read."""
        self._waits = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int]") -> int | None:  # type: ignore[override]
        if self._left <= 0:
            raise Refused(self._what, "too_large")
        if not self._waits:
            return self._there_already(buffer)
        self._connection.settimeout(self._deadline.left())
        count = self._connection.recv_into(buffer)
        self._left -= count
        return count

    def _there_already(self, buffer: "memoryview[int]") -> int | None:
        self._connection.settimeout(0)
        try:
            return self._connection.recv_into(buffer)
        except OSError:  # nothing is there (BlockingIOError, SSLWantReadError), or the other end is gone
            return None


class _Source:
    """What `HTTPResponse` wants of a socket: a file to read from."""

    def __init__(self, stream: "io.BufferedReader[_Wire]") -> None:
        self._stream = stream

    def makefile(self, mode: str) -> "io.BufferedReader[_Wire]":
        """The buffered bytes of the wire."""
        return self._stream


class Answer:
    """The head of an answer, and its body as long as the exchange is open."""

    def __init__(self, wire: _Wire) -> None:
        self._wire, self._stream = wire, io.BufferedReader(wire)
        self._response = HTTPResponse(cast(socket.socket, _Source(self._stream)), method="GET")
        self._response.begin()

    @property
    def status(self) -> int:
        """The number of its status."""
        return self._response.status

    def header(self, name: str) -> str | None:
        """What a header says first, read as UTF-8 if it is; None where it is missing."""
        return next(iter(self._said(name)), None)

    def only(self, name: str) -> str | None:
        """What a header says. Raises Refused where it says two things, so that no two readers differ about it."""
        said = self._said(name)
        if len(said) > 1:
            raise Refused(f"its answer says two things for {name}")
        return said[0] if said else None

    def _said(self, name: str) -> list[str]:
        values = (str(value).strip() for value in self._response.headers.get_all(name, ()))
        return [text.encode("latin-1", "replace").decode("utf-8", "replace") for text in dict.fromkeys(values)]

    def body(self, most: int) -> bytes:
        """The body as it was sent. Raises Refused where it is larger than `most`, or not as long as the head says."""
        stated = self._stated(most)
        self._wire.allow_body(most)
        pieces, size = list[bytes](), 0
        while piece := self._response.read1(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise Refused(_too_large(most), "too_large")
        if stated is not None and size < stated:
            raise Refused(f"its body broke off: {size:,} of {stated:,} bytes came")
        if stated is not None and self._goes_on():
            raise Refused(f"its body is longer than the {stated:,} bytes that its Content-Length states")
        return b"".join(pieces)

    def _goes_on(self) -> bool:
        """Whether more has come than was read. Waits for nothing, so that what comes late is not seen."""
        self._wire.wait_no_more()
        return bool(self._stream.peek(1))

    def _stated(self, most: int) -> int | None:
        """The body's length as the head states it; None where it comes in chunks or ends with the connection."""
        framing = self.only("Transfer-Encoding")
        if framing is not None and framing.lower() != "chunked":
            raise Refused("it comes in a transfer encoding that is not read")
        text = self.only("Content-Length")
        if text is None or framing is not None:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 19):
            raise Refused("it states no proper Content-Length")
        if int(text) > most:
            raise Refused(_too_large(most), "too_large")
        return int(text)


def _too_large(most: int) -> str:
    return f"its body is larger than {megabytes(most)} (cap page_bytes)"


@contextmanager
def asked(
    there: Target,
    addresses: Sequence[str],
    headers: Sequence[tuple[str, str]],
    trust: Callable[[], ssl.SSLContext],
    deadline: Deadline,
) -> Iterator[Answer]:
    """The answer of `there`, asked at the first of `addresses` that can be reached. Raises Refused."""
    with _plainly():
        connection = _connected(addresses, there.port, deadline)
        try:
            if there.scheme == "https":
                connection.settimeout(deadline.left())
                connection = trust().wrap_socket(connection, server_hostname=there.host)
            connection.settimeout(deadline.left())
            connection.sendall(_question(there, headers))
            yield Answer(_Wire(connection, deadline))
        finally:
            connection.close()


def _connected(addresses: Sequence[str], port: int, deadline: Deadline) -> socket.socket:
    """A connection to the first address that takes one; the time left is shared among those that are left."""
    tried = addresses[:ADDRESSES_TRIED]
    for number, address in enumerate(tried):
        try:
            return socket.create_connection((address, port), timeout=deadline.left() / (len(tried) - number))
        except OSError:
            if number == len(tried) - 1:
                raise
    raise Refused("has no address")


def _question(there: Target, headers: Sequence[tuple[str, str]]) -> bytes:
    lines = [f"GET {there.path} HTTP/1.1", f"Host: {there.authority}"]
    lines += [f"{name}: {value}" for name, value in headers]
    return "\r\n".join((*lines, "Connection: close", "", "")).encode("ascii")


@contextmanager
def _plainly() -> Iterator[None]:
    """What goes wrong on the way, as one line."""
    try:
        yield
    except TimeoutError:
        raise  # the caller knows how long it was
    except ssl.SSLCertVerificationError as error:
        raise Refused(f"its certificate is not trusted: {error.verify_message}") from error
    except ssl.SSLError as error:
        raise Refused("no secure connection could be made") from error
    except IncompleteRead as error:
        raise Refused("its body broke off before its end") from error
    except HTTPException as error:
        raise Refused("its answer is no proper HTTP") from error
    except OSError as error:
        raise Refused(f"cannot be reached: {error.strerror or 'the connection broke'}") from error


def status_words(status: int) -> str:
    """A status as a reader knows it: the standard's words, never the server's."""
    known = {entry.value: entry.phrase for entry in HTTPStatus}
    return f"{status} {known[status]}" if status in known else str(status)
