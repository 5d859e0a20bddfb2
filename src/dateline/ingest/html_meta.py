"""What an HTML page says of itself, each with where it was found and how sure that is.

The order of trust, for each field the first that says anything usable:

| field     | certain                          | likely                               | doubtful                 |
|-----------|----------------------------------|--------------------------------------|--------------------------|
| published | JSON-LD, article:published_time, | other named meta, <time> so called   | meta date, bare <time>,  |
|           | itemprop                         |                                      | the address              |
| updated   | JSON-LD, article:modified_time,  | other named meta, <time> so called   |                          |
|           | itemprop                         |                                      |                          |
| title     | JSON-LD, og:title                | the only <h1>, other named meta      | <title>                  |
| outlet    | og:site_name, JSON-LD publisher  | application-name, dc.publisher,      | the address's host       |
|           |                                  | beside the headline in <title>       |                          |
| byline    | JSON-LD author, author in meta   | rel, itemprop or class of an element |                          |
| url       | canonical link                   | og:url, JSON-LD                      |                          |
| language  | <html lang>                      | JSON-LD, og:locale, content-language |                          |

JSON-LD counts as `certain` only as far as it surely speaks of this page (see `Linked.sure`); where it may speak of
another, its articleBody is not used. A date of change is never taken for one of publication; a change before the
publication is no change.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from dateline.ingest.credit_line import agency_of
from dateline.ingest.html_dates import dates_of
from dateline.ingest.html_marks import Found, Marks, first, from_linked, linked_first, marks_of, named
from dateline.ingest.html_site import site_beside
from dateline.ingest.html_tree import attribute, parsed, words_of

_TITLES: Final = ("headline", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_SHARED_TITLES: Final = ("og:title", "twitter:title")
_OUTLETS: Final = ("application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher", "publisher")
_AUTHORS: Final = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
)
_LANGUAGES: Final = ("og:locale", "content-language", "language", "dc.language")

_BYLINES: Final = (
    ".//*[@rel='author' or contains(@itemprop,'author') or contains(@class,'byline') or contains(@class,'author-name')]"
)
_NOT_ITS_OWN: Final = re.compile(r"comment|related|sidebar|promo|teaser|bio", re.IGNORECASE)
_BY: Final = re.compile(r"^\s*(?:written\s+)?by:?\s+", re.IGNORECASE)
_LONGEST_NAME: Final = 100
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_HOST: Final = re.compile(r"https?://(?:www\d?\.|m\.|amp\.)*([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]{4,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the page says of itself; None where it says nothing. Days and minutes are ISO 8601, with an offset only
    where one is stated; `byline` holds people and agencies as written; `body` is JSON-LD's articleBody."""

    title: Found | None = None
    published: Found | None = None
    updated: Found | None = None
    outlet: Found | None = None
    byline: tuple[Found, ...] = ()
    url: Found | None = None
    language: Found | None = None
    body: Found | None = None


def metadata(page: str) -> Metadata:
    """The metadata of a decoded HTML page; never fails for what a page holds."""
    tree = parsed(page)
    return metadata_of(tree.root) if tree.root is not None else Metadata()


def metadata_of(root: Any) -> Metadata:
    """The metadata of a parsed page, of which `root` is the lxml element <html>; the tree is left as it is."""
    marks = marks_of(root)
    url = _url(marks)
    published, updated = dates_of(marks, url)
    body = marks.linked.body if marks.linked and marks.linked.sure != "likely" else None
    return Metadata(
        title=first(_titles(marks)),
        published=published,
        updated=updated,
        outlet=first(_outlets(marks, url)),
        byline=_byline(marks),
        url=url,
        language=first(found for found in _languages(marks) if _LANGUAGE.fullmatch(found.value)),
        body=from_linked(marks, body, "articleBody") if body else None,
    )


def _titles(marks: Marks) -> Iterator[Found]:
    linked = from_linked(marks, marks.linked.headline if marks.linked else None, "headline")
    return linked_first(linked if linked and not linked.value.endswith(("…", "...")) else None, _shown_titles(marks))


def _shown_titles(marks: Marks) -> Iterator[Found]:
    yield from named(marks.metas, ("og:title",), "certain")
    if len(marks.headings) == 1:
        yield Found(value=marks.headings[0], where="<h1>", sure="likely")
    yield from named(marks.items, _TITLES[:1], "likely", "itemprop")
    yield from named(marks.metas, _TITLES[1:], "likely")
    if marks.title:
        yield Found(value=marks.title, where="<title>", sure="doubtful")


def _outlets(marks: Marks, url: Found | None) -> Iterator[Found]:
    yield from named(marks.metas, ("og:site_name",), "certain")
    if found := from_linked(marks, marks.linked.publisher if marks.linked else None, "publisher"):
        yield found
    yield from (found for found in named(marks.metas, _OUTLETS, "likely") if "://" not in found.value)
    headlines = [*marks.headings, *(marks.metas[name] for name in _SHARED_TITLES if name in marks.metas)]
    if site := site_beside(marks.title or "", headlines):
        yield Found(value=site, where="beside the headline in <title>", sure="likely")
    host = _HOST.match(url.value) if url else None
    if url and host:
        yield Found(value=host[1].lower(), where=f"host of {url.where}", sure="doubtful")


def _byline(marks: Marks) -> tuple[Found, ...]:
    """All authors in the JSON-LD, if it surely speaks of this page or nothing else names one; else the first named."""
    authors = marks.linked.authors if marks.linked else ()
    linked = _people(found for name in authors if (found := from_linked(marks, name, "author")))
    stated = _people(named(marks.metas, _AUTHORS, "certain"))[:1]
    if linked and (linked[0].sure == "certain" or not stated):
        return linked
    return stated or _people(_signed(marks))[:1]


def _people(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(replace(one, value=name) for one in found if (name := _name(one.value)))


def _signed(marks: Marks) -> Iterator[Found]:
    """Elements that are marked as the author's name, outside comments and lists of other stories."""
    for element in marks.root.xpath(_BYLINES)[:10]:
        text = words_of(element)
        own = not any(_NOT_ITS_OWN.search(attribute(one, "class")) for one in (element, *element.iterancestors()))
        least = 1 if agency_of(text) else 2
        if text and own and least <= len(_BY.sub("", text).split()) <= 8:
            yield Found(value=text, where="element of the author", sure="likely")


def _name(text: str) -> str | None:
    """A name without "By"; None of addresses and of what is too long to be one."""
    name = _BY.sub("", text).strip(" ,|")
    return name if name and len(name) <= _LONGEST_NAME and "://" not in name and "@" not in name else None


def _url(marks: Marks) -> Found | None:
    canonical = {"canonical": marks.links["canonical"]} if "canonical" in marks.links else {}
    linked = from_linked(marks, marks.linked.url if marks.linked else None, "url")
    every = (*named(canonical, ("canonical",), "certain", "link"), *named(marks.metas, ("og:url",), "likely"))
    return first(one for one in (*every, *([linked] if linked else [])) if _ADDRESS.fullmatch(one.value))


def _languages(marks: Marks) -> Iterator[Found]:
    stated = attribute(marks.root, "lang") or attribute(marks.root, "xml:lang")
    if stated:
        yield Found(value=stated.strip(), where="<html lang>", sure="certain")
    if found := from_linked(marks, marks.linked.language if marks.linked else None, "inLanguage"):
        yield found
    yield from named(marks.metas, _LANGUAGES, "likely")
