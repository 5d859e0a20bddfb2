"""Who stands behind an incident: a table of statuses, the first whose condition holds. None says "true".

A party takes back what it said where it asserts in an earlier report what it denies in a later one, or is told to
retract it; an outlet where a newer version of its page no longer tells it. What is taken back no longer counts as said.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.knowledge.types import TYPES
from dateline.merge.parties import speaks_as
from dateline.merge.stamps import is_later
from dateline.merge.voices import heard_first, independent, party_of
from dateline.model.incident import IncidentStatus, Telling, Voice

# Acts that somebody is blamed for; to say that one took a town or fought is a claim and no admission.
_BLAMED = frozenset({kind for kind, group in TYPES.items() if group == "violence"} - {"armed_clash"})
_ALSO_BLAMED = frozenset({"siege", "arrest", "withdrawal", "damage"})
_WATCHING = frozenset({"aid or rights group", "media", "witness", "activist"})
"""Kinds of speakers who tell what others did: one of them is named as an agent by mistake."""
_RETRACTING = re.compile(r"\b(?:retract|recant|withdr[ae]w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How those who speak of an incident stand to it, each party once.

    `was_said`: somebody said it once, if only to take it back.
    `turned` are the parties that take back what they said, `taken_back` how they, and pages, do so, in words.
    """

    was_said: bool
    said: tuple[Voice, ...]
    denied: tuple[Voice, ...]
    owned: tuple[Voice, ...]
    turned: frozenset[str]
    taken_back: tuple[str, ...]
    independent: tuple[Voice, ...]


def standing(kind: str, tellings: Sequence[Telling]) -> Standing:
    """Who says it, denies it, owns up to it and takes it back, of an incident of this type."""
    back = _taken_back(tellings)
    left = _without_retracted(tellings, back)
    return Standing(
        was_said=any(telling.voices for telling in tellings),
        said=heard_first(_sorted(voice for telling in left for voice in telling.voices)),
        denied=heard_first(_sorted(voice for telling in tellings for voice in telling.denials)),
        owned=heard_first(_sorted(_owning(left))) if kind in _BLAMED | _ALSO_BLAMED else (),
        turned=frozenset(back),
        taken_back=(*(back[party] for party in sorted(back)), *_dropped(tellings)),
        independent=independent(left),
    )


def status_of(here: Standing) -> tuple[IncidentStatus, str]:
    """The status and why, in words."""
    found = next(status for status, holds in _TABLE if holds(here))
    return found, "; ".join(_reasons(here))


_TABLE: tuple[tuple[IncidentStatus, Callable[[Standing], bool]], ...] = (
    ("denied", lambda here: not here.was_said),
    ("retracted", lambda here: not here.said),
    ("disputed", lambda here: bool(here.denied)),
    ("acknowledged", lambda here: bool(here.owned)),
    ("corroborated", lambda here: len(here.independent) > 1),
    ("reported", lambda here: True),
)


def _reasons(here: Standing) -> Iterator[str]:
    yield from here.taken_back
    others = [voice for voice in here.denied if party_of(voice) not in here.turned]
    if others:
        yield f"denied by {_names(others)}"
    if here.owned:
        yield f"{_names(here.owned)}, named as its agent, says so"
    if len(here.independent) > 1:
        yield f"{len(here.independent)} independent voices: {_names(here.independent)}"
    elif len(here.said) > 1:
        yield f"{len(here.said)} speakers who are not independent count as one voice: {_names(here.said)}"
    elif here.said:
        yield f"one voice, {here.said[0].speaker}"


# ---- taking back --------------------------------------------------------------------------------
def _taken_back(tellings: Sequence[Telling]) -> Mapping[str, str]:
    """Parties that take back what they said, each with how."""
    return {**dict(_turned(tellings)), **dict(_told_to_retract(tellings))}


def _turned(tellings: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    """Parties all of whose assertions are followed by a denial of theirs in a later report."""
    for denial in (telling for telling in tellings if telling.denials):
        for voice in denial.denials:
            said = [t for t in tellings if party_of(voice) in map(party_of, t.voices)]
            if said and all(is_later(denial.stamp, telling.stamp) for telling in said):
                first = min(telling.stamp or "" for telling in said)
                yield party_of(voice), f"{voice.speaker}, who said so by {first}, denies it by {denial.stamp}"


def _told_to_retract(tellings: Sequence[Telling]) -> Iterator[tuple[str, str]]:
    """Parties of whom a report says that they retract it."""
    for telling in tellings:
        cues = {source.name: source.cue for source in telling.event.claim.sources if source.stance == "denies"}
        for voice in telling.denials:
            if _RETRACTING.search(cues.get(voice.speaker) or ""):
                yield party_of(voice), f"{voice.speaker} takes back what it said"


def _dropped(tellings: Sequence[Telling]) -> Iterator[str]:
    for telling in tellings:
        if telling.dropped_by is not None:
            carrier = telling.voices[0].carrier if telling.voices else None
            yield f"the newer version of its page{f' by {carrier}' if carrier else ''} no longer tells it"


def _without_retracted(tellings: Sequence[Telling], back: Collection[str]) -> list[Telling]:
    """The tellings without the voices that took theirs back; those that only told what was dropped are left out."""
    kept = (telling for telling in tellings if telling.dropped_by is None)
    return [replace(t, voices=tuple(voice for voice in t.voices if party_of(voice) not in back)) for t in kept]


# ---- owning up ----------------------------------------------------------------------------------
def _owning(tellings: Sequence[Telling]) -> Iterator[Voice]:
    """Voices of those who are, or speak for, an agent of what they say happened."""
    agents = [actor for telling in tellings for actor in telling.event.agents]
    for telling in tellings:
        for voice in telling.voices:
            if voice.kind not in _WATCHING and any(speaks_as(voice, agent) for agent in agents):
                yield voice


def _sorted(voices: Iterable[Voice]) -> list[Voice]:
    return sorted(voices, key=lambda voice: (voice.speaker, voice.carrier or ""))


def _names(voices: Iterable[Voice]) -> str:
    return ", ".join(sorted(voice.speaker for voice in voices))
