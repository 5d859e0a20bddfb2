"""How likely a claim is an event that an analyst would record, and which claims are left out as mere mentions.

A logistic regression over the signs of `judge_signs`. Its weights stand in data/judge.json, made by
tools/train_judge.py from hand-coded reports other than those the program is measured on.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import msgspec

from dateline.extract.candidate import Candidate, candidates
from dateline.extract.judge_signs import is_kept_readily, signs_of
from dateline.knowledge.types import TYPES
from dateline.model.claim import Claim
from dateline.model.errors import DataError
from dateline.model.text import Reading, Span


class Weighing(msgspec.Struct, frozen=True, kw_only=True):
    """What data/judge.json holds that decides: log-odds by sign and word, and the least likelihood that is kept.

    `keep_readily` is that of denials, of other figures for what was told, of what a named speaker tells in full, and of
    what the report comes back to.
    """

    base: float
    keep: float
    keep_readily: float
    weights: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights by "sign=word"."""

    base: float
    keep: float
    keep_readily: float
    weights: Mapping[str, float]

    def likelihood(self, signs: Iterable[str]) -> float:
        """The share of claims with these signs that are recorded, from 0 to 1; signs it does not know say nothing."""
        return sigmoid(self.base + sum(self.weights.get(sign, 0.0) for sign in signs))

    def least(self, readily: bool) -> float:
        """The likelihood from which on a claim is told."""
        return self.keep_readily if readily else self.keep

    def keeps(self, likelihood: float, readily: bool) -> bool:
        """Whether a claim so likely is told."""
        return likelihood >= self.least(readily)


def sigmoid(x: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


@cache
def load_judge() -> Judge:
    """The judge that comes with Dateline. Raises DataError if its file lacks a part."""
    return parse_judge((resources.files("dateline") / "data" / "judge.json").read_bytes())


def parse_judge(data: bytes) -> Judge:
    """A judge from JSON like data/judge.json. Raises DataError naming what is wrong."""
    try:
        raw = msgspec.json.decode(data, type=Weighing)
    except msgspec.DecodeError as error:
        raise DataError(f"judge.json: {error}; make it anew with 'make judge'") from error
    return Judge(raw.base, raw.keep, raw.keep_readily, by_sign_and_word(raw.weights))


def by_sign_and_word(weights: Mapping[str, Mapping[str, float]]) -> Mapping[str, float]:
    """The weights of a regression's file under "sign=word"."""
    return {f"{sign}={word}": weight for sign, words in weights.items() for word, weight in words.items()}


def likelihood(signs: Iterable[str]) -> float:
    """The likelihood of a claim with these signs, by the judge that comes with Dateline."""
    return load_judge().likelihood(signs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A claim, the signs that speak of it, its likelihood from 0 to 1, and the least that it needs to be told."""

    claim: Claim
    signs: tuple[str, ...]
    likelihood: float
    least: float

    @property
    def told(self) -> bool:
        """Whether it is likely enough."""
        return self.likelihood >= self.least


def judged(reading: Reading, claims: Sequence[Claim], judge: Judge | None = None) -> tuple[Claim, ...]:
    """The claims that are likely enough, each with its likelihood, in their order."""
    found = verdicts(reading, claims, judge)
    return tuple(replace(v.claim, likelihood=round(v.likelihood, 4)) for v in found if v.told)


def verdicts(reading: Reading, claims: Sequence[Claim], judge: Judge | None = None) -> tuple[Verdict, ...]:
    """What becomes of each claim, in their order.

    Of several that perhaps tell one happening each speaks against the others. Where a sentence would lose them all, the
    likeliest is judged once more, without them.
    """
    judge = judge or load_judge()
    first = tuple(_verdict(c, judge) for c in candidates(reading, claims))
    likeliest = _likeliest_of_the_lost(first)
    if not likeliest:
        return first
    rest = [v.claim for v in first if v.told or v.claim.trigger in likeliest]
    again = {v.claim.trigger: v for v in (_verdict(c, judge) for c in candidates(reading, rest))}
    return tuple(again[v.claim.trigger] if v.claim.trigger in likeliest else v for v in first)


def _verdict(candidate: Candidate, judge: Judge) -> Verdict:
    signs, readily = signs_of(candidate), is_kept_readily(candidate)
    return Verdict(claim=candidate.claim, signs=signs, likelihood=judge.likelihood(signs), least=judge.least(readily))


def _likeliest_of_the_lost(found: Sequence[Verdict]) -> frozenset[Span]:
    """The triggers of the likeliest claims where a sentence has several of one coarse group and all are left out."""
    beside: dict[tuple[int, str], list[Verdict]] = defaultdict(list)
    for verdict in found:
        beside[verdict.claim.sentence.start, TYPES[verdict.claim.type]].append(verdict)
    lost = (some for some in beside.values() if len(some) > 1 and not any(v.told for v in some))
    return frozenset(max(some, key=lambda v: v.likelihood).claim.trigger for some in lost)
