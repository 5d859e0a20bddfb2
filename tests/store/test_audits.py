"""Audits in a database: what is drawn from, what is kept, and verdicts that only ever come on top."""

from dataclasses import replace

import pytest

from dateline import auditing
from dateline.audit.asking import asked_of
from dateline.casebook import Casebook
from dateline.model.audit import Audit, Plan, Slot, Verdict
from dateline.model.errors import RefusedError
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store import audits
from dateline.store.audit_frame import frame
from dateline.store.log import check_chain, entries
from dateline.store.store import Store

PLAN = Plan(name="Release 1", sample=9, by="type", seed=7)


@pytest.fixture
def book(store: Store, page: Page, coded: Coded) -> Casebook:
    """A page with three asserted events and one that is only denied."""
    casebook = Casebook(store)
    casebook.add(page, coded)
    return casebook


@pytest.fixture
def audit(book: Casebook) -> Audit:
    """An audit of all that there is."""
    with book.store.connected(writes=True) as connection:
        return auditing.draw(connection, PLAN, "Amna")


def right(book: Casebook, audit: Audit, number: int, **but: str) -> dict[Slot, str]:
    with book.store.connected() as connection:
        return {**dict.fromkeys(asked_of(audits.item(connection, audit, number).event), "right"), **but}  # type: ignore[dict-item]


def give(book: Casebook, audit: Audit, who: str, number: int, **but: str) -> Verdict:
    answers = right(book, audit, number, **but)
    with book.store.connected(writes=True) as connection:
        return auditing.give(connection, audit, who, number, answers)  # type: ignore[arg-type]


def said(book: Casebook, audit: Audit) -> list[Verdict]:
    with book.store.connected() as connection:
        return audits.verdicts(connection, audit)


# ---- drawing ------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("by", "strata"),
    [
        (None, {"all events"}),
        ("type", {"air_strike", "deployment", "withdrawal"}),
        ("month", {"2024-05", "2024-03", "no day"}),
        ("country", {"SD"}),
        ("status", {"disputed", "reported", "no incident"}),
    ],
)
def test_what_is_asserted_lies_in_strata_and_what_is_only_denied_is_not_drawn(
    book: Casebook, coded: Coded, by: str | None, strata: set[str]
) -> None:
    with book.store.connected() as connection:
        found = list(frame(connection, by))  # type: ignore[arg-type]
    assert {one.event for one in found} == {one.id for one in coded.events if one.claim.asserted}
    assert {one.stratum for one in found} <= strata | {"no country"}


def test_what_two_pages_of_a_story_tell_is_drawn_once(book: Casebook, coded: Coded) -> None:
    copy = Page(name="pages/copy.html", data=b"the same story elsewhere")
    report = replace(coded.report, page=copy.name, id=copy.id, outlet="River Post")
    told = replace(
        coded, report=report, relations=(), events=tuple(replace(one, id=f"{one.id}-c") for one in coded.events)
    )
    book.add(copy, told)
    with book.store.connected() as connection:
        found = [one.event for one in frame(connection, None)]
    assert len(found) == 3


def test_a_sample_and_its_strata_are_kept(book: Casebook, audit: Audit) -> None:
    with book.store.connected() as connection:
        assert audits.all_audits(connection) == [audit]
        assert audits.called(connection, "Release 1") == audits.called(connection, audit.id) == audit
        assert audits.called(connection, "another") is None
        assert audits.numbers(connection, audit) == [1, 2, 3]
    assert (audit.drawn, audit.events, audit.drawn_by) == (3, 3, "Amna")


def test_a_name_is_given_once(book: Casebook, audit: Audit) -> None:
    with pytest.raises(RefusedError, match="another"), book.store.connected(writes=True) as connection:
        auditing.draw(connection, PLAN, "Idris")


def test_an_item_stays_as_it_was_when_its_page_is_coded_anew(
    book: Casebook, audit: Audit, page: Page, coded: Coded
) -> None:
    with book.store.connected() as connection:
        before = [audits.item(connection, audit, number) for number in (1, 2, 3)]
    book.recode(page, replace(coded, events=(), relations=()))
    with book.store.connected() as connection:
        assert [audits.item(connection, audit, number) for number in (1, 2, 3)] == before
    assert {one.event.id for one in before} == {one.id for one in coded.events if one.claim.asserted}


def test_an_item_has_of_its_report_what_a_reviewer_sees(book: Casebook, audit: Audit, coded: Coded) -> None:
    with book.store.connected() as connection:
        report = audits.item(connection, audit, 1).report
    assert report["text"] == coded.report.text
    assert report["title"] == coded.report.title


def test_an_item_that_is_not_there_is_refused(book: Casebook, audit: Audit) -> None:
    with pytest.raises(RefusedError, match="its last is 3"), book.store.connected() as connection:
        audits.item(connection, audit, 4)


# ---- verdicts -----------------------------------------------------------------------------------
def test_the_last_verdict_of_a_reviewer_holds_and_the_log_keeps_all(book: Casebook, audit: Audit) -> None:
    give(book, audit, "Amna", 1, type="wrong")
    last = give(book, audit, "Amna", 1)
    other = give(book, audit, "Idris", 1, type="unsure")
    assert said(book, audit) == [last, other]
    with book.store.connected() as connection:
        assert [one.kind for one in entries(connection)] == ["audited"] * 3
        assert check_chain(connection) == []


def test_a_verdict_can_be_taken_back_but_not_unwritten(book: Casebook, audit: Audit) -> None:
    give(book, audit, "Amna", 1)
    with book.store.connected(writes=True) as connection:
        auditing.take_back(connection, audit, "Amna", 1)
    assert said(book, audit) == []
    with book.store.connected() as connection:
        assert len(list(entries(connection))) == 2
    with pytest.raises(RefusedError, match="no verdict"), book.store.connected(writes=True) as connection:
        auditing.take_back(connection, audit, "Amna", 1)


def test_of_a_wrong_record_nothing_else_is_kept(book: Casebook, audit: Audit) -> None:
    assert give(book, audit, "Amna", 1, record="wrong").answers == {"record": "wrong"}


def test_what_is_asked_must_be_answered_and_nothing_else(book: Casebook, audit: Audit, coded: Coded) -> None:
    plan = next(one for one in coded.events if one.claim.type == "deployment")
    with book.store.connected(writes=True) as connection:
        number = next(n for n in (1, 2, 3) if audits.item(connection, audit, n).event == plan)
        with pytest.raises(RefusedError, match="type: is not answered"):
            auditing.give(connection, audit, "Amna", number, {"record": "right"})
        with pytest.raises(RefusedError, match="targets: the event has none"):
            auditing.give(connection, audit, "Amna", number, {"record": "right", "targets": "right"})


def test_one_reviewer_too_many_is_sent_away(book: Casebook, audit: Audit) -> None:
    give(book, audit, "Amna", 1)
    give(book, audit, "Idris", 1)
    with pytest.raises(RefusedError, match="Amna, Idris"):
        give(book, audit, "Vera", 1)
    give(book, audit, "Amna", 2)


def test_verdicts_are_no_judgements_of_what_is_one_happening(book: Casebook, audit: Audit) -> None:
    before = list(book.incidents())
    give(book, audit, "Amna", 1)
    with book.store.reading() as tellings:
        assert tellings.judgements() == ()
    assert list(book.incidents()) == before


# ---- turns --------------------------------------------------------------------------------------
def test_a_reviewer_comes_to_each_item_once_and_then_is_through(book: Casebook, audit: Audit) -> None:
    seen: list[int] = []
    for _ in range(3):
        with book.store.connected() as connection:
            turn = auditing.turn(connection, audit, "Amna")
        assert turn.item is not None
        seen.append(turn.item.number)
        give(book, audit, "Amna", turn.item.number)
    with book.store.connected() as connection:
        last = auditing.turn(connection, audit, "Amna")
    assert (sorted(seen), last.item, last.judged) == ([1, 2, 3], None, 3)


def test_an_item_that_is_put_off_comes_again_after_the_others(book: Casebook, audit: Audit) -> None:
    with book.store.connected() as connection:
        first = auditing.turn(connection, audit, "Amna").item
        assert first is not None
        second = auditing.turn(connection, audit, "Amna", after=first.number).item
        assert second is not None
        third = auditing.turn(connection, audit, "Amna", after=second.number).item
        assert third is not None
        again = auditing.turn(connection, audit, "Amna", after=third.number).item
    assert again == first
    assert len({first.number, second.number, third.number}) == 3


def test_a_reviewer_can_go_back_to_what_they_said(book: Casebook, audit: Audit) -> None:
    given = give(book, audit, "Amna", 2, type="wrong")
    give(book, audit, "Idris", 2)
    with book.store.connected() as connection:
        assert auditing.turn(connection, audit, "Amna", item=2).own == given
        assert auditing.turn(connection, audit, "Amna", item=1).own is None


def test_figures_come_from_the_verdicts_so_far(book: Casebook, audit: Audit) -> None:
    give(book, audit, "Amna", 1)
    give(book, audit, "Amna", 2, record="wrong")
    with book.store.connected() as connection:
        found = auditing.figures_of(connection, audit)
        assert auditing.judged(connection, audit) == {"Amna": 2}
    assert found.slots["record"].share == 0.5
    assert found.slots["type"].judged == 1
