"""A claim as it stands in its report, with what else is told there: what the signs of `judge_signs` look at."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.knowledge.types import TYPES
from dateline.model.claim import Claim
from dateline.model.text import Reading, Sentence, Token

_SLOTS: Final = ("agents", "targets", "places", "time", "counts", "sources", "means")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim, the head `i` of its trigger and its sentence.

    `beside` are the other claims of the sentence; `new` names what it states that no earlier claim of its coarse group
    stated; `told` is how many claims the report makes.
    """

    reading: Reading
    claim: Claim
    i: int
    sentence: Sentence
    beside: tuple[Claim, ...]
    shares_place: bool
    new: tuple[str, ...]
    told: int

    @property
    def token(self) -> Token:
        """The trigger's head."""
        return self.reading.tokens[self.i]

    @property
    def rivals(self) -> tuple[Claim, ...]:
        """The claims beside it that are of its coarse group."""
        return tuple(c for c in self.beside if TYPES[c.type] == TYPES[self.claim.type])


def candidates(reading: Reading, claims: Sequence[Claim]) -> Iterator[Candidate]:
    """The claims of a report in reading order, each with its surroundings."""
    starts = {token.start: token.i for token in reading.tokens}
    together: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        together[claim.sentence.start].append(claim)
    places = Counter((claim.type, name) for claim in claims for name in _places(claim))
    stated: dict[str, set[object]] = defaultdict(set)
    for claim in claims:
        i = head_of(reading, starts[claim.trigger.start], claim.trigger.end)
        before = stated[TYPES[claim.type]]
        yield Candidate(
            reading=reading,
            claim=claim,
            i=i,
            sentence=reading.sentences[reading.sentence_of[i]],
            beside=tuple(c for c in together[claim.sentence.start] if c is not claim),
            shares_place=any(places[claim.type, name] > 1 for name in _places(claim)),
            new=tuple(name for name, part in _PARTS.items() if part(claim) - before),
            told=len(claims),
        )
        before |= {value for part in _PARTS.values() for value in part(claim)}


def head_of(reading: Reading, first: int, end: int) -> int:
    """The word of the trigger that its others hang on."""
    last = first
    while last + 1 < len(reading.tokens) and reading.tokens[last + 1].end <= end:
        last += 1
    above = ((w, reading.tokens[w].head) for w in range(first, last + 1))
    return next((w for w, head in above if head == w or not first <= head <= last), first)


def filled(claim: Claim) -> int:
    """How many of its slots a claim fills."""
    return sum(bool(getattr(claim, slot)) for slot in _SLOTS)


def _parties(claim: Claim) -> set[object]:
    return {("party", m.name.lower()) for m in (*claim.agents, *claim.targets)}


def _places(claim: Claim) -> set[object]:
    return {("place", p.name.lower()) for p in claim.places}


def _figures(claim: Claim) -> set[object]:
    return {(c.kind, c.low, c.high) for c in claim.counts}


_PARTS: Final[dict[str, Callable[[Claim], set[object]]]] = {
    "parties": _parties,
    "places": _places,
    "figures": _figures,
}
