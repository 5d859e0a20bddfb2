"""The benchmark `isaf`: press releases of ISAF, how many were killed and captured, how, and in which province.

The kind of operation follows from what happened, by the first of these that holds: civilians were killed; aircraft
struck; else who was killed or captured.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from dateline.evaluate.happenings import figures_of, happenings, most, province, told
from dateline.evaluate.rows import page_of, rows
from dateline.model.claim import CountKind
from dateline.model.event import Coded
from dateline.model.incident import Incident
from dateline.pipeline import Coder

FILES: Final = ("SPLIT.jsonl",)


def predictions(data: Path, split: str) -> Iterator[dict[str, Any]]:
    """One row a release: {"id", "killed", "captured", "event_type": labels, "province"}."""
    releases = list(rows(data / f"{split}.jsonl"))
    coded = Coder().code_many(page_of(row["text"], str(row["id"])) for row in releases)
    for row, one in zip(releases, coded, strict=True):
        yield {"id": row["id"], **_operation(one)}


def _operation(coded: Coded) -> dict[str, Any]:
    found = happenings(coded)
    killed, captured = _least(found, "killed"), _least(found, "detained")
    return {
        "killed": killed,
        "captured": captured,
        "event_type": _kinds(found, killed, captured),
        "province": next((name for one in found if (name := province(one))), None),
    }


def _least(found: Sequence[Incident], kind: CountKind) -> int:
    """The largest figure of any incident; an arrest without a figure is of one."""
    arrests = kind == "detained" and any(one.type == "arrest" for one in found)
    return max([int(arrests), *(most(one, kind) for one in found)])


def _kinds(found: Sequence[Incident], killed: int, captured: int) -> list[str]:
    if any(_kills_civilians(one) for one in found):
        return ["civiliancasualty"]
    if any(one.type == "air_strike" for one in found):
        return ["airstrike"]
    return ["insurgentskilled"] * (killed > 0) + ["detention"] * (captured > 0)


def _kills_civilians(incident: Incident) -> bool:
    counts = [c for event in told(incident) for c in event.claim.counts if c.kind == "killed" and c.high != 0]
    return bool(figures_of(incident, "killed")) and any(c.status in ("civilian", "child") for c in counts)
