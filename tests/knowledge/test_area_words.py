"""Names of areas without the words that say what an area is."""

import pytest

from dateline.knowledge.area_words import without_area_words


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Borno State", "Borno"),
        ("Province of Surigao del Norte", "Surigao del Norte"),
        ("Cercle de Djenné", "Djenné"),
        ("Province de la Sissili", "Sissili"),
        ("Shahrestān-e Mahābād", "Mahābād"),
        ("Beni Territory", "Beni"),
        ("Mayo Special Woreda", "Mayo"),
        ("Ikara Local Government Area", "Ikara"),
        ("Cizre İlçesi", "Cizre"),
        ("Likasi (city)", "Likasi"),
        ("Gorodskoy Okrug Kizlyar", "Kizlyar"),
        ("Republic of the Gambia", "Gambia"),
    ],
)
def test_the_words_that_say_what_an_area_is_are_left_out(name: str, bare: str) -> None:
    assert without_area_words(name) == bare


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Khan Yunis Governorate", "Khan Yunis"),
        ("City of Cape Town", "Cape Town"),
        ("Municipio de La Paz", "La Paz"),
        ("Kota Bharu", "Kota Bharu"),
        ("Stari Grad", "Stari Grad"),
        ("Region", "Region"),
        ("Municipal District", "Municipal"),
    ],
)
def test_words_that_belong_to_the_name_stay_and_something_always_does(name: str, bare: str) -> None:
    assert without_area_words(name) == bare
