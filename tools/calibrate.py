"""Measure how often records are right, slot by slot. Writes src/dateline/data/confidence.yaml.

    calibrate.py GOLD_FOLDER --scorer SCORE.py [--parties FILE] [--retellings FILE] [--out FILE]
    calibrate.py GOLD_FOLDER --scorer SCORE.py --check [--half NAME]

The first measures and writes the file; the second shows how the file at hand fares here, by tenth.

Each report is judged by judges that have not seen it (the folds of train_judge.py and, with --parties and
--retellings, those of train_party_judge.py and train_retelling.py), so that likelihoods and parties are as good as they
are on new reports. A share rests on the real events with that filling and, as if it were `PRIOR` more, on the slot's
own mean; the power of the likelihood is the one of the highest probability of what was seen.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from dateline.extract.judge import Judge, Verdict, load_judge, told_claims
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.claim import Claims
from dateline.model.event import Event
from dateline.resolve.confidence import ANY, SLOTS, Shares, Whole, confidence_of, fillings, log_product
from hand_coded import (
    HandCoded,
    best_pairs,
    digest,
    events_of,
    load_scorer,
    read_hand_coded,
    read_parties,
    the_gazetteer,
)
from train_judge import Retellings, material, newton, out_of_fold, read_retellings

PRIOR, LEAST_SEEN = 15.0, 5
POWERS = tuple(n / 10 for n in range(21))
OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "data" / "confidence.yaml"
HEAD = """\
# How often records were right, slot by slot, over hand-coded reports; made by tools/calibrate.py ('make judge').
# `dateline.resolve.confidence` says what each number means.
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """One record told: its event, whether it is real, and which of its slots are right ("record" is all of them)."""

    event: Event
    real: bool
    right: Mapping[str, bool]

    @property
    def kinds(self) -> dict[str, str]:
        """How its slots were filled."""
        e = self.event
        return fillings(e.claim, e.agents, e.targets, e.places, e.date)

    @property
    def likelihood(self) -> float:
        """That it is real, by a judge that had not seen it."""
        return self.event.claim.likelihood or 0.0


def told(report: HandCoded, likelihoods: Sequence[float], judge: Judge, retellings: Retellings) -> Claims:
    """The report's claims with these likelihoods, those that are likely enough, none told twice."""
    kept = [n for n, p in enumerate(likelihoods) if judge.keeps(p, report.shares[n])]
    again = retellings.among(report, likelihoods, kept)
    found = [Verdict(p, n in kept, again.get(n)) for n, p in enumerate(likelihoods)]
    return replace(report.claims, claims=told_claims(report.claims.claims, found))


def seen_in(report: HandCoded, claims: Claims, gazetteer: Gazetteer, scorer: Any) -> list[Seen]:
    """The records of a report, compared with gold."""
    match, told = scorer.Matcher(), events_of(claims, gazetteer)
    likeness = [[scorer.likeness(gold, line, match) for _, line in told] for gold in report.gold]
    gold_of = best_pairs(likeness, range(len(told)))
    found = []
    for n, (event, line) in enumerate(told):
        gold = report.gold[gold_of[n]] if n in gold_of else None
        right = dict.fromkeys((*SLOTS, "record"), False) if gold is None else rights(gold, line, match, scorer)
        found.append(Seen(event, gold is not None, right))
    return found


def rights(gold: Mapping[str, Any], line: Mapping[str, Any], match: Any, scorer: Any) -> dict[str, bool]:
    """Which slots of a real event are right."""
    right = {slot: bool(match.slot_right(gold, line, slot)) for slot in scorer.SLOTS}
    right |= {"type": gold["type"] == line["type"], "modality": scorer.modality(gold) == scorer.modality(line)}
    return right | {"record": all(right.values())}


def measured(found: Sequence[Seen]) -> Shares:
    """The numbers that these records give."""
    judged = [(seen, seen.kinds) for seen in found]
    powers = {slot: best_power([(s.likelihood, s.right[slot]) for s in found]) for slot in SLOTS}
    by_slot = {
        slot: shares_of(((k[slot], s.likelihood ** powers[slot], s.right[slot]) for s, k in judged)) for slot in SLOTS
    }
    known = Shares(
        unjudged=round(sum(s.real for s in found) / len(found), 3),
        record=Whole(base=0.0, slope=1.0),
        likelihood=powers,
        shares=by_slot,
    )
    products = [log_product(kinds, s.likelihood, known) for s, kinds in judged]
    base, slope = line_through(products, [s.right["record"] for s in found])
    return Shares(unjudged=known.unjudged, record=Whole(base=base, slope=slope), likelihood=powers, shares=known.shares)


def best_power(seen: Sequence[tuple[float, bool]]) -> float:
    """The power of the likelihood that makes what was seen most probable, with the share that fits it."""

    def surprise(power: float) -> float:
        expected = sum(p**power for p, _ in seen)
        factor = min(sum(right for _, right in seen) / expected, 1.0)
        chances = (min(max(factor * p**power, 1e-6), 1 - 1e-6) for p, _ in seen)
        return -sum(math.log(c if right else 1 - c) for c, (_, right) in zip(chances, seen, strict=True))

    return min(POWERS, key=surprise)


def shares_of(seen: Iterable[tuple[str, float, bool]]) -> dict[str, float]:
    """By kind: how many are right for each one expected, drawn to the mean of all where few are seen."""
    expected: dict[str, float] = defaultdict(float)
    right: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for kind, chance, good in seen:
        for key in (ANY, kind):
            expected[key] += chance
            right[key] += good
            number[key] += 1
    mean = right[ANY] / expected[ANY]
    drawn = {k: (right[k] + PRIOR * mean) / (expected[k] + PRIOR) for k in sorted(expected) if number[k] >= LEAST_SEEN}
    return {kind: round(min(value, 1.0), 3) for kind, value in {**drawn, ANY: mean}.items()}


def line_through(values: Sequence[float], labels: Sequence[bool]) -> tuple[float, float]:
    """Base and slope of the logistic regression of the labels on one value; the slope is never below 0."""
    x = np.column_stack([np.ones(len(values)), np.array(values)])
    base, slope = newton(x, np.array(labels, dtype=float), np.array([1e-6, 0.1]))
    return (round(float(base), 3), round(float(slope), 3)) if slope > 0 else (math.log(sum(labels) / len(labels)), 0.0)


def by_tenth(pairs: Iterable[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Mean predicted, share observed, and number, for each tenth of the scale that holds any."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for predicted, right in pairs:
        bins[min(int(predicted * 10), 9)].append((predicted, right))
    return [(sum(p for p, _ in b) / len(b), sum(r for _, r in b) / len(b), len(b)) for _, b in sorted(bins.items())]


def show(found: Sequence[Seen]) -> None:
    """Predicted and observed by tenth, for each slot; those off by more than .07 in 20 records or more are marked."""
    for slot in ("likelihood", "record", *(s for s in SLOTS if s != "modality")):
        pairs = [(predicted(s, slot), s.real if slot == "likelihood" else s.right[slot]) for s in found]
        cells = (f"{p:.2f}/{o:.2f} ({n}){'!' if n >= 20 and abs(p - o) > 0.07 else ''}" for p, o, n in by_tenth(pairs))
        print(f"{slot:11}", "  ".join(cells))


def predicted(seen: Seen, slot: str) -> float:
    """The confidence in one slot, by the file at hand."""
    e = seen.event
    if slot == "likelihood":
        return seen.likelihood
    return float(getattr(confidence_of(e.claim, e.agents, e.targets, e.places, e.date), slot))


def as_yaml(known: Shares, about: Mapping[str, Any]) -> str:
    """The file's text."""
    raw = {
        "measured_on": dict(about),
        "unjudged": known.unjudged,
        "record": {"base": known.record.base, "slope": known.record.slope},
        "likelihood": known.likelihood,
        "shares": known.shares,
    }
    return HEAD + yaml.safe_dump(raw, sort_keys=False, allow_unicode=True)


def records(
    folder: Path, scorer: Any, half: str | None, unseen: bool, parties: Path | None, retellings: Retellings
) -> list[Seen]:
    """All records of the folder (or half of it); `unseen`: judged by judges trained on the folder's other reports."""
    gazetteer, judge = the_gazetteer(), load_judge()
    reports = read_hand_coded(folder, gazetteer, read_parties(parties))
    if half:
        names = set(json.loads((folder / "halves.json").read_text(encoding="utf-8"))[half])
        reports = [r for r in reports if r.name in names]
    if unseen:
        likelihoods = out_of_fold(material(reports, gazetteer, scorer))[0]
    else:
        likelihoods = [[judge.likelihood(signs) for signs in r.signs] for r in reports]
    kept = (told(r, p, judge, retellings) for r, p in zip(reports, likelihoods, strict=True))
    return [seen for r, claims in zip(reports, kept, strict=True) for seen in seen_in(r, claims, gazetteer, scorer)]


def main() -> None:
    """Measure and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--half")
    parser.add_argument("--parties", type=Path)
    parser.add_argument("--retellings", type=Path)
    args = parser.parse_args()
    scorer, again = load_scorer(args.scorer), read_retellings(args.retellings)
    found = records(args.gold, scorer, args.half, not args.check, args.parties, again)
    if args.check:
        show(found)
        return
    about = {"records": len(found), "real": sum(s.real for s in found), "sha256": digest(args.gold)}
    args.out.write_text(as_yaml(measured(found), about), encoding="utf-8")


if __name__ == "__main__":
    main()
