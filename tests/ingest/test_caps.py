"""Every cap: what hits it ends as too large or quarantined, never as failed, and the reason names the cap."""

import gzip
import json
import os
import socket
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import fields, replace
from io import BytesIO

import pytest

from dateline.ingest.addresses import Guard
from dateline.ingest.caps import Caps
from dateline.ingest.fetch import fetch
from dateline.ingest.html_guard import MANY_TAGS
from dateline.ingest.opening import opened
from dateline.ingest.pages import Unreadable
from dateline.ingest.report import ingest
from dateline.model.text import LeftOut, Page
from inputs_made import HTML, STORY, feed, pdf, rows, warc

NOISE = os.urandom(4_000)
HARD = b"<html><body>" + STORY.encode() + b"<br>" * MANY_TAGS + b"</body></html>"
LISTING = b'{"url": "https://post.example/a"}\n' * 30


def ends(data: bytes, caps: Caps, kind: str | None = None) -> list[tuple[str, str]]:
    """Status and reason of what does not end well."""
    found = [one for one in opened(Page(name="in", data=data), caps=caps, kind=kind) if not isinstance(one, LeftOut)]
    reports = [ingest(one, caps) for one in found]
    return [(report.status, report.reason or "") for report in reports if report.status not in ("coded", "empty")]


def wacz(*files: tuple[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in (("archive/a.warc", warc()), *files):
            archive.writestr(name, data)
    return file.getvalue()


HITS: dict[str, tuple[bytes, dict[str, float], str]] = {
    "page_bytes": (STORY.encode() * 10, {"page_bytes": 500}, "too_large"),
    "ratio": (gzip.compress(b"\0" * 3_000_000), {}, "quarantined"),
    "ratio_from": (gzip.compress(b"\0" * 30_000), {"ratio_from": 10_000, "ratio": 20}, "quarantined"),
    "container_bytes": (
        gzip.compress(warc(NOISE.hex().encode())),
        {"container_bytes": 4_000, "page_bytes": 2_000},
        "too_large",
    ),
    "depth": (gzip.compress(gzip.compress(gzip.compress(HTML))), {"depth": 2}, "quarantined"),
    "members": (wacz(*((f"{n}.txt", b"") for n in range(20))), {"members": 10}, "quarantined"),
    "broken_records": (b"WARC/1.0\r\n\r\n" * 30, {"broken_records": 5}, "quarantined"),
    "text_bytes": (STORY.encode() * 10, {"text_bytes": 500}, "too_large"),
    "feed_entries": (feed(links=20), {"feed_entries": 10}, "too_large"),
    "seconds": (HARD, {"seconds": 0.1}, "quarantined"),
    "memory_mb": (HARD, {"memory_mb": 60}, "quarantined"),
    "pdf_pages": (pdf(), {"pdf_pages": 0}, "too_large"),
    "columns": (rows(text="a", url="b", more="c"), {"columns": 2}, "too_large"),
    "json_parts": (json.dumps({"text": STORY, "url": "x", "more": [{}] * 30}).encode(), {"json_parts": 9}, "too_large"),
    "listed": (wacz(("pages/pages.jsonl", LISTING)), {"listed": 5}, "too_large"),
}
ELSEWHERE = {"redirects": "a fetch, below", "sentences": "the pipeline's tests", "sentence_chars": "the same"}


def test_every_cap_is_hit_here_or_elsewhere() -> None:
    assert {*HITS, *ELSEWHERE} == {field.name for field in fields(Caps)}


@pytest.mark.parametrize("cap", HITS)
def test_what_hits_a_cap_ends_in_its_state_with_the_cap_in_the_reason(cap: str) -> None:
    data, changed, status = HITS[cap]
    name = "ratio" if cap == "ratio_from" else cap
    found = ends(data, replace(Caps(), **changed))  # type: ignore[arg-type]
    assert [one for one, reason in found if f"(cap {name})" in reason] == [status]


@pytest.mark.parametrize("cap", [cap for cap in HITS if cap not in ("ratio", "ratio_from")])
def test_the_same_is_read_where_the_cap_is_not_hit(cap: str) -> None:
    assert ends(HITS[cap][0], Caps()) == [] or cap == "broken_records"


@pytest.fixture
def redirecting() -> Iterator[str]:
    """A server that leads ever further."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        number = 0
        while True:
            try:
                caller, _ = server.accept()
            except OSError:
                return
            number += 1
            with caller:
                caller.recv(4_096)
                caller.sendall(f"HTTP/1.1 302 Found\r\nLocation: /{number}\r\nContent-Length: 0\r\n\r\n".encode())

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/"
    server.close()


def test_redirects_without_end_are_quarantined(redirecting: str) -> None:
    found = fetch(redirecting, Caps(redirects=3), Guard(objection=lambda address: None))
    assert isinstance(found, Unreadable)
    assert (found.status, found.reason) == ("quarantined", "it redirects more than 3 times (cap redirects)")


def test_a_server_that_keeps_us_waiting_is_quarantined() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        found = fetch(url, Caps(seconds=0.2), Guard(objection=lambda address: None))
    assert isinstance(found, Unreadable)
    assert (found.status, found.reason) == ("quarantined", "took longer than 0.2 s (cap seconds)")
