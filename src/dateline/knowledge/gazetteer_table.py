"""A plain table of places: a header with name, lat and lon, perhaps country, admin1, alternates, kind ..."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, get_args

from dateline.knowledge.gazetteer_incoming import Came, Flaw, Incoming, LeftOut
from dateline.knowledge.gazetteer_rows import Kind, PlaceRow
from dateline.knowledge.place_words import place_words

Line = tuple[int, Sequence[str]]
_COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    "name": frozenset("name place place_name toponym village town asciiname".split()),
    "lat": frozenset("lat latitude y y_coord point_y center_lat centroid_lat lat_dd latitude_dd".split()),
    "lon": frozenset("lon long lng longitude x x_coord point_x center_lon centroid_lon long_dd longitude_dd".split()),
    "country": frozenset("country country_code iso2 iso3 cc".split()),
    "admin1": frozenset("admin1 province governorate region state oblast".split()),
    "admin2": frozenset("admin2 district county".split()),
    "alternates": frozenset("alternates alternate_names aliases other_names names".split()),
    "kind": frozenset("kind type feature".split()),
    "population": frozenset("population pop people".split()),
    "geonameid": frozenset("geonameid geonames_id".split()),
}


def columns(header: Sequence[str]) -> dict[str, int]:
    """The places of the columns that are known, by what they hold."""
    plain = [cell.strip().lower().replace(" ", "_") for cell in header]
    return {what: i for what, names in _COLUMNS.items() for i, cell in enumerate(plain) if cell in names}


def is_table_header(cells: Sequence[str]) -> bool:
    """Whether the cells are the header of such a table."""
    return {"name", "lat", "lon"} <= columns(cells).keys()


def table_rows(head: Line, rows: Iterator[Line]) -> Iterator[Came]:
    """What each row comes to. A row of HXL tags under the header is left out."""
    at = columns(head[1])
    for number, cells in rows:
        if is_hxl(cells):
            yield LeftOut(line=number, reason="HXL tags")
        else:
            yield _table_row(number, {what: _cell(cells, i) for what, i in at.items()})


def _table_row(number: int, said: Mapping[str, str]) -> Came:
    where = point(said["lat"], said["lon"])
    if not said["name"]:
        return Flaw(line=number, problem="has no name")
    if where is None:
        return Flaw(line=number, problem=f"{said['lat'] or 'nothing'}, {said['lon'] or 'nothing'}: no point in degrees")
    kind = _kind(said.get("kind", ""))
    if kind is None:
        return Flaw(line=number, problem=f"kind {said['kind']}: must be one of {', '.join(get_args(Kind))}")
    others = (name.strip() for name in said.get("alternates", "").replace("|", ";").split(";"))
    row = PlaceRow(
        kind=kind,
        names=tuple(dict.fromkeys((said["name"], *(name for name in others if name)))),
        country=said.get("country") or None,
        lat=where[0],
        lon=where[1],
        geonameid=whole(said.get("geonameid", "")),
        population=whole(said.get("population", "")) or 0,
        radius_km=_REACH_OF_SPOT if kind == "spot" else None,
    )
    return Incoming(
        line=number, row=row, admin1_name=said.get("admin1") or None, admin2_name=said.get("admin2") or None
    )


_REACH_OF_SPOT: Final = 1.0
_KIND_OF_NOUN: Final[Mapping[str, Kind]] = {
    "settlement": "city",
    "quarter": "city",
    "division": "admin2",
    "province": "admin1",
    "facility": "spot",
    "nature": "spot",
}


def _kind(said: str) -> Kind | None:
    """The kind that is said, or that a noun such as "village" or "camp" means; a town where nothing is said."""
    if not said:
        return "city"
    kinds = (kind for kind in get_args(Kind) if kind == said.lower())
    return next(kinds, _KIND_OF_NOUN.get(place_words().kind_of(said.lower()) or ""))


def is_hxl(cells: Sequence[str]) -> bool:
    """Whether the row is one of HXL tags ("#adm1+name"): all of it, but for empty cells."""
    filled = [cell for cell in cells if cell.strip()]
    return bool(filled) and all(cell.strip().startswith("#") for cell in filled)


def point(lat: str, lon: str) -> tuple[float, float] | None:
    """The point in degrees, None for words that are none. A comma may be the decimal sign."""
    try:
        where = float(lat.strip().replace(",", ".")), float(lon.strip().replace(",", "."))
    except ValueError:
        return None
    return where if abs(where[0]) <= 90 and abs(where[1]) <= 180 else None


def whole(words: str) -> int | None:
    """The whole number, None for words that are none."""
    plain = words.strip().replace(",", "")
    return int(plain) if plain.isascii() and plain.isdigit() else None


def _cell(cells: Sequence[str], i: int) -> str:
    return cells[i].strip() if i < len(cells) else ""
