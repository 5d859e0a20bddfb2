"""Lists for a terminal: the pages of a store, the places of a name."""

from collections.abc import Iterable
from typing import Final

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.knowledge.gazetteer import Candidate
from dateline.store.store import StoredPage

_WIDEST_NAME: Final = 48


def pages_table(pages: Iterable[StoredPage]) -> Table:
    """Pages with what became of them, why, where they were not coded, and how many events they assert."""
    listed = list(pages)
    table = Table(box=box.SIMPLE_HEAD)
    names = min(_WIDEST_NAME, max((len(page.name) for page in listed), default=0))
    table.add_column("Page", overflow="fold", min_width=names)
    for name in ("Title", "Published", "Status"):
        table.add_column(name, overflow="fold")
    table.add_column("Events", justify="right")
    for page in listed:
        status = page.status.replace("_", " ") + (f": {page.reason}" if page.reason else "")
        table.add_row(*map(Text, (page.name, page.title or "", (page.published or "")[:10], status, str(page.events))))
    return table


def places_table(candidates: Iterable[Candidate]) -> Table:
    """Places with where they lie, and whether the name is theirs or only sounds alike."""
    table = Table(box=box.SIMPLE_HEAD)
    for name in ("Place", "Kind", "Province", "Country", "Latitude", "Longitude", "People", "GeoNames", "Match"):
        table.add_column(name, justify="right" if name in _NUMBERS else "left")
    for place in candidates:
        table.add_row(*_cells(place))
    return table


_NUMBERS = frozenset({"Latitude", "Longitude", "People", "GeoNames"})


def _cells(place: Candidate) -> tuple[str, ...]:
    lat, lon = (f"{degrees:.3f}" for degrees in place.point) if place.point else ("", "")
    people = f"{place.population:,}" if place.population else ""
    province = (place.admin1_name or "") if place.kind != "admin1" else ""
    match = "exact" if place.exact else "sounds alike"
    return place.name, place.kind, province, place.country or "", lat, lon, people, str(place.geonameid or ""), match
