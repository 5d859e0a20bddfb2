"""The explanation as it is printed."""

import io
from collections.abc import Callable

import pytest
from rich.console import Console

from dateline.extract.explain import Explained, Heard, Weighed
from dateline.model.event import Coded
from dateline.model.text import Span
from dateline.publish.explain import print_explanation

HEARD = Heard(word=Span(5, 11, "bombed"), rule="air_strike/7", fate="makes a claim of air_strike")
TURNED_DOWN = Heard(word=Span(20, 24, "shot"), rule=None, fate='attack/1 needs object people and has "film"')
SENTENCE = Span(0, 40, "Jets bombed it and a director shot a film.")

Printed = Callable[..., str]


@pytest.fixture
def printed(coded: Coded) -> Printed:
    def print_it(*explained: Explained) -> str:
        out = io.StringIO()
        print_explanation(Console(file=out, width=120), coded.report, explained)
        return out.getvalue()

    return print_it


def test_each_word_stands_with_its_rule_and_its_fate(printed: Printed) -> None:
    out = printed(Explained(sentence=SENTENCE, heard=(HEARD, TURNED_DOWN), weighed=()))
    assert '  "bombed"  air_strike/7: makes a claim of air_strike\n' in out
    assert '  "shot"  attack/1 needs object people and has "film"\n' in out


@pytest.mark.parametrize(("told", "word"), [(True, "told"), (False, "left out")])
def test_a_judged_claim_stands_below_its_word_with_what_weighed(
    printed: Printed, coded: Coded, told: bool, word: str
) -> None:
    claim = coded.events[0].claim
    heard = Heard(word=claim.trigger, rule=claim.rule, fate="makes a claim")
    weighed = Weighed(claim=claim, told=told, again=None, likelihood=0.62, least=0.4, signs=(("time=here", 0.5),))
    out = printed(Explained(sentence=claim.sentence, heard=(heard,), weighed=(weighed,)))
    assert f"      {word}: likelihood 0.62, needs 0.40; time=here +0.50\n" in out


def test_sentences_without_a_word_of_the_codebook_are_passed_over(printed: Printed) -> None:
    assert "No word of it is in the codebook." in printed(Explained(sentence=SENTENCE, heard=(), weighed=()))


def test_a_claim_that_tells_another_again_names_it(printed: Printed, coded: Coded) -> None:
    claim = coded.events[0].claim
    heard = Heard(word=claim.trigger, rule=claim.rule, fate="makes a claim")
    again = Weighed(claim=claim, told=False, again=claim.trigger, likelihood=0.62, least=0.4, signs=())
    text = printed(Explained(sentence=claim.sentence, heard=(heard,), weighed=(again,)))
    assert f'completes "{claim.trigger.text}", which it tells again' in " ".join(text.split())
