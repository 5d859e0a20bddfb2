"""What lies on a map, for programs that read OGC API Features (Part 1, core and GeoJSON): `/api/collections`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final, Protocol
from urllib.parse import quote, urlencode

from fastapi import Depends, HTTPException, Path, Request

from dateline.casebook import Casebook
from dateline.model.ledger import Spot
from dateline.publish.features import event_feature, feature_schema, incident_feature, place_feature
from dateline.publish.lines import Line
from dateline.publish.shapes import OFFSET, TEXT, TEXTS, array, like, table
from dateline.serve.answers import GeoJson, Json, reading
from dateline.serve.asked import Offset
from dateline.serve.context import Book, Known
from dateline.serve.described import answers, line
from dateline.serve.events import TOLD, told_line
from dateline.serve.feature_asked import MOST_FEATURES, BBox, Datetime, Days, PageSize, days_of, flat_box
from dateline.serve.incidents import ITEM, item, marks_of, number
from dateline.serve.kept import Shelf
from dateline.serve.ledger_inputs import told_of
from dateline.serve.places import index
from dateline.store import event_listing, listing
from dateline.store.event_listing import WantedEvents
from dateline.store.filters import Wanted
from dateline.store.incident_filters import Sought
from dateline.store.points import Box

router = reading("features")
CRS: Final = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
CONFORMS: Final = [f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{part}" for part in ("core", "geojson")]
_GEO: Final = "application/geo+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Which features are asked for."""

    box: Box | None
    days: Days
    limit: int
    offset: int


class Finder(Protocol):
    """Tells how many features meet the conditions, and those of one page."""

    def __call__(self, book: Casebook, known: Shelf, page: Page) -> tuple[int, list[Line]]: ...


def _incidents(book: Casebook, known: Shelf, page: Page) -> tuple[int, list[Line]]:
    sought = Sought(box=page.box, since=page.days[0], until=page.days[1])
    with book.store.connected() as connection:
        rows = listing.listed(connection, sought, limit=page.limit, offset=page.offset)
        total = number(connection, known, sought)
    marks = marks_of(book, known)
    return total, [incident_feature(item(row, marks)) for row in rows]


def _events(book: Casebook, known: Shelf, page: Page) -> tuple[int, list[Line]]:
    book.store.prepare(page.box)
    asked = WantedEvents(wanted=Wanted(area=page.box, since=page.days[0], until=page.days[1]))
    with book.store.connected() as connection:
        rows = event_listing.listed(connection, asked, limit=page.limit, offset=page.offset)
        return event_listing.count(connection, asked), [event_feature(told_line(row)) for row in rows]


def _places(book: Casebook, known: Shelf, page: Page) -> tuple[int, list[Line]]:
    """Places are of no day, so that an interval leaves none out."""
    found = [
        (spot, ids) for spot, ids in index(told_of(book, known)).values() if page.box is None or _inside(spot, page.box)
    ]
    return len(found), [place_feature(spot, len(ids)) for spot, ids in found[page.offset : page.offset + page.limit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What a collection is called, what its features are, and what finds them."""

    title: str
    description: str
    find: Finder


COLLECTIONS: Final[Mapping[str, Collection]] = {
    "incidents": Collection(
        title="Incidents", description="What several reports tell as one happening, with who says so.", find=_incidents
    ),
    "events": Collection(title="Events", description="What one report tells of a happening.", find=_events),
    "places": Collection(title="Places", description="Where incidents are told of.", find=_places),
}


def _known_name(name: Annotated[str, Path(description="incidents, events or places")]) -> str:
    if name not in COLLECTIONS:
        raise HTTPException(404, f"{name}: no such collection; there are {', '.join(COLLECTIONS)}")
    return name


Name = Annotated[str, Depends(_known_name)]


_LINK: Final = table(dict.fromkeys(("rel", "href", "type", "title"), TEXT))
_LINKS: Final = array(_LINK)
_ROOT: Final = table({"title": TEXT, "description": TEXT, "links": _LINKS})
_ONE_COLLECTION: Final = table(
    {
        **dict.fromkeys(("id", "title", "description"), TEXT),
        "itemType": {"const": "feature"},
        "crs": TEXTS,
        "extent": {"type": "object"},
        "links": _LINKS,
    }
)
_FEATURE: Final = feature_schema(
    [like(ITEM, "id", "lat", "lon"), like(TOLD, "id", "record"), line("spot", "lat", "lon", incidents=OFFSET)]
)
_LINKED: Final = like(_FEATURE, links=_LINKS)
_FEATURES: Final = table(
    {
        "type": {"const": "FeatureCollection"},
        "timeStamp": TEXT,
        "numberMatched": OFFSET,
        "numberReturned": OFFSET,
        "links": _LINKS,
        "features": array(_FEATURE),
    }
)


@router.get("/", responses=answers(_ROOT))
def landing(request: Request) -> Json:
    """Where to find what."""
    links = [
        _link(request, "self", "", "application/json", "this document"),
        _link(request, "service-desc", "/openapi.json", "application/vnd.oai.openapi+json;version=3.1", "the API"),
        _link(request, "conformance", "/conformance", "application/json", "what is followed of the standard"),
        _link(request, "data", "/collections", "application/json", "the collections"),
    ]
    return Json({"title": "Dateline", "description": "What news reports of armed conflict say.", "links": links})


@router.get("/conformance", responses=answers(table({"conformsTo": TEXTS})))
def conformance() -> Json:
    """Which parts of OGC API Features are followed."""
    return Json({"conformsTo": CONFORMS})


@router.get("/collections", responses=answers(table({"collections": array(_ONE_COLLECTION), "links": _LINKS})))
def collections(request: Request) -> Json:
    """The collections of features."""
    links = [_link(request, "self", "/collections", "application/json", "this document")]
    return Json({"collections": [_collection(request, name) for name in COLLECTIONS], "links": links})


@router.get("/collections/{name}", responses=answers(_ONE_COLLECTION))
def collection(request: Request, name: Name) -> Json:
    """One collection."""
    return Json(_collection(request, name))


@router.get("/collections/{name}/items", response_class=GeoJson, responses=answers(_FEATURES, media=_GEO))
def items(
    request: Request,
    book: Book,
    known: Known,
    name: Name,
    bbox: BBox = None,
    datetime: Datetime = None,
    limit: PageSize = 100,
    offset: Offset = 0,
) -> GeoJson:
    """Features of a collection, the newest first (places: those of most incidents); without a place, of no geometry."""
    days = days_of(datetime) if datetime else (None, None)
    page = Page(box=flat_box(bbox) if bbox else None, days=days, limit=min(limit, MOST_FEATURES), offset=offset)
    total, found = COLLECTIONS[name].find(book, known, page)
    return GeoJson(
        {
            "type": "FeatureCollection",
            "timeStamp": _now(),
            "numberMatched": total,
            "numberReturned": len(found),
            "links": _page_links(request, name, page, total),
            "features": found,
        }
    )


@router.get(
    "/collections/{name}/items/{id:path}",
    response_class=GeoJson,
    responses=answers(_LINKED, media=_GEO),
)
def one_item(
    request: Request, book: Book, known: Known, name: Name, id: Annotated[str, Path(min_length=1, max_length=300)]
) -> GeoJson:
    """One feature of a collection."""
    found = _ONE[name](book, known, id)
    if found is None:
        raise HTTPException(404, f"{id}: no feature of {name} is called so")
    links = [
        _link(request, "self", f"/collections/{name}/items/{quote(id, safe='')}", _GEO, "this feature"),
        _link(request, "collection", f"/collections/{name}", "application/json", "its collection"),
    ]
    return GeoJson({**found, "links": links})


def _incident(book: Casebook, known: Shelf, id: str) -> Line | None:
    with book.store.connected() as connection:
        rows = listing.rows_of(connection, (id,))
    return incident_feature(item(rows[0], marks_of(book, known))) if rows else None


def _event(book: Casebook, known: Shelf, id: str) -> Line | None:
    with book.store.connected() as connection:
        rows = event_listing.of_ids(connection, (id,))
    return event_feature(told_line(rows[0])) if rows else None


def _place(book: Casebook, known: Shelf, id: str) -> Line | None:
    found = index(told_of(book, known)).get(id)
    return place_feature(found[0], len(found[1])) if found else None


_ONE: Final = {"incidents": _incident, "events": _event, "places": _place}


def _inside(spot: Spot, box: Box) -> bool:
    if spot.lat is None or spot.lon is None or not box.south <= spot.lat <= box.north:
        return False
    if box.west <= box.east:
        return box.west <= spot.lon <= box.east
    return spot.lon >= box.west or spot.lon <= box.east


def _collection(request: Request, name: str) -> Line:
    about = COLLECTIONS[name]
    return {
        "id": name,
        "title": about.title,
        "description": about.description,
        "itemType": "feature",
        "crs": [CRS],
        "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]], "crs": CRS}},
        "links": [
            _link(request, "self", f"/collections/{name}", "application/json", "this collection"),
            _link(request, "items", f"/collections/{name}/items", _GEO, "its features"),
        ],
    }


def _page_links(request: Request, name: str, page: Page, total: int) -> Sequence[Line]:
    here = f"/collections/{name}/items"
    asked = dict(request.query_params)
    links = [
        _link(request, "self", _at(here, asked), _GEO, "this page"),
        _link(request, "collection", f"/collections/{name}", "application/json", "the collection"),
    ]
    pages = (("next", page.offset + page.limit), ("prev", max(0, page.offset - page.limit)))
    wanted = {"next": page.offset + page.limit < total, "prev": page.offset > 0}
    return links + [
        _link(request, rel, _at(here, {**asked, "limit": str(page.limit), "offset": str(offset)}), _GEO, f"{rel} page")
        for rel, offset in pages
        if wanted[rel]
    ]


def _at(path: str, asked: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path


def _link(request: Request, rel: str, path: str, type: str, title: str) -> Line:
    return {"rel": rel, "href": f"{request.base_url}api{path or '/'}", "type": type, "title": title}


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
