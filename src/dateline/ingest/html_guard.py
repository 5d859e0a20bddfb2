"""HTML that may hurt a parser is read in a process of its own, with limits."""

from typing import Final

from dateline.ingest.caps import Caps
from dateline.ingest.child import run_limited
from dateline.ingest.html import HtmlStory, read_html
from dateline.model.errors import PageError

# News pages have some thousand tags and less than half of these characters; starting a child takes about a second.
LARGE: Final = 1_000_000
MANY_TAGS: Final = 20_000
MEGABYTES: Final = 1_500


def is_risky(page: str) -> bool:
    """Whether a decoded page is so large, or has so many tags, that reading it may take more than it should."""
    return len(page) > LARGE or page.count("<") > MANY_TAGS


def read_guarded(page: str, caps: Caps, megabytes: int = MEGABYTES) -> HtmlStory:
    """The story of a decoded HTML page, however hostile: in a child of `caps.seconds` and `megabytes` if it is risky.

    Raises PageError where the page is larger than `caps.page_bytes` or breaks a limit of the child; the reason is made
    for a report with status `quarantined`.
    """
    if len(page) > caps.page_bytes:
        raise PageError(f"the page is larger than {caps.page_bytes / 1e6:g} MB")
    return run_limited(read_html, page, caps.seconds, megabytes) if is_risky(page) else read_html(page)
