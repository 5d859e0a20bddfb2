"""The server's application: the parts of the API, in a table, and the web after them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from fastapi import APIRouter, FastAPI

from dateline.casebook import Casebook
from dateline.knowledge.versions import current
from dateline.serve import about, incidents, web
from dateline.serve.kept import Kept
from dateline.serve.refusals import explain
from dateline.serve.settings import Settings

ROUTERS: Final[tuple[APIRouter, ...]] = (about.router, incidents.router)
"""The parts of the API; each file of this face that answers requests has a `router`."""


def create_app(settings: Settings) -> FastAPI:
    """The application on the database that the settings name; raises StoreError when it starts and cannot be opened."""

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        with Casebook.open(settings.db, create=False) as book:
            app.state.book, app.state.known = book, Kept(book)
            yield

    app = FastAPI(title="Dateline", version=current().dateline, lifespan=opened, docs_url=None, redoc_url=None)
    app.state.settings = settings
    explain(app)
    for router in ROUTERS:
        app.include_router(router, prefix="/api")
    web.mount(app)
    return app
