"""Places named behind the larger one that they lie in, names that hold "of", and whose capital is meant."""

from collections.abc import Callable

import pytest

from dateline.extract.places import FoundPlace, find_places
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_build import build
from dateline.knowledge.gazetteer_rows import Kind, PlaceRow
from dateline.model.text import Reading

Look = Callable[[str], dict[str, FoundPlace]]
KNOWN: tuple[tuple[Kind, str, str | None, int], ...] = (
    ("country", "Sudan", "SD", 41_000_000),
    ("country", "Guinea", "GN", 12_000_000),
    ("region", "Gulf of Guinea", None, 0),
    ("city", "Khartoum", "SD", 5_000_000),
    ("city", "Aleppo", "SY", 2_100_000),
    ("city", "Kharkiv", "UA", 1_400_000),
)


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """A small gazetteer; Khartoum is a capital."""
    path = tmp_path_factory.mktemp("larger") / "places.sqlite"
    rows = [
        PlaceRow(
            kind=kind,
            names=(name,),
            country=country,
            lat=15.0,
            lon=30.0,
            population=people,
            feature="capital" if name == "Khartoum" else None,
        )
        for kind, name, country, people in KNOWN
    ]
    build(path, rows=rows)
    return Gazetteer(path)


@pytest.fixture
def look(read: Callable[[str], Reading], towns: Gazetteer) -> Look:
    """The places of a text of our own, by name; the last of each name."""
    return lambda text: {found.mention.name: found for found in find_places(read(text), towns, ())}


def test_villages_of_a_larger_place_lie_in_it(look: Look) -> None:
    found = look("Rebels seized the Aleppo villages of Marjun and Telbera on Sunday.")
    assert (found["Aleppo"].use, found["Marjun"].mention.within) == ("container", ("Aleppo",))
    assert found["Marjun"].use == found["Telbera"].use == "site"


def test_a_suburb_of_a_larger_place_is_meant_and_not_the_larger(look: Look) -> None:
    found = look("A strike hit the Kharkiv suburb of Marjun on Sunday.")
    assert (found["Kharkiv"].use, found["Marjun"].use) == ("container", "site")


def test_a_village_of_a_district_is_itself_meant(look: Look) -> None:
    found = look("Gunmen attacked the Marjun village of Telbera district on Sunday.")
    assert (found["Marjun"].use, found["Telbera"].use) == ("site", "container")


def test_a_gulf_is_not_the_country_in_its_name(look: Look) -> None:
    assert list(look("Pirates attacked a tanker in the Gulf of Guinea on Sunday.")) == ["Gulf of Guinea"]


def test_a_nations_capital_is_meant_where_it_is_said_to_own_it(look: Look) -> None:
    assert look("Soldiers fired on a crowd in Sudan's capital on Sunday.")["Khartoum"].use == "reference"
