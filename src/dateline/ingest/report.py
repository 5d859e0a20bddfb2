"""A page becomes a report."""

import hashlib
from typing import Final

from dateline.ingest.decode import decode, is_html, not_text
from dateline.ingest.html import read_html
from dateline.ingest.language import language_of
from dateline.ingest.pages import MAX_PAGE_BYTES
from dateline.ingest.plain import Story, read_plain
from dateline.model.text import Page, Report, Status

MAX_TEXT_BYTES: Final = 2_000_000


def ingest(page: Page) -> Report:
    """The report of a page. Never raises for what a page holds: `status` and `reason` say what became of it.

    `coded` means ready to be coded. A page over MAX_PAGE_BYTES, and a plain page or a story over MAX_TEXT_BYTES in
    UTF-8, is `too_large`.
    """
    if len(page.data) > MAX_PAGE_BYTES:
        return _without_story(page, "too_large", f"the page is larger than {MAX_PAGE_BYTES // 1_000_000} MB")
    kind = not_text(page.data)
    if kind:
        return _without_story(page, "failed", f"the page is {kind}, not text or HTML")
    text = decode(page.data)
    if not text.strip():
        return _without_story(page, "empty", "the page is empty")
    html = is_html(text)
    if not html and len(page.data) > MAX_TEXT_BYTES:
        return _without_story(page, "too_large", _TEXT_TOO_LARGE)
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


def _without_story(page: Page, status: Status, reason: str) -> Report:
    return Report(page=page.name, id=_id(page), text="", status=status, reason=reason)


def _id(page: Page) -> str:
    return "sha256:" + hashlib.sha256(page.data).hexdigest()
