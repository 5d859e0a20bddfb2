"""Places of two events: one, near, or far; and keys under which near ones meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import a_town, an_event

from dateline.reckoning.where import (
    NEAR_KM,
    cells,
    distance_km,
    lie_far_apart,
    lie_in_different_countries,
    share_a_district,
    share_a_town,
)


def test_a_degree_along_the_equator_is_111_km() -> None:
    assert distance_km(a_town("A", 0.0, 10.0), a_town("B", 0.0, 11.0)) == pytest.approx(111.2, abs=0.1)


def test_a_place_without_a_point_has_no_distance() -> None:
    assert distance_km(a_town("A"), a_town("B", lat=None, lon=None)) is None


def test_a_town_spelt_alike_without_points_is_one_only_in_one_country() -> None:
    here, there = a_town("Al-Tamra", lat=None, lon=None), a_town("Al Tamra", lat=None, lon=None, country="TD")
    first, second = an_event("1", places=(here,)), an_event("2", places=(a_town("al tamra", lat=None, lon=None),))
    assert share_a_town(first, second)
    assert not share_a_town(first, an_event("3", places=(there,)))


def test_a_province_is_not_far_from_a_town_that_its_words_may_mean() -> None:
    wide = a_town("North", lat=14.2, precision="province", radius_km=150.0)
    assert not lie_far_apart(an_event("1"), an_event("2", places=(wide,)))
    assert lie_far_apart(an_event("1"), an_event("2", places=(a_town("Far", lat=14.2),)))


def test_an_unknown_country_is_no_other_country() -> None:
    unknown = a_town("Tamra", country=None)
    assert not lie_in_different_countries(an_event("1"), an_event("2", places=(unknown,)))
    assert lie_in_different_countries(an_event("1"), an_event("2", places=(a_town("Tamra", country="TD"),)))


points = st.tuples(st.floats(-65, 65), st.floats(-179, 179))


@given(points, st.floats(-0.2, 0.2), st.floats(-0.2, 0.2))
def test_near_points_share_a_key(point: tuple[float, float], north: float, east: float) -> None:
    here, there = a_town("A", *point), a_town("B", point[0] + north, point[1] + east)
    gap = distance_km(here, there)
    if gap is not None and gap <= NEAR_KM:
        first, second = (set(cells(an_event("1", places=(place,)))) for place in (here, there))
        assert any(key.startswith("cell") for key in first & second)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("Tell Qarra", "Tal Karra", True), ("al-Tamra", "Tamra", True), ("Hama", "Homs", False), ("Bara", "Beru", False)],
)
def test_unknown_towns_are_one_if_their_names_may_be_spellings_of_one(one: str, other: str, alike: bool) -> None:
    first, second = (an_event(name, places=(a_town(name, lat=None, lon=None),)) for name in (one, other))
    assert share_a_town(first, second) == alike
    assert bool(set(cells(first)) & {c for c in cells(second) if c.startswith("name")}) >= alike


def test_an_area_reaches_as_far_as_its_words_leave_open() -> None:
    near = an_event("1", places=(a_town("near Tamra", precision="area", radius_km=15.0),))
    assert share_a_district(near, an_event("2", places=(a_town("Azra", lat=13.1),)))
    assert not share_a_district(near, an_event("3", places=(a_town("Azra", lat=13.9),)))
