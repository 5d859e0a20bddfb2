"""A range from several figures: the least, the most, and the best, spelled out so that a reader can check it.

Only figures that stand count; the best is the one that most independent sources give, since what one source says ten
times, or ten outlets print of one source, is said once.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.knowledge.how_many import how_many
from dateline.merge.revised import by_later_reports
from dateline.merge.voices import independent_of
from dateline.model.incident import Figure, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """The range, the figures with what supersedes them, and how it came about, in words."""

    low: int | None
    best: int | None
    high: int | None
    figures: tuple[Figure, ...]
    words: str


def derive(figures: Sequence[Figure]) -> Derived:
    """The range of figures for the same people, one at least."""
    marked = by_later_reports(figures)
    standing = [figure for figure in marked if figure.superseded is None] or marked
    lows, highs = ([getattr(figure, side) for figure in standing] for side in ("low", "high"))
    givers = _givers(standing)
    best = _best(givers)
    return Derived(
        low=None if None in lows else min(lows),
        best=best,
        high=None if None in highs else max(highs),
        figures=tuple(marked),
        words="; ".join((*_range(standing), *_of_best(best, givers, standing), *_left_out(marked))),
    )


_Givers = Mapping[int, Sequence[Voice]]


def _givers(figures: Sequence[Figure]) -> _Givers:
    """By number, the independent voices that give it, exactly or as the least or the most."""
    by_number: dict[int, list[Voice]] = defaultdict(list)
    for figure in figures:
        number = figure.low if figure.low is not None else figure.high
        if number is not None and (figure.low == figure.high or None in (figure.low, figure.high)):
            by_number[number] += figure.voices
    return {number: independent_of(said) for number, said in by_number.items()}


def _best(givers: _Givers) -> int | None:
    """The number with most givers; None where two have as many."""
    ranked = sorted(givers, key=lambda number: -len(givers[number]))
    if len(ranked) > 1 and len(givers[ranked[0]]) == len(givers[ranked[1]]):
        return None
    return ranked[0] if ranked else None


# ---- in words -----------------------------------------------------------------------------------
def _range(standing: Sequence[Figure]) -> Iterator[str]:
    """Who gives the least and who the most."""
    if len(standing) == 1:
        yield f"the only figure: {_said(standing[0])}"
        return
    if len({(figure.low, figure.high) for figure in standing}) == 1:
        yield f"all {len(standing)} figures agree: {how_many(standing[0].low, standing[0].high)}"
        return
    ranked = sorted(standing, key=_size)
    yield f"least of {len(ranked)} figures: {_said(ranked[0])}"
    if len(ranked) > 2:
        yield f"between: {', '.join(map(_said, ranked[1:-1]))}"
    yield f"most: {_said(ranked[-1])}"
    open_above = [figure for figure in standing if figure.high is None]
    if open_above:
        yield f"no upper end, since {_who(open_above[0])} gives none"


def _of_best(best: int | None, givers: _Givers, standing: Sequence[Figure]) -> Iterator[str]:
    if len(standing) < 2:
        return
    if best is None:
        yield "no best: none is given by more independent sources than another"
        return
    voices = givers[best]
    if len(voices) > 1:
        yield f"best {best:,}: {len(voices)} independent sources, {_names(voices)}"
    else:
        yield f"best {best:,}: one source, {_names(voices)}"


def _left_out(figures: Sequence[Figure]) -> Iterator[str]:
    yield from (f"superseded: {_said(figure)}, by {figure.superseded}" for figure in figures if figure.superseded)


def _size(figure: Figure) -> tuple[int, int]:
    """For ranking: the figure's lower end, then its upper end."""
    low = figure.low if figure.low is not None else figure.high or 0
    return low, figure.high if figure.high is not None else low


def _said(figure: Figure) -> str:
    return f"{how_many(figure.low, figure.high)} ({_who(figure)})"


def _who(figure: Figure) -> str:
    return _names(figure.voices) or "nobody"


def _names(voices: Sequence[Voice]) -> str:
    return ", ".join(voice.speaker for voice in voices)
