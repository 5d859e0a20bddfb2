"""The helping words of a verb or noun: will, may, not, no, if. All functions take token indices of one reading."""

from typing import Final

from dateline.extract.grammar import kids, subtree
from dateline.model.text import Reading

MAYBE: Final = frozenset({"could", "may", "might"})
WILL: Final = frozenset({"will", "shall", "'ll", "would", "’ll", "wo", "'d"})
DUTY: Final = frozenset({"should", "must"})
PERFECT: Final = frozenset({"have", "has", "had", "'ve", "’ve"})
_NEGATIONS: Final = frozenset({"not", "n't", "never", "n’t", "no", "neither", "nor"})
_AND_MORE: Final = frozenset({"only", "just", "merely", "simply"})
_CONDITIONS: Final = frozenset({"if", "unless", "lest"})
_TIMES: Final = frozenset({"when", "once", "until", "till", "after"})


_SIGNS: Final = frozenset({"sign", "indication", "evidence"})
_NEXT_TO_NO: Final = frozenset({"no", "little"})


def helpers(reading: Reading, i: int) -> set[str]:
    """The helping words right under token `i`, in lower case."""
    return {reading.tokens[c].lower for c in kids(reading, i, "aux", "auxpass", "neg", "det", "preconj")}


def is_negated(reading: Reading, i: int) -> bool:
    """ "Did not bomb", "no raid"; not "not only bombed"."""
    return bool(helpers(reading, i) & _NEGATIONS) and not _not_only(reading, i)


def _not_only(reading: Reading, i: int) -> bool:
    last = len(reading.tokens) - 1
    return any(
        reading.tokens[c].lower in _NEGATIONS and reading.tokens[min(c + 1, last)].lower in _AND_MORE
        for c in reading.children[i]
    )


def has_no(reading: Reading, i: int) -> bool:
    """ "No shots were fired", "took no prisoners", "there were no shots fired"."""
    token = reading.tokens[i]
    parties = kids(reading, i, "nsubj", "nsubjpass", "dobj")
    if token.dep == "acl" and token.tag == "VBN" and not kids(reading, i, "nsubj", "nsubjpass"):
        parties += (token.head,)
    nobody = any(reading.tokens[p].lower in ("none", "nobody", "neither") for p in parties)
    no = any(reading.tokens[c].lower in ("no", "neither") for p in parties for c in kids(reading, p, "det"))
    return nobody or no or any(_is_not_one(reading, p) for p in parties)


def _is_not_one(reading: Reading, i: int) -> bool:
    """ "Not a single prisoner was freed", "not one shot was fired"."""
    first = subtree(reading, i)[0]
    return reading.tokens[first].lower == "not" and reading.tokens[first + 1].lower in ("a", "one", "any")


def has_yet_to(reading: Reading, i: int) -> bool:
    """ "Have yet to withdraw"."""
    above = reading.tokens[i].head
    have = reading.tokens[i].dep == "xcomp" and reading.tokens[above].lemma in ("have", "be")
    return have and any(reading.tokens[c].lower == "yet" for c in kids(reading, above, "advmod"))


def is_without_sign(reading: Reading, i: int) -> bool:
    """ "No sign that rebels were leaving", "little sign of rebels leaving"."""
    token = reading.tokens[i]
    sign = token.head
    if token.dep in ("acl", "pcomp") and reading.tokens[sign].dep == "pobj":
        sign = reading.tokens[sign].head
    if reading.tokens[sign].lower == "of":
        sign = reading.tokens[sign].head
    clause = token.pos in ("VERB", "AUX") and token.dep in ("acl", "relcl", "ccomp", "pcomp")
    few = {reading.tokens[c].lower for c in kids(reading, sign, "det", "amod")}
    return clause and reading.tokens[sign].lemma in _SIGNS and bool(few & _NEXT_TO_NO)


def is_forestalled(reading: Reading, i: int) -> bool:
    """ "Shot dead before he could detonate it"."""
    before = any(reading.tokens[c].lower == "before" for c in kids(reading, i, "mark"))
    return before and bool(helpers(reading, i) & {"could", "can"})


def is_condition(reading: Reading, i: int) -> bool:
    """ "If rebels attack", "in case they arrest him"; not "unclear if they attacked"."""
    token = reading.tokens[i]
    in_case = reading.tokens[token.head].lower == "case" and token.dep in ("acl", "relcl", "ccomp")
    whether = token.head < i and (token.dep == "ccomp" or _is_open(reading, token.head))
    marks = {reading.tokens[c].lower for c in kids(reading, i, "mark", "advmod")}
    return in_case or (not whether and bool(marks & _CONDITIONS)) or _is_inverted(reading, i)


def _is_inverted(reading: Reading, i: int) -> bool:
    """ "Should they attack"."""
    first = min((c for c in kids(reading, i, "aux") if reading.tokens[c].lower == "should"), default=None)
    subject = kids(reading, i, "nsubj", "nsubjpass")
    return first is not None and bool(subject) and first < subject[0] and reading.tokens[i].head > i


def is_unreal(reading: Reading, i: int) -> bool:
    """ "Had they taken it, the city would have fallen"."""
    had = [c for c in kids(reading, i, "aux") if reading.tokens[c].lower == "had"]
    subject = kids(reading, i, "nsubj", "nsubjpass")
    inverted = bool(had and subject) and had[0] < subject[0]
    return inverted and reading.tokens[i].dep == "advcl" and "would" in helpers(reading, reading.tokens[i].head)


def is_awaited(reading: Reading, i: int) -> bool:
    """ "Will stay until they leave", "will halt fire once they withdraw": present forms under a future."""
    token = reading.tokens[i]
    if token.dep != "advcl" or not helpers(reading, token.head) & WILL or is_finite_past(reading, i):
        return False
    marks = {reading.tokens[c].lower for c in kids(reading, i, "mark", "advmod")}
    present = token.tag in ("VBZ", "VBP") or bool(helpers(reading, i) & {"is", "are"})
    return present and bool(marks & _TIMES)


def _is_open(reading: Reading, i: int) -> bool:
    """ "It is unclear if", "not known if"."""
    said = {reading.tokens[c].lower for c in kids(reading, i, "acomp", "oprd")} | {reading.tokens[i].lower}
    return bool(said & {"unclear", "clear", "unknown", "known", "sure", "certain", "uncertain"})


def has_condition(reading: Reading, i: int) -> bool:
    """Whether a condition hangs on verb `i`: "will strike if attacked"."""
    return any(is_condition(reading, c) for c in kids(reading, i, "advcl"))


def has_to(reading: Reading, i: int) -> bool:
    """ "To capture"."""
    return any(reading.tokens[c].tag == "TO" for c in kids(reading, i, "aux"))


def is_finite_past(reading: Reading, i: int) -> bool:
    """ "Captured", "had captured", "was captured", "has captured"."""
    token = reading.tokens[i]
    return token.tag == "VBD" or bool(helpers(reading, i) & {"had", "was", "were", "has", "have"})


def is_finite(reading: Reading, i: int) -> bool:
    """The past and "captures"."""
    return reading.tokens[i].tag in ("VBZ", "VBP") or is_finite_past(reading, i)


def is_definite(reading: Reading, i: int) -> bool:
    """ "The arrest", "these raids", "his arrest"."""
    pointing = ("the", "this", "that", "these", "those")
    return any(reading.tokens[c].lower in pointing for c in kids(reading, i, "det")) or bool(kids(reading, i, "poss"))
