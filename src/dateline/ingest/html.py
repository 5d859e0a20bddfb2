"""A page of HTML: its story through trafilatura, what it says of itself, and what was left out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, Final

from dateline.ingest.credit_line import credits_of
from dateline.ingest.headline import split_title
from dateline.ingest.html_credits import agency_by, byline_by, outlet_of, said
from dateline.ingest.html_lines import Seen, seen_lines
from dateline.ingest.html_marks import Found
from dateline.ingest.html_meta import Metadata, metadata_of
from dateline.ingest.html_times import TIMES
from dateline.ingest.html_tree import Tree, parsed, storable
from dateline.ingest.origins import Find, again, first
from dateline.ingest.plain import Story, read_plain
from dateline.ingest.stamps import Dating, date_page, stamps_of
from dateline.knowledge.furniture import fold
from dateline.model.text import Clash, Cleaner, Dropped

# Stamps and bylines that the HTML reader takes away stand between the headline, or so many lines above the story, and
# so many lines below its first. Further up stands the day on which the page was saved.
_ABOVE: Final = 4
_BELOW: Final = 3
# What parts a headline from the name of the site, and words of the headline with it.
_MARKS: Final = " |-–—·»:"
_SHORTEST: Final = 3
_AMP_FURNITURE: Final = tuple(
    f"amp-{name}"
    for name in (
        *("ad", "auto-ads", "sticky-ad", "embed", "iframe", "sidebar", "list", "analytics", "consent"),
        *("social-share", "user-notification"),
    )
)
_PROSE_TAGS: Final = frozenset({"p", "li", "blockquote", "td", "figcaption"})
_LEFT_OUT: Final = "was left out by the HTML reader"


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlStory(Story):
    """A story with where its metadata come from, and what found its text: trafilatura, the page's own JSON-LD, or the
    cleaner of plain text over the visible lines."""

    cleaner: Cleaner = "plain"
    metadata: Metadata = field(default_factory=Metadata)


def read_html(page: str) -> HtmlStory:
    """The story of a decoded HTML page.

    Where trafilatura finds none, or cannot see the whole page (tags nested too deep), the JSON-LD's articleBody is
    read, and where that holds none, the page's visible lines as plain text.
    """
    page = storable(page)
    tree = parsed(page)
    about = metadata_of(tree.root) if tree.root is not None else Metadata()
    seen = tuple(seen_lines(page))
    for cleaner, body in _bodies(tree, about):
        if (story := _told(body, cleaner, about, seen)).text:
            return story
    return _read_lines(about, seen)


def _bodies(tree: Tree, about: Metadata) -> Iterator[tuple[Cleaner, str]]:
    """The texts that were found without furniture. Where trafilatura has the JSON-LD's text, it has lost the breaks."""
    own = "\n\n".join(line.text for line in seen_lines(about.body.value)) if about.body else ""
    found = _extract(tree.root) if tree.whole else ""
    if found and "".join(found.split()) != "".join(own.split()):
        yield "trafilatura", found
    if own:
        yield "articleBody", own


def _read_lines(about: Metadata, seen: Sequence[Seen]) -> HtmlStory:
    """The story in the visible lines, read as plain text."""
    story = _on_page(read_plain("\n".join(line.text for line in seen)), seen)
    title, site = _title(about, story.text) if story.text else (None, None)
    return _with_metadata(replace(story, title=story.title or title), "plain", about, site, ())


def _extract(root: Any) -> str:
    """The text that trafilatura finds, a paragraph a line; imported here because it is slow to import."""
    from trafilatura import bare_extraction

    _strip(root)
    document: Any = bare_extraction(root, options=_options())
    return str(document.text or "").strip() if document else ""


def _strip(root: Any) -> None:
    """Takes out the adverts and menus of AMP, and stamps that stand by themselves."""
    for node in list(root.iter(*_AMP_FURNITURE)):
        node.drop_tree()
    for node in root.xpath(TIMES):
        if not any(above.tag in _PROSE_TAGS for above in node.iterancestors()):
            node.drop_tree()


@cache
def _options() -> Any:
    """Made once: trafilatura reads them from a file each time, which takes as long as parsing a short page."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="python", comments=False, tables=False)


def _told(body: str, cleaner: Cleaner, about: Metadata, seen: Sequence[Seen]) -> HtmlStory:
    """The story in a text that was found without furniture."""
    title, site = _title(about, body)
    story = read_plain(body, known_title=title)
    story = replace(story, title=title or story.title, dropped=tuple(_left_out(seen, body, story)))
    return _with_metadata(story, cleaner, about, site, _around(seen, story))


def _title(about: Metadata, body: str) -> tuple[str | None, str | None]:
    """The headline and the site's name behind it, if it stands there; a name that is known is taken off first."""
    if about.title is None:
        return None, None
    title, site = about.title.value, about.outlet.value if about.outlet else None
    head = title[: -len(site)].rstrip() if site and title.lower().endswith(site.lower()) else ""
    if head.endswith(tuple(_MARKS)) and len(head.split()) > _SHORTEST:
        return head.rstrip(_MARKS), site
    return split_title(title, [body])


def _with_metadata(
    story: Story, cleaner: Cleaner, about: Metadata, site: str | None, around: Sequence[Seen]
) -> HtmlStory:
    """The story under what the page says of itself; what it does not say is read from the lines `around` the story."""
    dating = _dating(about, story.dating, around)
    lines = [line.text for line in around]
    outlet, agency, byline = (
        outlet_of(about, story, site),
        agency_by(about, story, lines),
        byline_by(about, story, lines),
    )
    title = first("title", _if(about.title, story.title), again("title", story.title, story.origins))
    language = first("language", said(about.language))
    place = first("dateline", again("dateline", story.dateline, story.origins))
    chosen = (title, outlet, agency, byline, place, language)
    whole = {part.name: getattr(story, part.name) for part in fields(Story)}
    return HtmlStory(
        **whole
        | {
            "outlet": outlet.value,
            "agency": agency.value,
            "byline": byline.value or (),
            "dating": dating,
            "language": language.value,
            "origins": (*(one for some in chosen for one in some.origins), *dating.origins),
        },
        cleaner=cleaner,
        metadata=about,
    )


def _if(found: Found | None, title: str | None) -> Find[str]:
    """The page's headline, where the story's is that or what is left of it without the site's name."""
    value, where, sure = said(found)
    return (title if value and title and title in value else None), where, sure


def _dating(about: Metadata, told: Dating, around: Sequence[Seen]) -> Dating:
    """The page's metadata, which have the time of day, before the story's stamps; a doubtful date only without these.

    Where both name a day and the days differ, that is a clash, and both are kept.
    """
    credited = [one.stamps for line in around if (one := credits_of(line.text))]
    stamps = [stamp for found in (*(stamps_of(line.text) for line in around), *credited) for stamp in found]
    shown = date_page(stamps, (), [line.text for line in around]) if stamps else Dating()
    origins = (*told.origins, *shown.origins)
    shown = Dating(published=told.published or shown.published, updated=told.updated or shown.updated, origins=origins)
    stated = about.published
    beside = again("published", shown.published, shown.origins)
    published = first("published", *((beside, said(stated)) if _is_doubtful(stated) else (said(stated), beside)))
    updated = first("updated", said(about.updated), again("updated", shown.updated, shown.origins))
    return Dating(
        published=published.value,
        updated=updated.value,
        clashes=(*_clash(stated, told), *told.clashes),
        origins=(*published.origins, *updated.origins),
    )


def _is_doubtful(found: Found | None) -> bool:
    return found is not None and found.sure == "doubtful"


def _clash(stated: Found | None, told: Dating) -> tuple[Clash, ...]:
    page_day, text_day = (stated.value if stated else "")[:10], (told.published or "")[:10]
    if not page_day or not text_day or page_day == text_day:
        return ()
    return (Clash(what="published", page_says=page_day, text_says=text_day),)


def _around(seen: Sequence[Seen], story: Story) -> tuple[Seen, ...]:
    """The visible lines about the story's first line, where the page says when and by whom."""
    opening, title = fold(story.text[:60]), fold(story.title or "")
    first = next((index for index, line in enumerate(seen) if opening and opening in line.folded), None)
    if first is None:
        return ()
    headlines = (index for index in range(first) if title and title in seen[index].folded)
    return tuple(seen[max(headlines, default=max(0, first - _ABOVE)) : first + 1 + _BELOW])


def _left_out(seen: Sequence[Seen], body: str, story: Story) -> Iterator[Dropped]:
    """The visible lines that are not in the found text, and those of its lines that the story left out after it."""
    whole, lines = fold(body), {fold(line) for line in body.splitlines()}
    reasons = {fold(drop.text): drop.reason for drop in story.dropped}
    for line in seen:
        found = line.folded in lines or line.folded in whole
        reason = reasons.get(line.folded) or (None if found else _LEFT_OUT)
        if reason:
            yield Dropped(text=line.text, page_start=line.start, page_end=line.end, reason=reason)


def _on_page(story: Story, seen: Sequence[Seen]) -> Story:
    """A story read from the visible lines, one a line, with what was dropped at its place in the page: that of its
    line."""
    starts = [0]
    for line in seen:
        starts.append(starts[-1] + len(line.text) + 1)
    return replace(story, dropped=tuple(_moved(drop, starts, seen) for drop in story.dropped))


def _moved(drop: Dropped, starts: Sequence[int], seen: Sequence[Seen]) -> Dropped:
    first = bisect_right(starts, drop.page_start) - 1
    last = max(first, bisect_right(starts, drop.page_end - 1) - 1)
    return replace(drop, page_start=seen[first].start, page_end=seen[min(last, len(seen) - 1)].end)
