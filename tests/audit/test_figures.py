"""What verdicts say of all events."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.audit.figures import figures
from dateline.model.audit import Answer, Audit, Judged, Plan, Slot, Stratum, Verdict


def an_audit(**strata: tuple[int, int]) -> Audit:
    """An audit of strata with (events, drawn)."""
    return Audit(
        id="a",
        plan=Plan(name="one", sample=4, seed=1, by="type"),
        drawn_by="Amna",
        drawn_at=datetime(2024, 5, 7, tzinfo=UTC),
        dateline="1",
        codebook="1",
        strata=tuple(Stratum(name=name, events=of, drawn=drawn) for name, (of, drawn) in strata.items()),
    )


def judged(number: int, type: str, *verdicts: dict[Slot, Answer]) -> Judged:
    said = tuple(Verdict(item=number, by=f"reviewer {n}", answers=one) for n, one in enumerate(verdicts))
    return Judged(item=number, type=type, stratum=type, verdicts=said)


def test_an_item_stands_for_the_events_of_its_stratum() -> None:
    items = [judged(1, "siege", {"record": "right"}), judged(2, "riot", {"record": "wrong"})]
    assert figures(an_audit(siege=(90, 1), riot=(10, 1)), items).slots["record"].share == pytest.approx(0.9)


def test_items_that_are_not_judged_yet_are_stood_for_by_the_others_of_their_stratum() -> None:
    items = [judged(1, "siege", {"record": "right"}), judged(2, "riot", {"record": "wrong"}), judged(3, "siege")]
    assert figures(an_audit(siege=(50, 2), riot=(50, 1)), items).slots["record"].share == pytest.approx(0.5)


def test_where_two_reviewers_differ_an_item_is_half_right() -> None:
    found = figures(an_audit(siege=(5, 1)), [judged(1, "siege", {"record": "right"}, {"record": "wrong"})])
    assert (found.slots["record"].share, found.slots["record"].judged) == (0.5, 1)


def test_a_slot_of_a_wrong_record_is_not_judged() -> None:
    items = [judged(1, "siege", {"record": "right", "agents": "right"}), judged(2, "siege", {"record": "wrong"})]
    found = figures(an_audit(siege=(2, 2)), items)
    assert (found.slots["agents"].share, found.slots["agents"].judged) == (1.0, 1)
    assert found.slots["record"].share == 0.5


def test_who_is_unsure_counts_neither_way() -> None:
    items = [judged(1, "siege", {"record": "right", "date": "unsure"}, {"record": "right", "date": "wrong"})]
    assert figures(an_audit(siege=(1, 1)), items).slots["date"].share == 0.0


def test_one_wrong_slot_makes_the_whole_wrong_whatever_is_unsure() -> None:
    one: dict[Slot, Answer] = {"record": "right", "date": "unsure", "agents": "wrong"}
    other: dict[Slot, Answer] = {"record": "right", "date": "unsure", "agents": "right"}
    found = figures(an_audit(siege=(2, 2)), [judged(1, "siege", one), judged(2, "siege", other)])
    assert (found.whole.share, found.whole.judged) == (0.0, 1)


def test_each_type_has_its_own_figures() -> None:
    items = [judged(1, "siege", {"record": "right"}), judged(2, "riot", {"record": "wrong"})]
    found = figures(an_audit(siege=(90, 1), riot=(10, 1)), items)
    assert {type: of["record"].share for type, of in found.types.items()} == {"siege": 1.0, "riot": 0.0}
    assert found.whole_types["riot"].share == 0.0


def test_agreement_is_told_slot_by_slot() -> None:
    items = [
        judged(1, "siege", {"record": "right", "date": "right"}, {"record": "right", "date": "wrong"}),
        judged(2, "siege", {"record": "wrong"}, {"record": "wrong"}),
    ]
    found = figures(an_audit(siege=(9, 2)), items)
    assert found.agreement["record"].alpha == 1.0
    assert (found.agreement["date"].same, found.agreement["date"].items) == (0.0, 1)
    assert found.judged == {"reviewer 0": 2, "reviewer 1": 2}


def test_an_audit_that_nobody_judged_says_nothing() -> None:
    found = figures(an_audit(siege=(9, 1)), [judged(1, "siege")])
    assert (found.slots["record"].share, found.types, found.judged) == (None, {}, {})


@settings(deadline=None)
@given(st.lists(st.booleans(), min_size=20, max_size=60), st.integers(0, 9))
def test_a_census_gives_the_very_share(right: list[bool], seed: int) -> None:
    """Where all events are drawn, the estimate is the truth, however they lie in strata."""
    types = ["siege" if (n * 7 + seed) % 3 else "riot" for n in range(len(right))]
    items = [
        judged(n, type, {"record": "right" if one else "wrong"})
        for n, (one, type) in enumerate(zip(right, types, strict=True))
    ]
    sizes = {type: (types.count(type), types.count(type)) for type in set(types)}
    assert figures(an_audit(**sizes), items).slots["record"].share == pytest.approx(sum(right) / len(right))
