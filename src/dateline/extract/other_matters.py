"""What bears the words of war and tells of another matter: fiction, history, quarrels, charges in court.

A table of small functions from a claim as it stands to whether it is such; the docstring of the one that holds is the
reason that `dateline code --explain` gives.
"""

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from dateline.extract.grammar import ancestors, clause_of, first_conjunct, kids, prepositions, sentence_at, subtree
from dateline.extract.long_ago import is_long_ago
from dateline.extract.scene import Scene, is_nation
from dateline.extract.works import is_told_in_a_work
from dateline.knowledge.office_words import office_words
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Claim, Mention
from dateline.model.text import Reading

_STEPS: Final = 4
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
_OF_CHARGES: Final = frozenset({"of", "with", "to", "on", "for"})
_ASKING: Final = frozenset({"when", "whether", "how", "if", "where"})
_VERDICTS: Final = frozenset(
    "horrific wrong unacceptable illegal unlawful abhorrent immoral forbidden prohibited criminal evil inexcusable "
    "unjustifiable indefensible reprehensible intolerable unforgivable".split()
)
_UNANSWERED: Final = frozenset({"unpunished", "unanswered", "unavenged"})
_SIDES: Final = frozenset({"with", "between"})
_ANYBODY: Final = frozenset({"you", "anyone", "anybody"})
_EARLIER_VERSION: Final = re.compile(
    r"\b(?:earlier|previous|original|first) version of (?:this|the|our) (?:story|report|article|post|page)\b",
    re.IGNORECASE,
)
_OF_WAR: Final = frozenset({"violence", "territory", "forces"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A claim, the head `i` of its trigger, and whether its report speaks of little but conflict (see `theme`)."""

    scene: Scene
    claim: Claim
    i: int
    full: bool


# ---- in any report ------------------------------------------------------------------------------
def is_fiction(s: Standing) -> bool:
    """is what a work of fiction or an exhibition tells"""
    return is_told_in_a_work(s.scene.reading, s.i)


def is_brawl(s: Standing) -> bool:
    """is a fight of people without arms"""
    if s.claim.type != "armed_clash":
        return False
    reading, unarmed = s.scene.reading, word_classes()["individuals"]
    agents = [_last_word(m.name) for m in s.claim.agents if not _is_person(s.scene, m)]
    beside = [reading.tokens[o].lower for word, o in prepositions(reading, s.i) if word in _SIDES]
    named = {word.lower() for m in s.claim.agents for word in m.name.split()}
    return any((agents, beside)) and unarmed.issuperset((*agents, *beside)) and not named & word_classes()["armed"]


def _last_word(name: str) -> str:
    return name.split()[-1].lower() if name.split() else ""


def is_charge(s: Standing) -> bool:
    """is what somebody is charged with"""
    reading = s.scene.reading
    near = [s.i, *list(ancestors(reading, s.i))[:_STEPS]]
    inside = takewhile(lambda k: reading.tokens[k].tag not in _FINITE, near)
    return any(_hangs_on(reading, k, _OF_CHARGES, word_classes()["charges"]) for k in inside)


def is_topic(s: Standing) -> bool:
    """is spoken about as a topic"""
    i = first_conjunct(s.scene.reading, s.i)
    return _hangs_on(s.scene.reading, i, frozenset({"of", "about"}), word_classes()["topics"])


def is_to_be_answered(s: Standing) -> bool:
    """is said to be answered: a threat about what was told already"""
    reading = s.scene.reading
    token = reading.tokens[first_conjunct(reading, s.i)]
    outcomes = kids(reading, token.head, "acomp", "oprd", "amod") if token.dep == "nsubj" else ()
    return any(reading.tokens[k].lemma in _UNANSWERED for k in outcomes)


def is_choice(s: Standing) -> bool:
    """is spoken of as a choice"""
    tokens, choices = s.scene.reading.tokens, word_classes()["choices"]
    after = tokens[s.i + 1 : s.i + 2 + _STEPS]
    weighed = bool(after) and after[0].lemma == "be" and any(token.lemma in choices for token in after)
    i = first_conjunct(s.scene.reading, s.i)
    return weighed or _hangs_on(s.scene.reading, i, frozenset({"of", "but"}), choices)


def is_assessment(s: Standing) -> bool:
    """is what something is said to amount to, or is itself said to be something"""
    reading = s.scene.reading
    token = reading.tokens[s.i]
    above = reading.tokens[token.head]
    if token.dep == "dobj":
        return above.lemma in ("mean", "spell", "imply")
    said = [c for c in kids(reading, token.head, "attr") if kids(reading, c, "det")] if token.dep == "nsubj" else []
    bare = token.dep == "nsubj" and s.claim.time is None and not s.claim.targets
    judged = kids(reading, token.head, "acomp") if bare else ()
    return above.lower in ("is", "are") and (
        any(_is_indefinite(reading, c) for c in said) or any(reading.tokens[c].lemma in _VERDICTS for c in judged)
    )


def _is_indefinite(reading: Reading, i: int) -> bool:
    return any(reading.tokens[c].lower in ("a", "an") for c in kids(reading, i, "det"))


def _hangs_on(reading: Reading, i: int, prepositions: Set[str], nouns: Set[str]) -> bool:
    """Whether a word hangs on one of the nouns by one of the prepositions: "counts of murder"."""
    preposition = reading.tokens[i].head
    above = reading.tokens[reading.tokens[preposition].head]
    return reading.tokens[preposition].lower in prepositions and above.lemma in nouns


def is_maxim(s: Standing) -> bool:
    """is spoken of in general, as something to do or not to do"""
    reading = s.scene.reading
    clause = clause_of(reading, s.i)
    token = reading.tokens[clause]
    marks = {reading.tokens[c].lower for c in kids(reading, clause, "mark")}
    if "if" in marks and _ANYBODY & {reading.tokens[k].lower for k in subtree(reading, clause)}:
        return True
    asked = {reading.tokens[c].lower for c in kids(reading, clause, "advmod", "mark")} & _ASKING
    if asked and "should" in {reading.tokens[c].lower for c in kids(reading, clause, "aux")}:
        return True
    return (
        token.dep == "xcomp" and reading.tokens[token.head].lemma == "be" and bool(kids(reading, token.head, "csubj"))
    )


def is_bloodless(s: Standing) -> bool:
    """is a blow in a war of trade, prices or words"""
    reading, sentence = s.scene.reading, sentence_at(s.scene.reading, s.i)
    inside = range(sentence.first, sentence.last)
    return any(reading.tokens[k].lemma == "war" and _is_bloodless_war(reading, k) for k in inside) and not any(
        reading.tokens[k].lemma.lower() in word_classes()["conflict"] for k in inside
    )


def _is_bloodless_war(reading: Reading, i: int) -> bool:
    of = (o for word, o in prepositions(reading, i) if word == "of")
    named = {reading.tokens[k].lower for k in (*kids(reading, i, "compound", "amod"), *of)}
    return bool(named & word_classes()["bloodless_wars"])


def is_criticism(s: Standing) -> bool:
    """is an attack in words, of one named person on another"""
    claim, reading = s.claim, s.scene.reading
    if claim.type != "attack" or reading.tokens[s.i].lemma not in ("attack", "assault") or claim.counts:
        return False
    both = bool(claim.agents and claim.targets) and all(_is_person(s.scene, m) for m in (*claim.agents, *claim.targets))
    sentence = sentence_at(reading, s.i)
    words = {reading.tokens[k].lemma.lower() for k in range(sentence.first, sentence.last)}
    return both and not words & (word_classes()["harm_verbs"] - {"attack"} | word_classes()["guns"])


def _is_person(scene: Scene, mention: Mention) -> bool:
    words = mention.name.split()
    named = len(words) > 1 and all(word[:1].isupper() for word in words)
    return named and not any(is_nation(word) or word.lower() in office_words().bodies for word in words)


def is_correction(s: Standing) -> bool:
    """is what an earlier version of the report had wrong"""
    return bool(_EARLIER_VERSION.search(s.claim.sentence.text))


# ---- in reports that speak of other things too: in others long ago is the background of the news --
def is_history(s: Standing) -> bool:
    """happened a generation ago or more"""
    return not s.full and is_long_ago(s.scene, s.scene.reading.sentence_of[s.i])


_REASONS: Final[tuple[Callable[[Standing], bool], ...]] = (
    is_fiction, is_brawl, is_charge, is_topic, is_to_be_answered, is_choice, is_assessment, is_maxim,
    is_bloodless, is_criticism, is_correction, is_history,
)  # fmt: skip


def other_matter(standing: Standing) -> str | None:
    """Why a claim of violence, territory or forces tells of another matter; None where nothing says so."""
    if TYPES[standing.claim.type] not in _OF_WAR:
        return None
    found = next((reason for reason in _REASONS if reason(standing)), None)
    return None if found is None else (found.__doc__ or "").strip()
