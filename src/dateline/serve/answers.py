"""How an answer goes out: as JSON, packed where it is long, and not at all where the asker has it already.

An answer is a function of what the database stands at, of the program and of the address, so that its tag (ETag) is
made of these alone, before anything is looked up.
"""

import gzip
from collections.abc import Callable, Coroutine
from hashlib import sha256
from typing import Any, Final

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from dateline.knowledge.versions import current
from dateline.serve.context import Stands

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
    """A route that only reads: its answers are tagged, and packed where they are long."""

    def get_route_handler(self) -> Handler:
        """The handler of the endpoint, with all this around it."""
        answer = super().get_route_handler()

        async def handle(request: Request) -> Response:
            response = await answer(request)
            response.headers["ETag"] = request.state.tag
            return await _packed(response, request)

        return handle


async def _checked(request: Request, stands: Stands) -> None:
    """Refuses parameters that the address does not know, and answers who has the answer already.

    It needs to know who asks, as the answers do: who may not ask learns nothing, not even that nothing changed.
    """
    _refuse_unknown(request, _known(request.scope["route"].dependant))
    tag = request.state.tag = _tag(stands, request)
    if tag in request.headers.get("if-none-match", ""):
        raise HTTPException(304, headers={"ETag": tag})


def reading(subject: str, prefix: str = "") -> APIRouter:
    """A router for addresses that only read, all of which begin with `prefix`."""
    return APIRouter(prefix=prefix, tags=[subject], route_class=Read, dependencies=[Depends(_checked)])


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


async def _packed(response: Response, request: Request) -> Response:
    body = response.body
    if len(body) < WORTH_PACKING or "gzip" not in request.headers.get("accept-encoding", ""):
        return response
    response.body = await run_in_threadpool(gzip.compress, bytes(body), _LEVEL)
    response.headers.update({"Content-Encoding": "gzip", "Content-Length": str(len(response.body))})
    return response
