"""Programs that add pages are killed (SIGKILL) at random moments; then it is looked at what they had said was kept.

    kill_battery.py [--rounds 100] [--seed N]

Each round a process adds made-up pages, as `dateline add` does once they are coded, and writes down the id of each
when it was told that the page is kept. It is killed within two seconds. Afterwards every page that it wrote down must
be there (else it is lost), every page that is there must be there whole, row by row (else it is half there), and what
the database makes of its pages must hang together. In the end the database must have the same logical hash as one to
which the same pages were added in peace. Last, the checker itself is tried: faults are planted by hand, each of which
it must find. All this on each engine: SQLite, and PostgreSQL where DATELINE_TEST_POSTGRES names a server. Exit status
1 where anything is lost, half there or not found.
"""

import argparse
import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final

from sqlalchemy import Connection, text

from dateline.casebook import Casebook
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store.store import Store
from half_kept import Pages, broken, half_kept
from make_pages import pages
from scratch import SERVER, scratch

LONGEST_LIFE: Final = 2.0
"""Seconds until a process is killed, at most."""
MOST_PAGES: Final = 60
"""Pages that a process may add in that time."""
FAULTS: Final = {
    "a place gone": "DELETE FROM event_places WHERE event_id IN (SELECT id FROM events WHERE page_id = :id)",
    "an actor too many": (
        "INSERT INTO event_actors (event_id, side, number, name, folded, basis)"
        " SELECT id, 'target', 9, 'x', ' x ', 'stated' FROM events WHERE page_id = :id"
    ),
    "a record cut short": "UPDATE events SET record = '{}' WHERE page_id = :id",
    "a report gone": "DELETE FROM reports WHERE page_id = :id",
    "words gone": "DELETE FROM report_words WHERE page_id = :id",
    "a page gone": "DELETE FROM pages WHERE id = :id",
}


@dataclass(slots=True, kw_only=True)
class Tally:
    """What came of the rounds; ids of pages, and what does not hang together."""

    acknowledged: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    half: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


def battery(where: str, rounds: int, seed: int) -> Tally:
    """Kill `rounds` processes that add pages to a new database."""
    made = list(islice(pages(seed), rounds * MOST_PAGES // 2))
    known, tally, random = {page.id: (page, coded) for page, coded in made}, Tally(), Random(seed)
    Casebook.open(where).close()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            told = Path(folder) / str(number)
            rest = [one for one in made if one[0].id not in tally.acknowledged][:MOST_PAGES]
            _kill_one(where, rest, told, random.uniform(0, LONGEST_LIFE))
            _look(where, known, tally, set(told.read_text().split()) if told.exists() else set())
    _look_at_all(where, known, tally)
    return tally


def _kill_one(where: str, rest: Sequence[tuple[Page, Coded]], told: Path, life: float) -> None:
    """Start a process that adds pages, and kill it."""
    process = multiprocessing.get_context("fork").Process(target=_add, args=(where, rest, told))
    process.start()
    time.sleep(life)
    if process.pid and process.is_alive():
        os.kill(process.pid, signal.SIGKILL)
    process.join()


def _add(where: str, rest: Sequence[tuple[Page, Coded]], told: Path) -> None:
    with Casebook.open(where) as book, told.open("a", encoding="utf-8") as file:
        for page, coded in rest:
            book.add(page, coded)
            file.write(f"{page.id}\n")
            file.flush()
            os.fsync(file.fileno())


def _look(where: str, known: Pages, tally: Tally, acknowledged: set[str]) -> None:
    """After a round: whether all that was ever acknowledged is there, and what is new is whole."""
    with Store.open(where) as store, store._transaction(writes=True) as connection:  # waits for the killed to be gone
        there = set(connection.execute(text("SELECT id FROM pages")).scalars())
        new = (acknowledged | (there - tally.acknowledged)) & there
        tally.acknowledged |= acknowledged
        tally.lost |= tally.acknowledged - there
        tally.half |= set(half_kept(connection, new, known))
        tally.wrong += broken(connection)


def _look_at_all(where: str, known: Pages, tally: Tally) -> None:
    """In the end: all pages, and whether the same come out where nobody is killed."""
    with Store.open(where) as store:
        ids = [page.id for page in store.pages()]
        with store._transaction() as connection:
            tally.half |= set(half_kept(connection, ids, known))
        found = store.logical_hash()
    with tempfile.TemporaryDirectory() as folder, Casebook.open(f"{folder}/peace.db") as book:
        for one in ids:
            book.add(*known[one])
        if book.store.logical_hash() != found:
            tally.wrong.append("the logical hash is not that of the same pages added in peace")


def found_faults(where: str, seed: int) -> list[str]:
    """The planted faults that the checker finds, each tried on one page and taken back."""
    known = {page.id: (page, coded) for page, coded in islice(pages(seed), 5)}
    with Casebook.open(where) as book:
        for page, coded in known.values():
            book.add(page, coded)
        victim = next(iter(known))
        return [name for name, planted in FAULTS.items() if _finds(book.store, known, victim, planted)]


def _finds(store: Store, known: Pages, victim: str, planted: str) -> bool:
    with store._engine.connect() as connection, connection.begin() as transaction:
        before = _faults(connection, known)
        connection.execute(text(planted), {"id": victim})
        found = victim in _faults(connection, known)
        transaction.rollback()
        return found and not before


def _faults(connection: Connection, known: Pages) -> list[str]:
    there = set(connection.execute(text("SELECT id FROM pages")).scalars())
    return [*half_kept(connection, known.keys() & there, known), *sorted(known.keys() - there)]


def tried(engine: str, rounds: int, seed: int) -> bool:
    """Run the battery on an engine and print a line; whether all is well."""
    with scratch(engine) as where, scratch(engine) as other:
        if where is None or other is None:
            print(f"{engine}: not tried: {SERVER} names no server")
            return True
        tally, faults = battery(where, rounds, seed), found_faults(other, seed)
    print(
        f"{engine}: {rounds} killed, {len(tally.acknowledged)} pages told to be kept:"
        f" {len(tally.lost)} lost, {len(tally.half)} half there; {len(faults)} of {len(FAULTS)} planted faults found"
    )
    for words in sorted(set(tally.wrong)):
        print(f"{engine}: {words}")
    return not (tally.lost or tally.half or tally.wrong) and len(faults) == len(FAULTS) and bool(tally.acknowledged)


def main() -> int:
    """Run the battery on each engine."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=100, help="processes to kill on each engine")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    well = [tried(engine, asked.rounds, asked.seed) for engine in ("sqlite", "postgresql")]
    return int(not all(well))


if __name__ == "__main__":
    sys.exit(main())
