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
    found = where("A rocket hit the Novoshahtynsk Oil Refinery in Rostov region on Monday.")
    assert (found.lat, found.lon) == pytest.approx((47.76, 39.93), abs=0.05)


def test_what_lies_in_a_province_is_not_put_into_the_city_of_its_name(where: Where) -> None:
    found = where("A rocket hit the Qantarsk Oil Refinery in Rostov region on Monday.")
    assert (found.admin1, found.lat) == ("Rostov", None)


def test_of_a_province_the_point_of_its_city_is_not_told(where: Where) -> None:
    found = where("A rocket hit a depot in Rostov region on Monday.")
    assert (found.precision, found.lat) == ("province", None)
