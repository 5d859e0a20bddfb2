"""The sample pages, coded from bytes to lines and kept."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from dateline.ingest.pages import pages
from dateline.ledger.control import control
from dateline.ledger.moves import moves
from dateline.ledger.sums import casualties, displacement
from dateline.merge.incidents import incidents
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.pipeline import Coder
from dateline.publish.lines import jsonl
from dateline.store.store import Store

SAMPLES = sorted((Path(__file__).parent.parent / "examples" / "pages").iterdir())


@pytest.fixture(scope="module")
def samples() -> list[tuple[Page, Coded]]:
    """The pages, each with what was coded from it."""
    found = [page for page in pages([str(path) for path in SAMPLES], None) if isinstance(page, Page)]
    return list(zip(found, Coder().code_many(found), strict=True))


def test_every_sample_page_is_coded_and_reports_something(samples: list[tuple[Page, Coded]]) -> None:
    assert len(samples) >= 9
    assert [page.name for page, coded in samples if coded.report.status != "coded" or not coded.events] == []


def test_every_line_of_the_sample_pages_keeps_the_contract(
    samples: list[tuple[Page, Coded]], faults_of: Callable[[Iterable[str]], list[str]]
) -> None:
    assert {page.name: faults for page, coded in samples if (faults := faults_of(jsonl(coded)))} == {}


def test_no_two_records_share_an_id(samples: list[tuple[Page, Coded]]) -> None:
    ids = [record.id for _, coded in samples for record in (*coded.events, *coded.relations)]
    assert len(set(ids)) == len(ids)


def test_two_outlets_on_the_fall_of_a_town_are_one_incident_and_its_denial_disputes_it(
    samples: list[tuple[Page, Coded]],
) -> None:
    found = [one for one in incidents(coded for _, coded in samples) if one.type == "capture"]
    (fall,) = [one for one in found if any("myanmar" in telling.page for telling in one.tellings)]
    assert {Path(telling.page).stem for telling in fall.tellings} == {"myanmar-town-falls-a", "myanmar-town-falls-b"}
    assert fall.status == "disputed"
    assert any(telling.voices and telling.denials for telling in fall.tellings)


def test_a_raid_that_the_accused_denies_is_disputed_and_its_denial_no_incident(
    samples: list[tuple[Page, Coded]],
) -> None:
    (coded,) = [coded for page, coded in samples if "syria-denied" in page.name]
    (raid,) = [one for one in incidents([coded]) if one.type == "air_strike"]
    assert raid.status == "disputed"
    assert [telling.denies for telling in raid.tellings].count(False) == 1


def test_no_campaigns_total_is_an_incident(samples: list[tuple[Page, Coded]]) -> None:
    counts = [
        telling.event.claim.counts for one in incidents(coded for _, coded in samples) for telling in one.tellings
    ]
    assert [some for some in counts if some and all(count.scope == "total" for count in some)] == []


def test_the_sample_pages_are_kept_and_come_back_whole(samples: list[tuple[Page, Coded]], tmp_path: Path) -> None:
    with Store.open(tmp_path / "dateline.db") as store:
        assert all(store.add(page, coded) for page, coded in samples)
        kept = {coded.report.id: store.coded(coded.report.id) for _, coded in samples}
    copies = [one for one in kept.values() if one and one.report.status == "copy"]
    assert [Path(one.report.page).stem for one in copies] == ["burkina-town-taken-b"]
    assert [coded for _, coded in samples if kept[coded.report.id] not in (coded, *copies)] == []


def test_a_page_is_coded_the_same_alone_as_among_others(samples: list[tuple[Page, Coded]]) -> None:
    page, among_others = samples[-1]
    assert Coder().code(page) == among_others


def test_the_worked_examples_of_the_documentation_are_what_is_coded(samples: list[tuple[Page, Coded]]) -> None:
    (coded,) = [coded for page, coded in samples if "syria-denied" in page.name]
    by_trigger = {event.claim.trigger.text: event for event in coded.events}
    denial, raid, fall = (by_trigger[word] for word in ("bombed", "struck", "fall"))
    assert [(s.name, s.stance) for s in denial.claim.sources] == [("Syria's army", "denies")]
    assert ([a.name for a in denial.agents], [p.name for p in denial.places]) == (["army"], ["Tadef"])
    assert not denial.claim.asserted
    assert [(a.name, a.basis, list(a.alleged_by)) for a in raid.agents] == [
        ("Russia", "alleged", ["Opposition activists"])
    ]
    assert [t.name for t in raid.targets] == ["hospital", "nurse", "patients"]
    assert [(c.kind, c.who, c.low, c.high) for c in raid.claim.counts] == [
        ("killed", "nurse", 1, 1),
        ("injured", "patients", 5, 5),
    ]
    assert {str(event.date.start) for event in (denial, raid) if event.date} == {"2021-10-12"}
    assert (fall.claim.type, fall.claim.modality) == ("capture", "possible")
    assert [p.name for p in fall.places] == ["al-Rai"]
    assert [s.name for s in fall.claim.sources] == ["field commander"]


@pytest.fixture(scope="module")
def burkina(samples: list[tuple[Page, Coded]]) -> list[Coded]:
    """The pages on a town that is taken, told again and denied, and on another that is not."""
    return [coded for page, coded in samples if "burkina" in page.name]


def _held(coded: list[Coded], at: str) -> dict[str, tuple[str, list[str]]]:
    entries, _ = moves(incidents(coded), coded)
    found = control(entries, at=date.fromisoformat(at))
    return {one.spot.name: (one.standing, [side.name for side in one.holders]) for one in found.holdings}


def test_a_town_is_held_from_about_its_capture_on_and_disputed_from_the_denial_on(burkina: list[Coded]) -> None:
    assert _held(burkina, "2021-08-18") == {}
    assert _held(burkina, "2021-08-22") == {"Titao": ("held", ["government of Burkina Faso"])}
    assert _held(burkina, "2021-08-24")["Titao"] == ("disputed", ["government of Burkina Faso"])


def test_the_wire_story_on_a_second_site_adds_no_entry(burkina: list[Coded]) -> None:
    once = [coded for coded in burkina if "taken-b" not in coded.report.page]
    (all_,), (alone,) = (
        [one for one in control(moves(incidents(some), some)[0]).holdings if one.spot.name == "Titao"]
        for some in (burkina, once)
    )
    assert [move.kind for move in all_.moves] == [move.kind for move in alone.moves]
    assert all_.moves[0].status == "reported"


def test_a_town_that_is_only_closer_to_capture_stays_with_its_holder(burkina: list[Coded]) -> None:
    assert _held(burkina, "2021-09-30")["Solenzo"] == ("held", ["JNIM"])
    _, asides = moves(incidents(burkina), burkina)
    assert "it is near, expected or feared, and has not happened" in {
        aside.reason for aside in asides if aside.spots[0].name == "Solenzo"
    }


def test_a_capture_that_is_only_denied_gives_the_village_no_holder(burkina: list[Coded]) -> None:
    assert _held(burkina, "2021-09-30")["Gomboro"] == ("unknown", [])


def test_the_sums_of_the_sample_pages_count_the_wire_story_once(burkina: list[Coded]) -> None:
    found = casualties(incidents(burkina), burkina, "month")
    dead = {tally.of: tally.range.low for tally in found.all.tallies if tally.kind == "killed"}
    assert (dead["all"], dead["women"], dead["children"]) == (17, 2, 1)
    assert [total.low for total in found.totals] == [2000]
    moved = displacement(incidents(burkina), burkina, "month").all.tallies
    assert {(one.kind, one.unit): one.range.low for one in moved} == {
        ("displaced", "household"): 400,
        ("returned", "person"): 1200,
    }
