"""Protected things, such as hospitals, by the words that name them: data/protected.yaml, loaded and checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import yaml

from dateline.knowledge.actor_words import singular
from dateline.knowledge.folding import fold
from dateline.knowledge.noun_kinds import noun_kind
from dateline.model.errors import DataError

_FILE = "protected.yaml"
_KEYS = frozenset({"kind", "words", "unless"})
_TIES = frozenset({"of", "in", "at", "for", "near", "from", "on", "where", "that", "which", "run", "belonging"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedKind:
    """A kind of protected things: phrases as folded words in their order, and words by which it is another thing."""

    kind: str
    phrases: tuple[tuple[str, ...], ...]
    unless: frozenset[str]

    def names(self, words: Sequence[str]) -> bool:
        """Whether folded singular words name a thing of this kind."""
        return self.unless.isdisjoint(words) and any(_in_order(phrase, words) for phrase in self.phrases)

    def is_meant(self, noun: str) -> bool:
        """Whether a description with this noun at its head may mean such a thing, and not the people of one."""
        return noun_kind(noun) != "person" or any(noun in phrase for phrase in self.phrases)


def protected_kind(words: str) -> str | None:
    """The kind of protected thing that a description names, "field hospital" as "hospital or clinic"; else None.

    People are none, whatever stands before them: a "hospital employee" is no hospital.
    """
    found = [singular(word) for word in fold(words).split()]
    meant = _head(found)
    return next((one.kind for one in protected_kinds() if one.names(found) and one.is_meant(meant)), None)


def _head(words: Sequence[str]) -> str:
    """The noun that says what is meant: "employee" of "hospital employee", "school" of "school in the village"."""
    return next((before for before, word in pairwise((*words, "of")) if word in _TIES), "")


@cache
def protected_kinds() -> tuple[ProtectedKind, ...]:
    """The kinds that come with the program, in the order in which they are tried. Raises DataError."""
    return parse_protected((resources.files("dateline") / "data" / _FILE).read_text(encoding="utf-8"))


def parse_protected(text: str) -> tuple[ProtectedKind, ...]:
    """The kinds from YAML. Raises DataError naming the row that is wrong."""
    return tuple(_kind(number, row) for number, row in enumerate(yaml.load(text, Loader=yaml.CBaseLoader) or (), 1))


def _kind(number: int, row: Any) -> ProtectedKind:
    if not isinstance(row, dict) or not {"kind", "words"} <= row.keys() or row.keys() - _KEYS:
        raise DataError(
            f"{_FILE}, row {number}: give `kind` and `words`, and `unless` where it is needed, nothing else"
        )
    if not isinstance(row["words"], list) or not row["words"]:
        raise DataError(f"{_FILE}, row {number}: `words` must be a list of words")
    phrases = tuple(tuple(singular(word) for word in fold(phrase).split()) for phrase in row["words"])
    return ProtectedKind(kind=row["kind"], phrases=phrases, unless=frozenset(map(fold, row.get("unless", ()))))


def _in_order(phrase: Sequence[str], words: Sequence[str]) -> bool:
    """Whether all words of the phrase come in their order."""
    rest = iter(words)
    return all(word in rest for word in phrase)
