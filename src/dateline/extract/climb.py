"""The way up from an event's word: link by link as long as what stands above may bear on whether it happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.auxiliaries import has_to, is_definite, is_finite
from dateline.extract.grammar import VERBAL, kids
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading

SPEAKING: Final = frozenset("deny reject dismiss refute say state claim add tell report confirm".split())
SUBJECT_LINKS: Final = ("nsubj", "nsubjpass")
_MOST_STEPS: Final = 6
# "Plans to hit the town with rockets", "feared killed by shells": the verb's act is theirs
_WITH: Final = frozenset({"with", "by"})
# "Will provide ten million dollars in aid"
_MONEY: Final = frozenset({"dollar", "euro", "pound", "million", "billion", "$", "€", "£", "m", "bn", "yen", "worth"})
# "Will fly to Oman for talks"
GOING: Final = frozenset("go travel fly come arrive head leave visit return meet gather due".split())
# What comes about: "an evacuation would begin", "a truce will come into force"
COMING: Final = frozenset(
    "begin start resume occur happen go come take hold follow continue proceed materialise materialize".split()
)
THINGS: Final = frozenset({"object", "subject", "preposition", "under", "part", "complement"})
_LINKS: Final = {
    "ccomp": "clause",
    "xcomp": "complement",
    "dobj": "object",
    "nsubjpass": "subject",
    "nsubj": "subject",
    "pobj": "under",
    "pcomp": "under",
    "prep": "preposition",
    "agent": "preposition",
    "compound": "part",
    "attr": "object",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One link upwards: the word below, the word above, and how the one hangs on the other."""

    below: int
    above: int
    link: str


def steps(reading: Reading, i: int) -> Iterator[Step]:
    """The links from token `i` upwards, at most six."""
    here = i
    for _ in range(_MOST_STEPS):
        above = _above(reading, here)
        link = _link(reading, here, above)
        if link is None or above == here:
            return
        yield Step(here, above, link)
        here = above


def _above(reading: Reading, i: int) -> int:
    """The word above, or the noun or verb to which it belongs though parsers hang it beside.

    "Foiled a plot to bomb", "will give $20m in aid", "stopped them from leaving".
    """
    token = reading.tokens[i]
    if is_going_on(reading, i):
        return reading.tokens[token.head].head
    if token.dep == "prep" and token.lower == "in":
        money = (c for c in kids(reading, token.head, "dobj") if token.head < c < i and is_money(reading, c))
        return next(money, token.head)
    if token.dep == "prep" and token.lower == "from" and reading.tokens[token.head].dep == "dobj":
        verb = reading.tokens[token.head].head
        return verb if reading.tokens[verb].lemma in word_classes()["failing"] else token.head
    if token.dep not in ("advcl", "xcomp") or not has_to(reading, i):
        return token.head
    aims = word_classes()["plan_nouns"] | word_classes()["assaults"]
    before = (c for c in kids(reading, token.head, "dobj", "nsubjpass") if token.head < c < i or c == i - 2)
    return next((c for c in before if reading.tokens[c].lemma in aims), token.head)


def _link(reading: Reading, below: int, above: int) -> str | None:
    """How the word below bears on the word above; None where the climb ends."""
    token = reading.tokens[below]
    if is_going_on(reading, below) or (token.dep == "advcl" and _is_gerund_of(reading, below, above)):
        return "complement"
    if token.dep == "conj" and token.tag in ("VBD", "VBN") and reading.tokens[above].tag == "VB":
        return None
    if token.dep == "conj":
        joined_clause = token.pos in VERBAL and kids(reading, below, *SUBJECT_LINKS)
        return None if joined_clause else "joined"
    if token.dep in ("xcomp", "acl", "advcl", "relcl", "ccomp") and has_to(reading, below):
        return "infinitive"
    if token.dep in ("acl", "relcl") and reading.tokens[above].lemma in word_classes()["fear_nouns"]:
        return "clause"
    return _LINKS.get(token.dep)


def is_going_on(reading: Reading, i: int) -> bool:
    """ "Will go on arming", "kept on shelling": the gerund is what is done."""
    preposition = reading.tokens[reading.tokens[i].head]
    verb = reading.tokens[preposition.head]
    gerund = reading.tokens[i].dep == "pcomp" and reading.tokens[i].tag == "VBG"
    return gerund and preposition.lower == "on" and verb.lemma in ("go", "keep", "carry")


def _is_gerund_of(reading: Reading, i: int, verb: int) -> bool:
    """ "Ruled out sending", "considered sending": right behind the verb, with its particle at most between."""
    between = reading.tokens[verb + 1 : i]
    beside = 0 <= i - verb - 1 <= 1 and all(t.dep == "prt" for t in between)
    return reading.tokens[i].tag == "VBG" and reading.tokens[verb].pos in VERBAL and beside


def lets_pass(reading: Reading, step: Step) -> bool:
    """Whether what stands further up still bears on the event: a verb of its own ends the climb for its things."""
    above, word = reading.tokens[step.above], reading.tokens[step.below].lower
    if step.link == "preposition" and word == "on" and above.lemma == "agree":
        return True
    if step.link == "preposition" and word == "in" and is_money(reading, step.above):
        return True
    if step.link == "preposition" and word == "for" and above.lemma in GOING:
        return True
    if step.link == "preposition":
        return word in _WITH if above.pos in VERBAL else word == "of" or above.lemma in ("part", "role")
    if step.link == "clause":
        return above.lemma not in SPEAKING and not is_finite(reading, step.below)
    if above.pos not in VERBAL or step.link in ("joined", "infinitive", "complement"):
        return True
    if step.link == "subject" and above.lemma in COMING:
        return True
    known = step.link == "subject" and is_definite(reading, step.below)
    return is_empty_verb(above.lemma) and not known


def is_money(reading: Reading, i: int) -> bool:
    """ "Dollars", "a million", "$20m"."""
    beside = {reading.tokens[c].lower for c in kids(reading, i, "nmod", "quantmod")}
    return reading.tokens[i].lemma in _MONEY or bool(beside & _MONEY)


def is_empty_verb(lemma: str) -> bool:
    """Verbs that add nothing to the noun: "there were no attacks", "strikes took place", "will launch an offensive"."""
    return lemma in word_classes()["light_verbs"] or lemma in word_classes()["empty_verbs"]
