"""Reports are found by their words, on both engines alike; whatever a person types is words, never a query language."""

from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from dateline.model.errors import StoreError
from dateline.model.event import Coded
from dateline.model.text import Page, Report
from dateline.store.search import MOST_ASKED, MOST_INDEXED, Term, snippet, terms, words_of
from dateline.store.store import Store

TEXTS = {
    "kalma": ("Market bombed", "2024-05-08", "Army jets bombed the grain market in Kalma, the mayor's office said."),
    "zoe": ("Zoë’s report", "2024-05-09", "Shells fell on São José and on Ba'ath street. The grain was in the market."),
    "quiet": (None, None, "Nothing was bombed. Market grain was sold at half the price of last year."),
    "arabic": ("سوق كلمة", "2024-05-01", "Residents of مدينة كَلمة spoke of 3.5 tons."),
}


@pytest.fixture
def full(store: Store, page: Page, report: Report) -> Store:
    for name, (title, published, said) in TEXTS.items():
        data = name.encode()
        known = replace(
            report, page=name, id=f"sha256:{sha256(data).hexdigest()}", title=title, published=published, text=said
        )
        store.add(replace(page, name=name, data=data), Coded(report=known))
    return store


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("grain", ["zoe", "kalma", "quiet"]),
        ("GRAIN Market", ["zoe", "kalma", "quiet"]),
        ('"grain market"', ["kalma"]),
        ('"market grain"', ["quiet"]),
        ("grain -bombed", ["zoe"]),
        ('market -"grain market"', ["zoe", "quiet"]),
        ("-grain", ["arabic"]),
        ("zoe", ["zoe"]),
        ("Sao Jose", ["zoe"]),
        ("Baath", ["zoe"]),
        ("Ba’ath", ["zoe"]),
        ("mayor", ["kalma"]),
        ("MAYOR'S", ["kalma"]),
        ("كلمة", ["arabic"]),
        ('"3.5"', ["arabic"]),
        ("3,5", ["arabic"]),
        ('"bombed army"', []),
        ("bomb", []),
        ('"grain market', ["kalma"]),
        ("grain OR shells", []),
        ("gra*", []),
        ("title:market", []),
        ("", []),
        ('!!! "" - -"', []),
    ],
)
def test_the_reports_that_have_all_words_and_no_other_are_found_the_newest_first(
    full: Store, query: str, pages: list[str]
) -> None:
    assert [found.page for found in full.search(query)] == pages


def test_no_phrase_runs_from_the_headline_into_the_text(full: Store) -> None:
    assert list(full.search('"bombed army"')) == []
    assert [found.page for found in full.search("bombed army")] == ["kalma"]


def test_no_more_reports_are_given_than_are_asked_for(full: Store) -> None:
    assert [found.page for found in full.search("grain", 2)] == ["zoe", "kalma"]


def test_a_report_that_went_with_its_page_is_not_found(full: Store) -> None:
    with full._transaction(writes=True) as connection:
        connection.execute(text("DELETE FROM pages WHERE name = 'kalma'"))
    assert [found.page for found in full.search("grain")] == ["zoe", "quiet"]
    assert list(full.search("kalma")) == []


def test_a_page_that_a_newer_version_replaces_is_not_found(store: Store, page: Page, coded: Coded) -> None:
    store.add(page, coded)
    longer = f"{coded.report.text} Later the provincial council met and called for calm in all four districts."
    newer = replace(coded.report, id=f"sha256:{'e' * 64}", page="newer.html", text=longer, updated="2024-05-09")
    store.add(replace(page, name="newer.html", data=b"newer"), Coded(report=newer))
    assert [found.page for found in store.search("kalma")] == ["newer.html"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=80))
@example(query='"')
@example(query="a AND NOT b")
@example(query="NEAR(a b, 3)")
@example(query="{words}: ^a + b*")
@example(query="a & !b | (c <-> d):*")
@example(query="'; DROP TABLE pages; --")
@example(query="\\ ' \0 \ud800 ½ ﷺ 0x0")
@example(query="x" * 5000)
def test_nothing_that_is_typed_is_an_error(full: Store, query: str) -> None:
    found = {one.page for one in full.search(query)}
    assert found <= set(TEXTS)
    left_out = {one.page for one in full.search(" ".join(f'-"{" ".join(t.words)}"' for t in terms(query)))}
    assert not (left_out & found) or not any(term.wanted for term in terms(query))


@given(said=st.text(max_size=200))
def test_a_report_has_every_word_that_it_is_asked_for_by_itself(said: str) -> None:
    indexed = words_of(None, said).split()
    for term in terms(said.replace('"', " ").replace("-", " ")):
        assert all(word in indexed for word in term.words)


def test_too_many_words_are_refused_in_one_line() -> None:
    with pytest.raises(StoreError, match="leave some out"):
        terms("word " * (MOST_ASKED + 1))
    assert len(terms("word " * MOST_ASKED)) == MOST_ASKED


def test_what_is_asked_is_words_phrases_and_what_must_not_be_there() -> None:
    assert terms('raid "Grain Market" -army -"the mayor\'s" half-built') == [
        Term(words=("raid",)),
        Term(words=("grain", "market")),
        Term(words=("army",), wanted=False),
        Term(words=("the", "mayor"), wanted=False),
        Term(words=("half", "built")),
    ]


def test_a_snippet_is_the_text_around_the_first_words_found() -> None:
    said = " ".join(f"word{n}" for n in range(100))
    found = snippet(said, terms('"word50 word51" word60'))
    assert said[found.start : found.start + len(found.text)] == found.text
    assert found.text.split()[0] == "word40"
    assert [found.text[start:end] for start, end in found.found] == ["word50 word51", "word60"]


def test_where_only_the_headline_has_the_words_the_snippet_is_the_beginning() -> None:
    found = snippet("One two. Three.", terms("absent"))
    assert (found.text, found.start, found.found) == ("One two. Three", 0, ())
    assert snippet("", terms("absent")).text == ""


def test_of_a_very_long_report_as_much_is_indexed_as_every_engine_takes(
    store: Store, page: Page, report: Report
) -> None:
    long = " ".join(chr(0x20000 + n % 40_000) + chr(0x20000 + n // 40_000) for n in range(100_000))
    store.add(page, Coded(report=replace(report, text=f"first {long} last")))
    assert len(list(store.search("first"))) == 1
    assert list(store.search("last")) == []
    assert len(words_of(None, long)) <= MOST_INDEXED
