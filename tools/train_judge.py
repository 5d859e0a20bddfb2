"""Train the judge: which claims are events that an analyst would record. Writes src/dateline/data/judge.json.

    train_judge.py GOLD_FOLDER --scorer SCORE.py [--parties FILE] [--retellings FILE] [--out FILE]

A logistic regression with a quadratic penalty over the signs of `dateline.extract.judge_signs`, fitted by Newton's
method. Likelihoods of reports not trained on (ten folds over reports, dealt by a fixed seed) set the scale of the
weights (Platt, 1999) and the least likelihood kept: where event F1 is best while precision is at least .76, a little
more than the three in four that are wanted, since the rules were written on these reports. Prints the curve. The same
data and program give the same file.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline.extract.regression import sigmoid
from dateline.extract.retelling import RetellingJudge, load_retelling_judge, parse_retelling_judge, retold
from dateline.knowledge.gazetteer import Gazetteer
from hand_coded import (
    HandCoded,
    Line,
    best_pairs,
    design,
    digest,
    events_of,
    folds,
    load_scorer,
    rates,
    read_hand_coded,
    read_parties,
    the_gazetteer,
)

FOLDS, SEED, PENALTY, LEAST_SEEN = 10, 7, 15.0, 3
LEAST_PRECISION, AS_GOOD = 0.76, 0.003
THRESHOLDS = tuple(n / 100 for n in range(10, 66, 2))
OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "judge.json"
Likeness = Sequence[Sequence[float]]
Likelihoods = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Model:
    """Log-odds by sign, and those of a claim without any."""

    weights: Mapping[str, float]
    base: float

    def log_odds(self, signs: Sequence[str]) -> float:
        """Of one claim."""
        return self.base + sum(self.weights.get(sign, 0.0) for sign in signs)

    def scaled(self, slope: float, shift: float) -> "Model":
        """With log-odds `slope * x + shift`."""
        return Model({sign: slope * w for sign, w in self.weights.items()}, slope * self.base + shift)


@dataclass(frozen=True, slots=True)
class Material:
    """One report: its signs by claim, and how like each gold event (row) each claim (column) is."""

    report: HandCoded
    lines: Sequence[Line]
    likeness: Likeness

    @property
    def labels(self) -> list[bool]:
        """Whether each claim is a gold event."""
        gold_of = best_pairs(self.likeness, range(len(self.report.signs)))
        return [j in gold_of for j in range(len(self.report.signs))]


def material(reports: Sequence[HandCoded], gazetteer: Gazetteer, scorer: Any) -> list[Material]:
    """The reports with their claims compared with gold."""
    match, found = scorer.Matcher(), []
    for report in reports:
        lines = [line for _, line in events_of(report.claims, gazetteer)]
        likeness = [[scorer.likeness(gold, line, match) for line in lines] for gold in report.gold]
        found.append(Material(report, lines, likeness))
    return found


def fit(rows: Sequence[Sequence[str]], labels: Sequence[bool], penalty: float = PENALTY) -> Model:
    """The regression of the labels on the signs that are seen often enough."""
    names, x = design(rows, LEAST_SEEN)
    w = newton(x, np.array(labels, dtype=float), np.array([penalty] * len(names) + [1e-6]))
    return Model(dict(zip(names, map(float, w), strict=False)), float(w[-1]))


def newton(x: Any, y: Any, penalty: Any, rounds: int = 30) -> Any:
    """Weights of a penalised logistic regression of `y` (n) on `x` (n, m)."""
    w = np.zeros(x.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-(x @ w)))
        slope = x.T @ (p - y) + penalty * w
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty), slope)
        w = w - step
        if np.abs(step).max() < 1e-8:
            break
    return w


def out_of_fold(found: Sequence[Material], penalty: float = PENALTY) -> tuple[list[list[float]], float, float]:
    """Likelihoods by report and claim, each from a model that has not seen the report; and Platt's slope and shift."""
    odds: list[list[float]] = [[] for _ in found]
    for held in folds(len(found), FOLDS, SEED):
        rest = [m for n, m in enumerate(found) if n not in held]
        model = fit([s for m in rest for s in m.report.signs], [y for m in rest for y in m.labels], penalty)
        for n in held:
            odds[n] = [model.log_odds(signs) for signs in found[n].report.signs]
    flat = np.array([x for row in odds for x in row])
    labels = np.array([y for m in found for y in m.labels], dtype=float)
    slope, shift = newton(np.column_stack([flat, np.ones(len(flat))]), labels, np.array([1e-6, 1e-6]))
    return [[sigmoid(slope * x + shift) for x in row] for row in odds], float(slope), float(shift)


def scored(found: Sequence[Material], kept: Callable[[int, int], bool]) -> dict[str, float]:
    """Precision, recall and F1 of events where only claims for which `kept(report, claim)` holds are told."""
    right = said = 0
    for n, m in enumerate(found):
        told = [j for j in range(len(m.report.signs)) if kept(n, j)]
        right, said = right + len(best_pairs(m.likeness, told)), said + len(told)
    return dict(rates(right, sum(len(m.report.gold) for m in found), said))


def keeping(
    found: Sequence[Material], likelihoods: Likelihoods, least: float, retellings: "Retellings | None" = None
) -> dict[str, float]:
    """The score where claims at least so likely are told, or a share of it where that is enough, and none twice."""
    told = [told_of(m.report, likely, least, retellings) for m, likely in zip(found, likelihoods, strict=True)]
    return scored(found, lambda n, j: j in told[n])


def told_of(
    report: HandCoded, likelihoods: Sequence[float], least: float, retellings: "Retellings | None"
) -> frozenset[int]:
    """Which claims of a report are likely enough, without those that only tell again another."""
    kept = {n for n, p in enumerate(likelihoods) if p >= least * report.shares[n]}
    again = retellings.among(report, likelihoods, kept) if retellings else {}
    return frozenset(kept - again.keys())


@dataclass(frozen=True, slots=True)
class Retellings:
    """The judges of retellings by report, and the likelihood from which they take two claims for one."""

    judges: Mapping[str, RetellingJudge]
    same: float

    def among(self, report: HandCoded, likelihoods: Sequence[float], kept: Iterable[int]) -> Mapping[int, int]:
        """Which of the kept claims only tell again which other."""
        judge = self.judges.get(report.name) or load_retelling_judge()
        one = {pair for pair, signs in report.pairs.items() if judge.likelihood(signs) >= self.same}
        return retold(likelihoods, kept, lambda n, k: (n, k) in one)


def read_retellings(path: Path | None) -> Retellings:
    """What train_retelling.py wrote with --folds; without it, the judge that comes with Dateline for all reports."""
    if path is None:
        return Retellings({}, load_retelling_judge().same)
    raw = json.loads(path.read_text(encoding="utf-8"))
    judges = [parse_retelling_judge(json.dumps(one).encode()) for one in raw["judges"]]
    return Retellings({name: judges[n] for name, n in raw["reports"].items()}, judges[0].same)


def best_threshold(curve: Mapping[float, Mapping[str, float]]) -> float:
    """The highest one of those precise enough at which F1 is as good as the best; the most precise one if none is.

    F1 hardly changes around its best; the highest threshold there tells the fewest wrong events.
    """
    precise = [t for t, score in curve.items() if score["p"] >= LEAST_PRECISION]
    if not precise:
        return max(curve, key=lambda t: curve[t]["p"])
    best = max(curve[t]["f1"] for t in precise)
    return max(t for t in precise if curve[t]["f1"] >= best - AS_GOOD)


def by_sign(weights: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Weights by sign and word, sorted, to three places, without those that round to nothing."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for name, weight in sorted(weights.items()):
        sign, _, word = name.partition("=")
        if round(weight, 3):
            found[sign][word] = round(weight, 3)
    return dict(found)


def train(folder: Path, scorer: Any, parties: Path | None, retellings: Retellings) -> dict[str, Any]:
    """All that the judge's file holds; prints the curve. `parties`: of judges of parties that saw not all reports."""
    gazetteer = the_gazetteer()
    found = material(read_hand_coded(folder, gazetteer, read_parties(parties)), gazetteer, scorer)
    likelihoods, slope, shift = out_of_fold(found)
    curve = {t: keeping(found, likelihoods, t, retellings) for t in THRESHOLDS}
    keep = best_threshold(curve)
    for t, score in {0.0: scored(found, lambda n, j: True), **curve}.items():
        print(f"keep {t:.2f}  P {score['p']:.3f}  R {score['r']:.3f}  F1 {score['f1']:.3f}{'  <' if t == keep else ''}")
    labels = [y for m in found for y in m.labels]
    model = fit([s for m in found for s in m.report.signs], labels).scaled(slope, shift)
    return {
        "made_by": "tools/train_judge.py",
        "trained_on": {"reports": len(found), "claims": len(labels), "events": sum(labels), "sha256": digest(folder)},
        "settings": {"folds": FOLDS, "seed": SEED, "penalty": PENALTY, "least_seen": LEAST_SEEN},
        "cross_validated": {"all_kept": scored(found, lambda n, j: True), "judged": curve[keep]},
        "keep": keep,
        "base": round(model.base, 3),
        "weights": by_sign(model.weights),
    }


def main() -> None:
    """Train, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--parties", type=Path)
    parser.add_argument("--retellings", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    made = train(args.gold, load_scorer(args.scorer), args.parties, read_retellings(args.retellings))
    args.out.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
