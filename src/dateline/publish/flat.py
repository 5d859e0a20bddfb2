"""Events as CSV: one row each, lists joined by "; ". What does not fit a flat row is left to the JSON Lines."""

import csv
from collections.abc import Iterable
from typing import TextIO

from dateline.model.event import Event
from dateline.publish import wording
from dateline.publish.cells import guarded

COLUMNS = (
    "page", "id", "type", "modality", "background", "asserted", "start", "end", "agents", "targets", "places",
    "country", "lat", "lon", "quantities", "said_by", "denied_by", "voice", "sentence",
)  # fmt: skip
"""The columns in their order. `country`, `lat` and `lon` are those of the first place."""


def write_csv(file: TextIO, events: Iterable[tuple[str, Event]]) -> None:
    """Write (page, event) pairs under a line of column names; unknown is empty."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for page, event in events:
        writer.writerow([guarded(cell) for cell in flat(page, event)])


def flat(page: str, event: Event) -> tuple[str | float | None, ...]:
    """The cells of one event, in the order of COLUMNS."""
    claim, place = event.claim, event.places[0] if event.places else None
    return (
        page,
        event.id,
        claim.type,
        claim.modality,
        _flag(event.background),
        _flag(claim.asserted),
        event.date.start.isoformat() if event.date else None,
        event.date.end.isoformat() if event.date else None,
        "; ".join(actor.name for actor in event.agents),
        "; ".join(actor.name for actor in event.targets),
        "; ".join(one.name for one in event.places),
        place.country if place else None,
        place.lat if place else None,
        place.lon if place else None,
        wording.counts(claim.counts),
        "; ".join(source.name for source in claim.sources if source.stance == "asserts"),
        "; ".join(source.name for source in claim.sources if source.stance == "denies"),
        event.voice,
        " ".join(claim.sentence.text.split()),
    )


def _flag(value: bool) -> str:
    return "true" if value else "false"
