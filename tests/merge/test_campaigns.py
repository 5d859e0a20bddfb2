"""Totals over several happenings know the incidents inside them."""

from datetime import timedelta

from made import BIRAK, FRIDAY, MONDAY, a_count, a_denier, a_total, a_town, an_agent, an_event, coded, on

from dateline.merge.campaigns import totals_over
from dateline.merge.incidents import incidents
from dateline.model.event import Coded, Event
from dateline.model.incident import Total

NORTH = a_town("North", precision="province", lat=None, lon=None)
MONTH = on(MONDAY - timedelta(days=25), MONDAY, precision="span")


def a_campaign(id: str, **known: object) -> Event:
    """150 dead in a month of raids on the North, unless told otherwise."""
    given = {"counts": (a_total(150),), "places": (NORTH,), "date": MONTH, **known}
    return an_event(id, type="air_strike", **given)  # type: ignore[arg-type]


def a_raid(id: str, **known: object) -> Event:
    return an_event(id, type="air_strike", counts=(a_count(4, 4),), **known)  # type: ignore[arg-type]


def the_total(*reports: Coded) -> Total:
    (total,) = totals_over(reports, incidents(reports))
    return total


def inside(*reports: Coded) -> int:
    return len(the_total(*reports).inside)


def test_a_total_takes_in_the_incidents_of_its_days_and_places_by_whoever_tells_them() -> None:
    reports = [coded("a", a_campaign("t"), a_raid("1")), coded("b", a_raid("2", places=(BIRAK,)))]
    found = incidents(reports)
    (total,) = totals_over(reports, found)
    assert total.inside == tuple(sorted(one.id for one in found))
    assert (total.telling.page, total.tolls[0].low) == ("a", 150)


def test_what_came_before_or_after_it_is_not_inside() -> None:
    assert inside(coded("a", a_campaign("t"), a_raid("1", date=on(FRIDAY)))) == 0
    assert inside(coded("a", a_campaign("t"), a_raid("1", date=on(MONDAY - timedelta(days=40))))) == 0


def test_what_lies_in_another_province_or_is_by_another_party_is_not_inside() -> None:
    elsewhere = a_raid("1", places=(a_town("Juna", admin1="South"),))
    assert inside(coded("a", a_campaign("t"), elsewhere)) == 0
    ours = a_campaign("t", agents=(an_agent("Azmar army", "azmar-army"),))
    assert inside(coded("a", ours, a_raid("1", agents=(an_agent("Lorvian army", "lorvian-army"),)))) == 0


def test_what_harms_nobody_of_the_kind_that_is_counted_is_not_inside() -> None:
    wounded = an_event("1", type="air_strike", counts=(a_count(4, 4, kind="injured"),))
    assert inside(coded("a", a_campaign("t"), wounded)) == 0


def test_an_incident_with_more_than_all_the_total_counts_is_not_inside() -> None:
    many = an_event("1", type="air_strike", counts=(a_count(900, 900),))
    assert inside(coded("a", a_campaign("t"), many)) == 0


def test_a_total_without_days_takes_in_nothing() -> None:
    assert inside(coded("a", a_campaign("t", date=None), a_raid("1"))) == 0


def test_a_total_that_is_denied_or_only_feared_is_none() -> None:
    denied = an_event("t", a_denier("army"), counts=(a_total(150),))
    feared = an_event("u", counts=(a_total(150),), modality="possible")
    assert totals_over([coded("a", denied, feared)], ()) == ()


def test_the_same_page_given_twice_has_one_total() -> None:
    page = coded("a", a_campaign("t"))
    assert len(totals_over([page, page], ())) == 1


def test_a_total_beside_an_incidents_own_figure_is_both() -> None:
    both = an_event("1", type="air_strike", counts=(a_count(4, 4), a_total(150)), places=(NORTH,), date=MONTH)
    total = the_total(coded("a", both))
    assert [toll.low for toll in total.tolls] == [150]
    assert len(total.inside) == 1
