"""Train the judge of retellings: which claims of a report tell one happening. Writes src/dateline/data/retelling.json.

    train_retelling.py GOLD_FOLDER --scorer SCORE.py [--parties FILE] [--out FILE] [--folds FILE]

A logistic regression with a quadratic penalty over the signs of `dateline.extract.retelling_signs`. Two claims are one
if they stand for one gold event: a claim stands for the gold event that the scorer pairs it with, or else for the one
of its coarse group with which it agrees in most slots, if in two at least (the type counts as one, the sentence as
three). Claims that stand for none teach nothing. The least likelihood that makes two one is the one of the best event
F1 over reports not trained on (folds dealt by a fixed seed), with claims judged by judges that have not seen them.
With --folds the judges that have not seen a report are kept as well, for what is trained or measured after them.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline.extract.retelling import RetellingJudge
from hand_coded import (
    Line,
    best_pairs,
    design,
    digest,
    folds,
    load_scorer,
    read_hand_coded,
    read_parties,
    the_gazetteer,
)
from train_judge import Likelihoods, Material, Retellings, keeping, material, out_of_fold
from train_party_judge import by_sign, newton

FOLDS, SEED, PENALTY, LEAST_SEEN = 5, 7, 16.0, 4
LEAST_AGREED, ONE_SENTENCE = 2, 3
SAME = (0.4, 0.5, 0.6, 0.7)
KEEPS = tuple(n / 100 for n in range(30, 61, 4))
OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "retelling.json"
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stood:
    """One report: which gold event its claims stand for, and the signs of all pairs of claims that may be one."""

    for_event: Mapping[int, int]
    signs: Mapping[Pair, Sequence[str]]

    def labels(self) -> list[tuple[Sequence[str], bool]]:
        """The pairs of claims that both stand for an event, and whether for the same."""
        known = self.for_event
        return [(s, known[n] == known[k]) for (n, k), s in self.signs.items() if n in known and k in known]


def stood(m: Material, scorer: Any) -> Stood:
    """What a report's claims stand for."""
    match, paired = scorer.Matcher(), best_pairs(m.likeness, range(len(m.lines)))
    found = {n: paired.get(n, _likest(n, m, match, scorer)) for n in range(len(m.lines))}
    return Stood({n: event for n, event in found.items() if event is not None}, m.report.pairs)


def _likest(n: int, m: Material, match: Any, scorer: Any) -> int | None:
    """The gold event of the claim's group with which it agrees in most slots; None if in too few."""
    group = scorer.GROUP_OF.get(m.lines[n]["type"])
    agreed = [
        (_agreed(gold, m.lines[n], match, scorer) + ONE_SENTENCE * (m.likeness[i][n] > 0), i)
        for i, gold in enumerate(m.report.gold)
        if scorer.GROUP_OF.get(gold["type"]) == group
    ]
    most, event = max(agreed, default=(0, None))
    return event if most >= LEAST_AGREED else None


def _agreed(gold: Line, line: Line, match: Any, scorer: Any) -> int:
    return (gold["type"] == line["type"]) + sum(bool(match.hits(gold, line, slot)) for slot in scorer.SLOTS)


def fit(found: Sequence[Stood]) -> RetellingJudge:
    """The regression over reports; it takes no two for one."""
    pairs = [pair for report in found for pair in report.labels()]
    names, x = design([signs for signs, _ in pairs], LEAST_SEEN)
    penalty = np.array([PENALTY] * len(names) + [1e-6])
    w = newton(x, np.array([label for _, label in pairs], dtype=float), penalty)
    return RetellingJudge(float(w[-1]), 1.0, dict(zip(names, map(float, w), strict=False)))


def judges_of_folds(found: Sequence[Stood]) -> list[RetellingJudge]:
    """For each fold a judge that has not seen its reports."""
    dealt = folds(len(found), FOLDS, SEED)
    return [fit([report for n, report in enumerate(found) if n not in held]) for held in dealt]


def best_same(
    found: Sequence[Material], likelihoods: Likelihoods, judges: Mapping[str, RetellingJudge]
) -> tuple[float, dict[str, float]]:
    """The least likelihood that makes two one at which event F1 is best, over all least likelihoods of a claim."""
    curve = {
        same: max(
            (keeping(found, likelihoods, keep, Retellings(judges, same)) for keep in KEEPS), key=lambda s: s["f1"]
        )
        for same in SAME
    }
    best = max(SAME, key=lambda same: curve[same]["f1"])
    alone = max((keeping(found, likelihoods, keep) for keep in KEEPS), key=lambda s: s["f1"])
    print(f"events without it {alone}, by least likelihood {curve}")
    return best, curve[best]


def main() -> None:
    """Train, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--parties", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds", type=Path)
    args = parser.parse_args()
    scorer, gazetteer = load_scorer(args.scorer), the_gazetteer()
    found = material(read_hand_coded(args.gold, gazetteer, read_parties(args.parties)), gazetteer, scorer)
    reports = [stood(m, scorer) for m in found]
    held_out = judges_of_folds(reports)
    fold_of = {found[n].report.name: k for k, held in enumerate(folds(len(found), FOLDS, SEED)) for n in held}
    unseen = {name: held_out[k] for name, k in fold_of.items()}
    same, measured = best_same(found, out_of_fold(found)[0], unseen)
    pairs = [label for report in reports for _, label in report.labels()]
    about = {
        "made_by": "tools/train_retelling.py",
        "trained_on": {"reports": len(found), "pairs": len(pairs), "one": sum(pairs), "sha256": digest(args.gold)},
        "settings": {"folds": FOLDS, "seed": SEED, "penalty": PENALTY, "least_seen": LEAST_SEEN},
        "cross_validated": measured,
    }
    _write(args.out, about | _as_json(fit(reports), same))
    if args.folds is not None:
        _write(args.folds, {"reports": fold_of, "judges": [_as_json(judge, same) for judge in held_out]})


def _as_json(judge: RetellingJudge, same: float) -> dict[str, Any]:
    return {"same": same, "base": round(judge.base, 3), "weights": by_sign(judge.weights)}


def _write(path: Path, made: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
