"""How quick the web is to look at, by the browser's own clock: Explore on made-up incidents, the median of several visits.

    bench_web.py [--incidents 10000] [--visits 5] [--within 2000] [--brush-within 200]

Prints JSON, in milliseconds: `list`, from the start of the visit until list and timeline are on the screen; `map`, until
all of the map is; `brush`, from a move over the timeline until list, map and timeline show the days that it spans (the
longest of a visit's moves). Exit status 1 where `list` or `brush` takes longer than it may. The web must be built.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import insert

from dateline.casebook import Casebook
from dateline.store.listed import Listed, incident_row
from dateline.store.tables import incidents

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser_made import chromium, launched, started

TYPES: Final = ("shelling", "air_strike", "attack", "armed_clash", "capture", "displacement", "protest", "talks")
TOWNS: Final = 600
DAYS: Final = 2000
SIZE: Final = {"width": 1440, "height": 900}
MOVES: Final = 12


def made_up(number: int, seed: int = 7) -> Iterator[Listed]:
    """Incidents in towns of one country, one in ten known only by its province, one in twenty nowhere."""
    random = Random(seed)
    towns = [(round(random.uniform(10, 20), 3), round(random.uniform(24, 36), 3)) for _ in range(TOWNS)]
    for each in range(number):
        day = date(2019, 1, 1) + timedelta(days=int(DAYS * random.random() ** 0.5))
        lat, lon = random.choice(towns)
        exact, somewhere = random.random() > 0.1, random.random() > 0.05
        yield Listed(
            id=f"{each:024x}",
            events=(),
            type=random.choice(TYPES),
            status="disputed" if random.random() < 0.05 else "reported",
            first_day=day,
            last_day=day + timedelta(days=random.choice((0, 0, 0, 6, 30))),
            country="SD" if somewhere else None,
            lat=lat if exact and somewhere else None,
            lon=lon if exact and somewhere else None,
            voices=random.randint(1, 4),
            place=f"Town {each % TOWNS}" if somewhere else None,
            admin1=None if exact else "Northern Darfur",
            precision="town" if exact else "province",
            radius_km=random.choice((3.0, 8.0, 15.0)) if exact else None,
            agents="the army",
            targets="civilians",
            killed_low=random.randint(0, 20),
            killed_high=random.randint(20, 40),
            disputed=random.random() < 0.05,
        )


def fill(db: Path, number: int) -> None:
    """A database that holds nothing but what incidents are listed by."""
    with Casebook.open(db) as book, book.store.writing() as writing:
        writing.connection.execute(insert(incidents), [incident_row(one) for one in made_up(number)])


def visit(browser: Browser, site: str) -> dict[str, float]:
    """What one visit with an empty cache takes."""
    context = browser.new_context(viewport=SIZE, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site}/explore")
    page.wait_for_selector("[data-drawn]", timeout=120_000)
    taken = {"list": first(page, "explore:shown"), "map": first(page, "map:drawn"), "brush": brushed(page)}
    context.close()
    return taken


def first(page: Page, mark: str) -> float:
    """When a mark was first set, since the start of the visit."""
    return float(page.evaluate(f"performance.getEntriesByName('{mark}')[0].startTime"))


def brushed(page: Page) -> float:
    """The longest time from a move of the pointer over the timeline until what it chooses is shown."""
    return float(page.evaluate(BRUSH, MOVES))


BRUSH: Final = """async (moves) => {
  const bars = document.querySelector('.time-bars'), box = bars.getBoundingClientRect();
  const at = (part) => ({ clientX: box.left + box.width * part, clientY: box.top + 20, pointerId: 1, bubbles: true, button: 0 });
  bars.setPointerCapture = () => {};
  const shown = () => performance.getEntriesByName('explore:shown').length;
  const until = async (before) => { while (shown() === before) await new Promise((done) => setTimeout(done, 1)); };
  let worst = 0;
  for (let move = 0; move <= moves; move++) {
    const [before, start] = [shown(), performance.now()];
    bars.dispatchEvent(new PointerEvent(move ? 'pointermove' : 'pointerdown', at(0.2 + 0.05 * move)));
    await until(before);
    worst = Math.max(worst, performance.getEntriesByName('explore:shown').at(-1).startTime - start);
  }
  bars.dispatchEvent(new PointerEvent('pointerup', at(0.8)));
  return worst;
}"""


def main() -> None:
    """Measure, print, and fail where it is too slow."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--incidents", type=int, default=10_000)
    options.add_argument("--visits", type=int, default=5)
    options.add_argument("--within", type=float, default=2000, help="milliseconds until the list is shown")
    options.add_argument("--brush-within", type=float, default=200, help="milliseconds from a move to what it shows")
    asked = options.parse_args()
    path = chromium()
    if path is None:
        sys.exit("no browser: install Chromium, or name one in CHROMIUM")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        fill(Path(folder) / "made.db", asked.incidents)
        with started(Path(folder) / "made.db") as site:
            browser = launched(playwright, path)
            visits = [visit(browser, site) for _ in range(asked.visits)]
            browser.close()
    taken = {name: round(median(one[name] for one in visits)) for name in visits[0]}
    print(json.dumps({"incidents": asked.incidents, "visits": asked.visits, **taken}))
    sys.exit(taken["list"] > asked.within or taken["brush"] > asked.brush_within)


if __name__ == "__main__":
    main()
