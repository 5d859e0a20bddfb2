"""A thing told twice in one report is one claim, anchored where it is told most fully.

A bare "the attack" or "that raid" speaks of the last act told before it. Two other tellings are one when they are of
one type and modality, share at least two things that both state, and nothing that either states stands against the
other: agents, targets, places, days, figures and speakers agree or are unstated on one side.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Literal, TypeVar

from dateline.extract.tolls_told import figures_agree, is_same_toll, sharpened
from dateline.knowledge.types import TYPES
from dateline.knowledge.words import word_classes
from dateline.model.claim import Claim, Count, Mention, PlaceMention, TimeMention

T = TypeVar("T")
# Whether a word speaks of an act told before: "the attack" does, "the attack on the market" may.
Pointing = Literal["back", "perhaps", "no"]
Test = Callable[[Claim, Claim], bool]
_LEAST_SHARED = 2
# Characters between a sentence and the next one: a blank or a new paragraph.
_NEXT = 3
_PARTS_OF_DAY = frozenset(
    "on in at the of early late earlier later hours morning afternoon evening night noon dawn before".split()
)
_ANOTHER_TIME = frozenset("last next previous following ago past since until".split())


def told_once(told: Iterable[tuple[Claim, Pointing]]) -> tuple[Claim, ...]:
    """The claims without those that only repeat another, in reading order; each comes with whether it points back."""
    kept: list[Claim] = []
    for claim, pointing in told:
        before = _POINTED[pointing](kept, claim)
        if before is not None:
            _join(kept, before, claim)
            continue
        twin = next((k for k, other in enumerate(kept) if _is_same_telling(other, claim)), None)
        if twin is None:
            kept.append(claim)
        else:
            kept[twin] = _fuller(kept[twin], claim)
    return tuple(sorted(kept, key=lambda c: (c.sentence.start, c.trigger.start)))


# ---- pointing back ------------------------------------------------------------------------------
def _pointed_at(kept: list[Claim], claim: Claim) -> int | None:
    """The last act told before that "the attack" can mean: one of its type first, else any violent one."""
    if TYPES[claim.type] != "violence":
        fitting = [k for k, other in enumerate(kept) if other.type == claim.type]
    else:
        same = [k for k, other in enumerate(kept) if other.type == claim.type]
        fitting = same or [k for k, other in enumerate(kept) if TYPES[other.type] == "violence"]
    fitting = [k for k in fitting if kept[k].sentence != claim.sentence]
    return fitting[-1] if fitting else None


def _completed_by(kept: list[Claim], claim: Claim) -> int | None:
    """The violent act told last, if the sentence after it adds figures of kinds that it did not tell."""
    violent = [k for k, other in enumerate(kept) if TYPES[other.type] == "violence"]
    if not violent or TYPES[claim.type] != "violence" or not claim.counts:
        return None
    last = kept[violent[-1]]
    follows = 0 < claim.sentence.start - last.sentence.end <= _NEXT
    added = not {c.kind for c in claim.counts} & {c.kind for c in last.counts}
    fits = follows and added and last.background == claim.background and _times_agree(last, claim)
    return violent[-1] if fits and _agents_agree(last, claim) else None


def _nothing(kept: list[Claim], claim: Claim) -> None:
    return None


_POINTED: dict[Pointing, Callable[[list[Claim], Claim], int | None]] = {
    "back": _pointed_at,
    "perhaps": _completed_by,
    "no": _nothing,
}


def _join(kept: list[Claim], before: int, claim: Claim) -> None:
    """What is added about the act completes it; another figure, accusation or denial is a claim of its own on it."""
    first = kept[before]
    alike = first.asserted == claim.asserted and first.modality == claim.modality
    if alike and _counts_agree(first, claim) and not accuses_anew(first, claim):
        kept[before] = completed(first, claim)
    else:
        kept.append(completed(replace(claim, type=first.type), first))


def accuses_anew(first: Claim, claim: Claim) -> bool:
    """Whether a claim on an act told before lays it, by its own sources, at the door of others, or has it denied.

    Who says so, and who denies it, is then said of the accusation, not of the act.
    """
    told = {(s.name.lower(), s.stance) for s in first.sources}
    added = [s for s in claim.sources if (s.name.lower(), s.stance) not in told]
    named = {m.name.lower() for m in claim.agents} - {m.name.lower() for m in first.agents}
    return any(s.stance == "denies" for s in added) or bool(added and named)


def completed(claim: Claim, other: Claim) -> Claim:
    """The claim, with what it leaves unstated taken from another telling of the same act."""
    return replace(
        claim,
        agents=claim.agents or _inferred(other.agents),
        targets=claim.targets or _inferred(other.targets),
        places=_fuller_places(claim, other),
        time=claim.time or (other.time if other.time is not None and other.time.pattern != "since" else None),
        counts=_all_counts(claim, other),
        means=claim.means or other.means,
        retold=claim.retold or other.retold or claim.sentence != other.sentence,
    )


def _fuller_places(claim: Claim, other: Claim) -> tuple[PlaceMention, ...]:
    """Where it happened outranks where it came from: "a missile fired from Lorvia hit a port in Ordal"."""
    return (_struck(claim) and claim.places) or (_struck(other) and other.places) or claim.places or other.places


def _struck(claim: Claim) -> set[str]:
    return {p.name.lower() for p in claim.places if p.role != "from"}


def _all_counts(claim: Claim, other: Claim) -> tuple[Count, ...]:
    """The figures of a claim, and from the other telling those of kinds that it tells nothing of.

    Figures are not put into another speaker's mouth, and a background total is no part of the news.
    """
    if not claim.counts and (claim.sources == other.sources or not claim.sources):
        return other.counts
    if not claim.counts or not _sources_agree(claim, other) or claim.background or other.background:
        return claim.counts
    counts, told = sharpened(claim.counts, other.counts), {c.kind for c in claim.counts}
    added = [k for k, c in enumerate(other.counts) if c.kind not in told and c.scope == "incident"]
    at = {k: len(claim.counts) + n for n, k in enumerate(added)}
    wholes = (other.counts[k].part_of for k in added)
    parts = (None if whole is None else at.get(whole) for whole in wholes)
    return (*counts, *(replace(other.counts[k], part_of=p) for k, p in zip(added, parts, strict=True)))


def _inferred(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(m if m.basis == "alleged" else replace(m, basis="inferred") for m in mentions)


# ---- telling again ------------------------------------------------------------------------------
def _fuller(one: Claim, other: Claim) -> Claim:
    kept = completed(other, one) if fullness(other) > fullness(one) else completed(one, other)
    if not is_same_toll(one, other):
        return kept
    named = {s.name.lower() for s in kept.sources}
    return replace(
        kept, sources=(*kept.sources, *(s for s in (*one.sources, *other.sources) if s.name.lower() not in named))
    )


def fullness(claim: Claim) -> int:
    """How much a claim states."""
    slots = (claim.agents, claim.targets, claim.places, claim.counts, claim.sources, claim.time)
    return sum(bool(slot) for slot in slots) + len(claim.counts)


def _is_same_telling(one: Claim, other: Claim) -> bool:
    if one.type != other.type or one.modality != other.modality or one.asserted != other.asserted:
        return False
    if one.sentence == other.sentence and one.trigger != other.trigger:
        return one.type == "casualties" and _counts_agree(one, other) and _times_agree(one, other)
    if is_same_toll(one, other) and _agree(_known_agents(one), _known_agents(other)) and _no_time_between(one, other):
        return True
    least = 1 if TYPES[one.type] == "territory" and one.places and other.places else _LEAST_SHARED
    return nothing_against(one, other) and _shared(one, other) >= least


def nothing_against(one: Claim, other: Claim) -> bool:
    """Whether nothing that both state, of agents, targets, places, days, figures and speakers, tells them apart."""
    return all(test(one, other) for test in _TESTS)


def _shared(one: Claim, other: Claim) -> int:
    """How many slots both state."""
    both = zip(_stated(one), _stated(other), strict=True)
    return sum(bool(a) and bool(b) for a, b in both)


def _stated(claim: Claim) -> tuple[object, ...]:
    return claim.agents, claim.targets, claim.places, claim.time, claim.counts


def _agents_agree(one: Claim, other: Claim) -> bool:
    return _agree({m.name.lower() for m in one.agents}, {m.name.lower() for m in other.agents})


def _known_agents(claim: Claim) -> set[str]:
    """The agents who are more than the hand that did it: "a bomber" may be anybody's."""
    return {m.name.lower() for m in claim.agents if m.name.lower().split()[-1] not in word_classes()["itself"]}


def _targets_agree(one: Claim, other: Claim) -> bool:
    return _agree({m.name.lower() for m in one.targets}, {m.name.lower() for m in other.targets})


def _places_agree(one: Claim, other: Claim) -> bool:
    if TYPES[one.type] == "violence":
        return _agree(_struck(one), _struck(other))
    return _agree({p.name.lower() for p in one.places}, {p.name.lower() for p in other.places})


def _times_agree(one: Claim, other: Claim) -> bool:
    if one.time is None or other.time is None:
        return one.background == other.background
    first, second = (_plain_time(time) for time in (one.time, other.time))
    return _agree(first, second) and not (first ^ second) & _ANOTHER_TIME


def _no_time_between(one: Claim, other: Claim) -> bool:
    return one.time is None or other.time is None or _times_agree(one, other)


def _plain_time(time: TimeMention) -> set[str]:
    """ "In the early hours of Sunday" and "on Sunday" are one day."""
    return set(time.words.text.lower().split()) - _PARTS_OF_DAY


def _counts_agree(one: Claim, other: Claim) -> bool:
    return figures_agree(one.counts, other.counts)


def _sources_agree(one: Claim, other: Claim) -> bool:
    first, second = ({s.name.lower() for s in c.sources} for c in (one, other))
    return _agree(first, second)


def _agree(one: set[T], other: set[T]) -> bool:
    return not one or not other or one <= other or other <= one


_TESTS: tuple[Test, ...] = (_agents_agree, _targets_agree, _places_agree, _times_agree, _counts_agree, _sources_agree)
