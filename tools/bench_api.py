"""How fast the API answers: requests a second and the slowest of a hundred, of filtered questions at so many incidents.

    bench_api.py [--at 10000,100000] [--requests 400] [--askers 4] [--pages 400]

Makes a database (SQLite) of made-up pages, and multiplies the rows of its incidents, each moved by days and degrees,
until there are as many as asked for. A server of its own process answers; this process asks, no two questions alike, so
that none is answered from what is kept. Prints JSON: a row for each question and number of incidents.
"""

import argparse
import json
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final

import httpx

from dateline.casebook import Casebook
from make_pages import DEEDS, SPEAKERS, pages

QUESTIONS: Final = {
    "filtered list": "/api/incidents?type={type}&since={since}&box={box}&limit=50",
    "by who says it": "/api/incidents?source={source}&since={since}&limit=50",
    "filtered summary": "/api/incidents/summary?type={type}&since={since}&until={until}",
    "features in a box": "/api/collections/incidents/items?bbox={box}&datetime={since}/..&limit=100",
}


def make(path: Path, incidents: int, some: int) -> None:
    """A database of `some` pages whose incidents are multiplied to this number."""
    with Casebook.open(path) as book:
        for page, coded in islice(pages(), some):
            book.add(page, coded)
    with sqlite3.connect(path) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(incidents)")]
        rows = connection.execute(f"SELECT {', '.join(columns)} FROM incidents").fetchall()
        more = islice(_moved(columns, rows), max(0, incidents - len(rows)))
        connection.executemany(f"INSERT INTO incidents VALUES ({', '.join('?' * len(columns))})", more)
        connection.execute("ANALYZE")


def _moved(columns: Sequence[str], rows: Sequence[tuple[object, ...]]) -> Iterator[list[object]]:
    """The rows again and again, under new ids, on other days and at other points."""
    random, number = Random(0), 0
    while True:
        for row in rows:
            number += 1
            new = dict(zip(columns, row, strict=True))
            day = f"20{random.randrange(10, 25)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
            point = (round(random.uniform(-35, 55), 4), round(random.uniform(-17, 120), 4))
            new |= {"id": f"{number:024x}", "first_day": day, "last_day": day, "lat": point[0], "lon": point[1]}
            yield [new[column] for column in columns]


@contextmanager
def server(path: Path) -> Iterator[str]:
    """The address of a server of its own process on this database."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from dateline.cli import main; main()", "serve", "--db", str(path), "--port"]
    running = subprocess.Popen([*command, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield _awaited(f"http://127.0.0.1:{port}")
    finally:
        running.terminate()
        running.wait()


def _awaited(address: str) -> str:
    for _ in range(300):
        try:
            httpx.get(f"{address}/api/about", timeout=5)
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return address
    raise SystemExit("the server does not answer")


def ask(address: str, template: str, requests: int, askers: int) -> dict[str, float]:
    """Requests a second, and milliseconds of the middle and the slowest of a hundred."""
    random = Random(1)
    asked = [template.format_map(_question(random)) for _ in range(requests)]
    with httpx.Client(base_url=address, timeout=60) as client, ThreadPoolExecutor(askers) as threads:
        client.get(asked[0])
        begun = time.perf_counter()
        taken = sorted(threads.map(lambda path: _time(client, path), asked))
        whole = time.perf_counter() - begun
    middle, slowest = taken[len(taken) // 2], taken[int(len(taken) * 0.99) - 1]
    return {"a_second": round(requests / whole, 1), "median_ms": round(middle, 1), "p99_ms": round(slowest, 1)}


def _time(client: httpx.Client, path: str) -> float:
    begun = time.perf_counter()
    client.get(path).raise_for_status()
    return (time.perf_counter() - begun) * 1000


def _question(random: Random) -> dict[str, object]:
    west, south, year = random.uniform(-10, 80), random.uniform(-30, 30), random.randrange(2010, 2024)
    since = f"{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
    return {
        "type": random.choice(DEEDS)[0],
        "since": f"{year}-{since}",
        "until": f"{year + 1}-{since}",
        "box": f"{west:.4f},{south:.4f},{west + 20:.4f},{south + 20:.4f}",
        "source": random.choice(SPEAKERS),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast the API answers.")
    parser.add_argument("--at", default="10000,100000")
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--askers", type=int, default=4)
    parser.add_argument("--pages", type=int, default=400)
    chosen = parser.parse_args()
    for incidents in map(int, chosen.at.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "dateline.db"
            make(path, incidents, chosen.pages)
            with server(path) as address:
                for name, template in QUESTIONS.items():
                    found = ask(address, template, chosen.requests, chosen.askers)
                    print(json.dumps({"incidents": incidents, "question": name, **found}), flush=True)


if __name__ == "__main__":
    main()
