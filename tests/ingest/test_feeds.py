"""Feeds and sitemaps: full stories as pages, the rest as links."""

import pytest

from dateline.ingest import feeds
from dateline.model.text import Known, LeftOut
from feeds_made import ATOM, NEWS, RSS, STORY, listed, opened, page, rss

LONG = " ".join(["Shells fell on the eastern quarter for a third night in a row."] * 15)


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


def test_a_feed_that_says_only_where_it_stands_itself_has_its_links_from_there() -> None:
    entry = "<entry><title>A</title><link href='/a.html'/><summary>Short.</summary></entry>"
    data = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='https://hill.example/news/feed.xml'/>"
        f"{entry}</feed>"
    )
    assert listed(opened(data)).url == "https://hill.example/a.html"


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


def test_feeds_are_told_by_their_content() -> None:
    assert all(feeds.is_it(data.encode()) for data in (RSS, ATOM, NEWS, "\ufeff <!-- x -->\n<rss >"))
    pages = ("<!DOCTYPE html><html>", "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'a' 'b'><html>", "Rockets", "", "<")
    assert not any(feeds.is_it(data.encode()) for data in (*pages, "<rsync>", "<html><rss></rss></html>"))
