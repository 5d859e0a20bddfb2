"""A source's later figure takes the place of its earlier one; parts stand under their whole; ranges are spelled out."""

from typing import Any

import pytest
from made import MONDAY, a_count, a_source, a_total, an_event, on, told

from dateline.merge.tolls import tolls, totals
from dateline.model.claim import Count
from dateline.model.incident import Telling
from dateline.model.text import Span
from dateline.reckoning.people import counts_two_harms, holds, noun_of


def said(page: str, who: str, *counts: Count, day: int | None = None, **known: Any) -> Telling:
    stamp = f"2024-05-{day:02}" if day else None
    return told(page, an_event(f"{page} {who}", a_source(who, **known), counts=counts), published=stamp)


def a_sentence(words: str, *numbers: tuple[str, int]) -> Telling:
    """One telling by medics, with the figures whose words are given, where they stand in the sentence."""
    counts = tuple(
        a_count(number, number, "people", words=Span(words.index(word), words.index(word) + len(word), word))
        for word, number in numbers
    )
    return told("a", an_event("1", a_source("medics"), counts=counts, words=words))


def test_a_later_figure_of_one_source_supersedes_its_earlier_one_which_stays_to_be_seen() -> None:
    (toll,) = tolls([said("a", "Mayor Idris", a_count(9, 9), day=7), said("b", "Mayor Idris", a_count(14, 14), day=9)])
    assert (toll.low, toll.best, toll.high) == (14, 14, 14)
    assert [figure.superseded for figure in toll.figures] == ["14: a report of 2024-05-09", None]
    assert "superseded: 9 (Mayor Idris)" in toll.derivation


def test_a_later_figure_may_be_the_lower_one() -> None:
    (toll,) = tolls([said("a", "Mayor Idris", a_count(14, 14), day=7), said("b", "Mayor Idris", a_count(9, 9), day=9)])
    assert (toll.low, toll.high) == (9, 9)


def test_the_later_figure_of_another_source_supersedes_nothing() -> None:
    (toll,) = tolls([said("a", "Mayor Idris", a_count(9, 9), day=7), said("b", "Doctor Bello", a_count(14, 14), day=9)])
    assert [figure.superseded for figure in toll.figures] == [None, None]
    assert (toll.low, toll.high) == (9, 14)


def test_medics_whom_two_outlets_heard_may_be_different_medics() -> None:
    (toll,) = tolls([said("a", "medics", a_count(9, 9), day=7), said("b", "medics", a_count(14, 14), day=9)])
    assert (toll.low, toll.high) == (9, 14)


def test_without_stamps_nothing_is_taken_for_later() -> None:
    (toll,) = tolls([said("a", "Mayor Idris", a_count(9, 9)), said("b", "Mayor Idris", a_count(14, 14), day=9)])
    assert (toll.low, toll.high) == (9, 14)


def test_a_figure_that_is_only_repeated_is_not_superseded() -> None:
    (toll,) = tolls([said("a", "Mayor Idris", a_count(9, 9), day=7), said("b", "Mayor Idris", a_count(9), day=9)])
    assert [figure.superseded for figure in toll.figures] == [None, None]


@pytest.mark.parametrize(
    "words",
    [
        "The raid killed 15 people, medics said, raising an earlier toll of 12.",
        "Medics raised the toll of the raid to 15 people, up from 12.",
        "Medics put the toll at 15, correcting a previous count of 12.",
        "Medics raised the toll from 12 to 15.",
    ],
)
def test_the_figure_that_its_own_sentence_calls_the_former_is_superseded(words: str) -> None:
    (toll,) = tolls([a_sentence(words, ("15", 15), ("12", 12))])
    assert (toll.low, toll.high) == (15, 15)
    assert [figure.low for figure in toll.figures if figure.superseded] == [12]


def test_two_figures_of_one_sentence_stand_where_none_is_called_the_former() -> None:
    (toll,) = tolls(
        [
            a_sentence(
                "Medics counted 15 people dead on one side of the road and 12 on the other.", ("15", 15), ("12", 12)
            )
        ]
    )
    assert [figure.superseded for figure in toll.figures] == [None, None]


# ---- parts, sorts, totals -----------------------------------------------------------------------
def test_parts_stand_under_their_whole_with_their_own_range() -> None:
    children = a_count(4, 4, "children", part_of=0, status="child")
    (toll,) = tolls([said("a", "mayor", a_count(14, 14), children), said("b", "medics", a_count(15, 15))])
    assert [(part.who, part.low, part.status) for part in toll.parts] == [("children", 4, "child")]
    assert (toll.low, toll.high) == (14, 15)


def test_the_status_of_a_toll_is_that_of_all_who_are_counted() -> None:
    soldiers = a_count(3, 3, "soldiers", status="combatant")
    found = {toll.who: toll.status for toll in tolls([said("a", "army", soldiers, a_count(5, 5, "people"))])}
    assert found == {"soldiers": "combatant", "people": None}


def test_the_villagers_of_one_are_the_residents_of_another() -> None:
    (toll,) = tolls(
        [said("a", "mayor", a_count(14, 14, "villagers")), said("b", "medics", a_count(15, 15, "residents"))]
    )
    assert (toll.low, toll.high) == (14, 15)


def test_villagers_and_residents_of_one_telling_are_two() -> None:
    assert len(tolls([said("a", "mayor", a_count(14, 14, "villagers"), a_count(2, 2, "residents"))])) == 2


def test_the_people_of_one_are_not_the_children_of_another() -> None:
    found = tolls([said("a", "mayor", a_count(2, 2, "children")), said("b", "medics", a_count(9, 9, "people"))])
    assert sorted(toll.who for toll in found) == ["children", "people"]


def test_totals_are_kept_with_their_parts() -> None:
    children = a_count(9, 9, "children", part_of=0, scope="total")
    (toll,) = totals(said("a", "mayor", a_total(44), children))
    assert (toll.low, [part.low for part in toll.parts]) == (44, [9])


def test_a_figure_counted_over_months_up_to_now_is_a_total_whatever_its_words() -> None:
    year = on(MONDAY.replace(month=1, day=1), MONDAY, precision="span")
    event = an_event(
        "1", counts=(a_count(300),), date=year.__class__(start=year.start, end=MONDAY, precision="span", anchor=MONDAY)
    )
    assert [toll.low for toll in totals(told("a", event))] == [300]
    assert tolls([told("a", event)]) == ()


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [
        ("people", "soldiers", True),
        ("civilians", "women", True),
        ("civilians", "teachers", True),
        ("civilians", "soldiers", False),
        ("women", "civilians", False),
        ("villagers", "residents", False),
        ("women", "children", False),
    ],
)
def test_whose_count_holds_whose(whole: str, part: str, expected: bool) -> None:
    assert holds(noun_of(whole), noun_of(part)) == expected


def test_the_dead_and_wounded_counted_together_are_two_harms() -> None:
    assert counts_two_harms("killed and injured")
    assert not counts_two_harms("men and women")


# ---- in words -----------------------------------------------------------------------------------
def test_the_range_says_who_gives_the_least_and_the_most_and_why_one_is_best() -> None:
    given = [("a", "mayor", 12), ("b", "medics", 12), ("c", "army", 16)]
    (toll,) = tolls([said(page, who, a_count(n, n)) for page, who, n in given])
    assert toll.derivation == (
        "least of 3 figures: 12 (mayor); between: 12 (medics); most: 16 (army); "
        "best 12: 2 independent sources, mayor, medics"
    )


def test_the_range_says_why_it_is_open_and_has_no_best() -> None:
    (toll,) = tolls([said("a", "mayor", a_count(12)), said("b", "medics", a_count(14, 14))])
    assert "no upper end, since mayor gives none" in toll.derivation
    assert "no best: none is given by more independent sources than another" in toll.derivation


def test_two_speakers_whom_one_outlet_heard_do_not_make_a_figure_the_best() -> None:
    given = [("a", "mayor", 12), ("a", "medics", 12), ("c", "army", 16)]
    (toll,) = tolls([said(page, who, a_count(n, n)) for page, who, n in given])
    assert toll.best is None


def test_figures_that_agree_are_said_to() -> None:
    (toll,) = tolls([said("a", "mayor", a_count(12)), said("b", "medics", a_count(12))])
    assert toll.derivation.startswith("all 2 figures agree: 12 or more; best 12: 2 independent sources")
