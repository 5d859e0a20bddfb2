"""Names in Arabic, Cyrillic, Hebrew and Persian letters: made comparable, and written in Latin letters.

The ways to write each letter stand in `letters.yaml`. A letter that is romanised in several ways gives a name several
readings: "Луганськ" is read as Lugansk and as Luhansk.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import combinations, islice, product
from typing import Any, Final

import yaml

from dateline.model.errors import DataError

_FILE = resources.files("dateline") / "data" / "gazetteer" / "letters.yaml"
_IN_SCRIPT: Final = re.compile(r"[\u0400-\u052f\u05d0-\u05ea\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_SILENT: Final = re.compile(r"[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f]")
_ARTICLE: Final = re.compile(r"\bال(?=\w{2})")
_DOUBLED: Final = re.compile(r"(.)\1+")
_MOST_READINGS, _MOST_DIFFERING = 48, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Script:
    """The letters of a script with their romanisations; `same`: letters that stand for another."""

    abjad: bool
    same: dict[int, str]
    letters: dict[str, tuple[str, ...]]


def has_script(name: str) -> bool:
    """Whether any letter is Arabic (Persian, Urdu, Kurdish, Pashto), Cyrillic or Hebrew."""
    return _IN_SCRIPT.search(name) is not None


def folded_script(name: str) -> str:
    """Lower case, without vowel signs, letters that stand for each other made one; "" without any of these letters.

    The name stays in its script, so that it cannot be taken for a Latin word.
    """
    if not has_script(name):
        return ""
    plain = _SILENT.sub("", unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name))).lower()
    for script in _scripts().values():
        plain = plain.translate(script.same)
    return " ".join("".join(c if c.isdigit() or c in _letters() else " " for c in plain).split())


def is_abjad(folded: str) -> bool:
    """Whether the name stands in a script that leaves out short vowels."""
    return any(c in script.letters for c in folded for script in _scripts().values() if script.abjad)


def readings(folded: str) -> Iterator[tuple[str, ...]]:
    """The ways to write a name in Latin letters, each a tuple of letters and groups of letters; at most 48.

    Spaces are kept, and the Arabic article is set apart. First all letters in their commonest way, then those ways in
    which one letter differs, then two, then three.
    """
    apart = _ARTICLE.sub("ال ", folded)
    written = apart if is_abjad(apart) else _DOUBLED.sub(r"\1", apart)
    return islice(_combined([_letters().get(c, (c,)) for c in written]), _MOST_READINGS)


def _combined(ways: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    usual = [way[0] for way in ways]
    open_ = [i for i, way in enumerate(ways) if len(way) > 1]
    for differing in range(_MOST_DIFFERING + 1):
        for places in combinations(open_, differing):
            for chosen in product(*(ways[i][1:] for i in places)):
                swapped = dict(zip(places, chosen, strict=True))
                yield tuple(swapped.get(i, way) for i, way in enumerate(usual))


@cache
def _letters() -> dict[str, tuple[str, ...]]:
    return {letter: ways for script in _scripts().values() for letter, ways in script.letters.items()}


@cache
def _scripts() -> dict[str, _Script]:
    raw = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {name: _script(name, fields) for name, fields in raw.items()}


def _script(name: str, raw: dict[str, Any]) -> _Script:
    if set(raw) != {"abjad", "same", "letters"}:
        raise DataError(f"letters.yaml: {name}: needs abjad, same and letters, and nothing else")
    for letter, ways in raw["letters"].items():
        if len(letter) != 1 or not ways or not all(isinstance(way, str) and way.isascii() for way in ways):
            raise DataError(f"letters.yaml: {name}: {letter}: must be one letter with a list of Latin spellings")
    letters = {letter: tuple(ways) for letter, ways in raw["letters"].items()}
    return _Script(abjad=raw["abjad"], same=str.maketrans(raw["same"]), letters=letters)
