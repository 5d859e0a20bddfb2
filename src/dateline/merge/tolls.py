"""How many, by whose count: figures for the same people stand side by side, and a range is derived from them.

A source's later figure takes the place of its earlier one, which stays to be seen. Parts of a figure stand under it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.merge.derivation import derive
from dateline.merge.revised import superseded
from dateline.merge.spans import is_total
from dateline.model.claim import Count, CountKind
from dateline.model.incident import Figure, Telling, Toll
from dateline.reckoning.people import ANYBODY, is_of_an_age, noun_of, sort_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A count with its figure, and the counts that are said to be parts of it, each with its figure."""

    count: Count
    figure: Figure
    parts: tuple["Told", ...]


_Key = tuple[CountKind, str, str]
_Groups = Mapping[_Key, Sequence[Told]]


def tolls(tellings: Sequence[Telling]) -> tuple[Toll, ...]:
    """One toll for each kind of harm and whom it befell, from figures for this incident alone.

    Totals over more than the incident are left out, and so are tellings that nobody stands behind.
    """
    return _tolls(told for telling in tellings for told in _told(telling, totals=False))


def totals(telling: Telling) -> tuple[Toll, ...]:
    """The figures of one telling that count more than one happening."""
    return _tolls(_told(telling, totals=True))


def _told(telling: Telling, *, totals: bool) -> Iterator[Told]:
    """The wholes among its counts, of this happening or over several, each with its parts."""
    if telling.denies or telling.dropped_by is not None:
        return
    counts = telling.event.claim.counts
    figures = superseded([_figure(telling, count) for count in counts], counts, telling.event.claim.sentence)

    def below(whole: int | None) -> Iterator[Told]:
        for at, count in enumerate(counts):
            if count.part_of == whole and (whole is not None or is_total(telling.event, count) == totals):
                yield Told(count=count, figure=figures[at], parts=tuple(below(at)))

    yield from below(None)


def _figure(telling: Telling, count: Count) -> Figure:
    return Figure(
        event=telling.event.id,
        who=count.who,
        low=count.low,
        high=count.high,
        voices=telling.voices,
        stamp=telling.stamp,
    )


def _tolls(told: Iterable[Told]) -> tuple[Toll, ...]:
    by_key: dict[_Key, list[Told]] = defaultdict(list)
    for one in told:
        by_key[one.count.kind, one.count.unit, noun_of(one.count.who)].append(one)
    return tuple(_toll(*key[:2], found) for key, found in sorted(_with_anybody(_with_kindred(by_key)).items()))


def _toll(kind: CountKind, unit: str, told: Sequence[Told]) -> Toll:
    whos = Counter(t.count.who for t in told if noun_of(t.count.who)) or Counter(t.count.who for t in told)
    statuses = {t.count.status for t in told if noun_of(t.count.who) or len(told) == 1}
    derived = derive([one.figure for one in told])
    return Toll(
        kind=kind,
        who=min(whos, key=lambda who: (-whos[who], who)),
        unit=unit,
        low=derived.low,
        best=derived.best,
        high=derived.high,
        figures=derived.figures,
        derivation=derived.words,
        status=statuses.pop() if len(statuses) == 1 else None,
        parts=_tolls(part for one in told for part in one.parts),
    )


def _with_kindred(by_key: _Groups) -> _Groups:
    """Figures of several tellings for one sort of people are for the same: the villagers of one, residents of another.

    What one telling counts side by side stays apart.
    """
    found = dict(by_key)
    for one, other in combinations(sorted(by_key), 2):
        alike = one[:2] == other[:2] and sort_of(one[2]) == sort_of(other[2]) != ANYBODY
        if alike and one in found and other in found and not _side_by_side(found[one], found[other]):
            found[one] = [*found[one], *found.pop(other)]
    return found


def _with_anybody(by_key: _Groups) -> _Groups:
    """Figures for "people" go with those for the only sort of people that others count."""
    found = dict(by_key)
    for kind, unit, _ in [key for key in by_key if key[2] == ANYBODY]:
        sorts = [key for key in by_key if key[:2] == (kind, unit) and key[2] != ANYBODY and not is_of_an_age(key[2])]
        nobody = (kind, unit, ANYBODY)
        if len(sorts) == 1 and not _side_by_side(by_key[sorts[0]], by_key[nobody]):
            found[sorts[0]] = [*by_key[sorts[0]], *found.pop(nobody)]
    return found


def _side_by_side(some: Iterable[Told], others: Iterable[Told]) -> bool:
    return not {one.figure.event for one in some}.isdisjoint(one.figure.event for one in others)
