"""What two tellings must share to be compared: a page, a day or week with what both may have in common on it, or words.

A telling has a bounded number of keys: of its places the first few count, and a stretch of days is looked for by its
weeks. So what is like a new telling can be found in a table of keys, however many tellings there are.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain, combinations, islice, product

from dateline.merge import kinds, words
from dateline.merge.figures import figures
from dateline.merge.when import days_of
from dateline.model.incident import Telling
from dateline.reckoning.names import things_hit
from dateline.reckoning.where import cells

_SHORT = 4  # days of which each is a key
_A_WEEK = 7
_MOST_PLACED, _MOST = 30, 8  # of the keys that places give, each several, and of those of each other kind
_WEEK = "week"


def keys(telling: Telling) -> frozenset[str]:
    """Two tellings are compared only if they share one of these."""
    dated = (f"{time} {what}" for time, what in product(_times(telling), set(_held(telling))))
    return frozenset({f"page {telling.page}", *dated, *_words(telling)})


def pairs(
    tellings: Iterable[Telling], fresh: Collection[str] | None = None, under: Callable[[str], bool] = bool
) -> Iterator[tuple[Telling, Telling]]:
    """The pairs to compare, each once; with `fresh`, ids of events, those that have one of these.

    Two that are told to the day are compared only if they share a day: of a week they may share they are left out.
    `under` chooses the keys to look under; without it, all.
    """
    by_id = {telling.event.id: telling for telling in tellings}
    chosen = ((key, block) for key, block in blocks(by_id.values()).items() if len(block) > 1 and under(key))
    found = {pair for key, block in chosen for pair in _in_block(key, block, fresh)}
    return ((by_id[one], by_id[other]) for one, other in sorted(found))


def blocks(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """The tellings under each key, by event id."""
    found: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.event.id):
        for key in keys(telling):
            found[key].append(telling)
    return found


def _in_block(key: str, block: list[Telling], fresh: Collection[str] | None) -> Iterator[tuple[str, str]]:
    """The pairs of ids, the first in order first; of a week's block, those with one that is told for longer."""
    ids = [telling.event.id for telling in block]
    long = {telling.event.id for telling in block if not _is_short(telling)} if key.startswith(_WEEK) else set(ids)
    if long:
        met = (pair for pair in combinations(ids, 2) if not long.isdisjoint(pair))
        yield from (pair for pair in met if fresh is None or pair[0] in fresh or pair[1] in fresh)


def _times(telling: Telling) -> list[str]:
    days = days_of(telling.event)
    weeks = [f"{_WEEK} {week}" for week in sorted({day // _A_WEEK for day in days})]
    return weeks + [f"day {day}" for day in days] if _is_short(telling) else weeks


def _is_short(telling: Telling) -> bool:
    return len(days_of(telling.event)) <= _SHORT


def _held(telling: Telling) -> Iterator[str]:
    """Places, figures, things hit, and the words that its page is about."""
    event = telling.event
    numbers = (f"figure {kind} {unit} {low} {high}" for kind, unit, low, high in sorted(figures(event), key=str))
    hit = (f"hit {thing}" for thing in sorted(things_hit(event)))
    about = (f"about {word}" for word in words.top_words(telling))
    parts = (cells(event), _MOST_PLACED), (numbers, _MOST), (hit, _MOST), (about, _MOST)
    return chain.from_iterable(islice(some, most) for some, most in parts)


def _words(telling: Telling) -> Iterator[str]:
    """For what is only called by a word: this word with each of the most telling ones of its page."""
    if kinds.is_bare(telling.event):
        yield from (f"word {words.word_of(telling)} {word}" for word in words.top_words(telling))
