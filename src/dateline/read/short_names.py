"""Short names that look like common words: the parser takes "IS" for a verb and "WHO" for a pronoun.

It is given a short name of the same length that it knows instead; the reading keeps the report's own word.
"""

from collections.abc import Sequence
from typing import Final

_STAND_INS: Final = {"IS": "UN", "WHO": "WFP"}
_BEFORE_A_VERB: Final = frozenset("it he she this that there here what which who one".split())
_SHORTEST_SHOUT: Final = 3


def stand_in(words: Sequence[str], i: int) -> str:
    """What the parser is given for a word: another short name for one that looks like a common word, else itself."""
    word = words[i]
    if word not in _STAND_INS or _is_shouted(words, i):
        return word
    before = words[i - 1].lower() if i else ""
    return word if before in _BEFORE_A_VERB else _STAND_INS[word]


def _is_shouted(words: Sequence[str], i: int) -> bool:
    """Whether the words beside it are in capitals too: "TALKS WITH WHO ENVOY"."""
    beside = [w for w in (*words[max(0, i - 1) : i], *words[i + 1 : i + 2]) if w.isalpha()]
    return bool(beside) and all(len(w) >= _SHORTEST_SHOUT and w.isupper() for w in beside)
