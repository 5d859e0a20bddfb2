"""Whatever is thrown at it: hostile files, all at once, from the command line's own way in.

Each ends in a state of its own in bounded memory, none reaches the canary, and the good page among them is
coded. What each reader does with each attack in particular stands in the tests of the readers.
"""

import gzip
import json
import os
import socket
import subprocess
import sys
import threading
import urllib.request
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import brotli
import pytest

from inputs_made import HTML, PARAGRAPHS, STORY, URL, feed, pdf, warc, zipped

PATIENCE = 600.0  # seconds for all of them, which take some twelve: only what never ends takes so long
MEGABYTES = 300

RUN = """
import json, sys
from dateline.ingest.caps import Caps
from dateline.ingest.inputs import Options, inputs
from dateline.ingest.report import ingest
from dateline.pipeline import open_all
def megabytes():  # the most that was in memory; unlike what getrusage tells, nothing of the process that began this one
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) // 1000 for line in file if line.startswith("VmHWM:"))
options = Options(caps=Caps(seconds=5.0))
for name in sys.argv[1:]:
    states = []
    for one in open_all(inputs([name], None, options), options):
        report = ingest(one, options.caps)
        states.append((report.status, report.reason))
    print(json.dumps({"name": name, "states": states[:5], "megabytes": megabytes()}))
print(json.dumps(megabytes()))
"""


class Canary:
    """A server on loopback that remembers whether anybody came."""

    def __init__(self) -> None:
        self.hits = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}/"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._server.accept()
            except OSError:
                return
            self.hits += 1
            with caller:
                caller.recv(4_096)
                caller.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + HTML)

    def close(self) -> None:
        self._server.close()


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    bird = Canary()
    yield bird
    bird.close()


def laughs(entity: str, root: str = "rss") -> bytes:
    inside = "<channel><title>&a;</title></channel>"
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{entity}]><{root}>{inside}</{root}>'.encode()


def billion(levels: int = 9) -> str:
    names = "abcdefghijklmnop"[: levels + 1]
    inner = "".join(f'<!ENTITY {a} "{f"&{b};" * 10}">' for a, b in pairwise(names))
    return f'{inner}<!ENTITY {names[-1]} "ha">'


def response(coding: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n".encode()
    length = len(head) + len(body)
    record = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nContent-Type: application/http\r\n"
    return f"{record}Content-Length: {length}\r\n\r\n".encode() + head + body + b"\r\n\r\n"


def drawing_in(canary: str) -> bytes:
    """A page that would load something from everywhere that HTML can."""
    loads = (
        f'<link rel="stylesheet" href="{canary}"><script src="{canary}"></script><base href="{canary}">'
        f'<meta http-equiv="refresh" content="0;url={canary}"><link rel="canonical" href="{canary}">'
    )
    shown = f'<img src="{canary}"><iframe src="{canary}"></iframe><object data="{canary}"></object>'
    kind = f'<!DOCTYPE html PUBLIC "x" "{canary}" [<!ENTITY a SYSTEM "{canary}">]>'
    return f"{kind}<html><head>{loads}</head><body>{shown}&a;<article>{PARAGRAPHS}</article></body></html>".encode()


ZEROS = b"\0" * 40_000_000
REFUSED = {"too_large", "quarantined", "failed"}
SURVIVED = REFUSED | {"coded", "empty", "unsupported_language"}


def hostile(canary: str) -> dict[str, tuple[bytes, set[str]]]:
    """Name, bytes, and the states in which they may end."""
    external = f'<!ENTITY a SYSTEM "{canary}">'
    files = '<!ENTITY a SYSTEM "file:///etc/passwd">'
    outside = f'<!DOCTYPE rss SYSTEM "{canary}"><rss'.encode()
    linking = feed(links=1).replace(b"https://post.example/harbour-0", canary.encode())
    parameter = f'<!ENTITY % p SYSTEM "{canary}"> %p;'
    return {
        "gzip bomb": (gzip.compress(ZEROS, 9), {"quarantined"}),
        "bomb in a bomb": (gzip.compress(gzip.compress(ZEROS, 9), 9), {"quarantined"}),
        "gzip nested deep": (gzip.compress(gzip.compress(gzip.compress(gzip.compress(HTML)))), {"quarantined"}),
        "zip bomb": (zipped("archive/a.warc", ZEROS), {"too_large", "quarantined", "failed"}),
        "brotli bomb": (response("br", brotli.compress(ZEROS, quality=5)), {"quarantined"}),
        "bomb in two codings": (response("gzip, br", brotli.compress(gzip.compress(ZEROS))), {"quarantined"}),
        "bomb in a pdf": (pdf().replace(b"BT", zlib.compress(ZEROS)), REFUSED),
        "billion laughs": (laughs(billion()), {"quarantined"}),
        "billion laughs in UTF-16": (laughs(billion()).decode().encode("utf-16"), {"quarantined"}),
        "quadratic blowup": (laughs(f'<!ENTITY a "{"a" * 50_000}">').replace(b"&a;", b"&a;" * 9_000), {"quarantined"}),
        "external entity": (laughs(external), {"quarantined"}),
        "entity of a file": (laughs(files), {"quarantined"}),
        "parameter entity": (laughs(parameter), {"quarantined"}),
        "entities in another root": (laughs(external, "urlset"), {"quarantined"}),
        "outside document type": (feed().replace(b"<rss", outside, 1), {"coded"}),
        "page that loads": (drawing_in(canary), {"coded"}),
        "100,000 nested tags": (b"<html><body>" + b"<div>" * 100_000 + PARAGRAPHS.encode(), SURVIVED),
        "100,000 nested tables": (b"<html><body>" + b"<table><tr><td>" * 100_000 + PARAGRAPHS.encode(), SURVIVED),
        "nested elements of a feed": (b"<rss>" + b"<item>" * 100_000, REFUSED),
        "nested JSON": (b'{"a":' + b"[" * 500_000, {"quarantined"}),
        "one line of 50 MB": (b"Shells hit the market. " * 2_200_000, {"too_large"}),
        "one line of 50 MB in HTML": (b"<html><body><p>" + b"Shells hit. " * 4_200_000, {"too_large"}),
        "one line of 50 MB in JSON": (b'{"url": "u", "text": "' + b"Shells hit. " * 4_200_000 + b'"}', {"too_large"}),
        "one cell of 50 MB": (b'url,title,text\nu,t,"' + b"Shells hit. " * 4_200_000 + b'"\n', {"too_large"}),
        "one character a line": (b"a\n" * 900_000, {"quarantined", "empty"}),
        "one word without end": (b"a" * 1_900_000, SURVIVED),
        "quotes without end": (b'"' * 1_900_000, SURVIVED),
        "NULs": (STORY.encode().replace(b" ", b"\0"), {"failed"}),
        "NULs in HTML": (HTML.replace(b"fell", b"fe\0ll"), {"coded"}),
        "UTF-16 said to be UTF-8": (f'<html><meta charset="utf-8"><body>{PARAGRAPHS}'.encode("utf-16"), {"coded"}),
        "Latin-1 said to be UTF-8": (f'<html><meta charset="utf-8"><body>{PARAGRAPHS}é'.encode("latin-1"), {"coded"}),
        "UTF-8 said to be UTF-7": (f'<html><meta charset="utf-7"><body>{PARAGRAPHS}é'.encode(), {"coded"}),
        "a charset that is none": (f'<html><meta charset="zip"><body>{PARAGRAPHS}'.encode() + b"\xe9", {"coded"}),
        "lone surrogates": (json.dumps({"url": "u", "text": STORY + "\ud800"}).encode(), {"coded"}),
        "too long a Content-Length": (warc().replace(b"Content-Length: ", b"Content-Length: 9"), {"failed"}),
        "too short a Content-Length": (warc().replace(b"Content-Length: 3", b"Content-Length: "), {"failed"}),
        "negative Content-Length": (warc().replace(b"Content-Length: ", b"Content-Length: -"), {"failed"}),
        "truncated record": (warc()[:-80], {"failed"}),
        "truncated gzip": (gzip.compress(warc())[:-30], {"failed"}),
        "records without end": (b"WARC/1.0\r\n\r\n" * 20_000, {"failed", "quarantined"}),
        "noise": (os.urandom(200_000), {"failed"}),
        "a link to the canary": (linking, {"coded", "empty"}),
    }


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other ways elsewhere")


@pytest.fixture(scope="module")
def told(canary: Canary, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What became of each file, by name; and how much memory all of them took."""
    folder = tmp_path_factory.mktemp("hostile")
    files = {name: data for name, (data, _) in hostile(canary.url).items()} | {"good page": HTML}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *files],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    *lines, memory = map(json.loads, done.stdout.splitlines())
    return {line["name"]: line for line in lines} | {"memory": {"megabytes": memory}}


STATES = {name: states for name, (_, states) in hostile("").items()}


@pytest.mark.parametrize("name", STATES)
def test_each_is_refused_or_survived(told: dict[str, dict[str, object]], name: str) -> None:
    states = told[name]["states"]
    assert isinstance(states, list)
    assert {status for status, _ in states} <= STATES[name], states
    assert all(reason for status, reason in states if status != "coded")


def test_all_of_them_take_bounded_memory(told: dict[str, dict[str, object]]) -> None:
    assert isinstance(told["memory"]["megabytes"], int)
    assert told["memory"]["megabytes"] < MEGABYTES


def test_a_good_page_behind_them_is_read(told: dict[str, dict[str, object]]) -> None:
    assert told["good page"]["states"] == [["coded", None]]


def test_none_of_them_reaches_the_canary(told: dict[str, dict[str, object]], canary: Canary) -> None:
    assert told
    assert canary.hits == 0


def test_the_canary_would_have_been_reached(told: dict[str, dict[str, object]], canary: Canary, tmp_path: Path) -> None:
    """The same page, read by a program that does load what it names."""
    before = canary.hits
    for part in drawing_in(canary.url).decode().split('"'):
        if part == canary.url:
            urllib.request.urlopen(part, timeout=5).close()
    assert canary.hits > before
