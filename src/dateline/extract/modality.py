"""Whether what is told occurred, is planned, is possible, or did not happen.

First the word itself is asked, with its helping words and modifiers, then what stands above it in the parse.
"""

from typing import Final

from dateline.extract.aims import STATEMENTS
from dateline.extract.auxiliaries import (
    DUTY,
    WILL,
    has_no,
    has_yet_to,
    helpers,
    is_awaited,
    is_condition,
    is_finite_past,
    is_forestalled,
    is_negated,
    is_unreal,
    is_without_sign,
)
from dateline.extract.climb import COMING
from dateline.extract.governors import governed
from dateline.extract.grammar import VERBAL, kids
from dateline.extract.outlook import is_scheduled, of_helpers
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Modality
from dateline.model.text import Reading

# Verbs with which a demand or a threat is made: "will call for" announces one.
_DEMANDING: Final = frozenset("call push urge demand ask appeal request warn threaten press".split())

# A failed attack was one
_TRIED: Final = frozenset({"failed", "unsuccessful", "abortive", "botched", "attempted"})
_CARRYING_OUT: Final = frozenset("launch begin start carry conduct open stage hold mount unleash".split())
_SETTING: Final = frozenset({"plan", "schedule", "set", "intend", "propose", "slate", "suppose", "expect", "mean"})


def modality(reading: Reading, i: int, kind: str = "") -> Modality:
    """The modality of the event of type `kind` that token `i` announces."""
    if (own := _own(reading, i, kind)) is not None:
        return own
    above = governed(reading, i, kind)
    return "not" if above == "not" else _of_modifiers(reading, i, kind) or above or "occurred"


def _own(reading: Reading, i: int, kind: str) -> Modality | None:
    if kind in STATEMENTS and helpers(reading, i) & (DUTY | WILL):
        return "planned" if reading.tokens[i].lemma in _DEMANDING else None
    if is_condition(reading, i) or is_awaited(reading, i):
        return "possible"
    if is_negated(reading, i) or has_no(reading, i) or has_yet_to(reading, i) or is_forestalled(reading, i):
        return "not"
    if is_without_sign(reading, i) or is_unreal(reading, i):
        return "not"
    if kind not in STATEMENTS and is_scheduled(reading, i):
        return "planned"
    return of_helpers(reading, i, kind) or _of_word(reading, i, kind)


def _of_word(reading: Reading, i: int, kind: str) -> Modality | None:
    """ "Failed to take", "plotted an attack" by their first word; "talks to be held"; "the raid which killed"."""
    token, classes = reading.tokens[i], word_classes()
    if token.pos in VERBAL:
        infinitive = any(reading.tokens[k].tag == "TO" for c in kids(reading, i, "xcomp") for k in reading.children[c])
        if token.lemma == "fail" and infinitive:
            return "not"
        plotted = token.lemma in classes["plotting"] and kind not in STATEMENTS
        return "planned" if plotted or _is_ordered_done(reading, i) else None
    if token.lemma in classes["plotting"]:
        return "planned"
    clauses = kids(reading, i, "acl", "relcl")
    if any(_took_place(reading, c) for c in clauses):
        return "occurred"
    ahead = any(_is_to_be(reading, c) or _is_set(reading, c) for c in clauses)
    return "planned" if ahead and governed(reading, i, kind) != "not" else None


def _is_ordered_done(reading: Reading, i: int) -> bool:
    """ "Ordered the town taken by spring"."""
    token = reading.tokens[i]
    thing = reading.tokens[token.head]
    behind = token.dep == "acl" and token.tag == "VBN" and thing.dep == "dobj" and i == thing.i + 1
    return behind and reading.tokens[thing.head].lemma in ("order", "want")


def _took_place(reading: Reading, clause: int) -> bool:
    """ "The meeting, which was held in private"; not "which was planned for Friday", "that was due on Friday"."""
    token = reading.tokens[clause]
    if is_negated(reading, clause) or any(reading.tokens[c].lower == "due" for c in kids(reading, clause, "acomp")):
        return False
    return token.tag == "VBD" or (is_finite_past(reading, clause) and token.lemma not in _SETTING)


def _is_to_be(reading: Reading, i: int) -> bool:
    """ "To be held"."""
    words = {reading.tokens[c].lower for c in kids(reading, i, "aux", "auxpass")}
    return {"to", "be"} <= words and reading.tokens[i].tag == "VBN"


def _is_set(reading: Reading, i: int) -> bool:
    """ "Planned for Saturday", "weapons intended for the rebels"."""
    token = reading.tokens[i]
    return token.tag == "VBN" and token.dep == "acl" and token.lemma in _SETTING


def _of_modifiers(reading: Reading, i: int, kind: str) -> Modality | None:
    """ "A planned visit", "a failed bid"; a failed attack was one."""
    token = reading.tokens[i]
    nouns = (i, token.head) if token.dep in ("amod", "compound") and reading.tokens[token.head].pos == "NOUN" else (i,)
    modifiers = {reading.tokens[c].lower for n in nouns for c in kids(reading, n, "amod", "compound", "advmod")}
    if TYPES.get(kind) == "violence":
        modifiers -= _TRIED
    if _came_about(reading, i):
        modifiers -= word_classes()["planned_adjectives"] | word_classes()["possible_adjectives"]
    return next((verdict for name, verdict in _MODIFIERS if modifiers & word_classes()[name]), None)


def _came_about(reading: Reading, i: int) -> bool:
    """ "The planned assault began", "launched the long-planned assault", "went ahead with the planned assault"."""
    token = reading.tokens[i]
    above = reading.tokens[token.head]
    if token.dep == "pobj" and above.lower == "with":
        above = reading.tokens[above.head]
    if above.tag != "VBD" or is_negated(reading, above.i) or above.lemma in word_classes()["foiling"]:
        return False
    if token.dep == "nsubj":
        return above.lemma in COMING
    return token.dep in ("dobj", "pobj") and (above.lemma in _CARRYING_OUT or above.lemma in COMING)


_MODIFIERS: Final[tuple[tuple[str, Modality], ...]] = (
    ("possible_adjectives", "possible"),
    ("planned_adjectives", "planned"),
    ("failed_adjectives", "not"),
)
