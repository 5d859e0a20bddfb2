"""Merging in parts, each of a region and a month, that together give what merging at once gives.

Two tellings are compared only if they share a key (`keys.keys`), and every key belongs to one part; so each goes to all
parts that its keys belong to, and no pair is lost at the end of a month, at the edge of a cell, or for want of a
place. Parts can be linked one after another or side by side; what hangs together over several of them is grouped once
all have been linked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from zlib import crc32

from dateline.merge.cluster import clusters, components, linked
from dateline.merge.keys import keys, pairs
from dateline.model.incident import Likeness, Telling
from dateline.model.judgement import Judgement

_DRAWERS = 16
_CELLS = 8  # of `where.cells`, half a degree each, along a side of a region


def partitioned(tellings: Iterable[Telling], judgements: Iterable[Judgement] = ()) -> list[tuple[str, ...]]:
    """What `cluster.clusters` gives over all tellings and their links, made part by part."""
    by_id = {telling.event.id: telling for telling in tellings}
    found = {link for part, some in parts(by_id.values()).items() for link in links_of(part, some)}
    return sorted(joined(by_id, found, list(judgements)))


def parts(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """The tellings of each part; one that may be linked over a border is in several."""
    found: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for part in {part_of(key) for key in keys(telling)}:
            found[part].append(telling)
    return found


def links_of(part: str, tellings: Iterable[Telling]) -> list[Likeness]:
    """The links within a part, by the keys that belong to it."""
    return linked(pairs(tellings, under=partial(_belongs, part)))


def joined(
    by_id: dict[str, Telling], links: Iterable[Likeness], judgements: list[Judgement]
) -> Iterator[tuple[str, ...]]:
    """The groups, made for each of those that hang together by itself."""
    found = list(links)
    together = components(by_id.values(), found, judgements)
    number = {one: place for place, group in enumerate(together) for one in group}
    within: defaultdict[int, list[Likeness]] = defaultdict(list)
    for link in found:
        within[number[link.one]].append(link)
    judged: defaultdict[int, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.one in number and judgement.other in number:
            judged[number[judgement.one]].append(judgement)
    for place, group in enumerate(together):
        yield from clusters([by_id[one] for one in group], within[place], judged[place])


def part_of(key: str) -> str:
    """The part that a key belongs to: the region of its cell, or a drawer, and the month in which its time begins."""
    kind, number, *rest = key.split(" ")
    if kind not in ("day", "week"):
        return f"{kind} {_drawer(number)}"
    day = date.fromordinal(int(number) * (7 if kind == "week" else 1))
    return f"{day:%Y-%m} {_region(rest)}"


def _region(held: list[str]) -> str:
    """Eight cells by eight, or, for what has no cell, one of some drawers for its kind."""
    kind, *words = held
    if kind == "cell":
        return " ".join(("cell", *(str(int(word) // _CELLS) for word in words)))
    return f"{kind} {_drawer(' '.join(words))}"


def _drawer(name: str) -> int:
    return crc32(name.encode()) % _DRAWERS


def _belongs(part: str, key: str) -> bool:
    return part_of(key) == part
