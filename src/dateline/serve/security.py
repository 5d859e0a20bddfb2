"""What stands before every request: who may call this server from where, and how much it may send.

A request must name a host that the server was started for, so that no other site's name can be pointed at it (DNS
rebinding). What changes something must come from our own pages: with a header that no form of another site can send,
and from our origin; programs that show a token are exempt, since no browser sends one by itself.
"""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.serve.headers import ANSWERS, PAGES
from dateline.serve.settings import Settings, address_of, is_loopback

LONGEST_BODY: Final = 1_000_000
"""Bytes that a request may send."""
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    line: str


# ---- what is asked of a request -----------------------------------------------------------------
def of_a_known_host(request: Request, settings: Settings) -> Refusal | None:
    """The host must be one that the server was started for; an address of its own is no name that can be pointed."""
    host = _hostname(request.headers.get("host", ""))
    if host in _hosts(settings) or (not is_loopback(settings.host) and host and address_of(host)):
        return None
    return Refusal(status=400, line="this server is not called so; start it with `--name` and the name it has here")


def of_our_own_site(request: Request, settings: Settings) -> Refusal | None:
    """Scripts and pictures of other sites may ask nothing of the API; a link to it that is followed may."""
    site, mode = request.headers.get("sec-fetch-site"), request.headers.get("sec-fetch-mode")
    if site not in ("cross-site", "same-site") or mode == "navigate" or not is_api(request.url.path):
        return None
    return Refusal(status=403, line="another site asked this; open the page of this server instead")


def sent_on_purpose(request: Request, settings: Settings) -> Refusal | None:
    """A change has a header that no form can send."""
    if not _changes_by_browser(request) or request.headers.get("x-dateline") == "1":
        return None
    return Refusal(status=403, line="a change needs the header `X-Dateline: 1`; send it along")


def from_our_origin(request: Request, settings: Settings) -> Refusal | None:
    """A change comes from a page of this server; programs that are no browsers do not say."""
    origin = request.headers.get("origin")
    if not _changes_by_browser(request) or origin is None or _same(origin, request.headers.get("host", "")):
        return None
    return Refusal(
        status=403, line=f"a page of {origin[:100]} asked for this change; open the page of this server instead"
    )


def not_too_long(request: Request, settings: Settings) -> Refusal | None:
    """What is said to be sent is not too much."""
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length) <= LONGEST_BODY:
        return None
    return TOO_LONG


TOO_LONG: Final = Refusal(status=413, line=f"too long: send at most {LONGEST_BODY:,} bytes")
CHECKS: Final[tuple[Callable[[Request, Settings], Refusal | None], ...]] = (
    of_a_known_host,
    of_our_own_site,
    sent_on_purpose,
    from_our_origin,
    not_too_long,
)
"""In their order; the first that refuses answers."""


def is_api(path: str) -> bool:
    """Whether an address is the API's."""
    return path == "/api" or path.startswith("/api/")


def bearer(request: Request) -> str | None:
    """The token that a program shows; a browser may send other credentials in that header by itself."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _changes_by_browser(request: Request) -> bool:
    """Whether a browser may send this by itself with what it knows of whoever sits before it."""
    return request.method not in SAFE and bearer(request) is None


def _same(origin: str, host: str) -> bool:
    scheme, _, rest = origin.partition("://")
    return scheme in ("http", "https") and rest.lower() == host.lower() != ""


def _hostname(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None


@cache
def _hosts(settings: Settings) -> frozenset[str]:
    """The names that it has: those it was told, and where it is seen by other machines its own."""
    own = ("localhost", "127.0.0.1", "::1") if is_loopback(settings.host) else (socket.gethostname(), socket.getfqdn())
    return frozenset(name.casefold() for name in (settings.host, *settings.names, *own, "localhost"))


# ---- the middleware -----------------------------------------------------------------------------
class Guard:
    """Refuses what is not asked as it must be, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Before `app`."""
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI calls it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request, headers = Request(scope), ANSWERS if is_api(scope["path"]) else PAGES
        refusal = next((found for check in CHECKS if (found := check(request, self._settings))), None)
        whole = receive if refusal or request.method in SAFE else await _whole(receive)
        if refusal or whole is None:
            await _answer(refusal or TOO_LONG)(scope, receive, _with(headers, send))
        else:
            await self._app(scope, whole, _with(headers, send))


def protect(app: FastAPI, settings: Settings) -> None:
    """Put the guard before an application, and its headers on what is answered where the application fails."""
    app.add_middleware(Guard, settings=settings)
    app.add_exception_handler(500, _failed)


async def _failed(request: Request, error: Exception) -> JSONResponse:
    line = "the server failed at this; its own terminal says where: please report it"
    return JSONResponse({"detail": line}, 500, ANSWERS)


def _answer(refusal: Refusal) -> JSONResponse:
    return JSONResponse({"detail": refusal.line}, refusal.status)


def _with(headers: dict[str, str], send: Send) -> Send:
    """Adds headers to an answer that does not have them."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = MutableHeaders(scope=message)
            for name, value in headers.items():
                own.setdefault(name, value)
        await send(message)

    return sent


async def _whole(receive: Receive) -> Receive | None:
    """A body that was read to its end, to be read again; None where it is too long, whatever was said."""
    messages, size = [await receive()], 0
    while (size := size + len(messages[-1].get("body", b""))) <= LONGEST_BODY and messages[-1].get("more_body"):
        messages.append(await receive())
    rest = iter(messages)

    async def again() -> Message:
        message = next(rest, None)
        return await receive() if message is None else message

    return again if size <= LONGEST_BODY else None
