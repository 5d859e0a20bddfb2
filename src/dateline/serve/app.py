"""The server's application: the parts of the API, in a table, and the web after them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from fastapi import APIRouter, FastAPI

from dateline.casebook import Casebook
from dateline.knowledge.versions import current
from dateline.serve import about, actors, events, features, incidents, ledgers, places, reports, web
from dateline.serve.kept import Kept
from dateline.serve.refusals import REFUSALS, explain
from dateline.serve.settings import Settings

ROUTERS: Final[tuple[APIRouter, ...]] = (
    about.router, incidents.router, reports.router, events.router, actors.router, places.router, ledgers.router,
    features.router,
)  # fmt: skip

"""The parts of the API; each file of this face that answers requests has a `router`."""


def create_app(settings: Settings) -> FastAPI:
    """The application on the database that the settings name; raises StoreError when it starts and cannot be opened."""

    @asynccontextmanager
    async def opened(app: FastAPI) -> AsyncIterator[None]:
        with Casebook.open(settings.db, create=False) as book:
            app.state.book, app.state.known = book, Kept(book)
            yield

    app = FastAPI(
        title="Dateline",
        version=current().dateline,
        description="What news reports of armed conflict say: who did what to whom, and who says so.",
        lifespan=opened,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        responses=REFUSALS,
    )
    app.state.settings = settings
    explain(app)
    for router in ROUTERS:
        app.include_router(router, prefix="/api")
    web.mount(app)
    return app
