"""Names folded so that spellings of one name meet, and an index that finds them in running text.

Folding drops accents, apostrophes, the possessive and the Arabic article ("al-Nusra", "al Nusra", "an-Nusra" and
"Nusra" are one), takes hyphens for spaces and British spellings for American ones. A single word of up to four letters
(IS, US, SAA, Iran) is never folded: it is found only as it is spelt, without its dots.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

T = TypeVar("T")
SHORT = 4

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘ʼ`´][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’‘ʼ`´]s$", re.IGNORECASE)
_INNER_POSSESSIVE = re.compile(r"'s\b")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´.")
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
_ARTICLES = frozenset({"al", "el"})
# The l of "al" gives way to the next letter; such a syllable is an article only where a hyphen ties it on ("ash-Sham").
_TIED_ARTICLES = frozenset({"an", "ar", "as", "ash", "at", "ad", "az", "ul", "ur", "ud"})
_LEADING = frozenset({"the", "a", "an"})
_SPELLINGS = {
    "armoured": "armored",
    "centre": "center",
    "defence": "defense",
    "jaysh": "jaish",
    "jeish": "jaish",
    "labour": "labor",
    "mobilisation": "mobilization",
    "organisation": "organization",
    "programme": "program",
    "stabilisation": "stabilization",
}


class Word(NamedTuple):
    """A word, folded; as it is spelt, without dots and possessive; and where it stands, the possessive left out."""

    folded: str
    spelt: str
    start: int
    end: int


class Found(NamedTuple, Generic[T]):
    """A name found in a text, from `start` to `end`, and what it may stand for."""

    start: int
    end: int
    values: tuple[T, ...]


def folded_words(text: str) -> list[Word]:
    """The words of a text, folded, without Arabic articles."""
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        spelt = match.group()
        if not spelt.isalnum():
            stem = _POSSESSIVE.sub("", spelt)
            end, spelt = start + len(stem), stem.translate(_APOSTROPHES)
        folded = _plain(spelt)
        if folded in _ARTICLES or (folded in _TIED_ARTICLES and text[end : end + 1] == "-"):
            continue
        found.append(Word(_SPELLINGS.get(folded, folded), spelt, start, end))
    return found


def fold(name: str) -> str:
    """The folded words of a name, a leading "the" or "a" left out."""
    return " ".join(word.folded for word in _without_article(folded_words(name)))


def key(name: str) -> str:
    """What a name is looked up by: its folded words, or its spelling where it is short."""
    if name.isalpha():
        return "=" + name if len(name) <= SHORT else _SPELLINGS.get(_plain(name), _plain(name))
    if name.isascii() and name.replace(" ", "").isalnum():  # most names: worth a short way
        plain = [_SPELLINGS.get(word, word) for word in name.lower().split() if word not in _ARTICLES]
        if len(plain) > 2:
            return " ".join(plain[1:] if plain[0] in _LEADING else plain)
    words = _without_article(folded_words(name))
    if len(words) == 1 and len(words[0].spelt) <= SHORT:
        return "=" + words[0].spelt
    return " ".join(word.folded for word in words)


def keys(name: str) -> frozenset[str]:
    """The keys of a listed name: with its possessives left out, and with those that have lost their apostrophe."""
    bare = _INNER_POSSESSIVE.sub("s", name) if "'" in name else name
    return frozenset({key(name), key(bare)}) if bare != name else frozenset({key(name)})


def slug(name: str) -> str:
    """ "East Timor" as "east-timor"."""
    return "-".join(re.findall(r"[a-z0-9]+", _plain(name.translate(_APOSTROPHES))))


class NameIndex(Generic[T]):
    """Finds names. `entries` maps a key (see `keys`) to what it may stand for."""

    def __init__(self, entries: Iterable[tuple[str, tuple[T, ...]]]) -> None:
        self._by_key = dict(entries)
        self._automaton = ahocorasick.Automaton()
        for name in self._by_key:
            if name and not name.startswith("="):
                self._automaton.add_word(f" {name} ", name)
        self._automaton.make_automaton()

    def exact(self, name: str) -> tuple[T, ...]:
        """What the whole of `name` may stand for."""
        return self._by_key.get(key(name), ())

    def find(self, text: str) -> list[Found[T]]:
        """The longest names in a text that do not overlap, from left to right, at word boundaries."""
        words = folded_words(text)
        chosen, free = [], 0
        for first, last, name in sorted(self._matches(words), key=lambda match: (match[0], -match[1])):
            if first >= free:
                chosen.append(Found(words[first].start, words[last].end, self._by_key[name]))
                free = last + 1
        return chosen

    def _matches(self, words: list[Word]) -> list[tuple[int, int, str]]:
        """First word, last word and key of every match."""
        found = [(i, i, "=" + word.spelt) for i, word in enumerate(words) if "=" + word.spelt in self._by_key]
        if not len(self._automaton):
            return found
        starts, position = {}, 0
        for i, word in enumerate(words):
            starts[position] = i
            position += len(word.folded) + 1
        starts[position] = len(words)
        for end, name in self._automaton.iter(f" {' '.join(word.folded for word in words)} "):
            found.append((starts[end - len(name) - 1], starts[end] - 1, name))
        return found


def _plain(word: str) -> str:
    if word.isascii():
        return word.lower()
    spread = unicodedata.normalize("NFKD", word.lower().translate(_LETTERS))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def _without_article(words: list[Word]) -> list[Word]:
    return words[1:] if len(words) > 1 and words[0].folded in _LEADING else words
