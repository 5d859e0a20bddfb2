"""What becomes of an aim: "failed to take", "an attempt to seize the port", "the first to leave", "plans were dropped".

Infinitives mostly tell of what is not yet done; some are done when the verb above is, some are known to have failed.
"""

from typing import Final

from dateline.extract.auxiliaries import helpers, is_finite_past, is_negated
from dateline.extract.climb import SUBJECT_LINKS, Step
from dateline.extract.grammar import VERBAL, ancestors, kids
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Modality
from dateline.model.text import Reading

# Types that are done by being said: "must leave" is a demand made, "will pay" a threat made.
STATEMENTS: Final = frozenset({"demand", "threat"})
PACTS: Final = frozenset({"ceasefire", "agreement"})
# "Began an assault to seize": begun is the assault; "began to seize" is done.
_STARTING: Final = frozenset({"begin", "start", "continue", "resume"})
TERMS: Final = frozenset(
    "deal agreement accord pact plan proposal bill resolution truce ceasefire draft roadmap package budget".split()
)
# What happens to attempts and plans that come to nothing
_DROPPING: Final = frozenset(
    "collapse repel repulse drop scrap shelve abandon reject dismiss ignore refuse rebuff veto halt suspend "
    "freeze".split()
)
# "The first to leave", "the last rebels to leave" left
_ORDINAL: Final = frozenset({"first", "second", "third", "last", "latest", "only"})
# "Are set to leave"
_SETTLED: Final = frozenset({"set", "slated", "scheduled", "due"})
_BEING: Final = frozenset({"is", "are", "was", "were", "'re", "'s", "’re", "’s", "be", "am", "'m"})
_GATHERING: Final = frozenset("rally gather march assemble converge take turn".split())
TRYING: Final = frozenset({"try", "attempt", "seek"})
# "Were supposed to be freed, but none has been"
_AWAITED: Final = frozenset({"suppose", "schedule", "expect", "plan", "mean"})
# Who tries to advance or to get away is on the move
_UNDER_WAY: Final = frozenset("advance escape flee cross push infiltrate penetrate sneak".split())
_IN_VAIN: Final = frozenset({"unsuccessfully", "vainly"})
_FRUITLESS: Final = frozenset({"failure", "nothing", "fruitless", "futile", "unsuccessful", "vain", "defeat"})
# "Tried to storm it but were driven back"
_UNDONE: Final = frozenset("repel repulse beat push drive stop thwart foil force block prevent intercept fight".split())


def of_infinitive(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "Failed to take", "plans to attack", "an offensive to seize", "began to withdraw"."""
    above, below, classes = reading.tokens[step.above], reading.tokens[step.below], word_classes()
    if above.lemma in classes["failing"] or above.lower in ("unable", "failure"):
        return "not"
    if _came_to_nothing(reading, step.above) or _was_to_have(reading, step):
        return "not"
    if above.lemma in classes["fearing"] or above.lower in ("likely", "poised"):
        return "possible"
    if above.lower == "going" and helpers(reading, step.above) & _BEING:
        return "planned"
    if _is_done_by_it(above.lemma, kind) or _is_night_running(reading, step) or _is_one_of_a_row(reading, step.above):
        return None
    if above.lower in _SETTLED or _are_terms(reading, step.above):
        return "planned"
    if above.pos != "NOUN" and above.lemma in classes["done_infinitives"]:
        aims = above.lemma in _STARTING and below.dep == "xcomp" and kids(reading, step.above, "dobj")
        return "planned" if aims else None
    if _is_left_for_it(reading, step.above) or (above.lemma in TRYING and below.lemma in _UNDER_WAY):
        return None
    if above.pos not in VERBAL:
        return of_attempt(reading, step.above) or "planned"
    purpose = below.dep in ("acl", "advcl", "relcl") or above.lemma == "be"
    return "planned" if purpose or above.lemma in classes["planning"] or above.lemma == "tell" else None


def _came_to_nothing(reading: Reading, verb: int) -> bool:
    """ "Tried unsuccessfully to", "tried to storm the base but were driven back"."""
    if reading.tokens[verb].lemma in _AWAITED and any(_is_none(reading, c) for c in kids(reading, verb, "conj")):
        return True
    if reading.tokens[verb].lemma not in TRYING:
        return False
    below = {reading.tokens[c].lower for c in kids(reading, verb, "advmod")}
    aimed = (verb, *kids(reading, verb, "xcomp"))
    vain = any(_is_without_success(reading, p) for k in aimed for p in kids(reading, k, "prep"))
    joined = (reading.tokens[c] for c in kids(reading, verb, "conj"))
    undone = (t.lemma == "fail" or (t.lemma in _UNDONE and _is_done_to_them(reading, t.i)) for t in joined)
    return vain or bool(below & _IN_VAIN) or any(undone)


def _is_without_success(reading: Reading, preposition: int) -> bool:
    """ "In vain", "without success"."""
    words = {(reading.tokens[preposition].lower, reading.tokens[c].lower) for c in reading.children[preposition]}
    return bool(words & {("in", "vain"), ("without", "success")})


def _is_done_to_them(reading: Reading, verb: int) -> bool:
    """ "But were repelled", "but guards repelled them"."""
    pronouns = any(reading.tokens[o].lower in ("them", "it", "him") for o in kids(reading, verb, "dobj"))
    return reading.tokens[verb].tag == "VBN" or (reading.tokens[verb].tag == "VBD" and pronouns)


def _is_none(reading: Reading, verb: int) -> bool:
    """ "But none has been freed", "but were not"."""
    none = any(reading.tokens[s].lower in ("none", "nobody") for s in kids(reading, verb, *SUBJECT_LINKS))
    return none or is_negated(reading, verb)


def _was_to_have(reading: Reading, step: Step) -> bool:
    """ "Was to have left on Monday"."""
    have = any(reading.tokens[c].lower == "have" for c in kids(reading, step.below, "aux"))
    return have and reading.tokens[step.above].lower in ("was", "were")


def _is_left_for_it(reading: Reading, noun: int) -> bool:
    """ "Abandoned a truce to launch an assault": given up is the truce, for the assault."""
    token = reading.tokens[noun]
    left = token.dep == "dobj" and reading.tokens[token.head].lemma in _DROPPING
    return left and token.lemma in ("truce", "ceasefire", "position", "post", "base")


def _is_one_of_a_row(reading: Reading, noun: int) -> bool:
    """ "The first to leave", "the last rebels to leave"; not "the first attempt to leave"."""
    token = reading.tokens[noun]
    if token.pos in VERBAL or token.lemma in word_classes()["plan_nouns"] | word_classes()["assaults"]:
        return False
    beside = {token.lower, *(reading.tokens[c].lower for c in kids(reading, noun, "amod"))}
    return bool(beside & _ORDINAL)


def _are_terms(reading: Reading, verb: int) -> bool:
    """ "The deal allows rebels to leave", "the bill would let": what an agreement says, not what was done."""
    subjects = kids(reading, verb, "nsubj")
    return not is_finite_past(reading, verb) and any(reading.tokens[s].lemma in TERMS for s in subjects)


def _is_done_by_it(lemma: str, kind: str) -> bool:
    """ "Agreed to stop firing" is the truce; who rallies to protest protests, who strikes to hit fighters hits them."""
    if kind in STATEMENTS:
        return lemma not in word_classes()["plotting"]
    if TYPES.get(kind) == "violence":
        return lemma in word_classes()["violent_acts"] or lemma in ("carry", "conduct")
    return (kind == "protest" and lemma in _GATHERING) or (kind in PACTS and lemma == "agree")


def _is_night_running(reading: Reading, step: Step) -> bool:
    """ "Gathered for a third night running to protest", where the parser makes "running" the verb above."""
    gathered = (reading.tokens[a].lemma for a in ancestors(reading, step.above))
    return reading.tokens[step.above].lower == "running" and any(lemma in _GATHERING for lemma in gathered)


def _ends_in_failure(reading: Reading, verb: int) -> bool:
    """ "Ended in failure", "came to nothing", "proved fruitless", "were beaten back"."""
    below = (o for p in kids(reading, verb, "prep") for o in kids(reading, p, "pobj"))
    said = {reading.tokens[c].lower for c in (*below, *kids(reading, verb, "acomp", "oprd"))}
    beaten = reading.tokens[verb].lemma in _UNDONE and reading.tokens[verb].tag == "VBN"
    return bool(said & _FRUITLESS) or beaten


def of_attempt(reading: Reading, noun: int) -> Modality | None:
    """ "An attempt to seize the town failed", "dropped plans to", "no plans to"; one that succeeded is done."""
    failed = (reading.tokens[c].lower in word_classes()["failed_adjectives"] for c in kids(reading, noun, "amod"))
    if is_negated(reading, noun) or any(failed):
        return "not"
    head = reading.tokens[reading.tokens[noun].head]
    if reading.tokens[noun].dep == "pobj" and head.lower == "in" and reading.tokens[head.head].lemma == "fail":
        return "not"
    if reading.tokens[noun].dep not in (*SUBJECT_LINKS, "dobj"):
        return None
    if reading.tokens[noun].dep in SUBJECT_LINKS and _ends_in_failure(reading, head.i):
        return "not"
    if head.lemma == "succeed":
        return "occurred"
    return "not" if head.lemma in word_classes()["failing"] | word_classes()["foiling"] | _DROPPING else None
