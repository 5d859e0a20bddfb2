"""Feeds and sitemaps: full stories as pages, the rest as links, and no bomb."""

import http.server
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.ingest import feeds
from dateline.ingest.caps import Caps
from dateline.ingest.feeds import open_it
from dateline.ingest.listed import Listed
from dateline.ingest.pages import Unreadable
from dateline.model.text import Known, LeftOut, Page

STORY = (
    "<p>Rockets struck the harbour before dawn, and two dockers were wounded.</p><p>The port has been closed.</p>" * 3
)
LONG = " ".join(["Shells fell on the eastern quarter for a third night in a row."] * 15)
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


def test_an_item_with_its_content_is_a_page_with_all_the_feed_knows() -> None:
    found = page(
        rss(
            "<title>Harbour struck &amp;#8217; again</title><link>https://post.example/1</link>"
            "<pubDate>Tue, 01 Mar 2022 10:00:00 +0200</pubDate><dc:creator>Ann Dock</dc:creator>"
            f"<description>Short.</description><content:encoded><![CDATA[{STORY}]]></content:encoded>"
        )
    )
    assert (found.name, found.came) == ("f.xml!https://post.example/1", "feed")
    assert STORY in found.data.decode()
    assert found.data.startswith(b"<!DOCTYPE html>")
    assert found.known == Known(
        url="https://post.example/1",
        title="Harbour struck ’ again",
        published="Tue, 01 Mar 2022 10:00:00 +0200",
        outlet="Harbour Post",
        byline=("Ann Dock",),
        language="en-gb",
    )


def test_an_item_with_a_summary_is_listed_with_its_link() -> None:
    found = listed(rss("<title>A</title><link>https://post.example/2</link><description>Two were hurt.</description>"))
    assert found.url == "https://post.example/2"
    assert found.known is not None
    assert found.known.title == "A"


def test_a_description_as_long_as_a_story_is_one_unless_it_breaks_off() -> None:
    link = "<link>https://post.example/3</link>"
    assert LONG in page(rss(f"{link}<description>{LONG}</description>")).data.decode()
    for end in ("…", "[...]", "&lt;a href='x'&gt;Read more&lt;/a&gt;"):
        assert listed(rss(f"{link}<description>{LONG} {end}</description>"))


def test_a_content_of_a_picture_only_is_no_story() -> None:
    content = "<content:encoded><![CDATA[<img src='a.png'/> Harbour.]]></content:encoded>"
    assert listed(rss(f"<link>https://post.example/4</link>{content}"))


def test_items_with_neither_text_nor_link_are_counted_and_no_failure() -> None:
    (found,) = rss("<title>Nothing</title><link>javascript:alert(1)</link>")
    assert found == LeftOut(name="f.xml", counts=(("with neither a full text nor a link", 1),))


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ("<guid>https://post.example/g</guid>", "https://post.example/g"),
        ("<link>/rel</link>", "https://post.example/rel"),
        ('<atom:link href="https://post.example/a"/>', "https://post.example/a"),
        ('<atom:link rel="enclosure" href="https://post.example/c"/><link>/b</link>', "https://post.example/b"),
    ],
)
def test_the_address_is_found_where_feeds_put_it(fields: str, address: str) -> None:
    assert listed(rss(fields)).url == address


def test_a_guid_that_is_no_address_is_none() -> None:
    (found,) = rss('<guid isPermaLink="false">https://post.example/g</guid>')
    assert isinstance(found, LeftOut)


def test_an_item_taken_from_another_outlet_is_that_outlets() -> None:
    found = listed(rss('<link>https://post.example/5</link><source url="https://x.example/">Hill Radio</source>'))
    assert found.known is not None
    assert found.known.outlet == "Hill Radio"


@pytest.mark.parametrize(("author", "name"), [("ann@post.example (Ann Dock)", ("Ann Dock",)), ("ann@post.example", ())])
def test_a_mail_address_is_no_byline(author: str, name: tuple[str, ...]) -> None:
    found = listed(rss(f"<link>https://post.example/6</link><author>{author}</author>"))
    assert found.known is not None
    assert found.known.byline == name


@pytest.mark.parametrize(
    "content",
    [
        f'<content type="html"><![CDATA[{STORY}]]></content>',
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{STORY}</div></content>',
        f'<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">'
        f"{STORY.replace('<p>', '<h:p>').replace('</p>', '</h:p>')}</h:div></content>",
        "<content>" + STORY.replace("<", "&lt;") + "</content>",
    ],
)
def test_atom_content_of_every_kind_is_a_page(content: str) -> None:
    links = '<link rel="edit" href="https://river.example/e"/><link href="/9"/>'
    dates = "<published>2022-03-01T10:00:00Z</published><updated>2022-03-01T12:00:00Z</updated>"
    found = page(opened(ATOM.format(entries=f"<entry><title>T</title>{links}{dates}{content}</entry>")))
    assert STORY in found.data.decode()
    assert found.known == Known(
        url="https://river.example/9",
        title="T",
        published="2022-03-01T10:00:00Z",
        updated="2022-03-01T12:00:00Z",
        outlet="River News",
        byline=("The desk",),
        language="en",
    )


def test_atom_text_is_paragraphs_and_its_signs_no_markup() -> None:
    text = f"{LONG} 5 &lt; 6\n\nSecond part of {LONG}"
    entry = f'<entry><link href="https://r.example/1"/><content type="text">{text}</content></entry>'
    found = page(opened(ATOM.format(entries=entry)))
    assert b"5 &lt; 6</p>\n<p>Second part" in found.data


def test_an_rdf_feed_has_its_items_beside_the_channel() -> None:
    data = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<channel><title>Old Post</title></channel><item><link>https://old.example/1</link></item></rdf:RDF>"
    )
    found = listed(opened(data))
    assert found.known == Known(url="https://old.example/1", outlet="Old Post")


def test_a_news_sitemap_lists_pages_with_their_metadata() -> None:
    found = listed(opened(NEWS))
    assert found.url == "https://a.example/1"
    assert found.known == Known(
        url="https://a.example/1",
        title="Bridge blown up",
        published="2022-03-01T10:00Z",
        updated="2022-03-02",
        outlet="Valley Times",
        language="en",
    )


def test_a_sitemap_of_sitemaps_says_so() -> None:
    data = "<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>"
    assert "another sitemap" in listed(opened(data)).reason


def test_no_more_entries_than_the_cap_are_read_and_that_is_said() -> None:
    items = "".join(f"<item><link>https://post.example/{number}</link></item>" for number in range(12))
    found = opened(RSS.format(items=items), Caps(feed_entries=10))
    assert [type(one) for one in found] == [Listed] * 10 + [Unreadable]
    assert isinstance(found[-1], Unreadable)
    assert "more than 10 entries" in found[-1].reason
    assert len(opened(RSS.format(items=items), Caps(feed_entries=12))) == 12


def test_a_feed_that_says_only_where_it_stands_itself_has_its_links_from_there() -> None:
    entry = "<entry><title>A</title><link href='/a.html'/><summary>Short.</summary></entry>"
    data = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='https://hill.example/news/feed.xml'/>"
        f"{entry}</feed>"
    )
    assert listed(opened(data)).url == "https://hill.example/a.html"


def test_a_feed_cut_off_inside_a_text_breaks_off_and_is_not_hostile() -> None:
    whole = RSS.format(items=f"<item><content:encoded><![CDATA[{STORY}]]></content:encoded></item>")
    for end in (whole.index("CDATA[") + 6, whole.index("]]>"), whole.index("]]>") + 1):
        last = opened(whole[:end])[-1]
        assert isinstance(last, Unreadable)
        assert (last.status, last.reason) == ("failed", "the XML breaks off; what follows was not read")


def test_a_feed_cut_off_gives_what_is_there_and_says_so() -> None:
    data = RSS.format(items="<item><link>https://post.example/1</link></item><item><link>https://post")
    found = opened(data.removesuffix("\n</channel></rss>"))
    assert isinstance(found[0], Listed)
    assert isinstance(found[-1], Unreadable)
    assert "breaks off" in found[-1].reason


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = {
    "billion laughs": f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">{LAUGHS}]><lolz>&l9;</lolz>',
    "billion laughs in a feed": f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]><rss a="&l9;">&l9;</rss>',
    "quadratic": f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]><rss>{"&a;" * 50_000}</rss>',
    "parameter entities": '<!DOCTYPE rss [<!ENTITY % a SYSTEM "http://127.0.0.1:{port}/a.dtd"> %a;]><rss/>',
    "external entity": '<!DOCTYPE rss [<!ENTITY a SYSTEM "http://127.0.0.1:{port}/a">]><rss><item>&a;</item></rss>',
    "external file": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file://{file}">]><rss><item><title>&a;</title></item></rss>',
    "behind comments": '<!-- <rss> --><?x y?>\n<!doctype rss [<!ENTITY a SYSTEM "file://{file}">]><rss>&a;</rss>',
}


@pytest.fixture
def canary() -> Iterator[tuple[int, list[str]]]:
    """A port on loopback and what was asked for there."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server.server_port, asked
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", BOMBS)
def test_xml_with_entities_of_its_own_is_refused_unread(
    name: str, encoding: str, canary: tuple[int, list[str]], tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    data = BOMBS[name].replace("{port}", str(canary[0])).replace("{file}", str(secret)).encode(encoding)
    if data[:2] == b"<\0" and data[2:4] != b"?\0":
        data = b"\xff\xfe" + data
    tracemalloc.start()
    assert feeds.is_it(data)
    assert "document type of its own" in refused(opened(data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000
    assert canary[1] == []


def test_a_document_type_that_names_an_outside_file_is_passed_over(canary: tuple[int, list[str]]) -> None:
    outside = f'<!DOCTYPE rss PUBLIC "-//X//DTD RSS//EN" "http://127.0.0.1:{canary[0]}/rss.dtd">'
    assert listed(opened(f"{outside}<rss><channel><item><link>https://a.example/</link></item></channel></rss>"))
    assert canary[1] == []


def test_a_document_type_inside_the_feed_declares_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    inside = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]>'
    found = opened(
        f"<rss><channel>{inside}<item><link>https://a.example/</link><title>&a;</title></item></channel></rss>"
    )
    assert "the secret" not in repr(found)


def test_named_characters_and_bare_ampersands_lose_no_words() -> None:
    found = listed(
        rss("<title>Don&rsquo;t R&D &unknown; x&nbsp;y &lt;</title><link>https://post.example/a?b=1&c=2</link>")
    )
    assert found.known is not None
    assert found.known.title == "Don’t R&D &unknown; x y <"
    assert found.url == "https://post.example/a?b=1&c=2"


def test_nuls_and_controls_are_left_out() -> None:
    assert listed(rss("<title>Raid\0 at\x0b dawn</title><link>https://post.example/1</link>")).known == Known(
        url="https://post.example/1", title="Raid at dawn", outlet="Harbour Post", language="en-gb"
    )


@pytest.mark.parametrize(
    ("stated", "true"), [("utf-8", "windows-1252"), ("windows-1252", "utf-8"), ("utf-16", "utf-8")]
)
def test_a_wrong_encoding_is_seen_through(stated: str, true: str) -> None:
    data = RSS.format(items="<item><link>https://post.example/1</link><title>Café</title></item>")
    found = listed(opened(data.replace('encoding="UTF-8"', f'encoding="{stated}"').encode(true)))
    assert found.known is not None
    assert found.known.title == "Café"


def test_a_stated_encoding_is_used_where_it_is_true() -> None:
    data = RSS.format(items="<item><link>https://post.example/1</link><title>Обстрел</title></item>")
    found = listed(opened(data.replace('encoding="UTF-8"', 'encoding="windows-1251"').encode("cp1251")))
    assert found.known is not None
    assert found.known.title == "Обстрел"


OPEN, DEEP = "the XML breaks off", "the XML is nested too deep"
# So much of each that to look at the rest again for every piece would take minutes.
HOSTILE = {
    "nesting": ("<rss>" + "<a>" * 100_000, DEEP),
    "CDATA without end": ("<rss>" + "<![CDATA[" * 1_000_000, OPEN),
    "comments without end": ("<rss>" + "<!--" * 2_000_000, OPEN),
    "ampersands": ("<rss>" + "&" * 500_000, OPEN),
    "entries in entries": ("<rss>" + "<item><content>" * 50_000, DEEP),
    "many entries": ("<rss><channel>" + "<item/>" * 200_000, OPEN),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_xml_is_not_read_on_and_says_why(name: str) -> None:
    data, why = HOSTILE[name]
    last = opened(data)[-1]
    assert isinstance(last, Unreadable)
    assert last.reason.startswith(why)


def test_a_feed_over_the_cap_is_refused() -> None:
    assert "cap page_bytes" in refused(opened(NEWS, Caps(page_bytes=100)))


def test_feeds_are_told_by_their_content() -> None:
    assert all(feeds.is_it(data.encode()) for data in (RSS, ATOM, NEWS, "\ufeff <!-- x -->\n<rss >"))
    pages = ("<!DOCTYPE html><html>", "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'a' 'b'><html>", "Rockets", "", "<")
    assert not any(feeds.is_it(data.encode()) for data in (*pages, "<rsync>", "<html><rss></rss></html>"))


@pytest.mark.parametrize(
    "data", [b"", b"\0\0", b"<rss", b"<rss>", b"<svg/>", b"<?xml", b"<!DOCTYPE rss>", b"\xff\xfe<"]
)
def test_what_is_no_feed_does_no_harm(data: bytes) -> None:
    assert all(isinstance(one, Unreadable) for one in opened(data))
