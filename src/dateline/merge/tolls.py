"""How many, by whose count: figures for the same people stand side by side, and a range is derived from them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dateline.merge.names import head, party_key
from dateline.model.claim import Count, CountKind
from dateline.model.incident import Figure, Telling, Toll

_ANYBODY = frozenset({"people", "person", "other", "dead", "victim", "them", "casualty", ""})
_Key = tuple[CountKind, str, str]


def tolls(tellings: Sequence[Telling]) -> tuple[Toll, ...]:
    """One toll for each kind of harm and whom it befell, from figures for this incident alone.

    Totals over more than the incident and parts of another figure are left out, and so are tellings that deny it.
    """
    by_key: dict[_Key, list[Figure]] = defaultdict(list)
    for telling in tellings:
        for count in _own_counts(telling):
            by_key[count.kind, count.unit, _whom(count.who)].append(_figure(telling, count))
    return tuple(_toll(*key[:2], found) for key, found in sorted(_with_anybody(by_key).items()))


def _own_counts(telling: Telling) -> Iterator[Count]:
    counts = () if telling.denies else telling.event.claim.counts
    return (count for count in counts if count.scope == "incident" and count.part_of is None)


def _whom(who: str) -> str:
    """The noun for those counted, "" for people of any sort."""
    noun = head(who)
    return "" if noun in _ANYBODY else noun


def _with_anybody(by_key: dict[_Key, list[Figure]]) -> dict[_Key, list[Figure]]:
    """Figures for "people" go with those for the only sort of people that others count."""
    found = dict(by_key)
    for kind, unit, _ in [key for key in by_key if key[2] == ""]:
        sorts = [key for key in by_key if key[:2] == (kind, unit) and key[2]]
        if len(sorts) == 1:
            found[sorts[0]] = [*by_key[sorts[0]], *found.pop((kind, unit, ""))]
    return found


def _figure(telling: Telling, count: Count) -> Figure:
    return Figure(event=telling.event.id, who=count.who, low=count.low, high=count.high, voices=telling.voices)


def _toll(kind: CountKind, unit: str, figures: Sequence[Figure]) -> Toll:
    lows, highs = ([getattr(figure, side) for figure in figures] for side in ("low", "high"))
    whos = Counter(figure.who for figure in figures if _whom(figure.who)) or Counter(figure.who for figure in figures)
    return Toll(
        kind=kind,
        who=min(whos, key=lambda who: (-whos[who], who)),
        unit=unit,
        low=None if None in lows else min(lows),
        best=_best(figures),
        high=None if None in highs else max(highs),
        figures=tuple(figures),
        derivation=_derivation(figures),
    )


def _best(figures: Iterable[Figure]) -> int | None:
    """The figure that most parties give; None where two are given by as many. Nobody counts twice for one figure."""
    parties: dict[int, set[str]] = defaultdict(set)
    for figure in figures:
        number = figure.low if figure.low is not None else figure.high
        if number is not None and (figure.low == figure.high or None in (figure.low, figure.high)):
            parties[number] |= {party_key(voice.party) for voice in figure.voices}
    ranked = sorted(parties, key=lambda number: -len(parties[number]))
    if len(ranked) > 1 and len(parties[ranked[0]]) == len(parties[ranked[1]]):
        return None
    return ranked[0] if ranked else None


def _derivation(figures: Sequence[Figure]) -> str:
    if len(figures) == 1:
        return "the only figure"
    return f"least and most of {len(figures)} figures; best is the one that most parties give, if one is"
