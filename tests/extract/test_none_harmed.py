"""A sentence that counts nobody completes the act before it."""

from claims_made import bare
from dateline.extract.none_harmed import with_none_harmed
from dateline.model.claim import Claim, Count
from dateline.model.text import Span

TWO = Count(kind="detained", who="smugglers", low=2, high=2, words=Span(0, 1, "x"))
NONE_HURT = Count(kind="injured", who="women", low=0, high=0, words=Span(0, 1, "x"))
NONE_HELD = Count(kind="detained", who="women", low=0, high=0, words=Span(0, 1, "x"))


def claim(kind: str, at: int, *counts: Count, **known: object) -> Claim:
    return bare(kind, Span(at, at + 4, "held"), Span(at, at + 20, "They held the men. "), counts=counts, **known)


def test_none_harmed_and_none_held_are_figures_of_the_arrest_before() -> None:
    (kept,) = with_none_harmed(
        [claim("arrest", 0, TWO), claim("casualties", 21, NONE_HURT, modality="not"), claim("arrest", 21, NONE_HELD)]
    )
    assert kept.counts == (TWO, NONE_HURT, NONE_HELD)


def test_a_figure_told_already_is_not_told_twice() -> None:
    (kept,) = with_none_harmed([claim("shelling", 0, NONE_HURT), claim("casualties", 21, NONE_HURT)])
    assert kept.counts == (NONE_HURT,)


def test_far_from_any_act_or_behind_a_plan_it_stands_alone() -> None:
    none = claim("casualties", 900, NONE_HURT)
    assert len(with_none_harmed([claim("arrest", 0, TWO), none])) == 2
    assert len(with_none_harmed([claim("shelling", 850, modality="planned"), none])) == 2
    assert len(with_none_harmed([claim("talks", 850), none])) == 2


def test_a_sentence_that_counts_anybody_tells_an_event() -> None:
    some = claim("casualties", 21, NONE_HURT, TWO)
    assert len(with_none_harmed([claim("arrest", 0), some])) == 2
