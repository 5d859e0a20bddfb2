"""How rare a word is in news of armed conflict, by the number of reports that it stands in (data/word_counts.txt).

A fixed table, and not the pages that are merged: so what is made of some does not depend on what else there is.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.model.errors import DataError

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordCounts:
    """Of how many texts each of the words that stand in three or more stands in."""

    texts: int
    counts: Mapping[str, int]


def words_of(text: str) -> list[str]:
    """The words and numbers of a text in small letters."""
    return _WORD.findall(text.lower())


def rarity(word: str) -> float:
    """The inverse document frequency (Sparck Jones 1972), a natural logarithm: 0 for a word of all texts."""
    known = _known()
    return math.log((known.texts + 1) / (known.counts.get(word, 0) + 1))


@cache
def _known() -> WordCounts:
    return parse_word_counts((resources.files("dateline") / "data" / "word_counts.txt").read_text(encoding="utf-8"))


def parse_word_counts(text: str) -> WordCounts:
    """The counts in lines like those of data/word_counts.txt. Raises DataError naming a line out of place."""
    texts, count = 0, 0
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split()
        if line.startswith("texts ") and words[-1].isdigit():
            texts = int(words[-1])
        elif line.endswith(":") and line[:-1].isdigit():
            count = int(line[:-1])
        elif line.startswith(" ") and 0 < count <= texts:
            found |= dict.fromkeys(words, count)
        elif not line.startswith("#"):
            raise DataError(f"word_counts.txt, line {number}: {line!r} is no number of texts, and no words below one")
    return WordCounts(texts=texts, counts=found)
