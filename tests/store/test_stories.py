"""The pages of a story are put in order the same way, whatever the order in which they came."""

from dataclasses import replace
from datetime import datetime
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.event import Coded
from dateline.model.text import Report
from dateline.store.copies import StoryPage
from dateline.store.shingles import shingles
from dateline.store.stories import PageLink, Placing, arranged, links_of, retold


def prose(first: int, last: int, word: str = "word") -> str:
    """Words that stand in this order nowhere else."""
    return " ".join(f"{word}{n}" for n in range(first, last))


STORY = prose(0, 200)
LONGER = f"{STORY} {prose(0, 40, 'added')}"
LONGEST = f"{LONGER} {prose(0, 30, 'more')}"
EXCERPT = prose(0, 60)
ALONE = Placing()


def told(id: str, text: str = STORY, **known: object) -> StoryPage:
    """A page with this text; `known` are fields of its report, or of the page itself."""
    own = {"added": datetime(2024, 6, 1)} | {one: known.pop(one) for one in ("url", "added") if one in known}
    report = replace(Report(page=f"{id}.html", id=id, text=text, status="coded"), **known)
    return StoryPage(id=id, report=report, shingles=shingles(text), **own)


def links(*pages: StoryPage) -> list[PageLink]:
    """All links between the pages."""
    return [link for one, other in combinations(pages, 2) for link in links_of(one, [other])]


def placed(*pages: StoryPage) -> dict[str, Placing]:
    """The pages as one family, in order."""
    return arranged(pages, links(*pages))


# ---- the wire story -----------------------------------------------------------------------------
def test_a_copy_is_of_the_page_that_was_published_first() -> None:
    wire, copy = (
        told("wire", published="2024-05-08", outlet="Courier"),
        told("a", published="2024-05-09", outlet="Post"),
    )
    copied = Placing(copy_of="wire", story="wire", reason="the same story as wire.html")
    assert placed(copy, wire) == {"wire": Placing(story="wire"), "a": copied}


def test_of_one_day_the_agencys_own_page_is_the_original_and_else_the_longest() -> None:
    day = {"published": "2024-05-08", "agency": "Sahel Wire"}
    printed, short = told("a", LONGER, outlet="Post", **day), told("b", EXCERPT, outlet="Courier", **day)
    own = told("z", outlet="SAHEL WIRE", **day)
    assert [one.copy_of for one in placed(printed, short, own).values()] == [None, "z", "z"]
    assert {one: placing.copy_of for one, placing in placed(short, printed).items()} == {"a": None, "b": "a"}


def test_a_page_without_a_stamp_is_no_original_where_another_has_one() -> None:
    assert placed(told("a", outlet="Post"), told("b", outlet="Courier", published="2024-05-08"))["a"].copy_of == "b"


def test_the_reason_names_the_page_and_the_agency_that_either_credits() -> None:
    pages = told("a", outlet="Post", published="2024-05-09"), told("wire", agency="Sahel Wire", published="2024-05-08")
    assert placed(*pages)["a"].reason == "the same story as wire.html (Sahel Wire)"


def test_a_copy_of_a_copy_is_a_copy_of_the_first() -> None:
    first = told("first", prose(0, 100), outlet="Post", published="2024-05-08")
    both = told("both", prose(0, 200), outlet="Courier", published="2024-05-09")
    last = told("last", prose(100, 200), outlet="Herald", published="2024-05-09")
    assert links(first, last) == []
    found = placed(last, both, first)
    assert {one: placing.copy_of for one, placing in found.items()} == {"first": None, "both": "first", "last": "first"}
    assert {placing.story for placing in found.values()} == {"first"}


def test_a_page_like_no_other_stands_alone() -> None:
    assert placed(told("a"), told("b", prose(0, 200, "other"))) == {"a": ALONE, "b": ALONE}


# ---- versions -----------------------------------------------------------------------------------
def test_what_the_outlet_adds_later_is_a_new_version() -> None:
    old = told("old", outlet="Nile Courier", published="2024-05-08")
    new = told("new", LONGER, outlet="Nile Courier", published="2024-05-08", updated="2024-05-09")
    assert placed(new, old) == {"old": ALONE, "new": Placing(version_of="old")}


def test_a_short_piece_of_yesterdays_story_does_not_replace_it() -> None:
    old = told("old", outlet="Nile Courier", published="2024-05-08")
    new = told("new", EXCERPT, outlet="Nile Courier", published="2024-05-09")
    assert (placed(new, old)["new"].version_of, placed(new, old)["new"].copy_of) == (None, "old")


def test_a_page_saved_twice_is_a_copy_and_no_version() -> None:
    old = told("old", outlet="Nile Courier", published="2024-05-08")
    new = told("new", outlet="Nile Courier", published="2024-05-08", updated="2024-05-09")
    assert (placed(new, old)["new"].version_of, placed(new, old)["new"].copy_of) == (None, "old")


def test_a_page_without_stamps_is_a_new_version_only_at_its_own_address() -> None:
    old = told("old", url="post.example/a", outlet="Post")
    new = told("new", LONGER, url="post.example/a", outlet="Post", added=datetime(2024, 6, 2))
    assert placed(new, old)["new"].version_of == "old"
    assert placed(replace(new, url="post.example/b"), old)["new"].version_of is None


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_versions_form_one_line_whatever_came_first(order: tuple[int, ...]) -> None:
    texts = (STORY, LONGER, LONGEST)
    pages = [told(f"{n}", texts[n], outlet="Post", published=f"2024-05-0{n + 1}") for n in range(3)]
    found = placed(*(pages[n] for n in order))
    assert [found[f"{n}"].version_of for n in range(3)] == [None, "0", "1"]


def test_pages_of_the_same_words_stand_one_behind_the_other_before_the_newer_version_of_both() -> None:
    first = told("first", outlet="Post", published="2024-05-01")
    again = told("again", outlet="Post", published="2024-05-01")
    newer = told("newer", LONGER, outlet="Post", published="2024-05-02")
    found = placed(newer, again, first)
    assert (found["first"].version_of, found["newer"].version_of) == ("again", "first")
    assert {placing.copy_of for placing in found.values()} == {None}


def test_the_new_version_of_the_wires_own_page_is_no_copy_of_those_who_printed_it() -> None:
    old, printed = (
        told("old", outlet="Post", published="2024-05-01"),
        told("a", outlet="Courier", published="2024-05-02"),
    )
    new = told("new", LONGER, outlet="Post", published="2024-05-03")
    assert placed(new, printed, old)["new"] == Placing(version_of="old", story="old")
    assert placed(new, printed, old)["a"].copy_of == "old"


def test_the_new_version_of_a_copy_is_still_a_copy() -> None:
    wire, old = (
        told("wire", outlet="Courier", published="2024-05-01"),
        told("old", outlet="Post", published="2024-05-02"),
    )
    placing = placed(told("new", LONGER, outlet="Post", published="2024-05-03"), old, wire)["new"]
    assert (placing.version_of, placing.copy_of, placing.story) == ("old", "wire", "wire")


TEXTS = (STORY, LONGER, LONGEST, EXCERPT, prose(100, 260), prose(0, 90, "other"))
PAGES = st.lists(
    st.tuples(
        st.sampled_from(TEXTS),
        st.sampled_from(["Post", "Courier", None]),
        st.sampled_from(["2024-05-01", "2024-05-02", "2024-05-02T10:00", None]),
        st.sampled_from([None, "post.example/a"]),
    ),
    min_size=2,
    max_size=5,
)


@given(PAGES, st.randoms())
def test_the_order_of_pages_and_links_changes_nothing(known: list[tuple[str, str, str, str]], chance: object) -> None:
    pages = [
        told(f"p{n}", text, outlet=outlet, published=day, url=url, added=datetime(2024, 6, 1 + n))
        for n, (text, outlet, day, url) in enumerate(known)
    ]
    expected, linked = placed(*pages), links(*pages)
    assert set(expected) == {page.id for page in pages}
    chance.shuffle(pages)  # type: ignore[attr-defined]
    chance.shuffle(linked)  # type: ignore[attr-defined]
    assert arranged(pages, linked) == placed(*pages) == expected


# ---- what is told again -------------------------------------------------------------------------
def family(coded: Coded, first: str, **known: object) -> tuple[list[StoryPage], dict[str, Placing], dict[str, Coded]]:
    """The coded report as a copy of an older page with the text `first`."""
    old = told("old", first, published="2024-05-01", outlet="Wire")
    copy = StoryPage(id="copy", report=coded.report, shingles=shingles(coded.report.text), added=old.added)
    placings = {"old": Placing(story="old"), "copy": Placing(copy_of="old", story="old")} | known.get("placings", {})
    return [old, copy], placings, {"copy": coded}


def test_a_copy_keeps_what_only_it_tells(coded: Coded) -> None:
    first, rest = coded.report.text.split("\n\n")
    again = retold(*family(coded, f"{first} {prose(0, 60)}"))
    kept = [one for one in coded.events if one.id not in again]
    assert [one.claim.type for one in kept] == ["deployment", "withdrawal"]
    assert all(one.claim.sentence.text in rest for one in kept)
    assert not again & {one.id for one in coded.relations}


def test_a_whole_copy_tells_nothing_anew(coded: Coded) -> None:
    again = retold(*family(coded, coded.report.text))
    assert again == {one.id for one in coded.events} | {one.id for one in coded.relations}


def test_what_only_a_replaced_version_tells_is_not_told_already(coded: Coded) -> None:
    pages, placings, whole = family(coded, coded.report.text)
    newer = told("newer", prose(0, 90), published="2024-05-02", outlet="Wire")
    placings |= {"newer": Placing(version_of="old", story="old")}
    assert retold([*pages, newer], placings, whole) == frozenset()


def test_what_stands_in_no_wire_story_is_told_whole(coded: Coded) -> None:
    pages, _, whole = family(coded, coded.report.text)
    assert retold(pages, {"old": ALONE, "copy": ALONE}, whole) == frozenset()


def test_pages_of_the_same_words_stand_in_one_order_whichever_came_first() -> None:
    newer = told("newer", LONGER, outlet="Post", published="2024-05-02")
    both = [
        {"a": datetime(2024, 6, 1), "b": datetime(2024, 6, 2)},
        {"a": datetime(2024, 6, 2), "b": datetime(2024, 6, 1)},
    ]
    found = [
        placed(newer, *(told(one, outlet="Post", published="2024-05-01", added=came) for one, came in times.items()))
        for times in both
    ]
    assert found[0] == found[1]
    assert found[0]["newer"].version_of in ("a", "b")
