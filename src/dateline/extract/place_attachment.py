"""Which of a report's places belong to an event: by the way in the parse from the place to the word that names it."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.grammar import ancestors
from dateline.extract.place_found import FoundPlace
from dateline.model.claim import PlaceMention
from dateline.model.text import Reading

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "acl", "parataxis", "csubj", "pcomp"})
_OF_USE = {"site": 0.0, "reference": 0.6, "owner": 1.0}
_TOO_FAR = 9.0


def places_of(trigger: int, reading: Reading, found: Sequence[FoundPlace]) -> tuple[PlaceMention, ...]:
    """The places of the event named by the token `trigger`, most specific only; () where none is said.

    The nearest place of the sentence by clauses crossed, with the other members of its list; where the sentence names none,
    the place that the story is at.
    """
    here = reading.sentence_of[trigger]
    near = [p for p in found if p.sentence == here and p.use in _OF_USE and not p.first <= trigger <= p.last]
    scored = sorted(((_distance(trigger, p, reading), p.first, p) for p in near), key=lambda entry: entry[:2])
    if scored and scored[0][0] <= _TOO_FAR:
        best = scored[0][2]
        chosen = [p for _, _, p in scored if p.list_id == best.list_id or p is best]
        return _mentions(chosen)
    return _inherited(here, reading, found)


def _inherited(here: int, reading: Reading, found: Sequence[FoundPlace]) -> tuple[PlaceMention, ...]:
    return ()


def _mentions(chosen: Sequence[FoundPlace]) -> tuple[PlaceMention, ...]:
    ordered = sorted(chosen, key=lambda place: place.first)
    unique = {place.mention.name: place.mention for place in reversed(ordered)}
    return tuple(reversed(unique.values()))


def _distance(trigger: int, place: FoundPlace, reading: Reading) -> float:
    """How far the place is from the trigger: clauses crossed count most, then words."""
    above_trigger = [trigger, *ancestors(reading, trigger)]
    climb = [place.head, *ancestors(reading, place.head)]
    meeting = next((i for i in climb if i in above_trigger), climb[-1])
    down = climb[: climb.index(meeting)]
    up = above_trigger[: above_trigger.index(meeting)] if meeting in above_trigger else above_trigger
    cost = 3.0 * _clauses(down, reading) + 1.2 * _clauses(up, reading)
    after = place.first > trigger
    return cost + _OF_USE[place.use] + 0.04 * abs(place.first - trigger) + (0.0 if after else 0.3)


def _clauses(path: Sequence[int], reading: Reading) -> float:
    """Clause borders on the way; verbs joined by "and" count half."""
    total = 0.0
    for i in path:
        token = reading.tokens[i]
        if token.dep in _CLAUSES:
            total += 1
        elif token.dep == "conj" and token.pos in ("VERB", "AUX"):
            total += 0.5
    return total


def inherit(mention: PlaceMention) -> PlaceMention:
    """The mention as one that another sentence names."""
    return replace(mention, role="site")
