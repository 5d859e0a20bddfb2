"""Airwars' grades of civilian harm, and none where the claims support none."""

from typing import Any

from made import a_count, a_denier, a_source, an_agent, an_event, coded

from dateline.merge.grades import GRADES, grade
from dateline.merge.incidents import incidents
from dateline.model.event import Coded

ARMY = (an_agent("Azmar army", "azmar-army"),)
LORVIA = (an_agent("Lorvian army", "lorvian-army"),)
CIVILIANS = (a_count(9, 9, status="civilian"),)
SOLDIERS = (a_count(9, 9, "soldiers", status="combatant"),)


def told(page: str, *sources: Any, **known: Any) -> Coded:
    return coded(page, an_event(page, *sources, **{"counts": CIVILIANS, "agents": ARMY, **known}))


def graded(*reports: Coded) -> str | None:
    (incident,) = incidents(reports)
    found = grade(incident)
    return found.grade if found else None


def test_two_independent_sources_and_a_named_belligerent_are_fair() -> None:
    assert graded(told("a", a_source("medics")), told("b", a_source("traders"))) == "fair"


def test_one_source_is_weak_though_two_outlets_print_it() -> None:
    assert graded(told("a", a_source("medics"))) == "weak"
    assert graded(told("a", a_source("medics")), told("b", a_source("medics"))) == "weak"


def test_a_second_source_that_tells_of_no_harm_does_not_make_it_fair() -> None:
    assert graded(told("a", a_source("medics")), told("b", a_source("traders"), counts=())) == "weak"


def test_a_belligerent_that_accepts_civilian_harm_confirms_it() -> None:
    assert graded(told("a", a_source("Azmar army"))) == "confirmed"


def test_a_belligerent_that_owns_up_to_the_deed_alone_does_not_confirm_the_harm() -> None:
    assert graded(told("a", a_source("Azmar army"), counts=()), told("b", a_source("medics"))) == "weak"


def test_sources_that_blame_different_parties_contest_it() -> None:
    found = graded(told("a", a_source("medics")), told("b", a_source("traders"), agents=LORVIA))
    assert found == "contested"


def test_two_parties_whom_one_source_names_together_are_no_competing_claims() -> None:
    assert graded(told("a", a_source("medics"), agents=(*ARMY, *LORVIA))) == "weak"


def test_the_harm_of_a_fight_between_two_named_sides_is_contested() -> None:
    assert graded(told("a", a_source("medics"), type="armed_clash", agents=(*ARMY, *LORVIA))) == "contested"


def test_where_all_killed_are_combatants_it_is_discounted() -> None:
    assert graded(told("a", a_source("medics"), counts=SOLDIERS)) == "discounted"
    assert graded(told("a", a_source("medics"), counts=(*SOLDIERS, *CIVILIANS))) == "weak"


def test_children_among_people_are_civilian_harm() -> None:
    counts = (a_count(9, 9, "people"), a_count(2, 2, "children", part_of=0, status="child"))
    assert graded(told("a", a_source("medics"), counts=counts)) == "weak"


def test_no_grade_where_nobody_says_that_civilians_were_hurt() -> None:
    assert graded(told("a", a_source("medics"), counts=())) is None
    assert graded(told("a", a_source("medics"), counts=(a_count(9, 9, "people"),))) is None
    assert graded(told("a", a_source("medics"), counts=(a_count(0, 0, status="civilian"),))) is None
    assert graded(told("a", a_source("medics"), type="armed_clash", counts=SOLDIERS)) is None


def test_no_grade_for_what_is_only_denied_or_taken_back_or_no_violence() -> None:
    (denied,) = incidents([coded("a", an_event("1", a_denier("army"), counts=CIVILIANS))], denied=True)
    assert grade(denied) is None
    said = coded("a", an_event("1", a_source("Mayor Idris"), counts=CIVILIANS), published="2024-05-07")
    unsaid = coded("b", an_event("2", a_denier("Mayor Idris")), published="2024-05-09")
    assert graded(said, unsaid) is None
    assert graded(told("a", a_source("medics"), type="displacement")) is None


def test_each_grade_says_what_it_rests_on() -> None:
    assert all((test.__doc__ or "").strip() for _, test in GRADES)
