"""Claims that only tell again what a likelier claim of the report tells, beyond what `told_twice` joins by rule.

A logistic regression over `retelling_signs` of two claims. Its weights stand in data/retelling.json, made by
tools/train_retelling.py from hand-coded reports, where the two are one if one gold event stands for both.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import msgspec

from dateline.extract.candidate import Candidate
from dateline.extract.regression import by_sign_and_word, data_file, decoded, likelihood_of
from dateline.extract.retelling_signs import may_be_one, retelling_signs

# Sentences: what lies further apart is not compared, so that long reports take no longer than their length.
REACH: Final = 30


class Weighing(msgspec.Struct, frozen=True, kw_only=True):
    """What data/retelling.json holds that decides: log-odds by sign and word, and the likelihood that makes two one."""

    base: float
    same: float
    weights: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class RetellingJudge:
    """Weights by "sign=word"."""

    base: float
    same: float
    weights: Mapping[str, float]

    def likelihood(self, signs: Iterable[str]) -> float:
        """How likely two claims with these signs tell one happening, from 0 to 1; unknown signs say nothing."""
        return likelihood_of(signs, self.weights, self.base)


@cache
def load_retelling_judge() -> RetellingJudge:
    """The judge that comes with Dateline. Raises DataError if its file lacks a part."""
    return parse_retelling_judge(data_file("retelling.json"))


def parse_retelling_judge(data: bytes) -> RetellingJudge:
    """A judge from JSON like data/retelling.json. Raises DataError naming what is wrong."""
    raw = decoded(data, Weighing, "retelling.json")
    return RetellingJudge(raw.base, raw.same, by_sign_and_word(raw.weights))


def pair_signs(told: Sequence[Candidate]) -> Mapping[tuple[int, int], tuple[str, ...]]:
    """The signs of all pairs of claims that may be one, by their positions, the earlier first."""
    return {
        (n, k): tuple(retelling_signs(told[n], told[k]))
        for n in range(len(told))
        for k in range(n + 1, len(told))
        if may_be_one(told[n], told[k]) and told[k].sentence.index - told[n].sentence.index <= REACH
    }


def retold(likelihoods: Sequence[float], kept: Iterable[int], is_one: Callable[[int, int], bool]) -> Mapping[int, int]:
    """Which of the kept claims only tell again another, and which one: the likelier of two stays.

    `is_one` says of two positions, the smaller first, whether they tell one happening.
    """
    stays: list[int] = []
    again: dict[int, int] = {}
    for n in sorted(kept, key=lambda n: (-likelihoods[n], n)):
        first = next((k for k in stays if is_one(min(n, k), max(n, k))), None)
        if first is None:
            stays.append(n)
        else:
            again[n] = first
    return again


def retold_among(
    told: Sequence[Candidate], likelihoods: Sequence[float], kept: Sequence[int], judge: RetellingJudge | None = None
) -> Mapping[int, int]:
    """Which of the kept claims of a report only tell again which other one."""
    weighing = judge or load_retelling_judge()
    signs = pair_signs([told[n] for n in kept])
    at = {n: place for place, n in enumerate(kept)}
    same = {pair for pair, found in signs.items() if weighing.likelihood(found) >= weighing.same}
    return retold(likelihoods, kept, lambda n, k: (at[n], at[k]) in same)
