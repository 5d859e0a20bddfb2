"""Incidents: what many reports tell of one happening."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import (
    BIRAK,
    MONDAY,
    TAMRA,
    TUESDAY,
    a_count,
    a_denier,
    a_source,
    a_total,
    a_town,
    an_agent,
    an_event,
    coded,
    on,
)

from dateline.merge.incidents import incidents
from dateline.model.event import Coded
from dateline.model.incident import Incident

ARMY = (an_agent("Azmar army", "azmar-army"),)


def only(*reports: Coded) -> Incident:
    (found,) = incidents(reports)
    return found


def ids(found: tuple[Incident, ...]) -> list[set[str]]:
    return [{telling.event.id for telling in incident.tellings} for incident in found]


def test_two_reports_of_one_happening_are_one_incident() -> None:
    found = only(coded("a", an_event("1")), coded("b", an_event("2")))
    assert [telling.page for telling in found.tellings] == ["a", "b"]
    assert found.likenesses[0].reasons


def test_a_claim_that_nobody_asserts_is_never_an_incident() -> None:
    denial = coded("a", an_event("1", a_denier("army")))
    assert incidents([denial]) == ()
    (left,) = incidents([denial], denied=True)
    assert (left.status, left.reason) == ("denied", "denied by army")


def test_a_denial_joins_the_incident_that_it_denies() -> None:
    found = only(coded("a", an_event("1", a_source("medics"))), coded("b", an_event("2", a_denier("army"))))
    assert found.status == "disputed"
    assert found.reason == "denied by army; one voice, medics"
    assert [telling.denies for telling in found.tellings] == [False, True]


def test_who_says_that_the_town_has_not_fallen_disputes_its_fall() -> None:
    fell = an_event("1", a_source("rebels"), type="capture")
    not_so = an_event("2", a_source("army"), type="capture", modality="not")
    assert only(coded("a", fell, not_so)).status == "disputed"


def test_a_denial_of_things_at_large_disputes_no_incident() -> None:
    at_large = an_event("2", a_denier("army", denial="general"))
    found = only(coded("a", an_event("1", a_source("medics")), at_large))
    assert found.status == "reported"
    assert incidents([coded("a", at_large)], denied=True) == ()


def test_a_denial_that_fits_two_happenings_does_not_make_them_one() -> None:
    first = an_event("1", a_source("medics"), places=(TAMRA,))
    second = an_event("2", a_source("traders"), places=(a_town("Suq", lat=13.3),))
    denial = an_event("3", a_denier("army"), places=())
    found = incidents([coded("a", first, second, denial)])
    assert sorted(len(incident.tellings) for incident in found) == [1, 2]


@pytest.mark.parametrize("modality", ["planned", "possible"])
def test_what_is_planned_or_feared_is_no_incident(modality: str) -> None:
    assert incidents([coded("a", an_event("1", modality=modality))]) == ()


def test_a_failed_attempt_that_nobody_speaks_of_is_no_incident_and_no_denial() -> None:
    failed = coded("a", an_event("1", modality="not"))
    assert incidents([failed]) == incidents([failed], denied=True) == ()


def test_the_total_of_a_campaign_is_never_merged_with_an_incident() -> None:
    total = an_event("2", counts=(a_total(150),))
    assert ids(incidents([coded("a", an_event("1")), coded("b", total)])) == [{"1"}]


def test_a_total_told_beside_the_incidents_own_figure_leaves_it_an_incident() -> None:
    both = an_event("1", counts=(a_count(4, 4), a_total(150)))
    assert [toll.high for toll in only(coded("a", both)).tolls] == [4]


def test_one_wire_story_on_two_sites_is_not_corroborated() -> None:
    found = only(*(coded(page, an_event(page), agency="Sahel Wire") for page in "ab"))
    assert (found.status, found.reason) == ("reported", "one voice, Sahel Wire")


def test_two_speakers_through_two_outlets_corroborate() -> None:
    found = only(coded("a", an_event("1", a_source("medics"))), coded("b", an_event("2", a_source("traders"))))
    assert (found.status, found.reason) == ("corroborated", "2 independent voices: medics, traders")


def test_speakers_who_are_not_independent_are_named_and_count_as_one() -> None:
    fourteen = (a_count(14, 14),)
    found = only(
        coded(
            "a", an_event("1", a_source("medics"), counts=fourteen), an_event("2", a_source("mayor"), counts=fourteen)
        )
    )
    assert found.status == "reported"
    assert found.reason == "2 speakers who are not independent count as one voice: mayor, medics"


def test_who_is_blamed_and_says_so_acknowledges() -> None:
    found = only(coded("a", an_event("1", a_source("spokesman for the Azmar army"), agents=ARMY)))
    assert found.status == "acknowledged"
    assert "spokesman for the Azmar army" in found.reason


@pytest.mark.parametrize("kind", ["capture", "armed_clash"])
def test_to_say_that_one_took_a_town_or_fought_is_a_claim_and_no_admission(kind: str) -> None:
    event = an_event("1", a_source("Azmar army"), type=kind, agents=ARMY)
    assert only(coded("a", event)).status == "reported"


def test_the_army_of_a_page_is_not_the_arakan_army() -> None:
    event = an_event("1", a_source("army"), agents=(an_agent("Arakan Army", "arakan-army"),))
    assert only(coded("a", event)).status == "reported"


def test_the_type_is_one_that_says_what_was_done() -> None:
    fourteen = (a_count(14, 14),)
    told = [("a", "attack"), ("b", "attack"), ("c", "shelling")]
    assert only(*(coded(p, an_event(p, type=kind, counts=fourteen)) for p, kind in told)).type == "shelling"


def test_what_one_page_tells_apart_stays_apart_though_another_page_is_like_both() -> None:
    mayor = a_source("mayor")
    two = coded("a", an_event("1", mayor, counts=(a_count(4, 4),)), an_event("2", mayor, counts=(a_count(7, 7),)))
    found = incidents([two, coded("b", an_event("3", counts=(a_count(7, 7),)))])
    assert sorted(ids(found), key=sorted) == [{"1"}, {"2", "3"}]


def test_two_sides_on_one_page_meet_by_way_of_another_page() -> None:
    sides = coded("a", an_event("1", a_source("army")), an_event("2", a_source("rebels")))
    assert len(incidents([sides])) == 2
    assert len(incidents([sides, coded("b", an_event("3"))])) == 1


def test_a_chain_of_likenesses_never_joins_what_excludes_each_other() -> None:
    """A place is known to the first and the last alone; they lie in two countries."""
    figure = (a_count(14, 14),)
    here = an_event("1", counts=figure, agents=ARMY)
    nowhere = an_event("2", counts=figure, agents=ARMY, places=())
    there = an_event("3", counts=figure, agents=ARMY, places=(a_town("Juna", country="TD"),))
    found = incidents([coded("a", here), coded("b", nowhere), coded("c", there)])
    assert not any({"1", "3"} <= one for one in ids(found))
    assert len(found) == 2


def test_one_page_given_under_two_names_is_told_once() -> None:
    event = an_event("1")
    assert len(only(coded("a", event), coded("b", event)).tellings) == 1


places = st.sampled_from([(TAMRA,), (BIRAK,), (), (a_town("Juna", country="TD"),)])
sources = st.sampled_from([(), (a_source("mayor"),), (a_source("medics"),), (a_denier("army"),)])
agents = st.sampled_from([(), ARMY, (an_agent("gunmen"),)])
kinds = st.sampled_from(["shelling", "attack", "air_strike", "capture"])
figures = st.sampled_from([(), (a_count(4, 4),), (a_count(7, None),), (a_total(150),)])
days = st.integers(0, 2).map(lambda n: on(MONDAY + timedelta(days=n)))
pages = st.sampled_from("abcd")
parts = st.tuples(pages, sources, kinds, places, agents, figures, days, st.sampled_from(["occurred", "not"]))


@st.composite
def reports(draw: Any) -> list[Coded]:
    """Up to twelve events on up to four pages."""
    drawn = draw(st.lists(parts, max_size=12))
    by_page: dict[str, list[Any]] = {}
    for n, (page, said, kind, where, who, counts, day, modality) in enumerate(drawn):
        event = an_event(
            f"e{n:02}", *said, type=kind, places=where, agents=who, counts=counts, date=day, modality=modality
        )
        by_page.setdefault(page, []).append(event)
    return [coded(page, *events) for page, events in by_page.items()]


@settings(max_examples=150, deadline=None)
@given(reports(), st.randoms())
def test_the_order_of_the_reports_changes_nothing(given_reports: list[Coded], chance: Any) -> None:
    shuffled = list(given_reports)
    chance.shuffle(shuffled)
    assert incidents(shuffled) == incidents(given_reports)


@settings(deadline=None)
@given(reports())
def test_every_telling_is_in_one_incident_at_most_and_each_has_somebody_behind_it(given_reports: list[Coded]) -> None:
    found = incidents(given_reports)
    told = [telling.event.id for incident in found for telling in incident.tellings]
    assert len(told) == len(set(told))
    assert all(any(not telling.denies for telling in incident.tellings) for incident in found)
    assert all(incident.status != "denied" for incident in found)


@settings(deadline=None)
@given(reports())
def test_a_page_on_another_war_changes_no_incident(given_reports: list[Coded]) -> None:
    elsewhere = coded("z", an_event("zz", places=(a_town("Anan", 48.0, 30.0, "UA"),), date=on(TUESDAY)))
    before = incidents(given_reports)
    after = incidents([elsewhere, *given_reports])
    assert [one for one in after if "zz" not in one.tellings[0].event.id] == list(before)


@settings(deadline=None)
@given(reports())
def test_likenesses_are_only_between_tellings_of_the_incident(given_reports: list[Coded]) -> None:
    for incident in incidents(given_reports):
        held = {telling.event.id for telling in incident.tellings}
        assert all({link.one, link.other} <= held for link in incident.likenesses)
        assert len(incident.tellings) == 1 or incident.likenesses
