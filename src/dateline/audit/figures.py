"""What verdicts on a sample say of all events: precision by slot and type, and whether the reviewers agree.

Precision is the share of what is there that is right. What is missing is not looked for: recall is not claimed. An item
stands for as many events as its stratum has for each of its judged items (so half-done audits are weighted rightly: a
reviewer's order is random). Where reviewers differ, an item is right by the share of them who say so. A slot is judged
where the event fills it and the record is right.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.audit.agreement import agreement
from dateline.audit.intervals import weighted
from dateline.model.audit import SLOTS, Answer, Audit, Figures, Judged, Precision, Slot, Verdict

_VALUE: Mapping[Answer, bool] = {"right": True, "wrong": False}


def figures(audit: Audit, items: Iterable[Judged]) -> Figures:
    """The figures of an audit from its items; those that nobody has judged count for nothing."""
    judged = [item for item in items if item.verdicts]
    weights = _weights(audit, judged)
    types = {type: [item for item in judged if item.type == type] for type in sorted({item.type for item in judged})}
    return Figures(
        slots=_slots(judged, weights),
        whole=_whole(judged, weights),
        types={type: _slots(some, weights) for type, some in types.items()},
        whole_types={type: _whole(some, weights) for type, some in types.items()},
        agreement={slot: agreement(_answers(item, slot) for item in judged) for slot in SLOTS},
        judged=dict(sorted(Counter(one.by for item in judged for one in item.verdicts).items())),
    )


def _weights(audit: Audit, judged: Sequence[Judged]) -> dict[str, float]:
    """How many events an item of each stratum stands for."""
    done = Counter(item.stratum for item in judged)
    return {one.name: one.events / done[one.name] for one in audit.strata if done[one.name]}


def _slots(items: Sequence[Judged], weights: Mapping[str, float]) -> dict[Slot, Precision]:
    return {slot: _precision(((item, _answers(item, slot)) for item in items), weights) for slot in SLOTS}


def _whole(items: Sequence[Judged], weights: Mapping[str, float]) -> Precision:
    return _precision(((item, _all_right(item)) for item in items), weights)


def _precision(found: Iterable[tuple[Judged, Sequence[bool]]], weights: Mapping[str, float]) -> Precision:
    return weighted([(weights[item.stratum], sum(said) / len(said)) for item, said in found if said])


def _answers(item: Judged, slot: Slot) -> list[bool]:
    """What its reviewers say of a slot, but for those who are unsure or were not asked."""
    said = (verdict.answers.get(slot, "unsure") for verdict in item.verdicts)
    return [_VALUE[one] for one in said if one in _VALUE]


def _all_right(item: Judged) -> list[bool]:
    """Whether the whole is right for each of its reviewers, but for those who are unsure of it."""
    return [found for verdict in item.verdicts if (found := _all_of(verdict)) is not None]


def _all_of(verdict: Verdict) -> bool | None:
    """One wrong slot makes the whole wrong, whatever else is unsure."""
    said = set(verdict.answers.values())
    if "wrong" in said:
        return False
    return None if "unsure" in said or not said else True
