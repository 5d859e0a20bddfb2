"""What a film, a novel or a museum tells of: acts that nobody reports as done."""

from typing import Final

from dateline.extract.grammar import VERBAL, ancestors, child, kids, prepositions
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading

# "Ends with the murder", "tells of a siege", "centres on", "is about": what a work is about hangs on its verb so.
_ABOUT: Final = frozenset({"with", "about", "of", "on", "upon", "around", "from", "in"})
_CONTENT: Final = frozenset({"dobj", "ccomp", "xcomp", "oprd", "attr", "dep"})
# "Plays a colonel who bombs a village"
_ACTING: Final = frozenset({"play", "portray"})
_IN: Final = frozenset({"in", "throughout"})


def is_told_in_a_work(reading: Reading, i: int) -> bool:
    """Whether the act at token `i` is what a work of fiction or an exhibition tells or shows."""
    return _is_told_by_one(reading, i) or _happens_in_one(reading, i)


def _is_told_by_one(reading: Reading, i: int) -> bool:
    """ "The novel follows a girl who is kidnapped", "the museum shows the sword that he surrendered"."""
    below = i
    for above in ancestors(reading, i):
        token = reading.tokens[above]
        if token.lemma in _ACTING and reading.tokens[below].dep == "dobj" and below != i:
            return reading.tokens[below].lemma in word_classes()["people"]
        if token.pos in VERBAL and _is_work(reading, child(reading, above, "nsubj", "nsubjpass")):
            return token.lemma in word_classes()["work_verbs"] and _is_content(reading, below)
        below = above
    return False


def _is_content(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    return token.dep in _CONTENT or (token.dep == "prep" and token.lower in _ABOUT)


def _is_work(reading: Reading, i: int | None) -> bool:
    return i is not None and reading.tokens[i].lemma.lower() in word_classes()["works"]


def _happens_in_one(reading: Reading, i: int) -> bool:
    """ "In the film, soldiers storm the palace", "the murder in the novel"."""
    stories = word_classes()["stories"]
    above = (i, *ancestors(reading, i))
    set_in = (o for a in above for word, o in prepositions(reading, a) if word in _IN)
    return any(reading.tokens[o].lemma.lower() in stories and not _is_measure(reading, o) for o in set_in)


def _is_measure(reading: Reading, i: int) -> bool:
    """ "In a series of attacks", "in the latest chapter of the war"; also what is told of the film's own making."""
    return any(reading.tokens[p].lower == "of" for p in kids(reading, i, "prep"))
