"""Nobody stands in a sum of a ledger twice: the dead of a province are those of its towns, too."""

from dateline.ledger.sums import casualties
from dateline.model.claim import Count
from dateline.model.event import Coded, Event, Place
from dateline.model.ledger import Range, Sums
from ledger_made import event, killed, on, report, told, town

PROVINCE = town("Nord", precision="province", lat=None, lon=None, geonameid=None)


def raids(id: str, number: Count, place: Place, **known: object) -> Event:
    return event(id, "air_strike", words="bombed", extent=None, counts=(number,), places=(place,), when=on(3), **known)  # type: ignore[arg-type]


def sums(*coded: Coded) -> Sums:
    return casualties(told(*coded), coded, "day")


def of_all(found: Sums) -> Range | None:
    return next((t.range for t in found.all.tallies if (t.kind, t.of) == ("killed", "all")), None)


def test_the_dead_of_a_town_are_among_those_of_its_province_that_day_where_one_page_tells_both() -> None:
    found = sums(report("a", raids("1", killed(16), PROVINCE), raids("2", killed(7), town("Kara"))))
    assert of_all(found) == Range(low=16, best=16, high=16)
    assert [(one.low, one.reason) for one in found.totals] == [(7, "another incident's figure takes it in")]


def test_where_other_pages_tell_of_the_town_the_most_adds_them_and_the_least_does_not() -> None:
    toll = event("1", "casualties", words="died", extent=None, counts=(killed(16),), places=(PROVINCE,), when=on(3))
    found = sums(report("a", toll), report("b", raids("2", killed(7), town("Kara"))))
    assert of_all(found) == Range(low=16, best=None, high=23)


def test_towns_that_sum_to_more_than_their_province_count_with_their_sum() -> None:
    page = report(
        "a", raids("1", killed(10), PROVINCE), raids("2", killed(7), town("Kara")), raids("3", killed(6), town("Bogo"))
    )
    found = of_all(sums(page))
    assert found is not None
    assert found.low == 13


def test_the_dead_of_two_towns_are_two() -> None:
    found = sums(report("a", raids("1", killed(4), town("Kara")), raids("2", killed(7), town("Bogo", lat=11.0))))
    assert of_all(found) == Range(low=11, best=11, high=11)


def test_children_counted_beside_civilians_are_among_them() -> None:
    page = report(
        "a",
        event(
            "1", "air_strike", words="bombed", extent=None, when=on(3),
            counts=(killed(16, who="civilians", status="civilian"), killed(3, who="children", status="child")),
        ),
    )  # fmt: skip
    assert of_all(sums(page)) == Range(low=16, best=16, high=16)
