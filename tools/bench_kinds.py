"""Pages a second for each kind of input: the same stories, packed as each kind packs them, from bytes to clean reports.

Beside the readers of ours stand trafilatura on the same HTML, and fastwarc on the same archives. What is measured of
these is what they are for: trafilatura finds text and metadata of a page, fastwarc gives the bodies of an archive's
responses. So `warc_opened` is the figure to compare with fastwarc, `html` with trafilatura.
"""

import csv
import gzip
import html
import io
import json
import time
import zipfile
from collections.abc import Callable
from itertools import islice

from fastwarc.warc import ArchiveIterator, WarcRecordType
from trafilatura import bare_extraction

from dateline.ingest.opening import opened
from dateline.ingest.report import ingest
from dateline.knowledge.furniture import signals_in
from dateline.model.text import LeftOut, Page, Report

PAGES = 60
PDF_FILES = 3
ROUNDS = 3
URL = "https://post.example/{}"


def kinds(found: list[Page]) -> dict[str, float]:
    """Pages a second by kind; `found` are pages of text or HTML."""
    stories = [report for page in found if (report := ingest(page)).text]
    stories = [stories[number % len(stories)] for number in range(PAGES)]
    marked = [_as_html(report) for report in stories]
    packed = {kind: pack(stories, marked) for kind, pack in PACKED.items()}
    speeds = {kind: _speed(PAGES, lambda data=data: _cleaned([data])) for kind, data in packed.items()}
    speeds |= {
        "text": _speed(PAGES, lambda: _cleaned([_as_text(report) for report in stories])),
        "html": _speed(PAGES, lambda: _cleaned(marked)),
        "mhtml": _speed(PAGES, lambda: _cleaned([_as_mhtml(page) for page in marked])),
        "pdf": _speed(PDF_FILES, lambda: _cleaned([_as_pdf(report) for report in stories[:PDF_FILES]])),
        "warc_opened": _speed(PAGES, lambda: _opened(packed["warc"])),
        "warc_gz_opened": _speed(PAGES, lambda: _opened(packed["warc_gz"])),
        "fastwarc_warc": _speed(PAGES, lambda: _by_fastwarc(packed["warc"])),
        "fastwarc_warc_gz": _speed(PAGES, lambda: _by_fastwarc(packed["warc_gz"])),
        "trafilatura_html": _speed(PAGES, lambda: _by_trafilatura(marked)),
    }
    return dict(sorted(speeds.items()))


def _speed(pages: int, task: Callable[[], int]) -> float:
    """Pages a second, in the best of several rounds. Raises ValueError where not every page came out."""
    taken = []
    for _ in range(ROUNDS):
        signals_in.cache_clear()
        start = time.perf_counter()
        done = task()
        taken.append(time.perf_counter() - start)
        if done != pages:
            raise ValueError(f"{done} of {pages} pages came out")
    return round(pages / min(taken), 1)


# ---- what is measured ---------------------------------------------------------------------------
def _cleaned(inputs: list[bytes]) -> int:
    found = (one for data in inputs for one in opened(Page(name="in", data=data)))
    return sum(ingest(one).status != "failed" for one in found if not isinstance(one, LeftOut))


def _opened(data: bytes) -> int:
    return sum(isinstance(one, Page) for one in opened(Page(name="in", data=data)))


def _by_fastwarc(data: bytes) -> int:
    records = ArchiveIterator(io.BytesIO(data), record_types=WarcRecordType.response, parse_http=True)
    return sum(bool(record.reader.read()) for record in records)


def _by_trafilatura(pages: list[bytes]) -> int:
    for page in pages:
        bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    return len(pages)


# ---- the same stories in every kind -------------------------------------------------------------
def _as_text(report: Report) -> bytes:
    return f"{report.title or 'Report'}\n\n{report.text}\n".encode()


def _as_html(report: Report) -> bytes:
    title = html.escape(report.title or "Report")
    body = "".join(f"<p>{html.escape(line)}</p>" for line in report.text.split("\n\n"))
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30))
    head = f"<head><meta charset='utf-8'><title>{title}</title></head>"
    story = f"<article><h1>{title}</h1>{body}</article>"
    return f"<!doctype html><html>{head}<body><ul>{menu}</ul>{story}</body></html>".encode()


def _as_mhtml(page: bytes) -> bytes:
    head = "Subject: Report\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: "
    return f"{head}{URL.format('a')}\r\n\r\n".encode() + page


def _record(number: int, page: bytes) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {URL.format(number)}\r\n"
    head += "WARC-Date: 2024-05-31T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def _warc(stories: list[Report], marked: list[bytes]) -> bytes:
    return b"".join(_record(number, page) for number, page in enumerate(marked))


def _warc_gz(stories: list[Report], marked: list[bytes]) -> bytes:
    return b"".join(gzip.compress(_record(number, page)) for number, page in enumerate(marked))


def _wacz(stories: list[Report], marked: list[bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("archive/data.warc.gz", _warc_gz(stories, marked))
    return file.getvalue()


def _feed(stories: list[Report], marked: list[bytes]) -> bytes:
    items = (
        f"<item><title>{html.escape(one.title or 'Report')}</title><link>{URL.format(number)}</link>"
        f"<content:encoded><![CDATA[{''.join(f'<p>{html.escape(line)}</p>' for line in one.text.split(chr(10) * 2))}]]>"
        "</content:encoded></item>"
        for number, one in enumerate(stories)
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<?xml version="1.0"?><rss version="2.0" {space}><channel>{"".join(items)}</channel></rss>'.encode()


def _sitemap(stories: list[Report], marked: list[bytes]) -> bytes:
    urls = "".join(f"<url><loc>{URL.format(number)}</loc></url>" for number in range(len(stories)))
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode()


def _rows(stories: list[Report]) -> list[dict[str, str]]:
    return [
        {"url": URL.format(number), "title": one.title or "Report", "date": one.published or "", "text": one.text}
        for number, one in enumerate(stories)
    ]


def _json(stories: list[Report], marked: list[bytes]) -> bytes:
    return json.dumps(_rows(stories)).encode()


def _jsonl(stories: list[Report], marked: list[bytes]) -> bytes:
    return "".join(json.dumps(row) + "\n" for row in _rows(stories)).encode()


def _csv(stories: list[Report], marked: list[bytes]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, fieldnames=("url", "title", "date", "text"))
    writer.writeheader()
    writer.writerows(_rows(stories))
    return file.getvalue().encode()


def _as_pdf(report: Report) -> bytes:
    """A page of text, as far as it fits on one."""
    words, lines = report.text.replace("\\", " ").replace("(", " ").replace(")", " ").split(), []
    while words and len(lines) < 50:
        lines.append(" ".join(islice(words, 14)))
        del words[:14]
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    content = f"BT /F1 10 Tf 12 TL 60 760 Td {shown} ET".encode("latin-1", errors="replace")
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, body) for number, body in enumerate(bodies, start=1))
    return b"%PDF-1.4\n" + objects + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n0\n%%EOF"


PACKED: dict[str, Callable[[list[Report], list[bytes]], bytes]] = {
    "warc": _warc,
    "warc_gz": _warc_gz,
    "wacz": _wacz,
    "feed": _feed,
    "sitemap": _sitemap,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
