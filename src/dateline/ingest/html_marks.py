"""The marks in an HTML page from which its metadata are read: meta tags, links, headings, linked data."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.ingest.html_linked import Linked, linked_article
from dateline.ingest.html_tree import attribute, words_of
from dateline.ingest.lines import clean
from dateline.model.text import Sure

_MOST_METAS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value, where in the page it was found, and how sure it is to be what it is taken for."""

    value: str
    where: str
    sure: Sure


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the fields are read from: meta tags by their name in small letters, the first of each; links by rel."""

    metas: dict[str, str]
    items: dict[str, str]
    links: dict[str, str]
    headings: tuple[str, ...]
    title: str | None
    linked: Linked | None
    root: Any


def marks_of(root: Any) -> Marks:
    """The marks of a parsed page, of which `root` is lxml's element <html>."""
    metas, items = _metas(root)
    links: dict[str, str] = {}
    for link in root.iter("link"):
        for rel in attribute(link, "rel").lower().split():
            links.setdefault(rel, attribute(link, "href").strip())
    headings = tuple(text for heading in root.iter("h1") if (text := words_of(heading)))
    scripts = [script.text for script in root.iter("script") if script.text and "ld+json" in attribute(script, "type")]
    title = next((text for element in root.iter("title") if (text := words_of(element))), None)
    titles = [text for text in (*headings, metas.get("og:title"), title) if text]
    linked = linked_article(scripts, titles, links.get("canonical")) if scripts else None
    return Marks(metas=metas, items=items, links=links, headings=headings, title=title, linked=linked, root=root)


def _metas(root: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Meta tags by property, name or http-equiv, and by itemprop."""
    metas: dict[str, str] = {}
    items: dict[str, str] = {}
    for number, meta in enumerate(root.iter("meta")):
        content = clean(attribute(meta, "content"))
        if not content or number > _MOST_METAS:
            continue
        for key in ("property", "name", "http-equiv"):
            if name := attribute(meta, key).lower():
                metas.setdefault(name, content)
        if name := attribute(meta, "itemprop").lower():
            items.setdefault(name, content)
    return metas, items


def first(found: Iterable[Found]) -> Found | None:
    """The first, if there is one."""
    return next(iter(found), None)


def named(held: dict[str, str], names: Sequence[str], sure: Sure, kind: str = "meta") -> Iterator[Found]:
    """Those of `held` that have one of `names`, in the order of the names."""
    for name in names:
        if name in held:
            yield Found(value=held[name], where=f"{kind} {name}", sure=sure)


def from_linked(marks: Marks, value: str | None, field: str) -> Found | None:
    """A field of the page's JSON-LD, as sure as that is; None where it says nothing."""
    if marks.linked is None or not (text := value if field == "articleBody" else clean(value or "")):
        return None
    return Found(value=_storable(text), where=f"JSON-LD {field}", sure=marks.linked.sure)


def _storable(text: str) -> str:
    """JSON may hold halves of surrogate pairs, which no file can."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def linked_first(linked: Found | None, others: Iterator[Found]) -> Iterator[Found]:
    """JSON-LD in front, or, where it is broken or may speak of another page, behind what is certain."""
    found = tuple(others)
    if linked and linked.sure == "certain":
        yield linked
    yield from (one for one in found if one.sure == "certain")
    if linked and linked.sure != "certain":
        yield linked
    yield from (one for one in found if one.sure != "certain")
