"""A page becomes a report."""

import os
from typing import Final

from dateline.ingest.caps import Caps
from dateline.ingest.decode import decode, is_html, not_text
from dateline.ingest.html import HtmlStory
from dateline.ingest.html_guard import read_guarded
from dateline.ingest.known import day_of, filled, origins_in
from dateline.ingest.language import language_of
from dateline.ingest.listed import Listed
from dateline.ingest.markdown import is_markdown, unmarked
from dateline.ingest.opening import Opened
from dateline.ingest.pages import Unreadable
from dateline.ingest.plain import Story
from dateline.ingest.refusal import Refused
from dateline.ingest.text_guard import read_text_guarded
from dateline.model.buffers import digest
from dateline.model.errors import PageError
from dateline.model.text import Cleaner, Known, Origin, Page, Report, Status

_CAPS: Final = Caps()


def ingest(page: Opened, caps: Caps = _CAPS, repeated: frozenset[str] = frozenset()) -> Report:
    """The report of a page. Never raises for what a page holds: `status` and `reason` say what became of it.

    `coded` means ready to be coded. A page that could not be read has the status that its reader gave it, and one
    that is only a link is `empty`. A page over `page_bytes`, and a plain page or a story over `text_bytes` in UTF-8,
    is `too_large`; a page that takes too much time or memory, or breaks its reader, is `quarantined`. `repeated` are
    lines that stand on other pages of its site too (see `site`).
    """
    if isinstance(page, Unreadable):
        return without_story(page, page.status, page.reason)
    if isinstance(page, Listed):
        return without_story(page, "empty", f"only a link: {page.url}")
    if len(page.data) > caps.page_bytes:
        return without_story(
            page, "too_large", f"the page is larger than {caps.page_bytes / 1e6:g} MB (cap page_bytes)"
        )
    data = bytes(page.data)
    kind = not_text(data)
    if kind:
        return without_story(page, "failed", f"the page is {kind}, not text or HTML")
    text = decode(data).replace("\0", "")
    return _read(page, text, caps, repeated) if text.strip() else without_story(page, "empty", "the page is empty")


def _read(page: Page, text: str, caps: Caps, repeated: frozenset[str]) -> Report:
    marked = page.came == "html" or (page.came != "text" and is_html(text))
    if not marked and len(page.data) > caps.text_bytes:
        return without_story(page, "too_large", _text_too_large(caps))
    if not marked and is_markdown(page.name, text):
        text = unmarked(text)
    try:
        story = read_guarded(text, caps) if marked else read_text_guarded(text, caps, repeated)
    except PageError as error:
        verdict = error.verdict if isinstance(error, Refused) else "quarantined"
        kind = "page of HTML" if marked else "text"
        return without_story(page, verdict, f"the {kind} cannot be read: {error}")
    return _report(page, filled(story, page.known, marked=marked) if page.known else story, caps)


def _text_too_large(caps: Caps) -> str:
    return f"the text is larger than {caps.text_bytes / 1e6:g} MB (cap text_bytes)"


def _report(page: Page, story: Story, caps: Caps) -> Report:
    language, is_english = language_of(story.text, story.language)
    status, reason = _status(story, is_english, caps)
    return Report(
        page=page.name,
        id=_id(page),
        text=story.text,
        status=status,
        reason=reason,
        title=story.title,
        outlet=story.outlet,
        agency=story.agency,
        byline=story.byline,
        dateline=story.dateline,
        language=language,
        published=story.dating.published,
        updated=story.dating.updated,
        clashes=story.dating.clashes,
        dropped=story.dropped,
        origins=_origins(story, language),
        cleaner=_cleaner(story),
    )


def _origins(story: Story, language: str | None) -> tuple[Origin, ...]:
    """Those of the story; of the language, whether it is what the page states or was told by the words."""
    stated = (story.language or "").lower()[:2] == language and language is not None
    others = tuple(origin for origin in story.origins if stated or origin.what != "language")
    if stated or language is None:
        return others
    return (*others, Origin(what="language", where="the words of the text", sure="certain"))


def _cleaner(story: Story) -> Cleaner | None:
    if not story.text:
        return None
    return story.cleaner if isinstance(story, HtmlStory) else "plain"


def _status(story: Story, is_english: bool, caps: Caps) -> tuple[Status, str | None]:
    if not story.text:
        return "empty", "no story was found on the page"
    if len(story.text.encode("utf-8", errors="replace")) > caps.text_bytes:
        return "too_large", _text_too_large(caps)
    if not is_english:
        return "unsupported_language", "the text is not English"
    return "coded", None


def without_story(page: Opened, status: Status = "failed", reason: str | None = None) -> Report:
    """The report of a page with no text to be had: what its container knows of it, if anything."""
    known = (None if isinstance(page, Unreadable) else page.known) or Known()
    return Report(
        page=page.name,
        id=_id(page),
        text="",
        status=status,
        reason=reason,
        title=known.title,
        outlet=known.outlet,
        byline=known.byline,
        published=day_of(known.published, ""),
        updated=day_of(known.updated, ""),
        origins=origins_in(known),
    )


def _id(page: Opened) -> str:
    """The digest of the bytes that were read; where none were, of the name, which tells what was not read apart."""
    if isinstance(page, Page):
        return page.id
    return digest((page.data if isinstance(page, Unreadable) else b"") or os.fsencode(page.name))
