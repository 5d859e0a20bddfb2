"""Places that a sentence names and where its event did not happen."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Reading

Told = Callable[[str], tuple[Claim, ...]]


@pytest.fixture
def told(read: Callable[[str], Reading], gazetteer: Gazetteer) -> Told:
    """The claims of a text of our own."""
    return lambda text: extract(read(text), load_codebook(), gazetteer, judge=False).claims


@pytest.mark.parametrize(
    ("text", "type", "places"),
    [
        # whither they want to get
        ("The army captured the crossroads on Monday to advance to Goma.", "capture", []),
        # what is talked about
        ("Ministers met in Goma on Monday for talks on the humanitarian situation in Nyala.", "talks", ["Goma"]),
        # who an aside says they are
        ("The council of which Chad and Sudan are members will hold an emergency meeting on Friday.", "talks", []),
    ],
)
def test_places_of_other_things_are_not_its_own(told: Told, text: str, type: str, places: list[str]) -> None:
    claim = next(c for c in told(text) if c.type == type)
    assert [p.name for p in claim.places] == places


def test_members_of_a_council_have_not_attacked(told: Told) -> None:
    text = (
        "The council of which Chad and Sudan are members will hold a meeting on Friday to discuss the attack in Goma."
    )
    assert [c.agents for c in told(text) if c.type == "attack"] == [()]


def test_who_holds_an_area_has_not_struck_it(told: Told) -> None:
    claim = next(
        c for c in told("A convoy was damaged in an air strike in the opposition held area of Goma on Monday.")
    )
    assert claim.type == "air_strike" and claim.agents == ()


def test_the_end_of_a_list_without_commas_may_be_unknown(told: Told) -> None:
    (claim,) = told("The army shelled Goma Nyala Tarn al-Zur on Sunday.")
    assert [p.name for p in claim.places] == ["Goma", "Nyala", "Tarn al-Zur"]


def test_a_name_that_ends_in_s_before_village_is_whole(told: Told) -> None:
    (claim,) = told("Warplanes struck several houses in the Gomas village on Monday.")
    assert [p.name for p in claim.places] == ["Gomas"]
