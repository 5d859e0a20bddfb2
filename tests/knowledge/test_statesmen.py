"""Statesmen are found by name, rank and year, and only where the name can mean one nation's."""

import pytest

from dateline.knowledge.statesmen import in_office, parse_statesmen
from dateline.model.errors import DataError


@pytest.mark.parametrize(
    ("name", "rank", "year", "nation"),
    [
        ("Vladimir Putin", "head", 2022, "RU"),
        ("Putin", "head", None, "RU"),
        ("Felipe Calderon", "head", 2011, "MX"),
        ("Bashar al-Asad", "head", 2013, "SY"),
        ("Volodymyr Zelensky", "head", 2023, "UA"),
        ("Boris Johnson", "minister", 2017, "GB"),
        ("Boris Johnson", "head", 2020, "GB"),
    ],
)
def test_a_name_is_looked_up_in_its_spellings(name: str, rank: str, year: int | None, nation: str) -> None:
    found = in_office(name, "head" if rank == "head" else "minister", year)
    assert found is not None
    assert found.nation == nation


def test_nobody_is_found_before_his_years_or_after() -> None:
    assert in_office("Boris Johnson", "head", 2017) is None
    assert in_office("Felipe Calderón", "head", 2019) is None


def test_another_first_name_is_somebody_else() -> None:
    assert in_office("Arkady Putin", "head", 2022) is None


def test_a_surname_of_two_nations_means_neither() -> None:
    assert in_office("Abdullah", "head", 2010) is None


@pytest.mark.parametrize("text", ["XA: {kings: {Tor Anders: [2000, 2001]}}", "XA: {heads: {Tor Anders: [2001, 2000]}}"])
def test_a_broken_entry_is_told(text: str) -> None:
    with pytest.raises(DataError, match=r"statesmen\.yaml"):
        parse_statesmen(text)
