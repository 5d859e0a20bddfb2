"""The words that announce how many were hurt, held or moved, and what is counted by them: look-ups over data/figures.yaml."""

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
            status=_inverted(raw["status"], get_args(CountStatus)),
            units=_inverted(raw["units"], None),
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
    for kind in get_args(CountKind):
        if kind == word:
            return kind  # type: ignore[no-any-return]
    raise DataError(f"{_FILE}: {word!r} is not a kind of count; use one of {', '.join(get_args(CountKind))}")


def _role(word: str) -> Role:
    for role in get_args(Role):
        if role == word:
            return role  # type: ignore[no-any-return]
    raise DataError(f"{_FILE}: {word!r} is not a role of words; use one of {', '.join(get_args(Role))}")


def _inverted(groups: Mapping[str, list[str]], allowed: tuple[str, ...] | None) -> dict[str, str]:
    for group in groups:
        if allowed is not None and group not in allowed:
            raise DataError(f"{_FILE}: {group!r} is not a status; use one of {', '.join(allowed)}")
    return {lemma: group for group, lemmas in groups.items() for lemma in lemmas}
