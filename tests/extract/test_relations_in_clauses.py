"""Relations that a clause of their own tells: "which is led by", "which includes", "has held since"."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import look
from dateline.extract.relations import relations
from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer
from dateline.model.text import Reading

Tell = Callable[[str], set[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture
def tell(read: Callable[[str], Reading], gazetteer: Gazetteer) -> Tell:
    """The relations of a text by their names."""
    return lambda text: {(c.subject.name, c.relation, c.object.name) for c in relations(look(read(text), gazetteer))}


def test_who_leads_a_group_in_a_clause_and_of_what_it_is_part(tell: Tell) -> None:
    told = tell("The Alawi Front, which is led by Colonel Hassan Darwish, is part of the National Army.")
    assert told == {("Hassan Darwish", "leads", "Alawi Front"), ("Alawi Front", "part_of", "National Army")}


def test_what_a_force_includes_is_part_of_it(tell: Tell) -> None:
    told = tell("The National Army, which includes the Alawi Front, shelled the town.")
    assert ("Alawi Front", "part_of", "National Army") in told


def test_a_place_taken_from_a_force_is_not_part_of_it(tell: Tell) -> None:
    told = tell("Fighters captured the village of Tal Rifaat from Kurdish forces on Sunday.")
    assert not any(kind == "part_of" for _, kind, _ in told)


def test_a_group_that_renamed_itself_was_formerly_the_other(tell: Tell) -> None:
    told = tell("The Nusra Front, which renamed itself Jabhat Fateh al-Sham, attacked the town.")
    assert {kind for _, kind, _ in told} == {"formerly"}
    assert {old for _, _, old in told} == {"Nusra Front"}


def test_allied_forces_beside_others_are_their_allies(tell: Tell) -> None:
    told = tell("Turkish troops and allied Syrian rebels took the village of Bulbul.")
    assert {(kind, whom) for _, kind, whom in told} == {("allied_with", "Turkish troops")}


@pytest.mark.parametrize(
    "text",
    [
        "Jaish al-Islam holds the town of Douma.",
        "Jaish al-Islam has controlled Douma since 2013.",
        "Douma, under the control of Jaish al-Islam since 2013, was shelled.",
    ],
)
def test_who_has_held_a_town_holds_it_under_one_whole_name(tell: Tell, text: str) -> None:
    assert tell(text) == {("Jaish al-Islam", "controls", "Douma")}


def test_who_held_a_town_once_does_not_control_it(tell: Tell) -> None:
    assert tell("Jaish al-Islam controlled Douma until 2018.") == set()
