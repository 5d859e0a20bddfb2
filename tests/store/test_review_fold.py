"""Where a review stands follows from the log alone, and nobody's word takes the place of another's."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.review import NOBODY, Review
from dateline.store.log import Kind, Logged
from dateline.store.review_fold import fold, undone_by


def log_of(*said: tuple[str, Kind, dict[str, Any]], event: str = "e") -> list[Logged]:
    """Entries about one event, numbered from 1."""
    blank = {"event": event, "note": None, "codes": None, "upon": []}
    return [
        Logged(
            number=number,
            at=f"2026-01-01T00:00:{number % 60:02}+00:00",
            by=by,
            kind=kind,
            about=(event,),
            record=blank | record,
            previous="",
            hash="",
        )
        for number, (by, kind, record) in enumerate(said, 1)
    ]


def standing_of(*said: tuple[str, Kind, dict[str, Any]]) -> Review:
    logged = log_of(*said)
    return fold(logged, undone_by(logged)).get("e", NOBODY)


def put(slot: str, value: object) -> dict[str, Any]:
    return {"slot": slot, "value": value}


def test_what_nobody_judged_is_unreviewed() -> None:
    assert NOBODY.standing == "unreviewed"
    assert standing_of(("Amna", "commented", {"note": "hm"})).standing == "unreviewed"


def test_a_later_judgement_by_the_same_person_takes_the_place_of_their_own() -> None:
    found = standing_of(("Amna", "rejected", {}), ("Amna", "accepted", {}))
    assert (found.standing, found.rejected) == ("accepted", False)
    found = standing_of(("Amna", "corrected", put("type", "shelling")), ("Amna", "corrected", put("type", "attack")))
    assert [value.value for value in found.corrections.values()] == ["attack"]


def test_two_who_differ_on_whether_it_happened_are_in_conflict_and_it_stands_as_coded() -> None:
    found = standing_of(("Amna", "rejected", {}), ("Idris", "corrected", put("type", "attack")))
    assert (found.standing, found.rejected, found.corrections) == ("conflict", False, {})
    assert [conflict.slot for conflict in found.conflicts] == [None]


def test_two_who_differ_on_a_slot_are_in_conflict_on_it_alone() -> None:
    found = standing_of(
        ("Amna", "corrected", put("type", "attack")),
        ("Idris", "corrected", put("type", "shelling")),
        ("Idris", "corrected", put("modality", "planned")),
    )
    assert [conflict.slot for conflict in found.conflicts] == ["type"]
    assert list(found.corrections) == ["modality"]
    assert [name for name, _ in found.conflicts[0].sides] == ["Amna", "Idris"]


def test_two_who_correct_alike_agree() -> None:
    found = standing_of(*((who, "corrected", put("type", "attack")) for who in ("Amna", "Idris")))
    assert found.standing == "corrected"


def test_who_accepts_agrees_with_the_corrections_that_stood_and_with_no_later_one() -> None:
    upon = standing_of(("Amna", "corrected", put("type", "attack")), ("Idris", "accepted", {"upon": [1]}))
    assert (upon.standing, upon.corrections["type"].value) == ("corrected", "attack")
    before = standing_of(("Idris", "accepted", {}), ("Amna", "corrected", put("type", "attack")))
    assert (before.standing, before.corrections) == ("conflict", {})


def test_what_was_accepted_stays_accepted_when_who_corrected_it_takes_it_back() -> None:
    found = standing_of(
        ("Amna", "corrected", put("type", "attack")),
        ("Idris", "accepted", {"upon": [1]}),
        ("Amna", "undone", {"number": 1}),
    )
    assert found.corrections["type"].value == "attack"
    assert list(found.opinions) == ["Idris"]


def test_an_admin_settles_whose_word_holds() -> None:
    differ = (("Amna", "rejected", {}), ("Idris", "accepted", {}))
    assert standing_of(*differ, ("Noor", "settled", {"slot": None, "for": "Amna"})).standing == "rejected"
    assert standing_of(*differ, ("Noor", "settled", {"slot": None, "for": "Idris"})).standing == "accepted"
    types = (("Amna", "corrected", put("type", "attack")), ("Idris", "corrected", put("type", "riot")))
    found = standing_of(*types, ("Noor", "settled", {"slot": "type", "for": "Amna"}))
    assert (found.standing, found.corrections["type"].value) == ("corrected", "attack")


def test_a_dispute_is_over_when_who_marked_it_decides() -> None:
    assert standing_of(("Amna", "disputed", {})).disputed_by == ("Amna",)
    assert standing_of(("Amna", "disputed", {}), ("Idris", "accepted", {})).disputed_by == ("Amna",)
    assert standing_of(("Amna", "disputed", {}), ("Amna", "accepted", {})).disputed_by == ()


def test_what_was_said_of_an_event_that_is_gone_holds_for_the_one_that_stands_for_it() -> None:
    logged = log_of(
        ("Amna", "rejected", {}),
        ("Amna", "commented", {"note": "a plan"}),
        ("dateline", "carried", {"to": "f"}),
    )
    found = fold(logged)
    assert list(found) == ["f"]
    assert (found["f"].standing, found["f"].notes[0].note) == ("rejected", "a plan")


SAYINGS = st.tuples(
    st.sampled_from(("Amna", "Idris", "Noor")),
    st.one_of(
        st.sampled_from((("accepted", {}), ("rejected", {}), ("disputed", {}), ("commented", {"note": "x"}))),
        st.tuples(
            st.just("corrected"),
            st.builds(put, st.sampled_from(("type", "date")), st.sampled_from(("one", "two"))),
        ),
    ),
)


@given(st.lists(SAYINGS, max_size=12))
def test_undoing_all_leaves_nothing_said(said: list[tuple[str, tuple[Kind, dict[str, Any]]]]) -> None:
    entries = [(by, kind, record) for by, (kind, record) in said]
    undone = [("Noor", "undone", {"number": number}) for number in range(1, len(entries) + 1)]
    assert standing_of(*entries, *undone) == NOBODY


@given(st.lists(SAYINGS, max_size=12), SAYINGS)
def test_undoing_the_last_word_leaves_what_stood_before_it(
    said: list[tuple[str, tuple[Kind, dict[str, Any]]]], last: tuple[str, tuple[Kind, dict[str, Any]]]
) -> None:
    before = [(by, kind, record) for by, (kind, record) in said]
    added = (last[0], *last[1])
    assert standing_of(*before, added, (last[0], "undone", {"number": len(before) + 1})) == standing_of(*before)


@given(st.lists(SAYINGS, max_size=12))
def test_nobodys_word_is_lost_and_whatever_is_differed_on_stands_as_coded(
    said: list[tuple[str, tuple[Kind, dict[str, Any]]]],
) -> None:
    found = standing_of(*((by, kind, record) for by, (kind, record) in said))
    judged = {by for by, (kind, _) in said if kind in ("accepted", "rejected", "corrected")}
    assert set(found.opinions) == judged
    assert not {conflict.slot for conflict in found.conflicts} & set(found.corrections)
    assert (found.standing == "conflict") == bool(found.conflicts)
    if found.rejected:
        assert all(one.rejects for one in found.opinions.values())


@given(st.lists(SAYINGS, max_size=8), st.sampled_from(("Amna", "Idris", "Noor")))
def test_a_conflict_that_is_settled_is_none_any_more(
    said: list[tuple[str, tuple[Kind, dict[str, Any]]]], whose: str
) -> None:
    entries = [(by, kind, record) for by, (kind, record) in said]
    found = standing_of(*entries)
    for conflict in found.conflicts:
        names = [name for name, _ in conflict.sides]
        winner = whose if whose in names else names[0]
        settled = ("Noor", "settled", {"slot": conflict.slot, "for": winner})
        after = standing_of(*entries, settled)
        assert conflict.slot not in {one.slot for one in after.conflicts}
