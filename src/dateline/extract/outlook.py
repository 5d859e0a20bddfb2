"""What helping words and words of likelihood say of a verb: "did not", "could", "will ... if", "is likely to"."""

from typing import Final

from dateline.extract.aims import STATEMENTS
from dateline.extract.auxiliaries import DUTY, MAYBE, PERFECT, WILL, has_condition, helpers, is_negated
from dateline.extract.grammar import kids
from dateline.knowledge.words import word_classes
from dateline.model.claim import Modality
from dateline.model.text import Reading

_OFTEN: Final = frozenset("often frequently usually regularly routinely sometimes always repeatedly".split())
_LATER: Final = frozenset({"later", "eventually", "subsequently", "ultimately"})


def of_helpers(reading: Reading, i: int, kind: str) -> Modality | None:
    """The modality that the helping words of `i` give: "did not", "could", "will", "would ... if"."""
    around = helpers(reading, i)
    if "would" in around and _is_of_old(reading, i):
        return None
    if {"would", "have"} <= around and reading.tokens[i].tag == "VBN":
        return None if is_negated(reading, i) else "not"
    if is_negated(reading, i):
        return "not"
    if around & MAYBE:
        return None if around & PERFECT and "could" not in around else "possible"
    if kind in STATEMENTS or not around & (WILL | DUTY):
        return None
    return "possible" if around & WILL and (has_condition(reading, i) or is_feared(reading, i)) else "planned"


def _is_of_old(reading: Reading, i: int) -> bool:
    """ "Would often attack", "would later be killed": told of the past; not "said that he would later"."""
    beside = {reading.tokens[c].lower for c in kids(reading, i, "advmod")}
    reported = reading.tokens[i].dep == "ccomp"
    return bool(beside & _OFTEN) or (not reported and bool(beside & _LATER))


def is_scheduled(reading: Reading, i: int) -> bool:
    """ "Meet again tomorrow", "are leaving next week": present forms with a day to come."""
    token = reading.tokens[i]
    going = token.tag == "VBG" and helpers(reading, i) & {"is", "are", "'s", "'re", "’re"}
    if not going and token.tag not in ("VBZ", "VBP"):
        return False
    beside = (
        *kids(reading, i, "npadvmod", "advmod"),
        *(o for p in kids(reading, i, "prep") for o in reading.children[p]),
    )
    return any(_is_to_come(reading, c) for c in beside)


def _is_to_come(reading: Reading, i: int) -> bool:
    """ "Tomorrow", "next week", "the coming days"."""
    below = {reading.tokens[c].lower for c in kids(reading, i, "amod")}
    return reading.tokens[i].lower == "tomorrow" or bool(below & {"next", "coming"})


def is_feared(reading: Reading, i: int) -> bool:
    """ "It is likely that they will strike", "fears that they will"."""
    token = reading.tokens[i]
    if token.dep not in ("ccomp", "acl", "relcl"):
        return False
    fears = word_classes()["fearing"] | word_classes()["fear_nouns"]
    growing = any(reading.tokens[s].lemma in fears for s in kids(reading, token.head, "nsubj", "nsubjpass"))
    return reading.tokens[token.head].lemma in fears or growing or is_likely(reading, token.head)


def is_likely(reading: Reading, verb: int) -> bool:
    """ "A strike is imminent", "it is likely that they attack"."""
    said = {reading.tokens[c].lower for c in kids(reading, verb, "acomp", "attr", "oprd")}
    ruled_out = reading.tokens[verb].lemma == "rule" and is_negated(reading, verb)
    return ruled_out or bool({"likely", "possible", "imminent", "unlikely"} & said)


def is_undone(reading: Reading, i: int) -> bool:
    """ "Failed to prevent", "did not foil"."""
    head = reading.tokens[i].head
    return is_negated(reading, i) or (head != i and reading.tokens[head].lemma in word_classes()["failing"])
