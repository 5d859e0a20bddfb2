"""A misreading of the parser put right: "took nine sailors hostage", with the sailors for a word before "hostage".

What such a word tells is what became of the object before it; the object is not named by it.
"""

from typing import Final

import msgspec

from dateline.model.text import Token
from dateline.read.below import below

_OUTCOMES: Final = frozenset({"hostage", "captive", "prisoner", "alight", "ablaze", "aflame"})
_TAKING: Final = frozenset({"take", "hold", "keep", "seize", "set", "make"})  # others do it to a hostage: "freed"
_BEFORE: Final = frozenset({"compound", "nmod", "amod", "dep"})
_NAMING: Final = frozenset({"NOUN", "PROPN"})


def outcomes_restored(tokens: list[Token], base: int) -> list[Token]:
    """The tokens of one paragraph, the first numbered `base`, with such objects under their verbs."""
    restored, under = list(tokens), below(tokens)
    for word in tokens:
        before = tokens[word.i - base - 1] if word.i > base else None
        told = word.lower in _OUTCOMES and word.dep == "dobj" and tokens[word.head - base].lemma in _TAKING
        if not told or before is None or before.pos not in _NAMING or before.dep not in _BEFORE:
            continue
        restored[before.i - base] = msgspec.structs.replace(before, dep=word.dep, head=word.head)
        for token in under[word.i]:
            if token is not before:
                restored[token.i - base] = msgspec.structs.replace(token, head=before.i)
        restored[word.i - base] = msgspec.structs.replace(word, dep="oprd")
    return restored
