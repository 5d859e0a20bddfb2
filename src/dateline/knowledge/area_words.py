"""Names of areas without the words that say what an area is: "Cercle de Mopti" is also found as "Mopti"."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.knowledge.folding import fold
from dateline.knowledge.gazetteer_files import read_yaml

_LONGEST: Final = 4
"""Words of the longest phrase."""


def without_area_words(name: str) -> str:
    """The name without the words that begin or end it and say what it is; as it is where nothing else is left."""
    listed = _area_words()
    words = name.replace("(", " ").replace(")", " ").split()
    while (kept := _peeled(words, listed.before, listed.linking)) != words:
        words = kept
    while (kept := _peeled(words[::-1], listed.after)[::-1]) != words:
        words = kept
    return " ".join(words) or name


def _peeled(words: list[str], by: frozenset[str], linking: frozenset[str] = frozenset()) -> list[str]:
    """The words without the longest phrase at their beginning that is one of these, and what links it to the rest.

    One word always stays. A word with a capital links nothing: it is "Municipio de La Paz".
    """
    length = next((n for n in range(min(_LONGEST, len(words) - 1), 0, -1) if fold(" ".join(words[:n])) in by), 0)
    while length and length < len(words) - 1 and words[length] in linking:
        length += 1
    return words[length:]


@dataclass(frozen=True, slots=True)
class _AreaWords:
    """Phrases before a name and, each from its last word on, after it; words between."""

    before: frozenset[str]
    after: frozenset[str]
    linking: frozenset[str]


@cache
def _area_words() -> _AreaWords:
    listed = read_yaml("area_words.yaml")
    after = (" ".join(reversed(phrase.split())) for some in listed["after"] for phrase in some)
    before = (phrase for some in listed["before"] for phrase in some)
    return _AreaWords(frozenset(before), frozenset(after), frozenset(listed["linking"]))
