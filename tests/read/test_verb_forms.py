"""Past forms behind a prefix get their base form."""

import pytest

from dateline.model.text import Report
from dateline.read.parser import Parser
from dateline.read.verb_forms import verb_form


@pytest.mark.parametrize(("form", "base"), [("retook", "retake"), ("overran", "overrun"), ("foresaw", "foresee")])
def test_a_past_form_behind_a_prefix_has_its_base_as_lemma(form: str, base: str) -> None:
    assert verb_form(form, form, "VBP") == (base, "VBD")


def test_a_form_that_the_parser_knows_and_a_noun_are_left_alone() -> None:
    assert verb_form("withdrew", "withdraw", "VBD") == ("withdraw", "VBD")
    assert verb_form("retook", "retook", "NN") == ("retook", "NN")
    assert verb_form("retook", "retake", "VBD") == ("retake", "VBD")


def test_the_reading_of_a_sentence_has_the_base_form(parser: Parser) -> None:
    reading = parser.read(Report(page="p", id="sha256:0", text="Rebels retook the town on Monday.", status="coded"))
    assert (reading.tokens[1].lemma, reading.tokens[1].tag) == ("retake", "VBD")
