"""The kind of a bare "attacks" or "struck": that of the act told last, where the words allow it.

Reports name the means once ("air strikes hit the market") and then speak of "the attack" or "the strike". A bare word
takes the kind of the nearest act before it whose means is known, unless another party did it or the words make it
another matter: "an attack in 2015", "their attacks", "have attacked journalists".
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.grammar import VERBAL, kids, tells_earlier
from dateline.knowledge.actor_words import singular
from dateline.knowledge.words import word_classes
from dateline.model.claim import Claim
from dateline.model.text import Reading

_KINDS = frozenset({"air_strike", "shelling", "bombing", "chemical_attack"})
_OTHERWISE = frozenset({"armed_clash", "abduction", "sexual_violence"})
_REACH = 4
_INDEFINITE = frozenset({"a", "an", "another", "any"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "similar", "such"})
_PERFECT = frozenset({"have", "has", "had", "'ve"})


def of_told_kind(reading: Reading, claims: Sequence[tuple[Claim, int]]) -> tuple[Claim, ...]:
    """The claims in reading order, each given with its trigger's token; bare attacks get the kind told before them."""
    done: list[tuple[Claim, int]] = []
    for claim, i in claims:
        kind = _told_before(reading, done, claim, i) if _is_bare(reading, claim, i) else None
        done.append((claim if kind is None else replace(claim, type=kind), reading.sentence_of[i]))
    return tuple(claim for claim, _ in done)


def _is_bare(reading: Reading, claim: Claim, i: int) -> bool:
    open_kind = claim.type == "attack" and claim.means is None and not claim.background
    return open_kind and reading.tokens[i].lemma.lower() in word_classes()["bare_acts"] and _speaks_of_one(reading, i)


def _speaks_of_one(reading: Reading, i: int) -> bool:
    """Whether the word means one act or those told of, not attacks at large or an act of another time."""
    beside = {reading.tokens[c].lower for c in kids(reading, i, "det", "amod", "aux")}
    if reading.tokens[i].pos in VERBAL:
        return not beside & _PERFECT and not tells_earlier(reading, i)
    return bool(beside & _POINTING) if reading.tokens[i].tag == "NNS" else not beside & _INDEFINITE


def _told_before(reading: Reading, done: Sequence[tuple[Claim, int]], claim: Claim, i: int) -> str | None:
    here = reading.sentence_of[i]
    near = [c for c, sentence in done if c.type in _KINDS | _OTHERWISE and here - sentence <= _REACH]
    if not near or near[-1].type in _OTHERWISE or not _may_be_of(claim, near[-1]):
        return None
    return None if near[-1].type == "air_strike" and _has_no_aircraft(claim) else near[-1].type


def _has_no_aircraft(claim: Claim) -> bool:
    """Whether gunmen, rebels or the like did it, who attack on the ground."""
    gunmen = word_classes()["gunmen"]
    words = {singular(word) for m in claim.agents for word in m.name.lower().split()}
    return bool(words & gunmen)


def _may_be_of(claim: Claim, before: Claim) -> bool:
    """Whether nobody else is said to have done it."""
    one, other = ({m.name.lower() for m in c.agents} for c in (claim, before))
    return not one or not other or bool(one & other)
