"""Feeds and sitemaps for tests, and what is found in them."""

from dateline.ingest.caps import Caps
from dateline.ingest.feeds import open_it
from dateline.ingest.listed import Listed
from dateline.ingest.pages import Unreadable
from dateline.model.text import Page

STORY = (
    "<p>Rockets struck the harbour before dawn, and two dockers were wounded.</p><p>The port has been closed.</p>" * 3
)
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Harbour Post</title><link>https://post.example/</link><language>en-gb</language>
<atom:link rel="self" href="https://post.example/feed"/>
{items}
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>River News</title>
<link href="https://river.example/"/><author><name>The desk</name></author>{entries}</feed>"""
NEWS = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>https://a.example/p.png</image:loc></image:image><loc>https://a.example/1</loc>
<lastmod>2022-03-02</lastmod><news:news><news:publication><news:name>Valley Times</news:name>
<news:language>en</news:language></news:publication><news:publication_date>2022-03-01T10:00Z</news:publication_date>
<news:title>Bridge blown up</news:title></news:news></url></urlset>"""

Found = Page | Unreadable | Listed


def opened(data: str | bytes, caps: Caps | None = None) -> list[Found]:
    raw = data.encode() if isinstance(data, str) else data
    return list(open_it(Page(name="f.xml", data=raw), caps or Caps()))


def rss(*items: str) -> list[Found]:
    return opened(RSS.format(items="".join(f"<item>{item}</item>" for item in items)))


def page(found: list[Found]) -> Page:
    (one,) = found
    assert isinstance(one, Page), one
    return one


def listed(found: list[Found]) -> Listed:
    (one,) = found
    assert isinstance(one, Listed), one
    return one


def refused(found: list[Found]) -> str:
    (one,) = found
    assert isinstance(one, Unreadable), one
    assert "\n" not in one.reason
    return one.reason
