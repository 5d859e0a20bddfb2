"""Copies are told from stories told anew, new versions from copies, and nothing a copy adds is lost."""

from dataclasses import replace
from datetime import datetime

import pytest

from dateline.model.text import Known, Page, Report
from dateline.store.copies import StoryPage, address, follows, is_copy, is_told, is_version, story_page
from dateline.store.shingles import runs, shingles, words


def prose(first: int, last: int, word: str = "word") -> str:
    """Words that stand in this order nowhere else."""
    return " ".join(f"{word}{n}" for n in range(first, last))


STORY = prose(0, 200)
EXCERPT = prose(0, 60)
LONGER = f"{STORY} {prose(0, 40, 'added')}"


def told(text: str, id: str = "new", **known: object) -> StoryPage:
    """A page with this text; `known` are fields of its report, or of the telling."""
    added = None if id == "new" else datetime(2024, 6, 1)
    url = known.pop("url", None)
    report = replace(Report(page=f"{id}.html", id=id, text=text, status="coded"), **known)
    return StoryPage(id=id, report=report, shingles=shingles(text), url=url, added=added)


# ---- copies -------------------------------------------------------------------------------------
@pytest.mark.parametrize("text", [STORY, EXCERPT, LONGER, STORY.replace("word7", "edited7")])
def test_the_text_of_another_page_whole_cut_longer_or_edited_is_a_copy(text: str) -> None:
    assert is_copy(told(text), told(STORY, "old"))
    assert is_copy(told(STORY, "old"), told(text))


def test_a_story_that_quotes_half_of_its_words_from_another_is_no_copy() -> None:
    anew = f"{prose(0, 90)} {prose(0, 110, 'own')}"
    assert not is_copy(told(anew), told(STORY, "old"))


def test_one_agency_on_both_does_not_make_two_stories_one() -> None:
    anew = f"{prose(0, 80)} {prose(0, 120, 'own')}"
    assert not is_copy(told(anew, agency="Sahel Wire"), told(STORY, "old", agency="Sahel Wire"))


def test_what_two_agencies_are_credited_with_must_be_nearly_all_the_same() -> None:
    much = f"{prose(0, 130)} {prose(0, 70, 'own')}"
    old = told(STORY, "old", agency="Sahel Wire")
    assert is_copy(told(much, agency="SAHEL WIRE"), old)
    assert not is_copy(told(much, agency="Delta News"), old)
    assert is_copy(told(EXCERPT, agency="Delta News"), old)


def test_a_formula_that_returns_weeks_later_is_no_copy() -> None:
    much = f"{prose(0, 130)} {prose(0, 70, 'own')}"
    old = told(STORY, "old", published="2024-03-01")
    assert is_copy(told(much, published="2024-03-02T08:00+03:00"), old)
    assert not is_copy(told(much, published="2024-05-01"), old)


FORMULA = (
    "The ministry, whose reports cannot be checked on the spot, said its crews had been sent to help and that roads "
    "around the district would stay closed until they were searched for mines. There was no word from the other side, "
    "which in the past has said that it fires only on depots and on the roads that lead to them."
)


def brief(dead: int, town: str, day: str, id: str = "new", **known: object) -> StoryPage:
    lead = f"Rockets killed {dead} people in the town of {town} on {day}, the ministry of emergencies said."
    return told(f"{lead}\n\n{FORMULA}", id, **known)


def test_stories_that_share_an_agencys_formula_only_are_no_copies_and_no_versions() -> None:
    monday = brief(5, "Tirawa", "Monday", published="2024-03-04")
    friday = brief(9, "Oskel", "Friday", "old", published="2024-03-08")
    assert not is_copy(monday, friday)
    known = {"outlet": "Nile Courier", "title": "Rockets kill people"}
    monday, friday = (replace(one, report=replace(one.report, **known)) for one in (monday, friday))
    assert not is_version(monday, friday)


def test_a_story_with_another_spelling_and_another_figure_is_still_a_copy_where_all_else_is_the_same() -> None:
    long = f"{FORMULA} {STORY}"
    one, other = (replace(told(f"Rockets hit {town} on Monday.\n\n{long}", town)) for town in ("Tirawa", "Teerawa"))
    assert is_copy(one, other)


def test_an_excerpt_whose_lead_stands_in_the_whole_story_is_a_copy() -> None:
    whole = told(f"Rockets hit Tirawa on Monday.\n\n{FORMULA} {prose(0, 60)}", "old", published="2024-03-04")
    assert is_copy(told(FORMULA, published="2024-03-05"), whole)


# ---- versions of pages of nobody knows which outlet ---------------------------------------------
UPDATED = {"title": "Rockets kill 9 in Tirawa", "published": "2024-03-04", "updated": "2024-03-05"}
FIRST = {"title": "Rockets kill 5 in Tirawa", "published": "2024-03-04"}


def test_an_update_with_the_same_headline_is_a_version_where_nothing_says_that_it_is_anothers() -> None:
    old, new = brief(5, "Tirawa", "Monday", "old", **FIRST), brief(9, "Tirawa", "Monday", **UPDATED)
    assert is_version(new, old)
    unstamped = brief(9, "Tirawa", "Monday", title="Rockets kill 9 in Tirawa")
    assert is_version(unstamped, replace(old, report=replace(old.report, published=None)))


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"outlet": "Nile Courier"}, {"outlet": "Delta Post"}),
        ({"url": "a.example/1"}, {"url": "b.example/1"}),
        ({"agency": "Sahel Wire"}, {"agency": "Delta News"}),
    ],
)
def test_what_says_that_it_is_another_outlets_is_no_version(here: dict[str, str], there: dict[str, str]) -> None:
    old, new = brief(5, "Tirawa", "Monday", "old", **FIRST, **here), brief(9, "Tirawa", "Monday", **UPDATED, **there)
    assert not is_version(new, old)


def test_neither_another_headline_nor_the_same_figures_without_an_update_make_a_version() -> None:
    old = brief(5, "Tirawa", "Monday", "old", **FIRST)
    assert not is_version(brief(9, "Tirawa", "Monday", **UPDATED | {"title": "Town counts its dead"}), old)
    assert not is_version(told(f"{old.report.text} More is not known.", **FIRST | {"published": "2024-03-05"}), old)


def test_a_page_that_could_not_be_coded_is_a_copy_of_nothing(page: Page, report: Report) -> None:
    new = story_page(page, replace(report, status="unsupported_language"))
    assert not is_copy(new, story_page(page, report))


# ---- versions -----------------------------------------------------------------------------------
def test_a_story_rewritten_at_length_at_its_own_address_is_a_new_version() -> None:
    rewritten = f"{prose(0, 90)} {prose(0, 110, 'own')}"
    assert is_version(told(rewritten, url="post.example/a"), told(STORY, "old", url="post.example/a"))
    assert not is_version(told(rewritten, outlet="Post"), told(STORY, "old", outlet="Post"))


@pytest.mark.parametrize(
    ("new", "old", "later"),
    [
        ("2024-05-09", "2024-05-08", True),
        ("2024-05-08", "2024-05-09", False),
        ("2024-05-08T10:00+03:00", "2024-05-08T08:00+00:00", False),
        ("2024-05-08T10:00", "2024-05-08T08:00+00:00", True),
        ("2024-05-08T01:00", "2024-05-08", True),
        ("yesterday at noon", "2024-05-08", True),
        (None, "2024-05-08", True),
    ],
)
def test_the_later_stamp_tells_the_newer_version_and_at_one_address_else_the_order_of_coming(
    new: str | None, old: str, later: bool
) -> None:
    there = {"url": "post.example/a"}
    assert follows(told(STORY, published=new, **there), told(STORY, "old", published=old, **there)) is later


# ---- what a copy adds ---------------------------------------------------------------------------
STORY_TOLD = frozenset(
    runs(words("The shells hit the grain market at noon and killed 12 traders, the mayor's office said."), 3)
)


@pytest.mark.parametrize(
    ("sentence", "again"),
    [
        ("The shells hit the grain market at noon and killed 12 traders, the mayors office said.", True),
        ("Shells hit the grain market at noon and killed 12 traders.", True),
        ("The shells hit the grain market at noon and killed 15 traders, the mayor's office said.", False),
        ("The shells hit the grain market at noon and killed twelve traders, the mayor's office said.", False),
        ("A convoy left the town for the border.", False),
        ("Nobody came.", False),
        ("No.", False),
    ],
)
def test_a_sentence_is_told_again_only_with_the_same_figures(sentence: str, again: bool) -> None:
    assert is_told(sentence, STORY_TOLD) is again


# ---- addresses ----------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "url", "found"),
    [
        ("https://www.Post.example/News/a/#top", None, "post.example/News/a"),
        ("a.warc.gz!http://post.example/News/a", None, "post.example/News/a"),
        ("a.html", "https://post.example/News/a?id=2", "post.example/News/a?id=2"),
        ("https://post.example", None, "post.example"),
        ("folder/a.html", None, None),
        ("ftp://post.example/a", None, None),
    ],
)
def test_an_address_is_the_same_however_it_is_written(name: str, url: str | None, found: str | None) -> None:
    assert address(Page(name=name, data=b"", known=Known(url=url))) == found
