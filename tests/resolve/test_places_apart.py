"""Names that are not the story's: look-alikes far off, namesakes; what lies between places or along a road."""

from pathlib import Path

import pytest

from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import Kind, PlaceRow, kilometres
from dateline.model.claim import PlaceMention
from dateline.model.event import Place
from dateline.model.text import Report, Span
from dateline.resolve.places import locate, place_context, resolve_places


def row(kind: Kind, name: str, country: str, admin1: str | None, lat: float, lon: float, people: int = 0) -> PlaceRow:
    km = 1.0 if kind == "spot" else None
    return PlaceRow(
        kind=kind, names=(name,), country=country, admin1=admin1, lat=lat, lon=lon, population=people, radius_km=km
    )


ROWS = [
    row("country", "Sudan", "SD", None, 15.0, 30.0, 40_000_000),
    row("country", "Georgia", "GE", None, 42.0, 43.5, 3_700_000),
    row("country", "United States", "US", None, 39.8, -98.5, 327_000_000),
    row("admin1", "West Darfur", "SD", "SD.47", 13.0, 22.5, 900_000),
    row("admin1", "South Darfur", "SD", "SD.49", 11.5, 25.0, 2_000_000),
    row("city", "Geneina", "SD", "SD.47", 13.45, 22.44, 250_000),
    row("city", "Mornei", "SD", "SD.47", 12.95, 22.88, 9_000),
    row("city", "Nyala", "SD", "SD.49", 12.05, 24.88, 500_000),
    row("city", "Zarzur", "SD", "SD.47", 12.4, 22.2, 700),
    row("admin1", "Hamra", "SD", "SD.50", 10.0, 27.0, 90_000),
    PlaceRow(
        kind="city", names=("Al Hamrah", "Hamra"), country="SD", admin1="SD.50", lat=10.1, lon=27.1, population=60_000
    ),
    row("admin2", "Nyala", "SD", "SD.49", 12.1, 24.9),
    row("admin3", "Hill Side", "SD", "SD.47", 13.2, 22.5),
    row("spot", "Sabir Airstrip", "SD", "SD.47", 13.0, 22.6),
    row("admin1", "Georgia", "US", "US.GA", 32.8, -83.5, 10_000_000),
    row("admin1", "Missouri", "US", "US.MO", 38.3, -92.5, 6_000_000),
    row("admin1", "Kentucky", "US", "US.KY", 38.2, -84.9, 4_400_000),
    row("city", "Missouri", "US", "US.MT", 45.7, -111.0, 3_000),
    row("city", "Atlanta", "US", "US.GA", 33.7, -84.4, 500_000),
    row("city", "Glasgow", "US", "US.KY", 37.0, -85.9, 14_000),
    row("city", "Corvane", "US", "US.KY", 37.5, -85.0, 700),
    row("city", "Glasgow", "GB", "GB.SCT", 55.9, -4.3, 600_000),
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    path: Path = tmp_path_factory.mktemp("apart") / "places.sqlite"
    build(path, rows=ROWS)
    return Gazetteer(path)


def mention(
    words: str, name: str | None = None, *, at: int = 0, within: tuple[str, ...] = (), **said: str
) -> PlaceMention:
    return PlaceMention(name=name or words, words=Span(at, at + len(words), words), within=within, **said)


def resolved(gazetteer: Gazetteer, text: str, wanted: list[PlaceMention], *others: PlaceMention) -> tuple[Place, ...]:
    report = Report(page="p", id="i", text=text, status="coded")
    return resolve_places(wanted, place_context([*wanted, *others], report, gazetteer))


SUDAN = "Sudanese troops, Sudanese rebels and Sudan's government"


def test_a_look_alike_far_from_the_story_is_not_taken(gazetteer: Gazetteer) -> None:
    (place,) = resolved(gazetteer, SUDAN, [mention("Zarzoor", within=("South Darfur",))], mention("Nyala"))
    assert (place.lat, place.geonameid) == (None, None)
    assert (place.country, place.admin1) == ("SD", "South Darfur")
    assert place.reason is not None and "sounds so" in place.reason


def test_a_look_alike_beside_the_story_is_taken(gazetteer: Gazetteer) -> None:
    (place,) = resolved(gazetteer, SUDAN, [mention("Zarzoor", within=("West Darfur",))], mention("Mornei"))
    assert place.lat == 12.4


def test_an_unknown_village_lies_in_the_only_province_of_the_report(gazetteer: Gazetteer) -> None:
    (place,) = resolved(gazetteer, SUDAN, [mention("Qwertan")], mention("Mornei"), mention("Geneina"))
    assert (place.country, place.admin1, place.lat) == ("SD", "West Darfur", None)
    assert place.reason is not None and "other places lie in West Darfur" in place.reason


def test_an_unknown_village_between_two_provinces_lies_in_neither(gazetteer: Gazetteer) -> None:
    (place,) = resolved(gazetteer, SUDAN, [mention("Qwertan")], mention("Mornei"), mention("Nyala"))
    assert (place.country, place.admin1) == ("SD", None)


def test_what_is_unknown_is_told_from_what_lies_elsewhere(gazetteer: Gazetteer) -> None:
    unknown, elsewhere = (
        resolved(gazetteer, SUDAN, [mention(name)], mention("Nyala"))[0].reason for name in ("Qwertan", "Corvane")
    )
    assert unknown != elsewhere
    assert elsewhere is not None and "only elsewhere" in elsewhere


def test_a_name_said_once_with_its_state_means_the_same_alone(gazetteer: Gazetteer) -> None:
    once, again = mention("Glasgow", within=("Kentucky",)), mention("GLASGOW", at=90)
    (place,) = resolved(gazetteer, "Police said", [again], once)
    assert (place.country, place.lat) == ("US", 37.0)


def test_a_state_is_meant_before_a_small_town_of_its_name(gazetteer: Gazetteer) -> None:
    report = Report(page="p", id="i", text="The US governor", status="coded")
    for name, code in (("Missouri", "US.MO"), ("Georgia", "US.GA")):
        mentions = [mention(name), mention("Atlanta"), mention("Kentucky")]
        found = locate(mentions[0], place_context(mentions, report, gazetteer))
        assert found is not None and (found.kind, found.admin1) == ("admin1", code)


@pytest.mark.parametrize(
    ("words", "precision"), [("Nyala province", "district"), ("Nyala territory", "district"), ("Nyala region", "town")]
)
def test_a_province_of_the_second_level_is_meant_before_its_town(
    gazetteer: Gazetteer, words: str, precision: str
) -> None:
    (place,) = resolved(gazetteer, SUDAN, [mention(words, "Nyala")], mention("Mornei"))
    assert (place.precision, place.country) == (precision, "SD")


def test_a_town_is_meant_before_the_province_that_is_called_after_it(gazetteer: Gazetteer) -> None:
    (place,) = resolved(gazetteer, SUDAN, [mention("Hamra")], mention("Mornei"))
    assert (place.precision, place.lat) == ("town", 10.1)


def test_a_country_stays_a_country_where_its_namesake_is_not_spoken_of(gazetteer: Gazetteer) -> None:
    (place,) = resolved(gazetteer, "Georgian troops", [mention("Georgia")])
    assert (place.precision, place.country) == ("country", "GE")


def test_between_two_towns_is_a_circle_with_both_on_its_rim(gazetteer: Gazetteer) -> None:
    ends = [mention("Mornei", relation="between"), mention("Geneina", at=20, relation="between")]
    one, other = resolved(gazetteer, SUDAN, ends)
    assert one.precision == other.precision == "area"
    assert (one.lat, one.lon, one.radius_km) == (other.lat, other.lon, other.radius_km)
    assert one.lat is not None and one.lon is not None and one.radius_km is not None
    assert kilometres((one.lat, one.lon), (12.95, 22.88)) == pytest.approx(one.radius_km, abs=1)


def test_between_a_town_and_an_unknown_place_is_no_point(gazetteer: Gazetteer) -> None:
    ends = [mention("Mornei", relation="between"), mention("Qwertan", at=20, relation="between")]
    assert [place.lat for place in resolved(gazetteer, SUDAN, ends)] == [None, None]


@pytest.mark.parametrize("words", ["Mornei road", "Mornei highway", "Mornei border"])
def test_a_road_named_after_a_town_may_be_anywhere_along_it(gazetteer: Gazetteer, words: str) -> None:
    (place,) = resolved(gazetteer, SUDAN, [mention(words)], mention("Geneina"))
    assert (place.precision, place.lat, place.country) == ("area", None, "SD")


def test_both_ends_of_a_road_have_no_point(gazetteer: Gazetteer) -> None:
    ends = [mention("Nyala-", "Nyala"), mention("Geneina road", at=6)]
    assert [(place.precision, place.lat) for place in resolved(gazetteer, SUDAN, ends)] == [("area", None)] * 2


def test_sub_districts_have_no_point_and_imported_spots_are_exact(gazetteer: Gazetteer) -> None:
    area, spot = resolved(
        gazetteer, SUDAN, [mention("Hill Side district", "Hill Side"), mention("Sabir Airstrip", at=30)]
    )
    assert (area.precision, area.lat) == ("district", None)
    assert (spot.precision, spot.lat, spot.radius_km) == ("exact", 13.0, 1.0)
