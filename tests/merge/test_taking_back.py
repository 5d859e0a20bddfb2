"""Sources that take back what they said, and pages that drop it."""

from typing import Any

import pytest
from made import a_count, a_denier, a_source, a_town, an_agent, an_event, coded

from dateline.merge.dropped import dropped, is_still_told, with_dropped
from dateline.merge.incidents import incident_of, incidents
from dateline.merge.stamps import is_later
from dateline.model.event import Coded, Event
from dateline.model.incident import Incident

ARMY = (an_agent("Azmar army", "azmar-army"),)


def only(*reports: Coded) -> Incident:
    (found,) = incidents(reports)
    return found


def on_day(page: str, day: int, *events: Event, **known: Any) -> Coded:
    return coded(page, *events, published=f"2024-05-{day:02}", **known)


def test_a_source_that_later_denies_what_it_said_takes_it_back() -> None:
    found = only(
        on_day("a", 7, an_event("1", a_source("mayor"))),
        on_day("b", 9, an_event("2", a_denier("mayor"))),
    )
    assert found.status == "retracted"
    assert found.reason == "mayor, who said so by 2024-05-07, denies it by 2024-05-09"
    assert found.independent == ()


def test_a_denial_before_the_assertion_takes_nothing_back() -> None:
    found = only(
        on_day("a", 9, an_event("1", a_source("mayor"))),
        on_day("b", 7, an_event("2", a_denier("mayor"))),
    )
    assert found.status == "disputed"


def test_what_one_source_takes_back_another_may_still_say() -> None:
    found = only(
        on_day("a", 7, an_event("1", a_source("mayor"))),
        on_day("b", 9, an_event("2", a_denier("mayor"))),
        on_day("c", 8, an_event("3", a_source("medics"))),
    )
    assert found.status == "disputed"
    assert "one voice, medics" in found.reason
    assert "denied by" not in found.reason


@pytest.mark.parametrize("cue", ["retracted", "has withdrawn", "recants"])
def test_who_is_told_to_retract_it_takes_it_back(cue: str) -> None:
    found = only(
        coded("a", an_event("1", a_source("mayor"))),
        coded("b", an_event("2", a_denier("mayor", cue=cue))),
    )
    assert (found.status, found.reason) == ("retracted", "mayor takes back what it said")


def test_a_retraction_of_what_no_report_told_is_no_incident() -> None:
    assert incidents([coded("a", an_event("1", a_denier("mayor", cue="retracted")))]) == ()


# ---- newer versions -----------------------------------------------------------------------------
def version(page: str, *events: Event, text: str = "") -> Coded:
    return coded(page, *events, text=text, outlet="Nile Post")


def test_what_a_newer_version_no_longer_tells_is_taken_back_by_its_outlet() -> None:
    gone = list(dropped(version("old", an_event("1", a_source("medics"))), version("new")))
    (found,) = with_dropped((), gone)
    assert found.status == "retracted"
    assert found.reason == "the newer version of its page by Nile Post no longer tells it"
    assert found.tolls == ()


def test_a_dropped_claim_that_others_tell_stands_by_theirs() -> None:
    others = incidents([coded("b", an_event("2", a_source("mayor"), counts=(a_count(7, 7),)))])
    gone = dropped(version("old", an_event("1", a_source("medics"), counts=(a_count(9, 9),))), version("new"))
    (found,) = with_dropped(others, gone)
    assert found.id == others[0].id
    assert found.status == "reported"
    assert [voice.party for voice in found.independent] == ["mayor"]
    assert [(toll.low, toll.high) for toll in found.tolls] == [(7, 7)]


def test_a_new_figure_or_wording_drops_nothing() -> None:
    old = an_event("1", counts=(a_count(7, 7),))
    assert is_still_told(old, version("new", an_event("2", counts=(a_count(9, 9),))))
    assert is_still_told(old, version("new", text=old.claim.sentence.text))


def test_what_lies_elsewhere_does_not_stand_for_what_was_dropped() -> None:
    elsewhere = an_event("2", places=(a_town("Juna", 3.0, 40.0, "KE"),))
    assert not is_still_told(an_event("1"), version("new", elsewhere))


def test_background_and_plans_may_go_for_want_of_room() -> None:
    old = version("old", an_event("1", background=True), an_event("2", modality="planned"))
    assert list(dropped(old, version("new"))) == []


def test_tellings_that_stand_already_change_nothing() -> None:
    found = incidents([version("old", an_event("1"))])
    assert with_dropped(found, found[0].tellings) == found


def test_the_parties_and_days_of_what_was_dropped_do_not_count() -> None:
    (gone,) = dropped(version("old", an_event("1", agents=ARMY)), version("new"))
    stands = incidents([coded("b", an_event("2"))])[0].tellings
    found = incident_of((*stands, gone), ())
    assert found.agents == ()
    assert found.when is not None
    assert [one.event for one in found.when.supporting] == ["2"]


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2024-05-08", "2024-05-07", True),
        ("2024-05-07", "2024-05-07", False),
        ("2024-05-07T09:00", "2024-05-07T08:00", True),
        ("2024-05-07T09:00+02:00", "2024-05-07T08:00Z", False),
        ("2024-05-07T09:00", "2024-05-07", False),
        ("2024-05-07T09:00Z", "2024-05-07T08:00", False),
        (None, "2024-05-07", False),
        ("2024-05-08", None, False),
        ("soon", "2024-05-07", False),
    ],
)
def test_a_report_is_later_only_where_both_stamps_say_so(one: str | None, other: str | None, later: bool) -> None:
    assert is_later(one, other) == later


def test_a_monitor_that_is_taken_for_the_agent_acknowledges_nothing() -> None:
    monitor = (an_agent("Nile Watch"),)
    found = only(coded("a", an_event("1", a_source("Nile Watch", kind="aid or rights group"), agents=monitor)))
    assert found.status == "reported"
