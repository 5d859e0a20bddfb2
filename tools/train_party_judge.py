"""Train the judge of parties: who acts in a claim and who suffers. Writes src/dateline/data/party_judge.json.

    train_party_judge.py GOLD_FOLDER... --scorer SCORE.py [--out FILE] [--folds FILE]

Two logistic regressions with a quadratic penalty over the signs of `dateline.extract.party_signs`, fitted by Newton's
method. Each filler that gold gives an event is one candidate: whom the codebook's frame found, else the nearest whom
the scorer takes for it. Likelihoods of reports not trained on (folds over reports, dealt by a fixed seed) set the
least likelihoods kept: those of the best F1 that are no less precise than the frames alone. Prints both figures.
With --folds the judges that have not seen a report are kept as well, for whoever learns from the parties they choose.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from dateline.extract.claims import extract, look, stages
from dateline.extract.party_candidates import PartyCandidate, acts, party_candidates, story_of
from dateline.extract.party_judge import SLOTS, RoleJudge, Slot
from dateline.extract.party_signs import party_signs
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer
from dateline.resolve.actors import resolve_actor
from hand_coded import (
    Line,
    best_pairs,
    digest,
    events_of,
    folds,
    load_scorer,
    rates,
    readings_of,
    the_gazetteer,
)
from sign_regression import newton, signed

FOLDS, SEED, LEAST_SEEN = 5, 7, 4
PENALTY: dict[Slot, float] = {"agents": 6.0, "targets": 10.0}
THRESHOLDS = tuple(n / 100 for n in range(20, 56, 5))
FURTHER = (0.0, 0.05, 0.1)
OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "party_judge.json"
Answer = tuple[int, int, int]
Thresholds = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """One claim that is a gold event: the candidates for its roles as the scorer reads them, with their signs."""

    gold: Line
    framed: Mapping[Slot, frozenset[str]]
    keys: Sequence[str]
    names: Sequence[str]
    lines: Sequence[Line]
    signs: Sequence[tuple[str, ...]]

    def labels(self, slot: Slot, match: Any) -> list[bool]:
        """Which candidates are fillers; of several that the scorer takes for one filler, the framed or nearest."""
        right: set[int] = set()
        for filler in self.gold[slot]:
            fitting = [n for n, line in enumerate(self.lines) if n not in right and match.entity(filler, line)]
            fitting.sort(key=lambda n: (self.keys[n] not in self.framed[slot], n))
            right.update(fitting[:1])
        return [n in right for n in range(len(self.keys))]

    def answer(self, slot: Slot, chosen: Sequence[int], match: Any) -> Answer:
        """How many are right, in gold, and said."""
        said = {slot: [self.lines[n] for n in chosen]}
        return len(match.hits(self.gold, said, slot)), len(self.gold[slot]), len(chosen)


Reports = Sequence[Sequence[Cast]]


def casts(folder: Path, gazetteer: Gazetteer, scorer: Any) -> Iterator[tuple[str, list[Cast]]]:
    """By report its name and its claims that are gold events, before any judge."""
    match, codebook = scorer.Matcher(), load_codebook()
    for reading, gold in readings_of(folder):
        scene, claims = look(reading, gazetteer), extract(reading, codebook, gazetteer, judge=False)
        framed = stages(scene, codebook).framed
        lines = [line for _, line in events_of(replace(claims, claims=framed), gazetteer)]
        pairs = best_pairs([[scorer.likeness(g, line, match) for line in lines] for g in gold], range(len(lines)))
        told = acts(story_of(scene, framed))
        found = [(gold[pairs[n]], act, list(party_candidates(act))) for n, act in enumerate(told) if n in pairs]
        yield (
            Path(reading.report.page).stem,
            [
                Cast(
                    gold=event,
                    framed={"agents": act.agents, "targets": act.targets},
                    keys=[c.named.key for c in candidates],
                    names=[c.named.mention.name.lower() for c in candidates],
                    lines=[_line(c) for c in candidates],
                    signs=[tuple(party_signs(c)) for c in candidates],
                )
                for event, act, candidates in found
            ],
        )


def _line(candidate: PartyCandidate) -> Line:
    """As the scorer reads a party: the resolved name and the words."""
    mention = candidate.named.mention
    return {"name": resolve_actor(mention).name, "text": mention.words.text}


def fit(rows: Sequence[Sequence[str]], labels: Sequence[bool], penalty: float) -> RoleJudge:
    """The regression of the labels on the signs that are seen often enough; it keeps all."""
    names, x = signed(rows, LEAST_SEEN)
    w = newton(x, np.array(labels, dtype=float), np.array([penalty] * len(names) + [1e-6]))
    return RoleJudge(float(w[-1]), 0.0, 0.0, dict(zip(names, map(float, w), strict=False)))


def fit_casts(found: Reports, slot: Slot, match: Any) -> RoleJudge:
    """The regression of one role over reports."""
    rows = [signs for report in found for cast in report for signs in cast.signs]
    labels = [label for report in found for cast in report for label in cast.labels(slot, match)]
    return fit(rows, labels, PENALTY[slot])


def judges_of_folds(found: Reports, slot: Slot, match: Any) -> list[RoleJudge]:
    """For each fold a judge that has not seen its reports."""
    return [
        fit_casts([report for n, report in enumerate(found) if n not in held], slot, match)
        for held in folds(len(found), FOLDS, SEED)
    ]


def out_of_fold(found: Reports, judges: Sequence[RoleJudge]) -> list[tuple[Cast, list[float]]]:
    """Each claim with the likelihoods of its candidates by the judge of its fold."""
    dealt = zip(judges, folds(len(found), FOLDS, SEED), strict=True)
    return [
        (cast, [judge.likelihood(s) for s in cast.signs])
        for judge, held in dealt
        for n in sorted(held)
        for cast in found[n]
    ]


def summed(answers: Iterator[Answer]) -> dict[str, float]:
    """Precision, recall and F1 of many answers."""
    right, gold, said = (sum(column) for column in zip(*answers, strict=True))
    return dict(rates(right, gold, said))


def train_role(found: Reports, slot: Slot, match: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """All that the file holds of one role, and the same of each fold's judge; prints the figures."""
    judges = judges_of_folds(found, slot, match)
    judged = out_of_fold(found, judges)
    judge = fit_casts(found, slot, match)
    curve: dict[Thresholds, dict[str, float]] = {}
    for keep, more in ((t, t + further) for t in THRESHOLDS for further in FURTHER):
        least = replace(judge, keep=keep, keep_more=more)
        curve[keep, more] = summed(c.answer(slot, least.chosen(p, c.names), match) for c, p in judged)
    frames = summed(
        c.answer(slot, [n for n, key in enumerate(c.keys) if key in c.framed[slot]], match) for c, _ in judged
    )
    keep, more = best_thresholds(curve, frames["p"])
    print(f"{slot}: by frames {frames}, judged {curve[keep, more]} keeping {keep:.2f} and {more:.2f}")
    measured = {"cross_validated": {"frames": frames, "judged": curve[keep, more]}}
    kept = [_as_json(replace(one, keep=keep, keep_more=more)) for one in (judge, *judges)]
    return measured | kept[0], kept[1:]


def _as_json(judge: RoleJudge) -> dict[str, Any]:
    return {
        "keep": round(judge.keep, 3),
        "keep_more": round(judge.keep_more, 3),
        "base": round(judge.base, 3),
        "weights": by_sign(judge.weights),
    }


def best_thresholds(curve: Mapping[Thresholds, Mapping[str, float]], precision: float) -> Thresholds:
    """Where F1 is best among those no less precise than the frames alone; the most precise if none is."""
    precise = [pair for pair, score in curve.items() if score["p"] >= precision]
    if not precise:
        return max(curve, key=lambda pair: curve[pair]["p"])
    return max(precise, key=lambda pair: curve[pair]["f1"])


def by_sign(weights: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Weights by sign and value, sorted, to two places, without those that round to nothing."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for name, weight in sorted(weights.items()):
        sign, _, value = name.partition("=")
        if round(weight, 2):
            found[sign][value] = round(weight, 2)
    return dict(found)


def main() -> None:
    """Train, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--folds", type=Path)
    args = parser.parse_args()
    scorer, gazetteer = load_scorer(args.scorer), the_gazetteer()
    told = [report for folder in args.gold for report in casts(folder, gazetteer, scorer)]
    found = [report for _, report in told]
    trained = {slot: train_role(found, slot, scorer.Matcher()) for slot in SLOTS}
    made = {
        "made_by": "tools/train_party_judge.py",
        "trained_on": {
            "reports": len(found),
            "sha256": [digest(folder) for folder in args.gold],
        },
        "settings": {"folds": FOLDS, "seed": SEED, "penalty": PENALTY, "least_seen": LEAST_SEEN},
        **{slot: whole for slot, (whole, _) in trained.items()},
    }
    _write(args.out, made)
    if args.folds is not None:
        fold_of = {told[n][0]: k for k, held in enumerate(folds(len(told), FOLDS, SEED)) for n in held}
        judges = [{slot: trained[slot][1][k] for slot in SLOTS} for k in range(FOLDS)]
        _write(args.folds, {"reports": fold_of, "judges": judges})


def _write(path: Path, made: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
