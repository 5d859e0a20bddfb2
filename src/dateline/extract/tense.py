"""The tense of a clause, as far as words of time need it: past, present with the perfect, or future."""

from typing import Literal

from dateline.extract.grammar import clause_of
from dateline.model.text import Reading

Tense = Literal["past", "present", "future"]


def tense_of(reading: Reading, i: int) -> Tense:
    """The tense of the clause that a word stands in; the perfect ("has been killed") is present."""
    verb = clause_of(reading, i)
    helpers = [reading.tokens[c] for c in reading.children[verb] if reading.tokens[c].dep in ("aux", "auxpass")]
    if any(helper.tag == "MD" or helper.tag == "TO" for helper in helpers):
        return "past" if any(helper.lemma == "have" for helper in helpers) else _of_infinitive(reading, verb)
    tags = {helper.tag for helper in helpers} | {reading.tokens[verb].tag}
    if "VBD" in tags:
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "present"
    if reading.tokens[verb].tag in ("VBG", "VBN") and reading.tokens[verb].head != verb:
        return tense_of(reading, reading.tokens[verb].head)
    return "past"


def _of_infinitive(reading: Reading, verb: int) -> Tense:
    """ "Has tried to advance" goes on, like its verb; any other infinitive looks ahead."""
    above = reading.tokens[verb].head
    if above == verb or reading.tokens[verb].dep != "xcomp":
        return "future"
    helpers = {reading.tokens[c].tag for c in reading.children[above] if reading.tokens[c].lemma == "have"}
    return "present" if helpers & {"VBZ", "VBP"} else "future"
