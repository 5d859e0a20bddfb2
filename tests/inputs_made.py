"""Inputs of every kind, made by hand: one story, in whatever it may come in."""

import gzip
import io
import json
import zipfile

STORY = (
    "Shells fell on the harbour of Tamra on Monday, killing three sailors, the mayor said.\n\n"
    "Residents of the town said that the firing had begun before dawn and had lasted for about an hour.\n"
)
URL = "https://post.example/harbour"
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in STORY.split("\n\n"))
HTML = f"<!doctype html><html><body><article>{PARAGRAPHS}</article></body></html>".encode()
BOMB = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><title>&a;</title></channel></rss>'
CSV_HEAD = "url,title,date,text\n"


def feed(*, links: int = 0) -> bytes:
    story = f"<description><![CDATA[{PARAGRAPHS * 6}]]></description>"
    full = f"<item><title>Harbour shelled</title><link>{URL}</link>{story}</item>"
    only = "".join(f"<item><title>More</title><link>{URL}-{n}</link></item>" for n in range(links))
    head = "<title>Harbour Post</title><link>https://post.example/</link>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{full}{only}</channel></rss>'.encode()


def sitemap() -> bytes:
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0"?><urlset xmlns="{space}"><url><loc>{URL}</loc></url></urlset>'.encode()


def warc(body: bytes = HTML, kind: bytes = b"text/html") -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n%s" % (kind, body)
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nContent-Type: application/http\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def zipped(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, data)
    return file.getvalue()


def mhtml() -> bytes:
    head = f"Subject: Harbour\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Location: {URL}\r\n\r\n"
    return head.encode() + HTML


def rows(**columns: str) -> bytes:
    """A table with one row."""
    cells = (f'"{cell}"' for cell in columns.values())
    return f"{','.join(columns)}\n{','.join(cells)}\n".encode()


def pdf() -> bytes:
    lines = STORY.replace("\n\n", " ").strip().split(", ")
    text = b" T* ".join(b"(%s,) Tj" % line.encode() for line in lines)
    content = b"BT /F1 11 Tf 14 TL 72 700 Td " + text + b" ET"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
    ]
    out, places = b"%PDF-1.4\n", b""
    for number, body in enumerate(bodies, start=1):
        places += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + places
    return out + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start


RECORD = {"url": URL, "title": "Harbour shelled", "date": "2021-03-02", "text": STORY}

GOOD = {
    "text": STORY.encode(),
    "html": HTML,
    "feed": feed(),
    "warc": warc(),
    "warc.gz": gzip.compress(warc()),
    "wacz": zipped("archive/data.warc", warc()),
    "mhtml": mhtml(),
    "json": json.dumps([RECORD]).encode(),
    "jsonl": (json.dumps(RECORD) + "\n").encode() * 2,
    "csv": rows(**RECORD),
    "pdf": pdf(),
    "html.gz": gzip.compress(HTML),
    "csv.gz.gz": gzip.compress(gzip.compress(rows(**RECORD))),
}
"""Inputs of which every page is coded."""

BAD = {
    "nothing": b"",
    "blank": b" \n",
    "sitemap": sitemap(),
    "entities": BOMB,
    "bomb": gzip.compress(b"\0" * 3_000_000),
    "broken.gz": gzip.compress(HTML)[:-20],
    "broken.pdf": b"%PDF-1.7\x00\x01",
    "picture": b"\x89PNG\r\n",
    "zip": zipped("a.txt", b"a"),
    "cut off": warc()[:-60],
    "no text": json.dumps([{"url": URL, "title": "Only this"}, 7, {"headline": "none"}]).encode(),
}
"""Inputs of which no page is."""

WHAT_BECOMES = {
    "nothing": ["empty"],
    "blank": ["empty"],
    "sitemap": ["empty"],
    "entities": ["quarantined"],
    "bomb": ["quarantined"],
    "broken.gz": ["failed"],
    "broken.pdf": ["failed"],
    "picture": ["failed"],
    "zip": ["failed"],
    "cut off": ["failed"],
    "no text": ["empty", "failed", "failed"],
}
