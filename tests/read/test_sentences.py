"""Where sentences end."""

from itertools import pairwise

import pytest

from dateline.read.sentences import paragraphs, sentence_starts


def split(text: str) -> list[str]:
    starts = [*sentence_starts(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(starts)]


def test_a_full_stop_ends_a_sentence() -> None:
    assert split("Shells fell at dawn. Nobody was hurt.") == ["Shells fell at dawn.", "Nobody was hurt."]


def test_a_quotation_with_its_speaker_is_one_sentence() -> None:
    text = '"The town has fallen," said Col. Omar Haddad. He gave no figure.'
    assert split(text) == ['"The town has fallen," said Col. Omar Haddad.', "He gave no figure."]


def test_a_question_in_quotes_goes_on_in_lower_case() -> None:
    assert len(split('"Who fired?" asked the mayor of the town.')) == 1


@pytest.mark.parametrize(
    "abbreviation", ["Gen. Baker spoke", "the U.S. Navy came", "J. P. Moreau left", "St. Louis fell"]
)
def test_an_abbreviation_ends_nothing(abbreviation: str) -> None:
    assert len(split(f"On Monday {abbreviation} before noon.")) == 1


def test_a_text_without_capitals_is_still_split() -> None:
    assert len(split("police fired in the air. two men were arrested later.")) == 2


def test_paragraphs_keep_their_offsets() -> None:
    text = "First here.\n\nSecond there.\nstill second."
    assert [text[s : s + len(p)] for s, p in paragraphs(text)] == [p for _, p in paragraphs(text)]
    assert [p for _, p in paragraphs(text)] == ["First here.", "Second there.\nstill second."]
