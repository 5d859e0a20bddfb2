"""What a container says of a page beside what the page says of itself."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from dateline.ingest.dates import dates_in, iso, reads_day_first
from dateline.ingest.headline import split_title
from dateline.ingest.plain import Story
from dateline.ingest.stamps import Dating
from dateline.model.text import Clash, Known

BESIDE: Final = "published (container)"
"""A clash between the container's stamp (`page_says`) and the page's own (`text_says`) on the day."""


def filled(story: Story, known: Known, *, marked: bool) -> Story:
    """The story with what its container knows in place of what is missing.

    What a page says of itself counts first. Only the title of a page that is not `marked` up, which is a guess by the
    look of its lines, gives way to the container's.
    """
    title, outlet = split_title(known.title, [story.text]) if known.title else (None, None)
    return replace(
        story,
        title=(story.title or title) if marked else (title or story.title),
        outlet=story.outlet or known.outlet or outlet or _host(known.url),
        byline=story.byline or known.byline,
        dating=_dating(story, known),
        language=story.language or known.language,
    )


def day_of(written: str | None, text: str) -> str | None:
    """A container's date in ISO 8601: the day, or the minute; None where no whole date stands there. Where either of
    two figures may be the day, the dates in `text` decide."""
    found = next(dates_in(written), None) if written else None
    return iso(found, day_first=reads_day_first([text], found)) if found else None


def _dating(story: Story, known: Known) -> Dating:
    own, beside = story.dating.published, day_of(known.published, story.text)
    clashes = (Clash(what=BESIDE, page_says=beside, text_says=own),) if own and beside and _apart(own, beside) else ()
    return Dating(
        published=own or beside,
        updated=story.dating.updated or day_of(known.updated, story.text),
        clashes=(*story.dating.clashes, *clashes),
    )


def _apart(one: str, other: str) -> bool:
    """Whether two stamps name different days; of two with an offset, in universal time."""
    try:
        moments = [datetime.fromisoformat(stamp) for stamp in (one, other)]
    except ValueError:
        return one[:10] != other[:10]
    if all(moment.tzinfo for moment in moments):
        moments = [moment.astimezone(UTC) for moment in moments]
    return moments[0].date() != moments[1].date()


def _host(url: str | None) -> str | None:
    """The host of a web address, as the name of an outlet that has no other."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
