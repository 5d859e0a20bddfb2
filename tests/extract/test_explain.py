"""Every word that the codebook knows gets its fate told."""

from collections.abc import Callable

import pytest

from dateline.extract.claims import extract
from dateline.extract.explain import Explained, explain
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.text import Reading

Read = Callable[[str], Reading]
Explain = Callable[[str], tuple[Explained, ...]]


@pytest.fixture
def explained(read: Read, gazetteer: Gazetteer) -> Explain:
    return lambda text: explain(read(text), load_codebook(), gazetteer)


def fates(one: Explained) -> dict[str, str]:
    return {heard.word.text: heard.fate for heard in one.heard}


def test_what_fires_and_what_gives_way_to_it(explained: Explain) -> None:
    (one,) = explained("Gunmen attacked a village near Goma on Sunday and killed seven farmers, police said.")
    assert fates(one)["attacked"] == "makes a claim of attack"
    assert fates(one)["killed"].startswith('gives way to "attacked" (attack/')
    assert [(w.claim.trigger.text, w.told) for w in one.weighed] == [("attacked", True)]


def test_what_was_turned_down_says_what_it_lacks_or_what_bars_it(explained: Explain) -> None:
    lacking, barred = explained("The director shot his film. The minister died of a heart attack on Friday.")
    assert "needs subject" in fates(lacking)["shot"]
    assert 'and has "film"' in fates(lacking)["shot"] or 'is barred by object "film"' in fates(lacking)["shot"]
    assert all(heard.rule is None for heard in lacking.heard)
    assert 'is barred by modifier "heart"' in fates(barred)["attack"]


def test_a_question_and_a_thing_told_before_say_so(explained: Explain) -> None:
    first, again, asked = explained(
        "Jets bombed the market in Goma on Monday, killing nine. The raid lasted an hour. Did jets bomb the school?"
    )
    assert fates(first)["bombed"] == "makes a claim of air_strike"
    assert fates(again)["raid"] == "tells again what is told elsewhere in the report"
    assert fates(asked)["bomb"] == "stands in a question, which tells nothing"
    assert not again.weighed


def test_the_explanation_agrees_with_what_is_coded(read: Read, gazetteer: Gazetteer) -> None:
    reading = read(
        "Jets bombed the market in Goma on Monday, killing nine. Rebels denied that they had shelled Nyala. "
        "The army plans to send troops to Azmar. Hundreds fled Saraqib, aid workers said."
    )
    coded = {c.trigger for c in extract(reading, load_codebook(), gazetteer).claims}
    told = {w.claim.trigger for one in explain(reading, load_codebook(), gazetteer) for w in one.weighed if w.told}
    assert told == coded
    assert len(coded) >= 3


def test_the_heaviest_signs_come_first(explained: Explain) -> None:
    (one,) = explained("Jets bombed the market in Goma on Monday, killing nine civilians.")
    weights = [abs(weight) for _, weight in one.weighed[0].signs]
    assert weights == sorted(weights, reverse=True)
    assert 0 < one.weighed[0].likelihood < 1
