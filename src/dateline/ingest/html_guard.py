"""HTML that may hurt a parser is read in a process of its own, with limits."""

from typing import Final

from dateline.ingest.bounded import megabytes
from dateline.ingest.caps import Caps
from dateline.ingest.child import run_limited
from dateline.ingest.html import HtmlStory, read_html
from dateline.ingest.refusal import Refused

# News pages have some thousand tags and less than half of these characters; starting a child takes about a second.
LARGE: Final = 1_000_000
MANY_TAGS: Final = 20_000


def is_risky(page: str) -> bool:
    """Whether a decoded page is so large, or has so many tags, that reading it may take more than it should."""
    return len(page) > LARGE or page.count("<") > MANY_TAGS


def read_guarded(page: str, caps: Caps) -> HtmlStory:
    """The story of a decoded HTML page, however hostile: in a child of `seconds` and `memory_mb` if it is risky.

    Raises Refused where the page is larger than `page_bytes` or breaks a limit of the child, PageError where the child
    breaks down.
    """
    if len(page) > caps.page_bytes:
        raise Refused(f"is larger than {megabytes(caps.page_bytes)} (cap page_bytes)", "too_large")
    return run_limited(read_html, page, caps.seconds, caps.memory_mb) if is_risky(page) else read_html(page)
