"""Where events lie: within a box or a circle, looked up in an R*Tree (SQLite) or with PostGIS (PostgreSQL).

Each engine keeps the coordinates of `event_places` a second time in a shape of its own, which it fills by itself. Both
take the earth for a sphere, so that they find the same.
"""

from dataclasses import dataclass
from math import asin, cos, degrees, isfinite, radians, sin, sqrt
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    between,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
    tuple_,
)

from dateline.model.errors import StoreError
from dateline.store.tables import event_places

EARTH_KM: Final = 6371.0087714
"""The mean radius of WGS 84, which PostGIS takes for the sphere."""
KM_BETWEEN: Final = "km_between"
"""What the distance is called in SQL on SQLite: of (lat, lon, lat, lon) in degrees."""
POINTS: Final = "event_points"
"""SQLite's R*Tree, with the keys of `event_places` beside each box, which is a point."""

_MADE_BY_POSTGIS: Final = (
    "ALTER TABLE event_places ADD COLUMN point geography(Point, 4326)"
    " GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography) STORED",
    "CREATE INDEX ix_event_places_point ON event_places USING gist (point)",
    "CREATE INDEX ix_event_places_box ON event_places USING gist ((point::geometry))",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Between two meridians and two parallels, in degrees; where `west` is above `east`, it crosses the 180th."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        """Raises ValueError where these are no degrees, or south lies above north."""
        _check(self.south, self.west)
        _check(self.north, self.east)
        if self.south > self.north:
            raise ValueError(f"south {self.south:g} lies above north {self.north:g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Within `km` of a point, over the ground."""

    lat: float
    lon: float
    km: float

    def __post_init__(self) -> None:
        """Raises ValueError where these are no degrees, or no distance."""
        _check(self.lat, self.lon)
        if not (isfinite(self.km) and self.km >= 0):
            raise ValueError(f"{self.km:g} is no distance in km")


Area = Box | Circle


def lies_in(area: Area, engine: str) -> ColumnElement[bool]:
    """The condition, over `event_places`, that a place has coordinates, and they lie in `area`."""
    if engine == "postgresql":
        return or_(*map(_in_envelope, _parts(area))) if isinstance(area, Box) else _within(area)
    boxes = _parts(area) if isinstance(area, Box) else _around(area)
    found = or_(*map(_in_tree, boxes))
    return found if isinstance(area, Box) else and_(found, _near(area))


def prepare(connection: Connection) -> None:
    """Give PostgreSQL its points. Raises StoreError where the database has no PostGIS."""
    if has_points(connection):
        return
    if not has_postgis(connection):
        raise StoreError(
            "looking by coordinates needs PostGIS in this database: its owner can add it with CREATE EXTENSION postgis"
        )
    for statement in _MADE_BY_POSTGIS:
        connection.execute(text(statement))


def has_points(connection: Connection) -> bool:
    """Whether PostgreSQL has its points; SQLite always has."""
    if connection.dialect.name != "postgresql":
        return True
    query = "SELECT count(*) FROM pg_attribute WHERE attrelid = 'event_places'::regclass AND attname = 'point'"
    return bool(connection.execute(text(query)).scalar())


def has_postgis(connection: Connection) -> bool:
    """Whether PostGIS was added to this database."""
    return bool(connection.execute(text("SELECT count(*) FROM pg_extension WHERE extname = 'postgis'")).scalar())


def km_between(lat: float | None, lon: float | None, other_lat: float, other_lon: float) -> float | None:
    """The great-circle distance of two points in degrees (haversine formula); None where one is not known."""
    if lat is None or lon is None:
        return None
    high, wide = radians(other_lat - lat), radians(other_lon - lon)
    chord = sin(high / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(wide / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


def _check(lat: float, lon: float) -> None:
    if not -90 <= lat <= 90:
        raise ValueError(f"{lat:g} is no latitude: from -90 to 90 degrees")
    if not -180 <= lon <= 180:
        raise ValueError(f"{lon:g} is no longitude: from -180 to 180 degrees")


def _parts(box: Box) -> list[Box]:
    """The box, or its halves on both sides of the 180th meridian, each of which runs from west to east."""
    if box.west <= box.east:
        return [box]
    sides = ((box.west, 180.0), (-180.0, box.east))
    return [Box(west=west, south=box.south, east=east, north=box.north) for west, east in sides]


def _around(circle: Circle) -> list[Box]:
    """Boxes that hold the circle: all meridians where it holds a pole."""
    angle = circle.km / EARTH_KM
    south, north = circle.lat - degrees(angle), circle.lat + degrees(angle)
    if south <= -90 or north >= 90:
        return [Box(west=-180, south=max(south, -90.0), east=180, north=min(north, 90.0))]
    half = degrees(asin(min(1.0, sin(angle) / cos(radians(circle.lat)))))
    west, east = (_wrapped(circle.lon + side) for side in (-half, half))
    return _parts(Box(west=west, south=south, east=east, north=north))


def _wrapped(lon: float) -> float:
    return lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180


def _exactly(box: Box) -> ColumnElement[bool]:
    """The engines' own shapes are rounded outward; the columns are not."""
    lat, lon = event_places.c.lat, event_places.c.lon
    return and_(between(lat, box.south, box.north), between(lon, box.west, box.east))


def _in_tree(box: Box) -> ColumnElement[bool]:
    names = ("event_id", "number", "min_lon", "max_lon", "min_lat", "max_lat")
    tree = table(POINTS, *map(column, names)).c
    inside = (
        tree.max_lon >= box.west,
        tree.min_lon <= box.east,
        tree.max_lat >= box.south,
        tree.min_lat <= box.north,
    )
    key = tuple_(event_places.c.event_id, event_places.c.number)
    return and_(key.in_(select(tree.event_id, tree.number).where(*inside)), _exactly(box))


def _near(circle: Circle) -> ColumnElement[bool]:
    distance = func.km_between(event_places.c.lat, event_places.c.lon, circle.lat, circle.lon)
    return distance <= circle.km


def _in_envelope(box: Box) -> ColumnElement[bool]:
    envelope = func.ST_MakeEnvelope(box.west, box.south, box.east, box.north, 4326)
    point: ColumnElement[object] = literal_column("event_places.point::geometry")
    return and_(point.bool_op("&&")(envelope), _exactly(box))


def _within(circle: Circle) -> ColumnElement[bool]:
    centre = func.ST_SetSRID(func.ST_MakePoint(circle.lon, circle.lat), 4326).op("::")(literal_column("geography"))
    found: ColumnElement[bool] = func.ST_DWithin(
        literal_column("event_places.point"), centre, circle.km * 1000, literal_column("false")
    )
    return found
