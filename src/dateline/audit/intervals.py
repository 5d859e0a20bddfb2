"""Intervals of shares.

Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", Journal of the American
Statistical Association 22: 209-212. For weighted samples the count of items is replaced by what they are worth, their
effective size after Kish, L. (1965), "Survey Sampling", section 11.7; that Wilson's interval holds well with an
effective size is found by Dean, N. and Pagano, M. (2015), "Evaluating confidence interval methods for binomial
proportions in clustered surveys", Journal of Survey Statistics and Methodology 3: 484-503.
"""

from collections.abc import Collection, Sequence
from math import sqrt
from typing import Final

from dateline.model.audit import Precision

Z: Final = 1.959963984540054
"""The 97.5 % quantile of the normal distribution: intervals at 95 %."""


def wilson(share: float, size: float) -> tuple[float, float]:
    """The interval at 95 % of a share of 0 to 1 found in `size` items, which need not be whole; `size` is above 0."""
    scale = 1 + Z * Z / size
    middle = (share + Z * Z / (2 * size)) / scale
    half = Z * sqrt(share * (1 - share) / size + Z * Z / (4 * size * size)) / scale
    return max(0.0, middle - half), min(1.0, middle + half)


def effective(weights: Collection[float]) -> float:
    """How many items of one weight these are worth; 0 for none."""
    return sum(weights) ** 2 / sum(weight * weight for weight in weights) if weights else 0.0


def weighted(found: Sequence[tuple[float, float]]) -> Precision:
    """The share that is right among items of (weight, share of its reviewers who say so)."""
    if not found:
        return Precision(share=None, low=None, high=None, judged=0, effective=0.0)
    weights = [weight for weight, _ in found]
    share = min(1.0, sum(weight * right for weight, right in found) / sum(weights))
    size = effective(weights)
    low, high = wilson(share, size)
    return Precision(share=share, low=low, high=high, judged=len(found), effective=size)
