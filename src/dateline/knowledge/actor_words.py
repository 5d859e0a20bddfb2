"""Words that describe actors: which may stand around a listed name, which act for a nation, and what kind they mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, get_args

import yaml

from dateline.knowledge.names import fold
from dateline.model.errors import DataError
from dateline.model.event import ActorKind

_SETS = ("around_a_name", "units", "ties", "against", "persons", "weapons", "uniforms", "between", "services",
         "between_services", "governments", "home_forces", "group_nouns", "ends")  # fmt: skip
_TABLES = ("before_group_nouns", "kinds")
_IRREGULAR = {
    "aircraft": "aircraft",
    "children": "child",
    "men": "man",
    "people": "people",
    "police": "police",
    "women": "woman",
}
_UNCHANGED = ("ss", "us", "is")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorWords:
    """data/actor_words.yaml, folded, singular; a table gives the kind of each word or phrase."""

    around_a_name: frozenset[str]
    units: frozenset[str]
    ties: frozenset[str]
    against: frozenset[str]
    persons: frozenset[str]
    weapons: frozenset[str]
    uniforms: frozenset[str]
    between: frozenset[str]
    services: frozenset[str]
    between_services: frozenset[str]
    governments: frozenset[str]
    home_forces: frozenset[str]
    group_nouns: frozenset[str]
    ends: frozenset[str]
    kinds: Mapping[str, ActorKind]
    before_group_nouns: Mapping[str, ActorKind]


@cache
def actor_words() -> ActorWords:
    """The words, loaded once. Raises DataError on an unknown kind, a missing part, or a word of two kinds."""
    return read_actor_words((resources.files("dateline") / "data" / "actor_words.yaml").read_text(encoding="utf-8"))


def read_actor_words(text: str) -> ActorWords:
    """The words from YAML. Raises DataError as `actor_words`."""
    raw: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    if wrong := raw.keys() ^ {*_SETS, *_TABLES}:
        raise DataError(f"actor_words.yaml: the part {min(wrong)!r} is missing or unknown")
    sets = {part: frozenset(map(fold, raw[part])) for part in _SETS}
    before, kinds = (_kind_by_word(raw[part]) for part in _TABLES)
    return ActorWords(**sets, before_group_nouns=before, kinds=kinds)


def singular(word: str) -> str:
    """A folded English noun in its singular: "militias" as "militia", "gunmen" as "gunman"."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("children"):
        return word[:-3]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(_UNCHANGED) and len(word) > 3 else word


def _kind_by_word(table: dict[str, list[str]]) -> dict[str, ActorKind]:
    kinds: dict[str, ActorKind] = {}
    for kind in get_args(ActorKind):
        for word in table.get(kind, ()):
            if kinds.setdefault(fold(word), kind) != kind:
                raise DataError(f"actor_words.yaml: {word!r} is of two kinds, {kinds[fold(word)]} and {kind}")
    if unknown := table.keys() - set(get_args(ActorKind)):
        raise DataError(f"actor_words.yaml: {min(unknown)!r} is not one of ACLED's kinds of actor")
    return kinds
