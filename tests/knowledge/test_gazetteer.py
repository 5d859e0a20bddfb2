"""The gazetteer, built from a handful of rows through the same code as the full one."""

from pathlib import Path

import pytest

from dateline.knowledge.folding import fold, is_latin, likeness, skeleton
from dateline.knowledge.gazetteer import Gazetteer, common_words, default_path, open_gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import (
    PlaceRow,
    admin1_rows,
    admin2_rows,
    country_rows,
    kilometres,
    read_yaml,
    region_rows,
    seats_named,
    town_rows,
)
from dateline.knowledge.place_words import place_words
from dateline.model.errors import DataError


def town(name: str, country: str, admin1: str, lat: float, lon: float, people: int, *others: str) -> PlaceRow:
    """A town as a row."""
    return PlaceRow(
        kind="city",
        names=(name, *others),
        country=country,
        lat=lat,
        lon=lon,
        geonameid=hash((name, country)) % 10**7,
        admin1=admin1,
        population=people,
    )


ROWS = [
    PlaceRow(
        kind="country", names=("Syria",), country="SY", lat=35.0, lon=38.5, geonameid=163843, population=16_900_000
    ),
    PlaceRow(
        kind="country", names=("United Kingdom", "Britain"), country="GB", lat=54.1, lon=-2.9, population=66_000_000
    ),
    PlaceRow(
        kind="admin1", names=("Deir ez-Zor",), country="SY", admin1="SY.07", lat=35.0, lon=40.4, population=400_000
    ),
    PlaceRow(
        kind="city",
        names=("Damascus",),
        country="SY",
        lat=33.51,
        lon=36.29,
        admin1="SY.13",
        population=1_500_000,
        feature="capital",
    ),
    town("Dayr az Zawr", "SY", "SY.07", 35.34, 40.14, 240_000),
    town("Ma‘arrat an Nu‘mān", "SY", "SY.12", 35.64, 36.67, 58_000),
    town("Abū az̧ Z̧uhūr", "SY", "SY.12", 35.73, 37.06, 9_000),
    town("Of", "TR", "TR.61", 40.95, 40.27, 30_000),
    town("Tripoli", "LY", "LY.77", 32.89, 13.19, 1_100_000),
    town("Tripoli", "LB", "LB.03", 34.43, 35.84, 230_000, "Trablous"),
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path = tmp_path_factory.mktemp("gazetteer") / "places.sqlite"
    build(path, rows=ROWS)
    return Gazetteer(path)


def test_folding_takes_away_case_accents_and_apostrophes() -> None:
    assert fold("Ma‘arrat an-Nu‘mān") == fold("MAARRAT AN NUMAN") == "maarrat an numan"
    assert fold("U.S.") == "us"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir Ezzor", "Dayr az Zawr"),
        ("al-Raqqa", "Ar Raqqah"),
        ("Khan Sheikhoun", "Khān Shaykhūn"),
        ("Maaret al-Numan", "Ma‘arrat an Nu‘mān"),
        ("Abu Alduhour", "Abū az̧ Z̧uhūr"),
        ("Qamishli", "Kamishly"),
    ],
)
def test_transliterations_of_one_name_share_a_skeleton_and_sound_alike(one: str, other: str) -> None:
    assert skeleton(fold(one)) == skeleton(fold(other))
    assert likeness(fold(one), fold(other)) >= 0.72


def test_names_that_differ_in_a_consonant_do_not_share_a_skeleton() -> None:
    assert skeleton(fold("Homs")) != skeleton(fold("Hama"))


def test_names_in_other_scripts_are_told_from_latin_ones() -> None:
    assert is_latin("Idlib") and is_latin("İdlib")
    assert not is_latin("إدلب") and not is_latin("Идлиб")


def test_exact_names_come_before_names_that_sound_alike(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("Deir ez-Zor")
    assert [(c.kind, c.exact) for c in found] == [("admin1", True), ("city", False)]


def test_a_spelling_not_in_the_list_is_found_by_its_sound(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("Maarat al-Numaan")
    assert [c.name for c in found] == ["Ma‘arrat an Nu‘mān"]
    assert not found[0].exact


def test_namesakes_are_all_given_the_most_peopled_first(gazetteer: Gazetteer) -> None:
    assert [c.country for c in gazetteer.candidates("Tripoli")] == ["LY", "LB"]
    assert [c.country for c in gazetteer.candidates("trablous")] == ["LB"]


def test_a_name_that_nobody_has_gives_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Atlantis") == ()
    assert gazetteer.candidates("") == ()


def test_common_words_are_no_place_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Of")
    assert not gazetteer.is_place_name("Of")
    assert {"police", "march", "the", "government"} <= common_words()


def test_is_place_name_wants_the_exact_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_place_name("dayr az zawr")
    assert not gazetteer.is_place_name("Deir Ezzor")


def test_a_country_stands_higher_than_a_town(gazetteer: Gazetteer) -> None:
    country, city = gazetteer.standing("Syria"), gazetteer.standing("Tripoli")
    assert country is not None and city is not None and country > city
    assert gazetteer.standing("Atlantis") is None


def test_countries_are_found_by_name_and_by_code_and_have_capitals(gazetteer: Gazetteer) -> None:
    by_name, by_code = gazetteer.country("Britain"), gazetteer.country("GB")
    assert by_name is not None and by_name == by_code
    capital = gazetteer.capital("SY")
    assert capital is not None and capital.name == "Damascus"
    assert gazetteer.country("Tripoli") is None
    assert gazetteer.capital("GB") is None


def test_a_town_says_the_name_of_its_province(gazetteer: Gazetteer) -> None:
    towns = [c for c in gazetteer.candidates("Dayr az Zawr") if c.kind == "city"]
    assert towns[0].admin1_name == "Deir ez-Zor"
    province = gazetteer.admin1("SY.07")
    assert province is not None and province.name == "Deir ez-Zor"
    assert gazetteer.admin1("SY.99") is None


def test_building_reports_its_progress_and_leaves_no_part_behind(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build(tmp_path / "deep" / "places.sqlite", lambda done, expected: told.append((done, expected)), ROWS)
    assert told[-1][0] == len(ROWS)
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["places.sqlite"]


def test_a_build_that_fails_leaves_the_old_gazetteer(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    build(path, rows=ROWS)
    before = path.read_bytes()

    def broken() -> object:
        yield ROWS[0]
        raise ValueError

    with pytest.raises(ValueError):
        build(path, rows=broken())  # type: ignore[arg-type]
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_is_no_gazetteer_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    path.write_text("no database", encoding="utf-8")
    with pytest.raises(DataError, match="is not a gazetteer"):
        open_gazetteer(path)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("", encoding="utf-8")
    with pytest.raises(DataError, match="DATELINE_GAZETTEER"):
        build(blocker / "places.sqlite", rows=ROWS)


def test_the_environment_says_where_the_gazetteer_lies(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_GAZETTEER", str(tmp_path / "mine.sqlite"))
    assert default_path() == tmp_path / "mine.sqlite"
    monkeypatch.delenv("DATELINE_GAZETTEER")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path().parent == tmp_path / "dateline"


def test_codes_and_names_in_scripts_that_are_not_read_are_no_names_of_a_town() -> None:
    city = {
        "geonameid": 1,
        "name": "Aleppo",
        "latitude": 36.2,
        "longitude": 37.16,
        "countrycode": "SY",
        "population": 2_000_000,
        "admin1code": "09",
        "alternatenames": ["ALP", "Halab", "حلب", "アレッポ", "Aleppo"],
    }
    (row,) = town_rows([city], {"SY": "Damascus"})
    assert row.names == ("Aleppo", "Halab", "حلب")
    assert row.admin1 == "SY.09" and row.feature is None


def test_a_province_takes_the_names_of_its_chief_town() -> None:
    seat = town("Dar‘ā", "SY", "SY.06", 32.62, 36.1, 146_000, "Daraa", "Deraa")
    village = town("Jāsim", "SY", "SY.06", 32.99, 36.06, 31_000)
    row = next(r for r in admin1_rows([seat, village]) if r.admin1 == "SY.06")
    assert {"Daraa", "Deraa"} <= set(row.names) and "Jāsim" not in row.names
    assert row.lat is not None and 32.62 <= row.lat <= 32.99


def test_a_chief_town_is_spelt_as_its_province_is_but_bears_no_other_name_of_it() -> None:
    seat, village = (
        town("Al Ḩudaydah", "YE", "YE.08", 14.8, 42.95, 730_000),
        town("Zabid", "YE", "YE.08", 14.2, 43.3, 1),
    )
    assert [row.names for row in seats_named([seat, village])] == [
        ("Al Ḩudaydah", "Hodeidah", "Hodeida", "Hudaydah"),
        ("Zabid",),
    ]
    damascus = town("Damascus", "SY", "SY.13", 33.5, 36.3, 1_600_000)
    assert seats_named([damascus]) == [damascus]


def test_the_middle_of_a_province_is_not_where_its_towns_crowd() -> None:
    towns = [town(f"S{n}", "SY", "SY.06", 32.0 + n / 100, 36.0, 1_000) for n in range(9)]
    row = next(r for r in admin1_rows([*towns, town("N", "SY", "SY.06", 36.0, 38.0, 1_000)]) if r.admin1 == "SY.06")
    assert (row.lat, row.lon) == (34.0, 37.0)


def test_a_province_on_both_sides_of_the_date_line_has_its_middle_between_them() -> None:
    towns = [town("West", "RU", "RU.15", 66.0, 170.0, 1_000), town("East", "RU", "RU.15", 66.0, -174.0, 1_000)]
    row = next(r for r in admin1_rows(towns) if r.admin1 == "RU.15")
    assert (row.lat, row.lon) == (66.0, 178.0)


def test_a_province_without_towns_has_no_middle() -> None:
    row = next(iter(admin1_rows([])))
    assert (row.lat, row.lon, row.radius_km) == (None, None, None)


def test_areas_are_found_without_the_word_for_what_they_are() -> None:
    districts = {row.admin2: row for row in admin2_rows()}
    row = next(row for row in districts.values() if row.names[0].endswith(" District"))
    assert row.names[1] == row.names[0].removesuffix(" District")


def test_every_region_has_what_the_table_needs() -> None:
    rows = list(region_rows(read_yaml("regions.yaml")))
    assert len(rows) > 100
    assert all(row.lat is not None and abs(row.lat) <= 90 and row.radius_km and row.radius_km > 0 for row in rows)
    sahel = next(row for row in rows if row.names[0] == "Sahel")
    assert sahel.country is None


def test_a_region_that_lacks_its_place_is_refused() -> None:
    with pytest.raises(DataError, match="Nowhere"):
        list(region_rows([{"name": "Nowhere", "country": None}]))


def test_countries_carry_the_names_that_news_gives_them() -> None:
    row = next(country_rows([{"iso": "GB", "name": "United Kingdom", "geonameid": 2635167, "population": 66_000_000}]))
    assert {"United Kingdom", "UK", "Britain"} <= set(row.names)


def test_distances_are_great_circles() -> None:
    assert kilometres((0.0, 0.0), (0.0, 1.0)) == pytest.approx(111.2, abs=0.1)
    assert kilometres((33.5, 36.3), (33.5, 36.3)) == 0


def test_nouns_for_places_have_their_class() -> None:
    words = place_words()
    assert words.kind_of("village") == "settlement" and words.kind_of("airbase") == "facility"
    assert words.kind_of("battle") is None
    assert {"province", "suburb"} <= words.generic
