"""What came near to being of an incident, and why it is not: the nearest that was kept apart from it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from dateline.merge.compare import SAME, apart, likeness
from dateline.merge.incidents import in_order
from dateline.merge.kinds import are_kin
from dateline.model.incident import Incident, Likeness, Telling
from dateline.model.judgement import Judgement

MOST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An incident that shares something with another: of each the telling that is most like the other's, how like they
    are, and what keeps them apart, in words."""

    incident: str
    own: Telling
    other: Telling
    likeness: Likeness
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Alike:
    """Two tellings of two incidents, and how like they are."""

    own: Telling
    other: Telling
    likeness: Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class _Met:
    """The two tellings of two incidents that are most alike, and both incidents whole."""

    alike: _Alike
    ours: Sequence[Telling]
    theirs: Sequence[Telling]
    judged: Mapping[frozenset[str], Judgement]


_Pair = tuple[Telling, Telling]


def neighbours(
    incident: Incident,
    others: Mapping[str, Sequence[Telling]],
    judgements: Iterable[Judgement] = (),
    most: int = MOST,
) -> tuple[Neighbour, ...]:
    """The incidents among `others`, by id with their tellings, that are most like this one, with what keeps them apart:
    the most alike first, but those of types that are not used for one happening behind all others."""
    judged = {frozenset((one.one, one.other)): one for one in judgements}
    pairs = {key: list(product(incident.tellings, theirs)) for key, theirs in others.items() if key != incident.id}
    kin = {key: near for key, some in pairs.items() if (near := [pair for pair in some if _are_kin(*pair)])}
    nearest = _nearest(kin, most)
    if len(nearest) < most:  # to compare tellings is what takes long
        nearest += _nearest({key: some for key, some in pairs.items() if key not in kin}, most - len(nearest))
    return tuple(_neighbour(incident, key, alike, others[key], judged) for key, alike in nearest)


def _are_kin(one: Telling, other: Telling) -> bool:
    return are_kin(one.event.claim.type, other.event.claim.type)


def _nearest(pairs: Mapping[str, Sequence[_Pair]], most: int) -> list[tuple[str, _Alike]]:
    """The incidents whose nearest pair of tellings is most alike, with that pair."""
    best = ((key, min((_alike(*pair) for pair in some), key=_order)) for key, some in pairs.items())
    return sorted(best, key=lambda found: (-found[1].likeness.points, found[0]))[:most]


def _alike(own: Telling, other: Telling) -> _Alike:
    return _Alike(own=own, other=other, likeness=likeness(own, other))


def _order(alike: _Alike) -> tuple[float, str, str]:
    return -alike.likeness.points, alike.likeness.one, alike.likeness.other


def _neighbour(
    incident: Incident,
    key: str,
    alike: _Alike,
    theirs: Sequence[Telling],
    judged: Mapping[frozenset[str], Judgement],
) -> Neighbour:
    met = _Met(alike=alike, ours=incident.tellings, theirs=in_order(theirs), judged=judged)
    return Neighbour(incident=key, own=alike.own, other=alike.other, likeness=alike.likeness, why_not=_why_not(met))


def _why_not(met: _Met) -> str:
    return next(reason for test in _REASONS if (reason := test(met)))


def _judged_two(met: _Met) -> str | None:
    pairs = (frozenset((a.event.id, b.event.id)) for a, b in product(met.ours, met.theirs))
    found = [met.judged[pair] for pair in pairs if pair in met.judged and not met.judged[pair].same]
    return f"{max(found, key=lambda one: one.at).by} judged them two happenings" if found else None


def _excluded(met: _Met) -> str | None:
    return apart(met.alike.own, met.alike.other)


def _too_little(met: _Met) -> str | None:
    return f"too little is alike: {SAME:g} points are needed" if met.alike.likeness.points < SAME else None


def _mates_excluded(met: _Met) -> str | None:
    reasons = (apart(a, b) for a, b in product(met.ours, met.theirs))
    found = next((reason for reason in reasons if reason), None)
    return f"others that are told with them exclude one another: {found}" if found else None


def _only_a_denial(met: _Met) -> str:
    return "only a denial is like both, or each is more like others"


_REASONS: Final[tuple[Callable[[_Met], str | None], ...]] = (
    _judged_two,
    _excluded,
    _too_little,
    _mates_excluded,
    _only_a_denial,
)
