"""Whether an event as people corrected it meets conditions: what `filters` asks of the rows, asked of the record.

The rows say what was coded; of the few events that were corrected the record is looked at instead.
"""

from collections.abc import Callable
from typing import Final

from dateline.model.event import Event, Place
from dateline.store import rows
from dateline.store.filters import Wanted
from dateline.store.names import sought
from dateline.store.points import Area, Box, km_between

Test = Callable[[Event, Wanted], bool]


def meets(event: Event, wanted: Wanted) -> bool:
    """Whether it meets all conditions but `replaced`, which the page decides."""
    return all(test(event, wanted) for test in TESTS)


def is_party(event: Event, actor: str) -> bool:
    """Whether these are words of the name, or the id, of one who did it or whom it befell."""
    name = sought(actor)
    return any(name in str(row["folded"]) or row["actor_id"] == actor for row in rows.actor_rows(event))


def _asserted(event: Event, wanted: Wanted) -> bool:
    return event.claim.asserted or not wanted.asserted


def _of_type(event: Event, wanted: Wanted) -> bool:
    return not wanted.types or event.claim.type in wanted.types


def _since(event: Event, wanted: Wanted) -> bool:
    return wanted.since is None or (event.date is not None and event.date.end >= wanted.since)


def _until(event: Event, wanted: Wanted) -> bool:
    return wanted.until is None or (event.date is not None and event.date.start <= wanted.until)


def _somewhere(event: Event, wanted: Wanted) -> bool:
    if wanted.place is None and wanted.country is None:
        return True
    name = sought(wanted.place) if wanted.place is not None else None
    found = [rows.place_row(event.id, number, place) for number, place in enumerate(event.places)]
    named = name is not None and any(name in str(row["folded"]) for row in found)
    return named or (wanted.country is not None and any(row["country"] == wanted.country for row in found))


def _said_by(event: Event, wanted: Wanted) -> bool:
    if wanted.source is None:
        return True
    words, own = sought(wanted.source), rows.event_row("", 0, event)
    return any(words in str(row["folded"]) for row in (own, *rows.source_rows(event)))


def _inside(event: Event, wanted: Wanted) -> bool:
    return wanted.area is None or any(_lies_in(place, wanted.area) for place in event.places)


TESTS: Final[tuple[Test, ...]] = (_asserted, _of_type, _since, _until, _somewhere, _said_by, _inside)


def _lies_in(place: Place, area: Area) -> bool:
    if place.lat is None or place.lon is None:
        return False
    if not isinstance(area, Box):
        return (km_between(place.lat, place.lon, area.lat, area.lon) or 0) <= area.km
    crosses = area.west > area.east
    east = place.lon >= area.west, place.lon <= area.east
    return area.south <= place.lat <= area.north and (any(east) if crosses else all(east))
