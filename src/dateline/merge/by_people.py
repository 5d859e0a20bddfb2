"""Clusters as `merge.cluster` finds them, but what people judged comes before whatever the program finds."""

from collections.abc import Iterable, Sequence
from itertools import product

from dateline.merge.cluster import _exclude, _meet_in_a_denial
from dateline.model.incident import Likeness, Telling
from dateline.model.judgement import Judgement

Pair = frozenset[str]


def clusters(
    tellings: Sequence[Telling], linked: Sequence[Likeness], judgements: Sequence[Judgement] = ()
) -> list[tuple[str, ...]]:
    """The ids of the tellings' events in groups, each group and the list of them sorted.

    Pairs judged one are joined first, then the strongest links, those of denials last; what is judged two never meets.
    """
    by_id = {telling.event.id: telling for telling in tellings}
    group = {one: [one] for one in by_id}
    judged = standing(judgements, by_id)
    parted = {pair for pair, same in judged.items() if not same}
    for pair in sorted(map(sorted, (pair for pair, same in judged.items() if same))):
        _join(group, pair[0], pair[1], parted)
    denying = {one for one, telling in by_id.items() if telling.denies}
    for link in sorted(linked, key=lambda k: (not denying.isdisjoint((k.one, k.other)), -k.points, k.one, k.other)):
        first, second = group[link.one], group[link.other]
        if not (_exclude(by_id, first, second) or _meet_in_a_denial(by_id, link, first, second)):
            _join(group, link.one, link.other, parted)
    return sorted({tuple(sorted(ids)) for ids in group.values()})


def standing(judgements: Iterable[Judgement], ids: Iterable[str]) -> dict[Pair, bool]:
    """What holds of each two of these events that were judged: the later judgement."""
    here = set(ids)
    return {frozenset((j.one, j.other)): j.same for j in judgements if {j.one, j.other} <= here}


def _join(group: dict[str, list[str]], one: str, other: str, parted: set[Pair]) -> None:
    first, second = group[one], group[other]
    if first is second or any(frozenset(pair) in parted for pair in product(first, second)):
        return
    first += second
    group.update(dict.fromkeys(second, first))
