"""Nouns for people by what they do or whence they come, told by how they end: "welder", "machinist", "librarian".

No list has all trades. A word that any class of words has is left to its class.
"""

import re
from functools import lru_cache
from typing import Final

from dateline.knowledge.words import word_classes

_TRADE: Final = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|man|woman|eer|ster|herd|smith|wright|keeper)")
# Endings of things and of times: "-meter", "-water", "-sector"
_THING: Final = re.compile(
    r".*(?:meter|water|power|paper|liver|river|tower|quarter|matter|letter|number|order|border|center|winter|summer|"
    r"weather|powder|shelter|barrier|harbor|color|error|terror|motor|reactor|sector|factor|tractor|corridor|chamber|layer|"
    r"timber|copper|silver|cluster|poster|banner|dinner|supper|offer|danger|anger|hunger|pier|tier|frontier|glacier)"
)


@lru_cache(maxsize=8192)
def is_trade(lemma: str) -> bool:
    """Whether a common noun, by its lemma, is one for people though no class of words has it."""
    if not _TRADE.fullmatch(lemma) or _THING.fullmatch(lemma) or lemma in word_classes()["things_that_do"]:
        return False
    return not any(lemma in words for words in word_classes().values())
