"""Relations beyond the words of one phrase: known statesmen, "its head", and who holds what is fought for."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import look
from dateline.extract.relations import relations
from dateline.knowledge.gazetteer import open_gazetteer
from dateline.model.text import Reading

Tell = Callable[[str], set[tuple[str, str, str]]]


@pytest.fixture
def tell(read: Callable[[str], Reading]) -> Tell:
    gazetteer = open_gazetteer()
    return lambda text: {(c.subject.name, c.relation, c.object.name) for c in relations(look(read(text), gazetteer))}


# ---- offices ------------------------------------------------------------------------------------
def test_a_known_president_leads_his_nation_where_the_report_names_it(tell: Tell) -> None:
    told = tell("The grain deal with Russia has lapsed. President Vladimir Putin set no date for a new one.")
    assert ("Vladimir Putin", "leads", "Russia") in told


def test_a_known_president_leads_nothing_that_the_report_does_not_name(tell: Tell) -> None:
    assert not tell("The grain deal has lapsed. President Vladimir Putin set no date for a new one.")


def test_a_president_whom_nobody_knows_leads_nothing(tell: Tell) -> None:
    assert not tell("The grain deal with Russia has lapsed. President Tor Anders set no date for a new one.")


def test_a_known_foreign_minister_belongs(tell: Tell) -> None:
    told = tell("Russia stays away. Foreign Minister Sergei Lavrov called the summit pointless.")
    assert ("Sergei Lavrov", "part_of", "Russia") in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The clinic was shelled and its director Daniel Oloo was hurt.", ("Daniel Oloo", "leads", "clinic")),
        (
            "The Delta Relief Network counted nine dead. Its head, Ruth Achieng, fears more.",
            ("Ruth Achieng", "leads", "Delta Relief Network"),
        ),
    ],
)
def test_its_head_leads_the_body_told_before(tell: Tell, text: str, told: tuple[str, str, str]) -> None:
    assert told in tell(text)


# ---- who is made up of whom ---------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "The Southern Front comprises the Yarmouk Army and the Sham Legion.",
        "The Southern Front, an alliance mainly made up of the Yarmouk Army, has left the town.",
        "The Southern Front consists of the Yarmouk Army and smaller groups.",
    ],
)
def test_who_makes_up_an_alliance_is_part_of_it(tell: Tell, text: str) -> None:
    assert ("Yarmouk Army", "part_of", "Southern Front") in tell(text)


# ---- who holds what -----------------------------------------------------------------------------
def test_who_is_in_control_holds_the_place(tell: Tell) -> None:
    assert ("army", "controls", "Palmyra") in tell("The army is in full control of Palmyra.")


def test_what_troops_fight_to_take_from_a_group_is_still_held_by_it(tell: Tell) -> None:
    assert ("Boko Haram", "controls", "Bama") in tell("Troops fought to retake Bama from Boko Haram.")
    assert not tell("Troops managed to retake Bama from Boko Haram.")


def test_a_share_of_a_country_is_held_as_a_share(tell: Tell) -> None:
    told = tell("Russia controls about 20 percent of Ukraine's territory.")
    assert ("Russia", "controls", "20 percent of Ukraine's territory") in told
