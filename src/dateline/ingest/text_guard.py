"""Plain text of so many lines that cleaning it may take long is read in a process of its own, with limits."""

from typing import Final

from dateline.ingest.caps import Caps
from dateline.ingest.child import run_limited
from dateline.ingest.plain import Story, read_plain

# News pages have some hundred lines; a thousand take about 40 ms.
MANY_LINES: Final = 20_000


def read_text_guarded(page: str, caps: Caps, repeated: frozenset[str] = frozenset()) -> Story:
    """The story of a decoded page of plain text, in a child of `seconds` and `memory_mb` if it has very many lines.

    `repeated` are lines that stand on other pages of the site too; a page of very many lines is read without them.
    Raises Refused where the page breaks a limit of the child, PageError where the child breaks down.
    """
    many = page.count("\n") + page.count("\r") > MANY_LINES
    return run_limited(_read, page, caps.seconds, caps.memory_mb) if many else read_plain(page, repeated=repeated)


def _read(page: str) -> Story:
    return read_plain(page)
