"""Which of its namesakes a place is, and how sharply its words put it on the map."""

from pathlib import Path

import pytest

from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import Kind, PlaceRow, kilometres
from dateline.model.claim import PlaceMention
from dateline.model.event import Place
from dateline.model.text import Report, Span
from dateline.resolve.places import locate, place_context, resolve_places


def row(
    kind: Kind,
    name: str,
    country: str | None,
    admin1: str | None,
    lat: float,
    lon: float,
    people: int = 0,
    km: float | None = None,
) -> PlaceRow:
    """A place as a row."""
    return PlaceRow(
        kind=kind, names=(name,), country=country, admin1=admin1, lat=lat, lon=lon, population=people, radius_km=km
    )


ROWS = [
    row("country", "Syria", "SY", None, 35.0, 38.5, 16_900_000),
    row("country", "Libya", "LY", None, 27.0, 18.0, 6_700_000),
    row("country", "Lebanon", "LB", None, 33.9, 35.9, 6_800_000),
    row("country", "Turkey", "TR", None, 39.1, 35.2, 82_000_000),
    row("admin1", "Idlib", "SY", "SY.12", 35.8, 36.6, 440_000, 40),
    row("admin1", "Aleppo", "SY", "SY.09", 36.3, 37.5, 2_500_000, 70),
    row("admin1", "Homs", "SY", "SY.11", 34.5, 37.5, 900_000, 90),
    row("city", "Idlib", "SY", "SY.12", 35.93, 36.63, 128_000),
    row("city", "Aleppo", "SY", "SY.09", 36.2, 37.16, 2_100_000),
    row("city", "Homs", "SY", "SY.11", 34.73, 36.71, 775_000),
    row("city", "Saraqib", "SY", "SY.12", 35.86, 36.8, 34_000),
    row("city", "Ḩarbīyah", "SY", "SY.12", 35.7, 36.7, 900),
    row("city", "Harbiye", "TR", "TR.34", 41.05, 28.99, 12_000),
    row("city", "Zahra", "SY", "SY.11", 34.8, 36.9, 3_000),
    row("city", "Zahra", "SY", "SY.09", 36.4, 37.0, 3_000),
    row("city", "Tripoli", "LY", "LY.77", 32.89, 13.19, 1_100_000),
    row("city", "Tripoli", "LB", "LB.03", 34.43, 35.84, 230_000),
    row("city", "Beirut", "LB", "LB.04", 33.89, 35.5, 1_900_000),
    row("city", "Amman", "SY", "SY.11", 34.6, 40.6, 400),
    row("city", "Amman", "JO", "JO.16", 31.96, 35.95, 1_300_000),
    row("country", "Singapore", "SG", None, 1.37, 103.8, 5_600_000),
    PlaceRow(
        kind="city", names=("Singapore",), country="SG", lat=1.29, lon=103.85, population=5_600_000, feature="capital"
    ),
    row("region", "Red Sea", None, None, 20.3, 38.5, km=900),
    row("region", "Marsh Camp", "SY", None, 33.47, 36.3, km=2),
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path: Path = tmp_path_factory.mktemp("resolve") / "places.sqlite"
    build(path, rows=ROWS)
    return Gazetteer(path)


def mention(
    words: str,
    name: str | None = None,
    within: tuple[str, ...] = (),
    part: str | None = None,
    relation: str | None = None,
    distance_km: float | None = None,
    bearing: str | None = None,
) -> PlaceMention:
    """A mention whose words are its name unless one is given."""
    return PlaceMention(
        name=name or words,
        words=Span(0, len(words), words),
        within=within,
        part=part,
        relation=relation,
        distance_km=distance_km,
        bearing=bearing,
    )


def resolved(gazetteer: Gazetteer, text: str, wanted: PlaceMention, *others: PlaceMention) -> Place:
    """The one place, in a report of this text that also names the others."""
    report = Report(page="p", id="i", text=text, status="coded")
    context = place_context([wanted, *others], report, gazetteer)
    return resolve_places([wanted], context)[0]


def test_a_namesake_lies_in_the_country_that_the_report_names(gazetteer: Gazetteer) -> None:
    lebanese = resolved(gazetteer, "Lebanese troops went to Tripoli.", mention("Tripoli"), mention("Beirut"))
    libyan = resolved(gazetteer, "Libyan troops went to Tripoli.", mention("Tripoli"), mention("Libya"))
    assert (lebanese.country, libyan.country) == ("LB", "LY")


def test_an_armed_group_speaks_for_its_own_country_and_an_army_for_none(gazetteer: Gazetteer) -> None:
    def country(text: str) -> str | None:
        return place_context([], Report(page="p", id="i", text=text, status="coded"), gazetteer).country

    assert country("M23 fighters attacked a post.") == "CD"
    assert country("Taliban fighters attacked a post.") == "AF"
    assert country("The fighters attacked a post.") is None


def test_the_larger_place_said_beside_it_outweighs_the_reports_country(gazetteer: Gazetteer) -> None:
    place = resolved(gazetteer, "Syrian and Lebanese papers.", mention("Tripoli", within=("Libya",)), mention("Beirut"))
    assert place.country == "LY"
    assert place.reason == "it lies in the larger place said beside it"


def test_without_any_context_the_most_peopled_namesake_wins(gazetteer: Gazetteer) -> None:
    assert resolved(gazetteer, "Shots in Tripoli.", mention("Tripoli")).country == "LY"


def test_province_and_city_of_one_name_are_told_apart_by_the_noun(gazetteer: Gazetteer) -> None:
    province = resolved(gazetteer, "Syria", mention("Aleppo province", "Aleppo"))
    city = resolved(gazetteer, "Syria", mention("Aleppo city", "Aleppo"))
    bare = resolved(gazetteer, "Syria", mention("Aleppo"))
    assert (province.precision, city.precision, bare.precision) == ("province", "town", "town")


def test_a_noun_in_the_plural_says_what_all_of_a_list_are(gazetteer: Gazetteer) -> None:
    listed = [mention("Aleppo"), mention("Idlib provinces", "Idlib")]
    context = place_context(listed, Report(page="p", id="i", text="Syria", status="coded"), gazetteer)
    assert [place.precision for place in resolve_places(listed, context)] == ["province", "province"]


def test_provinces_and_countries_have_no_point(gazetteer: Gazetteer) -> None:
    for words in ("Aleppo province", "Syria"):
        place = resolved(gazetteer, "Syria", mention(words, words.split()[0]))
        assert (place.lat, place.lon, place.radius_km) == (None, None, None)
        assert place.country == "SY"


def test_a_part_of_a_province_is_an_area_without_a_point(gazetteer: Gazetteer) -> None:
    place = resolved(gazetteer, "Syria", mention("southern Idlib", part="southern"))
    assert place.precision == "area" and place.lat is None and place.country == "SY"


def test_a_side_of_a_great_city_has_its_point_but_its_countryside_has_none(gazetteer: Gazetteer) -> None:
    side = resolved(gazetteer, "Syria", mention("eastern Aleppo", part="eastern"))
    rural = resolved(gazetteer, "Syria", mention("eastern Aleppo countryside", "eastern Aleppo", part="eastern"))
    assert (side.lat, side.precision, side.radius_km) == (36.2, "area", 25.0)
    assert rural.lat is None


def test_a_town_has_a_point_and_a_radius_of_its_size(gazetteer: Gazetteer) -> None:
    small, large = (resolved(gazetteer, "Syria", mention(n)) for n in ("Saraqib", "Aleppo"))
    assert small.lat == 35.86 and small.admin1 == "Idlib"
    assert small.radius_km is not None and large.radius_km is not None and small.radius_km < large.radius_km


def test_a_sound_alike_near_the_reports_other_places_is_taken(gazetteer: Gazetteer) -> None:
    place = resolved(gazetteer, "Syrian jets", mention("al-Harbiyeh"), mention("Saraqib"), mention("Idlib"))
    assert place.lat == 35.7


def test_a_sound_alike_far_from_the_report_is_left_open_with_the_country(gazetteer: Gazetteer) -> None:
    text = "Syrian forces, Syrian jets, Syrian rebels in Syria"
    place = resolved(gazetteer, text, mention("Trebuli"), mention("Homs"), mention("Aleppo"), mention("Syria"))
    assert place.lat is None and place.geonameid is None
    assert place.country == "SY"
    assert place.reason


def test_a_name_nobody_has_in_a_report_about_nowhere_has_no_country(gazetteer: Gazetteer) -> None:
    assert resolved(gazetteer, "Shots were heard.", mention("Qwertyville")).country is None


def test_an_unknown_village_takes_country_and_province_from_what_holds_it(gazetteer: Gazetteer) -> None:
    place = resolved(gazetteer, "Turkish jets", mention("Nabtan", within=("southern Idlib",)), mention("Turkey"))
    assert (place.country, place.admin1, place.lat) == ("SY", "Idlib", None)


def test_two_equal_namesakes_in_one_country_are_left_open(gazetteer: Gazetteer) -> None:
    open_ = resolved(gazetteer, "Syria", mention("Zahra"))
    told = resolved(gazetteer, "Syria", mention("Zahra", within=("Homs province",)), mention("Homs"))
    assert open_.lat is None
    assert told.lat == 34.8


def test_a_quarter_is_not_a_village_far_from_its_city(gazetteer: Gazetteer) -> None:
    place = resolved(gazetteer, "Syria", mention("Saraqib neighborhood", "Saraqib", within=("Homs",)), mention("Homs"))
    assert (place.lat, place.lon, place.precision, place.country) == (34.73, 36.71, "area", "SY")
    assert place.radius_km is not None and place.radius_km >= 8


def test_a_quarter_lies_in_the_town_named_last_before_it(gazetteer: Gazetteer) -> None:
    quarter = PlaceMention(name="Nabtan", words=Span(40, 60, "Nabtan neighborhood"))
    towns = [
        PlaceMention(name="Homs", words=Span(0, 4, "Homs")),
        PlaceMention(name="Aleppo", words=Span(20, 26, "Aleppo")),
        PlaceMention(name="Idlib", words=Span(80, 85, "Idlib")),
    ]
    assert resolved(gazetteer, "Syria", quarter, *towns).lat == 36.2


def test_all_of_a_list_of_quarters_lie_in_the_town(gazetteer: Gazetteer) -> None:
    report = Report(page="p", id="i", text="Syria", status="coded")
    listed = [mention("Nabtan", within=("Homs",)), mention("Kafrin neighborhoods", "Kafrin", within=("Homs",))]
    places = resolve_places(listed, place_context([*listed, mention("Homs")], report, gazetteer))
    assert [place.lat for place in places] == [34.73, 34.73]


def test_an_unknown_village_in_a_province_has_no_point(gazetteer: Gazetteer) -> None:
    assert resolved(gazetteer, "Syria", mention("Nabtan", within=("Homs",)), mention("Homs")).lat is None


def test_a_hospital_lies_in_the_only_large_town_of_the_report(gazetteer: Gazetteer) -> None:
    one = resolved(gazetteer, "Syria", mention("Nabtan Hospital"), mention("Homs"))
    two = resolved(gazetteer, "Syria", mention("Nabtan Hospital"), mention("Homs"), mention("Aleppo"))
    assert (one.lat, one.precision) == (34.73, "area")
    assert two.lat is None


def test_a_namesake_in_a_country_that_is_not_said_is_not_meant(gazetteer: Gazetteer) -> None:
    place = resolved(gazetteer, "Turkish jets over Syria", mention("Harbiye", within=("Idlib",)), mention("Saraqib"))
    assert place.country == "SY"


def test_a_great_city_is_meant_before_a_village_of_the_reports_country(gazetteer: Gazetteer) -> None:
    assert resolved(gazetteer, "Syria", mention("Amman airport")).country == "JO"


def test_a_country_that_is_one_city_has_a_point(gazetteer: Gazetteer) -> None:
    assert resolved(gazetteer, "Singapore", mention("Singapore")).lat == 1.29
    assert resolved(gazetteer, "Syria", mention("Syria")).lat is None


def test_an_airbase_named_after_a_town_lies_somewhere_around_it(gazetteer: Gazetteer) -> None:
    base, town = (resolved(gazetteer, "Syria", mention(words)) for words in ("Saraqib airbase", "Saraqib"))
    assert (base.country, base.admin1, base.lat, base.precision) == ("SY", "Idlib", 35.86, "area")
    assert base.radius_km is not None and town.radius_km is not None and base.radius_km > 3 * town.radius_km


def test_a_distance_and_a_bearing_move_the_point(gazetteer: Gazetteer) -> None:
    words = mention("Homs", relation="direction", distance_km=60.0, bearing="northeast")
    place = resolved(gazetteer, "Syria", words)
    assert place.precision == "area" and place.lat is not None and place.lon is not None
    assert kilometres((34.73, 36.71), (place.lat, place.lon)) == pytest.approx(60, abs=2)
    assert place.lat > 34.73 and place.lon > 36.71


def test_a_distance_without_a_bearing_is_a_circle_and_a_bearing_alone_is_no_point(gazetteer: Gazetteer) -> None:
    circle = resolved(gazetteer, "Syria", mention("Homs", relation="direction", distance_km=40.0))
    side = resolved(gazetteer, "Syria", mention("Homs", relation="direction", bearing="north"))
    assert (circle.lat, circle.radius_km) == (34.73, 40.0)
    assert side.lat is None


def test_near_a_town_is_wider_than_the_town(gazetteer: Gazetteer) -> None:
    near = resolved(gazetteer, "Syria", mention("Saraqib", relation="near"))
    at = resolved(gazetteer, "Syria", mention("Saraqib"))
    assert near.precision == "area"
    assert near.radius_km is not None and at.radius_km is not None and near.radius_km > at.radius_km


def test_a_sea_has_no_point_but_a_camp_has(gazetteer: Gazetteer) -> None:
    sea = resolved(gazetteer, "Ships", mention("Red Sea"))
    camp = resolved(gazetteer, "Syria", mention("Marsh Camp"))
    assert (sea.precision, sea.lat, sea.country) == ("area", None, None)
    assert (camp.lat, camp.radius_km) == (33.47, 2)


def test_the_context_names_the_country_and_the_anchors(gazetteer: Gazetteer) -> None:
    report = Report(page="p", id="i", text="Syrian jets over Syria", status="coded")
    context = place_context([mention("Saraqib"), mention("Syria"), mention("Zahra")], report, gazetteer)
    assert context.country == context.evident_country == "SY"
    assert context.anchors == ((35.86, 36.8),)
    assert context.near((35.9, 36.7), 20) and not context.near((34.0, 36.7), 20) and not context.near(None, 20)


def test_two_countries_of_equal_weight_make_neither_evident(gazetteer: Gazetteer) -> None:
    report = Report(page="p", id="i", text="Syria and Turkey", status="coded")
    context = place_context([mention("Syria"), mention("Turkey")], report, gazetteer)
    assert context.evident_country is None


def test_locating_gives_the_middle_that_a_map_may_show(gazetteer: Gazetteer) -> None:
    report = Report(page="p", id="i", text="Syria", status="coded")
    country = mention("Syria")
    found = locate(country, place_context([country], report, gazetteer))
    assert found is not None and found.point == (35.0, 38.5)
