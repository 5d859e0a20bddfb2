"""Figures of displacement in IDMC's terms, and none where the claims support none."""

from typing import Any

import pytest
from made import FRIDAY, MONDAY, a_count, a_denier, a_source, a_town, an_event, coded, on

from dateline.merge.campaigns import totals_over
from dateline.merge.idmc import displacement_figures
from dateline.merge.incidents import incidents
from dateline.model.claim import Count
from dateline.model.event import Coded
from dateline.model.outlooks import DisplacementFigure
from dateline.model.text import Span

TAMRA_LEFT = a_town("Tamra", role="from", geonameid=1)
SUQ_REACHED = a_town("Suq", role="to", geonameid=2, precision="district")


def moved(low: int | None, high: int | None = None, kind: Any = "displaced", **known: Any) -> Count:
    return a_count(low, high, "people", kind, **known)


def told(page: str, *sources: Any, **known: Any) -> Coded:
    event = an_event(page, *sources, type="displacement", **{"counts": (moved(500, 500),), **known})
    return coded(page, event)


def figures(*reports: Coded) -> tuple[DisplacementFigure, ...]:
    (incident,) = incidents(reports)
    return displacement_figures(incident)


def the_figure(**known: Any) -> DisplacementFigure:
    (found,) = figures(told("a", **known))
    return found


def in_words(words: str, number: str, low: int | None, high: int | None) -> DisplacementFigure:
    at = words.index(number)
    return the_figure(words=words, counts=(moved(low, high, words=Span(at, at + len(number), number)),))


@pytest.mark.parametrize(
    ("words", "number", "low", "high", "expected", "reported"),
    [
        ("500 people fled Tamra.", "500", 500, 500, "Exact", 500),
        ("At least 500 people fled Tamra.", "500", 500, None, "More than", 500),
        ("Up to 500 people fled Tamra.", "500", None, 500, "Less than", 500),
        ("Around 500 people fled Tamra.", "500", 500, 500, "Approximately", 500),
        ("Some 500 people fled Tamra.", "Some 500", 500, 500, "Approximately", 500),
        ("Hundreds of people fled Tamra.", "Hundreds", 200, 999, "Approximately", None),
    ],
)
def test_the_quantifier_is_that_of_the_words(
    words: str, number: str, low: int | None, high: int | None, expected: str, reported: int | None
) -> None:
    found = in_words(words, number, low, high)
    assert (found.quantifier, found.reported, found.low, found.high) == (expected, reported, low, high)


def test_persons_and_households_are_units_and_nothing_else_is() -> None:
    assert the_figure().unit == "Person"
    assert the_figure(counts=(moved(500, 500, unit="household"),)).unit == "Household"
    assert the_figure(counts=(moved(5, 5, unit="formation"),)).unit is None


def test_places_left_are_origins_and_places_reached_destinations() -> None:
    found = the_figure(places=(TAMRA_LEFT, SUQ_REACHED))
    assert [(one.name, one.identifier, one.accuracy) for one in found.locations] == [
        ("Tamra", "Origin", "Point"),
        ("Suq", "Destination", "ADM2"),
    ]


def test_a_place_left_and_reached_is_both_and_the_site_of_a_flight_is_its_origin() -> None:
    both = the_figure(places=(TAMRA_LEFT, a_town("Tamra", role="to", geonameid=1)))
    assert [one.identifier for one in both.locations] == ["Origin and destination"]
    assert [one.identifier for one in the_figure().locations] == ["Origin"]


def test_a_border_is_crossed_only_where_places_left_and_reached_lie_in_two_countries() -> None:
    abroad = a_town("Juna", country="TD", role="to", geonameid=3)
    assert the_figure().category == "Internal Displacements"
    assert the_figure(places=(TAMRA_LEFT, abroad)).category == "Cross-border Flight"
    home = (moved(500, 500, "returned"),)
    assert the_figure(counts=home).category == "Return"
    assert the_figure(counts=home, places=(TAMRA_LEFT, abroad)).category == "Cross-border Return"


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("Some 500 people fled Tamra to become refugees.", "Cross-border Flight"),
        ("Some 500 people fled Tamra and crossed into Azmar.", "Cross-border Flight"),
        ("Some 500 people fled Tamra for a refugee camp.", "Internal Displacements"),
        ("Some 500 people fled Tamra.", "Internal Displacements"),
    ],
)
def test_where_no_two_places_tell_the_words_say_whether_a_border_was_crossed(words: str, category: str) -> None:
    assert the_figure(words=words).category == category


def test_as_things_stand_it_is_a_stock_whose_place_is_not_said_to_be_left() -> None:
    report = told("a", counts=(moved(500, 500, scope="stock"),))
    (total,) = totals_over([report], ())
    (found,) = displacement_figures(total)
    assert (found.stock, found.category) == (True, "IDPs")
    assert [one.identifier for one in found.locations] == [None]


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("Soldiers evacuated 500 people from Tamra.", "Evacuated"),
        ("Some 500 families fled Tamra.", "Forced to flee"),
        ("The shelling displaced 500 people.", "Displaced"),
        ("Some 500 people returned to Tamra.", "Returns"),
        ("The fires left 500 people homeless.", "Homeless"),
        ("Some 500 people moved on.", None),
    ],
)
def test_the_term_is_that_of_the_words(words: str, term: str | None) -> None:
    assert the_figure(words=words).term == term


def test_the_figure_of_most_independent_sources_is_recommended_and_others_triangulate() -> None:
    given = (("a", "mayor", 500), ("b", "medics", 500), ("c", "army", 300))
    found = figures(*(told(page, a_source(who), counts=(moved(n, n),)) for page, who, n in given))
    assert [(one.reported, one.role) for one in found] == [
        (500, "Recommended figure"),
        (500, "Recommended figure"),
        (300, "Triangulation"),
    ]
    assert all("best 500: 2 independent sources" in one.calculation for one in found)


def test_where_sources_are_even_an_analyst_must_choose() -> None:
    found = figures(*(told(page, a_source(page), counts=(moved(n, n),)) for page, n in (("a", 500), ("b", 300))))
    assert [one.role for one in found] == [None, None]


def test_days_have_the_accuracy_of_their_words_and_a_reports_own_day_has_none() -> None:
    week = the_figure(date=on(MONDAY, FRIDAY, precision="week"))
    assert (week.start, week.end, week.start_accuracy) == ("2024-05-06", "2024-05-10", "Week")
    assert the_figure(date=on(MONDAY, precision="report")).start_accuracy is None
    assert the_figure(date=None).start is None


def test_denials_the_dead_and_parts_are_no_figures_of_displacement() -> None:
    counts = (moved(500, 500), moved(200, 200, part_of=0), a_count(4, 4))
    denial = told("b", a_denier("army"), counts=(moved(9000, 9000),))
    found = figures(told("a", a_source("mayor"), counts=counts), denial)
    assert [one.reported for one in found] == [500]
