"""The way up from an event's word: link by link as long as what stands above may bear on whether it happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.extract.auxiliaries import has_to, is_definite, is_finite
from dateline.extract.grammar import VERBAL, ancestors, kids
from dateline.knowledge.words import word_classes
from dateline.model.text import Reading

SPEAKING: Final = frozenset("deny reject dismiss refute say state claim add tell report confirm".split())
SUBJECT_LINKS: Final = ("nsubj", "nsubjpass")
_MOST_STEPS: Final = 6
# "Plans to hit the town with rockets", "feared killed by shells": the verb's act is theirs
_WITH: Final = frozenset({"with", "by"})
# "Will provide ten million dollars in aid"
_MONEY: Final = frozenset({"dollar", "euro", "pound", "million", "billion", "$", "m", "bn", "yen", "worth"})
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
    for n, above in enumerate(ancestors(reading, i)):
        link = _link(reading, here, above)
        if link is None or n >= _MOST_STEPS:
            return
        yield Step(here, above, link)
        here = above


def _link(reading: Reading, below: int, above: int) -> str | None:
    """How the word below bears on the word above; None where the climb ends."""
    token = reading.tokens[below]
    if token.dep == "conj":
        joined_clause = token.pos in VERBAL and kids(reading, below, *SUBJECT_LINKS)
        return None if joined_clause else "joined"
    if token.dep in ("xcomp", "acl", "advcl", "relcl", "ccomp") and has_to(reading, below):
        return "infinitive"
    if token.dep in ("acl", "relcl") and reading.tokens[above].lemma in word_classes()["fear_nouns"]:
        return "clause"
    return _LINKS.get(token.dep)


def lets_pass(reading: Reading, step: Step) -> bool:
    """Whether what stands further up still bears on the event: a verb of its own ends the climb for its things."""
    above, word = reading.tokens[step.above], reading.tokens[step.below].lower
    if step.link == "preposition" and word == "on" and above.lemma == "agree":
        return True
    if step.link == "preposition" and word == "in" and above.lemma in _MONEY:
        return True
    if step.link == "preposition":
        return word in _WITH if above.pos in VERBAL else word == "of" or above.lemma in ("part", "role")
    if step.link == "clause":
        return above.lemma not in SPEAKING and not is_finite(reading, step.below)
    if above.pos not in VERBAL or step.link in ("joined", "infinitive", "complement"):
        return True
    known = step.link == "subject" and is_definite(reading, step.below)
    return is_empty_verb(above.lemma) and not known


def is_empty_verb(lemma: str) -> bool:
    """Verbs that add nothing to the noun: "there were no attacks", "strikes took place", "will launch an offensive"."""
    return lemma in word_classes()["light_verbs"] or lemma in word_classes()["empty_verbs"]
