"""Clauses about persons, and whether they tell of another time and place than the words around them."""

from typing import Final

from dateline.extract.grammar import kids
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading

# What becomes of those harmed, in the same story
_BECOMING: Final = frozenset("die perish succumb flee escape refuse resist try arrive gather come return".split())


def tells_of_persons(reading: Reading, clause: int) -> bool:
    """ "Fought the men who took the port in June", "who had robbed a bank": what those touched did another time.

    Not what was going on with them, or became of them: "shot two men who were fishing on Monday".
    """
    token = reading.tokens[clause]
    before = any(reading.tokens[c].lower == "had" for c in kids(reading, clause, "aux"))
    who = any(reading.tokens[s].lower == "who" for s in kids(reading, clause, "nsubj"))
    became = token.lemma in word_classes()["harm_verbs"] | _BECOMING or kids(reading, clause, "auxpass")
    doers = reading.tokens[reading.tokens[token.head].head].lower == "by"  # "taken by men who burst in on Sunday"
    return who and token.pos == "VERB" and (before or (token.tag == "VBD" and not became and not doers))
