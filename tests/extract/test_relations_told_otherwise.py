"""Backing, holding, leading and belonging in further turns of phrase, each by the words that state it."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import look
from dateline.extract.relations import relations
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.model.text import Reading

Told = set[tuple[str, str, str]]


@pytest.fixture
def tell(read: Callable[[str], Reading]) -> Callable[[str], Told]:
    """The relations of a text by their names."""
    gazetteer = open_gazetteer()
    return lambda text: {(c.subject.name, c.relation, c.object.name) for c in relations(look(read(text), gazetteer))}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Guerrillas that were backed by the United Kingdom left.", ("Guerrillas", "backed_by", "United Kingdom")),
        ("The government, supported by Russia and Iran, held on.", ("government", "backed_by", "Iran")),
        ("Rwanda is assisting the Mozambican government.", ("Mozambican government", "backed_by", "Rwanda")),
        ("Hezbollah fights alongside government forces there.", ("Hezbollah", "allied_with", "government forces")),
        ("The city, Goma, came under Houthi control.", ("Houthi", "controls", "Goma")),
        ("Raqqa is the de facto capital of Islamic State.", ("Islamic State", "controls", "Raqqa")),
        ("Troops neared Islamic State's self-declared capital of Raqqa.", ("Islamic State", "controls", "Raqqa")),
        ("Homs, a town held by the opposition, was shelled.", ("opposition", "controls", "Homs")),
        ("The SDF, an alliance dominated by the YPG, took the dam.", ("YPG", "leads", "SDF")),
        ("The SDF, the Kurdish group led by Dara Aziz, took the dam.", ("Dara Aziz", "leads", "SDF")),
        ("Islamic State commander Abu Yahya was killed.", ("Abu Yahya", "leads", "Islamic State")),
        ("Lena Holt, the UN envoy for Syria, left.", ("Lena Holt", "part_of", "UN")),
        (
            "Doctors Without Borders coordinator Lena Holt left.",
            ("Lena Holt", "part_of", "Doctors Without Borders"),
        ),
        (
            "The 12th Brigade of the Libyan National Army shelled a farm.",
            ("12th Brigade", "part_of", "Libyan National Army"),
        ),
    ],
)
def test_a_relation_is_read_from_the_words_that_state_it(
    tell: Callable[[str], Told], text: str, told: tuple[str, str, str]
) -> None:
    assert told in tell(text)


def test_who_leads_a_brigade_is_not_said_to_belong_to_it_too(tell: Callable[[str], Told]) -> None:
    found = tell("Commander Samir Odeh of the Sadr Brigade was killed.")
    assert found == {("Samir Odeh", "leads", "Sadr Brigade")}


def test_a_capital_alone_does_not_say_who_holds_it(tell: Callable[[str], Told]) -> None:
    assert tell("Damascus is the capital of Syria.") == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The president of Ukraine Oleksandr Bondar left.", ("Oleksandr Bondar", "leads", "Ukraine")),
        ("US National Security Adviser John Holt left.", ("John Holt", "part_of", "US")),
        ("The Taliban lost one of their commanders, Zabih Khan.", ("Zabih Khan", "part_of", "Taliban")),
        (
            "It hit the Sham Brigade, killing one of its leaders Karim Haddad.",
            ("Karim Haddad", "part_of", "Sham Brigade"),
        ),
        ("Troops held one of the Taliban's leaders, Zabih Khan.", ("Zabih Khan", "part_of", "Taliban")),
        ("The Taliban-run Bawaba news agency said so.", ("Bawaba news agency", "part_of", "Taliban")),
        ("The Taliban said so through its affiliated Bawaba agency.", ("Bawaba agency", "part_of", "Taliban")),
        ("Russia's close ally Belarus sent troops.", ("Belarus", "allied_with", "Russia")),
    ],
)
def test_who_belongs_to_whom_in_other_words(tell: Callable[[str], Told], text: str, told: tuple[str, str, str]) -> None:
    assert told in tell(text)


def test_whose_commander_fell_is_not_guessed_between_two_groups(tell: Callable[[str], Told]) -> None:
    found = tell("The Taliban and Hezbollah met after one of their commanders, Zabih Khan, fell.")
    assert not any(relation == "part_of" for _, relation, _ in found)


def test_a_title_that_begins_with_national_names_no_body(tell: Callable[[str], Told]) -> None:
    assert tell("National Security Adviser John Holt left.") == set()


def test_a_nation_before_fighters_without_its_apostrophe_is_no_part_of_their_name(tell: Callable[[str], Told]) -> None:
    assert ("rebels", "backed_by", "Turkey") in tell("Turkey backs Syrias rebels. Aleppos hospitals were hit.")
