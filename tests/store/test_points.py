"""Events are found by where they lie, on both engines alike, over the 180th meridian and at the poles."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from dateline.model.errors import StoreError
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store import queries
from dateline.store.database import open_engine
from dateline.store.filters import Wanted
from dateline.store.points import Area, Box, Circle, _around, km_between
from dateline.store.store import Store

TOWNS = {
    "Suva": (-18.14, 178.44),
    "Apia": (-13.83, -171.77),
    "Tromso": (69.65, 18.96),
    "Alert": (82.5, -62.35),
    "Quito": (-0.18, -78.47),
    "Nowhere": (None, None),
}


@pytest.fixture
def world(store: Store, page: Page, coded: Coded) -> Store:
    """A page that tells of one event in each town."""
    first = coded.events[0]
    events = [
        replace(first, id=f"e-{name}", places=(replace(first.places[0], name=name, lat=lat, lon=lon),))
        for name, (lat, lon) in TOWNS.items()
    ]
    store.add(page, replace(coded, events=tuple(events)))
    return store


def named(store: Store, area: Area) -> set[str]:
    """The towns of the events in an area; its places are the same."""
    found = {one.event.places[0].name for one in store.events(Wanted(area=area))}
    with store._transaction() as connection:
        assert found == {row.name for row in connection.execute(queries.places(area, store._engine.name))}
    return found


@pytest.mark.parametrize(
    ("area", "towns"),
    [
        (Box(west=-180, south=-90, east=180, north=90), set(TOWNS) - {"Nowhere"}),
        (Box(west=170, south=-20, east=-170, north=-10), {"Suva", "Apia"}),
        (Box(west=-170, south=-20, east=170, north=-10), set()),
        (Box(west=178.44, south=-18.14, east=178.44, north=-18.14), {"Suva"}),
        (Box(west=178.4400001, south=-19, east=179, north=-18), set()),
        (Box(west=-80, south=-1, east=-78, north=0), {"Quito"}),
        (Circle(lat=-18, lon=-179, km=300), {"Suva"}),
        (Circle(lat=-16, lon=-177, km=1000), {"Suva", "Apia"}),
        (Circle(lat=90, lon=0, km=900), {"Alert"}),
        (Circle(lat=89, lon=100, km=2500), {"Alert", "Tromso"}),
        (Circle(lat=-0.18, lon=-78.47, km=0), {"Quito"}),
        (Circle(lat=0, lon=0, km=30_000), set(TOWNS) - {"Nowhere"}),
    ],
)
def test_what_lies_in_an_area_is_found_and_nothing_else(world: Store, area: Area, towns: set[str]) -> None:
    assert named(world, area) == towns


def test_what_goes_with_its_page_is_not_found_by_its_place_any_more(world: Store) -> None:
    with world._transaction(writes=True) as connection:
        connection.execute(text("DELETE FROM pages"))
    assert named(world, Box(west=-180, south=-90, east=180, north=90)) == set()
    if world._engine.name == "sqlite":
        with world._transaction() as connection:
            assert connection.execute(text("SELECT count(*) FROM event_points")).scalar() == 0


@pytest.mark.parametrize(
    "make",
    [
        lambda: Box(west=-181, south=0, east=0, north=1),
        lambda: Box(west=0, south=5, east=1, north=4),
        lambda: Circle(lat=91, lon=0, km=1),
        lambda: Circle(lat=0, lon=0, km=-1),
        lambda: Circle(lat=0, lon=float("nan"), km=1),
    ],
)
def test_what_is_no_area_is_refused(make: object) -> None:
    with pytest.raises(ValueError, match=r"latitude|longitude|distance|lies above"):
        make()  # type: ignore[operator]


LAT, LON = st.floats(-90, 90), st.floats(-180, 180)


@given(lat=LAT, lon=LON, km=st.floats(0, 21_000), other_lat=LAT, other_lon=LON)
def test_the_boxes_around_a_circle_hold_all_of_it(
    lat: float, lon: float, km: float, other_lat: float, other_lon: float
) -> None:
    distance = km_between(other_lat, other_lon, lat, lon)
    assert distance is not None
    if distance < km * (1 - 1e-9):
        boxes = _around(Circle(lat=lat, lon=lon, km=km))
        assert any(
            box.south - 1e-6 <= other_lat <= box.north + 1e-6 and box.west - 1e-6 <= other_lon <= box.east + 1e-6
            for box in boxes
        )


def test_distances_are_those_of_the_globe() -> None:
    assert km_between(52.52, 13.405, 48.857, 2.352) == pytest.approx(877.5, abs=1)
    assert km_between(0, 179.5, 0, -179.5) == pytest.approx(111.2, abs=0.1)
    assert km_between(None, 0, 0, 0) is None


def test_without_postgis_one_line_says_what_is_missing_and_once_it_is_there_all_works(
    bare_schema: str, page: Page, coded: Coded
) -> None:
    area = Circle(lat=12, lon=25, km=50)
    with Store.open(bare_schema) as store:
        store.add(page, coded)
        with pytest.raises(StoreError, match="CREATE EXTENSION postgis"):
            list(store.events(Wanted(area=area)))
        assert len(list(store.events())) == 3
        with open_engine(bare_schema, create=False).begin() as connection:
            connection.execute(text("CREATE EXTENSION postgis"))
        assert [one.event.claim.type for one in store.events(Wanted(area=area))] == ["air_strike", "deployment"]
        assert [one.event.claim.type for one in store.events(Wanted(area=area))] == ["air_strike", "deployment"]


def test_the_index_of_places_is_used(world: Store) -> None:
    with world._transaction() as connection:
        if world._engine.name == "postgresql":
            connection.execute(text("SET LOCAL enable_seqscan = off"))
        asked = queries.places(Box(west=0, south=0, east=1, north=1), world._engine.name)
        words = str(asked.compile(world._engine, compile_kwargs={"literal_binds": True}))
        how = "EXPLAIN QUERY PLAN" if world._engine.name == "sqlite" else "EXPLAIN"
        plan = " ".join(str(row) for row in connection.execute(text(f"{how} {words}")))
        assert "VIRTUAL TABLE INDEX" in plan or "ix_event_places_" in plan, plan
