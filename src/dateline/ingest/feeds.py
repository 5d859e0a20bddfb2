"""Feeds (RSS 0.9 to 2.0, Atom) and sitemaps, plain and of news: an entry with its full text is a page, others are
links."""

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, Final

from dateline.ingest.caps import Caps
from dateline.ingest.feed_entries import Channel, as_page, channel_of, full_text, known_of, name_of
from dateline.ingest.listed import Listed
from dateline.ingest.pages import Unreadable
from dateline.ingest.refusal import Refused, inner, unreadable
from dateline.ingest.xml_tree import HEAD, declares_its_own, parsed, root_name
from dateline.model.buffers import Buffer
from dateline.model.text import LeftOut, Page

_ROOTS: Final = frozenset({"rss", "feed", "RDF", "urlset", "sitemapindex"})
_ENTRIES: Final = frozenset({"item", "entry", "url", "sitemap"})
_NOT_XML: Final = frozenset({"html", "HTML"})


def is_it(data: Buffer) -> bool:
    """Whether the data begin as a feed or sitemap does, or as XML that declares entities, which is to be refused."""
    data = data[:HEAD]
    name = root_name(data)
    return name in _ROOTS or (name is not None and name not in _NOT_XML and declares_its_own(data))


def open_it(page: Page, caps: Caps) -> Iterator[Page | Unreadable | Listed | LeftOut]:
    """The entries in order, at most `feed_entries`, named FEED!ADDRESS; those with neither a full text nor a link are
    only counted. Where the file breaks off or has more, an `Unreadable` under the feed's own name says so at
    the end."""
    try:
        tree = parsed(bytes(page.data), caps)
        if name_of(tree.root.tag) not in _ROOTS:
            raise Refused("is XML, but neither a feed nor a sitemap")
    except Refused as refused:
        yield unreadable(page.name, refused)
        return
    speaker = _channel(tree.root)
    entries, channel = _entries(tree.root, speaker), channel_of(tree.root, speaker)
    nothing = 0
    for number, entry in enumerate(islice(entries, caps.feed_entries), start=1):
        opened = _opened(entry, channel, page.name, number)
        nothing += opened is None
        yield from (opened,) if opened else ()
    if nothing:
        yield LeftOut(name=page.name, counts=((_NOTHING, nothing),))
    if next(entries, None) is not None:
        reason = f"has more than {caps.feed_entries:,} entries; the rest is not read (cap feed_entries)"
        yield Unreadable(name=page.name, reason=reason, status="too_large")
    if tree.broken:
        yield unreadable(page.name, tree.broken)


def _entries(root: Any, channel: Any) -> Iterator[Any]:
    """RSS 1.0 has its entries beside the channel, RSS 2.0 in it."""
    children = chain(root, channel if channel is not root else ())
    return (child for child in children if isinstance(child.tag, str) and name_of(child.tag) in _ENTRIES)


def _channel(root: Any) -> Any:
    """The element that speaks for the whole feed: RSS has one inside the root."""
    inside = (child for child in root if isinstance(child.tag, str) and name_of(child.tag) == "channel")
    return next(inside, root)


def _opened(entry: Any, channel: Channel, feed: str, number: int) -> Page | Listed | None:
    known = known_of(entry, channel)
    name = inner(feed, known.url or f"entry {number}")
    markup = full_text(entry)
    if markup is not None:
        return Page(name=name, data=as_page(markup, known), known=known, came="feed")
    if known.url is None:
        return None
    return Listed(name=name, url=known.url, reason=_WHY.get(name_of(entry.tag), _SUMMARY), known=known)


_NOTHING: Final = "with neither a full text nor a link"
_SUMMARY: Final = "the feed gives no full text"
_WHY: Final = {"url": "a sitemap holds links only", "sitemap": "is another sitemap, which was not fetched"}
