"""How long the map of control takes to show another day, by the browser's own timings.

    python tools/bench_slider.py DATABASE [MOVES]

Serves the database, opens /control in Chromium without a window, moves the slider to MOVES days (by default 60), and
prints how long it took from each move until the list, and until the map showed that day: the median, the 95th
percentile and the slowest. Without a graphics card the map is drawn by the processor, which other work slows down.
"""

import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser_made import chromium, launched, started

_READY = "() => performance.getEntriesByName('map:drawn').length || document.querySelector('.map canvas')"
_TIMINGS = "(name) => performance.getEntriesByName(name).map((one) => one.duration)"
_MOVE = """(share) => {
  const slider = document.querySelector('.slider input[type=range]');
  const [low, high] = [Number(slider.min), Number(slider.max)];
  slider.value = String(Math.round(low + share * (high - low)));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
}"""


def move(page: Page, moves: int) -> None:
    """Move the slider so many times, and once before: that makes what later moves find made."""
    for number in range(moves + 1):
        page.evaluate(_MOVE, (number * 37 % (moves + 1)) / (moves + 1))
        page.wait_for_function(f"() => performance.getEntriesByName('slider map').length > {number}", timeout=60_000)


def told(name: str, found: list[float]) -> str:
    """The figures of some milliseconds in a line."""
    found = sorted(found)
    slow = found[int(len(found) * 0.95) - 1]
    return f"{name}: median {median(found):.0f} ms, p95 {slow:.0f} ms, slowest {found[-1]:.0f} ms"


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
        move(page, moves)
        for name in ("slider list", "slider map"):
            print(told(name, page.evaluate(_TIMINGS, name)[1:]))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:3]))
