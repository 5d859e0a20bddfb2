"""Which of the places that a name may mean is asked for: a table of small measures, each with its words.

What a place is worth is the sum of the measures; the one in which it falls most behind the place before it is the
reason for where it stands.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from dateline.knowledge.folding import fold, likeness
from dateline.knowledge.gazetteer import Candidate
from dateline.knowledge.gazetteer_rows import kilometres

_CLOSE_KM, _FAR_KM = 5.0, 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for: a name, and perhaps a point near which it lies and what that is called."""

    name: str
    near: tuple[float, float] | None = None
    near_name: str | None = None

    def km(self, place: Candidate) -> float | None:
        """How far the place lies from the point, None where either is not known."""
        return kilometres(self.near, place.point) if self.near and place.point else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A place with what speaks for it, in words, and why it stands behind the one before it (None for the first)."""

    place: Candidate
    km: float | None
    worth: float
    reasons: tuple[str, ...]
    behind: str | None


def ranked(places: Iterable[Candidate], wanted: Wanted) -> list[Ranked]:
    """The places, the likeliest first."""
    ordered = sorted(places, key=lambda place: (-_worth(place, wanted), place.key))
    before = [None, *ordered]
    return [
        Ranked(
            place=place,
            km=wanted.km(place),
            worth=round(_worth(place, wanted), 2),
            reasons=tuple(words for _, words, _ in _measured(place, wanted) if words),
            behind=_behind(place, other, wanted) if other else None,
        )
        for other, place in zip(before, ordered, strict=False)
    ]


_Measured = tuple[float, str | None, str]
"""What a measure is worth, its words where it speaks for a place, and those for falling behind in it."""


def _by_name(place: Candidate, wanted: Wanted) -> _Measured:
    alike = likeness(fold(wanted.name), fold(place.name))
    words = "exactly this name" if place.exact else "a name that sounds so"
    return (4.0 if place.exact else 2.0 * alike), words, "its name only sounds so"


def _by_main_name(place: Candidate, wanted: Wanted) -> _Measured:
    mainly = fold(wanted.name) == fold(place.name)
    return (1.0 if mainly else 0.0), ("mainly called so" if mainly else None), "it is mainly called otherwise"


def _by_nearness(place: Candidate, wanted: Wanted) -> _Measured:
    km = wanted.km(place)
    if km is None:
        return 0.0, None, "where it lies is not known"
    step = math.log10(min(max(km, _CLOSE_KM), _FAR_KM) / _CLOSE_KM) / math.log10(_FAR_KM / _CLOSE_KM)
    return 8.0 * (1 - step), f"{km:,.0f} km from {wanted.near_name or 'there'}", "it lies farther away"


def _by_people(place: Candidate, wanted: Wanted) -> _Measured:
    words = f"{place.population:,} people" if place.population else None
    people = place.population or _UNCOUNTED.get(place.kind, 0)
    return 0.6 * math.log10(1 + people), words, "it has fewer people, or their number is not known"


def _by_kind(place: Candidate, wanted: Wanted) -> _Measured:
    worth, words = _KINDS.get(place.kind, (0.0, None))
    return worth, words, "it is a lesser kind of place"


_UNCOUNTED: Final = {"region": 1_000_000, "admin1": 50_000, "admin2": 10_000, "admin3": 2_000}
"""What an area counts for whose people nobody told: few have fewer."""
_KINDS: Final = {
    "country": (3.0, "a country"),
    "region": (2.0, "a large region"),
    "admin1": (0.5, "a province"),
    "admin2": (-0.5, None),
    "admin3": (-0.5, None),
}
MEASURES: Final[tuple[Callable[[Candidate, Wanted], _Measured], ...]] = (
    _by_name,
    _by_main_name,
    _by_nearness,
    _by_people,
    _by_kind,
)


def _measured(place: Candidate, wanted: Wanted) -> list[_Measured]:
    return [measure(place, wanted) for measure in MEASURES]


def _worth(place: Candidate, wanted: Wanted) -> float:
    return sum(worth for worth, _, _ in _measured(place, wanted))


def _behind(place: Candidate, other: Candidate, wanted: Wanted) -> str:
    """The words of the measure in which a place falls most behind another."""
    pairs = zip(_measured(place, wanted), _measured(other, wanted), strict=True)
    gaps = [(theirs[0] - ours[0], ours[2]) for ours, theirs in pairs]
    most, words = max(gaps, key=lambda gap: gap[0])
    return words if most > 0 else "nothing tells it from the one before"
