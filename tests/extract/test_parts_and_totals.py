"""Parts are told from what stands beside them, and what sums up a war from the toll of one act."""

from collections.abc import Callable

import pytest

from dateline.extract.attribution import attributions, sources_of
from dateline.extract.claims import extract
from dateline.extract.quantities import figures
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.text import Reading

Read = Callable[[str], Reading]


def wholes_and_parts(reading: Reading) -> list[tuple[str, int | None, bool]]:
    return sorted((f.count.who, f.count.low, f.whole is not None) for f in figures(reading))


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed 16 civilians, three children among them.",
        "Shells killed 16 civilians, among them three children.",
        "Shells killed 16 civilians, including three children.",
        "Shells killed 16 civilians, with three children among the dead.",
        "Shells left 16 civilians dead, three of whom were children.",
        "Shells killed 16 civilians - three of them were children.",
        "At least 16 civilians, three of them children, were killed by shells.",
    ],
)
def test_children_among_the_dead_are_a_part_of_them(read: Read, text: str) -> None:
    assert wholes_and_parts(read(text)) == [("children", 3, True), ("civilians", 16, False)]


def test_what_is_counted_beside_is_no_part(read: Read) -> None:
    assert wholes_and_parts(read("Shells killed 16 civilians and three soldiers.")) == [
        ("civilians", 16, False),
        ("soldiers", 3, False),
    ]


def test_a_larger_figure_is_no_part_of_a_smaller_one(read: Read) -> None:
    found = wholes_and_parts(
        read("At least 16 people were killed on Monday, three of them children, and 44 since then.")
    )
    assert ("people", 44, True) not in found


def scopes(reading: Reading) -> set[str]:
    return {f.count.scope for f in figures(reading)}


@pytest.mark.parametrize(
    "text",
    [
        "The war has killed 4,000 people.",
        "The war, now in its third year, has left 4,000 dead.",
        "More than 4,000 people have died in the conflict.",
        "More than 4,000 people have died in three years of war.",
        "More than 40,000 people were killed, a study says.",
    ],
)
def test_the_dead_of_a_war_are_a_total(read: Read, text: str) -> None:
    assert scopes(read(text)) == {"total"}


@pytest.mark.parametrize(
    "text", ["Twelve people were killed in the conflict on Monday.", "The raid killed 400 people."]
)
def test_the_dead_of_a_day_or_an_act_are_no_total(read: Read, text: str) -> None:
    assert scopes(read(text)) == {"incident"}


def deniers(reading: Reading, trigger: str) -> set[str]:
    i = next(t.i for t in reading.tokens if t.text == trigger)
    return {s.name for s in sources_of(i, reading, attributions(reading)) if s.stance == "denies"}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor retracted his statement that soldiers had shelled the market.",
        "The mayor has withdrawn his claim that soldiers shelled the market.",
        "The mayor recanted the allegation that soldiers had shelled the market.",
    ],
)
def test_who_retracts_a_claim_denies_it(read: Read, text: str) -> None:
    assert deniers(read(text), "shelled") == {"mayor"}


def test_who_withdraws_troops_denies_nothing(read: Read) -> None:
    assert deniers(read("The army withdrew its troops after rebels shelled the market."), "shelled") == set()


def test_what_an_earlier_version_had_wrong_is_not_told(read: Read, gazetteer: Gazetteer) -> None:
    codebook = load_codebook()

    def told(text: str) -> list[str]:
        return [claim.type for claim in extract(read(text), codebook, gazetteer, judge=False).claims]

    assert told("An earlier version of this story said that jets had bombed a school.") == []
    assert told("An earlier statement said that jets had bombed a school.") == ["air_strike"]
