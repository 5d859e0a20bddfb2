"""Places by name, for who corrects where something happened."""

from functools import lru_cache
from typing import Final

from dateline.knowledge.gazetteer import Candidate, Gazetteer, default_path, open_gazetteer
from dateline.publish.lines import Line
from dateline.publish.shapes import like, only
from dateline.serve.described import LINES

PRECISION: Final = {
    "country": "country",
    "region": "area",
    "admin1": "province",
    "admin2": "district",
    "admin3": "district",
    "city": "town",
    "spot": "exact",
}
_POINTS: Final = frozenset({"city", "spot"})
"""Kinds whose coordinates say where something happened; those of an area would only be its middle."""
_MOST: Final = 9
"""As many as there are digits to choose by."""


PLACE: Final = like(
    only(LINES["place"], "name", "precision", "country", "admin1", "admin2", "lat", "lon", "geonameid"),
    population={"type": ["integer", "null"]},
)
"""What `named_places` has of each."""


def named_places(name: str) -> list[Line]:
    """The places that a name may mean, the more peopled first, with the keys of a place of an event; none where there
    is no gazetteer."""
    path = default_path()
    found = _gazetteer(str(path)).candidates(name) if path.exists() else ()
    return [_line(one) for one in found[:_MOST]]


@lru_cache(maxsize=1)
def _gazetteer(path: str) -> Gazetteer:
    return open_gazetteer()


def _line(one: Candidate) -> Line:
    at = one.kind in _POINTS
    return {
        "name": one.name,
        "precision": PRECISION[one.kind],
        "country": one.country,
        "admin1": one.admin1_name,
        "admin2": one.admin2_name,
        "lat": one.lat if at else None,
        "lon": one.lon if at else None,
        "geonameid": one.geonameid,
        "population": one.population,
    }
