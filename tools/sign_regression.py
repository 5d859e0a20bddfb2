"""Logistic regressions over rows of signs: many signs, few in a row. For the tools that train the judges."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Signed:
    """A matrix of noughts and ones, mostly noughts: by row the columns of its ones, filled up with `width`."""

    columns: Any
    width: int

    def times(self, w: Any) -> Any:
        """The matrix times weights, one a column."""
        return np.append(w, 0.0)[self.columns].sum(axis=1)

    def back(self, r: Any) -> Any:
        """The matrix, turned, times a value a row."""
        spread = np.repeat(r, self.columns.shape[1])
        return np.bincount(self.columns.ravel(), weights=spread, minlength=self.width + 1)[: self.width]


def signed(rows: Sequence[Sequence[str]], least_seen: int) -> tuple[list[str], Signed]:
    """The signs seen so often, sorted, and which of them each row has; the last column is all 1."""
    seen = Counter(sign for row in rows for sign in set(row))
    names = sorted(sign for sign, n in seen.items() if n >= least_seen)
    column = {sign: n for n, sign in enumerate(names)}
    known = [[*sorted(column[sign] for sign in set(row) if sign in column), len(names)] for row in rows]
    table = np.full((len(rows), max(map(len, known))), len(names) + 1)
    for n, columns in enumerate(known):
        table[n, : len(columns)] = columns
    return names, Signed(table, len(names) + 1)


def newton(x: Signed, y: Any, penalty: Any, rounds: int = 8, near: float = 1e-3) -> Any:
    """Weights of a penalised regression; each step by conjugate gradients, as there are more signs than is quick."""
    w = np.zeros(x.width)
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x.times(w)))
        step = _solved(x, p * (1 - p), penalty, x.back(p - y) + penalty * w)
        w = w - step
        if np.abs(step).max() < near:
            break
    return w


def _solved(x: Signed, share: Any, penalty: Any, slope: Any, rounds: int = 80) -> Any:
    """The Newton step: the curvature's inverse times the slope."""
    scale = 1 / (penalty + x.back(share))
    step, rest = np.zeros_like(slope), slope.copy()
    along = scale * rest
    size = rest @ along
    for _ in range(rounds):
        bent = x.back(share * x.times(along)) + penalty * along
        far = size / (along @ bent)
        step, rest = step + far * along, rest - far * bent
        if rest @ rest < 1e-10 * (slope @ slope):
            break
        scaled = scale * rest
        size, before = rest @ scaled, size
        along = scaled + size / before * along
    return step
