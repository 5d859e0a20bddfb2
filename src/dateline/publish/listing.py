"""Lists for a terminal: the pages of a store, the places of a name."""

from collections.abc import Iterable, Mapping
from typing import Final

from rich import box
from rich.table import Table
from rich.text import Text

from dateline.knowledge.gazetteer import Candidate
from dateline.knowledge.gazetteer_ranking import Ranked
from dateline.store.store import StoredPage

_LONGEST_NAME: Final = 120
_COLUMNS: Final = (("Page", 5), ("Title", 4), ("Status, and why", 6))


def pages_table(pages: Iterable[StoredPage], names: Mapping[str, str]) -> Table:
    """Pages with what became of them and why, and how many events they assert, as wide as the screen.

    `names` has the names of all pages by their ids. A very long name is shortened in its middle; a reason never is.
    """
    table = Table(box=box.SIMPLE_HEAD, expand=True)
    for name, ratio in _COLUMNS:
        table.add_column(name, ratio=ratio, overflow="fold")
    table.add_column("Published", no_wrap=True, min_width=10)
    table.add_column("Events", justify="right", no_wrap=True, min_width=6)
    for page in pages:
        name, day = shortened(page.name), (page.published or "")[:10]
        table.add_row(*map(Text, (name, page.title or "", _state(page, names), day, str(page.events))))
    return table


def shortened(name: str) -> str:
    """A name of at most 120 characters: of a longer one its start and its end, which tell pages apart."""
    half = (_LONGEST_NAME - 1) // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def _state(page: StoredPage, names: Mapping[str, str]) -> str:
    """What became of a page, why, and of which other it is a version."""
    state = page.status.replace("_", " ") + (f": {page.reason}" if page.reason else "")
    older, newer = (id_ and shortened(names.get(id_, id_)) for id_ in (page.version_of, page.replaced_by))
    said = (state, older and f"a newer version of {older}", newer and f"replaced by {newer}")
    return "; ".join(part for part in said if part)


def places_table(found: Iterable[Ranked]) -> Table:
    """Places with where they lie, what speaks for each, and why it stands behind the one before it."""
    table = Table(box=box.SIMPLE_HEAD)
    for name in ("Place", "Kind", "Province", "Country", "Latitude", "Longitude", "GeoNames"):
        table.add_column(name, justify="right" if name in _NUMBERS else "left")
    table.add_column("Why here", overflow="fold", min_width=30)
    for one in found:
        table.add_row(*_cells(one.place), _why(one))
    return table


_NUMBERS = frozenset({"Latitude", "Longitude", "GeoNames"})


def _cells(place: Candidate) -> tuple[str, ...]:
    lat, lon = (f"{degrees:.3f}" for degrees in place.point) if place.point else ("", "")
    province = (place.admin1_name or "") if place.kind != "admin1" else ""
    return place.name, place.kind, province, place.country or "", lat, lon, str(place.geonameid or "")


def _why(one: Ranked) -> str:
    reasons = ", ".join(one.reasons)
    return f"{reasons}; behind since {one.behind}" if one.behind else reasons
