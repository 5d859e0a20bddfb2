"""How likely a claim is an event that an analyst would record, and which claims are left out as mere mentions.

A logistic regression over the signs of `judge_signs`. Its weights stand in data/judge.json, made by
tools/train_judge.py from hand-coded reports other than those the program is measured on.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import msgspec

from dateline.extract.candidate import candidates
from dateline.extract.judge_signs import is_kept_readily, signs_of
from dateline.model.claim import Claim
from dateline.model.errors import DataError
from dateline.model.text import Reading


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

    def keeps(self, likelihood: float, readily: bool) -> bool:
        """Whether a claim so likely is told."""
        return likelihood >= (self.keep_readily if readily else self.keep)


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


def judged(reading: Reading, claims: Sequence[Claim], judge: Judge | None = None) -> tuple[Claim, ...]:
    """The claims that are likely enough, each with its likelihood, in their order."""
    judge = judge or load_judge()
    found = [(c, judge.likelihood(signs_of(c))) for c in candidates(reading, claims)]
    return tuple(replace(c.claim, likelihood=round(p, 4)) for c, p in found if judge.keeps(p, is_kept_readily(c)))
