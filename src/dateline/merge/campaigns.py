"""Totals over more than one happening, and the incidents inside them, whose tolls are never added to them."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.merge.incidents import ID_LENGTH
from dateline.merge.tolls import totals
from dateline.merge.voices import telling_of
from dateline.model.event import Coded
from dateline.model.incident import Incident, Telling, Total
from dateline.reckoning.takes_in import Frame, frame_of, inside


def totals_over(coded: Iterable[Coded], found: Sequence[Incident]) -> tuple[Total, ...]:
    """What the reports count since a day, over a campaign or as things stand, by id, with the incidents inside each.

    A total that nobody asserts, or that is planned or feared, is none.
    """
    told = {t.event.id: t for one in coded for t in (telling_of(one.report, e) for e in one.events) if _is_total(t)}
    frames = {event: _frame(telling) for event, telling in told.items()}
    within: dict[str, list[str]] = defaultdict(list)
    for wide, inner in inside(frames.values(), [frame_of(incident) for incident in found]):
        within[wide.id].append(inner.id)
    made = (_total(telling, tuple(sorted(within[event]))) for event, telling in told.items())
    return tuple(sorted(made, key=lambda total: total.id))


def _is_total(telling: Telling) -> bool:
    claim = telling.event.claim
    return bool(totals(telling)) and not telling.denies and claim.modality == "occurred"


def _frame(telling: Telling) -> Frame:
    event = telling.event
    return Frame(
        id=event.id,
        type=event.claim.type,
        start=event.date.start if event.date else None,
        end=event.date.end if event.date else None,
        places=event.places,
        agents=event.agents,
        pages=frozenset({telling.page}),
        tolls=totals(telling),
        total=True,
    )


def _total(telling: Telling, within: tuple[str, ...]) -> Total:
    digest = hashlib.sha256(f"total {telling.event.id}".encode()).hexdigest()
    return Total(id=digest[:ID_LENGTH], telling=telling, tolls=totals(telling), inside=within)
