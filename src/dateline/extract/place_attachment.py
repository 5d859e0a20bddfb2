"""Which of a report's places belong to an event: by the way in the parse from the place to the word that names it."""

from collections.abc import Sequence

from dateline.extract.grammar import ancestors
from dateline.extract.place_found import FoundPlace
from dateline.extract.place_story import named_later, place_of_the_story
from dateline.knowledge.place_words import place_words
from dateline.model.claim import PlaceMention
from dateline.model.text import Reading

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "acl", "parataxis", "csubj", "pcomp"})
_OF_USE = {"site": 0.0, "reference": 0.6, "owner": 1.0}
# Costs, tuned on hand-coded reports: a clause entered costs more than one left, a place before more than one after.
_CLAUSE_DOWN, _CLAUSE_UP, _STEP_DOWN, _STEP_UP, _WORD, _BEFORE = 1.0, 0.5, 0.1, 0.2, 0.1, 1.5
_OF_ANOTHER, _OF_START = 1.5, 1.5
_TOO_FAR = 9.0
_LITTLE_FURTHER = 1.5


def places_of(trigger: int, reading: Reading, found: Sequence[FoundPlace]) -> tuple[PlaceMention, ...]:
    """The places of the event named by the token `trigger`, most specific only; () where none is said.

    The nearest place of the sentence, by clauses crossed and words, with the other members of its list; where the
    sentence names none, the place that the story is at.
    """
    here = reading.sentence_of[trigger]
    near = [p for p in found if p.sentence == here and p.use in _OF_USE and not p.first <= trigger <= p.last]
    scored = sorted(((_distance(trigger, p, reading), p.first, p) for p in near), key=lambda entry: entry[:2])
    if not scored or scored[0][0] > _TOO_FAR:
        return _mentions(place_of_the_story(trigger, reading, found))
    best = _more_specific(scored)
    named = named_later(best, trigger, reading, found)
    return _mentions(named or [p for _, _, p in scored if p.list_id == best.list_id or p is best])


def _more_specific(scored: Sequence[tuple[float, int, FoundPlace]]) -> FoundPlace:
    """The nearest place, or one inside it that is little further: "in Logar province ... in Charkh district"."""
    cost, _, best = scored[0]
    if best.size < 3:
        return best
    inside = [p for far, _, p in scored[1:] if p.size < 3 and p.use == "site" and far <= cost + _LITTLE_FURTHER]
    return inside[0] if inside else best


def _mentions(chosen: Sequence[FoundPlace]) -> tuple[PlaceMention, ...]:
    unique: dict[str, PlaceMention] = {}
    for place in sorted(chosen, key=lambda place: place.first):
        unique.setdefault(place.mention.name, place.mention)
    return tuple(unique.values())


def _distance(trigger: int, place: FoundPlace, reading: Reading) -> float:
    """How far the place is from the trigger: clauses crossed count most, then steps in the parse, then words."""
    above_trigger = [trigger, *ancestors(reading, trigger)]
    climb = [place.head, *ancestors(reading, place.head)]
    meeting = next((i for i in climb if i in above_trigger), climb[-1])
    down = climb[: climb.index(meeting)]
    up = above_trigger[: above_trigger.index(meeting)] if meeting in above_trigger else above_trigger
    cost = _CLAUSE_DOWN * _clauses(down, reading) + _CLAUSE_UP * _clauses(up, reading)
    cost += _STEP_DOWN * len(down) + _STEP_UP * len(up) + _WORD * abs(place.first - trigger)
    cost += _OF_ANOTHER * sum(reading.tokens[i].lower in place_words().happenings for i in down if i != trigger)
    return cost + (_BEFORE if place.first < trigger else 0.0) + _OF_USE[place.use] + _start(trigger, place, reading)


def _start(trigger: int, place: FoundPlace, reading: Reading) -> float:
    """Where something comes from is not where it happens, unless it is about leaving; then where it goes is not."""
    leaving = reading.tokens[trigger].lemma in place_words().leaving
    return _OF_START if place.mention.role == ("to" if leaving else "from") else 0.0


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
