"""Who stands behind an incident: a table of statuses, the first whose condition holds. None says "true"."""

from collections.abc import Callable, Iterable, Sequence

from dateline.knowledge.types import TYPES
from dateline.merge.names import speaks_for
from dateline.model.incident import IncidentStatus, Telling, Voice

Told = Sequence[Telling]

# Acts that somebody is blamed for; to say that one took a town or fought is a claim and no admission.
_ALSO_BLAMED = frozenset({"siege", "arrest", "withdrawal", "damage"})


def status_of(kind: str, tellings: Told, independent: Sequence[Voice]) -> tuple[IncidentStatus, str]:
    """The status and why, in words."""
    said = sorted({voice.speaker for telling in tellings for voice in telling.voices})
    denied = sorted({voice.speaker for telling in tellings for voice in telling.denials})
    owned = sorted(set(_owning(tellings))) if _is_blamed(kind) else []
    found = next(status for status, holds in _TABLE if holds(said, denied, owned, independent))
    return found, "; ".join(_reasons(said, denied, owned, independent))


def _is_blamed(kind: str) -> bool:
    """Whether it is an act that somebody is blamed for, so that whoever says that he did it owns it."""
    return (TYPES.get(kind) == "violence" and kind != "armed_clash") or kind in _ALSO_BLAMED


_Condition = Callable[[list[str], list[str], list[str], Sequence[Voice]], bool]
_TABLE: tuple[tuple[IncidentStatus, _Condition], ...] = (
    ("denied", lambda said, denied, owned, independent: not said),
    ("disputed", lambda said, denied, owned, independent: bool(denied)),
    ("acknowledged", lambda said, denied, owned, independent: bool(owned)),
    ("corroborated", lambda said, denied, owned, independent: len(independent) > 1),
    ("reported", lambda said, denied, owned, independent: True),
)


def _reasons(said: list[str], denied: list[str], owned: list[str], independent: Sequence[Voice]) -> Iterable[str]:
    if denied:
        yield f"denied by {', '.join(denied)}"
    if owned:
        yield f"acknowledged by {', '.join(owned)}, named as its agent"
    if len(independent) > 1:
        yield f"{len(independent)} independent voices: {', '.join(voice.speaker for voice in independent)}"
    elif len(said) > 1:
        yield f"{len(said)} speakers who are not independent count as one voice: {', '.join(said)}"
    elif said:
        yield f"one voice, {said[0]}"


def _owning(tellings: Told) -> Iterable[str]:
    """Speakers who are, or speak for, an agent of what they say happened."""
    agents = [actor.name for telling in tellings for actor in telling.event.agents]
    for telling in tellings:
        for voice in telling.voices:
            if any(speaks_for(voice.party, agent) for agent in agents):
                yield voice.speaker
