"""Incidents, events and places as GeoJSON features (RFC 7946), of what their lines hold.

What lies nowhere that is known has no geometry. A point is no sharper than the words: `precision` and `radius_km` of
its properties say within how many kilometres these put it.
"""

from collections.abc import Iterable, Mapping, Sequence

from dateline.model.ledger import Spot
from dateline.publish.ledger_lines import spot_line
from dateline.publish.lines import Line
from dateline.publish.shapes import TEXT, Schema, or_null, table


def incident_feature(item: Line) -> Line:
    """An incident of a list, at the place that it is shown at."""
    properties = {name: value for name, value in item.items() if name not in ("id", "lat", "lon")}
    return feature(item["id"], item["lat"], item["lon"], properties)


def event_feature(line: Line) -> Line:
    """An event, at the first of its places that lies somewhere."""
    spot = _located(line["places"])
    properties = {name: value for name, value in line.items() if name not in ("id", "record")}
    return feature(line["id"], spot.get("lat"), spot.get("lon"), properties)


def place_feature(spot: Spot, incidents: int) -> Line:
    """A place, and of how many incidents it is."""
    properties = {name: value for name, value in spot_line(spot).items() if name not in ("lat", "lon")}
    return feature(spot.key, spot.lat, spot.lon, {**properties, "incidents": incidents})


def feature(id: object, lat: object, lon: object, properties: Mapping[str, object]) -> Line:
    """A feature at a point, or nowhere."""
    point = {"type": "Point", "coordinates": [lon, lat]} if lat is not None and lon is not None else None
    return {"type": "Feature", "id": id, "geometry": point, "properties": dict(properties)}


def feature_schema(properties: Sequence[Schema]) -> Schema:
    """The JSON Schema of a feature whose properties are one of these."""
    degrees: Schema = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
    return table(
        {
            "type": {"const": "Feature"},
            "id": TEXT,
            "geometry": or_null(table({"type": {"const": "Point"}, "coordinates": degrees})),
            "properties": {"anyOf": list(properties)},
        }
    )


def _located(places: object) -> Mapping[str, object]:
    found: Iterable[Mapping[str, object]] = places if isinstance(places, list) else ()
    return next((place for place in found if place["lat"] is not None), {})
