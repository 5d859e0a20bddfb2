"""What the words above an event say of whether it happened: "failed to take", "plans for an attack".

What merely mentions it, as the object of a verb of its own ("plans to discuss the attack"), is not asked.
"""

from collections.abc import Callable
from typing import Final

from dateline.extract.auxiliaries import (
    DUTY,
    MAYBE,
    PERFECT,
    WILL,
    has_condition,
    has_to,
    helpers,
    is_condition,
    is_definite,
    is_finite_past,
    is_negated,
)
from dateline.extract.climb import SPEAKING, SUBJECT_LINKS, THINGS, Step, is_empty_verb, lets_pass, steps
from dateline.extract.grammar import VERBAL, kids
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Modality
from dateline.model.text import Reading

# Types that are done by being said: "must leave" is a demand made, "will pay" a threat made.
STATEMENTS: Final = frozenset({"demand", "threat"})
_PACTS: Final = frozenset({"ceasefire", "agreement"})
# "Began an assault to seize": begun is the assault; "began to seize" is done.
_STARTING: Final = frozenset({"begin", "start", "continue", "resume"})
_TERMS: Final = frozenset(
    "deal agreement accord pact plan proposal bill resolution truce ceasefire draft roadmap".split()
)
# What happens to attempts and plans that come to nothing
_DROPPING: Final = frozenset(
    "collapse repel repulse drop scrap shelve abandon reject dismiss ignore refuse rebuff veto".split()
)


def governed(reading: Reading, i: int, kind: str) -> Modality | None:
    """The modality that the words above token `i` give its event of type `kind`; None where they say nothing of it."""
    for step in steps(reading, i):
        if step.link in THINGS and reading.tokens[step.above].lemma in word_classes()["ending"]:
            return None
        if (verdict := _of_step(reading, step, kind)) is not None:
            return verdict
        if not lets_pass(reading, step):
            return None
    return None


def is_motive(reading: Reading, i: int, kind: str) -> bool:
    """ "Bought trucks to bomb the town": what something was done for, which is neither told nor announced."""
    for step in steps(reading, i):
        verdict = _of_step(reading, step, kind)
        if verdict is not None:
            return verdict == "planned" and _is_purpose(reading, step)
        if not lets_pass(reading, step):
            return False
    return False


def _is_purpose(reading: Reading, step: Step) -> bool:
    above = reading.tokens[step.above]
    announced = above.lemma in word_classes()["planning"] or above.lemma in ("move", "tell", "be")
    clause = step.link == "infinitive" and reading.tokens[step.below].dep == "advcl"
    return clause and above.pos in VERBAL and not announced


# ---- what one step says --------------------------------------------------------------------------
def _of_step(reading: Reading, step: Step, kind: str) -> Modality | None:
    verdict = _VERDICTS.get(step.link, _of_nothing)(reading, step, kind)
    if verdict == "planned" and reading.tokens[step.above].pos in VERBAL and is_negated(reading, step.above):
        return "not"
    if verdict == "planned" and helpers(reading, step.above) & MAYBE:
        return "possible"
    if verdict is not None:
        return verdict
    if step.link in THINGS and reading.tokens[step.above].pos in VERBAL and is_condition(reading, step.above):
        return "possible"
    return _of_helpers(reading, step, kind) if step.link in _SHARING else None


def _of_nothing(reading: Reading, step: Step, kind: str) -> Modality | None:
    return None


def _of_infinitive(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "Failed to take", "plans to attack", "an offensive to seize", "began to withdraw"."""
    above, below, classes = reading.tokens[step.above], reading.tokens[step.below], word_classes()
    if above.lemma in classes["failing"] or above.lower in ("unable", "failure"):
        return "not"
    if above.lemma in classes["fearing"] or above.lower in ("likely", "set", "poised"):
        return "possible"
    if _is_done_by_it(above.lemma, kind):
        return None
    if _are_terms(reading, step.above):
        return "planned"
    if above.pos != "NOUN" and above.lemma in classes["done_infinitives"]:
        aims = above.lemma in _STARTING and below.dep == "xcomp" and kids(reading, step.above, "dobj")
        return "planned" if aims else None
    if above.pos not in VERBAL:
        return _of_attempt(reading, step.above) or "planned"
    purpose = below.dep in ("acl", "advcl", "relcl") or above.lemma == "be"
    return "planned" if purpose or above.lemma in classes["planning"] or above.lemma == "tell" else None


def _are_terms(reading: Reading, verb: int) -> bool:
    """ "The deal allows rebels to leave", "the bill would let": what an agreement says, not what was done."""
    subjects = kids(reading, verb, "nsubj")
    return not is_finite_past(reading, verb) and any(reading.tokens[s].lemma in _TERMS for s in subjects)


def _is_done_by_it(lemma: str, kind: str) -> bool:
    """ "Agreed to stop firing" is the truce; who rallies to protest protests, who strikes to hit fighters hits them."""
    if kind in STATEMENTS:
        return lemma not in word_classes()["plotting"]
    if TYPES.get(kind) == "violence":
        return lemma in word_classes()["violent_acts"] or lemma in ("carry", "conduct")
    gathered = kind == "protest" and lemma in ("rally", "gather", "march", "assemble", "converge", "take", "turn")
    return gathered or (kind in _PACTS and lemma == "agree")


def _of_attempt(reading: Reading, noun: int) -> Modality | None:
    """ "An attempt to seize the town failed", "dropped plans to", "no plans to"; one that succeeded is done."""
    if is_negated(reading, noun):
        return "not"
    head = reading.tokens[reading.tokens[noun].head]
    if reading.tokens[noun].dep not in (*SUBJECT_LINKS, "dobj"):
        return None
    if head.lemma == "succeed":
        return "occurred"
    return "not" if head.lemma in word_classes()["failing"] | word_classes()["foiling"] | _DROPPING else None


def _of_clause(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "Feared that they would ...", "ordered that ...", "agreed that rebels leave"."""
    if kind in STATEMENTS:
        return None
    lemma, classes = reading.tokens[step.above].lemma, word_classes()
    if lemma in classes["fearing"] | classes["fear_nouns"] or _is_likely(reading, step.above):
        return "possible"
    irrealis = not is_finite_past(reading, step.below)
    return "planned" if lemma in classes["planning"] and irrealis else None


def _of_object(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "Planned an attack", "foiled a plot", "demanded the arrest of"."""
    lemma, classes = reading.tokens[step.above].lemma, word_classes()
    called_off = lemma == "call" and any(reading.tokens[c].lower == "off" for c in kids(reading, step.above, "prt"))
    if lemma in classes["foiling"] or called_off:
        if _is_undone(reading, step.above) or (lemma == "avoid" and is_definite(reading, step.below)):
            return None
        return "possible" if _is_ahead(reading, step.above) else "not"
    if lemma in classes["fearing"] or _is_what_is_feared(reading, step):
        return "possible"
    if kind in _PACTS and lemma in ("reject", "refuse", "spurn", "dismiss"):
        return "not"
    under_way = reading.tokens[step.above].tag in ("VB", "VBG")
    if kind in _PACTS and (lemma in ("discuss", "debate") or (lemma == "negotiate" and under_way)):
        return "possible"
    return "planned" if lemma in classes["planning_of"] and kind not in STATEMENTS else None


def _is_what_is_feared(reading: Reading, step: Step) -> bool:
    """ "The risk is a clash"."""
    feared = kids(reading, step.above, "nsubj") if reading.tokens[step.below].dep == "attr" else ()
    return any(reading.tokens[s].lemma in word_classes()["fear_nouns"] for s in feared)


def _is_undone(reading: Reading, i: int) -> bool:
    """ "Failed to prevent", "did not foil"."""
    head = reading.tokens[i].head
    return is_negated(reading, i) or (head != i and reading.tokens[head].lemma in word_classes()["failing"])


def _is_ahead(reading: Reading, i: int) -> bool:
    """ "To prevent", "will avert", "aimed at foiling"."""
    return reading.tokens[i].tag == "VBG" or has_to(reading, i) or bool(helpers(reading, i) & (WILL | MAYBE | DUTY))


def _of_subject(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "An invasion would be", "talks are scheduled", "the raid was called off"; "the arrest may be" tells of one."""
    above = reading.tokens[step.above]
    if reading.tokens[step.below].dep == "nsubjpass" and (found := _of_object(reading, step, kind)):
        return found
    if above.tag == "VBN" and above.lower in ("set", "scheduled", "due", "slated", "planned"):
        return "planned"
    around = helpers(reading, step.above)
    if around & {"would", *MAYBE} and not around & PERFECT and not is_definite(reading, step.below):
        return "possible"
    if above.lemma in ("fail", "collapse") and kind not in (*_PACTS, "talks") and TYPES.get(kind) != "violence":
        return "not"
    return "possible" if _is_likely(reading, step.above) and not is_definite(reading, step.below) else None


def _is_likely(reading: Reading, verb: int) -> bool:
    """ "A strike is imminent", "it is likely that they attack"."""
    said = {reading.tokens[c].lower for c in kids(reading, verb, "acomp", "attr", "oprd")}
    ruled_out = reading.tokens[verb].lemma == "rule" and is_negated(reading, verb)
    return ruled_out or bool({"likely", "possible", "imminent", "unlikely"} & said)


def _of_preposition(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "Closer to capturing", "fears of strikes", "plans for an attack", "ahead of the offensive"."""
    above, word = reading.tokens[step.above], reading.tokens[step.below].lower
    if word == "of" and _is_in_case(reading, step.above):
        return "possible"
    if word == "without" or (word == "of" and above.lower == "instead"):
        return "not"
    if word in ("of", "about") and is_negated(reading, step.above):
        return "not"
    if word in ("for", "of", "to") and above.lemma in word_classes()["plan_nouns"]:
        return _of_attempt(reading, step.above) or "planned"
    return next(
        (verdict for words, names, verdict in _PREPOSITIONS if word in words and _is_of(above.lemma, names)),
        "possible" if above.lower in word_classes()["nearness"] and word in ("to", "of") else None,
    )


def _is_in_case(reading: Reading, i: int) -> bool:
    """ "In case of", "in the event of"."""
    before = [reading.tokens[k].lower for k in (max(i - 2, 0), max(i - 1, 0))]
    word = reading.tokens[i].lower
    return (word == "case" and before[1] == "in") or (word == "event" and before == ["in", "the"])


_PREPOSITIONS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...], Modality], ...]] = (
    (("of", "about", "for", "over"), ("fear_nouns", "fearing"), "possible"),
    (("of", "about", "at"), ("warning",), "possible"),
    (("for",), ("planning_for",), "planned"),
    (("from",), ("failing", "foiling"), "not"),
    (("against",), ("planning",), "not"),
    (("in", "of", "to"), ("delay", "postponement", "cancellation"), "not"),
    (("of",), ("ahead",), "planned"),
)


def _is_of(lemma: str, names: tuple[str, ...]) -> bool:
    return any(lemma in word_classes().get(name, {name}) for name in names)


def _of_helpers(reading: Reading, step: Step, kind: str) -> Modality | None:
    """Helpers of the verb above count for its infinitive, and for the thing that it does or undergoes."""
    above = reading.tokens[step.above]
    if above.pos not in VERBAL or above.lemma in SPEAKING:
        return None
    if step.link in ("object", "subject") and not is_empty_verb(above.lemma):
        return None
    described = is_definite(reading, step.below) or kids(reading, step.above, "acomp")
    acts = kind != "casualties" and _does_something(reading, step.above)
    if step.link == "subject" and described and (above.lemma == "be" or acts):
        return None
    if step.link == "joined" and (reading.tokens[step.below].tag != above.tag or helpers(reading, step.below)):
        return None
    return of_helpers(reading, step.above, kind)


def _does_something(reading: Reading, verb: int) -> bool:
    """ "The raid did not cause a fire", "the withdrawal may take weeks": what is said is not that it took place."""
    return any(reading.tokens[c].lemma not in ("place", "part") for c in kids(reading, verb, "dobj"))


def of_helpers(reading: Reading, i: int, kind: str) -> Modality | None:
    """The modality that the helping words of `i` give: "did not", "could", "will", "would ... if"."""
    around = helpers(reading, i)
    if is_negated(reading, i):
        return "not"
    if around & MAYBE:
        return None if around & PERFECT and "could" not in around else "possible"
    if kind in STATEMENTS or not around & (WILL | DUTY):
        return None
    return "possible" if around & WILL and (has_condition(reading, i) or _is_feared(reading, i)) else "planned"


def _is_feared(reading: Reading, i: int) -> bool:
    """ "It is likely that they will strike", "fears that they will"."""
    token = reading.tokens[i]
    if token.dep not in ("ccomp", "acl", "relcl"):
        return False
    fears = word_classes()["fearing"] | word_classes()["fear_nouns"]
    return reading.tokens[token.head].lemma in fears or _is_likely(reading, token.head)


_SHARING: Final = frozenset({"infinitive", "complement", "object", "subject", "joined"})
_VERDICTS: Final[dict[str, Callable[[Reading, Step, str], Modality | None]]] = {
    "infinitive": _of_infinitive,
    "clause": _of_clause,
    "complement": _of_clause,
    "object": _of_object,
    "subject": _of_subject,
    "preposition": _of_preposition,
}
