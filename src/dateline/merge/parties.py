"""Who is said to have done it and to whom, and how each voice stands to that: it states it, alleges it or denies it.

Being sure of what happened is kept apart from being sure of who did it: "jets believed to be theirs" is an allegation.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from dateline.knowledge.folding import fold
from dateline.knowledge.words import word_classes
from dateline.merge.voices import heard_first
from dateline.model.claim import Basis
from dateline.model.event import Actor, Event
from dateline.model.incident import Telling, Voice
from dateline.model.standing import Party
from dateline.reckoning.names import head, speaks_for, telling_words

_BASES: tuple[Basis, ...] = ("stated", "alleged", "inferred")
_MOVED = "displacement"  # its agents are those who move


@dataclass(frozen=True, slots=True)
class _Naming:
    """An actor as one telling names it."""

    actor: Actor
    telling: Telling


def held_responsible(tellings: Sequence[Telling]) -> tuple[Party, ...]:
    """The parties that tellings name as having done it, most firmly named first; of a flight there are none."""
    return _parties(tellings, lambda event: () if event.claim.type == _MOVED else event.agents)


def hit(tellings: Sequence[Telling]) -> tuple[Party, ...]:
    """Whom or what tellings say that it was done to."""
    return _parties(tellings, lambda event: event.targets)


def _parties(tellings: Sequence[Telling], named: Callable[[Event], Sequence[Actor]]) -> tuple[Party, ...]:
    groups: list[list[_Naming]] = []
    for telling in tellings:
        for actor in named(telling.event):
            same = next((group for group in groups if is_one_party(group[0].actor, actor)), None)
            if same is None:
                groups.append([_Naming(actor, telling)])
            else:
                same.append(_Naming(actor, telling))
    found = [_party(group, tellings) for group in groups]
    return tuple(sorted(found, key=lambda party: (_BASES.index(party.basis), -len(party.stated_by), party.name)))


def is_one_party(one: Actor, other: Actor) -> bool:
    """Whether two names are of one party: one entry of the actor list, else the same words or the same telling ones."""
    if one.id is not None and other.id is not None:
        return one.id == other.id
    first, second = telling_words(one.name), telling_words(other.name)
    return fold(one.name) == fold(other.name) or bool(first and first == second and head(one.name) == head(other.name))


def _party(group: Sequence[_Naming], tellings: Sequence[Telling]) -> Party:
    listed = next((naming.actor for naming in group if naming.actor.id is not None), group[0].actor)
    owned = [voice for naming in group for voice in naming.telling.voices if speaks_as(voice, listed)]
    return Party(
        name=listed.name,
        id=listed.id,
        basis=min((naming.actor.basis for naming in group), key=_BASES.index),
        stated_by=heard_first(v for n in group if n.actor.basis != "alleged" for v in n.telling.voices),
        alleged_by=heard_first(v for n in group if n.actor.basis == "alleged" for v in _alleging(n)),
        denied_by=heard_first(_denying(group, listed, tellings)),
        owned_by=heard_first(owned),
    )


def compete(one: Party, other: Party) -> bool:
    """Whether two are surely not one: their names tell them apart, or one is of rebels and the other of an army.

    "The coalition" may be "the US-led coalition", and a suicide bomber may be anybody's.
    """
    first, second = ((telling_words(party.name), head(party.name)) for party in (one, other))
    hands, rebels, forces = (word_classes()[name] for name in ("itself", "gunmen", "forces"))
    if {first[1], second[1]} & hands:
        return False
    if first[0] and second[0]:
        return not first[0] & second[0] and (one.id is None or one.id != other.id)
    return any(p in rebels and q in forces - rebels for p, q in permutations((first[1], second[1])))


def speaks_as(voice: Voice, actor: Actor) -> bool:
    """Whether a voice speaks for the actor itself."""
    return speaks_for(voice.party, actor.name) or voice.id == actor.id is not None


def _alleging(naming: _Naming) -> Iterator[Voice]:
    """Those of whom the words say that they allege it; else whoever tells it."""
    carrier = next((voice.carrier for voice in naming.telling.voices), None)
    for name in naming.actor.alleged_by:
        known = next((voice for voice in naming.telling.voices if voice.speaker == name), None)
        yield known or Voice(speaker=name, party=name, carrier=carrier)
    if not naming.actor.alleged_by:
        yield from naming.telling.voices


def _denying(group: Sequence[_Naming], actor: Actor, tellings: Sequence[Telling]) -> Iterator[Voice]:
    """Who denies a telling that names the party, or denies any for the party itself."""
    for naming in group:
        yield from naming.telling.denials
    for telling in tellings:
        yield from (voice for voice in telling.denials if speaks_as(voice, actor))
