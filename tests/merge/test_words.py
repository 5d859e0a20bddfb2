"""How alike the words of two tellings are, and what that says for their being one happening."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import BIRAK, a_town, an_agent, an_event, told

from dateline.merge.compare import SAME, apart, likeness
from dateline.merge.kinds import BARE
from dateline.merge.words import TOP_WORDS, page_words, pages_alike, sentences_alike, top_words
from dateline.model.incident import Telling
from dateline.model.text import Span

MARKET = "Rockets fell on the market of Tamra. Traders in Tamra buried nine people near the Wadi Hor mosque on Monday."
AGAIN = "Nine traders of Tamra were buried near the Wadi Hor mosque. The rockets had fallen on the market of Tamra."
HARBOUR = "A ferry sank off Birak harbour. Divers searched the wreck for the crew of the Star of Birak."
STORM = "Schools on the coast stay shut while the storm passes. Forecasters expect rain until Friday."


def called(page: str, word: str, text: str, sentence: str = "", type: str = BARE) -> Telling:
    """What one page calls by a word, and no more is known of it."""
    event = an_event(f"{page}/{word}", type=type, places=(), date=None, words=sentence or text)
    return told(page, replace(event, claim=replace(event.claim, trigger=Span(0, len(word), word))), text=text)


def are_one(one: Telling, other: Telling) -> bool:
    return apart(one, other) is None and likeness(one, other).points >= SAME


def test_two_pages_that_tell_one_story_are_more_alike_than_two_that_do_not() -> None:
    first, again, ferry = (
        called(page, "fell", text) for page, text in zip("abc", (MARKET, AGAIN, HARBOUR), strict=True)
    )
    assert pages_alike(first, again) > 0.4 > 0.1 > pages_alike(first, ferry)


def test_a_page_without_words_is_like_none() -> None:
    assert pages_alike(called("a", "fell", ""), called("b", "fell", "")) == 0.0


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_lies_between_nothing_and_one_and_is_mutual(one: str, other: str) -> None:
    first, second = called("a", "fell", one), called("b", "fell", other)
    for alike in (pages_alike, sentences_alike):
        assert 0.0 <= alike(first, second) <= 1.0 + 1e-9
        assert alike(first, second) == pytest.approx(alike(second, first))


def test_names_are_words_with_a_capital_within_sentences() -> None:
    assert page_words(MARKET).names == {"tamra", "wadi", "hor", "monday"}


def test_a_page_is_looked_for_by_its_names_first() -> None:
    words = top_words(called("a", "fell", MARKET))
    assert {"tamra", "wadi", "hor"} <= set(words)
    assert len(words) == TOP_WORDS


def test_words_of_one_family_on_pages_of_one_story_are_one_happening() -> None:
    assert are_one(called("a", "buried", MARKET), called("b", "funeral", AGAIN))


def test_one_word_on_pages_of_two_stories_is_two_happenings() -> None:
    assert not are_one(called("a", "buried", MARKET), called("b", "buried", STORM))


def test_other_words_on_pages_of_one_story_are_two_happenings() -> None:
    assert not are_one(called("a", "buried", MARKET), called("b", "fell", AGAIN))


def test_one_page_that_comes_back_to_a_thing_by_its_word_tells_it_once() -> None:
    assert are_one(called("a", "buried", MARKET), called("a", "funerals", MARKET, "The funerals were on Monday."))


def test_what_is_said_is_one_only_if_nearly_the_same_words_are_said() -> None:
    said, told_again = (
        "The mayor said on Monday that Tamra would be rebuilt.",
        "The mayor said that Tamra will be rebuilt.",
    )
    other = "Medics said that the wounded were flown out."
    assert are_one(called("a", "said", MARKET, said), called("b", "said", AGAIN, told_again))
    assert not are_one(called("a", "said", MARKET, said), called("b", "said", AGAIN, other))


def test_words_do_not_make_one_happening_of_two_raids_that_the_coder_tells() -> None:
    """A typed event is told by day and place: the same word on pages much alike is not enough."""
    first, second = (called(page, "raid", text, type="air_strike") for page, text in (("a", MARKET), ("b", AGAIN)))
    assert not are_one(first, second)


def test_pages_and_sentences_alike_make_up_for_a_place_that_one_leaves_out() -> None:
    shelled = "The shelling of Tamra killed nine traders."
    assert not are_one(told("a", an_event("1"), text=MARKET), told("b", an_event("2", places=()), text=AGAIN))
    first, second = an_event("1", words=shelled), an_event("2", words=shelled, places=())
    assert are_one(told("a", first, text=MARKET), told("b", second, text=AGAIN))


def test_a_place_looked_up_in_another_country_does_not_part_what_is_told_in_the_same_words() -> None:
    here, there = an_event("1"), an_event("2", places=(a_town("Harbour", country="US", lat=40.0),))
    assert apart(told("a", here, text=MARKET), told("b", there, text=HARBOUR)) == "they lie in different countries"
    assert apart(told("a", here, text=MARKET), told("b", there, text=AGAIN)) != "they lie in different countries"


def test_a_place_of_one_name_is_not_two_for_being_looked_up_twice() -> None:
    far = a_town("Tamra", lat=19.0, lon=30.0)
    assert apart(told("a", an_event("1")), told("b", an_event("2", places=(far,)))) is None
    assert apart(told("a", an_event("1")), told("b", an_event("2", places=(BIRAK,)))) == "their places lie far apart"


def test_civilians_hit_in_both_say_nothing_and_one_school_does() -> None:
    def reasons(name: str) -> tuple[str, ...]:
        one, other = (told(page, an_event(page, targets=(an_agent(name),))) for page in "ab")
        return likeness(one, other).reasons

    assert "one target is named in both" not in reasons("civilians")
    assert "one target is named in both" in reasons("Wadi Hor school")
    assert "one hospital, bus or the like is hit in both" not in reasons("the town")
