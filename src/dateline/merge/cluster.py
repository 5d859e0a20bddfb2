"""Events that are linked, directly or through others, are one incident, in whatever order they come."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from dateline.knowledge.types import TYPES
from dateline.merge.compare import SAME, is_comparable, likeness
from dateline.model.event import Event
from dateline.model.incident import Likeness, Telling

_MOST_DAYS = 31


def links(tellings: Sequence[Telling]) -> list[Likeness]:
    """The pairs judged one happening, among those that share a block. What one page tells apart stays apart."""
    events = [telling.event for telling in tellings]
    pairs = {
        tuple(sorted((a, b)))
        for block in _blocks(events).values()
        for a, b in combinations(block, 2)
        if tellings[a].page != tellings[b].page
    }
    found = (likeness(events[a], events[b]) for a, b in sorted(pairs) if is_comparable(events[a], events[b]))
    return sorted((one for one in found if one.points >= SAME), key=lambda one: (one.one, one.other))


def components(ids: Iterable[str], linked: Iterable[Likeness]) -> list[tuple[str, ...]]:
    """The ids in groups that hang together, each group and the list of them sorted."""
    parent = {one: one for one in ids}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for link in linked:
        low, high = sorted((root(link.one), root(link.other)))
        parent[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for one in parent:
        groups[root(one)].append(one)
    return sorted(tuple(sorted(group)) for group in groups.values())


def _blocks(events: Sequence[Event]) -> dict[tuple[str, int], list[int]]:
    """Events by coarse group and day, each under every day of a span of up to a month."""
    blocks: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, event in enumerate(events):
        for day in _days(event):
            blocks[TYPES[event.claim.type], day].append(n)
    return blocks


def _days(event: Event) -> Iterator[int]:
    if event.date is None:
        return
    first, last = event.date.start.toordinal(), event.date.end.toordinal()
    yield from range(first, min(last, first + _MOST_DAYS) + 1)
