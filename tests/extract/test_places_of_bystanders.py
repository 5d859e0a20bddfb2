"""Places of those who tell, back or claim an event, and of what came before it, are not its own."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer
from dateline.model.claim import Claim
from dateline.model.text import Reading

Told = Callable[[str], tuple[Claim, ...]]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The whole one, which knows countries and provinces."""
    return open_gazetteer()


@pytest.fixture
def told(read: Callable[[str], Reading], gazetteer: Gazetteer) -> Told:
    """The claims of a text of our own."""
    return lambda text: extract(read(text), load_codebook(), gazetteer, judge=False).claims


@pytest.mark.parametrize(
    ("text", "type", "places"),
    [
        # who tells
        ("Rebels killed 40 soldiers in a single battle, according to officials citing data from Sudan.", "attack", []),
        # who says whose act it was
        ("The attack was claimed by the Lorvian movement in Chad.", "attack", []),
        # who backs a side
        ("The government and its allies in Moscow have denied bombing hospitals.", "air_strike", []),
        # what came before
        ("Since violence broke out in Goma, police have made several arrests.", "arrest", []),
        # to whom the words are said
        ("The minister urged Chad, Europe and Sudan to stop the fighting.", "demand", []),
        # a people and a bottle
        ("The army broke the siege of the Lorvians on Monday.", "siege", []),
        ("Protesters in Goma threw Molotov cocktails at police.", "riot", ["Goma"]),
        # what is left, and not whither
        ("Some 300 families fled from Goma to Nyala on Sunday.", "displacement", ["Goma"]),
        ("Some 300 families fled to Nyala from Goma on Sunday.", "displacement", ["Goma"]),
    ],
)
def test_places_of_others_are_not_the_events(told: Told, text: str, type: str, places: list[str]) -> None:
    claim = next(c for c in told(text) if c.type == type)
    assert [p.name for p in claim.places] == places


@pytest.mark.parametrize(
    ("before", "places"),
    [
        ("A monitoring group based in Chad reported that the air strikes hit a school.", []),
        ("The government and its ally Chad have blamed rebels for the air strikes.", []),
        ("The air strikes hit a school in Goma.", ["Goma"]),
    ],
)
def test_where_tellers_and_parties_sit_is_not_carried_on(told: Told, before: str, places: list[str]) -> None:
    claim = told(f"{before} Another strike killed six people on Sunday.")[-1]
    assert [p.name for p in claim.places] == places


def test_a_war_is_in_the_country_whose_people_are_named(told: Told) -> None:
    text = (
        "Sudanese government air strikes killed nine people on Monday. The province, which borders Chad, is calm. "
        "The Sudanese conflict has cost the lives of more than 9,000 people."
    )
    claim = told(text)[-1]
    assert [p.name for p in claim.places] == ["Sudan"]


def test_the_country_is_that_of_the_provinces_named(told: Told) -> None:
    text = (
        "Afghan rebels fought in Paktika province, which borders Pakistan, in Helmand province and in Takhar province. "
        "Shelling killed nine people in the north of the country."
    )
    claim = told(text)[-1]
    assert [p.name for p in claim.places] == ["Afghanistan"]
