"""What an entry of a feed or a sitemap says, by the names of RSS, Atom, Dublin Core and Google's news sitemaps."""

import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin

from dateline.ingest.feed_teasers import is_whole_content, is_whole_description
from dateline.model.text import Known

# Namespaces by the prefix that feeds give them; those of feeds and sitemaps themselves by none.
_PREFIXES: Final[Mapping[str, str]] = {
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "",
    "https://www.sitemaps.org/schemas/sitemap/0.9": "",
    "http://www.google.com/schemas/sitemap/0.84": "",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://search.yahoo.com/mrss/": "media:",
}
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
_TAG: Final = re.compile(r"<[^<>]*>")
_MARKUP: Final = re.compile(
    r"</?(?:p|br|div|a|b|i|em|strong|img|ul|li|h\d|span|blockquote|figure)\b[^<>]*>", re.IGNORECASE
)
_MAIL: Final = re.compile(r"^\S+@\S+\s*(?:\((?P<name>[^()]+)\))?$")
_LONGEST_NAME: Final = 200
_PUBLISHED: Final = ("pubDate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created")

Fields = Mapping[str, Sequence[Any]]


def fields_of(element: Any) -> Fields:
    """The children of an element by name."""
    fields: dict[str, list[Any]] = defaultdict(list)
    for child in element:
        if isinstance(child.tag, str):
            fields[name_of(child.tag)].append(child)
    return fields


def name_of(tag: str) -> str:
    """An element's name with the prefix that feeds give its namespace: "content:encoded", "item"; in a namespace that
    is not known, the name as lxml gives it."""
    space, brace, local = tag.rpartition("}")
    return _PREFIXES[space[1:]] + local if brace and space[1:] in _PREFIXES else tag


def first(fields: Fields, *names: str) -> str | None:
    """The text of the first element, by the order of `names`, that has any: one line, without entities."""
    for name in names:
        for element in fields.get(name, ()):
            if text := _words(element):
                return text
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What a feed says of all its entries; `base` is the address that relative ones start from."""

    base: str
    title: str | None
    language: str | None
    byline: tuple[str, ...]


def channel_of(root: Any, element: Any) -> Channel:
    """What the root and the element that speaks for the whole feed (RSS has one inside the root) say."""
    fields = fields_of(element)
    return Channel(
        base=element.get(_BASE) or root.get(_BASE) or next(_links(fields), "") or _of_itself(fields),
        title=first(fields, "title"),
        language=first(fields, "language", "dc:language") or element.get(_LANG) or root.get(_LANG),
        byline=tuple(_authors({"author": fields.get("author", ())})),
    )


def known_of(entry: Any, channel: Channel) -> Known:
    """What an entry says of its page, and the feed where the entry is silent."""
    fields = fields_of(entry)
    news, source = _inside(fields, "news:news"), _inside(fields, "source")
    paper = _inside(news, "news:publication")
    return Known(
        url=_address(fields, entry.get(_BASE) or channel.base),
        title=first(news, "news:title") or first(fields, "title", "dc:title", "media:title"),
        published=first(news, "news:publication_date") or first(fields, *_PUBLISHED),
        updated=first(fields, "updated", "modified", "dcterms:modified", "lastmod"),
        outlet=first(paper, "news:name") or first(source, "title") or _source_named(fields) or channel.title,
        byline=tuple(_authors(fields)) or channel.byline,
        language=first(paper, "news:language") or entry.get(_LANG) or channel.language,
    )


def _inside(fields: Fields, name: str) -> Fields:
    found = fields.get(name, ())
    return fields_of(found[0]) if found else {}


def _source_named(fields: Fields) -> str | None:
    """RSS names the outlet that an entry was taken from as text, Atom in elements inside."""
    return next((_words(element) or None for element in fields.get("source", ()) if not len(element)), None)


def _address(fields: Fields, base: str) -> str | None:
    """The entry's web address, the outlet's own before that of a service in between."""
    for link in (first(fields, "feedburner:origLink"), first(fields, "loc"), *_links(fields), _permalink(fields)):
        whole = _joined(base, link) if link else ""
        if whole.startswith(("http://", "https://")):
            return whole
    return None


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return ""


def _links(fields: Fields) -> Iterator[str]:
    """RSS has the address as text, Atom as an attribute, where "alternate" is also what no relation means."""
    for element in fields.get("link", ()):
        if element.get("href") and element.get("rel", "alternate") == "alternate":
            yield element.get("href")
        elif not element.get("href") and _words(element):
            yield _words(element)


def _of_itself(fields: Fields) -> str:
    """The address at which a feed says that it stands itself."""
    return next((link.get("href", "") for link in fields.get("link", ()) if link.get("rel") == "self"), "")


def _permalink(fields: Fields) -> str | None:
    return next((_words(g) for g in fields.get("guid", ()) if g.get("isPermaLink", "true") != "false"), None)


def _authors(fields: Fields) -> Iterator[str]:
    for element in (*fields.get("dc:creator", ()), *fields.get("author", ())):
        inside = fields_of(element)
        stated = first(inside, "name") if inside else _words(element)
        mail = _MAIL.match((stated or "")[:_LONGEST_NAME])
        name = mail.group("name") if mail else stated
        if name:
            yield name.strip()


def full_text(entry: Any) -> str | None:
    """The entry's whole story as HTML, or None where it gives a summary or a teaser only."""
    fields = fields_of(entry)
    for element in (*fields.get("content:encoded", ()), *fields.get("content", ())):
        if is_whole_content(markup := _markup(element)):
            return markup
    for element in (*fields.get("description", ()), *fields.get("summary", ())):
        if is_whole_description(markup := _markup(element)):
            return markup
    return None


def as_page(markup: str, known: Known) -> bytes:
    """A page of HTML around an entry's story."""
    title = html.escape(known.title or "")
    language = f' lang="{html.escape(known.language)}"' if known.language else ""
    head = f'<!DOCTYPE html>\n<html{language}><head><meta charset="utf-8"><title>{title}</title></head>'
    return f"{head}\n<body><article>\n<h1>{title}</h1>\n{markup}\n</article></body></html>\n".encode()


def _markup(element: Any) -> str:
    """An element's content as HTML: escaped markup, elements of XHTML, or lines of text."""
    from lxml import etree

    if len(element):
        for inside in element.iter():
            if isinstance(inside.tag, str):
                inside.tag = inside.tag.rpartition("}")[2]
        etree.cleanup_namespaces(element)
        children = (etree.tostring(child, encoding="unicode", method="html") for child in element)
        return html.escape(element.text or "") + "".join(children)
    text = element.text or ""
    if element.get("type") in ("text", "text/plain"):
        return _paragraphs(html.escape(text, quote=False))
    return text if _MARKUP.search(text) else _paragraphs(text)


def _paragraphs(text: str) -> str:
    return "\n".join(f"<p>{part.strip()}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def _words(element: Any) -> str:
    """An element's text on one line; feeds often escape it twice."""
    text = html.unescape("".join(element.itertext()))
    if element.get("type") in ("html", "xhtml"):
        text = _TAG.sub("", text)
    return " ".join(text.split())
