"""Words that say how a place is taken, left or held, and by whom: data/holding.yaml, loaded and checked."""

from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.knowledge.actor_words import singular
from dateline.model.errors import DataError

_FILE = "holding.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingWords:
    """Sets of words in lower case, each under its name in the file, which says what they are for."""

    entering: frozenset[str]
    taking: frozenset[str]
    handing_over: frozenset[str]
    parts: frozenset[str]
    quarters: frozenset[str]
    settlements: frozenset[str]
    past: frozenset[str]
    arms: frozenset[str]
    rebels: frozenset[str]
    government: frozenset[str]
    groups: frozenset[str]
    nobody: frozenset[str]


@cache
def holding_words() -> HoldingWords:
    """The words that come with the program, read once. Raises DataError."""
    return parse_holding_words((resources.files("dateline") / "data" / _FILE).read_text(encoding="utf-8"))


def parse_holding_words(text: str) -> HoldingWords:
    """The words from YAML. Raises DataError where a list is missing or unknown, or is no list of words."""
    raw: Any = yaml.load(text, Loader=yaml.CBaseLoader)
    names = {field.name for field in fields(HoldingWords)}
    if not isinstance(raw, dict) or (wrong := raw.keys() ^ names):
        raise DataError(f"{_FILE}: {'no lists' if not isinstance(raw, dict) else f'the list {min(wrong)!r}'} "
                        "is missing or unknown; compare it with its comments")  # fmt: skip
    for name, words in raw.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise DataError(f"{_FILE}: {name}: must be a list of words; put on, off, yes and no in quotes")
    return HoldingWords(**{name: frozenset(_words(name, raw[name])) for name in names})


def _words(name: str, words: list[str]) -> list[str]:
    """As they stand; those for parties in the singular."""
    return list(map(singular, words)) if name in ("rebels", "government", "groups", "nobody") else words
