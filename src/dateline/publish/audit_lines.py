"""Audits, their blind items and their figures as plain values for JSON and CSV."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Final, TextIO

from dateline.audit.asking import asked_of
from dateline.auditing import Turn
from dateline.knowledge.codebook import load_codebook
from dateline.knowledge.versions import current
from dateline.model.audit import (
    SLOTS,
    Agreement,
    Allocation,
    Audit,
    Figures,
    Precision,
    Slot,
    Stratifier,
    Stratum,
    Verdict,
)
from dateline.publish.cells import guarded
from dateline.publish.lines import Line, event_line
from dateline.publish.schema import definitions
from dateline.publish.shapes import (
    COUNTS,
    MAYBE_TEXT,
    OFFSET,
    TEXT,
    Schema,
    array,
    like,
    maybe_one_of,
    one_of,
    only,
    or_null,
    record,
    table,
)
from dateline.store.audits import OF_REPORT, Item

METHOD: Final = (
    "Precision on a blind random sample: the share of what is there that is right; recall is not claimed. Slots are "
    "judged where the event fills them and its record is right; where reviewers differ, an item counts by the share of "
    "them who call it right. Items are weighted by how many events they stand for. Intervals at 95 %: Wilson (1927) at "
    "Kish's effective sample size. Agreement: Krippendorff's alpha (2011), nominal, with a bootstrap interval."
)
COLUMNS: Final = (
    "audit", "type", "slot", "precision", "low", "high", "judged", "alpha", "alpha_low", "alpha_high", "same",
)  # fmt: skip
_SEEN: Final = (
    "type", "modality", "background", "trigger", "trigger_start", "trigger_end", "sentence", "evidence",
    "agents", "targets", "places", "date", "quantities", "sources", "means", "extent",
)  # fmt: skip
"""What a reviewer sees of an event: nothing of how sure the program is, what made it, and what it was merged with."""


def audit_line(audit: Audit, judged: Mapping[str, int]) -> Line:
    """An audit, and how many items each reviewer has judged."""
    plan = audit.plan
    return {
        "record": "audit",
        "id": audit.id,
        "name": plan.name,
        "drawn_by": audit.drawn_by,
        "drawn_at": audit.drawn_at.isoformat(),
        "by": plan.by,
        "allocation": plan.allocation,
        "seed": plan.seed,
        "reviewers": plan.reviewers,
        "drawn": audit.drawn,
        "events": audit.events,
        "strata": [asdict(stratum) for stratum in audit.strata],
        "judged": dict(judged),
        "made_by": {"codebook": audit.codebook, "dateline": audit.dateline},
    }


def audit_schema() -> Schema:
    """The JSON Schema of `audit_line`."""
    return table(
        {
            "record": {"const": "audit"},
            **dict.fromkeys(("id", "name", "drawn_by", "drawn_at"), TEXT),
            "by": maybe_one_of(Stratifier),
            "allocation": one_of(Allocation),
            **dict.fromkeys(("seed", "reviewers", "drawn", "events"), OFFSET),
            "strata": array(record(Stratum)),
            "judged": COUNTS,
            "made_by": table({"codebook": TEXT, "dateline": TEXT}),
        }
    )


def turn_line(audit: Audit, turn: Turn) -> Line:
    """What a reviewer sees: a blind item, their own verdict, and how far they are."""
    return {
        "record": "turn",
        "audit": {"id": audit.id, "name": audit.plan.name, "drawn": audit.drawn},
        "place": turn.place,
        "judged": turn.judged,
        "item": _item(turn.item) if turn.item else None,
        "verdict": verdict_line(turn.own) if turn.own else None,
    }


def turn_schema() -> Schema:
    """The JSON Schema of `turn_line`."""
    audit = table({"id": TEXT, "name": TEXT, "drawn": OFFSET})
    return table(
        {
            "record": {"const": "turn"},
            "audit": audit,
            "place": OFFSET,
            "judged": OFFSET,
            "item": or_null(_item_schema()),
            "verdict": or_null(record(Verdict)),
        }
    )


def verdict_line(verdict: Verdict) -> Line:
    """What a reviewer said of an item."""
    return {"item": verdict.item, "by": verdict.by, "answers": dict(verdict.answers), "note": verdict.note}


def figures_line(audit: Audit, found: Figures) -> Line:
    """The figures of an audit, with all that they rest on."""
    return {
        **audit_line(audit, found.judged),
        "record": "figures",
        "method": METHOD,
        "slots": _by_slot(found.slots),
        "whole": _rounded(found.whole),
        "types": {
            type: {**_by_slot(of), "whole": _rounded(found.whole_types[type])} for type, of in found.types.items()
        },
        "agreement": {slot: _rounded(found.agreement[slot]) for slot in SLOTS},
    }


def figures_schema() -> Schema:
    """The JSON Schema of `figures_line`."""
    precision = record(Precision)
    slots: dict[str, Schema] = dict.fromkeys(SLOTS, precision)
    return like(
        audit_schema(),
        record={"const": "figures"},
        method=TEXT,
        slots=table(slots),
        whole=precision,
        types={"type": "object", "additionalProperties": table({**slots, "whole": precision})},
        agreement=table({slot: record(Agreement) for slot in SLOTS}),
    )


def write_csv(out: TextIO, audit: Audit, found: Figures) -> None:
    """The figures as a table: a row for each slot over all types, then for each slot of each type."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for type, slot, precision, agreed in _rows(found):
        numbers = (precision.share, precision.low, precision.high)
        alpha = (agreed.alpha, agreed.low, agreed.high, agreed.same) if agreed else (None,) * 4
        cells = (*map(_cell, numbers), precision.judged, *map(_cell, alpha))
        writer.writerow((guarded(audit.plan.name), type, slot, *cells))


def _rows(found: Figures) -> Iterator[tuple[str, str, Precision, Agreement | None]]:
    for slot in SLOTS:
        yield "", slot, found.slots[slot], found.agreement[slot]
    yield "", "whole", found.whole, None
    for type, of in found.types.items():
        for slot in SLOTS:
            yield type, slot, of[slot], None
        yield type, "whole", found.whole_types[type], None


def _item(item: Item) -> Line:
    line = event_line("", item.event, current())
    entry = load_codebook().entries.get(item.event.claim.type)
    return {
        "item": item.number,
        "report": dict(item.report),
        "event": {key: line[key] for key in _SEEN},
        "definition": entry.definition if entry else None,
        "asked": list(asked_of(item.event)),
    }


def _item_schema() -> Schema:
    event = definitions()["event"]
    return table(
        {
            "item": OFFSET,
            "report": table(dict.fromkeys(OF_REPORT, MAYBE_TEXT)),
            "event": only(event, *_SEEN),
            "definition": MAYBE_TEXT,
            "asked": array(one_of(Slot)),
        }
    )


def _by_slot(found: Mapping[Slot, Precision]) -> dict[str, object]:
    return {slot: _rounded(found[slot]) for slot in SLOTS}


def _rounded(found: Precision | Agreement) -> Line:
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(found).items()}


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"
