"""What a container says of a page beside what the page says of itself."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from dateline.ingest.dates import dates_in, evidence_of_order, iso
from dateline.ingest.headline import split_title
from dateline.ingest.origins import Chosen, Find, again, first, is_doubtful
from dateline.ingest.plain import Story
from dateline.ingest.stamps import Dating
from dateline.model.text import Clash, Field, Known, Origin, Sure

_BESIDE: Final[tuple[str, Sure]] = ("the container", "likely")
BESIDE: Final = "published (container)"
"""A clash between the container's stamp (`page_says`) and the page's own (`text_says`) on the day."""


def filled(story: Story, known: Known, *, marked: bool) -> Story:
    """The story with what its container knows in place of what is missing.

    What a page says of itself counts first, unless it is doubtful: a date or a host in an address. And the title of a
    page that is not `marked` up, which is a guess by the look of its lines, gives way to the container's.
    """
    head, tail = split_title(known.title, [story.text]) if known.title else (None, None)
    said = [(head, *_BESIDE), again("title", story.title, story.origins)]
    title = first("title", *(reversed(said) if marked else said))
    outlet = _outlet(story, known, tail)
    byline = first("byline", again("byline", story.byline, story.origins), (known.byline, *_BESIDE))
    language = first("language", again("language", story.language, story.origins), (known.language, *_BESIDE))
    dating = _dating(story, known)
    chosen = (*(one for some in (title, outlet, byline, language) for one in some.origins), *dating.origins)
    rest = (origin for origin in story.origins if origin.what in ("agency", "dateline"))
    return replace(
        story,
        title=title.value,
        outlet=outlet.value,
        byline=byline.value or (),
        dating=dating,
        language=language.value,
        origins=(*chosen, *rest),
    )


def _outlet(story: Story, known: Known, tail: str | None) -> Chosen[str]:
    own = again("outlet", story.outlet, story.origins)
    beside: Find[str] = (known.outlet, *_BESIDE)
    doubtful = is_doubtful("outlet", story.origins)
    said = (beside, own) if doubtful else (own, beside)
    return first(
        "outlet", *said, (tail, "the title in the container", "likely"), (_host(known.url), "the address", "doubtful")
    )


def origins_in(known: Known) -> tuple[Origin, ...]:
    """Those of the fields that the container of a page without a story states."""
    dates = day_of(known.published, ""), day_of(known.updated, "")
    names: tuple[Field, ...] = ("title", "outlet", "byline", "published", "updated")
    values = zip(names, (known.title, known.outlet, known.byline, *dates), strict=True)
    return tuple(Origin(what=name, where=_BESIDE[0], sure=_BESIDE[1]) for name, value in values if value)


def day_of(written: str | None, text: str) -> str | None:
    """A container's date in ISO 8601: the day, or the minute; None where no whole date stands there. Where either of
    two figures may be the day, the dates in `text` decide."""
    return _stated(written, text)[0]


def _stated(written: str | None, text: str) -> Find[str]:
    """A container's date, doubtful where nothing decides which of two figures is the day."""
    found = next(dates_in(written), None) if written else None
    evidence = evidence_of_order([text], found) if found and found.ambiguous else 1.0
    day = iso(found, day_first=evidence >= 0) if found else None
    return day, _BESIDE[0], _BESIDE[1] if evidence else "doubtful"


def _dating(story: Story, known: Known) -> Dating:
    own, stated = story.dating.published, _stated(known.published, story.text)
    beside = stated[0]
    page: Find[str] = again("published", own, story.origins)
    said = (stated, page) if is_doubtful("published", story.origins) else (page, stated)
    published = first("published", *said)
    updated = first(
        "updated", again("updated", story.dating.updated, story.origins), _stated(known.updated, story.text)
    )
    clashes = (Clash(what=BESIDE, page_says=beside, text_says=own),) if own and beside and _apart(own, beside) else ()
    return Dating(
        published=published.value,
        updated=updated.value,
        clashes=(*story.dating.clashes, *clashes),
        origins=(*published.origins, *updated.origins),
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
