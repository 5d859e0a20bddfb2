"""Why one of the places that a name may mean stands before another."""

import pytest

from dateline.knowledge.gazetteer import Candidate
from dateline.knowledge.gazetteer_ranking import Ranked, Wanted, ranked


def place(name: str, lat: float | None, lon: float | None, people: int = 0, **said: object) -> Candidate:
    fields = {
        "geonameid": None,
        "kind": "city",
        "country": "SD",
        "admin1": None,
        "admin2": None,
        "admin1_name": None,
        "admin2_name": None,
        "feature": None,
        "radius_km": None,
        "exact": True,
    }
    return Candidate(key=hash((name, lat, lon)), name=name, lat=lat, lon=lon, population=people, **{**fields, **said})


BIG, NEAR = place("Kalma", 50.0, 20.0, 900_000), place("Kalma", 12.0, 25.0, 500)
ALIKE = place("Kulme", 12.0, 25.1, 500, exact=False)


def order(wanted: Wanted, *places: Candidate) -> list[Ranked]:
    return ranked(places, wanted)


def test_the_more_peopled_comes_first_where_nothing_else_is_asked() -> None:
    first, second = order(Wanted(name="Kalma"), NEAR, BIG)
    assert (first.place, first.behind) == (BIG, None)
    assert "900,000 people" in first.reasons
    assert second.behind is not None and "fewer people" in second.behind


def test_the_near_one_comes_first_and_its_distance_is_said() -> None:
    first, second = order(Wanted(name="Kalma", near=(12.05, 25.0), near_name="Nyala"), NEAR, BIG)
    assert first.place is NEAR and "6 km from Nyala" in first.reasons
    assert second.behind == "it lies farther away"


def test_a_name_that_only_sounds_so_comes_after_the_name_itself() -> None:
    first, second = order(Wanted(name="Kalma"), ALIKE, NEAR)
    assert first.place is NEAR and "exactly this name" in first.reasons
    assert second.behind == "its name only sounds so" and "a name that sounds so" in second.reasons


def test_an_area_whose_people_nobody_counted_is_no_empty_place() -> None:
    town = place("Kulme", 12.0, 25.1, 300_000, exact=False, country="TD")
    first, _ = order(Wanted(name="Kalma"), town, place("Kalma District", 12.0, 25.0, kind="admin2"))
    assert first.place.kind == "admin2"


def test_what_has_no_point_cannot_be_near() -> None:
    nowhere = place("Kalma", None, None, 500)
    first, second = order(Wanted(name="Kalma", near=(12.0, 25.0)), nowhere, NEAR)
    assert (first.place, second.km) == (NEAR, None)
    assert second.behind == "where it lies is not known"


@pytest.mark.parametrize(("kind", "words"), [("country", "a country"), ("region", "a large region")])
def test_countries_and_regions_say_what_they_are(kind: str, words: str) -> None:
    (only,) = order(Wanted(name="Kalma"), place("Kalma", 1.0, 2.0, kind=kind))
    assert words in only.reasons


def test_twins_are_said_to_be_told_apart_by_nothing() -> None:
    _, second = order(Wanted(name="Kalma"), NEAR, place("Kalma", 12.5, 25.5, 500))
    assert second.behind == "nothing tells it from the one before"


def test_a_sea_comes_before_the_province_that_is_named_after_it() -> None:
    sea, province = (
        place("Kalma Sea", 12.0, 25.0, kind="region"),
        place("Kalma Sea", 13.0, 24.0, 640_000, kind="admin1"),
    )
    first, second = order(Wanted(name="Kalma Sea"), province, sea)
    assert (first.place, second.place) == (sea, province)
