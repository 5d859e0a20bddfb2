"""How likely a claim is an event that an analyst would record, and which claims are left out as mere mentions.

A logistic regression over the signs of `judge_signs`. Its weights stand in data/judge.json, made by
tools/train_judge.py from hand-coded reports other than those the program is measured on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from dateline.extract.candidate import Candidate, candidates
from dateline.extract.judge_signs import share_needed, signs_of
from dateline.extract.regression import by_sign_and_word, data_file, decoded, likelihood_of
from dateline.extract.retelling import retold_among
from dateline.extract.told_twice import completed
from dateline.model.claim import Claim
from dateline.model.text import Reading


class Weighing(msgspec.Struct, frozen=True, kw_only=True):
    """What data/judge.json holds that decides: log-odds by sign and word, and the least likelihood that is kept."""

    base: float
    keep: float
    weights: dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Judge:
    """Weights by "sign=word"."""

    base: float
    keep: float
    weights: Mapping[str, float]

    def likelihood(self, signs: Iterable[str]) -> float:
        """The share of claims with these signs that are recorded, from 0 to 1; signs it does not know say nothing."""
        return likelihood_of(signs, self.weights, self.base)

    def keeps(self, likelihood: float, share: float) -> bool:
        """Whether a claim so likely is told, that needs this share of the least likelihood."""
        return likelihood >= share * self.keep


@cache
def load_judge() -> Judge:
    """The judge that comes with Dateline. Raises DataError if its file lacks a part."""
    return parse_judge(data_file("judge.json"))


def parse_judge(data: bytes) -> Judge:
    """A judge from JSON like data/judge.json. Raises DataError naming what is wrong."""
    raw = decoded(data, Weighing, "judge.json")
    return Judge(raw.base, raw.keep, by_sign_and_word(raw.weights))


def likelihood(signs: Iterable[str]) -> float:
    """The likelihood of a claim with these signs, by the judge that comes with Dateline."""
    return load_judge().likelihood(signs)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a claim: its likelihood, and where it only tells again another one, that one's position."""

    likelihood: float
    kept: bool
    again: int | None


def verdicts(told: Sequence[Candidate], judge: Judge) -> tuple[Verdict, ...]:
    """The verdict on each claim of a report."""
    likelihoods = [judge.likelihood(signs_of(c)) for c in told]
    kept = [judge.keeps(p, share_needed(c)) for p, c in zip(likelihoods, told, strict=True)]
    again = retold_among(told, likelihoods, [n for n, keep in enumerate(kept) if keep])
    return tuple(Verdict(p, keep, again.get(n)) for n, (p, keep) in enumerate(zip(likelihoods, kept, strict=True)))


def judged(reading: Reading, claims: Sequence[Claim], judge: Judge | None = None) -> tuple[Claim, ...]:
    """The claims that are likely enough, each with its likelihood, in their order; one that only tells again another
    completes that one."""
    told = list(candidates(reading, claims))
    found = verdicts(told, judge or load_judge())
    return told_claims([c.claim for c in told], found)


def told_claims(claims: Sequence[Claim], found: Sequence[Verdict]) -> tuple[Claim, ...]:
    """The claims that are told, completed by those that tell them again."""
    whole = list(claims)
    for n, verdict in enumerate(found):
        if verdict.again is not None:
            whole[verdict.again] = completed(whole[verdict.again], claims[n])
    return tuple(
        replace(claim, likelihood=round(verdict.likelihood, 4))
        for claim, verdict in zip(whole, found, strict=True)
        if verdict.kept and verdict.again is None
    )
