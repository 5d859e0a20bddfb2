"""Names that no gazetteer has are places where they stand as only places do."""

import pytest

from dateline.extract.places import find_places
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import PlaceRow
from dateline.model.text import Report
from dateline.read.parser import Parser


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """One that knows a single town."""
    path = tmp_path_factory.mktemp("acted") / "places.sqlite"
    build(path, rows=[PlaceRow(kind="city", names=("Saraqib",), country="SY", lat=35.0, lon=37.0, population=34_000)])
    return Gazetteer(path)


def found(parser: Parser, gazetteer: Gazetteer, text: str) -> list[str]:
    reading = parser.read(Report(page="p", id="sha256:0", text=text, status="coded"))
    return [place.mention.name for place in find_places(reading, gazetteer, ())]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels seized Qantarin on Monday.",
        "Rebels retook Qantarin on Monday, a monitor said.",
        "Government forces besieged Qantarin for two months.",
        "Artillery shelled Qantarin overnight.",
        "Warplanes bombed Qantarin overnight.",
        "Residents fled Qantarin after the shelling.",
        "Government forces captured Qantarin from rebels on Monday.",
        "Government forces lost Qantarin to the rebels on Monday.",
        "Troops entered Qantarin at dawn.",
        "Rockets struck Qantarin, killing three people.",
        "Air strikes hit Qantarin on Monday.",
        "Residents said that Qantarin was hit by three air strikes.",
        "A commander denied that Qantarin had fallen.",
        "A monitor said that Qantarin had come under shelling.",
        "The rebels pulled out of Qantarin on Monday.",
        "The army withdrew its forces from Qantarin on Monday.",
        "Reinforcements were sent to Qantarin on Monday.",
        "Rebels ambushed an army convoy on the road to Qantarin.",
        "The siege of Qantarin entered its third month.",
        "Residents of Qantarin heard shells all night.",
        "Rebels took control of Qantarin on Monday.",
        "The battle for Qantarin went on.",
        "Chlorine was dropped on Qantarin, doctors said.",
    ],
)
def test_an_unknown_name_is_a_place_where_only_places_stand(parser: Parser, gazetteer: Gazetteer, text: str) -> None:
    assert found(parser, gazetteer, text) == ["Qantarin"]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers arrested Qantarin on Monday.",
        "Police captured Ibrahim Salem on Monday.",
        "Rebels seized Abu Omar al-Halabi on Monday.",
        "The killing of Qantarin was condemned.",
        "The minister told Qantarin to resign.",
        "The envoy wrote to Qantarin on Monday.",
    ],
)
def test_an_unknown_name_is_no_place_where_people_stand(parser: Parser, gazetteer: Gazetteer, text: str) -> None:
    assert found(parser, gazetteer, text) == []


def test_a_town_that_falls_is_found_though_it_begins_the_sentence(parser: Parser, gazetteer: Gazetteer) -> None:
    assert found(parser, gazetteer, "Saraqib fell to government forces on Monday.") == ["Saraqib"]
