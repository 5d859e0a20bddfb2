"""A page coded anew takes the place of its old coding; nothing that was judged of it is lost."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dateline.knowledge.versions import Versions, current
from dateline.model.claim import Claim
from dateline.model.event import Coded, Event
from dateline.model.text import Container, Known, Page, Span
from dateline.store.log import check_chain, entries, judge, judgements
from dateline.store.recode import Recoded, compare, kept_page, outdated, recode, whole
from dateline.store.store import Store, StoredPage

OLD, NEW = Versions(codebook="0.1", dateline="0.0.1"), current()
MORE = " Later that evening the provincial council met in closed session and called for calm in all four districts."


@pytest.fixture
def store(address: str, page: Page, coded: Coded) -> Iterator[Store]:
    with Store.open(address) as opened:
        opened.add(page, coded, OLD)
        yield opened


def recoded(store: Store, page: Page, coded: Coded) -> Recoded:
    with store.connected(writes=True) as connection:
        return recode(connection, page, coded, NEW)


def judge_first(store: Store, coded: Coded) -> None:
    with store.connected(writes=True) as connection:
        judge(connection, same=False, some=[coded.events[0].id], others=["elsewhere"], by="Amna")


def judged(store: Store) -> list[tuple[str, str]]:
    with store.connected() as connection:
        assert check_chain(connection) == []
        return [(one.one, one.other) for one in judgements(connection)]


def kinds(store: Store) -> list[str]:
    with store.connected() as connection:
        return [one.kind for one in entries(connection)]


def listed(store: Store) -> dict[str, StoredPage]:
    return {one.name: one for one in store.pages()}


def under(event: Event, id: str, **claim: object) -> Event:
    known: Claim = replace(event.claim, **claim)
    return replace(event, id=id, claim=known)


def without_first(coded: Coded, *others: Event) -> Coded:
    return replace(coded, events=(*others, *coded.events[1:]))


# ---- what is to be coded anew -------------------------------------------------------------------
def test_only_pages_of_other_versions_are_outdated(store: Store, page: Page, coded: Coded) -> None:
    other = replace(page, name="b.html", data=b"b")
    store.add(other, Coded(report=replace(coded.report, page="b.html", id=other.id, text="")), NEW)
    with store.connected() as connection:
        assert outdated(connection, NEW) == [page.id]
        assert outdated(connection, None) == [page.id, other.id]
        assert outdated(connection, OLD) == [other.id]


def test_a_page_that_was_coded_anew_is_not_outdated_any_more(store: Store, page: Page, coded: Coded) -> None:
    recoded(store, page, coded)
    with store.connected() as connection:
        assert outdated(connection, NEW) == []


@pytest.mark.parametrize(
    "known",
    [
        {},
        {"known": Known(url="https://post.example/a", title="Market hit", byline=("Amna Osman",), language="en")},
        {"came": "warc", "container": Container(name="news.warc", id="sha256:c")},
        {"came": "warc", "original": "Тамра".encode("cp1251"), "data": "Тамра".encode()},
    ],
)
def test_a_page_is_read_again_as_it_was_read(store: Store, coded: Coded, known: dict[str, object]) -> None:
    page = replace(Page(name="again.html", data=b"again"), **known)
    store.add(page, Coded(report=replace(coded.report, page=page.name, id=page.id, text="")))
    with store.connected() as connection:
        assert kept_page(connection, page.id) == page


def test_of_a_pdf_file_its_own_bytes_are_read_again(store: Store, coded: Coded) -> None:
    page = Page(name="a.pdf", data=b"its text", original=b"%PDF", came="pdf")
    store.add(page, Coded(report=replace(coded.report, page=page.name, id=page.id, text="")))
    with store.connected() as connection:
        assert kept_page(connection, page.id) == Page(name="a.pdf", data=b"%PDF", came="pdf")


def test_a_mere_link_has_nothing_to_read(store: Store, coded: Coded) -> None:
    link = replace(coded.report, page="feed!a", id="sha256:link", status="empty", text="")
    store.add(Page(name="feed!a", data=b"", came="link"), Coded(report=link))
    with store.connected() as connection:
        assert kept_page(connection, "sha256:link") is None
        assert kept_page(connection, "sha256:nobody") is None


# ---- replacing ----------------------------------------------------------------------------------
def test_the_new_coding_takes_the_place_of_the_old(store: Store, page: Page, coded: Coded) -> None:
    before = listed(store)[page.name]
    after = replace(coded, events=coded.events[1:], report=replace(coded.report, title="Another"))
    found = recoded(store, page, after)
    assert store.coded(page.id) == after
    assert (found.changes.gone, found.changes.report) == ((coded.events[0].id,), ("title",))
    assert listed(store)[page.name] == replace(before, title="Another", events=before.events - 1)
    assert store.data(page.id) == page.data
    assert next(store.events()).made_by == NEW


def test_a_comparison_changes_nothing(store: Store, page: Page, coded: Coded) -> None:
    judge_first(store, coded)
    with store.connected() as connection:
        found = compare(connection, without_first(coded))
    assert [(one.event.id, one.to) for one in found.carried] == [(coded.events[0].id, None)]
    assert store.coded(page.id) == coded
    assert kinds(store) == ["different"]


def test_a_page_that_cannot_be_kept_whole_leaves_the_old_coding(store: Store, page: Page, coded: Coded) -> None:
    from dateline.model.errors import StoreError

    with pytest.raises(StoreError):
        recoded(store, page, replace(coded, events=(coded.events[0], coded.events[0])))
    assert store.coded(page.id) == coded


def add_copy(store: Store, coded: Coded, name: str, **known: object) -> tuple[Page, Coded]:
    copy = Page(name=name, data=name.encode())
    report = replace(coded.report, page=name, id=copy.id, **known)
    events = tuple(replace(event, id=f"{copy.id[7:19]}-{n}") for n, event in enumerate(coded.events))
    told = Coded(report=report, events=events)
    store.add(copy, told, OLD)
    return copy, told


def test_a_copy_stays_a_copy_and_the_original_the_original(store: Store, page: Page, coded: Coded) -> None:
    copy, told = add_copy(store, coded, "post.html", outlet="Delta Post", published="2024-05-09")
    before, events = listed(store), list(store.events())
    assert before["post.html"].copy_of == page.id
    assert not recoded(store, copy, told).changes.any
    assert not recoded(store, page, coded).changes.any
    assert listed(store) == before
    assert [one.event.id for one in store.events()] == [one.event.id for one in events]


def test_a_page_that_turns_out_to_tell_another_story_lets_its_copies_go(store: Store, page: Page, coded: Coded) -> None:
    copy, told = add_copy(store, coded, "post.html", outlet="Delta Post", published="2024-05-09")
    other = " ".join(f"word{n}" for n in range(80))
    recoded(store, page, Coded(report=replace(coded.report, text=other)))
    assert (listed(store)["post.html"].status, listed(store)["post.html"].copy_of) == ("coded", None)
    kept = store.coded(copy.id)
    assert kept is not None
    assert kept.events == told.events


def test_a_version_keeps_its_place(store: Store, page: Page, coded: Coded) -> None:
    add_copy(store, coded, "new.html", updated="2024-05-09", text=coded.report.text + MORE)
    before = listed(store)
    assert before["new.html"].version_of == page.id
    recoded(store, page, coded)
    assert listed(store) == before


# ---- judgements ---------------------------------------------------------------------------------
def test_a_judgement_stays_with_an_event_that_keeps_its_id(store: Store, page: Page, coded: Coded) -> None:
    judge_first(store, coded)
    other = replace(coded.events[0], agents=())
    found = recoded(store, page, without_first(coded, other))
    assert found.carried == ()
    assert found.changes.changed == {other.id: ("agents",)}
    assert judged(store) == [(other.id, "elsewhere")]


def test_a_judgement_is_carried_over_to_the_event_that_overlaps_the_one_that_is_gone(
    store: Store, page: Page, coded: Coded
) -> None:
    judge_first(store, coded)
    sentence = coded.events[0].claim.sentence
    shorter = Span(sentence.start, sentence.end - 5, sentence.text[:-5])
    now = under(coded.events[0], "now", sentence=shorter)
    found = recoded(store, page, without_first(coded, now))
    assert [(one.event.id, one.to) for one in found.carried] == [(coded.events[0].id, now)]
    assert judged(store) == [("now", "elsewhere")]
    assert kinds(store) == ["different", "carried"]


def test_a_judgement_that_finds_no_event_is_an_orphan_and_is_kept(store: Store, page: Page, coded: Coded) -> None:
    judge_first(store, coded)
    gone = coded.events[0]
    found = recoded(store, page, without_first(coded))
    assert [(one.event, one.to) for one in found.carried] == [(gone, None)]
    assert judged(store) == [(gone.id, "elsewhere")]
    assert recoded(store, page, without_first(coded)).carried == (), "it is an orphan only once"
    assert kinds(store) == ["different", "orphaned"]


def test_an_orphan_is_carried_over_when_a_later_version_has_its_event_again(
    store: Store, page: Page, coded: Coded
) -> None:
    judge_first(store, coded)
    recoded(store, page, without_first(coded))
    now = under(coded.events[0], "now", type="shelling")
    found = recoded(store, page, without_first(coded, now))
    assert [(one.event.id, one.to) for one in found.carried] == [(coded.events[0].id, now)]
    assert judged(store) == [("now", "elsewhere")]
    recoded(store, page, coded)
    assert judged(store) == [(coded.events[0].id, "elsewhere")]


def test_an_event_that_comes_back_under_its_id_has_its_judgement_back(store: Store, page: Page, coded: Coded) -> None:
    judge_first(store, coded)
    recoded(store, page, without_first(coded))
    assert recoded(store, page, coded).carried == ()
    assert judged(store) == [(coded.events[0].id, "elsewhere")]


def test_events_that_nobody_judged_come_and_go_without_a_word_in_the_log(
    store: Store, page: Page, coded: Coded
) -> None:
    recoded(store, page, replace(coded, events=()))
    assert kinds(store) == []
    with store.connected() as connection:
        assert whole(connection, page.id).events == ()
