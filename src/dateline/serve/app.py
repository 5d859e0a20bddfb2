"""The server's application: the parts of the API, in a table, and the web after them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import JSONResponse

from dateline.casebook import Casebook
from dateline.knowledge.versions import current
from dateline.model.errors import RefusedError
from dateline.serve import (
    about,
    actors,
    audit,
    control,
    events,
    features,
    incidents,
    ledgers,
    places,
    reports,
    review,
    session,
    users,
    web,
)
from dateline.serve.context import needs
from dateline.serve.described import Described
from dateline.serve.kept import Kept
from dateline.serve.ledger_inputs import read_early
from dateline.serve.rates import Limiter
from dateline.serve.refusals import REFUSALS, explain
from dateline.serve.security import protect
from dateline.serve.settings import Settings

ROUTERS: Final[tuple[APIRouter, ...]] = (
    about.router,
    audit.router,
    incidents.router,
    reports.router,
    events.router,
    actors.router,
    places.router,
    features.router,
    control.router,
    ledgers.router,
    review.router,
    users.router,
)
"""The parts of the API; each file of this face that answers requests has a `router`. Who asks must be known to all."""


def create_app(settings: Settings) -> FastAPI:
    """The application on the database that the settings name; raises StoreError when it starts and cannot be opened."""

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        with Casebook.open(settings.db, create=False) as book:
            app.state.book, app.state.known = book, Kept(book)
            with read_early(book, app.state.known):
                yield

    app = Described(
        title="Dateline",
        version=current().dateline,
        description="What news reports of armed conflict say: who did what to whom, and who says so.",
        lifespan=opened,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        responses=REFUSALS,
    )
    app.state.settings, app.state.limiter = settings, Limiter(settings.rates)
    explain(app)
    app.include_router(session.router, prefix="/api")
    for router in ROUTERS:
        app.include_router(router, prefix="/api", dependencies=[needs("viewer")])
    web.mount(app)
    protect(app, settings)
    app.add_exception_handler(RefusedError, _refused)
    return app


async def _refused(request: Request, error: Exception) -> JSONResponse:
    """What cannot be done as things stand, and what can be."""
    return JSONResponse({"detail": str(error)}, 409)
