"""The built web: its files, and its one page at every address that is a view's."""

from importlib.resources import files
from pathlib import Path
from typing import Final

from fastapi import APIRouter, FastAPI, HTTPException
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

BUILT: Final = Path(str(files("dateline.serve") / "web_built"))
PAGE: Final = BUILT / "index.html"
MISSING: Final = "the web is not built here: run `make web` in the checkout; the API is at /api"

router = APIRouter(include_in_schema=False)


@router.get("/{path:path}")
def view(path: str) -> FileResponse:
    """The page of the web, which finds out from the address what to show; no page where an API address is wrong."""
    if path.startswith(("api/", "assets/")) or path == "api":
        raise HTTPException(404, f"there is nothing at /{path}")
    if not PAGE.exists():
        raise HTTPException(404, MISSING)
    return FileResponse(PAGE)


def mount(app: FastAPI) -> None:
    """Serve the web after all else."""
    if (BUILT / "assets").exists():
        app.mount("/assets", StaticFiles(directory=BUILT / "assets"), name="assets")
    app.include_router(router)
