"""The words of a web page that are no part of its report, from data/furniture.yaml."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

from dateline.model.errors import DataError

DATA_FILE = "furniture.yaml"
PLACES = ("whole", "starts", "holds")
LISTS = ("openers", "closers", "run_on", "notices", "kickers", "outlets")
MIN_WEIGHT, MAX_WEIGHT = 0.5, 4.0

_AROUND = " \t.,:;!?…|·•*#>»«›‹→←-–—()[]{}\"'“”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One kind of furniture: phrases by where they stand in a line, all folded, and what they weigh."""

    kind: str
    reason: str
    weight: float
    whole: frozenset[str]
    starts: tuple[str, ...]
    holds: tuple[str, ...]

    def hits(self, line: str, bare: str) -> int:
        """How many phrases of this kind the folded `line` has; `bare` is the line without marks around it."""
        held = sum(_stands_in(phrase, line) for phrase in self.holds)
        return held + (bare in self.whole) + line.startswith(self.starts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """All that the data file says; every phrase is folded as `fold` does."""

    signals: tuple[Signal, ...]
    openers: frozenset[str]
    closers: frozenset[str]
    run_on: tuple[str, ...]
    notices: tuple[str, ...]
    kickers: frozenset[str]
    outlets: frozenset[str]
    published: tuple[str, ...]
    updated: tuple[str, ...]


def fold(text: str) -> str:
    """Lower case, one kind of apostrophe, single spaces."""
    return " ".join(text.lower().replace("’", "'").replace("‘", "'").split())


def bare(folded: str) -> str:
    """A folded line without bullets, arrows, brackets and stops around it."""
    return folded.strip(_AROUND)


@lru_cache(maxsize=8192)
def signals_in(folded: str) -> tuple[tuple[Signal, int], ...]:
    """The kinds of furniture in a folded line, with how many phrases of each; remembered, since menus repeat from
    page to page."""
    found = ((signal, signal.hits(folded, bare(folded))) for signal in furniture().signals)
    return tuple((signal, hits) for signal, hits in found if hits)


@cache
def furniture() -> Furniture:
    """The furniture that comes with the program. Raises DataError."""
    text = (resources.files("dateline") / "data" / DATA_FILE).read_text(encoding="utf-8")
    return parse_furniture(text)


def parse_furniture(text: str) -> Furniture:
    """Furniture from YAML text. Raises DataError on a missing part, a phrase that stands twice or a weight out of
    range."""
    raw = yaml.load(text, Loader=yaml.CSafeLoader)
    if not isinstance(raw, dict) or set(raw) != {"signals", "stamps", *LISTS}:
        raise DataError(f"{DATA_FILE}: the parts are signals, stamps, {', '.join(LISTS)}")
    lists = {name: _phrases(raw[name], name) for name in LISTS}
    stamps = {kind: _phrases(raw["stamps"].get(kind), f"stamps {kind}") for kind in ("published", "updated")}
    return Furniture(
        signals=tuple(_signal(entry) for entry in raw["signals"]),
        openers=frozenset(lists["openers"]),
        closers=frozenset(lists["closers"]),
        run_on=lists["run_on"],
        notices=lists["notices"],
        kickers=frozenset(lists["kickers"]),
        outlets=frozenset(lists["outlets"]),
        published=stamps["published"],
        updated=stamps["updated"],
    )


def _signal(entry: dict[str, Any]) -> Signal:
    kind = str(entry.get("kind"))
    if not entry.get("reason") or not any(entry.get(place) for place in PLACES):
        raise DataError(f"{DATA_FILE}: the signal {kind} needs a reason and phrases")
    weight = entry.get("weight")
    if not isinstance(weight, int | float) or not MIN_WEIGHT <= weight <= MAX_WEIGHT:
        raise DataError(
            f"{DATA_FILE}: the weight of {kind} must lie between {MIN_WEIGHT} and {MAX_WEIGHT}, not {weight}"
        )
    found = {place: _phrases(entry.get(place, []), f"{kind} {place}") for place in PLACES}
    return Signal(
        kind=kind,
        reason=str(entry["reason"]),
        weight=float(weight),
        whole=frozenset(bare(phrase) or phrase for phrase in found["whole"]),
        starts=found["starts"],
        holds=found["holds"],
    )


def _phrases(raw: Any, where: str) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(phrase, str) and phrase.strip() for phrase in raw):
        raise DataError(f"{DATA_FILE}: {where} must be a list of phrases; put a number or yes and no into quotes")
    folded = [fold(phrase) for phrase in raw]
    twice = sorted({phrase for phrase in folded if folded.count(phrase) > 1})
    if twice:
        raise DataError(f"{DATA_FILE}: {where} has {twice[0]!r} twice")
    return tuple(folded)


def _stands_in(phrase: str, line: str) -> bool:
    """Whether `phrase` stands in `line` as whole words; the plain search first, since it nearly always says no."""
    if phrase not in line:
        return False
    left = r"\b" if phrase[0].isalnum() else ""
    right = r"\b" if phrase[-1].isalnum() else ""
    return re.search(left + re.escape(phrase) + right, line) is not None
