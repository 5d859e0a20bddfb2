"""When an HTML page says that it was published and changed; the order of trust stands in html_meta."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.ingest.dates import dates_in, evidence_of_order, iso
from dateline.ingest.html_marks import Found, Marks, first, from_linked, linked_first, named
from dateline.ingest.html_times import times_in

_PUBLISHED_BEST: Final = ("article:published_time", "datepublished")
_PUBLISHED_NEXT: Final = (
    *("og:published_time", "og:article:published_time", "published_time", "parsely-pub-date", "pubdate", "publishdate"),
    *("publish-date", "publication_date", "citation_publication_date", "article.published", "sailthru.date"),
    *("dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "datecreated", "rnews:datepublished"),
)
# Often the day on which the page was made, not the report.
_PUBLISHED_LAST: Final = ("date", "dc.date", "dcterms.date")
_UPDATED_BEST: Final = ("article:modified_time", "datemodified")
_UPDATED_NEXT: Final = (
    *("og:updated_time", "og:article:modified_time", "modified_time", "lastmod", "last-modified", "article.updated"),
    *("dc.date.modified", "dcterms.modified", "rnews:datemodified", "updated_time"),
)
_DATED_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-])")

# The year of the first web pages; clocks that were never set say 1970.
_FIRST_YEAR: Final = "1991"


def dates_of(marks: Marks, url: Found | None) -> tuple[Found | None, Found | None]:
    """Publication and change, read with the same order of day and month throughout the page."""
    linked = marks.linked
    created = from_linked(marks, linked.published if linked else None, "datePublished")
    mended = from_linked(marks, linked.updated if linked else None, "dateModified")
    published = tuple(linked_first(created, _dated(marks, _PUBLISHED_BEST, _PUBLISHED_NEXT, "published")))
    updated = tuple(linked_first(mended, _dated(marks, _UPDATED_BEST, _UPDATED_NEXT, "updated")))
    texts = [found.value for found in (*published, *updated)]
    made = first(_read(published, texts)) or _of_address(url)
    changed = first(_read(updated, texts))
    return made, None if made and changed and changed.value[:10] < made.value[:10] else changed


def _dated(marks: Marks, best: Sequence[str], following: Sequence[str], kind: str) -> Iterator[Found]:
    yield from named(marks.metas, best, "certain")
    yield from named(marks.items, best, "certain", "itemprop")
    times = tuple(time for time in times_in(marks.root) if time.kind in (kind, "bare"))
    for time in times:
        if time.kind == kind and time.in_itemprop:
            yield Found(value=time.value, where=f"<time itemprop> {kind}", sure="certain")
    yield from named(marks.metas, following, "likely")
    yield from (Found(value=time.value, where=f"<time> {kind}", sure="likely") for time in times if time.kind == kind)
    yield from named(marks.metas, _PUBLISHED_LAST if kind == "published" else (), "doubtful")
    bare = [time.value for time in times if time.kind == "bare"]
    if kind == "published" and bare and len({value[:10] for value in bare}) == 1:
        yield Found(value=bare[0], where="<time>", sure="doubtful")


def _read(said: Iterable[Found], texts: Sequence[str]) -> Iterator[Found]:
    """Those with a date that can be, in ISO 8601; doubtful where either of two figures may be the day."""
    for one in said:
        written = next(dates_in(one.value[:100]), None)
        evidence = evidence_of_order(texts, written) if written and written.ambiguous else 1.0
        if written and (value := iso(written, day_first=evidence >= 0)) >= _FIRST_YEAR:
            yield replace(one, value=value, sure=one.sure if evidence else "doubtful")


def _of_address(url: Found | None) -> Found | None:
    """The day that stands in the page's address, as blogs and many papers have it."""
    day = _DATED_ADDRESS.search(url.value) if url else None
    return Found(value="-".join(day.groups()), where="the page's address", sure="doubtful") if day else None
