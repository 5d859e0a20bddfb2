"""Whether what is told occurred, is planned, is possible, or did not happen; and whether it is told as background.

From the word that announces the event the parse is climbed, link by link, as long as what stands above still bears on
whether it happened: "failed to take", "plans for an attack", "fears of strikes". What merely mentions it is not asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.grammar import VERBAL, ancestors, kids, sentence_at
from dateline.knowledge.words import word_classes
from dateline.model.claim import Modality
from dateline.model.text import Reading

_MAYBE = frozenset({"could", "may", "might"})
_WILL = frozenset({"will", "shall", "'ll", "would", "’ll"})
_DUTY = frozenset({"should", "must"})
_NEGATIONS = frozenset({"not", "n't", "never", "n’t", "no", "neither", "nor"})
_DONE_INFINITIVES = frozenset(
    "begin start continue manage force appear seem use help go able come proceed happen resume cease compel oblige "
    "lead enable allow cause dare get believe report say allege know choose tend find suspect think understand accuse "
    "prove turn stop pause stay remain".split()
)
_SPEAKING = frozenset("deny reject dismiss refute say state claim add tell report confirm".split())
# Types that are done by being said: "must leave" is a demand made, "will pay" a threat made.
_STATEMENTS = frozenset({"demand", "threat"})
_MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class Step:
    """One link upwards: the word below, the word above, and how the one hangs on the other."""

    below: int
    above: int
    link: str


def modality(reading: Reading, i: int, kind: str = "") -> Modality:
    """The modality of the event of type `kind` that token `i` announces."""
    own = _own(reading, i, kind)
    if own is not None:
        return own
    for step in _steps(reading, i):
        if reading.tokens[step.above].lemma in word_classes()["ending"]:
            return "occurred"
        verdict = _of_step(reading, step, kind)
        if verdict is not None:
            return verdict
    return "occurred"


# ---- the word itself ----------------------------------------------------------------------------
def _own(reading: Reading, i: int, kind: str) -> Modality | None:
    helpers = _helpers(reading, i)
    if (helpers & _NEGATIONS and not _not_only(reading, i)) or _has_no(reading, i):
        return "not"
    if _under(reading, i, {"if", "unless"}):
        return "possible"
    if helpers & _MAYBE:
        return "possible"
    if helpers & (_WILL | _DUTY) and kind not in _STATEMENTS:
        return "possible" if _has_condition(reading, i) else "planned"
    modifiers = {reading.tokens[c].lower for c in kids(reading, i, "amod", "compound", "advmod")}
    classes = word_classes()
    if modifiers & classes["possible_adjectives"]:
        return "possible"
    if modifiers & classes["planned_adjectives"]:
        return "planned"
    return "not" if modifiers & classes["failed_adjectives"] else None


def _helpers(reading: Reading, i: int) -> set[str]:
    return {reading.tokens[c].lower for c in kids(reading, i, "aux", "auxpass", "neg", "det", "preconj")}


def _has_no(reading: Reading, i: int) -> bool:
    """ "no shots were fired", "took no prisoners"."""
    parties = kids(reading, i, "nsubj", "nsubjpass", "dobj")
    return any(reading.tokens[c].lower == "no" for p in parties for c in kids(reading, p, "det"))


def _not_only(reading: Reading, i: int) -> bool:
    return any(
        reading.tokens[c].lower in _NEGATIONS and reading.tokens[min(c + 1, len(reading.tokens) - 1)].lower == "only"
        for c in reading.children[i]
    )


def _under(reading: Reading, i: int, marks: set[str]) -> bool:
    return any(reading.tokens[c].lower in marks for c in kids(reading, i, "mark"))


def _has_condition(reading: Reading, i: int) -> bool:
    return any(_under(reading, c, {"if", "unless"}) for c in kids(reading, i, "advcl"))


# ---- the climb ----------------------------------------------------------------------------------
def _steps(reading: Reading, i: int) -> Iterator[Step]:
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
        joined_clause = token.pos in VERBAL and kids(reading, below, "nsubj", "nsubjpass")
        return None if joined_clause else "joined"
    if token.dep in ("xcomp", "acl", "advcl") and any(reading.tokens[c].tag == "TO" for c in reading.children[below]):
        return "infinitive"
    if token.dep == "prep":
        return "preposition"
    return _LINKS.get(token.dep)


_LINKS = {
    "ccomp": "clause",
    "xcomp": "complement",
    "dobj": "object",
    "nsubjpass": "object",
    "nsubj": "subject",
    "pobj": "under",
    "pcomp": "under",
    "prep": "preposition",
    "compound": "part",
    "attr": "object",
}


def _of_step(reading: Reading, step: Step, kind: str) -> Modality | None:
    verdict = {
        "infinitive": _of_infinitive,
        "clause": _of_clause,
        "complement": _of_clause,
        "object": _of_object,
        "subject": _of_subject,
        "preposition": _of_preposition,
    }.get(step.link, _nothing)(reading, step, kind)
    if verdict is None and step.link in ("infinitive", "complement", "object", "subject"):
        return _of_helpers(reading, step, kind)
    return verdict


def _nothing(reading: Reading, step: Step, kind: str) -> Modality | None:
    return None


def _of_infinitive(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "failed to take", "plans to attack", "an offensive to seize", "began to withdraw"."""
    above, below, classes = reading.tokens[step.above], reading.tokens[step.below], word_classes()
    if above.lemma in classes["failing"] or above.lower in ("unable", "failure"):
        return "not"
    if above.lemma in classes["fearing"] or above.lower in ("likely", "set", "poised"):
        return "possible"
    if above.lemma in _DONE_INFINITIVES:
        return None
    purpose = below.dep in ("acl", "advcl")
    return "planned" if purpose or above.lemma in classes["planning"] else None


def _of_clause(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "feared that they would ...", "ordered that ...", "agreed that rebels leave"."""
    lemma, classes = reading.tokens[step.above].lemma, word_classes()
    if lemma in classes["fearing"]:
        return "possible"
    irrealis = not _is_finite_past(reading, step.below) and kind not in _STATEMENTS
    return "planned" if lemma in classes["planning"] and irrealis else None


def _is_finite_past(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    return token.tag == "VBD" or bool(_helpers(reading, i) & {"had", "was", "were", "has", "have"})


def _of_object(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "planned an attack", "foiled a plot", "demanded the arrest of"."""
    lemma, classes = reading.tokens[step.above].lemma, word_classes()
    if lemma in classes["foiling"]:
        return "not"
    if lemma in classes["fearing"]:
        return "possible"
    return "planned" if lemma in classes["planning_of"] else None


def _of_subject(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "an invasion would be", "talks are scheduled"."""
    if _helpers(reading, step.above) & {"would", *_MAYBE}:
        return "possible"
    lower = [reading.tokens[c].lower for c in kids(reading, step.above, "acomp", "attr")]
    return "possible" if {"likely", "possible", "imminent", "unlikely"} & set(lower) else None


def _of_preposition(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "closer to capturing", "fears of strikes", "plans for an attack", "ahead of the offensive"."""
    above, word, classes = reading.tokens[step.above], reading.tokens[step.below].lower, word_classes()
    if above.lower in classes["nearness"] and word in ("to", "of"):
        return "possible"
    if word in ("of", "about", "for", "over") and above.lemma in classes["fear_nouns"] | classes["fearing"]:
        return "possible"
    if word in ("for", "of", "to") and above.lemma in classes["plan_nouns"]:
        return "planned"
    if word == "for" and above.lemma in classes["planning_for"]:
        return "planned"
    if word == "from" and above.lemma in classes["failing"] | classes["foiling"]:
        return "not"
    ahead = word == "of" and above.lower == "ahead"
    return "planned" if ahead else None


def _of_helpers(reading: Reading, step: Step, kind: str) -> Modality | None:
    """Helpers of the verb above count for its infinitive, and for the thing that it does or undergoes."""
    above = reading.tokens[step.above]
    if above.pos not in VERBAL or above.lemma in _SPEAKING:
        return None
    if step.link in ("object", "subject") and not _is_empty_verb(above.lemma):
        return None
    helpers = _helpers(reading, step.above)
    if helpers & _NEGATIONS and not _not_only(reading, step.above):
        return "not"
    if helpers & _MAYBE:
        return "possible"
    return "planned" if helpers & (_WILL | _DUTY) and kind not in _STATEMENTS else None


def _is_empty_verb(lemma: str) -> bool:
    """Verbs that add nothing to the noun: "there were no attacks", "strikes took place", "will launch an offensive"."""
    return lemma in word_classes()["light_verbs"] or lemma in (
        "be",
        "take",
        "occur",
        "happen",
        "have",
        "cause",
        "there",
    )


# ---- background ---------------------------------------------------------------------------------
def is_told_as_background(reading: Reading, i: int) -> bool:
    """Whether the words alone set the event before the news: "Since capturing ...", "had earlier seized"."""
    sentence = sentence_at(reading, i)
    if reading.tokens[sentence.first].lower == "since" and _is_below_token(reading, i, sentence.first):
        return True
    helpers = _helpers(reading, i)
    earlier = {reading.tokens[c].lower for c in kids(reading, i, "advmod")}
    return "had" in helpers and bool(earlier & {"earlier", "previously", "already", "once"})


def _is_below_token(reading: Reading, i: int, top: int) -> bool:
    return i == top or any(a == top for a in ancestors(reading, i))
