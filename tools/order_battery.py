"""Whether the order in which pages are added, and by how many programs, shows in what a database holds.

    order_battery.py REPORTS.jsonl [REPORTS.jsonl ...] [--times 3]

Codes every report (id, title, text, date) once and adds all of them to a new database, shuffled, `--times` times over:
the second and later times must add nothing. This is done by one program, by two at once, and by one in another order,
on each engine: SQLite, and PostgreSQL where DATELINE_TEST_POSTGRES names a server. All databases must have one logical
hash (the log of judgements apart). Exit status 1 where anything differs.
"""

import argparse
import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

from dateline.casebook import Casebook
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.pipeline import Coder
from dateline.store.store import Store
from partition_battery import read
from scratch import scratch

Told = Sequence[tuple[Page, Coded]]
WAYS: Final = ((1, 1), (2, 2), (1, 3))
"""How many programs add at once, and the seed of their orders."""


def add(address: str, pages: Told) -> int:
    """Add pages as `dateline add` does: how many were new."""
    with Casebook.open(address) as book:
        return sum(not book.knows(page) and book.add(page, coded) is not None for page, coded in pages)


def add_by(processes: int, address: str, pages: Told) -> int:
    """Add pages, dealt out to as many programs at once: how many were new."""
    if processes == 1:
        return add(address, pages)
    Store.open(address).close()
    context = multiprocessing.get_context("fork")
    with context.Pool(processes) as pool:
        return sum(pool.starmap(add, [(address, pages[n::processes]) for n in range(processes)]))


def filled(address: str, pages: Told, processes: int, seed: int, times: int) -> tuple[str, list[int]]:
    """The logical hash of a database to which the pages were added several times over, and how many each time added."""
    chance, new = Random(seed), []
    for _ in range(times):
        shuffled = list(pages)
        chance.shuffle(shuffled)
        new.append(add_by(processes, address, shuffled))
    with Store.open(address) as store:
        return store.logical_hash(), new


def main() -> int:
    """Print what each way gave: 1 where they differ."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("reports", type=Path, nargs="+")
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    pages = read(asked.reports)
    told = list(zip(pages, Coder().code_many(pages), strict=True))
    hashes, again = set[str](), 0
    for engine in ("sqlite", "postgresql"):
        for processes, seed in WAYS:
            with scratch(engine) as address:
                if address is None:
                    print(f"{engine}: NOT tried, no server is named")
                    break
                found, new = filled(address, told, processes, seed, asked.times)
                hashes.add(found)
                again += sum(new[1:])
                print(f"{engine}, {processes} at once, seed {seed}: added {new}, logical hash {found[:16]}", flush=True)
    print(f"{len(pages)} reports: {len(hashes)} logical hash(es), {again} pages added again")
    return 0 if len(hashes) == 1 and not again else 1


if __name__ == "__main__":
    sys.exit(main())
