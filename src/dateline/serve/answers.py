"""How an answer goes out: as JSON, packed where it is long, and not at all where the asker has it already.

An answer is a function of what the database stands at, of the program and of the address, so that its tag (ETag) is
made of these alone, before anything is looked up.
"""

import gzip
from collections.abc import Callable, Coroutine
from hashlib import sha256
from typing import Any, Final

import msgspec
from fastapi import HTTPException, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from dateline.knowledge.versions import current

WORTH_PACKING: Final = 1_000
"""Bytes from which an answer is packed."""
_LEVEL: Final = 3
"""Of gzip: twice as fast as its usual level, for a tenth more bytes."""
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Json(Response):
    """Plain values, or bytes that are JSON already."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """The values as JSON in UTF-8."""
        return content if isinstance(content, bytes) else msgspec.json.encode(content)


class GeoJson(Json):
    """Features on a map (RFC 7946)."""

    media_type = "application/geo+json"


class Read(APIRoute):
    """A route that only reads: it refuses parameters that it does not know, tags its answers, and packs them."""

    def get_route_handler(self) -> Handler:
        """The handler of the endpoint, with all this around it."""
        answer, known = super().get_route_handler(), _known(self.dependant)

        async def handle(request: Request) -> Response:
            _refuse_unknown(request, known)
            tag = _tag(await run_in_threadpool(request.app.state.book.store.state), request)
            if tag in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers=_headers(tag))
            response = await answer(request)
            response.headers.update(_headers(tag))
            return await _packed(response, request)

        return handle


def wrong_status(request: Request) -> int:
    """What a wrong question is answered with: OGC API Features demands 400 where others expect 422."""
    return 400 if request.url.path.startswith("/api/collections") else 422


def _known(dependant: Dependant) -> frozenset[str]:
    """The parameters behind the question mark that an endpoint and what it depends on take."""
    below = (_known(one) for one in dependant.dependencies)
    return frozenset(one.alias for one in dependant.query_params).union(*below)


def _refuse_unknown(request: Request, known: frozenset[str]) -> None:
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        takes = f"it takes {', '.join(sorted(known))}" if known else "it takes none"
        raise HTTPException(wrong_status(request), f"{unknown[0]}: this address takes no such parameter; {takes}")


def _tag(state: str, request: Request) -> str:
    """Weak, since the same answer may be packed or not."""
    versions = current()
    parts = (state, versions.dateline, versions.codebook, request.url.path, *sorted(map("=".join, _pairs(request))))
    return f'W/"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


def _pairs(request: Request) -> list[tuple[str, str]]:
    return [*request.query_params.multi_items(), ("host", str(request.base_url))]


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag}


async def _packed(response: Response, request: Request) -> Response:
    body = response.body
    if len(body) < WORTH_PACKING or "gzip" not in request.headers.get("accept-encoding", ""):
        return response
    response.body = await run_in_threadpool(gzip.compress, bytes(body), _LEVEL)
    response.headers.update({"Content-Encoding": "gzip", "Content-Length": str(len(response.body))})
    return response
