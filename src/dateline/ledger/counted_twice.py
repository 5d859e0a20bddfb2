"""Whom the figure of another incident counts already: of a province's dead and those of its towns, only the former.

Which incident takes in which is worked out by `reckoning.sums`; here it is laid over the ranges that ledgers add up.
Where reports do not say whether one figure holds another, the least takes it to do so and the most does not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.ledger import ranges
from dateline.model.claim import CountKind
from dateline.model.incident import Incident
from dateline.model.ledger import Range, Tally, Whom
from dateline.reckoning.sums import add_up

Part = tuple[Incident, tuple[Tally, ...]]
_Unit = tuple[CountKind, str]
_Own = Mapping[tuple[str, CountKind, str, Whom], Range]
HELD = "another incident's figure takes it in"


@dataclass(frozen=True, slots=True)
class _Inside:
    """Which incidents others take in: `sure`, told by a page that tells both, or `perhaps`; and what adds nothing."""

    sure: Mapping[str, Sequence[str]]
    perhaps: frozenset[str]
    left_out: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAdded:
    """A range of an incident that is added to nothing, and why, in words."""

    incident: Incident
    tally: Tally
    reason: str


def once(parts: Sequence[Part]) -> tuple[list[Part], list[NotAdded]]:
    """The ranges of incidents so that nobody is counted twice in their sum, and those that are left out of it."""
    units = sorted({(tally.kind, tally.unit) for _, found in parts for tally in found})
    counted = {unit: [one for one, found in parts if _has(found, unit)] for unit in units}
    inside = {unit: _inside(counted[unit], unit) for unit in units}
    own = {(one.id, tally.kind, tally.unit, tally.of): tally.range for one, found in parts for tally in found}
    kept: list[Part] = []
    gone: list[NotAdded] = []
    for incident, found in parts:
        left: list[Tally] = []
        for tally in found:
            within = inside[tally.kind, tally.unit]
            if (reason := within.left_out.get(incident.id)) is not None:
                gone.append(NotAdded(incident=incident, tally=tally, reason=reason))
            else:
                left.append(replace(tally, range=_with_held(incident.id, tally, within, own)))
        kept.append((incident, tuple(left)))
    return kept, gone


def _has(found: Iterable[Tally], unit: _Unit) -> bool:
    return any((tally.kind, tally.unit) == unit for tally in found)


def _inside(incidents: Sequence[Incident], unit: _Unit) -> _Inside:
    added = add_up(incidents, unit[0], unit=unit[1])
    return _Inside(
        sure={one.incident: one.taking_in for one in added.addends},
        perhaps=frozenset(inner for one in added.addends for inner in one.perhaps),
        left_out={inner: HELD for one in added.addends for inner in one.taking_in}
        | {one.incident: one.reason for one in added.left_out},
    )


def _with_held(incident: str, tally: Tally, inside: _Inside, own: _Own) -> Range:
    """The range of one that holds others: no less than theirs together; of one that may be held, perhaps nobody."""
    if incident in inside.perhaps:
        return Range(low=0, best=None, high=tally.range.high)
    keys = ((inner, tally.kind, tally.unit, tally.of) for inner in inside.sure.get(incident, ()))
    return ranges.at_least(tally.range, ranges.total(own[key] for key in keys if key in own))
