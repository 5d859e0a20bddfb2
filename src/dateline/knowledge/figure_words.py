"""The words that announce how many were hurt, held or moved, and those for what is counted: data/figures.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

import yaml

from dateline.model.claim import CountKind, CountStatus
from dateline.model.errors import DataError

Role = Literal["happens_to", "happens_as", "state", "act", "victims", "toll", "lives"]
_FILE = "figures.yaml"
_KINDS: dict[str, CountKind] = {word: word for word in get_args(CountKind)}
_ROLES: dict[str, Role] = {word: word for word in get_args(Role)}
_STATUSES: dict[str, CountStatus] = {word: word for word in get_args(CountStatus)}


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeFigures:
    """What figures an event type keeps; `own` is the kind that its own verb counts, whatever the word."""

    own: CountKind | None
    takes: frozenset[CountKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """`announcers` maps a lemma to its (kind, role) pairs; the rest map or hold lemmas of nouns."""

    announcers: Mapping[str, tuple[tuple[CountKind, Role], ...]]
    types: Mapping[str, TypeFigures]
    status: Mapping[str, CountStatus]
    units: Mapping[str, str]
    not_counted: frozenset[str]
    collective: frozenset[str]


@cache
def figure_words() -> FigureWords:
    """The table that ships with the program, read once. DataError where it breaks its own rules."""
    return parse_figure_words(files("dateline.data").joinpath(_FILE).read_text(encoding="utf-8"))


def parse_figure_words(text: str) -> FigureWords:
    """The table in YAML `text`, checked."""
    try:
        raw = yaml.safe_load(text)
        return FigureWords(
            announcers=_announcers(raw["kinds"]),
            types={name: _type_figures(name, entry) for name, entry in raw["types"].items()},
            status={lemma: _status(word) for word, lemmas in raw["status"].items() for lemma in lemmas},
            units={lemma: unit for unit, lemmas in raw["units"].items() for lemma in lemmas},
            not_counted=frozenset(raw["not_counted"]),
            collective=frozenset(raw["collective"]),
        )
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{_FILE}: {str(error).splitlines()[0]}; compare it with the comments at its top") from error


def _announcers(kinds: Mapping[str, Mapping[str, list[str]]]) -> dict[str, tuple[tuple[CountKind, Role], ...]]:
    found: dict[str, tuple[tuple[CountKind, Role], ...]] = {}
    for kind, roles in kinds.items():
        for role, lemmas in roles.items():
            for lemma in lemmas:
                found[lemma] = (*found.get(lemma, ()), (_kind(kind), _role(role)))
    return found


def _type_figures(name: str, entry: Mapping[str, list[str] | str | None]) -> TypeFigures:
    takes = frozenset(_kind(kind) for kind in entry["takes"] or ())
    own = entry["own"]
    if own is not None and own not in takes:
        raise DataError(f"{_FILE}: {name}: its own kind {own!r} is not among those that it takes; add it to `takes`")
    return TypeFigures(own=None if own is None else _kind(str(own)), takes=takes)


def _kind(word: str) -> CountKind:
    if word not in _KINDS:
        raise DataError(f"{_FILE}: {word!r} is not a kind of count; use one of {', '.join(_KINDS)}")
    return _KINDS[word]


def _role(word: str) -> Role:
    if word not in _ROLES:
        raise DataError(f"{_FILE}: {word!r} is not a role of words; use one of {', '.join(_ROLES)}")
    return _ROLES[word]


def _status(word: str) -> CountStatus:
    if word not in _STATUSES:
        raise DataError(f"{_FILE}: {word!r} is not a status; use one of {', '.join(_STATUSES)}")
    return _STATUSES[word]
