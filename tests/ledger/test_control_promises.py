"""What holds of every ledger of control, whatever its entries: their order, copies and any day replayed."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from dateline.ledger.control import control, ordered, settle
from dateline.model.ledger import Control, Move, MoveKind, Side, Spot, When
from ledger_made import JNIM, day, denies, event, kara, ledger, on, report


def test_a_copy_of_a_report_adds_no_entry() -> None:
    one = report("a", event("1", when=on(3)))
    again = replace(one, report=replace(one.report, page="b"))
    assert kara(one, again) == kara(one)


def test_the_order_of_reports_is_of_no_account() -> None:
    told = [
        report("a", event("1", when=on(3)), published=4),
        report("b", event("2", by=(JNIM,), when=on(9)), published=9),
        report("c", event("3", when=None, by=(JNIM,), sources=(denies("mayor"),)), published=12),
    ]
    assert len({repr(ledger(*some)) for some in permutations(told)}) == 1


KINDS: tuple[MoveKind, ...] = (
    "captured", "entered", "contested", "lost", "handed over", "besieged", "held", "held in part", "capture denied",
    "loss denied",
)  # fmt: skip
SIDES = tuple(Side(key=name, name=name) for name in ("north", "south", "rebels:BF"))


def _when(start: int, length: int) -> When:
    return When(start=day(start), end=day(start + length), precision="day")


entries = st.lists(
    st.builds(
        Move,
        id=st.uuids().map(str),
        incident=st.just("i"),
        spot=st.sampled_from((Spot(key="kara", name="Kara"), Spot(key="solo", name="Solo"))),
        kind=st.sampled_from(KINDS),
        when=st.none() | st.builds(_when, st.integers(1, 90), st.integers(0, 9)),
        sides=st.lists(st.sampled_from(SIDES), max_size=2, unique=True).map(tuple),
        from_sides=st.lists(st.sampled_from(SIDES), max_size=1).map(tuple),
        status=st.sampled_from(("reported", "disputed")),
    ),
    max_size=9,
    unique_by=lambda move: move.id,
)


@given(entries, st.integers(1, 90))
def test_the_ledger_of_a_day_is_the_ledger_of_the_entries_up_to_it(found: list[Move], number: int) -> None:
    at = day(number)
    begun = [move for move in found if move.when is not None and move.when.start <= at]
    assert control(found, at=at) == control(begun, at=at)
    assert _states(control(found, at=at)) == _states(control(begun))


@given(entries)
def test_a_ledger_does_not_depend_on_the_order_of_its_entries(found: list[Move]) -> None:
    assert control(found) == control(list(reversed(found)))


@given(entries)
def test_denials_and_what_has_no_day_make_no_holder(found: list[Move]) -> None:
    denied = [replace(move, kind="capture denied") for move in found]
    undated = [replace(move, when=None) for move in found]
    assert {holding.holders for holding in (*control(denied).holdings, *control(undated).holdings)} <= {()}


@given(entries)
def test_nobody_holds_a_place_who_is_not_told_of_it(found: list[Move]) -> None:
    for holding in control(found).holdings:
        told = {side.key for move in holding.moves for side in (*move.sides, *move.from_sides)}
        assert {side.key for side in (*holding.holders, *holding.besiegers)} <= told


@given(entries)
def test_a_place_is_held_where_and_only_where_it_has_holders(found: list[Move]) -> None:
    for holding in control(found).holdings:
        assert (holding.standing in ("left", "unknown")) == (holding.holders == ())


@given(entries)
def test_a_second_telling_of_the_same_entry_changes_no_holder(found: list[Move]) -> None:
    once = [move for move in found if move.spot.key == "kara"]
    for move in ordered(once)[-1:]:
        again = replace(move, id=f"{move.id}-again")
        assert {s.key for s in settle(ordered([*once, again])).holders} == {
            s.key for s in settle(ordered(once)).holders
        }


def _states(found: Control) -> dict[str, tuple[str, tuple[Side, ...]]]:
    return {holding.spot.key: (holding.standing, holding.holders) for holding in found.holdings}
