"""Which event a figure belongs to: the one whose trigger stands nearest to the announcing word in the parse."""

from collections.abc import Iterable

from dateline.extract.grammar import ancestors, kids, tells_earlier
from dateline.model.text import Reading

# How far a step along each dependency takes one from the clause; steps not listed stay in it.
_STEPS = {
    "ccomp": 3.0,
    "parataxis": 2.0,
    "relcl": 1.0,
    "acl": 1.0,
    "advcl": 1.0,
    "conj": 1.0,
    "csubj": 1.0,
    "dep": 1.0,
    "appos": 1.0,
}
_WITHIN_CLAUSE = 0.5
_SAME_LIST = 0.0
_FARTHEST = 8.0
# "91 killed since the invasion": what only dates the harm is not the harm's own event.
_DATES_BY = frozenset({"since", "until", "before"})
_DATING = 2.0


def belongs(reading: Reading, trigger: int, governor: int, rivals: Iterable[int]) -> bool:
    """Whether the figure announced at `governor` is told of the event at `trigger` rather than of a rival's.

    Events that are equally near share it: "127 were killed by air strikes and shelling".
    """
    own = distance(reading, trigger, governor)
    return own <= _FARTHEST and all(distance(reading, rival, governor) >= own for rival in rivals)


def distance(reading: Reading, a: int, b: int) -> float:
    """How far two words of a sentence are apart in its parse, clause borders weighing most; 0 for the same word."""
    above_a, above_b = [a, *ancestors(reading, a)], [b, *ancestors(reading, b)]
    shared = set(above_a) & set(above_b)
    steps = [i for i in above_a if i not in shared] + [i for i in above_b if i not in shared]
    if any(_is_contrast(reading, i) for i in steps):
        return _FARTHEST + 1
    dated = any(reading.tokens[i].lower in _DATES_BY or tells_earlier(reading, i) for i in steps)
    return sum(_step(reading, i) for i in steps) + _DATING * dated


def _is_contrast(reading: Reading, i: int) -> bool:
    """ "Shells killed nine while air strikes killed forty": a clause that sets another happening beside."""
    marks = {reading.tokens[c].lower for c in kids(reading, i, "mark")}
    return bool(marks & {"while", "whereas"}) and bool(kids(reading, i, "nsubj", "nsubjpass"))


def _step(reading: Reading, i: int) -> float:
    token = reading.tokens[i]
    if token.dep == "conj" and token.pos in ("NOUN", "PROPN"):
        return _SAME_LIST
    if token.dep in ("amod", "nmod") and kids(reading, i, "cc"):
        return _SAME_LIST  # "shelling and air strikes"
    return _STEPS.get(token.dep, _WITHIN_CLAUSE)
