"""Texts are compared by their runs of words, and found by a sample of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.store.shingles import LEAST, MOST_SAMPLED, containment, runs, sample, shingles, words

STORY = " ".join(f"word{n}" for n in range(400))


def test_what_sites_change_in_a_text_they_take_over_does_not_change_its_words() -> None:
    assert words("The ‘front’s’ 1,200 men, it said.") == words("the fronts 1200 MEN it said")


def test_a_comma_in_a_list_of_years_is_not_taken_for_one_in_a_figure() -> None:
    assert words("in 2012, 2013 and 2014") == ["in", "2012", "2013", "and", "2014"]


def test_a_text_shorter_than_a_run_has_none() -> None:
    assert runs(["two", "words"], 3) == []


def test_a_text_too_short_to_tell_is_like_nothing() -> None:
    short = " ".join(STORY.split()[: LEAST - 1])
    assert shingles(short) == frozenset()
    assert containment(shingles(short), shingles(STORY)) == 0.0


def test_the_numbers_of_runs_stay_as_they_are_stored() -> None:
    text = " ".join(f"shell{n}" for n in range(LEAST + 4))
    assert min(shingles(text)) == -8844526039900586493


def test_an_excerpt_is_wholly_contained_however_long_the_story() -> None:
    excerpt = " ".join(STORY.split()[100:160])
    assert containment(shingles(excerpt), shingles(STORY)) == 1.0
    assert containment(shingles(STORY), shingles(excerpt)) == 1.0


def test_stories_in_words_of_their_own_share_nothing() -> None:
    assert containment(shingles(STORY), shingles(STORY.replace("word", "other"))) == 0.0


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 300), st.integers(60, 100))
def test_the_sample_of_an_excerpt_lies_in_the_sample_of_its_story(start: int, length: int) -> None:
    excerpt = " ".join(STORY.split()[start : start + length])
    assert set(sample(shingles(excerpt))) <= set(sample(shingles(STORY)))


def test_the_sample_is_about_a_quarter_and_bounded_however_long_the_text() -> None:
    assert 70 <= len(sample(shingles(STORY))) <= 130
    assert len(sample(shingles(" ".join(f"w{n}" for n in range(20_000))))) == MOST_SAMPLED


def test_half_a_character_is_no_reason_to_fail() -> None:
    assert shingles(f"{STORY} \ud800 x")
