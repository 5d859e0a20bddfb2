"""Whether reviewers agree by more than chance: Krippendorff's alpha for nominal answers.

Krippendorff, K. (2011), "Computing Krippendorff's Alpha-Reliability": any number of reviewers, answers may be missing.
The interval comes from drawing units again with replacement, as Zapf, A. et al. (2016), "Measuring inter-rater
reliability for nominal data - which coefficients and confidence intervals are appropriate?", BMC Medical Research
Methodology 16: 93, advise.
"""

import random
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

from dateline.model.audit import Agreement

DRAWS: Final = 1000
SEED: Final = 2011
Unit = Sequence[Hashable]
"""The answers on one item, in any order; those that are missing are left out."""
_Shape = tuple[tuple[str, int], ...]
"""How often each answer was given on an item; many items share one."""


def alpha(units: Iterable[Unit]) -> float | None:
    """1 where all agree, 0 where they do as chance would; None where no two answers can be compared or none differ."""
    return _alpha(Counter(_shapes(units)))


def agreement(units: Iterable[Unit]) -> Agreement:
    """Alpha with its interval, and the share of pairs of answers on one item that are the same."""
    shapes = Counter(_shapes(units))
    low, high = _interval(tuple(sorted(shapes.items())))
    return Agreement(alpha=_alpha(shapes), low=low, high=high, same=_same(shapes), items=shapes.total())


def _shapes(units: Iterable[Unit]) -> Iterable[_Shape]:
    counted = (Counter(map(str, unit)) for unit in units)
    return (tuple(sorted(one.items())) for one in counted if one.total() > 1)


def _alpha(shapes: Mapping[_Shape, int]) -> float | None:
    """1 less observed over expected disagreement; section C of the paper, over items that look the same at once."""
    values: Counter[str] = Counter()
    observed = 0.0
    for shape, times in shapes.items():
        size = sum(count for _, count in shape)
        observed += times * sum(count * (size - count) for _, count in shape) / (size - 1)
        for value, count in shape:
            values[value] += times * count
    total = values.total()
    expected = sum(count * (total - count) for count in values.values())
    return 1 - (total - 1) * observed / expected if expected else None


def _same(shapes: Mapping[_Shape, int]) -> float | None:
    pairs = same = 0
    for shape, times in shapes.items():
        size = sum(count for _, count in shape)
        pairs += times * size * (size - 1)
        same += times * sum(count * (count - 1) for _, count in shape)
    return same / pairs if pairs else None


@lru_cache(maxsize=256)
def _interval(shapes: tuple[tuple[_Shape, int], ...]) -> tuple[float | None, float | None]:
    """The 2.5 % and 97.5 % quantiles of alpha over samples of units; a sample in which all agree has an alpha of 1."""
    if _alpha(dict(shapes)) is None:
        return None, None
    kinds, reach, draw = [kind for kind, _ in shapes], list(accumulate(n for _, n in shapes)), random.Random(SEED)
    samples = (Counter(draw.choices(range(len(kinds)), cum_weights=reach, k=reach[-1])) for _ in range(DRAWS))
    alphas = (_alpha({kinds[kind]: times for kind, times in sample.items()}) for sample in samples)
    found = sorted(1.0 if one is None else one for one in alphas)
    return found[int(0.025 * DRAWS)], found[int(0.975 * DRAWS) - 1]
