"""Which figures a later figure of the same source replaces: by the stamps of the reports, else by the words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.how_many import how_many
from dateline.merge.copied import carrier_of
from dateline.merge.stamps import is_later
from dateline.merge.voices import party_of
from dateline.model.claim import Count
from dateline.model.incident import Figure, Voice
from dateline.model.text import Span

# Words before a figure that make it the former one: "raising an earlier toll of", "up from", "first put at".
_FORMER = re.compile(
    r"\b(?:(?:earlier|previous|initial|preliminary|former|first|original)\s+(?:\w+\s+){0,3}?(?:of|at|was|were|stood at)"
    r"|(?:up|down|revised|raised|risen|rose|increased|corrected)\s+(?:\w+\s+){0,2}?from"
    r"|from (?:an?|the) (?:earlier|previous|initial)(?:\s+\w+){0,3}?"
    r"|(?:initially|previously|earlier|at first)\s+(?:\w+\s+){0,3}?)\s*(?:at least|more than|about|some|around)?\s*$",
    re.IGNORECASE,
)


def superseded(figures: Sequence[Figure], counts: Sequence[Count], sentence: Span) -> list[Figure]:
    """The figures of one telling, in the order of its counts, those marked that its sentence itself calls former."""
    former = [bool(_FORMER.search(_before(count, sentence))) for count in counts]

    def newer(at: int) -> Figure | None:
        rivals = (k for k in range(len(counts)) if not former[k] and _counts_alike(counts[k], counts[at]))
        return next((figures[k] for k in rivals), None) if former[at] else None

    return [_marked(figure, newer(at), "its report calls this the earlier figure") for at, figure in enumerate(figures)]


def _counts_alike(one: Count, other: Count) -> bool:
    return (one.kind, one.unit, one.part_of, one.scope) == (other.kind, other.unit, other.part_of, other.scope)


def _before(count: Count, sentence: Span) -> str:
    """The words of the sentence before a count; "" where it stands in another sentence."""
    return sentence.text[: max(0, count.words.start - sentence.start)] if sentence.covers(count.words) else ""


def by_later_reports(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those marked that each of their sources has replaced by another figure in a later report."""
    return [figure if figure.superseded else _by_later(figure, figures) for figure in figures]


def _by_later(figure: Figure, figures: Sequence[Figure]) -> Figure:
    standing = [one for one in figures if one.superseded is None and is_later(one.stamp, figure.stamp)]
    newer = [[one for one in standing if any(is_one_source(v, voice) for v in one.voices)] for voice in figure.voices]
    if not newer or not all(newer):
        return figure
    newest = max((one for found in newer for one in found), key=lambda one: one.stamp or "")
    return _marked(figure, newest, f"a report of {newest.stamp}")


def is_one_source(one: Voice, other: Voice) -> bool:
    """Whether both are surely one source: of one party, and with a name of its own or heard by one outlet or agency.

    "Medics" whom two agencies heard may be different medics.
    """
    named = one.id is not None or any(word[:1].isupper() for word in one.party.split()[1:] or [one.party])
    return party_of(one) == party_of(other) and (named or carrier_of(one) == carrier_of(other))


def _marked(figure: Figure, newer: Figure | None, why: str) -> Figure:
    if newer is None or _number(newer) == _number(figure):
        return figure
    return replace(figure, superseded=f"{how_many(newer.low, newer.high)}: {why}")


def _number(figure: Figure) -> tuple[int | None, ...]:
    """Its number, or two for a word of number: "48" and "48 or more" give one number."""
    return tuple(sorted({end for end in (figure.low, figure.high) if end is not None}))
