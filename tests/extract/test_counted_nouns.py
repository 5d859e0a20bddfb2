"""What a number counts where it stands apart from its noun: bodies, cases, lists and participles."""

from collections.abc import Callable

import pytest

from dateline.extract.quantities import figures
from dateline.model.text import Reading

Read = Callable[[str], Reading]
Told = tuple[str, str, int | None, int | None]


def told(read: Read, text: str) -> list[Told]:
    return [(f.count.kind, f.count.who, f.count.low, f.count.high) for f in figures(read(text))]


def test_the_wounded_who_die_are_dead_and_not_wounded_too(read: Read) -> None:
    text = "Six wounded villagers died in hospital after the shelling of Kobane on Friday."
    assert told(read, text) == [("killed", "wounded villagers", 6, 6)]


def test_cases_are_those_who_suffer(read: Read) -> None:
    text = "The gas attack on Douma caused more than 40 cases of suffocation among civilians."
    assert told(read, text) == [("injured", "people", 40, None)]


def test_guns_in_a_list_are_things_and_no_killing(read: Read) -> None:
    text = "Shells destroyed 40 tanks and 12 guns."
    assert told(read, text) == [("damaged", "tanks", 40, 40), ("damaged", "guns", 12, 12)]


def test_a_family_of_six_are_six(read: Read) -> None:
    text = "An air strike killed ten people in Kunduz, among them three workers, a family of six and a driver."
    assert ("killed", "people", 6, 6) in told(read, text)


@pytest.mark.parametrize("further", ["a hundred more", "100 others"])
def test_further_wounded_leave_the_dead_dead(read: Read, further: str) -> None:
    text = f"At least 40 people were killed in the raid on Bucha and {further} were wounded, doctors said."
    assert told(read, text) == [("killed", "people", 40, None), ("injured", "people", 100, 100)]


def test_those_who_sustain_injuries_are_counted_and_not_their_wounds(read: Read) -> None:
    assert told(read, "Ninety others sustained injuries in bomb attacks.") == [("injured", "people", 90, 90)]
    assert told(read, "He suffered 12 wounds.") == []


def test_a_day_behind_a_number_is_not_what_it_counts(read: Read) -> None:
    assert told(read, "The bomber wounded 40 Tuesday in a suicide attack.") == [("injured", "people", 40, 40)]


def test_who_is_gassed_is_killed(read: Read) -> None:
    text = "The opposition accused government forces of gassing many hundreds of people in Duma on Monday."
    assert told(read, text) == [("killed", "people", 200, 999)]


def test_bodies_of_men_are_men_killed(read: Read) -> None:
    assert told(read, "The bodies of six men were found beside the road.") == [("killed", "men", 6, 6)]


def test_over_belongs_to_what_is_handed_over(read: Read) -> None:
    assert told(read, "The army handed over 12 freed captives.") == [("released", "freed captives", 12, 12)]
    assert told(read, "The army freed over 12 captives.") == [("released", "captives", 12, None)]


def test_a_list_taken_for_other_words_of_its_first_is_counted_item_by_item(read: Read) -> None:
    text = "The raid killed the governor, two of his aides and a driver."
    assert told(read, text) == [("killed", "governor", 1, 1), ("killed", "aides", 2, 2), ("killed", "driver", 1, 1)]


def test_a_number_goes_with_the_participle_behind_it(read: Read) -> None:
    text = "The clinic said it had received 9 bodies and 31 wounded after the shelling of the market."
    assert told(read, text) == [("killed", "bodies", 9, 9), ("injured", "people", 31, 31)]


def test_a_further_one_is_one_more(read: Read) -> None:
    text = "Two guards died and a third was wounded in the ambush."
    assert told(read, text) == [("killed", "guards", 2, 2), ("injured", "guards", 1, 1)]
    text = "One trader was shot dead and another wounded in the shooting."
    assert [(kind, low) for kind, _, low, _ in told(read, text)] == [("killed", 1), ("injured", 1)]
