"""How adding a page fares as the database grows: time and memory of the n-th page, on made-up pages.

    bench_adding.py [--db FILE|URL] [--at 100,1000,10000] [--within 20]

The hundred pages before each n are added as `dateline add` adds them: coded, kept and merged; those before them only
kept and merged. What is kept is what their maker says that they report, since no gazetteer knows its places.

Prints JSON: the median milliseconds of a page, those of them that this process worked, and the megabytes that it holds.
Machines are slower at one moment than at another: so each of these pages is added in turns with one of the first
hundred, which go to a new database (SQLite), and `ratio` is the median over theirs, `cpu_ratio` that of the work of
this process; names that begin with `kept_` are of keeping and merging alone. Exit status 1 where time or memory of the
last grew by more than `--within` per cent.
"""

import argparse
import gc
import json
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Final

from dateline.casebook import Casebook
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.pipeline import Coder
from make_pages import pages

WINDOW: Final = 100
Told = tuple[Page, Coded]
TIMES: Final = ("", "cpu_", "kept_", "kept_cpu_")


def measure(where: str, at: Sequence[int], folder: Path) -> list[dict[str, float]]:
    """A row for each n of `at`: what the hundred pages up to it took, beside the first hundred."""
    rows, news, coder = [], pages(), Coder()
    with Casebook.open(where) as book:
        done = 0
        for n in at:
            for one in islice(news, n - WINDOW - done):
                book.add(*one)
            with Casebook.open(folder / f"beside-{n}.db") as beside:
                rows.append(_window(n, book, list(islice(news, WINDOW)), beside, coder))
            done = n
    return rows


def _window(n: int, book: Casebook, some: Sequence[Told], beside: Casebook, coder: Coder) -> dict[str, float]:
    """Add a hundred pages, in turns with the first hundred to a database of their own."""
    taken, first = [], []
    for new, old in zip(some, islice(pages(), WINDOW), strict=True):
        taken.append(_add(book, new, coder))
        first.append(_add(beside, old, coder))
    row: dict[str, float] = {"n": n, "mb": _megabytes()}
    for name, ours, theirs in zip(TIMES, zip(*taken, strict=True), zip(*first, strict=True), strict=True):
        row |= {f"median_{name}ms": round(median(ours), 2), f"{name}ratio": round(median(ours) / median(theirs), 3)}
    return row


def _add(book: Casebook, one: Told, coder: Coder) -> tuple[float, ...]:
    """Milliseconds that adding a page takes and those of this process, then both of keeping and merging it: `TIMES`."""
    moments = [_now()]
    coder.code(one[0])
    moments.append(_now())
    book.add(*one)
    moments.append(_now())
    return tuple((moments[2][clock] - moments[begun][clock]) * 1000 for begun in (0, 1) for clock in (0, 1))


def _now() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


def _megabytes() -> float:
    """What the process holds now; where that cannot be told, the most it has held."""
    gc.collect()
    status = Path("/proc/self/status")
    if status.exists():
        kilobytes = next(line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return round(int(kilobytes) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def figures(rows: Sequence[dict[str, float]]) -> dict[str, object]:
    """The rows, and how the last compares with the first."""
    last = {f"{name}ratio": rows[-1][f"{name}ratio"] for name in TIMES}
    return {"windows": rows, **last, "memory_ratio": round(rows[-1]["mb"] / rows[0]["mb"], 3)}


def main() -> int:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--db", help="the database, which should be new; by default a file that is deleted again")
    parser.add_argument("--at", default="100,1000,10000", help="which pages to look at")
    parser.add_argument("--within", type=float, default=20, help="per cent that the last may take more than the first")
    asked = parser.parse_args()
    at = sorted(int(number) for number in asked.at.split(","))
    with tempfile.TemporaryDirectory() as folder:
        found = figures(measure(asked.db or f"{folder}/bench.db", at, Path(folder)))
    print(json.dumps(found, indent=2))
    most = 1 + asked.within / 100
    return int(any(found[name] > most for name in ("ratio", "memory_ratio")))  # type: ignore[operator]


if __name__ == "__main__":
    sys.exit(main())
