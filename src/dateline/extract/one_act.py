"""Two words of one sentence that tell one act are one claim: "fired shells that fell on the port".

What an act was done with, how and to what end hang on it in the parse: relative clauses ("shells that fell"), bare
participles ("stepped up its raids, hitting"), means ("cut it off by closing the road") and verbs joined without a
subject of their own ("fired and landed"). They tell one act if they are of one type and nothing that either states
stands against the other.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from dateline.extract.grammar import VERBAL, ancestors, kids
from dateline.extract.told_twice import completed, nothing_against
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Claim
from dateline.model.text import Reading

_REACH: Final = 3
# Who meets, demands or threatens does so of many in one sentence.
_OF_MANY: Final = frozenset({"politics"})
_HANGING: Final = frozenset({"relcl", "acl", "advcl", "pcomp", "prep", "pobj", "dobj", "agent", "xcomp", "conj"})
_ARGUMENTS: Final = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "prep", "agent"})
_OTHER_TIMES: Final = frozenset(
    {"before", "after", "since", "until", "while", "though", "although", "if", "even", "despite", "because"}
)
_HARMING: Final = frozenset({"kill", "die", "injure", "wound", "perish", "hurt"})
_OWN_SUBJECT: Final = ("nsubj", "nsubjpass", "csubj", "expl")


def of_one_act(reading: Reading, claims: Iterable[tuple[Claim, int]]) -> list[tuple[Claim, int]]:
    """The claims in reading order, each with its trigger's token; those that tell one act joined to the first."""
    kept: list[tuple[Claim, int]] = []
    for claim, i in claims:
        whole = next((k for k, (other, j) in enumerate(kept) if _is_one(reading, other, j, claim, i)), None)
        if whole is None:
            kept.append((claim, i))
        else:
            kept[whole] = (_joined(kept[whole][0], claim), kept[whole][1])
    return kept


def _is_one(reading: Reading, one: Claim, i: int, other: Claim, j: int) -> bool:
    if one.sentence != other.sentence or one.type != other.type or one.modality != other.modality:
        return False
    if TYPES[one.type] in _OF_MANY or one.asserted != other.asserted:
        return False
    return nothing_against(one, other) and (_hangs_on(reading, j, i) or _hangs_on(reading, i, j))


def _joined(one: Claim, other: Claim) -> Claim:
    """The first telling with what the second adds; whom both harm are all its targets."""
    named = {m.name.lower() for m in one.targets}
    added = tuple(m for m in other.targets if m.name.lower() not in named)
    return replace(completed(one, other), targets=(*one.targets, *added))


# ---- the parse ----------------------------------------------------------------------------------
def _hangs_on(reading: Reading, low: int, top: int) -> bool:
    """Whether the lower word tells more of the act of the upper one, or of the verb that the upper one fills out."""
    above = [low, *ancestors(reading, low)]
    stem = _stem(reading, top)
    reached = next((a for a in above[1:] if a in stem), None)
    if reached is None or reached == low:
        return False
    way = above[: above.index(reached)]
    return (
        len(way) <= _REACH and all(_is_more_of_it(reading, i) for i in way) and not _is_repeated(reading, low, top, way)
    )


def _stem(reading: Reading, top: int) -> list[int]:
    """A word, and for a noun the verb whose argument it is."""
    stem = [top]
    while reading.tokens[stem[-1]].pos not in VERBAL and reading.tokens[stem[-1]].dep in _ARGUMENTS:
        stem.append(reading.tokens[stem[-1]].head)
    return stem


def _is_more_of_it(reading: Reading, i: int) -> bool:
    """Whether a step of the way down stays with the act: no other time, no subject of its own after "and"."""
    if reading.tokens[i].dep not in _HANGING and not _is_thrown(reading, i):
        return False
    if any(reading.tokens[c].lower in _OTHER_TIMES for c in kids(reading, i, "mark", "advmod")):
        return False
    if reading.tokens[i].dep == "prep" and reading.tokens[i].lower in _OTHER_TIMES:
        return False
    return reading.tokens[i].dep != "conj" or _stays(reading, i) or not kids(reading, i, *_OWN_SUBJECT)


def _is_thrown(reading: Reading, i: int) -> bool:
    """ "The shells that they fired fell on it": what is told of shells is told of those who fired them."""
    thrown = word_classes()["shells"] | word_classes()["bombs"]
    return reading.tokens[i].dep in ("nsubj", "nsubjpass") and reading.tokens[i].lemma.lower() in thrown


def _stays(reading: Reading, i: int) -> bool:
    """Whether a joined verb counts other victims ("and ten wounded"), or a bare "when" joins it."""
    when = any(reading.tokens[c].lower == "when" for c in kids(reading, i, "advmod", "mark"))
    return when or reading.tokens[i].lemma in _HARMING


def _is_repeated(reading: Reading, low: int, top: int, way: list[int]) -> bool:
    """ "Attacked the port and attacked the ship": a word said twice in a list tells two acts."""
    listed = any(reading.tokens[i].dep == "conj" for i in way)
    return listed and reading.tokens[low].lemma == reading.tokens[top].lemma
