"""The server's application: the parts of the API, in a table, and the web after them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import JSONResponse

from dateline.casebook import Casebook
from dateline.knowledge.versions import current
from dateline.model.errors import RefusedError
from dateline.serve import about, audit, control, incidents, ledgers, review, session, users, web
from dateline.serve.context import needs
from dateline.serve.kept import Kept
from dateline.serve.ledger_inputs import LedgerInputs
from dateline.serve.rates import Limiter
from dateline.serve.refusals import explain
from dateline.serve.security import protect
from dateline.serve.settings import Settings

ROUTERS: Final[tuple[APIRouter, ...]] = (
    about.router,
    audit.router,
    incidents.router,
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
        with Casebook.open(settings.db, create=False) as book, LedgerInputs(book) as inputs:
            app.state.book, app.state.known, app.state.ledger_inputs = book, Kept(book), inputs
            yield

    app = FastAPI(title="Dateline", version=current().dateline, lifespan=opened, docs_url=None, redoc_url=None)
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
