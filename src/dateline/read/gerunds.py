"""A misreading of the parser put right: the gerund of "denied bombing hospitals", taken for part of a compound noun.

The small models read "denied bombing raids" and "denied bombing hospitals" alike. What is denied or laid to somebody's
door is a deed there: the noun behind the gerund is its object if it is people or buildings.
"""

from typing import Final

import msgspec

from dateline.knowledge.words import word_classes
from dateline.model.text import Token

_GOVERNS: Final = frozenset({"deny", "admit", "stop", "avoid", "resume", "of", "for", "from"})
_DEEDS: Final = {
    "bombing": "bomb", "shelling": "shell", "killing": "kill", "shooting": "shoot", "attacking": "attack",
    "kidnapping": "kidnap", "abducting": "abduct", "torturing": "torture", "raiding": "raid", "beating": "beat",
    "targeting": "target", "opening": "open", "firing": "fire", "launching": "launch",
}  # fmt: skip
_SHOTS: Final = {
    "opening": frozenset({"fire"}), "firing": frozenset({"shot"}), "launching": frozenset({"attack", "strike", "raid"}),
}  # fmt: skip


def gerunds_restored(tokens: list[Token], base: int) -> list[Token]:
    """The tokens of one paragraph, the first numbered `base`, with such gerunds as verbs with their objects."""
    restored = list(tokens)
    for k in range(1, len(tokens)):
        gerund, governor = tokens[k], tokens[k - 1]
        if gerund.lower not in _DEEDS or gerund.dep not in ("compound", "amod") or governor.lemma not in _GOVERNS:
            continue
        noun = tokens[gerund.head - base]
        if noun.head != governor.i or not _is_object_of(gerund, noun):
            continue
        dep = "pcomp" if governor.pos == "ADP" else "xcomp"
        lemma = _DEEDS[gerund.lower]
        restored[k] = msgspec.structs.replace(gerund, lemma=lemma, pos="VERB", tag="VBG", dep=dep, head=governor.i)
        restored[noun.i - base] = msgspec.structs.replace(noun, dep="dobj", head=gerund.i)
        for n in range(k + 1, noun.i - base):  # "kidnapping aid workers", with "aid" taken for what was kidnapped
            if tokens[n].head == gerund.i:
                restored[n] = msgspec.structs.replace(tokens[n], dep="compound", head=noun.i)
    return restored


def _is_object_of(gerund: Token, noun: Token) -> bool:
    """Whether the noun is what such a deed is done to, or done with: "shelling schools", "opening fire"."""
    if gerund.lower in _SHOTS:
        return noun.lemma in _SHOTS[gerund.lower] or (noun.tag == "NNS" and noun.lemma in word_classes()["weapons"])
    return noun.tag == "NNS" and _may_suffer(noun)


def _may_suffer(noun: Token) -> bool:
    classes = word_classes()
    return noun.lemma in classes["people"] or noun.lemma in classes["buildings"]
