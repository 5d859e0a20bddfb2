"""Hand-coded reports beside what the program makes of them, for the tools that learn from them or measure by them.

A folder holds a text (NAME.txt) and its coding (NAME.json) for each report. The scorer is a module given by its path;
it decides which predicted events are gold ones.
"""

import importlib.util
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from dateline.extract.candidate import candidates
from dateline.extract.claims import extract
from dateline.extract.judge_signs import share_needed, signs_of
from dateline.extract.party_judge import PartyJudge, parse_party_judge
from dateline.extract.retelling import pair_signs
from dateline.ingest.pages import pages
from dateline.ingest.report import ingest
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer
from dateline.knowledge.versions import current
from dateline.model.claim import Claims
from dateline.model.event import Event
from dateline.model.text import Page, Reading
from dateline.publish.lines import event_line
from dateline.read.parser import Parser
from dateline.resolve.events import resolve

Line = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandCoded:
    """One report: its gold events and all claims made of it.

    Of each claim its signs and the share of the least likelihood that it needs; `pairs` are the signs of all pairs of
    claims that may tell one happening.
    """

    name: str
    gold: Sequence[Line]
    claims: Claims
    signs: Sequence[tuple[str, ...]]
    shares: Sequence[float]
    pairs: Mapping[tuple[int, int], Sequence[str]]


def load_scorer(path: Path) -> Any:
    """The scorer, a Python file, as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file; give the scorer's path with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def readings_of(folder: Path) -> Iterator[tuple[Reading, Sequence[Line]]]:
    """The readings of the folder's reports by name, each with its gold events."""
    texts = sorted(path for path in folder.glob("*.txt") if path.with_suffix(".json").exists())
    if not texts:
        raise SystemExit(f"no hand-coded reports in {folder}: it should hold NAME.txt and NAME.json for each")
    reports = [ingest(page) for page in pages([str(path) for path in texts], None) if isinstance(page, Page)]
    for reading in Parser().read_many(report for report in reports if report.status == "coded"):
        coding = Path(reading.report.page).with_suffix(".json").read_text(encoding="utf-8")
        yield reading, json.loads(coding)["events"]


def read_hand_coded(
    folder: Path, gazetteer: Gazetteer, parties: Mapping[str, PartyJudge] | None = None
) -> list[HandCoded]:
    """All reports of the folder by name; the program's claims are those before the judge.

    `parties` are judges of parties by report; the others are weighed by the one that comes with Dateline.
    """
    codebook = load_codebook()
    found = []
    for reading, gold in readings_of(folder):
        judge = (parties or {}).get(Path(reading.report.page).stem)
        claims = extract(reading, codebook, gazetteer, judge=False, parties=judge)
        told = list(candidates(reading, claims.claims))
        found.append(
            HandCoded(
                name=Path(reading.report.page).stem,
                gold=gold,
                claims=claims,
                signs=[signs_of(candidate) for candidate in told],
                shares=[share_needed(candidate) for candidate in told],
                pairs=pair_signs(told),
            )
        )
    return found


def read_parties(path: Path | None) -> Mapping[str, PartyJudge]:
    """By report, the judge of parties that has not seen it: what train_party_judge.py wrote with --folds."""
    if path is None:
        return {}
    raw = json.loads(path.read_text(encoding="utf-8"))
    judges = [parse_party_judge(json.dumps(one).encode()) for one in raw["judges"]]
    return {name: judges[n] for name, n in raw["reports"].items()}


def events_of(claims: Claims, gazetteer: Gazetteer) -> list[tuple[Event, Line]]:
    """The events of a report, each with its line as the scorer reads it."""
    events, made_by = resolve(claims, gazetteer).events, current()
    return [(e, json.loads(msgspec.json.encode(event_line(claims.report.page, e, made_by)))) for e in events]


def the_gazetteer() -> Gazetteer:
    """The gazetteer that the program uses."""
    return open_gazetteer(None, None)


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of the folder's texts and codings."""
    found = sha256()
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.json")]):
        found.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return found.hexdigest()


def folds(count: int, number: int, seed: int) -> Iterator[set[int]]:
    """The numbers from 0 to `count` dealt into `number` sets by lot."""
    order = list(range(count))
    random.Random(seed).shuffle(order)
    for fold in range(number):
        yield set(order[fold::number])


def design(rows: Sequence[Sequence[str]], least_seen: int) -> tuple[list[str], Any]:
    """The signs seen so often, sorted, and a matrix: a row each, 1 where it has the sign; the last column is all 1."""
    seen = Counter(sign for row in rows for sign in row)
    names = sorted(sign for sign, n in seen.items() if n >= least_seen)
    column = {sign: n for n, sign in enumerate(names)}
    x = np.zeros((len(rows), len(names) + 1))
    x[:, -1] = 1
    for n, row in enumerate(rows):
        x[n, [column[sign] for sign in row if sign in column]] = 1
    return names, x


def best_pairs(likeness: Sequence[Sequence[float]], kept: Iterable[int]) -> dict[int, int]:
    """Which gold event (row) each kept prediction (column) is, best pairs first, one to one, as the scorer pairs."""
    columns = set(kept)
    ranked = sorted(
        ((v, i, j) for i, row in enumerate(likeness) for j, v in enumerate(row) if v > 0 and j in columns), reverse=True
    )
    gold_of: dict[int, int] = {}
    for _, i, j in ranked:
        if j not in gold_of and i not in gold_of.values():
            gold_of[j] = i
    return gold_of


def rates(right: int, gold: int, said: int) -> Mapping[str, float]:
    """Precision, recall and F1, to four places."""
    p, r = right / said if said else 0.0, right / gold if gold else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}
