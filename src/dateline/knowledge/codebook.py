"""The codebook: one YAML file for each type of event, loaded and checked.

Each file says what the type is and is not, which words announce it, in which frame, and shows sentences that must
and must not be coded. The printed codebook and the extractor are made from the same files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.errors import DataError

VERSION = "1"
PARTS = ("verb", "noun", "adjective")
KINDS = frozenset({"place", "actor", "person", "people", "state", "none"})
CONDITIONS = ("subject", "object", "by", "of", "to", "modifier", "with", "near", "report")
POSITIONS = frozenset(
    "subject object by possessive modifier of on against between with from to at in into for about over near towards "
    "under indirect".split()
) | {"governor subject", "governor object"}
_TRIGGER_KEYS = (
    {*PARTS, *CONDITIONS, *(f"unless_{c}" for c in CONDITIONS)}
    | {"agent", "target", "place", "mutual", "weak", "modality", "means", "rank"}
)  # fmt: skip
_TYPE_KEYS = {"type", "definition", "is", "is_not", "triggers", "codes", "examples", "counterexamples"}
_EXAMPLE_KEYS = {"text", "agents", "targets", "places", "sources", "modality", "denied_by"}
_MIN_EXAMPLES, _MIN_COUNTEREXAMPLES = 4, 3


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
    """One type of event."""

    type: str
    group: str
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    triggers: tuple[Trigger, ...]
    codes: Mapping[str, str]
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All types, and their triggers by (part of speech, lemma)."""

    entries: Mapping[str, Entry]
    index: Mapping[tuple[str, str], tuple[Trigger, ...]]

    def triggers(self, part: str, lemma: str) -> tuple[Trigger, ...]:
        """The triggers that a word of this part of speech and lemma may be."""
        return self.index.get((part, lemma), ())


@cache
def load_codebook() -> Codebook:
    """The codebook of the package. Raises DataError naming the file and what is wrong in it."""
    folder = resources.files("dateline") / "data" / "codebook"
    texts = {f.name: f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.endswith(".yaml")}
    entries = [_entry(name, yaml.load(text, Loader=yaml.CSafeLoader)) for name, text in sorted(texts.items())]
    missing = set(TYPES) - {entry.type for entry in entries}
    if missing:
        raise DataError(f"codebook: no file for {', '.join(sorted(missing))}")
    return make_codebook(entries)


def make_codebook(entries: Iterable[Entry]) -> Codebook:
    """A codebook of these entries, in the order of the table of types."""
    order = list(TYPES)
    ordered = sorted(entries, key=lambda entry: order.index(entry.type))
    index: dict[tuple[str, str], list[Trigger]] = {}
    for entry in ordered:
        for trigger in entry.triggers:
            for lemma in trigger.lemmas:
                index.setdefault((trigger.part, lemma), []).append(trigger)
    return Codebook({e.type: e for e in ordered}, {key: tuple(found) for key, found in index.items()})


def _entry(file: str, raw: Any) -> Entry:
    _check_keys(file, raw, _TYPE_KEYS)
    kind = raw.get("type")
    if kind not in TYPES:
        raise DataError(f"codebook/{file}: unknown type {kind!r}")
    examples = tuple(_example(file, one) for one in raw.get("examples", ()))
    counterexamples = tuple(raw.get("counterexamples", ()))
    if len(examples) < _MIN_EXAMPLES or len(counterexamples) < _MIN_COUNTEREXAMPLES:
        raise DataError(
            f"codebook/{file}: give at least {_MIN_EXAMPLES} examples and {_MIN_COUNTEREXAMPLES} counterexamples"
        )
    return Entry(
        type=kind,
        group=TYPES[kind],
        definition=raw["definition"],
        includes=tuple(raw.get("is", ())),
        excludes=tuple(raw.get("is_not", ())),
        triggers=tuple(_trigger(file, kind, n, one) for n, one in enumerate(raw.get("triggers", ()), 1)),
        codes={key: str(value) for key, value in raw.get("codes", {}).items()},
        examples=examples,
        counterexamples=counterexamples,
    )


def _trigger(file: str, kind: str, number: int, raw: Any) -> Trigger:
    at = f"{file}, trigger {number}"
    _check_keys(at, raw, _TRIGGER_KEYS)
    part = next((p for p in PARTS if p in raw), None)
    if part is None:
        raise DataError(f"codebook/{at}: name a verb, a noun or an adjective")
    lemmas = frozenset(_list(raw[part]))
    needs = {c: _words(at, raw[c]) for c in CONDITIONS if c in raw}
    return Trigger(
        type=kind,
        rule=f"{kind}/{number}",
        part=part,
        lemmas=lemmas,
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


def _example(file: str, raw: Any) -> Example:
    _check_keys(f"{file}, examples", raw, _EXAMPLE_KEYS)
    lists = {k: tuple(_list(raw[k])) for k in _EXAMPLE_KEYS - {"text", "modality"} if k in raw}
    return Example(text=raw["text"], modality=raw.get("modality"), **lists)


def _positions(at: str, raw: Any) -> tuple[str, ...]:
    found = tuple(_list(raw))
    unknown = set(found) - POSITIONS
    if unknown:
        raise DataError(f"codebook/{at}: unknown position {', '.join(sorted(unknown))}")
    return found


def _words(at: str, raw: Any) -> Words:
    lemmas: set[str] = set()
    kinds: set[str] = set()
    for word in _list(raw):
        if word.startswith("@"):
            if word[1:] not in word_classes():
                raise DataError(f"codebook/{at}: no class of words is called {word}")
            lemmas |= word_classes()[word[1:]]
        elif word.startswith("%"):
            if word[1:] not in KINDS:
                raise DataError(f"codebook/{at}: unknown kind {word}")
            kinds.add(word[1:])
        else:
            lemmas.add(word)
    return Words(frozenset(lemmas), frozenset(kinds))


def _list(raw: Any) -> list[str]:
    return [str(one) for one in raw] if isinstance(raw, list) else [] if raw is None else [str(raw)]


def _check_keys(at: str, raw: Any, known: set[str]) -> None:
    if not isinstance(raw, dict):
        raise DataError(f"codebook/{at}: expected a table of keys")
    unknown = set(raw) - known
    if unknown:
        raise DataError(f"codebook/{at}: unknown key {', '.join(sorted(map(str, unknown)))}")
