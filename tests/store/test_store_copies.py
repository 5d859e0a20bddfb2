"""In the store one wire story is one voice, and a newer version takes the place of the old, which is kept."""

from dataclasses import replace
from hashlib import sha256

from dateline.merge.incidents import incidents
from dateline.model.event import Coded
from dateline.model.text import Page
from dateline.store.filters import Wanted
from dateline.store.printings import Printing, printings
from dateline.store.store import Store, StoredPage

MORE = " Later that evening the provincial council met in closed session and called for calm in all four districts."

LATER = "2024-05-09"


def on_page(coded: Coded, name: str, **known: object) -> tuple[Page, Coded]:
    """The same story on another page: `known` are fields of its report."""
    page = Page(name=name, data=name.encode())
    digest = sha256(page.data).hexdigest()
    return page, Coded(
        report=replace(coded.report, page=name, id=f"sha256:{digest}", **known),
        events=tuple(replace(event, id=f"{digest[:12]}-{n}") for n, event in enumerate(coded.events)),
        relations=tuple(replace(one, id=f"{digest[:12]}-r{n}") for n, one in enumerate(coded.relations)),
    )


def listed(store: Store) -> dict[str, StoredPage]:
    return {page.name: page for page in store.pages()}


def test_one_wire_story_on_two_sites_is_stored_once_with_both_outlets(store: Store, coded: Coded) -> None:
    store.add(*on_page(coded, "courier.html"))
    assert store.add(*on_page(coded, "post.html", outlet="Delta Post", published=LATER)) is True
    pages = listed(store)
    first, copy = pages["courier.html"], pages["post.html"]
    assert (copy.status, copy.reason, copy.outlet) == (
        "copy", "the same story as courier.html (Sahel Wire)", "Delta Post",
    )  # fmt: skip
    assert (copy.copy_of, copy.events) == (first.id, 0)
    assert copy.story == first.story == first.id
    assert (first.status, first.copy_of) == ("coded", None)
    assert len(list(store.events(Wanted(asserted=False)))) == len(coded.events)


def test_the_report_of_a_copy_is_kept(store: Store, coded: Coded) -> None:
    store.add(*on_page(coded, "courier.html"))
    page, again = on_page(coded, "post.html", outlet="Delta Post", published=LATER)
    kept = store.keep(page, again)
    assert kept is not None
    assert kept == store.coded(again.report.id)
    assert (kept.report.text, kept.report.outlet, kept.events) == (again.report.text, "Delta Post", ())
    assert store.has(page)
    assert store.keep(page, again) is None


def test_a_wire_story_makes_no_more_incidents_and_voices_on_three_sites_than_on_one(store: Store, coded: Coded) -> None:
    store.add(*on_page(coded, "courier.html"))
    alone = incidents(store.newest())
    for name in ("post", "herald"):
        store.add(*on_page(coded, f"{name}.html", outlet=name, agency=None, published=LATER))
    assert incidents(store.newest()) == alone
    assert len(alone) > 0
    assert len({page.story for page in store.pages()}) == 1


def test_what_a_copy_adds_to_the_wire_story_is_kept(store: Store, coded: Coded) -> None:
    front = coded.report.text.split("\n\n")[0] + MORE
    store.add(*on_page(replace(coded, events=coded.events[:2]), "courier.html", text=front))
    more = f"{front}\n\n{coded.report.text[-180:]}"
    store.add(*on_page(coded, "post.html", outlet="Delta Post", published=LATER, text=more))
    pages = listed(store)
    assert (pages["post.html"].status, pages["post.html"].events) == ("copy", 2)
    assert [found.event.claim.type for found in store.events(Wanted(asserted=False))].count("air_strike") == 2


def test_an_updated_story_takes_the_place_of_the_old_one_which_is_kept(store: Store, coded: Coded) -> None:
    old_page, old = on_page(coded, "old.html")
    store.add(old_page, old)
    store.add(*on_page(coded, "new.html", updated="2024-05-09", text=coded.report.text + MORE))
    pages = listed(store)
    assert (pages["new.html"].status, pages["new.html"].version_of) == ("coded", pages["old.html"].id)
    assert (pages["old.html"].status, pages["old.html"].replaced_by) == ("coded", pages["new.html"].id)
    assert store.coded(old.report.id) == old
    assert {found.page for found in store.events()} == {"new.html"}
    assert {found.page for found in store.events(Wanted(replaced=True))} == {"new.html", "old.html"}
    assert [one.report.page for one in store.newest()] == ["new.html"]


def test_the_older_version_gives_way_also_where_it_is_added_last(store: Store, coded: Coded) -> None:
    store.add(*on_page(coded, "new.html", updated="2024-05-09", text=coded.report.text + MORE))
    store.add(*on_page(coded, "old.html"))
    assert listed(store)["old.html"].replaced_by == listed(store)["new.html"].id
    assert {found.page for found in store.events()} == {"new.html"}


def test_versions_form_one_line_in_whatever_order_they_are_added(store: Store, coded: Coded) -> None:
    texts = [coded.report.text + MORE * n for n in range(3)]
    for n in (2, 0, 1):
        store.add(*on_page(coded, f"{n}.html", updated=f"2024-05-1{n}", text=f"{texts[n]} {'again ' * n}"))
    pages = listed(store)
    assert [pages[f"{n}.html"].version_of for n in range(3)] == [None, pages["0.html"].id, pages["1.html"].id]
    assert {found.page for found in store.events()} == {"2.html"}


def test_two_stories_that_turn_out_to_be_one_are_told_as_one(store: Store, coded: Coded) -> None:
    halves = [" ".join(f"{word}{n}" for n in range(100)) for word in ("first", "second")]
    for name, text in zip("abc", (*halves, " ".join(halves)), strict=True):
        store.add(*on_page(replace(coded, events=()), f"{name}.html", text=text, outlet=name))
    assert len({page.story for page in store.pages()}) == 1
    assert None not in {page.story for page in store.pages()}


def test_where_a_page_stood_and_how_it_came_are_kept(store: Store, coded: Coded) -> None:
    page, again = on_page(coded, "news.warc!https://www.post.example/a/")
    store.add(replace(page, came="warc"), again)
    assert [(found.url, found.came) for found in store.pages()] == [("post.example/a", "warc")]


def test_a_page_that_was_quarantined_becomes_a_copy_when_it_can_be_read(store: Store, coded: Coded) -> None:
    store.add(*on_page(coded, "courier.html"))
    page, again = on_page(coded, "post.html", outlet="Delta Post", published=LATER)
    store.add(page, Coded(report=replace(again.report, status="quarantined", reason="too slow", text="")))
    assert listed(store)["post.html"].copy_of is None
    assert store.add(page, again) is True
    assert [found.status for found in store.pages()] == ["coded", "copy"]


def test_the_outlets_of_a_wire_story_are_those_that_print_the_sentence(store: Store, coded: Coded) -> None:
    store.add(*on_page(coded, "courier.html"))
    assert printings(store) == {}
    front = coded.report.text.partition("\n")[0]
    store.add(*on_page(coded, "post.html", outlet="Delta Post", published=LATER, text=front))
    found = printings(store)
    first = listed(store)["courier.html"].id.removeprefix("sha256:")[:12]
    both = [
        Printing(page=name, id=listed(store)[name].id, outlet=outlet)
        for name, outlet in (("courier.html", "Nile Courier"), ("post.html", "Delta Post"))
    ]
    assert found[f"{first}-0"] == both
    withdrawal = next(n for n, event in enumerate(coded.events) if event.claim.type == "withdrawal")
    assert found[f"{first}-{withdrawal}"] == both[:1]
