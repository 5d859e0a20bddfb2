"""Which of people's judgements of pairs of events can hold together: the later before the earlier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.model.judgement import Judgement

Pair = frozenset[str]
Unit = tuple[str, ...]
"""The ids, sorted, of events that people made one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The unit of each event that people judged, the pairs told apart, and the judgements that clash with later ones.

    Of two judgements on one pair the later holds and the earlier is no clash: somebody has thought better of it.
    """

    units: Mapping[str, Unit]
    different: frozenset[Pair]
    clashes: tuple[Judgement, ...]


@dataclass(slots=True)
class _Kept:
    """What holds so far: the group of each event that stands in a judgement, and the pairs told apart."""

    group: dict[str, set[str]] = field(default_factory=dict)
    different: set[Pair] = field(default_factory=set)

    def takes(self, judgement: Judgement) -> bool:
        """Keeps the judgement, if nothing that is kept says otherwise."""
        one, other = (self.group.setdefault(event, {event}) for event in (judgement.one, judgement.other))
        if not judgement.same:
            self.different |= {frozenset((judgement.one, judgement.other))} if one is not other else set()
            return one is not other
        if any(frozenset((a, b)) in self.different for a in one for b in other):
            return False
        one |= other
        self.group |= dict.fromkeys(other, one)
        return True


def judged(judgements: Iterable[Judgement]) -> Judged:
    """What holds of these judgements, the latest first: three that contradict one another lose the earliest."""
    kept = _Kept()
    taken = [(judgement, kept.takes(judgement)) for judgement in _latest(judgements)]
    return Judged(
        units={one: tuple(sorted(group)) for one, group in kept.group.items()},
        different=frozenset(kept.different),
        clashes=tuple(j for j, holds in taken if not holds),
    )


def _latest(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The last judgement on each pair, the latest first; of two made at one moment that which tells apart."""
    ordered = sorted(judgements, key=lambda j: (j.at, not j.same, j.by, j.one, j.other))
    last = {frozenset((j.one, j.other)): j for j in ordered if j.one != j.other}
    return sorted(last.values(), key=ordered.index, reverse=True)
