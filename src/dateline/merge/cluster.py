"""Tellings that hang together are one incident, in whatever order they come.

Links are taken from the strongest to the weakest, those of denials last; one is left out where it would bring two
tellings together that exclude one another, or where only a denial fits both. So two raids that one page tells apart, by
one speaker, stay two, though another page's "raids on the town" is like both: it goes with the one that it is more
like. What two speakers say on one page may be two sides of one happening: it is linked where more than a day and a town
agrees, or by way of another page. The incident of a telling depends only on the tellings that it hangs together with: a
page added elsewhere changes nothing here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from dateline.merge.compare import SAME, apart, figures, likeness
from dateline.merge.when import days_of
from dateline.merge.where import cells
from dateline.model.incident import Likeness, Telling


def links(tellings: Sequence[Telling]) -> list[Likeness]:
    """The pairs judged one happening, of those that share a page, or a day and a place or figure."""
    ordered = sorted(tellings, key=lambda telling: telling.event.id)
    pairs = {pair for block in _blocks(ordered).values() for pair in combinations(block, 2)}
    return _linked((ordered[a], ordered[b]) for a, b in sorted(pairs))


def links_between(new: Sequence[Telling], old: Sequence[Telling]) -> list[Likeness]:
    """The links of new tellings to each other and to old ones that share a key with them."""
    theirs = [(other, keys(other)) for other in old]
    met = ((one, other) for one in new for own in (keys(one),) for other, key in theirs if not own.isdisjoint(key))
    return [*links(new), *_linked(met)]


def _linked(pairs: Iterable[tuple[Telling, Telling]]) -> list[Likeness]:
    open_pairs = ((one, other) for one, other in pairs if apart(one, other) is None)
    return [link for one, other in open_pairs if (link := likeness(one, other)).points >= SAME]


def clusters(tellings: Sequence[Telling], linked: Sequence[Likeness]) -> list[tuple[str, ...]]:
    """The ids of the tellings' events in groups, each group and the list of them sorted.

    The strongest links are taken first, and those of denials after all others.
    """
    by_id = {telling.event.id: telling for telling in tellings}
    group = {one: [one] for one in by_id}
    denying = {one for one, telling in by_id.items() if telling.denies}
    order = sorted(linked, key=lambda k: (not denying.isdisjoint((k.one, k.other)), -k.points, k.one, k.other))
    for link in order:
        first, second = group[link.one], group[link.other]
        if first is second or _exclude(by_id, first, second) or _meet_in_a_denial(by_id, link, first, second):
            continue
        first += second
        for one in second:
            group[one] = first
    return sorted({tuple(sorted(ids)) for ids in group.values()})


def _exclude(by_id: dict[str, Telling], some: list[str], others: list[str]) -> bool:
    return any(apart(by_id[a], by_id[b]) is not None for a, b in product(some, others))


def _meet_in_a_denial(by_id: dict[str, Telling], link: Likeness, some: list[str], others: list[str]) -> bool:
    """Whether all that would bring two happenings together is a denial that fits both."""
    if not (by_id[link.one].denies or by_id[link.other].denies):
        return False
    return all(any(not by_id[one].denies for one in group) for group in (some, others))


def keys(telling: Telling) -> frozenset[str]:
    """What it must share with another to be compared: the page, or a day with what both may have in common on it."""
    own = set(_places_and_figures(telling))
    return frozenset({f"page {telling.page}", *(f"{day} {key}" for day, key in product(days_of(telling.event), own))})


def _blocks(tellings: Sequence[Telling]) -> dict[str, list[int]]:
    """Positions of tellings by key."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for position, telling in enumerate(tellings):
        for key in keys(telling):
            blocks[key].append(position)
    return blocks


def _places_and_figures(telling: Telling) -> Iterator[str]:
    yield from cells(telling.event)
    yield from (f"figure {kind} {unit} {low} {high}" for kind, unit, low, high in figures(telling.event))
