"""Claims that only tell again what another claim tells are joined to it; conflicting figures and denials are not."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from claims_made import bare
from dateline.extract.candidate import Candidate, candidates
from dateline.extract.judge import Verdict, told_claims
from dateline.extract.retelling import (
    REACH,
    RetellingJudge,
    load_retelling_judge,
    pair_signs,
    parse_retelling_judge,
    retold,
    retold_among,
)
from dateline.extract.retelling_signs import ALONE, PAIRS, WORDS, may_be_one, retelling_signs
from dateline.model.claim import Claim, Count, Mention, PlaceMention, Source
from dateline.model.errors import DataError
from dateline.model.text import Reading

Read = Callable[[str], Reading]
TEXT = "Gunmen attacked the village of Azmar on Monday. Police said the assault on Azmar killed five farmers."
ALL_ONE = RetellingJudge(9.0, 0.5, {})


def claim(reading: Reading, kind: str, trigger: str, **known: object) -> Claim:
    start = reading.report.text.index(trigger)
    sentence = next(s.span for s in reading.sentences if s.span.start <= start < s.span.end)
    return bare(kind, reading.report.span(start, start + len(trigger)), sentence, **known)


def mention(reading: Reading, words: str) -> Mention:
    start = reading.report.text.index(words)
    return Mention(name=words, words=reading.report.span(start, start + len(words)))


def killed(reading: Reading, words: str, number: int) -> tuple[Count, ...]:
    start = reading.report.text.index(words)
    span = reading.report.span(start, start + len(words))
    return (Count(kind="killed", who="farmers", low=number, high=number, words=span),)


def two_of(reading: Reading, **known: object) -> tuple[Candidate, Candidate]:
    place = PlaceMention(name="Azmar", words=mention(reading, "Azmar").words)
    first = claim(reading, "attack", "attacked", agents=(mention(reading, "Gunmen"),), places=(place,))
    one, other = candidates(reading, [first, claim(reading, "attack", "assault", places=(place,), **known)])
    return one, other


def signs(one: Candidate, other: Candidate) -> dict[str, str]:
    return dict(sign.split("=", 1) for sign in retelling_signs(one, other))


# ---- what is said of two claims -----------------------------------------------------------------
def test_what_two_claims_state_alike_is_told(read: Read) -> None:
    reading = read(TEXT)
    found = signs(*two_of(reading, counts=killed(reading, "five farmers", 5)))
    assert found["places"] == "same"
    assert found["agents"] == "second none"
    assert found["figures"] == "first none"
    assert found["later"] == "noun the"
    assert (found["shared"], found["against"]) == ("1", "0")
    assert "syntax" not in found


def test_every_word_is_weighed_and_none_twice() -> None:
    names = [word.__name__ for word in WORDS]
    assert len(set(names)) == len(names)
    assert set(ALONE) <= set(names)
    assert {name for pair in PAIRS for name in pair} <= set(names)
    assert len(set(PAIRS)) == len(PAIRS)


def test_two_in_one_sentence_are_looked_at_by_how_they_hang_together(read: Read) -> None:
    reading = read("Gunmen attacked the village, killing three traders.")
    one, other = candidates(reading, [claim(reading, "attack", "attacked"), claim(reading, "attack", "killing")])
    assert signs(one, other)["syntax"] == "first above advcl"


# ---- what may be one ----------------------------------------------------------------------------
def test_another_figure_is_never_a_retelling(read: Read) -> None:
    reading = read(TEXT)
    one, other = two_of(reading, counts=killed(reading, "five farmers", 5))
    nine = replace(one, claim=replace(one.claim, counts=killed(reading, "five farmers", 9)))
    assert may_be_one(one, other)
    assert not may_be_one(nine, other)


def test_a_denial_is_never_a_retelling(read: Read) -> None:
    reading = read(TEXT)
    said = Source(name="Police", stance="denies", words=mention(reading, "Police").words)
    one, other = two_of(reading, sources=(said,))
    assert not may_be_one(one, other)


def test_a_capture_tells_no_attack_again(read: Read) -> None:
    reading = read(TEXT)
    one, other = two_of(reading)
    assert not may_be_one(one, replace(other, claim=replace(other.claim, type="capture")))


def test_what_lies_far_apart_is_not_compared(read: Read) -> None:
    reading = read(" ".join(["Gunmen attacked the village."] * (REACH + 2)))
    starts = [s.span.start for s in reading.sentences]
    told = [claim(reading, "attack", "attacked")]
    words = told[0].trigger
    moved = [
        replace(
            told[0],
            trigger=reading.report.span(start + words.start, start + words.end),
            sentence=reading.sentences[n].span,
        )
        for n, start in enumerate(starts)
    ]
    pairs = pair_signs(list(candidates(reading, moved)))
    assert (0, REACH) in pairs
    assert (0, REACH + 1) not in pairs


# ---- which one stays ----------------------------------------------------------------------------
def test_the_likelier_of_two_stays() -> None:
    assert retold([0.5, 0.9], [0, 1], lambda n, k: True) == {0: 1}
    assert retold([0.9, 0.5], [0, 1], lambda n, k: True) == {1: 0}
    assert retold([0.9, 0.5], [0, 1], lambda n, k: False) == {}


def test_a_claim_that_is_left_out_takes_no_other_with_it() -> None:
    assert retold([0.9, 0.5, 0.4], [1, 2], lambda n, k: True) == {2: 1}


def test_what_is_told_again_completes_the_one_that_stays(read: Read) -> None:
    reading = read(TEXT)
    one, other = two_of(reading, counts=killed(reading, "five farmers", 5))
    told = [one, other]
    again = retold_among(told, [0.9, 0.6], [0, 1], ALL_ONE)
    assert again == {1: 0}
    verdicts = [Verdict(0.9, True, None), Verdict(0.6, True, 0)]
    (whole,) = told_claims([c.claim for c in told], verdicts)
    assert [m.name for m in whole.agents] == ["Gunmen"]
    assert whole.counts[0].low == 5
    assert whole.likelihood == 0.9


def test_a_doubtful_claim_is_left_out_and_completes_nothing(read: Read) -> None:
    reading = read(TEXT)
    one, other = two_of(reading, counts=killed(reading, "five farmers", 5))
    (whole,) = told_claims([one.claim, other.claim], [Verdict(0.9, True, None), Verdict(0.1, False, None)])
    assert whole.counts == ()


# ---- its weights --------------------------------------------------------------------------------
def test_weights_are_read_and_a_broken_file_says_what_to_do() -> None:
    raw = {"base": -1.0, "same": 0.7, "weights": {"lemma": {"True": 2.0}}}
    judge = parse_retelling_judge(json.dumps(raw).encode())
    assert judge.likelihood(["lemma=True"]) > judge.same > judge.likelihood(["unknown=sign"])
    with pytest.raises(DataError, match="make judge"):
        parse_retelling_judge(b"{}")


def test_the_judge_that_comes_with_dateline_weighs_what_is_said() -> None:
    judge = load_retelling_judge()
    assert 0.3 < judge.same < 1
    known = {weight.partition("=")[0] for weight in judge.weights}
    assert known <= {*ALONE, *(f"{one}+{other}" for one, other in PAIRS)}


def test_another_denial_is_never_a_retelling(read: Read) -> None:
    reading = read(TEXT)
    police = mention(reading, "Police")
    told = Source(name="Gunmen", stance="asserts", words=mention(reading, "Gunmen").words)
    one, other = two_of(reading, sources=(told, Source(name="Police", stance="denies", words=police.words)))
    assert not may_be_one(one, other)
