"""Tellings that hang together are one incident, in whatever order they come.

What people judged comes first. Then links are taken from the strongest to the weakest, those of denials last; one is
left out where it would bring two tellings together that exclude one another, or where only a denial fits both. So two
raids that one page tells apart, by one speaker, stay two, though another page's "raids on the town" is like both: it
goes with the one that it is more like. What two speakers say on one page may be two sides of one happening: it is
linked where more than a day and a town agrees, or by way of another page. The incident of a telling depends only on the
tellings that it hangs together with: a page added elsewhere changes nothing here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, product
from typing import Final

from dateline.merge.compare import SAME, apart, likeness
from dateline.merge.judged import Judged, Unit, judged
from dateline.merge.keys import keys, pairs
from dateline.model.incident import Likeness, Telling
from dateline.model.judgement import Judgement

LEAST_LINKED: Final = 1 / 3
"""Two groups are joined only if at least so many of their pairs are linked."""
__all__ = ["clusters", "components", "keys", "links", "links_between"]


def linked(met: Iterable[tuple[Telling, Telling]]) -> list[Likeness]:
    """Those of these pairs that are judged one happening."""
    open_pairs = ((one, other) for one, other in met if apart(one, other) is None)
    return [link for one, other in open_pairs if (link := likeness(one, other)).points >= SAME]


def links(tellings: Iterable[Telling]) -> list[Likeness]:
    """The pairs judged one happening, of those that share a key, by their ids."""
    return linked(pairs(tellings))


def links_between(new: Iterable[Telling], old: Iterable[Telling]) -> list[Likeness]:
    """The links of new tellings to each other and to old ones that share a key with them."""
    fresh = list(new)
    return linked(pairs([*old, *fresh], {telling.event.id for telling in fresh}))


def clusters(
    tellings: Iterable[Telling], links: Iterable[Likeness], judgements: Iterable[Judgement] = ()
) -> list[tuple[str, ...]]:
    """The ids of the tellings' events in groups, each group and the list of them sorted.

    Judgements on other events are passed over; those that clash with later ones do not hold (`judged.Judged.clashes`).
    """
    by_id = {telling.event.id: telling for telling in tellings}
    by_people = judged(j for j in judgements if j.one in by_id and j.other in by_id)
    ordered = _in_order(links, by_id)
    groups = _Groups(by_id, ordered, by_people)
    for link in ordered:
        groups.take(link)
    return groups.sorted()


def components(
    tellings: Iterable[Telling], links: Iterable[Likeness], judgements: Iterable[Judgement] = ()
) -> list[tuple[str, ...]]:
    """The ids of events that hang together by links or judgements: nothing outside bears on how they are grouped."""
    of = {telling.event.id: [telling.event.id] for telling in tellings}
    for one, other in [*((k.one, k.other) for k in links), *((j.one, j.other) for j in judgements)]:
        if one in of and other in of and of[one] is not of[other]:
            of[one] += of[other]
            of |= dict.fromkeys(of[other], of[one])
    return sorted({tuple(sorted(group)) for group in of.values()})


class _Groups:
    """The groups as they grow, of units: what people made one is a unit, and what fits any of it fits it."""

    def __init__(self, by_id: Mapping[str, Telling], links: Iterable[Likeness], by_people: Judged) -> None:
        self._by_id, self._different = by_id, by_people.different
        self._unit: dict[str, Unit] = {one: (one,) for one in by_id} | dict(by_people.units)
        self._group = {unit: [unit] for unit in self._unit.values()}
        self._linked: defaultdict[Unit, set[Unit]] = defaultdict(set)
        for link in links:
            one, other = self._unit[link.one], self._unit[link.other]
            self._linked[one].add(other)
            self._linked[other].add(one)

    def take(self, link: Likeness) -> None:
        """Join what is linked, unless something stands against it."""
        first, second = (self._group[self._unit[end]] for end in (link.one, link.other))
        if first is second or self._meet_in_a_denial(link, first, second):
            return
        if self._are_near(first, second) and not self._exclude(first, second):
            first += second
            self._group |= dict.fromkeys(second, first)

    def sorted(self) -> list[tuple[str, ...]]:
        """The ids of the events of each group."""
        return sorted({tuple(sorted(chain.from_iterable(group))) for group in self._group.values()})

    def _are_near(self, some: Sequence[Unit], others: Sequence[Unit]) -> bool:
        """Whether a third of those who would meet are linked: one link makes no incident of two crowds."""
        found = sum(len(self._linked[one].intersection(others)) for one in some)
        return found >= LEAST_LINKED * len(some) * len(others)

    def _exclude(self, some: Sequence[Unit], others: Sequence[Unit]) -> bool:
        return any(self._are_apart(one, other) for one, other in product(some, others))

    def _are_apart(self, one: Unit, other: Unit) -> bool:
        met = list(product(one, other))
        if any(frozenset(pair) in self._different for pair in met):
            return True
        return all(apart(self._by_id[a], self._by_id[b]) is not None for a, b in met)

    def _meet_in_a_denial(self, link: Likeness, some: Sequence[Unit], others: Sequence[Unit]) -> bool:
        """Whether all that would bring two happenings together is a denial that fits both."""
        if not (self._by_id[link.one].denies or self._by_id[link.other].denies):
            return False
        return all(any(not self._by_id[one].denies for one in chain(*group)) for group in (some, others))


def _in_order(links: Iterable[Likeness], by_id: Mapping[str, Telling]) -> list[Likeness]:
    """The strongest first, and those of denials after all others."""
    denying = {one for one, telling in by_id.items() if telling.denies}
    return sorted(links, key=lambda k: (not denying.isdisjoint((k.one, k.other)), -k.points, k.one, k.other))
