"""Walks over every view of the web on a database, and writes down what is wrong in each.

    python tools/web_walk.py DATABASE

Serves a copy of the database, opens every view in Chromium without a window, those of one thing at the first thing that
the API lists, and prints JSON, for each view: `wrong`, errors in the console and requests to other hosts; `axe`, the
serious and critical violations of accessibility; and `first_view_ms`, from the start of the visit until the view's
heading is there, by the browser's own clock; lists and maps may come later. Exit status 1 where anything is wrong.
The web must be built.
"""

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser_made import ROOT, chromium, launched, no_serious_violation, started, watched

VIEWS: Final = tuple(re.findall(r'path: "(/[^"]+)"', (ROOT / "web/src/views/index.ts").read_text(encoding="utf-8")))
LISTS: Final = {"/incident": "/api/incidents?limit=1", "/report": "/api/reports?limit=1"}
"""The views of one thing each, by the lists that name the things."""
SIZE: Final = {"width": 1280, "height": 800}
HEADED: Final = "() => document.querySelector('h1') && (window.headed ??= performance.now())"
QUIET_MS: Final = 60_000


def walked(browser: Browser, site: str, view: str) -> dict[str, object]:
    """What one view is like for who opens it first."""
    context = browser.new_context(viewport=SIZE, reduced_motion="reduce")
    page, complaints = watched(context)
    page.goto(site + _address(page, site, view))
    first = page.wait_for_function(HEADED, timeout=QUIET_MS).json_value()
    page.wait_for_load_state("networkidle", timeout=QUIET_MS)
    found = {"wrong": complaints.heard(), "axe": _violations(page), "first_view_ms": round(first)}
    context.close()
    return found


def _address(page: Page, site: str, view: str) -> str:
    """A view's address; of a view of one thing, that of the first thing listed, where there is one."""
    items = page.request.get(site + LISTS[view]).json()["items"] if view in LISTS else []
    return f"{view}/{items[0]['id']}" if items else view


def _violations(page: Page) -> list[str]:
    try:
        no_serious_violation(page)
    except AssertionError as violations:
        return str(violations).splitlines()
    return []


def main(database: str) -> None:
    """Print what was found, and fail where anything is wrong."""
    path = chromium()
    if path is None:
        sys.exit("no browser: install Chromium, or name one in CHROMIUM")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        copy = shutil.copy(database, Path(folder) / "copy.db")
        with started(copy) as site:
            browser = launched(playwright, path)
            found = {view: walked(browser, site, view) for view in VIEWS}
            browser.close()
    print(json.dumps(found, indent=1, ensure_ascii=False))
    sys.exit(any(one["wrong"] or one["axe"] for one in found.values()))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
