"""The linked data of an HTML page (JSON-LD with schema.org's words): which node is its article, and what that says.

Sites put their articles in a list, in a @graph, under a page's mainEntity, and name author and publisher by @id; all
are followed. Text that is no JSON is mended where commas or comment marks spoil it; beyond that, its plain fields are
read.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from dateline.knowledge.furniture import fold
from dateline.model.text import Sure

# Types of schema.org that are stories; a WebPage says when it was made, but less surely of what.
_ARTICLE: Final = re.compile(r"(?:Article|Posting)$|^Report$")
_NO_STORY: Final = frozenset({"SocialMediaPosting", "JobPosting", "DiscussionForumPosting"})
_PAGE: Final = frozenset({"WebPage", "ItemPage"})

_LONGEST_SCRIPT: Final = 2_000_000
_MOST_NODES: Final = 2_000
_DEEPEST: Final = 8
_LONGEST_NAME: Final = 200

_WRAPPING: Final = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>|;)\s*$")
_SPARE_COMMA: Final = re.compile(r",(?=\s*[}\]])")
_SAYS_ARTICLE: Final = re.compile(r'"@type"\s*:\s*\[?\s*"[A-Za-z]*Article"')
_FIELD: Final = re.compile(
    r'"(?P<key>headline|datePublished|dateModified|articleBody|inLanguage)"\s*:\s*"(?P<value>(?:[^"\\]|\\.)*)"',
    re.DOTALL,
)
_NAMED: Final = re.compile(
    r'"(?P<key>author|publisher)"\s*:\s*\[?\s*\{[^{}]{0,500}?"name"\s*:\s*"(?P<value>[^"\\]{2,100})"'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What the page's article says of itself, as it stands there.

    `sure` is `certain` of the only article or the one with the page's own headline or address, `likely` of the first of
    several and of a bare WebPage, `doubtful` where the JSON is broken. `authors` are names of people and agencies;
    `body` may hold HTML.
    """

    sure: Sure
    headline: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    body: str | None = None


def linked_article(scripts: Sequence[str], titles: Sequence[str], url: str | None) -> Linked | None:
    """The article among the page's JSON-LD; `titles` and `url` are what the page calls itself, to know it by."""
    nodes: list[dict[str, Any]] = []
    broken: list[str] = []
    for script in scripts:
        data = _loaded(script)
        nodes += _nodes(data) if data is not None else ()
        if data is None and _SAYS_ARTICLE.search(script):
            broken.append(script)
    found, sure = _chosen(nodes[:_MOST_NODES], {fold(title) for title in titles}, url)
    if found is not None:
        return _linked(found, sure, {str(node["@id"]): node for node in nodes if _is_named(node)})
    return _from_broken(broken[0]) if broken else None


def _loaded(script: str) -> Any:
    """The script's data; None where even mending does not make it JSON."""
    text = _WRAPPING.sub("", _WRAPPING.sub("", script[:_LONGEST_SCRIPT]))
    for attempt in (text, _SPARE_COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects with a type, breadth first as far as a page's article may lie."""
    level = [data]
    for _ in range(_DEEPEST):
        below: list[Any] = []
        for one in level[:_MOST_NODES]:
            if isinstance(one, dict):
                if "@type" in one:
                    yield one
                below += [one[key] for key in one if isinstance(one[key], dict | list)]
            elif isinstance(one, list):
                below += one[:_MOST_NODES]
        level = below


def _types(node: dict[str, Any]) -> list[str]:
    said = node["@type"]
    types = said if isinstance(said, list) else [said]
    return [one.rpartition("/")[2] for one in types if isinstance(one, str)]


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLE.search(one) and one not in _NO_STORY for one in _types(node))


def _is_named(node: dict[str, Any]) -> bool:
    return isinstance(node.get("@id"), str) and ("name" in node or "datePublished" in node)


def _chosen(nodes: Sequence[dict[str, Any]], titles: set[str], url: str | None) -> tuple[dict[str, Any] | None, Sure]:
    """The page's own article, else the first, else the WebPage."""
    articles = [node for node in nodes if _is_article(node)]
    for node in articles:
        if _headline(node) in titles or (url and url in (node.get("url"), node.get("mainEntityOfPage"))):
            return node, "certain"
    if articles:
        return articles[0], "certain" if len(articles) == 1 else "likely"
    pages = (node for node in nodes if _PAGE.intersection(_types(node)) and "datePublished" in node)
    return next(pages, None), "likely"


def _headline(node: dict[str, Any]) -> str:
    return fold(_text(node.get("headline")) or _text(node.get("name")) or "")


def _linked(node: dict[str, Any], sure: Sure, named: dict[str, dict[str, Any]]) -> Linked:
    publishers = tuple(_names(node.get("publisher"), named))
    return Linked(
        sure=sure,
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")),
        updated=_text(node.get("dateModified")),
        authors=tuple(dict.fromkeys(name for name in _names(node.get("author"), named) if name not in publishers)),
        publisher=publishers[0] if publishers else None,
        language=_text(node.get("inLanguage")),
        url=_text(node.get("url")),
        body=_text(node.get("articleBody")),
    )


def _names(said: Any, named: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The names of people or firms, however they are written: a string, an object, an @id, or a list of these."""
    for one in said[:20] if isinstance(said, list) else [said]:
        if isinstance(one, dict):
            node = one if "name" in one else named.get(str(one.get("@id")), one)
            one = node.get("name")
        name = _text(one[0] if isinstance(one, list) and one else one)
        if name and len(name) <= _LONGEST_NAME and "://" not in name:
            yield name


def _text(value: Any) -> str | None:
    """A string with its character references resolved; None of anything else and of blanks."""
    return unescape(value).strip() or None if isinstance(value, str) else None


def _from_broken(script: str) -> Linked:
    """The first of each plain field in a script that is no JSON."""
    text = script[:_LONGEST_SCRIPT]
    found: dict[str, str] = {}
    for match in (*_FIELD.finditer(text), *_NAMED.finditer(text)):
        found.setdefault(match["key"], _unquoted(match["value"]))
    return Linked(
        sure="doubtful",
        headline=_text(found.get("headline")),
        published=_text(found.get("datePublished")),
        updated=_text(found.get("dateModified")),
        authors=tuple(_names(found.get("author"), {})),
        publisher=_text(found.get("publisher")),
        language=_text(found.get("inLanguage")),
        body=_text(found.get("articleBody")),
    )


def _unquoted(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value
