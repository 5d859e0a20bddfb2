"""Places that are said to lie on either side: "on the road between A and B" is neither A nor B."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.gazetteer_rows import kilometres
from dateline.model.claim import PlaceMention
from dateline.model.event import Place


def between(mentions: Sequence[PlaceMention], places: Sequence[Place]) -> tuple[Place, ...]:
    """The same places, but those between which it happened: both are the circle that has them on its rim.

    Where one of the two has no point, neither has; one alone is left without a point too.
    """
    ends = [i for i, mention in enumerate(mentions) if mention.relation == "between"]
    found = list(places)
    for i in ends:
        found[i] = _nowhere(found[i])
    for one, other in zip(ends[::2], ends[1::2], strict=False):
        found[one], found[other] = _midway(places[one], places[other])
    return tuple(found)


def _midway(one: Place, other: Place) -> tuple[Place, Place]:
    """Both, at the point midway, as wide as half the distance between them."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return _nowhere(one), _nowhere(other)
    km = kilometres((one.lat, one.lon), (other.lat, other.lon))
    lat, lon = round((one.lat + other.lat) / 2, 4), round((one.lon + other.lon) / 2, 4)
    radius = round(max(km / 2, one.radius_km or 0.0, other.radius_km or 0.0), 1)
    return (
        replace(one, lat=lat, lon=lon, radius_km=radius, geonameid=None),
        replace(other, lat=lat, lon=lon, radius_km=radius, geonameid=None),
    )


def _nowhere(place: Place) -> Place:
    return replace(place, lat=None, lon=None, radius_km=None)
