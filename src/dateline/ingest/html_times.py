"""The <time> elements of an HTML page that speak of the page itself, and whether of its publication or a change."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from dateline.ingest.html_tree import attribute, words_of

TimeKind = Literal["published", "updated", "bare"]

_UPDATED: Final = re.compile(r"modif|updat|edited|corrected|changed", re.IGNORECASE)
_PUBLISHED: Final = re.compile(r"publish|pubdate|posted|issued|entry-date|created|first on", re.IGNORECASE)
_OTHERS: Final = re.compile(r"comment|related|sidebar|promo|teaser|card|latest|most-read|widget|popular", re.IGNORECASE)
# Of microdata, those in <meta> are read with the other metadata.
TIMES: Final = (
    ".//time | .//*[not(self::meta) and ("
    + " or ".join(f"@itemprop='{name}'" for name in ("datePublished", "dateModified", "dateCreated"))
    + ")]"
)
_NOT_ITS_OWN: Final = frozenset({"aside", "nav", "footer", "li", "a"})

# What stands right in front of a date, or is its parent's class, says what it is the date of.
_LABEL: Final = 40
_MOST: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A date as the element has it; `bare` where nothing says of what; `in_itemprop` where microdata does."""

    kind: TimeKind
    value: str
    in_itemprop: bool


def times_in(root: Any) -> Iterator[Time]:
    """The page's own, in order: none of comments, menus and lists of other stories."""
    for number, element in enumerate(root.xpath(TIMES)):
        value = attribute(element, "datetime") or attribute(element, "content") or words_of(element)
        if number < _MOST and value and _is_own(element):
            yield _time(element, value)


def _is_own(element: Any) -> bool:
    return not any(
        one.tag in _NOT_ITS_OWN or _OTHERS.search(f"{attribute(one, 'class')} {attribute(one, 'id')}")
        for one in (element, *element.iterancestors())
        if one.tag not in ("body", "html")
    )


def _time(element: Any, value: str) -> Time:
    prop = attribute(element, "itemprop")
    if prop and (kind := _kind(prop)) != "bare":
        return Time(kind=kind, value=value, in_itemprop=True)
    pubdate = " pubdate" if "pubdate" in element.attrib else ""
    told = (
        attribute(element, "class") + pubdate,
        _before(element),
        words_of(element)[:_LABEL],
        _parents_class(element),
    )
    kinds = (_kind(words) for words in told)
    return Time(kind=next((kind for kind in kinds if kind != "bare"), "bare"), value=value, in_itemprop=False)


def _before(element: Any) -> str:
    """The words right in front, in the same parent."""
    above = element.getprevious()
    parent = element.getparent()
    if above is not None:
        return ((above.tail or "").strip() or words_of(above))[-_LABEL:]
    return str(parent.text or "")[-_LABEL:] if parent is not None else ""


def _parents_class(element: Any) -> str:
    """The parent's class, where the parent holds no other date that it could speak of."""
    parent = element.getparent()
    alone = parent is not None and len(parent.findall("time")) == 1
    return attribute(parent, "class") if alone else ""


def _kind(words: str) -> TimeKind:
    if _UPDATED.search(words):
        return "updated"
    return "published" if _PUBLISHED.search(words) else "bare"
