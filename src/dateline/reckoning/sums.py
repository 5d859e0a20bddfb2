"""Tolls added up over incidents so that nobody is counted twice.

Never a part to its whole, a total to its tolls, the dead of a province to those of its towns, one incident twice, what
is told again as background, or what nobody stands behind. Where reports do not say whether one figure holds another,
the least takes it to do so and the most does not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model.claim import CountKind
from dateline.model.incident import Incident, Toll
from dateline.model.sums import Addend, LeftOut, Sum
from dateline.reckoning.inside import lies_in
from dateline.reckoning.people import counts_two_harms, holds, noun_of
from dateline.reckoning.takes_in import Frame, frame_of, inside, of_one_group

Ends = tuple[int | None, int | None, int | None]  # low, best, high


def add_up(incidents: Iterable[Incident], kind: CountKind, *, unit: str = "person") -> Sum:
    """How many of a kind, such as "killed", all these incidents together have, whatever their order and repetitions."""
    given = sorted({incident.id: incident for incident in incidents}.values(), key=lambda incident: incident.id)
    counted = {one.id: _Counted(one, own, frame_of(one)) for one in given if (own := _own(one, kind, unit))}
    others = _by_figure(counted.values())
    left_out = {one: reason for one in counted if (reason := _why_not(counted[one], others))}
    kept = {one: counted[one] for one in counted if one not in left_out}
    within = _within(kept)
    taken = {inner for found in within.values() for inner in found}
    addends = [_addend(one, kept, within) for one in kept if one not in taken]
    return Sum(
        kind=kind,
        unit=unit,
        low=sum(addend.low or 0 for addend in addends),
        best=_total([addend.best for addend in addends]),
        high=_total([addend.high for addend in addends]),
        addends=tuple(addends),
        left_out=tuple(LeftOut(incident=one, reason=reason) for one, reason in left_out.items()),
        derivation=_in_words(addends, left_out),
    )


@dataclass(frozen=True, slots=True)
class _Counted:
    """An incident with its tolls that are to be added, and what its figures are for."""

    incident: Incident
    tolls: tuple[Toll, ...]
    frame: Frame


_ByFigure = Mapping[tuple[int | None, int | None], Sequence[_Counted]]


def _by_figure(counted: Iterable[_Counted]) -> _ByFigure:
    found: dict[tuple[int | None, int | None], list[_Counted]] = defaultdict(list)
    for one in counted:
        for figure in {(toll.low, toll.high) for toll in one.tolls}:
            found[figure].append(one)
    return found


def _own(incident: Incident, kind: CountKind, unit: str) -> tuple[Toll, ...]:
    """Its tolls of a kind and unit whose people are not among those of another of its tolls, which are no fewer."""
    tolls = [t for t in incident.tolls if (t.kind, t.unit) == (kind, unit) and not counts_two_harms(t.who)]
    wholes = [toll for toll in tolls if not any(_is_among(toll, whole) for whole in tolls)]
    return tuple(_no_fewer(whole, [toll for toll in tolls if _is_among(toll, whole)]) for whole in wholes)


def _no_fewer(whole: Toll, among: Sequence[Toll]) -> Toll:
    low = max(toll.low or 0 for toll in (whole, *among))
    return replace(whole, low=low, best=_no_less(whole.best, low))


def _no_less(best: int | None, low: int) -> int | None:
    """A best figure that the least allows, else none."""
    return best if best is not None and best >= low else None


def _is_among(toll: Toll, whole: Toll) -> bool:
    most = whole.high if whole.high is not None else max(whole.low or 0, toll.low or 0)
    return holds(noun_of(whole.who), noun_of(toll.who)) and (toll.low or 0) <= most


# ---- what is left out ---------------------------------------------------------------------------
def nobody_stands_behind_it(one: _Counted, others: _ByFigure) -> bool:
    """nobody stands behind it any more"""
    return one.incident.status in ("denied", "retracted")


def background_without_a_day(one: _Counted, others: _ByFigure) -> bool:
    """it is told as background, and on no day that could tell it from others"""
    return _is_background(one.incident) and one.incident.when is None


def told_again(one: _Counted, others: _ByFigure) -> bool:
    """it is told as background, and another has the same figure then and there"""
    if not _is_background(one.incident):
        return False
    alike = (other for toll in one.tolls for other in others[toll.low, toll.high])
    return any(_is_told_by(one, other) for other in alike)


_REASONS: tuple[Callable[[_Counted, _ByFigure], bool], ...] = (
    nobody_stands_behind_it,
    background_without_a_day,
    told_again,
)


def _why_not(one: _Counted, others: _ByFigure) -> str | None:
    found = next((reason for reason in _REASONS if reason(one, others)), None)
    return (found.__doc__ or "").strip() if found else None


def _is_background(incident: Incident) -> bool:
    return all(telling.event.background for telling in incident.tellings if not telling.denies)


def _is_told_by(one: _Counted, other: _Counted) -> bool:
    """Whether another, that is news or has the first id, tells it: on days that overlap, at places that agree."""
    first, second = one.frame, other.frame
    if first.id == second.id or (_is_background(other.incident) and first.id < second.id):
        return False
    return of_one_group(first, second) and _overlap(first, second) and _agree(first, second)


def _overlap(one: Frame, other: Frame) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start <= other.end and other.start <= one.end


def _agree(one: Frame, other: Frame) -> bool:
    if not one.places or not other.places:
        return True
    return any(lies_in(p, q) or lies_in(q, p) for p in one.places for q in other.places)


# ---- what is added ------------------------------------------------------------------------------
def _within(kept: Mapping[str, _Counted]) -> Mapping[str, Sequence[str]]:
    """By incident, those that it takes in, each under one that nothing takes in where there is such a one."""
    frames = [one.frame for one in kept.values()]
    holders: dict[str, list[str]] = defaultdict(list)
    for wide, inner in inside(frames, frames):
        holders[inner.id].append(wide.id)
    within: dict[str, list[str]] = defaultdict(list)
    for held, found in sorted(holders.items()):
        within[min(found, key=lambda one: (one in holders, one))].append(held)
    return within


def _addend(one: str, kept: Mapping[str, _Counted], within: Mapping[str, Sequence[str]]) -> Addend:
    """What an incident adds, with all that it takes in, and they in turn."""
    below = sorted(_below(one, within))
    pages = kept[one].frame.pages
    sure = [inner for inner in below if pages & kept[inner].frame.pages]
    perhaps = [inner for inner in below if inner not in sure]
    own, held, beside, all_below = (_ends(ids, kept) for ids in ([one], sure, perhaps, below))
    low = _larger(own[0], all_below[0])
    best, high = _larger(own[1], held[1]), _larger(_larger(own[2], held[2]), low)
    return Addend(
        incident=one,
        low=low,
        best=_no_less(best, low or 0) if not perhaps else None,
        high=_total([high, beside[2]]),
        taking_in=tuple(sure),
        perhaps=tuple(perhaps),
    )


def _below(one: str, within: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for inner in within.get(one, ()):
        yield inner
        yield from _below(inner, within)


def _ends(ids: Sequence[str], kept: Mapping[str, _Counted]) -> Ends:
    tolls = [toll for one in ids for toll in kept[one].tolls]
    return (
        sum(toll.low or 0 for toll in tolls),
        _total([toll.best for toll in tolls]),
        _total([toll.high for toll in tolls]),
    )


def _larger(own: int | None, held: int | None) -> int | None:
    """The larger of two ends; None, for open or unknown, where the incident's own is."""
    return None if own is None else max(own, held or 0)


def _total(ends: Sequence[int | None]) -> int | None:
    known = [end for end in ends if end is not None]
    return sum(known) if len(known) == len(ends) else None


# ---- in words -----------------------------------------------------------------------------------
def _in_words(addends: Sequence[Addend], left_out: Mapping[str, str]) -> str:
    inner = sum(len(addend.taking_in) for addend in addends)
    perhaps = sum(len(addend.perhaps) for addend in addends)
    parts = [f"{len(addends)} incidents added"]
    if inner:
        parts.append(f"{inner} not added, since another's figure takes them in")
    if perhaps:
        parts.append(f"{perhaps} added to the most alone, since another's figure may take them in")
    parts += [f"{list(left_out.values()).count(reason)} left out: {reason}" for reason in sorted({*left_out.values()})]
    return "; ".join(parts)
