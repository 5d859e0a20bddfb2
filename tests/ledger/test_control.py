"""Who holds a place: only what occurred to it as a whole changes that."""

from dataclasses import replace

import pytest

from dateline.ledger.control import FRESH
from ledger_made import (
    ARMY,
    GOVERNMENT,
    GUNMEN,
    JNIM,
    VOLUNTEERS,
    day,
    denies,
    event,
    held_by,
    holders,
    kara,
    ledger,
    on,
    report,
    says,
    town,
)


# ---- captures ------------------------------------------------------------------------------------
def test_a_captured_town_is_held_by_the_side_of_its_captor_since_that_day() -> None:
    holding = kara(report("a", event("1", when=on(3))))
    assert (holding.standing, holders(holding)) == ("held", [GOVERNMENT])
    assert holding.since is not None
    assert (holding.since.start, holding.since.end) == (day(3), day(3))


def test_the_actors_stay_as_said_beside_their_side() -> None:
    (side,) = kara(report("a", event("1", by=(ARMY, VOLUNTEERS), when=on(3)))).holders
    assert (side.name, side.said) == (GOVERNMENT, ("Volunteers for the Defence of the Homeland", "army"))


def test_about_a_day_is_shown_as_its_days() -> None:
    holding = kara(report("a", event("1", when=on(19, 21, precision="span"))))
    assert holding.since is not None
    assert (holding.since.start, holding.since.end) == (day(19), day(21))


@pytest.mark.parametrize("modality", ["planned", "possible", "not"])
def test_what_has_not_occurred_changes_nothing(modality: str) -> None:
    coming = event("2", by=(JNIM,), when=on(9), modality=modality)
    taken = event("1", when=on(3))
    found = ledger(report("a", taken), report("b", coming))
    assert [holders(holding) for holding in found.holdings] == [[GOVERNMENT]]
    assert [aside.statement.event for aside in found.asides] == ["2"]


def test_a_place_that_is_closer_to_capture_is_not_captured() -> None:
    near = event("1", at=town("Solo"), when=on(9), modality="possible", words="capturing")
    found = ledger(report("a", near))
    assert found.holdings == ()
    assert [aside.reason for aside in found.asides] == ["it is near, expected or feared, and has not happened"]


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"extent": "area"}, "it is told of an area, which says nothing of the towns in it"),
        ({"behind": "the airport in"}, "it is told of something in or near the place, not of the place itself"),
        ({"at": town(precision="province")}, "the place is larger than a town"),
        ({"at": town(precision="area")}, "it is told of something near the place, or of a region"),
        ({"at": town(precision="country")}, "the place is larger than a town"),
        ({"background": True, "when": None}, "it is told as past, without a day"),
        ({"extent": None, "behind": "much else and after a long march of many days also"},
         "it is not told that the place itself was taken or left"),
        ({"type": "withdrawal", "words": "handed", "behind": "over weapons in", "by": (JNIM,)},
         "arms were given up, not a place"),
        ({"type": "withdrawal", "words": "left", "extent": "part"}, "only a part of the place was left"),
    ],
)  # fmt: skip
def test_what_is_not_the_town_itself_stands_aside_with_the_reason(known: dict[str, object], reason: str) -> None:
    found = ledger(report("a", event("1", **{"when": on(3), **known})))  # type: ignore[arg-type]
    assert found.holdings == ()
    assert [aside.reason for aside in found.asides] == [reason]


def test_a_part_makes_a_town_contested() -> None:
    taken = report("a", event("1", when=on(3)))
    part = report("b", event("2", by=(JNIM,), extent="part", when=on(9)))
    holding = kara(taken, part)
    assert (holding.standing, holders(holding)) == ("contested", ["JNIM", GOVERNMENT])


def test_to_enter_a_town_is_not_to_hold_it() -> None:
    taken = report("a", event("1", when=on(3)))
    raid = report("b", event("2", by=(JNIM,), words="entered", when=on(9)))
    assert kara(taken, raid).standing == "contested"


def test_to_gain_control_is_to_hold() -> None:
    gained = event("1", by=(JNIM,), words="gained", behind="full control of", when=on(3))
    assert holders(kara(report("a", gained))) == ["JNIM"]


def test_a_part_of_a_town_by_its_name_is_a_part() -> None:
    eastern = town("eastern Kara", geonameid=town().geonameid, precision="area")
    holding = kara(report("a", event("1", when=on(3))), report("b", event("2", by=(JNIM,), at=eastern, when=on(9))))
    assert holding.standing == "contested"


def test_he_and_fighters_hold_nothing() -> None:
    him = replace(GUNMEN, name="him", kind=None)
    holding = kara(report("a", event("1", by=(GUNMEN, him), when=on(3))))
    assert (holding.standing, holding.holders) == ("unknown", ())
    assert [move.kind for move in holding.moves] == ["captured"]


def test_a_capture_by_nobody_named_leaves_the_holder() -> None:
    named, unnamed = report("a", event("1", when=on(3))), report("b", event("2", by=(), when=on(9)))
    assert holders(kara(named, unnamed)) == [GOVERNMENT]


def test_whoever_is_driven_out_holds_it_no_more_though_nobody_says_by_whom() -> None:
    first = report("a", event("1", by=(JNIM,), when=on(3)))
    second = report("b", event("2", by=(), targets=(JNIM,), when=on(9)))
    assert (kara(first, second).standing, holders(kara(first, second))) == ("left", [])


# ---- leaving, sieges -------------------------------------------------------------------------------
def test_a_place_that_was_left_is_held_by_nobody_known() -> None:
    left = event("2", "withdrawal", words="left", behind="", when=on(9))
    holding = kara(report("a", event("1", when=on(3))), report("b", left))
    assert (holding.standing, holders(holding)) == ("left", [])
    assert [side.name for side in holding.moves[-1].sides] == [GOVERNMENT]


def test_a_place_that_was_left_and_entered_is_held_by_whoever_took_it() -> None:
    left = event("1", "withdrawal", by=(JNIM,), words="left", behind="", when=on(9))
    assert holders(kara(report("a", left, event("2", when=on(9))))) == [GOVERNMENT]


def test_who_leaves_a_place_that_another_holds_changes_nothing() -> None:
    left = event("2", "withdrawal", by=(JNIM,), words="left", behind="", when=on(9))
    assert holders(kara(report("a", event("1", when=on(3))), report("b", left))) == [GOVERNMENT]


def test_a_place_handed_over_is_told_as_such() -> None:
    given = event("1", "withdrawal", by=(JNIM,), words="handed over", behind="the town of", when=on(9))
    assert [move.kind for move in kara(report("a", given)).moves] == ["handed over"]


def test_a_siege_ends_with_the_capture_and_changes_no_holder_before() -> None:
    held = report("a", event("1", when=on(3)))
    siege = report("b", event("2", "siege", by=(JNIM,), words="besieged", extent=None, when=on(5)))
    fall = report("c", event("3", by=(JNIM,), when=on(9)))
    before, after = kara(held, siege), kara(held, siege, fall)
    assert (holders(before), [side.name for side in before.besiegers]) == ([GOVERNMENT], ["JNIM"])
    assert (holders(after), after.besiegers) == (["JNIM"], ())


# ---- denials ---------------------------------------------------------------------------------------
def test_a_denied_only_claim_changes_nothing() -> None:
    denied = event("1", by=(JNIM,), when=on(9), sources=(denies("mayor"),))
    assert (kara(report("b", denied)).standing, kara(report("b", denied)).holders) == ("unknown", ())
    held = kara(report("a", event("0", when=on(3))), report("b", denied, published=9))
    assert (held.standing, holders(held)) == ("held", [GOVERNMENT])


def test_a_disputed_capture_is_shown_as_disputed_beside_the_holder_before() -> None:
    before = report("a", event("1", by=(JNIM,), when=on(1)))
    taken = event("2", when=on(9), sources=(says("army"),))
    denial = event("3", when=on(9), sources=(denies("JNIM"),))
    holding = kara(before, report("b", taken, denial))
    assert (holding.standing, set(holders(holding))) == ("disputed", {GOVERNMENT, "JNIM"})
    assert [voice.speaker for one in holding.moves[-1].statements for voice in one.denials] == ["JNIM"]


def test_a_denial_of_a_later_day_disputes_the_capture_from_that_day_on() -> None:
    taken = report("a", event("1", when=on(3), sources=(says("residents"),)), published=4)
    denial = report("b", event("2", when=None, sources=(denies("JNIM"),)), published=8)
    assert kara(taken, denial, at=7).standing == "held"
    assert kara(taken, denial, at=8).standing == "disputed"


def test_a_denial_a_year_later_does_not_undo_a_capture() -> None:
    taken = report("a", event("1", when=on(3)))
    denial = report("b", event("2", when=None, sources=(denies("JNIM"),)), published=400)
    assert kara(taken, denial).standing == "held"


def test_a_denial_of_another_sides_capture_disputes_nothing() -> None:
    taken = report("a", event("1", when=on(3)))
    denial = report("b", event("2", by=(JNIM,), sources=(denies("JNIM"),)), published=8)
    assert kara(taken, denial).standing == "held"


def test_whoever_denies_having_left_has_a_claim_again() -> None:
    left = report("a", event("1", "withdrawal", by=(JNIM,), words="left", behind="", when=on(3)))
    denial = report("b", event("2", "withdrawal", by=(JNIM,), words="left", sources=(denies("JNIM"),)), published=8)
    holding = kara(left, denial)
    assert (holding.standing, holders(holding)) == ("disputed", ["JNIM"])


# ---- what is only said to be held ------------------------------------------------------------------
def test_rebel_held_is_an_entry_of_the_reports_day() -> None:
    relation = held_by("r", JNIM, town(), "JNIM controls Kara.")
    (move,) = kara(report("a", published=5, relations=(relation,))).moves
    assert (move.kind, move.when and (move.when.start, move.when.precision)) == ("held", (day(5), "report"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The JNIM held areas of Kara were shelled.",
        "The JNIM-held west of Kara is calm.",
        "Most of Kara is held by JNIM.",
    ],
)
def test_who_holds_a_part_has_a_share(sentence: str) -> None:
    relation = held_by("r", JNIM, town(), sentence)
    holding = kara(report("a", published=5, relations=(relation,)))
    assert (holding.standing, [move.kind for move in holding.moves]) == ("held in part", ["held in part"])


def test_a_former_stronghold_is_held_no_more() -> None:
    relation = held_by("r", JNIM, town(), "The former JNIM stronghold of Kara was calm.")
    assert ledger(report("a", published=5, relations=(relation,))).holdings == ()


def test_a_province_is_not_a_town_that_is_held() -> None:
    relation = held_by("r", JNIM, town(precision="province"), "JNIM controls Kara.")
    assert ledger(report("a", published=5, relations=(relation,))).holdings == ()


def test_two_holders_within_a_month_stand_side_by_side() -> None:
    taken = report("a", event("1", when=on(3)))
    relation = held_by("r", JNIM, town(), "JNIM controls Kara.")
    holding = kara(taken, report("b", published=9, relations=(relation,)))
    assert (holding.standing, set(holders(holding))) == ("disputed", {GOVERNMENT, "JNIM"})


def test_a_holder_named_after_more_than_a_month_is_the_holder() -> None:
    taken = report("a", event("1", when=on(3)))
    relation = held_by("r", JNIM, town(), "JNIM controls Kara.")
    holding = kara(taken, report("b", published=4 + FRESH, relations=(relation,)))
    assert (holding.standing, holders(holding)) == ("held", ["JNIM"])
