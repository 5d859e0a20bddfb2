"""A page of HTML as a tree: lxml's, parsed once for the metadata and for trafilatura."""

import re
from dataclasses import dataclass
from typing import Any, Final

from dateline.ingest.lines import clean

_DOCTYPE: Final = re.compile(r"^\s*<!doctype[^>]{0,500}>", re.IGNORECASE)
_NOT_STORABLE: Final = re.compile("[\0\ud800-\udfff]")
_LONGEST: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """The element <html>, None where nothing could be parsed; `whole` is false where the parser gave up on the way:
    libxml2 does at 256 tags in one another."""

    root: Any
    whole: bool


def storable(page: str) -> str:
    """The page with a blank for each NUL and U+FFFD for each half of a surrogate pair: the same length."""
    if page.isascii() and "\0" not in page:
        return page
    return _NOT_STORABLE.sub(lambda found: " " if found.group() == "\0" else "\ufffd", page)


def parsed(page: str) -> Tree:
    """The tree of a decoded page. Never fails, and never reads anything else than the page."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )  # fmt: skip
    data = _DOCTYPE.sub("", storable(page), count=1).encode("utf-8")
    try:
        root = document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError):
        return Tree(root=None, whole=False)
    gave_up = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return Tree(root=root, whole=not gave_up)


def attribute(element: Any, name: str) -> str:
    """An attribute's value; empty where there is none."""
    return str(element.get(name) or "")


def words_of(element: Any) -> str:
    """The words in an element, clean; empty of anything that is too long to be a heading, name or date."""
    text = "".join(element.itertext())
    return clean(text) if len(text) <= _LONGEST else ""
