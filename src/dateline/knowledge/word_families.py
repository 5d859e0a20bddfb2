"""Which words tell of one thing: by data/word_families.yaml ("death", "killed"), else by stem ("arrival", "arrives").

The stem takes off endings of inflection and then of word-formation, so that a verb meets the nouns made of it; it is a
key to compare by, not a word.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

import yaml

from dateline.model.errors import DataError

SAYING: Final = "saying"
"""The family of all words of saying."""
_PARTS = ("light", "saying", "families")
_WORD = re.compile(r"[^\W\d_]+")
_INFLECTION = ("ings", "ing", "ied", "ies", "ed", "s")
_HISSING = ("sses", "shes", "ches", "xes", "zes")  # of which the ending is "es"
_FORMATION = (
    *("ations", "ation", "itions", "ition", "ions", "ion", "ments", "ment", "ances", "ance", "ences", "ence"),
    *("als", "al", "ers", "er", "ors", "or", "ate", "e", "i", "y"),
)
_VOWELS = ("a", "e", "o", "u")
_SHORTEST = 3  # letters that a stem keeps


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFamilies:
    """data/word_families.yaml: words that add nothing, and the family of each word, phrase or stem that has one."""

    light: frozenset[str]
    family: Mapping[str, str]
    by_stem: Mapping[str, str]


@cache
def word_families() -> WordFamilies:
    """The families, loaded once. Raises DataError on a missing or unknown part, or a word of two families."""
    return read_word_families((resources.files("dateline") / "data" / "word_families.yaml").read_text(encoding="utf-8"))


def read_word_families(text: str) -> WordFamilies:
    """The families from YAML. Raises DataError as `word_families`."""
    raw: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    if wrong := raw.keys() ^ set(_PARTS):
        raise DataError(f"word_families.yaml: the part {min(wrong)!r} is missing or unknown")
    found: dict[str, str] = {}
    for name, words in [(SAYING, raw["saying"]), *((f"{line[0]} &c", line) for line in raw["families"])]:
        for word in words:
            if found.setdefault(word, name) != name:
                raise DataError(f"word_families.yaml: {word!r} is of two families, {found[word]} and {name}")
    return WordFamilies(light=frozenset(raw["light"]), family=found, by_stem=_by_stem(found))


def _by_stem(family: Mapping[str, str]) -> dict[str, str]:
    """The families of stems that are of one family only."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, name in family.items():
        found[stem(word)].add(name)
    return {key: min(names) for key, names in found.items() if len(names) == 1}


@lru_cache(maxsize=8192)
def family(words: str) -> str | None:
    """The family of the phrase, or of its first word that has one, else its first stem; None without letters."""
    known, given = word_families(), _WORD.findall(words.lower())
    telling = [word for word in given if word not in known.light] or given
    listed = (known.family.get(word) for word in (" ".join(given), *given))
    stems = list(map(stem, telling))
    by_stem = (known.by_stem.get(one) for one in stems)
    return next(filter(None, (*listed, *by_stem, *stems)), None)


def stem(word: str) -> str:
    """What is left of a word in small letters without its endings: "nominat" of "nominations" and "nominated"."""
    bare = word[:-2] if word.endswith(_HISSING) else _without(word, _INFLECTION)
    if len(bare) > _SHORTEST and bare[-1] == bare[-2] and bare[-1] not in "ls":
        bare = bare[:-1]
    return _without(bare, _FORMATION if bare[-2:-1] not in _VOWELS else _FORMATION[:-1])


def _without(word: str, endings: tuple[str, ...]) -> str:
    ending = next((e for e in endings if word.endswith(e) and len(word) - len(e) >= _SHORTEST), "")
    return word.removesuffix(ending)
