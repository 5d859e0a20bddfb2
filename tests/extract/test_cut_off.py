"""Texts that break off in mid sentence are read to their last word."""

import pytest

from dateline.extract.claims import extract
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.text import Report
from dateline.read.parser import Parser

WHOLE = (
    "The chief of staff of the Azmar Brigade, Karim Haddad, who headed the raid, said on Monday that nine traders were "
    "killed, including a child, and 21 houses were burnt with people buried alive after rebels took Saraqib"
)


@pytest.mark.parametrize("words", range(3, len(WHOLE.split()) + 1))
def test_a_text_may_end_after_any_word(parser: Parser, gazetteer: Gazetteer, words: int) -> None:
    text = " ".join(WHOLE.split()[:words])
    claims = extract(parser.read(Report(page="p", id="x", text=text, status="coded")), load_codebook(), gazetteer)
    assert all(claim.trigger.end <= len(text) for claim in claims.claims)


@pytest.mark.parametrize("text", ["Mara Kell spoke, who headed", "The captain of", "A child and 37", "12 houses burnt"])
def test_so_may_one_that_ends_in_a_word_that_wants_another(parser: Parser, gazetteer: Gazetteer, text: str) -> None:
    claims = extract(parser.read(Report(page="p", id="x", text=text, status="coded")), load_codebook(), gazetteer)
    assert claims.report.text == text
