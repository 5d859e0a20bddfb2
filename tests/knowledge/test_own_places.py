"""A project's own places, alone and beside the gazetteer."""

from pathlib import Path

import pytest

from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.knowledge.own_places import own_places
from dateline.knowledge.project import Project, using
from dateline.model.errors import DataError
from projects_made import made

HEAD = "name,names,kind,country,admin1,lat,lon,population,radius_km,geonameid,disabled\n"
ROWS = (
    PlaceRow(kind="country", names=("Sudan",), country="SD", lat=15.0, lon=30.0, geonameid=1),
    PlaceRow(kind="admin1", names=("North Fen",), country="SD", lat=12.0, lon=25.0, admin1="SD.47"),
    PlaceRow(kind="city", names=("Kalma",), country="SD", lat=12.0, lon=24.99, geonameid=2, population=90_000),
    PlaceRow(kind="city", names=("Kalma",), country="PL", lat=50.0, lon=20.0, geonameid=3, population=900),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("places") / "places.sqlite"
    build(file, rows=ROWS)
    return file


def opened(path: Path, rows: str) -> Gazetteer:
    with using(made(places_csv=HEAD + rows)):
        return open_gazetteer(path)


def complaint(project: Project) -> str:
    with using(project), pytest.raises(DataError) as caught:
        own_places()
    return str(caught.value)


def test_a_place_of_ones_own_is_found_by_all_its_names(path: Path) -> None:
    gazetteer = opened(path, "Old Wells,Bir Fen; Fen Wells,,SD,,13.5,25.3,,,,\n")
    for name in ("Old Wells", "bir fen", "Fen Wells"):
        (found,) = (place for place in gazetteer.candidates(name) if place.exact)
        assert (found.name, found.own, found.point, found.population) == ("Old Wells", True, (13.5, 25.3), 0)
    assert gazetteer.is_place_name("Bir Fen")


def test_it_is_found_by_a_name_that_only_sounds_alike(path: Path) -> None:
    gazetteer = opened(path, "Tell Qarra,,,SD,,13.5,25.3,,,,\n")
    assert [place.exact for place in gazetteer.candidates("Tal Karra")] == [False]


def test_all_other_places_are_still_there(path: Path) -> None:
    gazetteer = opened(path, "Old Wells,,,SD,,13.5,25.3,,,,\n")
    assert [place.country for place in gazetteer.candidates("Kalma")] == ["SD", "PL"]
    assert not any(place.own for place in gazetteer.candidates("Kalma"))


def test_namesakes_stand_by_their_people_whoever_lists_them(path: Path) -> None:
    gazetteer = opened(path, "Kalma,,,TD,,13.5,20.3,10000,,,\n")
    assert [place.country for place in gazetteer.candidates("Kalma")] == ["SD", "TD", "PL"]


def test_a_row_with_a_geonameid_replaces_that_place(path: Path) -> None:
    gazetteer = opened(path, "Kalma Camp,Kalma,,SD,,12.1,25.0,95000,,2,\n")
    assert [(place.name, place.country) for place in gazetteer.candidates("Kalma")] == [
        ("Kalma Camp", "SD"),
        ("Kalma", "PL"),
    ]


def test_a_place_that_is_turned_off_is_not_found(path: Path) -> None:
    gazetteer = opened(path, ",,,,,,,,,3,true\n")
    assert [place.country for place in gazetteer.candidates("Kalma")] == ["SD"]


@pytest.mark.parametrize("province", ["North Fen", "SD.47"])
def test_a_province_may_be_named_or_given_by_its_code(path: Path, province: str) -> None:
    (found,) = opened(path, f"Old Wells,,,SD,{province},13.5,25.3,,,,\n").candidates("Old Wells")
    assert (found.admin1, found.admin1_name) == ("SD.47", "North Fen")


def test_a_province_that_is_not_known_is_refused_with_its_line(path: Path) -> None:
    with pytest.raises(DataError, match=r"places\.csv, line 2: SD has no province 'Nowhere'"):
        opened(path, "Old Wells,,,SD,Nowhere,13.5,25.3,,,,\n")


def test_notes_and_empty_lines_are_passed_over() -> None:
    with using(made(places_csv=f"# places of ours\n\n{HEAD}# the wells\n\nWells,,,SD,,1,2,,,,\n")):
        (place,) = own_places()
    assert place.where == "places.csv, line 6"


def test_places_may_be_written_in_yaml() -> None:
    text = "- {name: Fen, names: [Great Fen], country: SD, lat: 13, lon: 25.5, kind: region, radius_km: 40}\n"
    with using(made(places=text)):
        (place,) = own_places()
    assert place.row is not None
    assert (place.row.names, place.row.kind, place.row.radius_km) == (("Fen", "Great Fen"), "region", 40.0)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",,,SD,,1,2,,,,", "name is missing"),
        ("Wells,,,,,1,2,,,,", "country is missing"),
        ("Wells,,,SD,,,2,,,,", "lat is missing"),
        ("Wells,,,SD,,north,2,,,,", "lat: "),
        ("Wells,,,SD,,91,2,,,,", "lat: "),
        ("Wells,,,Sudan,,1,2,,,,", "write the two capital letters"),
        ("Wells,,village,SD,,1,2,,,,", "kind: "),
        ("Wells,,region,SD,,1,2,,,,", "needs its radius_km"),
        (",,,,,,,,,,true", "needs the geonameid"),
        ("Wells,,,SD,,1,2,,,,,,", "more cells than the head"),
    ],
)
def test_a_slip_in_a_row_is_named_with_its_line(row: str, said: str) -> None:
    found = complaint(made(places_csv=f"{HEAD}{row}\n"))
    assert found.startswith("places.csv, line 2: ")
    assert said in found


def test_a_column_of_another_name_is_refused_with_those_that_there_are() -> None:
    found = complaint(made(places_csv="name,country,latitude,lon\nWells,SD,1,2\n"))
    assert "latitude" in found and "the columns are name, names" in found
