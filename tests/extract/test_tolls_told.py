"""A toll told twice is one toll; a word of number gives way to the figure within it."""

from dataclasses import replace

import pytest

from claims_made import bare
from dateline.extract.told_twice import told_once
from dateline.extract.tolls_told import figures_agree, is_same_toll, sharpened
from dateline.model.claim import Claim, Count, Mention, PlaceMention, Source, TimeMention
from dateline.model.text import Span

WORD = Span(0, 1, "x")


def dead(low: int | None, high: int | None, who: str = "sailors") -> Count:
    return Count(kind="killed", who=who, low=low, high=high, words=WORD)


def hurt(low: int | None, high: int | None) -> Count:
    return Count(kind="injured", who="sailors", low=low, high=high, words=WORD)


def raid(at: int, *counts: Count, **known: object) -> Claim:
    sentence = Span(at, at + 9, "They died")
    return bare("air_strike", Span(at, at + 4, "They"), sentence, counts=counts, **known)


def at(name: str) -> tuple[PlaceMention, ...]:
    return (PlaceMention(name=name, words=WORD),)


def told_by(name: str) -> tuple[Source, ...]:
    return (Source(name=name, words=WORD),)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (dead(40, 99), dead(45, 45), True),
        (dead(45, 45), dead(40, 99), True),
        (dead(3, 9), dead(12, 12), False),
        (dead(27, None), dead(31, 31), False),
        (dead(27, None), dead(27, None), True),
        (dead(24, 99), dead(40, 99), False),
        (dead(7, 7), hurt(9, 9), True),
    ],
)
def test_a_word_of_number_may_be_a_figure_within_it(one: Count, other: Count, agree: bool) -> None:
    assert figures_agree([one], [other]) is agree


def test_the_figure_takes_the_place_of_the_word_of_number_and_keeps_who_is_counted() -> None:
    (kept,) = sharpened([dead(40, 99, "officers")], [dead(45, 45, "people")])
    assert (kept.low, kept.high, kept.who) == (45, 45, "officers")
    assert sharpened([dead(7, 7)], [dead(9, 9)]) == (dead(7, 7),)


def test_a_large_toll_is_one_toll_wherever_it_is_told() -> None:
    assert is_same_toll(raid(0, dead(27, None), places=at("Azmar")), raid(50, dead(27, None), places=at("the north")))
    assert not is_same_toll(raid(0, dead(3, 3), places=at("Azmar")), raid(50, dead(3, 3), places=at("Hill 40")))


def test_a_small_toll_is_one_toll_of_the_same_victims_at_the_same_place_or_in_several_parts() -> None:
    assert is_same_toll(raid(0, dead(3, 3), places=at("Azmar")), raid(50, dead(3, 3), places=at("Azmar")))
    assert not is_same_toll(raid(0, dead(3, 3), places=at("Azmar")), raid(50, dead(3, 3, "cows"), places=at("Azmar")))
    assert is_same_toll(raid(0, dead(3, 3), hurt(5, 5)), raid(50, dead(3, 3), hurt(5, 5)))


def test_words_of_number_and_sums_of_a_war_make_no_toll_the_same() -> None:
    assert not is_same_toll(raid(0, dead(24, 99)), raid(50, dead(24, 99)))
    total = replace(dead(500, 500), scope="total")
    assert not is_same_toll(raid(0, total), raid(50, total))


def test_one_toll_of_two_speakers_is_told_once_by_both() -> None:
    first = raid(0, dead(27, None), places=at("the north"), sources=told_by("medics"))
    (kept,) = told_once([(first, "no"), (raid(50, dead(27, None), places=at("Azmar"), sources=told_by("mayor")), "no")])
    assert {s.name for s in kept.sources} == {"medics", "mayor"}


def test_one_toll_of_two_days_or_two_armies_is_two() -> None:
    monday, friday = (TimeMention(words=Span(0, 9, f"on {day}"), pattern="weekday") for day in ("Monday", "Friday"))
    first, second = raid(0, dead(27, 27), time=monday), raid(50, dead(27, 27), time=friday)
    assert len(told_once([(first, "no"), (second, "no")])) == 2
    navy, army = ((Mention(name=name, words=WORD),) for name in ("navy", "army"))
    first, second = raid(0, dead(27, 27), agents=navy), raid(50, dead(27, 27), agents=army)
    assert len(told_once([(first, "no"), (second, "no")])) == 2


def test_a_part_of_a_day_is_no_other_day_but_another_week_is() -> None:
    def on(words: str) -> Claim:
        return raid(len(words), dead(27, 27), time=TimeMention(words=Span(0, len(words), words), pattern="weekday"))

    assert len(told_once([(on("Sunday"), "no"), (on("in the early hours of Sunday"), "no")])) == 1
    assert len(told_once([(on("Sunday"), "no"), (on("last Sunday"), "no")])) == 2


def test_a_bomber_is_no_other_agent_than_his_group() -> None:
    group, bomber, navy = ((Mention(name=name, words=WORD),) for name in ("front", "suicide bomber", "navy"))
    first = raid(0, dead(12, 12), agents=group)
    assert len(told_once([(first, "no"), (raid(50, dead(12, 12), agents=bomber), "no")])) == 1
    assert len(told_once([(first, "no"), (raid(50, dead(12, 12), agents=navy), "no")])) == 2


def test_a_place_changes_hands_once_in_a_report() -> None:
    def taken(start: int, **known: object) -> Claim:
        return bare("capture", Span(start, start + 4, "took"), Span(start, start + 9, "They took"), **known)

    assert len(told_once([(taken(0, places=at("Azmar")), "no"), (taken(50, places=at("Azmar")), "no")])) == 1
    assert len(told_once([(taken(0, places=at("Azmar")), "no"), (taken(50, places=at("Hill 40")), "no")])) == 2
    assert len(told_once([(taken(0), "no"), (taken(50), "no")])) == 2
