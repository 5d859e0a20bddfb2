"""Whether one place lies in another, and one stretch of days in another: what a wide figure may take in."""

from dateline.knowledge.folding import fold
from dateline.model.event import Place
from dateline.reckoning.where import distance_km

_WIDE = frozenset({"district", "province", "country", "area"})
_SPOT_KM = 3.0
"""Two points within this many km are taken for one town."""


def is_wide(place: Place) -> bool:
    """Whether its words name more than a town or spot."""
    return place.precision in _WIDE


def is_one_spot(one: Place, other: Place) -> bool:
    """Whether both name one place: by gazetteer entry, by point, else by name and country."""
    if one.geonameid is not None and other.geonameid is not None:
        return one.geonameid == other.geonameid
    gap = distance_km(one, other)
    if gap is not None and not (is_wide(one) or is_wide(other)):
        return gap <= _SPOT_KM
    return fold(one.name) == fold(other.name) and one.country == other.country


def lies_in(inner: Place, outer: Place) -> bool:
    """Whether what happened at `inner` happened in `outer`: the same place, or one that the wider name takes in."""
    if is_one_spot(inner, outer):
        return True
    if not is_wide(outer) or inner.country != outer.country or outer.country is None:
        return False
    return _BY_PRECISION[outer.precision](inner, outer)


def may_lie_in(inner: Place, outer: Place) -> bool:
    """Whether it does, or nothing is known of where in the country `inner` lies."""
    unknown = inner.admin1 is None and inner.lat is None and not is_wide(inner)
    return lies_in(inner, outer) or (unknown and is_wide(outer) and inner.country in (None, outer.country))


def _in_country(inner: Place, outer: Place) -> bool:
    return True


def _in_province(inner: Place, outer: Place) -> bool:
    return inner.admin1 is not None and inner.admin1 == outer.admin1 and inner.precision != "country"


def _in_district(inner: Place, outer: Place) -> bool:
    if outer.admin2 is None:
        return _in_reach(inner, outer)
    return _in_province(inner, outer) and inner.admin2 == outer.admin2


def _in_reach(inner: Place, outer: Place) -> bool:
    gap = distance_km(inner, outer)
    return gap is not None and outer.radius_km is not None and gap <= outer.radius_km


_BY_PRECISION = {"country": _in_country, "province": _in_province, "district": _in_district, "area": _in_reach}
