"""How long the map of control takes to show another day, by the browser's own timings.

    python tools/bench_slider.py DATABASE [MOVES]

Serves the database, opens /control in Chromium without a window, moves the slider to MOVES days (by default 60), and
prints from the moment of each move until the map was drawn: the median, the 95th percentile and the slowest.
"""

import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser_made import chromium, launched, started

_READY = "performance.getEntriesByName('map:drawn').length || document.querySelector('.map canvas')"
_TIMINGS = "performance.getEntriesByName('slider').map((one) => one.duration)"
_MOVE = """([share, before]) => {
  const slider = document.querySelector('.slider input[type=range]');
  const [low, high] = [Number(slider.min), Number(slider.max)];
  slider.value = String(Math.round(low + share * (high - low)));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
}"""


def moved(page: Page, moves: int) -> list[float]:
    """Milliseconds of each move, the first of which is not counted: it makes what later ones find made."""
    for number in range(moves + 1):
        share = (number * 37 % (moves + 1)) / (moves + 1)
        page.evaluate(_MOVE, [share, number])
        page.wait_for_function(f"performance.getEntriesByName('slider').length > {number}", timeout=60_000)
    timings: list[float] = page.evaluate(_TIMINGS)
    return timings[1:]


def main(database: str, moves: int = 60) -> None:
    """Print the figures."""
    path = chromium()
    if path is None:
        sys.exit("no browser: install Chromium (on Debian: chromium)")
    with started(database) as site, sync_playwright() as playwright:
        page = launched(playwright, path).new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{site}/control")
        page.wait_for_function(_READY, timeout=120_000)
        page.wait_for_timeout(3_000)
        found = sorted(moved(page, moves))
    print(
        f"{len(found)} moves: median {median(found):.0f} ms, p95 {found[int(len(found) * 0.95) - 1]:.0f} ms, ", end=""
    )
    print(f"slowest {found[-1]:.0f} ms")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:3]))
