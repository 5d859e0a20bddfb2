"""A page of HTML: its story and metadata through trafilatura, and what was left out."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from dateline.ingest.credits import split_names
from dateline.ingest.dates import dates_in, iso
from dateline.ingest.headline import split_title
from dateline.ingest.lines import Line, clean, made_line
from dateline.ingest.plain import Story, read_plain
from dateline.ingest.stamps import Dating
from dateline.knowledge.furniture import fold
from dateline.model.text import Dropped

_UNSEEN: Final = re.compile(r"<!--|<(?P<tag>script|style|noscript|template|svg|head|iframe|select)\b", re.IGNORECASE)
_TAG: Final = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)[^<>]*>|<![^>]*>|<\?[^>]*>")
_INLINE: Final = frozenset(
    "a abbr b bdi cite code em font i ins kbd mark q s small span strong sub sup time tt u var wbr".split()
)
_META: Final = re.compile(r"<meta\b[^>]{0,600}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_LANG: Final = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:[-_]\w+)*)", re.IGNORECASE)
_PUBLISHED: Final = frozenset(
    {
        "article:published_time",
        "datepublished",
        "og:published_time",
        "pubdate",
        "publishdate",
        "dc.date.issued",
        "parsely-pub-date",
    }
)
_UPDATED: Final = frozenset({"article:modified_time", "datemodified", "og:updated_time", "lastmod", "dc.date.modified"})


def read_html(page: str) -> Story:
    """The story of a decoded HTML page. Where trafilatura finds none, the page's visible lines are read as plain
    text."""
    seen = tuple(_visible_lines(page))
    stated = _LANG.search(page)
    language = stated.group(1) if stated else None
    found = _extract(page)
    body = (found.get("text") or "").strip()
    if not body:
        return replace(_on_page(read_plain("\n".join(line.text for line in seen)), seen), language=language)
    story = read_plain(body, known_title=_title(found)[0])
    return replace(
        story,
        title=_title(found)[0] or story.title,
        outlet=found.get("sitename") or _title(found)[1] or found.get("hostname") or story.outlet,
        byline=split_names(found.get("author") or "") or story.byline,
        dating=_dating(page, found, story),
        dropped=tuple(_left_out(seen, body, story)),
        language=language or found.get("language"),
    )


def _extract(page: str) -> dict[str, Any]:
    """What trafilatura makes of a page, as a plain mapping; imported here because it is slow to import."""
    from trafilatura import bare_extraction

    document = bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    return document if isinstance(document, dict) else document.as_dict() if document else {}


def _title(found: dict[str, Any]) -> tuple[str | None, str | None]:
    title = found.get("title")
    return split_title(clean(title), [found.get("text") or ""]) if title else (None, None)


def _dating(page: str, found: dict[str, Any], story: Story) -> Dating:
    """The page's own metadata first, since it has the time of day, then trafilatura's day, then the story's."""
    published, updated = _meta_date(page, _PUBLISHED), _meta_date(page, _UPDATED)
    return replace(
        story.dating,
        published=published or found.get("date") or story.dating.published,
        updated=updated or story.dating.updated,
    )


def _meta_date(page: str, names: frozenset[str]) -> str | None:
    for tag in _META.finditer(page):
        pairs = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(tag.group())}
        name = pairs.get("property") or pairs.get("name") or pairs.get("itemprop") or ""
        written = next(dates_in(pairs.get("content", "")), None) if name.lower() in names else None
        if written:
            return iso(written, day_first=True)
    return None


def _visible_lines(page: str) -> Iterator[Line]:
    """The lines that a reader sees, with their place in the page; tags of layout end a line, tags inside text do
    not."""
    blank = _without_unseen(page)
    parts: list[str] = []
    start, position = 0, 0
    for tag in _TAG.finditer(blank):
        if blank[position : tag.start()].strip() and not parts:
            start = position
        if blank[position : tag.start()].strip() or parts:
            parts.append(blank[position : tag.start()])
        position = tag.end()
        if parts and (tag.group("name") or "").lower() not in _INLINE:
            yield from _one_line(parts, start, tag.start())
            parts = []
    yield from _one_line([*parts, blank[position:]], start if parts else position, len(blank))


def _without_unseen(page: str) -> str:
    """The page with comments, scripts and the like as blanks of the same length behind a tag that ends a line."""
    parts: list[str] = []
    small, position = page.lower(), 0
    if len(small) != len(page):
        small = page
    while found := _UNSEEN.search(page, position):
        closer = f"</{found.group('tag').lower()}" if found.group("tag") else "-->"
        close = small.find(closer, found.end())
        end = small.find(">", close) + 1 if close >= 0 else 0
        end = end or len(page)
        parts += (page[position : found.start()], "<p>".ljust(end - found.start()))
        position = end
    return "".join(parts) + page[position:]


def _one_line(parts: list[str], start: int, end: int) -> Iterator[Line]:
    text = clean(html.unescape("".join(parts)))
    if text:
        yield replace(made_line(text, start), end=end)


def _left_out(seen: tuple[Line, ...], body: str, story: Story) -> Iterator[Dropped]:
    """The visible lines that are not in the HTML reader's text, and those of its lines that the story left out
    after it."""
    kept = fold(body)
    reasons = {fold(drop.text): drop.reason for drop in story.dropped}
    for line in seen:
        reason = reasons.get(line.folded) or (None if line.folded in kept else "was left out by the HTML reader")
        if reason:
            yield Dropped(text=line.text, page_start=line.start, page_end=line.end, reason=reason)


def _on_page(story: Story, seen: tuple[Line, ...]) -> Story:
    """A story read from the visible lines, with the offsets of what was dropped turned into offsets into the page."""
    starts: list[tuple[int, Line]] = []
    position = 0
    for line in seen:
        starts.append((position, line))
        position += len(line.text) + 1
    at = dict(starts)
    moved = (
        replace(drop, page_start=at[drop.page_start].start, page_end=at[drop.page_start].end)
        if drop.page_start in at
        else None
        for drop in story.dropped
    )
    return replace(story, dropped=tuple(drop for drop in moved if drop))
