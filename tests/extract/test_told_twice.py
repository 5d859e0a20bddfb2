"""A thing told twice is one claim; two things are two."""

from dataclasses import replace

from dateline.extract.told_twice import told_once
from dateline.model.claim import Claim, Count, Mention, PlaceMention, Source
from dateline.model.text import Span


def span(start: int, text: str = "x") -> Span:
    return Span(start, start + len(text), text)


def claim(at: int, **known: object) -> Claim:
    base = Claim(
        type="shelling",
        trigger=span(at, "shelled"),
        sentence=span(at, "They shelled it."),
        modality="occurred",
        background=False,
        agents=(),
        targets=(),
        places=(),
        time=None,
        counts=(),
        sources=(),
        means=None,
        extent=None,
        rule="shelling/1",
    )
    return replace(base, **known)


PORT = (PlaceMention(name="Port Azmar", words=span(0)),)
HILL = (PlaceMention(name="Hill 40", words=span(0)),)
ARMY = (Mention(name="army", words=span(0)),)
SEVEN = (Count(kind="killed", who="sailors", low=7, high=7, words=span(0)),)
NINE = (Count(kind="killed", who="sailors", low=9, high=9, words=span(0)),)
MAYOR = (Source(name="mayor", words=span(0), stance="denies"),)


def test_a_repeat_is_anchored_where_it_is_told_most_fully() -> None:
    assert told_once([claim(0, places=PORT), claim(100, places=PORT, counts=SEVEN, agents=ARMY)]) == (
        claim(100, places=PORT, counts=SEVEN, agents=ARMY),
    )


def test_different_figures_make_two_claims() -> None:
    assert len(told_once([claim(0, counts=SEVEN), claim(100, counts=NINE)])) == 2


def test_different_places_make_two_claims() -> None:
    assert len(told_once([claim(0, places=PORT), claim(100, places=HILL)])) == 2


def test_a_denial_is_never_folded_into_the_claim_it_denies() -> None:
    assert len(told_once([claim(0, places=PORT), claim(100, places=PORT, sources=MAYOR)])) == 2


def test_two_acts_in_one_sentence_are_two() -> None:
    both = [claim(0, trigger=span(5, "shelled")), claim(0, trigger=span(30, "shelling"))]
    assert len(told_once(both)) == 2


def test_a_plan_is_not_folded_into_what_occurred() -> None:
    assert len(told_once([claim(0), claim(100, modality="planned")])) == 2
