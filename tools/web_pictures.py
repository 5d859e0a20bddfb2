"""Makes the pictures of the web for the documentation, from a database of the example pages.

    python tools/web_pictures.py [--out docs/img]

Writes web-VIEW.jpeg, 1280 by 800 points. Chromium must be there, and the web built.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser_made import NO_CHROMIUM, ROOT, chromium, launched, run, started

SIZE: Final = {"width": 1280, "height": 800}
QUALITY: Final = 85
"""Of a hundred: letters stay sharp, and a map is half as large as without loss."""
STILL_MS: Final = 1500
"""How long a view is left alone before its picture is taken: a map draws its names last."""
VIEWS: Final[Mapping[str, str]] = {
    "explore": "/explore",
    "incident": "/incident/{incident}",
    "report": "/report/{report}",
    "control": "/control",
    "casualties": "/casualties",
    "review": "/review",
    "audit": "/audit/Examples",
}


def pictures(page: Page, site: str, out: Path) -> None:
    """Open each view in turn and write its picture."""
    known = {"incident": _most_told(page, site), "report": _denied(page, site)}
    for name, address in VIEWS.items():
        page.goto(site + address.format_map(known))
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(STILL_MS)
        page.screenshot(path=out / f"web-{name}.jpeg", quality=QUALITY)


def _most_told(page: Page, site: str) -> str:
    """The incident that most reports tell of."""
    items = page.request.get(f"{site}/api/incidents?limit=1000").json()["items"]
    return str(max(items, key=lambda one: (one["tellings"], one["id"]))["id"])


def _denied(page: Page, site: str) -> str:
    """A report of what somebody denies."""
    denied = page.request.get(f"{site}/api/incidents?disputed=true&limit=1").json()["items"][0]["id"]
    told = page.request.get(f"{site}/api/incidents/{denied}").json()["reports"]
    return str(told[0]["id"])


def main() -> None:
    """Code the examples into a database, serve it, and take the pictures."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--out", type=Path, default=ROOT / "docs/img")
    out, path = asked.parse_args().out, chromium()
    if path is None:
        sys.exit(NO_CHROMIUM)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        db = Path(folder) / "examples.db"
        run("add", str(ROOT / "examples/pages"), "--db", str(db))
        run("audit", "Examples", "--sample", "20", "--seed", "1", "--db", str(db))
        with started(db) as site:
            browser = launched(playwright, path)
            pictures(browser.new_context(viewport=SIZE, reduced_motion="reduce").new_page(), site, out)
            browser.close()


if __name__ == "__main__":
    main()
