"""Figures stand side by side; what is derived from them says how."""

from hypothesis import given
from hypothesis import strategies as st
from made import a_count, a_denier, a_source, a_total, an_event, told

from dateline.merge.tolls import tolls
from dateline.model.claim import Count
from dateline.model.incident import Telling


def said(page: str, who: str, *counts: Count) -> Telling:
    return told(page, an_event(f"{page} {who}", a_source(who), counts=counts))


def test_conflicting_figures_stand_side_by_side_with_their_speakers() -> None:
    (toll,) = tolls([said("a", "army", a_count(9, 9, "soldiers")), said("b", "rebels", a_count(31, 31, "soldiers"))])
    assert [(figure.low, figure.voices[0].speaker) for figure in toll.figures] == [(9, "army"), (31, "rebels")]
    assert (toll.low, toll.best, toll.high) == (9, None, 31)


def test_the_best_figure_is_the_one_that_most_parties_give() -> None:
    twelve, ten = a_count(12, 12), a_count(10, 10)
    (toll,) = tolls([said("a", "mayor", twelve), said("b", "medics", twelve), said("c", "army", ten)])
    assert toll.best == 12


def test_a_figure_that_one_speaker_repeats_counts_once() -> None:
    twelve, ten = a_count(12, 12), a_count(10, 10)
    (toll,) = tolls([said("a", "mayor", twelve), said("b", "mayor", twelve), said("c", "army", ten)])
    assert toll.best is None


def test_a_figure_that_is_open_above_leaves_the_range_open() -> None:
    (toll,) = tolls([said("a", "mayor", a_count(12, None)), said("b", "medics", a_count(14, 14))])
    assert (toll.low, toll.high) == (12, None)


def test_the_total_of_a_campaign_is_no_part_of_an_incidents_toll() -> None:
    (toll,) = tolls([said("a", "mayor", a_count(4, 4), a_total(150), a_total(60, "stock"))])
    assert (toll.low, toll.high) == (4, 4)


def test_a_part_of_a_figure_is_not_counted_beside_it() -> None:
    (toll,) = tolls([said("a", "mayor", a_count(14, 14), a_count(4, 4, "civilians", part_of=0))])
    assert len(toll.figures) == 1


def test_the_dead_of_two_sides_are_two_tolls() -> None:
    found = tolls([said("a", "army", a_count(9, 9, "soldiers"), a_count(20, 20, "rebel fighters"))])
    assert [toll.who for toll in found] == ["rebel fighters", "soldiers"]


def test_people_are_the_civilians_of_others_where_nobody_else_is_counted() -> None:
    (toll,) = tolls([said("a", "mayor", a_count(14, 14)), said("b", "medics", a_count(15, 15, "people"))])
    assert (toll.who, toll.low, toll.high) == ("civilians", 14, 15)


def test_houses_and_persons_are_never_one_figure() -> None:
    houses = a_count(5, 5, "houses", "damaged", unit="building")
    assert len(tolls([said("a", "mayor", houses, a_count(5, 5, "people", "damaged"))])) == 2


def test_a_denial_gives_no_figure() -> None:
    assert tolls([told("a", an_event("1", a_denier("army"), counts=(a_count(14, 14),)))]) == ()


counts = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: a_count(min(pair), max(pair)))


@given(st.lists(counts, min_size=1, max_size=6))
def test_every_figure_lies_in_the_range_shown(given_counts: list[Count]) -> None:
    (toll,) = tolls([said(f"p{n}", f"speaker {n}", count) for n, count in enumerate(given_counts)])
    assert all(toll.low <= figure.low <= figure.high <= toll.high for figure in toll.figures)
    assert len(toll.figures) == len(given_counts)
