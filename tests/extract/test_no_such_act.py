"""Words that announce an act elsewhere and here tell of none."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.text import Reading

Read = Callable[[str], Reading]


def types(reading: Reading, gazetteer: Gazetteer) -> list[str]:
    """The types of all that a text is coded with, however unlikely."""
    return [c.type for c in extract(reading, load_codebook(), gazetteer, judge=False).claims]


@pytest.mark.parametrize(
    ("text", "type"),
    [
        # a preposition of another verb makes no "called on"
        ("President Lena Oduya, who spoke on Sunday, called the vote a triumph for the army.", "demand"),
        # a measure that somebody breaks or gets around is not imposed
        ("Inspectors found that Ordalia had violated the arms embargo on the junta.", "sanction"),
        ("Traders in the port evaded sanctions on the junta, a report said.", "sanction"),
        # what somebody is in charge of
        ("The man was responsible for the movement of weapons to insurgents in the valley.", "arms_supply"),
        ("The council recalled a resolution which calls for the rebels to withdraw.", "demand"),
        # a verdict on what some do
        ("The use of chemical weapons is abhorrent, the minister said.", "chemical_attack"),
        # a toll that nobody gave
        ("The army gave no death toll for the battle near Sirwan.", "casualties"),
        # a ground for something
        ("The group names the jets based on the location of the raids.", "deployment"),
        # a word of a longer name
        ("Troops searched a house for an improvised explosive device (IED) cell leader.", "bombing"),
        # the rocket of a launcher on the shoulder
        ("Insurgents fired on a convoy near Sirwan with rifles and rocket-propelled grenades.", "bombing"),
    ],
)
def test_no_act_of_the_type_is_told(read: Read, gazetteer: Gazetteer, text: str, type: str) -> None:
    assert type not in types(read(text), gazetteer)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("The minister, who landed in Sirwan on Friday, called on the rebels to disarm.", "demand"),
        ("The union imposed an arms embargo on Ordalia after it broke the truce.", "sanction"),
        ("The shelling of the clinic is unacceptable, the minister said.", "shelling"),
        ("The fleet has 200 marines based on the island.", "deployment"),
        ("The death toll from the war rose to 4,000, doctors said.", "casualties"),
        ("Insurgents fired on a convoy near Sirwan with rifles and rocket-propelled grenades.", "attack"),
        ("The movement of weapons to insurgents in the valley went on all week.", "arms_supply"),
    ],
)
def test_the_act_itself_is_told(read: Read, gazetteer: Gazetteer, text: str, type: str) -> None:
    assert type in types(read(text), gazetteer)
