"""How alike the words of two tellings are: what they call the happening, and what else their sentences and pages say.

Pages and sentences are vectors of words weighted by how rare they are in news of conflict and how often they are said
here, names and numbers twice as much; they are alike by the cosine of their angle (Salton and McGill 1983). How rare a
word is stands in a fixed table, so that what is linked never depends on which other pages are there.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from typing import Final

from dateline.knowledge.word_counts import rarity, words_of
from dateline.knowledge.word_families import family
from dateline.model.incident import Telling

TOP_WORDS: Final = 8
"""By so many of its page's most telling words a telling is looked for."""
ABOUT_THE_SAME: Final = 0.4
"""Pages so alike are as a rule about one thing."""
_KEPT = 120  # words of a page that its vector keeps
_PAGES_AT_HAND = 256  # pages remembered, at some 10 kB each: a page is compared with some tens, mostly of its own days
_PAIRS_AT_HAND = 1024  # sentences and pairs of pages remembered: a page is compared with some tens
_NAME_WEIGHT = 2.0
_WORD = re.compile(r"[^\W_]+")
_WITHIN = re.compile(r"(?<=[\w,;:)’'%-] )[^\W_]+")  # words that begin no sentence
Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The most telling words of a page with weights whose squares add up to 1, and its names in small letters."""

    weights: Vector
    names: frozenset[str]


def one_family(one: Telling, other: Telling) -> bool:
    """Whether both call what happened by words of one family."""
    word = word_of(one)
    return word is not None and word == word_of(other)


def word_of(telling: Telling) -> str | None:
    """The family of the words that announce it."""
    return family(telling.event.claim.trigger.text)


def pages_alike(one: Telling, other: Telling) -> float:
    """How alike what their pages say is, from 0 to 1."""
    return _pages_alike(*sorted((one.text, other.text))) if one.text and other.text else 0.0


def about_the_same(one: Telling, other: Telling) -> bool:
    """Whether two pages tell much the same throughout."""
    return one.page != other.page and pages_alike(one, other) >= ABOUT_THE_SAME


def sentences_alike(one: Telling, other: Telling) -> float:
    """How alike their sentences are, from 0 to 1."""
    return _cosine(*(_sentence(t.event.claim.sentence.text, t.text) for t in (one, other)))


def top_words(telling: Telling) -> tuple[str, ...]:
    """The most telling words of its page."""
    return _top_words(telling.text)


@lru_cache(maxsize=_PAGES_AT_HAND)
def _top_words(text: str) -> tuple[str, ...]:
    weights = page_words(text).weights
    return tuple(nlargest(TOP_WORDS, weights, key=lambda word: (weights[word], word)))


@lru_cache(maxsize=_PAGES_AT_HAND)
def page_words(text: str) -> PageWords:
    """The words of a page by weight."""
    names = _names(text)
    raw = {word: (1 + math.log(n)) * _weight(word, names) for word, n in Counter(words_of(text)).items()}
    kept = {word: raw[word] for word in nlargest(_KEPT, raw, key=lambda word: (raw[word], word))}
    return PageWords(weights=_of_length_one(kept), names=names)


@lru_cache(maxsize=_PAIRS_AT_HAND)
def _pages_alike(one: str, other: str) -> float:
    return _cosine(page_words(one).weights, page_words(other).weights)


@lru_cache(maxsize=_PAIRS_AT_HAND)
def _sentence(words: str, page: str) -> Vector:
    names = page_words(page).names
    return _of_length_one({word: _weight(word, names) for word in words_of(words)})


def _weight(word: str, names: frozenset[str]) -> float:
    return rarity(word) * (_NAME_WEIGHT if word in names or word.isdigit() else 1.0)


def _names(text: str) -> frozenset[str]:
    """Words with a capital within sentences more often than they are written small."""
    large = Counter(word.lower() for word in _WITHIN.findall(text) if word[0].isupper())
    small = Counter(word for word in _WORD.findall(text) if word[0].islower())
    return frozenset(word for word, n in large.items() if n > small[word])


def _of_length_one(weights: Vector) -> Vector:
    length = math.hypot(*weights.values())
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _cosine(one: Vector, other: Vector) -> float:
    return math.fsum(one[word] * other[word] for word in one.keys() & other.keys())
