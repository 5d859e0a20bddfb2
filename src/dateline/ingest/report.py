"""A page becomes a report."""

import hashlib
from typing import Final

from dateline.ingest.decode import decode, is_html, not_text
from dateline.ingest.html import read_html
from dateline.ingest.language import language_of
from dateline.ingest.pages import MAX_PAGE_BYTES, Unreadable
from dateline.ingest.plain import Story, read_plain
from dateline.model.text import Page, Report, Status

MAX_TEXT_BYTES: Final = 2_000_000


def ingest(page: Page | Unreadable) -> Report:
    """The report of a page. Never raises for what a page holds: `status` and `reason` say what became of it.

    `coded` means ready to be coded. A page that could not be read has `failed`. A page over MAX_PAGE_BYTES, and
    a plain page or a story over MAX_TEXT_BYTES in UTF-8, is `too_large`.
    """
    if isinstance(page, Unreadable):
        return without_story(page, "failed", page.reason)
    if len(page.data) > MAX_PAGE_BYTES:
        return without_story(page, "too_large", f"the page is larger than {MAX_PAGE_BYTES // 1_000_000} MB")
    kind = not_text(page.data)
    if kind:
        return without_story(page, "failed", f"the page is {kind}, not text or HTML")
    text = decode(page.data)
    if not text.strip():
        return without_story(page, "empty", "the page is empty")
    html = is_html(text)
    if not html and len(page.data) > MAX_TEXT_BYTES:
        return without_story(page, "too_large", _TEXT_TOO_LARGE)
    return _report(page, read_html(text) if html else read_plain(text))


_TEXT_TOO_LARGE: Final = f"the text is larger than {MAX_TEXT_BYTES // 1_000_000} MB"


def _report(page: Page, story: Story) -> Report:
    language, is_english = language_of(story.text, story.language)
    status, reason = _status(story, is_english)
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
    )


def _status(story: Story, is_english: bool) -> tuple[Status, str | None]:
    if not story.text:
        return "empty", "no story was found on the page"
    if len(story.text.encode("utf-8", errors="replace")) > MAX_TEXT_BYTES:
        return "too_large", _TEXT_TOO_LARGE
    if not is_english:
        return "unsupported_language", "the text is not English"
    return "coded", None


def without_story(page: Page | Unreadable, status: Status = "failed", reason: str | None = None) -> Report:
    """The report of a page with no text to be had; the id of a page that could not be read is that of no bytes."""
    return Report(page=page.name, id=_id(page), text="", status=status, reason=reason)


def _id(page: Page | Unreadable) -> str:
    return "sha256:" + hashlib.sha256(page.data if isinstance(page, Page) else b"").hexdigest()
