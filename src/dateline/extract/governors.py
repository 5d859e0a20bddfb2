"""What the words above an event say of whether it happened: "failed to take", "plans for an attack".

What merely mentions it, as the object of a verb of its own ("plans to discuss the attack"), is not asked.
"""

from collections.abc import Callable
from typing import Final

from dateline.extract.aims import PACTS, STATEMENTS, TERMS, of_infinitive
from dateline.extract.auxiliaries import (
    DUTY,
    MAYBE,
    PERFECT,
    WILL,
    has_condition,
    has_to,
    has_yet_to,
    helpers,
    is_condition,
    is_definite,
    is_finite,
    is_finite_past,
    is_negated,
)
from dateline.extract.climb import COMING, SPEAKING, THINGS, Step, is_empty_verb, lets_pass, steps
from dateline.extract.grammar import VERBAL, kids
from dateline.extract.outlook import is_feared, is_likely, is_scheduled, is_undone, of_helpers
from dateline.extract.prospects import of_preposition
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Modality
from dateline.model.text import Reading

# "Announced that they are leaving" tells what is, "announced that they will" what is not yet
_TELLING_TOO: Final = frozenset({"announce", "warn", "agree", "advise"})
_GOING: Final = frozenset({"fly", "travel", "arrive", "go", "head", "come", "gather"})
_INSISTING: Final = frozenset({"insist", "suggest", "stipulate", "say"})
_UNWANTED: Final = frozenset({"oppose", "reject", "resist", "refuse"})
_HOLDING: Final = frozenset("include contain provide envisage foresee cover call involve".split())


# "If confirmed, this raid is the first": what waits for a word is not the raid
_CONFIRMING: Final = frozenset("confirm verify prove establish substantiate corroborate".split())
# "That attack could well be a war crime"
_WEIGHED: Final = frozenset({"amount", "constitute"})
_OPENING: Final = frozenset({"begin", "start", "launch", "happen"})
# What has yet to be done to a thing, or by it, before there is one: "a truce has yet to be agreed"
_BRINGING_ABOUT: Final = frozenset(
    "agree sign reach begin start hold launch open conclude happen materialise materialize convene".split()
)


def governed(reading: Reading, i: int, kind: str) -> Modality | None:
    """The modality that the words above token `i` give its event of type `kind`; None where they say nothing of it."""
    for step in steps(reading, i):
        if _is_ended(reading, step) or _has_to_do_with(reading, step) or _is_to_be_confirmed(reading, step):
            return None
        if (verdict := _of_step(reading, step, kind)) is not None:
            return verdict
        if not lets_pass(reading, step):
            return None
    return None


def _is_ended(reading: Reading, step: Step) -> bool:
    """ "Stopped the shelling" tells of shelling; "stopped them from shelling" of none."""
    ended = step.link in THINGS and reading.tokens[step.above].lemma in word_classes()["ending"]
    return ended and reading.tokens[step.below].lower != "from" and not _is_halted(reading, step.above)


def _is_to_be_confirmed(reading: Reading, step: Step) -> bool:
    """ "If the use of gas is confirmed", "a raid, if confirmed, would be": told, if not yet by all."""
    verbs = (step.above, *kids(reading, step.above, "advcl")) if step.link in THINGS else ()
    return any(reading.tokens[v].lemma in _CONFIRMING and is_condition(reading, v) for v in verbs)


def _has_to_do_with(reading: Reading, step: Step) -> bool:
    """ "Had nothing to do with the attack": the attack stands, whoever did it."""
    return reading.tokens[step.below].lower == "with" and reading.tokens[step.above].lemma == "do"


def is_motive(reading: Reading, i: int, kind: str) -> bool:
    """ "Bought trucks to bomb the town": what something was done for, which is neither told nor announced."""
    for step in steps(reading, i):
        verdict = _of_step(reading, step, kind)
        if verdict is not None:
            return verdict == "planned" and _is_purpose(reading, step, kind)
        if not lets_pass(reading, step):
            return False
    return False


def _is_purpose(reading: Reading, step: Step, kind: str) -> bool:
    above = reading.tokens[step.above]
    announced = above.lemma in word_classes()["planning"] or above.lemma in ("move", "tell", "be")
    announced = announced or (kind == "talks" and above.lemma in _GOING)  # "flew in to meet the envoy"
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
    thing = step.link in THINGS and kind not in STATEMENTS and reading.tokens[step.above].pos in VERBAL
    if thing and is_condition(reading, step.above):
        return "possible"
    return _of_helpers(reading, step, kind) if step.link in _SHARING else None


def _of_nothing(reading: Reading, step: Step, kind: str) -> Modality | None:
    return None


def _of_clause(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "Feared that they would ...", "ordered that ...", "agreed that rebels leave"."""
    if kind in STATEMENTS:
        return None
    lemma, classes = reading.tokens[step.above].lemma, word_classes()
    if lemma in classes["fearing"] | classes["fear_nouns"] or is_feared(reading, step.below):
        return "possible"
    present = is_finite(reading, step.below) or helpers(reading, step.below) & {"is", "are"}
    tells = lemma in _TELLING_TOO and present
    if lemma in _INSISTING and _is_subjunctive(reading, step.below):
        return "planned"
    irrealis = not tells and not is_finite_past(reading, step.below)
    return "planned" if lemma in classes["planning"] and irrealis else None


def _is_subjunctive(reading: Reading, verb: int) -> bool:
    """ "That the army withdraw", "that he be freed"; not "that they withdraw" with many."""
    token = reading.tokens[verb]
    if helpers(reading, verb) & {"be"}:
        return token.tag == "VBN" and not helpers(reading, verb) & (WILL | MAYBE | DUTY)
    one = any(reading.tokens[s].tag in ("NN", "NNP") for s in kids(reading, verb, "nsubj"))
    return one and token.tag in ("VB", "VBP") and not kids(reading, verb, "aux")


def _of_complement(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "Ruled out sending", "opposed sending", "considered sending"."""
    if reading.tokens[step.below].tag != "VBG":
        return _of_clause(reading, step, kind)
    if reading.tokens[step.above].lemma in _UNWANTED and kind not in STATEMENTS:
        return None if is_negated(reading, step.above) else "not"
    return _of_object(reading, step, kind) or _of_clause(reading, step, kind)


def _of_object(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "Planned an attack", "foiled a plot", "demanded the arrest of"."""
    lemma, classes = reading.tokens[step.above].lemma, word_classes()
    if lemma in _BRINGING_ABOUT and has_yet_to(reading, step.above):
        return "not"
    off = any(reading.tokens[c].lower == "off" for c in kids(reading, step.above, "prt"))
    if lemma == "rule" and is_undone(reading, step.above):
        return "possible"
    if kind == "protest" and lemma == "call" and not off:
        return "planned"
    if lemma in classes["foiling"] or (off and lemma in ("call", "put", "break")):
        if is_undone(reading, step.above) or (lemma == "avoid" and is_definite(reading, step.below)):
            return None
        return "possible" if _is_ahead(reading, step.above) else "not"
    if lemma in classes["fearing"] or _is_what_is_feared(reading, step):
        return "possible"
    if kind not in STATEMENTS and TYPES.get(kind) != "violence" and _is_laid_down(reading, step):
        return "planned"
    if kind in PACTS and lemma in ("reject", "refuse", "spurn", "dismiss"):
        return "not"
    under_way = reading.tokens[step.above].tag in ("VB", "VBG")
    if kind in PACTS and (lemma in ("discuss", "debate") or (lemma == "negotiate" and under_way)):
        return "possible"
    violent_order = lemma == "order" and TYPES.get(kind) == "violence"
    if (violent_order or lemma == "threaten") and is_definite(reading, step.below):
        return None
    return "planned" if lemma in classes["planning_of"] and kind not in STATEMENTS else None


def _is_what_is_feared(reading: Reading, step: Step) -> bool:
    """ "The risk is a clash"."""
    feared = kids(reading, step.above, "nsubj") if reading.tokens[step.below].dep == "attr" else ()
    return any(reading.tokens[s].lemma in word_classes()["fear_nouns"] for s in feared)


def _is_laid_down(reading: Reading, step: Step) -> bool:
    """ "The bill includes", "a draft that would provide": what a plan holds is not yet done."""
    above = reading.tokens[step.above]
    subjects = [reading.tokens[s] for s in kids(reading, step.above, "nsubj")]
    if above.dep == "relcl" and any(s.lower in ("that", "which") for s in subjects):
        subjects.append(reading.tokens[above.head])
    planned = any(s.lemma in TERMS for s in subjects)
    return planned and above.lemma in _HOLDING and not is_finite_past(reading, step.above)


def _is_ahead(reading: Reading, i: int) -> bool:
    """ "To prevent", "will avert", "aimed at foiling"."""
    return reading.tokens[i].tag == "VBG" or has_to(reading, i) or bool(helpers(reading, i) & (WILL | MAYBE | DUTY))


def _of_subject(reading: Reading, step: Step, kind: str) -> Modality | None:
    """ "An invasion would be", "talks are scheduled", "the raid was called off"; "the arrest may be" tells of one."""
    above = reading.tokens[step.above]
    if reading.tokens[step.below].dep == "nsubjpass" and (found := _of_object(reading, step, kind)):
        return found
    if any(
        reading.tokens[c].lemma in _BRINGING_ABOUT and has_yet_to(reading, c)
        for c in kids(reading, step.above, "xcomp")
    ):
        return "not"
    arranged = above.tag == "VBN" and above.lower in ("set", "scheduled", "due", "slated", "planned")
    if arranged and not kids(reading, step.above, "prt"):  # what is set off went off
        return "planned"
    if (above.lemma == "be" and _is_due(reading, step.above)) or is_scheduled(reading, step.above):
        return "planned"
    if above.lemma in _WEIGHED:
        return None
    if _fell_through(reading, step.above) or (_is_halted(reading, step.above) and kind not in STATEMENTS):
        return "not"
    around = helpers(reading, step.above)
    if "would" in around and not around & (MAYBE | PERFECT) and _is_told_of_later(reading, step.above):
        return "planned"
    if around & {"would", *MAYBE} and not around & PERFECT and not is_definite(reading, step.below):
        return "possible"
    if above.lemma in ("fail", "collapse") and kind not in (*PACTS, "talks") and TYPES.get(kind) != "violence":
        return "not"
    return "possible" if is_likely(reading, step.above) and not is_definite(reading, step.below) else None


def _is_due(reading: Reading, verb: int) -> bool:
    """ "Is due on Friday", "is to begin on Friday"; not "is due to neglect"."""
    to_come = (c for c in kids(reading, verb, "xcomp") if has_to(reading, c))
    due = [c for c in kids(reading, verb, "acomp") if reading.tokens[c].lower == "due"]
    owing = any(reading.tokens[k].lower == "to" for c in due for k in kids(reading, c, "prep", "pcomp"))
    return (bool(due) and not owing) or any(is_empty_verb(reading.tokens[c].lemma) for c in to_come)


def _fell_through(reading: Reading, verb: int) -> bool:
    """ "The exchange fell through", "came to nothing", "a deal has eluded the mediators"."""
    token = reading.tokens[verb]
    beside = {reading.tokens[c].lower for c in kids(reading, verb, "prt", "prep", "advmod")}
    nothing = any(
        reading.tokens[o].lower == "nothing" for p in kids(reading, verb, "prep") for o in reading.children[p]
    )
    fell = (token.lemma == "fall" and "through" in beside) or (token.lemma == "come" and nothing)
    return fell or (token.lemma == "elude" and not is_negated(reading, verb))


def _is_halted(reading: Reading, verb: int) -> bool:
    """ "Was halted before it began"."""
    befores = (c for c in kids(reading, verb, "advcl") if _is_marked_before(reading, c))
    return any(reading.tokens[c].lemma in _OPENING and _is_of_it(reading, c) for c in befores)


def _is_marked_before(reading: Reading, clause: int) -> bool:
    return any(reading.tokens[c].lower == "before" for c in kids(reading, clause, "mark"))


def _is_of_it(reading: Reading, clause: int) -> bool:
    return any(reading.tokens[s].lower in ("it", "they") for s in kids(reading, clause, "nsubj", "nsubjpass"))


def _is_told_of_later(reading: Reading, verb: int) -> bool:
    """ "Said that talks would resume": what somebody promises, unless it is feared or hangs on a condition."""
    coming = reading.tokens[verb].lemma in COMING
    return coming and not has_condition(reading, verb) and not is_feared(reading, verb)


def _of_helpers(reading: Reading, step: Step, kind: str) -> Modality | None:
    """Helpers of the verb above count for its infinitive, and for the thing that it does or undergoes."""
    above = reading.tokens[step.above]
    if above.pos not in VERBAL or above.lemma in SPEAKING:
        return None
    comes = step.link == "subject" and above.lemma in COMING
    if step.link in ("object", "subject") and not is_empty_verb(above.lemma) and not comes:
        return None
    if (
        step.link == "subject"
        and is_definite(reading, step.below)
        and helpers(reading, step.above) >= {"could", "have"}
    ):
        return None
    described = is_definite(reading, step.below) or kids(reading, step.above, "acomp")
    acts = kind != "casualties" and _does_something(reading, step.above)
    if step.link == "subject" and described and (above.lemma == "be" or acts):
        return None
    if step.link == "subject" and acts and is_negated(reading, step.above):
        return None
    if step.link == "joined" and (reading.tokens[step.below].tag != above.tag or helpers(reading, step.below)):
        return None
    return of_helpers(reading, step.above, kind)


def _does_something(reading: Reading, verb: int) -> bool:
    """ "The raid did not cause a fire", "the withdrawal may take weeks": what is said is not that it took place."""
    return any(reading.tokens[c].lemma not in ("place", "part", "hold", "effect") for c in kids(reading, verb, "dobj"))


_SHARING: Final = frozenset({"infinitive", "complement", "object", "subject", "joined"})
_VERDICTS: Final[dict[str, Callable[[Reading, Step, str], Modality | None]]] = {
    "infinitive": of_infinitive,
    "clause": _of_clause,
    "complement": _of_complement,
    "object": _of_object,
    "subject": _of_subject,
    "preposition": of_preposition,
}
