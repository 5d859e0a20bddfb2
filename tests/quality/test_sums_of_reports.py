"""No sum over the hand-coded reports adds a part to its whole or a total to its tolls.

They need the folder `shared` beside the checkout, and are skipped without it. Only what the program says is looked at.
"""

from pathlib import Path

import pytest

from dateline.ingest.pages import pages
from dateline.ledger.sums import casualties
from dateline.merge.campaigns import totals_over
from dateline.merge.incidents import incidents
from dateline.model.claim import CountKind
from dateline.model.event import Coded
from dateline.model.incident import Figure, Incident, Toll, Total
from dateline.model.ledger import Sums
from dateline.pipeline import Coder
from dateline.reckoning.sums import add_up

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "dev"
KINDS: tuple[CountKind, ...] = ("killed", "injured", "displaced")
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason=f"no hand-coded reports at {GOLD}: sums are NOT measured")


@pytest.fixture(scope="module")
def reports() -> list[Coded]:
    return list(Coder().code_many(pages([str(path) for path in sorted(GOLD.glob("*.txt"))], None)))


@pytest.fixture(scope="module")
def told(reports: list[Coded]) -> list[tuple[tuple[Incident, ...], tuple[Total, ...]]]:
    """The incidents and totals of each report by itself, and of all of them together."""
    by_report = [([one], incidents([one])) for one in reports] + [(reports, incidents(reports))]
    return [(found, totals_over(some, found)) for some, found in by_report]


def _killed(sums: Sums) -> int:
    return next(tally.range.low for tally in sums.all.tallies if (tally.kind, tally.of) == ("killed", "all"))


def wholes(tolls: tuple[Toll, ...], kind: str) -> int:
    return sum(toll.low or 0 for toll in tolls if toll.kind == kind)


def test_the_dead_of_a_day_and_those_since_days_before_are_never_one_sum(reports: list[Coded]) -> None:
    """One report tells of a province's 16 dead of the day, of them town by town, and of 44 since Thursday."""
    report = next(one for one in reports if "alaraby-2016-10-24-idlib" in one.report.page)
    found = incidents([report])
    day = add_up(found, "killed")
    assert (day.low, day.best) == (16, 16)
    assert [_killed(casualties(found, [report], by)) for by in ("day", "place", "type")] == [16, 16, 16]
    (since,) = totals_over([report], found)
    assert [toll.low for toll in since.tolls] == [44]
    assert set(since.inside) == {one.id for one in found if any(toll.kind == "killed" for toll in one.tolls)}
    assert add_up([*found, *found], "killed") == day


def test_no_sum_is_more_than_the_wholes_of_the_incidents(
    told: list[tuple[tuple[Incident, ...], tuple[Total, ...]]],
) -> None:
    for found, _ in told:
        for kind in KINDS:
            assert add_up(found, kind).low <= sum(wholes(one.tolls, kind) for one in found)


def test_no_figure_of_a_total_stands_in_the_toll_of_an_incident(
    told: list[tuple[tuple[Incident, ...], tuple[Total, ...]]],
) -> None:
    for found, totals in told:
        figures = {_key(figure) for one in found for toll in one.tolls for figure in toll.figures}
        assert figures.isdisjoint(_key(figure) for one in totals for toll in one.tolls for figure in toll.figures)


def _key(figure: Figure) -> tuple[str, str, int | None]:
    return figure.event, figure.who, figure.low


def test_every_part_stands_under_a_whole_that_is_no_smaller(
    told: list[tuple[tuple[Incident, ...], tuple[Total, ...]]],
) -> None:
    for found, totals in told:
        for one in (*found, *totals):
            for toll in one.tolls:
                most = toll.high if toll.high is not None else max(f.low or 0 for f in toll.figures)
                assert all((part.low or 0) <= most for part in toll.parts), toll


def test_what_a_total_takes_in_is_there_and_no_larger(
    told: list[tuple[tuple[Incident, ...], tuple[Total, ...]]],
) -> None:
    for found, totals in told:
        by_id = {one.id: one for one in found}
        for total in totals:
            assert set(total.inside) <= by_id.keys()
            for kind in {toll.kind for toll in total.tolls}:
                most = max((t.high if t.high is not None else 10**9) for t in total.tolls if t.kind == kind)
                inner = add_up([by_id[one] for one in total.inside], kind)
                assert all((addend.low or 0) <= most for addend in inner.addends)
