"""Lists of places brought in, and what becomes of their rows. All lists are made up."""

import gzip
from pathlib import Path

import pytest

from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_formats import read, told
from dateline.knowledge.gazetteer_import import Brought, bring_in
from dateline.knowledge.gazetteer_imports import imports_beside, kept
from dateline.knowledge.gazetteer_incoming import Flaw, Incoming, LeftOut, OtherName
from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.model.errors import DataError


def town(id_: int, name: str, lat: float, lon: float, people: int = 0) -> PlaceRow:
    return PlaceRow(
        kind="city",
        names=(name,),
        country="SD",
        lat=lat,
        lon=lon,
        geonameid=id_,
        admin1="SD.47",
        admin2="SD.47.1",
        population=people,
    )


ROWS = [
    PlaceRow(kind="country", names=("Sudan",), country="SD", lat=15.0, lon=30.0),
    PlaceRow(kind="admin1", names=("West Darfur",), country="SD", admin1="SD.47", lat=13.0, lon=22.5),
    PlaceRow(kind="admin2", names=("Ag Geneina",), country="SD", admin1="SD.47", admin2="SD.47.1", lat=13.4, lon=22.4),
    town(1, "Mornei", 12.95, 22.88, 9_000),
    town(2, "Habila", 12.93, 22.65, 4_000),
    town(3, "Kerenik", 13.36, 22.89, 7_000),
]
GEONAMES = (
    "{id}\t{name}\t{name}\t{others}\t{lat}\t{lon}\t{cls}\t{code}\tSD\t\t47\t1\t\t\t{people}\t\t\t"
    "Africa/Khartoum\t2024-01-01"
)


def geonames(
    id_: int, name: str, lat: float, lon: float, cls: str = "P", code: str = "PPL", others: str = "", people: int = 0
) -> str:
    return GEONAMES.format(id=id_, name=name, others=others, lat=lat, lon=lon, cls=cls, code=code, people=people)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A gazetteer of a country, a province, a district and three towns."""
    build(tmp_path / "places.sqlite", rows=ROWS)
    return tmp_path / "places.sqlite"


def bring(path: Path, *lines: str, name: str = "mine", flaws: list[Flaw] | None = None) -> Brought:
    file = path.with_name("list.txt")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return bring_in(file, path, name, flaw=(flaws if flaws is not None else []).append)


def only(path: Path, name: str) -> tuple[str | None, ...]:
    (place,) = (c for c in Gazetteer(path).candidates(name) if c.exact)
    return place.kind, place.country, place.admin1_name, place.admin2_name


def test_a_plain_table_adds_its_places(path: Path) -> None:
    brought = bring(path, "name,lat,lon,country,alternates", "Tarvala,13.12,22.8,Sudan,Tarvallah; طارفالا")
    assert brought.outcomes == {"new": 1}
    assert only(path, "Tarvala") == only(path, "طارفالا") == ("city", "SD", "West Darfur", None)


def test_a_place_that_is_known_by_name_and_nearness_only_gets_its_new_names(path: Path) -> None:
    brought = bring(path, "name;lat;lon;alternates", "Morney;12.96;22.87;Murnei")
    assert brought.outcomes == {"named": 1}
    assert {c.geonameid for name in ("Murnei", "Morney", "Mornei") for c in Gazetteer(path).candidates(name)} == {1}


def test_a_namesake_far_off_is_another_place(path: Path) -> None:
    assert bring(path, "name,lat,lon", "Mornei,13.9,24.0").outcomes == {"new": 1}
    assert len([c for c in Gazetteer(path).candidates("Mornei") if c.exact]) == 2


def test_bringing_in_twice_is_bringing_in_once(path: Path) -> None:
    lines = ("name,lat,lon", "Tarvala,13.12,22.8", "Ostrava Dahr,13.1,22.8")
    bring(path, *lines)
    before = Gazetteer(path).candidates("Tarvala")
    assert bring(path, *lines).outcomes == {"known": 2}
    assert Gazetteer(path).candidates("Tarvala") == before


def test_what_no_neighbours_agree_on_stays_unknown(path: Path) -> None:
    bring(path, "name,lat,lon", "Lonevale,20.0,29.0")
    assert only(path, "Lonevale") == ("city", None, None, None)


def test_a_build_keeps_what_was_imported(path: Path) -> None:
    bring(path, "name,lat,lon", "Tarvala,13.12,22.8")
    build(path, rows=ROWS)
    assert only(path, "Tarvala") == ("city", "SD", "West Darfur", None)
    imports_beside(path).unlink()
    build(path, rows=ROWS)
    assert Gazetteer(path).candidates("Tarvala") == ()


def test_a_list_takes_the_place_of_the_one_of_its_name(path: Path) -> None:
    bring(path, "name,lat,lon", "Tarvala,13.12,22.8", name="one")
    bring(path, "name,lat,lon", "Ostrava Dahr,13.1,22.8", name="two")
    bring(path, "name,lat,lon", "Velingrad,13.2,22.6", name="one")
    names = [record.row.names[0] for record in kept(path) if isinstance(record, Incoming)]
    assert sorted(names) == ["Ostrava Dahr", "Velingrad"]


def test_rows_that_cannot_be_read_are_named_by_their_line_and_the_rest_comes_in(path: Path) -> None:
    flaws: list[Flaw] = []
    brought = bring(
        path,
        "# Source: a survey, 2024",
        "name\tlat\tlon",
        "Tarvala\t13.0\t22.7",
        "Nowhere\tnorth\t22.7",
        "\t13.0\t22.7",
        "Beyond\t93\t22.7",
        flaws=flaws,
    )
    assert [(flaw.line, brought.flawed) for flaw in flaws] == [(4, 3), (5, 3), (6, 3)]
    assert "north" in flaws[0].problem and brought.outcomes == {"new": 1}


def test_geonames_rows_are_towns_areas_and_spots(path: Path) -> None:
    brought = bring(
        path,
        geonames(1, "Mornei", 12.95, 22.88, others="Murnei,مورني,MRN"),
        geonames(50, "Beidana", 12.9, 22.6, people=300),
        geonames(51, "Old Beidana", 12.9, 22.6, code="PPLQ"),
        geonames(52, "Beidana Airstrip", 12.9, 22.61, cls="S", code="AIRF"),
        geonames(53, "Wadi Azum", 12.5, 22.6, cls="H", code="WAD"),
        geonames(54, "West Darfur", 13.0, 22.5, cls="A", code="ADM1", others="غرب دارفور"),
    )
    assert brought.outcomes == {"named": 2, "new": 3}
    assert brought.left_out == {"no longer lived in": 1}
    assert only(path, "Beidana") == ("city", "SD", "West Darfur", "Ag Geneina")
    assert only(path, "Beidana Airstrip")[0] == "spot"
    assert Gazetteer(path).candidates("Wadi Azum")[0].radius_km is None
    assert only(path, "غرب دارفور")[0] == "admin1"
    assert Gazetteer(path).candidates("MRN") == ()


def test_alternate_names_go_to_their_places_and_what_is_no_name_is_counted(path: Path) -> None:
    brought = bring(
        path,
        "9\t1\ten\tMurnay\t1\t\t\t\t\t",
        "10\t1\tlink\thttps://example.org/x\t\t\t\t\t\t",
        "11\t1\tfr\tVieux Mornei\t\t\t\t1\t\t",
        "12\t1\tja\tモルネイ\t\t\t\t\t\t",
        "13\t999\ten\tElsewhere\t\t\t\t\t\t",
    )
    assert brought.outcomes == {"named": 1}
    assert sum(brought.left_out.values()) == 4 and len(brought.left_out) == 4
    assert [c.geonameid for c in Gazetteer(path).candidates("Murnay")] == [1]


PCODES = "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_PCODE,POINT_Y,POINT_X"


def test_areas_are_found_by_their_p_codes_and_known_areas_are_not_doubled(path: Path) -> None:
    brought = bring(
        path,
        PCODES,
        "#country+name,#country+code,#adm1+name,#adm1+name+ar,#adm1+code,#adm2+name,#adm2+code,#geo+lat,#geo+lon",
        "Sudan,SD,West Darfur,غرب دارفور,SD04,Ag Geneina,SD04113,13.4,22.4",
        "Sudan,SD,West Darfur,غرب دارفور,SD04,Beidana District,SD04114,12.8,22.5",
    )
    assert brought.left_out == {"HXL tags": 1}
    assert brought.outcomes["new"] == 1
    assert only(path, "SD04")[0] == only(path, "غرب دارفور")[0] == "admin1"
    assert only(path, "SD04113") == ("admin2", "SD", "West Darfur", "Ag Geneina")
    assert only(path, "SD04114") == ("admin2", "SD", "West Darfur", "Beidana District")


def test_a_province_that_is_not_known_comes_in_with_its_p_code(path: Path) -> None:
    bring(path, "ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE", "Northmarch,SD77,Upper March,SD7701")
    assert only(path, "Northmarch")[:2] == ("admin1", "SD")
    assert only(path, "Upper March") == ("admin2", "SD", "Northmarch", "Upper March")


def test_a_sub_district_holds_no_name_of_its_district(path: Path) -> None:
    bring(
        path,
        "ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE,ADM3_EN,ADM3_PCODE,lat,lon",
        "West Darfur,SD04,Ag Geneina,SD04113,Hill Side,SD0411301,13.4,22.4",
    )
    assert only(path, "Hill Side") == ("admin3", "SD", "West Darfur", "Ag Geneina")
    assert only(path, "Kerenik")[3] == "Ag Geneina"


def test_gzipped_lists_are_read(path: Path) -> None:
    file = path.with_name("list.csv.gz")
    file.write_bytes(gzip.compress(b"name,lat,lon\nTarvala,13.12,22.8\n"))
    assert bring_in(file, path, "mine").outcomes == {"new": 1}


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"PK\x03\x04zip", "unpack it"),
        (b"one,two\n1,2\n", "name, lat and lon"),
        (b"name,lat,lon\n\xff\xfe,1,2\n", "UTF-8"),
    ],
)
def test_a_file_that_is_no_list_says_what_to_do_and_changes_nothing(path: Path, data: bytes, advice: str) -> None:
    before, file = path.read_bytes(), path.with_name("list")
    file.write_bytes(data)
    with pytest.raises(DataError, match=advice):
        bring_in(file, path, "mine")
    assert path.read_bytes() == before and list(kept(path)) == []


def test_a_file_that_is_not_there_is_said_to_be_missing(path: Path) -> None:
    with pytest.raises(DataError, match="check its name"):
        bring_in(path.with_name("gone"), path, "mine")


def test_progress_is_told_in_bytes(path: Path) -> None:
    seen: list[tuple[int, int]] = []
    file = path.with_name("list.csv")
    file.write_text("name,lat,lon\nTarvala,13.12,22.8\n", encoding="utf-8")
    bring_in(file, path, "mine", progress=lambda done, total: seen.append((done, total)))
    assert seen and all(done <= total == file.stat().st_size for done, total in seen)


@pytest.mark.parametrize(
    ("header", "format_"),
    [
        (geonames(1, "Mornei", 12.95, 22.88).split("\t"), "geonames"),
        (["9", "1", "en", "Murnay", "", "", "", ""], "alternates"),
        (PCODES.split(","), "pcodes"),
        (["admin1Name_en", "admin1Pcode", "x"], "pcodes"),
        (["Village", "Latitude", "Longitude"], "csv"),
    ],
)
def test_lists_are_told_apart_by_their_content(header: list[str], format_: str) -> None:
    assert told(header) == format_


def test_an_empty_list_brings_nothing() -> None:
    assert list(read([], None)) == []


def test_a_kind_may_be_said_by_a_noun_and_an_unknown_one_is_a_flaw() -> None:
    lines = ["name,lat,lon,kind", "A,1,2,camp", "B,1,2,village", "C,1,2,admin1", "D,1,2,sandwich"]
    found = list(read(lines, "csv"))
    assert [one.row.kind for one in found if isinstance(one, Incoming)] == ["spot", "city", "admin1"]
    assert isinstance(found[3], Flaw) and "sandwich" in found[3].problem


def test_quotes_and_short_rows_are_read_as_they_are_meant() -> None:
    found = list(read(["name,lat,lon,country", '"Hill, upper",1.5,2', ""], None))
    assert [one.row.names for one in found if isinstance(one, Incoming)] == [("Hill, upper",)]
    short = list(read([geonames(1, "A", 1, 2), "2\tB"], None))
    assert isinstance(short[1], Flaw) and short[1].line == 2
    assert not any(isinstance(one, LeftOut | OtherName) for one in (*found, *short))
