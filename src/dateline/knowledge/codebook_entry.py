"""One type of event, and how it is read from its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from dateline.knowledge.project import DataFile
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.knowledge.yaml_text import Parsed, parse_yaml
from dateline.model.claim import Modality
from dateline.model.errors import DataError

PARTS = ("verb", "noun", "adjective")
KINDS = frozenset({"place", "actor", "person", "people", "state", "number", "none"})
CONDITIONS = ("subject", "object", "by", "of", "to", "modifier", "governor", "with", "near", "report")
POSITIONS = frozenset(
    "subject object by possessive modifier of on against between with from to at in into for about over near towards "
    "under indirect".split()
) | {"governor subject", "governor object"}
_TRIGGER_KEYS = (
    {*PARTS, *CONDITIONS, *(f"unless_{c}" for c in CONDITIONS)}
    | {"agent", "target", "place", "mutual", "weak", "modality", "means", "rank"}
)  # fmt: skip

Several = str | list[str] | None
Codes = Mapping[str, str | tuple[str | None, ...] | None]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that satisfy a condition: lemmas, and kinds of name (`KINDS`)."""

    lemmas: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One way to announce a type. `needs` and `bars` map a condition to the words that satisfy it.

    `weak` triggers give way to any other of their coarse group that shares their clause ("killed" beside "air strike").
    `mutual`: both sides are agents.
    """

    type: str
    rule: str
    part: str
    lemmas: frozenset[str]
    needs: Mapping[str, Words]
    bars: Mapping[str, Words]
    agent: tuple[str, ...]
    target: tuple[str, ...]
    place: tuple[str, ...]
    mutual: bool
    weak: bool
    modality: str | None
    means: str | None
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence that must be coded as its type; the lists are what must be found, None where anything will do."""

    text: str
    agents: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    denied_by: tuple[str, ...] | None = None
    modality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One type of event. `codes` are words for the printed codebook; `coded_as` is what a project's type is coded as in
    each of the other codebooks, None where the table of codes says it."""

    type: str
    group: str
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    triggers: tuple[Trigger, ...]
    codes: Mapping[str, str]
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]
    coded_as: Codes | None = None


class Least(msgspec.Struct, frozen=True):
    """How many examples and counterexamples a type must have at least."""

    examples: int
    counterexamples: int


OF_DATELINE: Final = Least(4, 3)
OF_A_PROJECT: Final = Least(1, 1)
_A_PAIR: Final = 2


class _Example(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    agents: Several = None
    targets: Several = None
    places: Several = None
    sources: Several = None
    denied_by: Several = None
    modality: Modality | None = None


class _Type(msgspec.Struct, forbid_unknown_fields=True, rename={"includes": "is", "excludes": "is_not"}):
    """A type's file as it is written."""

    type: str
    definition: str
    triggers: list[dict[str, str | bool | int | list[str] | None]]
    examples: list[_Example]
    counterexamples: list[str]
    includes: list[str] = []
    excludes: list[str] = []
    codes: dict[str, str | list[str | None] | None] = {}
    group: str | None = None
    disabled: bool = False


def read_entry(file: DataFile, least: Least = OF_DATELINE, own_codes: bool = False) -> Entry:
    """The type in a file. `own_codes`: `codes` are what it is coded as, and not only words for people.

    Raises DataError naming file and line, and what is wrong.
    """
    parsed = parse_yaml(file)
    raw = parsed.as_(_Type)
    if len(raw.examples) < least.examples or len(raw.counterexamples) < least.counterexamples:
        wanted = f"give at least {least.examples} examples and {least.counterexamples} counterexamples"
        raise DataError(f"{parsed.where('examples')}: {wanted}")
    return Entry(
        type=raw.type,
        group=TYPES[raw.type],
        definition=raw.definition,
        includes=tuple(raw.includes),
        excludes=tuple(raw.excludes),
        triggers=tuple(
            _trigger(parsed.where("triggers", n), f"{raw.type}/{n + 1}", one) for n, one in enumerate(raw.triggers)
        ),
        codes={book: _said(code) for book, code in raw.codes.items() if code is not None},
        examples=tuple(map(_example, raw.examples)),
        counterexamples=tuple(raw.counterexamples),
        coded_as=_coded_as(parsed, raw) if own_codes and raw.codes else None,
    )


def _trigger(at: str, rule: str, raw: Mapping[str, Any]) -> Trigger:
    if unknown := raw.keys() - _TRIGGER_KEYS:
        raise DataError(f"{at}: unknown key {min(unknown)}")
    part = next((p for p in PARTS if p in raw), None)
    if part is None:
        raise DataError(f"{at}: name a verb, a noun or an adjective")
    needs = {c: _words(at, raw[c]) for c in CONDITIONS if c in raw}
    return Trigger(
        type=rule.partition("/")[0],
        rule=rule,
        part=part,
        lemmas=frozenset(_list(raw[part])),
        needs=needs,
        bars={c: _words(at, raw[f"unless_{c}"]) for c in CONDITIONS if f"unless_{c}" in raw},
        agent=_positions(at, raw.get("agent", _DEFAULT_AGENT[part])),
        target=_positions(at, raw.get("target", _DEFAULT_TARGET[part])),
        place=_positions(at, raw.get("place", [])),
        mutual=bool(raw.get("mutual", False)),
        weak=bool(raw.get("weak", False)),
        modality=raw.get("modality"),
        means=raw.get("means"),
        rank=int(raw.get("rank", len(needs))),
    )


_DEFAULT_AGENT = {
    "verb": ["subject"],
    "noun": ["possessive", "modifier", "by", "governor subject"],
    "adjective": [],
}
_DEFAULT_TARGET = {"verb": ["object"], "noun": ["on", "against", "governor object"], "adjective": []}


def _example(raw: _Example) -> Example:
    slots = ("agents", "targets", "places", "sources", "denied_by")
    given = {slot: getattr(raw, slot) for slot in slots}
    lists = {slot: None if names is None else tuple(_list(names)) for slot, names in given.items()}
    return Example(text=raw.text, modality=raw.modality, **lists)


def _positions(at: str, raw: Any) -> tuple[str, ...]:
    found = tuple(_list(raw))
    if unknown := set(found) - POSITIONS:
        raise DataError(f"{at}: unknown position {min(unknown)}; the positions are {', '.join(sorted(POSITIONS))}")
    return found


def _words(at: str, raw: Any) -> Words:
    lemmas: set[str] = set()
    kinds: set[str] = set()
    for word in _list(raw):
        if word.startswith("@"):
            if word[1:] not in word_classes():
                raise DataError(f"{at}: no class of words is called {word}")
            lemmas |= word_classes()[word[1:]]
        elif word.startswith("%"):
            if word[1:] not in KINDS:
                raise DataError(f"{at}: unknown kind {word}; the kinds are {', '.join(sorted(KINDS))}")
            kinds.add(word[1:])
        else:
            lemmas.add(word)
    return Words(frozenset(lemmas), frozenset(kinds))


def _list(raw: Any) -> list[str]:
    return [str(one) for one in raw] if isinstance(raw, list) else [] if raw is None else [str(raw)]


def _said(code: str | list[str | None]) -> str:
    return ": ".join(part for part in code if part) if isinstance(code, list) else code


def _coded_as(parsed: Parsed, raw: _Type) -> Codes:
    """The codes of a project's type: one for each codebook, of ACLED and PLOVER a pair. Raises DataError."""
    at = parsed.where("codes")
    if wrong := raw.codes.keys() ^ _PAIRS.keys():
        raise DataError(
            f"{at}: codes: {min(wrong)} is missing or unknown; give {', '.join(_PAIRS)}, null where none fits"
        )
    return {book: _code(f"{at}: codes: {book}", code, _PAIRS[book]) for book, code in raw.codes.items()}


_PAIRS: Final = {
    "acled": "[event type, sub-event type]",
    "plover": "[event, mode or null]",
    "cameo": None,
    "ucdp": None,
}


def _code(at: str, code: str | list[str | None] | None, pair: str | None) -> str | tuple[str | None, ...] | None:
    """One code; or where it is a pair that must be told whole, unless its second part may lack."""
    if code is None or (isinstance(code, str) and pair is None):
        return code
    if pair is None:
        raise DataError(f"{at}: write one code, or null")
    needed = len(code) - ("or null" in pair) if isinstance(code, list) and len(code) == _A_PAIR else 0
    if not needed or None in code[:needed]:
        raise DataError(f"{at}: write {pair}, or null")
    return tuple(code)
