"""A spot that is called after a town, and a province that is called after one."""

from collections.abc import Callable

import pytest

from dateline.model.event import Place
from dateline.model.text import Page
from dateline.pipeline import Coder

Where = Callable[[str], Place]


@pytest.fixture(scope="module")
def where() -> Where:
    """The first place of the first event that a text tells."""
    coder = Coder()
    return lambda text: coder.code(Page(name="page", data=text.encode())).events[0].places[0]


def test_a_plant_is_at_the_town_that_it_is_called_after_also_where_that_is_spelt_otherwise(where: Where) -> None:
    found = where("Drones struck the Neftogorsk Gas Processing Plant in Samara region on Friday.")
    assert (found.lat, found.lon) == pytest.approx((52.80, 51.17), abs=0.05)


def test_what_lies_in_a_province_is_not_put_into_the_city_of_its_name(where: Where) -> None:
    found = where("Drones struck the Qantarsk Gas Processing Plant in Samara region on Friday.")
    assert (found.admin1, found.lat) == ("Samara Oblast", None)


def test_of_a_province_the_point_of_its_city_is_not_told(where: Where) -> None:
    found = where("Drones struck a gas plant in Samara region on Friday.")
    assert (found.precision, found.lat) == ("province", None)
