"""The log is only added to, and whoever changes it is found out."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text, update

from dateline.model.errors import StoreError
from dateline.store.log import FIRST, Entry, Logged, append, check_chain, entries, judge, judgements
from dateline.store.store import Store
from dateline.store.tables import log


@pytest.fixture
def judged(store: Store) -> Store:
    """A split, a join that undoes it, and another split."""
    with store.connected(writes=True) as connection:
        judge(connection, same=False, some=["a"], others=["b", "c"], by="Amna", note="two markets")
        judge(connection, same=True, some=["a"], others=["b"], by="Idris")
        judge(connection, same=False, some=["x"], others=["y"], by="Amna")
    return store


def all_of(store: Store) -> list[Logged]:
    with store.connected() as connection:
        return list(entries(connection))


def faults(store: Store) -> list[str]:
    with store.connected() as connection:
        return check_chain(connection)


def carry(store: Store, event: str, to: str) -> None:
    with store.connected(writes=True) as connection:
        record = {"event": event, "to": to}
        append(connection, Entry(kind="carried", by="dateline", about=(event, to), record=record))


def force(store: Store, statement) -> None:
    """Writes to the log past its guards, as only somebody who owns the database can."""
    with store.connected(writes=True) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE log DISABLE TRIGGER USER"))
        else:
            for trigger in ("log_is_not_changed", "log_is_not_deleted", "log_is_in_order"):
                connection.execute(text(f"DROP TRIGGER IF EXISTS {trigger}"))
        connection.execute(statement)


def test_an_entry_says_who_judged_what_and_when(judged: Store) -> None:
    first = all_of(judged)[0]
    assert (first.number, first.by, first.kind, first.previous) == (1, "Amna", "different", FIRST)
    assert first.about == ("a", "b", "c")
    assert first.record == {"some": ["a"], "others": ["b", "c"], "note": "two markets"}
    assert abs((datetime.now(UTC) - datetime.fromisoformat(first.at)).total_seconds()) < 60


def test_each_entry_is_sealed_with_the_one_before(judged: Store) -> None:
    found = all_of(judged)
    assert [one.previous for one in found] == [FIRST, found[0].hash, found[1].hash]
    assert all(one.hash == one.seal for one in found)
    assert faults(judged) == []


def test_what_is_logged_about_an_event_is_found(judged: Store) -> None:
    with judged.connected() as connection:
        assert [one.number for one in entries(connection, about={"b"})] == [1, 2]
        assert list(entries(connection, about={"nobody"})) == []


def test_what_is_logged_of_a_kind_is_found(judged: Store) -> None:
    with judged.connected() as connection:
        assert [one.number for one in entries(connection, kinds=["same"])] == [2]


def test_judgements_come_in_pairs_the_earlier_first(judged: Store) -> None:
    with judged.connected() as connection:
        found = judgements(connection)
    assert [(one.one, one.other, one.same, one.by) for one in found] == [
        ("a", "b", False, "Amna"), ("a", "c", False, "Amna"), ("a", "b", True, "Idris"), ("x", "y", False, "Amna"),
    ]  # fmt: skip
    assert (found[0].note, found[2].note) == ("two markets", None)


@pytest.mark.parametrize(
    "statement",
    [
        update(log).where(log.c.number == 1).values(by="Nobody"),
        delete(log).where(log.c.number == 3),
        delete(log),
    ],
)
def test_the_database_refuses_to_change_or_delete_what_is_logged(judged: Store, statement) -> None:
    with pytest.raises(StoreError, match="only added to"), judged.connected(writes=True) as connection:
        connection.execute(statement)
    assert len(all_of(judged)) == 3


def test_an_entry_cannot_be_put_in_place_of_another(judged: Store) -> None:
    if judged._engine.dialect.name != "sqlite":
        pytest.skip("only SQLite replaces rows so")
    with pytest.raises(StoreError, match="only added to"), judged.connected(writes=True) as connection:
        connection.execute(insert(log).prefix_with("OR REPLACE").from_select(list(log.c), select(log).limit(1)))
    assert faults(judged) == []


@pytest.mark.parametrize(
    ("forced", "fault"),
    [
        (update(log).where(log.c.number == 2).values(by="Nobody"), "log entry 2: was changed"),
        (update(log).where(log.c.number == 2).values(record={"some": ["q"]}), "log entry 2: was changed"),
        (delete(log).where(log.c.number == 2), "log entry 3: stands where entry 2 should"),
        (delete(log).where(log.c.number == 1), "log entry 2: stands where entry 1 should"),
        (update(log).where(log.c.number == 2).values(previous="f" * 64), "log entry 2: does not follow"),
    ],
)
def test_a_log_changed_past_its_guards_is_found_out(judged: Store, forced, fault: str) -> None:
    force(judged, forced)
    assert any(line.startswith(fault) for line in faults(judged))


def test_an_entry_rewritten_with_its_hash_breaks_the_next(judged: Store) -> None:
    second = replace(all_of(judged)[1], by="Nobody")
    force(judged, update(log).where(log.c.number == 2).values(by="Nobody", hash=second.seal))
    assert faults(judged) == ["log entry 3: does not follow from the entry before it"]


def test_what_is_logged_goes_with_what_it_was_logged_for(store: Store) -> None:
    with pytest.raises(RuntimeError), store.connected(writes=True) as connection:
        judge(connection, same=True, some=["a"], others=["b"], by="Amna")
        raise RuntimeError("power cut")
    assert all_of(store) == []


def test_writers_at_once_do_not_fork_the_log(store: Store, address: str) -> None:
    def write(writer: int) -> None:
        with Store.open(address, create=False) as own:
            for number in range(8):
                with own.connected(writes=True) as connection:
                    judge(connection, same=True, some=[f"{writer}"], others=[f"{number}"], by=f"{writer}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert [one.number for one in all_of(store)] == list(range(1, 33))
    assert faults(store) == []


def test_a_judgement_goes_over_to_the_event_that_stands_for_one_that_is_gone(judged: Store) -> None:
    carry(judged, "a", "a2")
    carry(judged, "a2", "a3")
    with judged.connected(writes=True) as connection:
        judge(connection, same=True, some=["a"], others=["c"], by="Idris")
        found = [(one.one, one.other, one.same) for one in judgements(connection)]
    assert found == [
        ("a3", "b", False), ("a3", "c", False), ("a3", "b", True), ("x", "y", False), ("a", "c", True),
    ]  # fmt: skip


def test_of_two_events_that_became_one_nothing_is_judged_any_more(judged: Store) -> None:
    carry(judged, "x", "y")
    with judged.connected() as connection:
        assert {one.one for one in judgements(connection)} == {"a"}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), st.booleans())))
def test_whatever_is_noted_the_log_holds_together(notes: list[tuple[str, bool]]) -> None:
    with Store.open(":memory:") as store, store.connected(writes=True) as connection:
        for note, same in notes:
            judge(connection, same=same, some=["a"], others=["b"], by="Amna", note=note)
        assert check_chain(connection) == []
        assert [(one.note, one.same) for one in judgements(connection)] == notes
