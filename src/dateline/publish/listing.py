"""Lists for a terminal: the pages of a store, the places of a name."""

from collections.abc import Iterable

from rich import box
from rich.table import Table

from dateline.knowledge.gazetteer import Candidate
from dateline.store.store import StoredPage


def pages_table(pages: Iterable[StoredPage]) -> Table:
    """Pages with what became of them and how many events they assert."""
    table = Table(box=box.SIMPLE_HEAD)
    for name, right in (("Page", False), ("Title", False), ("Published", False), ("Status", False), ("Events", True)):
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for page in pages:
        status = page.status.replace("_", " ")
        table.add_row(page.name, page.title, (page.published or "")[:10], status, str(page.events))
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
