"""The table that gives an event its codes in ACLED, PLOVER, CAMEO and UCDP: rows of conditions, loaded and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal, get_args

import yaml

from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.project import per_project
from dateline.knowledge.types import BUILT_IN
from dateline.model.claim import Extent
from dateline.model.errors import DataError

Class = Literal[
    "home",
    "external",
    "state",
    "rebel",
    "militia",
    "gunmen",
    "organised",
    "armed",
    "protesters",
    "rioters",
    "civilians",
]
Codebook = Literal["acled", "plover", "cameo", "ucdp"]
_CLASSES = frozenset(get_args(Class))
_KEYS = {"type", "agents", "targets", "sides", "means", "extent", "code"}
_NULL = ("null", "", "~")
# How many parts a code has: none for a plain one.
_PARTS: dict[str, int] = {"acled": 2, "plover": 2, "cameo": 0, "ucdp": 0}

Code = tuple[str | None, ...] | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRow:
    """A row of data/codes.yaml: its conditions, empty where it has none, and the code it gives."""

    types: frozenset[str]
    agents: frozenset[str]
    targets: frozenset[str]
    sides: tuple[str, ...]
    means: frozenset[str]
    extent: frozenset[str]
    code: Code


@per_project
def code_rows() -> Mapping[Codebook, tuple[CodeRow, ...]]:
    """The rows of each codebook in their order, after those of the project at work. Raises DataError."""
    own = {entry.type: entry.coded_as for entry in load_codebook().entries.values() if entry.coded_as}
    return {
        book: (*(_plain_row(type, codes[book]) for type, codes in own.items()), *rows)
        for book, rows in _rows_of_dateline().items()
    }


@cache
def _rows_of_dateline() -> Mapping[Codebook, tuple[CodeRow, ...]]:
    return read_code_rows((resources.files("dateline") / "data" / "codes.yaml").read_text(encoding="utf-8"))


def _plain_row(type: str, code: Code) -> CodeRow:
    """The row that gives a type its code whatever else is known."""
    nothing: frozenset[str] = frozenset()
    return CodeRow(
        types=frozenset({type}), agents=nothing, targets=nothing, sides=(), means=nothing, extent=nothing, code=code
    )


def read_code_rows(text: str) -> Mapping[Codebook, tuple[CodeRow, ...]]:
    """Rows from YAML. Raises DataError on an unknown condition, type, class or extent, and on a type without a row."""
    raw: dict[str, list[dict[str, Any]]] = yaml.load(text, Loader=yaml.CBaseLoader)
    books: tuple[Codebook, ...] = get_args(Codebook)
    if wrong := raw.keys() ^ set(books):
        raise DataError(f"codes.yaml: the codebook {min(wrong)!r} is missing or unknown")
    rows = {book: tuple(_row(row, book) for row in raw[book]) for book in books}
    for book in books:
        if missing := BUILT_IN.keys() - {kind for row in rows[book] for kind in row.types}:
            raise DataError(f"codes.yaml: {book} has no row for {min(missing)}; give it code null if it has no code")
    return rows


def _row(row: dict[str, Any], book: str) -> CodeRow:
    if wrong := (row.keys() - _KEYS) | ({"type", "code"} - row.keys()):
        raise DataError(f"codes.yaml: a row of {book} has the unknown key, or lacks the key, {min(wrong)!r}")
    _known(row, "sides", _CLASSES, book)
    return CodeRow(
        types=_known(row, "type", frozenset(BUILT_IN), book),
        agents=_known(row, "agents", _CLASSES, book),
        targets=_known(row, "targets", _CLASSES, book),
        sides=tuple(row.get("sides", ())),
        means=frozenset(word.lower() for word in _listed(row.get("means", ()))),
        extent=_known(row, "extent", frozenset(get_args(Extent)), book),
        code=_code(row["code"], book),
    )


def _known(row: dict[str, Any], key: str, known: frozenset[str], book: str) -> frozenset[str]:
    values = frozenset(_listed(row.get(key, ())))
    if unknown := values - known:
        raise DataError(f"codes.yaml: a row of {book} has the unknown {key} {min(unknown)!r}")
    return values


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _code(value: Any, book: str) -> Code:
    if isinstance(value, str):
        if value not in _NULL and _PARTS[book]:
            raise DataError(f"codes.yaml: {value!r} of {book} should be a list of {_PARTS[book]}")
        return None if value in _NULL else value
    if len(value) != _PARTS[book]:
        raise DataError(f"codes.yaml: {value} of {book} should have {_PARTS[book]} parts")
    return tuple(None if part in _NULL else part for part in value)
