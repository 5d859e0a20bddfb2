"""What came near to being of an incident, and why it is not: the nearest that was kept apart from it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from dateline.merge.compare import SAME, apart, likeness
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
class _Met:
    """The two tellings of two incidents that are most alike, and both incidents whole."""

    own: Telling
    other: Telling
    likeness: Likeness
    ours: Sequence[Telling]
    theirs: Sequence[Telling]
    judged: Mapping[frozenset[str], Judgement]


def neighbours(
    incident: Incident, others: Iterable[Incident], judgements: Iterable[Judgement] = (), most: int = MOST
) -> tuple[Neighbour, ...]:
    """The incidents among `others` that are most like this one, with what keeps them apart: the most alike first, but
    those of types that are not used for one happening behind all others."""
    judged = {frozenset((one.one, one.other)): one for one in judgements}
    met = [(other.id, _meet(incident, other, judged)) for other in others if other.id != incident.id]
    nearest = sorted(met, key=lambda pair: (*_far(pair[1].own, pair[1].other, pair[1].likeness), pair[0]))[:most]
    return tuple(
        Neighbour(incident=key, own=m.own, other=m.other, likeness=m.likeness, why_not=_why_not(m))
        for key, m in nearest
    )


def _meet(incident: Incident, other: Incident, judged: Mapping[frozenset[str], Judgement]) -> _Met:
    pairs = [(likeness(a, b), a, b) for a, b in product(incident.tellings, other.tellings)]
    best = min(pairs, key=lambda found: (*_far(found[1], found[2], found[0]), found[0].one, found[0].other))
    return _Met(
        own=best[1], other=best[2], likeness=best[0], ours=incident.tellings, theirs=other.tellings, judged=judged
    )


def _far(one: Telling, other: Telling, like: Likeness) -> tuple[bool, float]:
    return not are_kin(one.event.claim.type, other.event.claim.type), -like.points


def _why_not(met: _Met) -> str:
    return next(reason for test in _REASONS if (reason := test(met)))


def _judged_two(met: _Met) -> str | None:
    pairs = (frozenset((a.event.id, b.event.id)) for a, b in product(met.ours, met.theirs))
    found = [met.judged[pair] for pair in pairs if pair in met.judged and not met.judged[pair].same]
    return f"{max(found, key=lambda one: one.at).by} judged them two happenings" if found else None


def _excluded(met: _Met) -> str | None:
    return apart(met.own, met.other)


def _too_little(met: _Met) -> str | None:
    return f"too little is alike: {SAME:g} points are needed" if met.likeness.points < SAME else None


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
