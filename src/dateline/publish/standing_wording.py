"""What an incident's claims say together, in a reader's words: who is held responsible, how many, where and when."""

from collections.abc import Iterable, Iterator
from typing import get_args

from dateline.knowledge.how_many import how_many
from dateline.model.claim import CountKind
from dateline.model.incident import Incident, Toll, Voice
from dateline.model.standing import Party
from dateline.publish import wording

_KINDS: tuple[str, ...] = get_args(CountKind)


def speakers(voices: Iterable[Voice]) -> str:
    """Names, with who passed them on behind them unless they speak for themselves."""
    return ", ".join(
        v.speaker if v.carrier in (None, v.speaker) else f"{v.speaker} (through {v.carrier})" for v in voices
    )


def names(voices: Iterable[Voice]) -> str:
    """Names alone, each once."""
    return ", ".join(dict.fromkeys(voice.speaker for voice in voices))


def who_lines(incident: Incident) -> Iterator[str]:
    """By whom and on whom, with "?" after those whom nobody states outright; whom only denials name is left out."""
    for word, parties in (("by", incident.agents), ("on", incident.targets)):
        held = [one for one in parties if one.stated_by or one.alleged_by] or parties
        if held:
            yield f"{word} {', '.join(one.name if one.basis == 'stated' else f'{one.name}?' for one in held)}"


def party_lines(incident: Incident) -> Iterator[tuple[str, bool]]:
    """How voices stand to each agent that somebody names, and whether any denies it.

    Nothing where all who speak simply state it.
    """
    said = {voice.speaker for telling in incident.tellings for voice in telling.voices}
    for one in incident.agents:
        plain = not one.alleged_by and not one.denied_by and said <= {voice.speaker for voice in one.stated_by}
        if not plain and (one.stated_by or one.alleged_by):
            yield party(one), bool(one.denied_by)


def party(one: Party) -> str:
    """A name with those who state it, allege it, say so of themselves and deny it."""
    stands = (
        ("stated by", [voice for voice in one.stated_by if voice not in one.owned_by]),
        ("alleged by", one.alleged_by),
        ("says so itself, by", one.owned_by),
        ("denied by", one.denied_by),
    )
    said = "; ".join(f"{how} {names(voices)}" for how, voices in stands if voices)
    return f"{one.name}: {said}" if said else one.name


def place_lines(incident: Incident) -> Iterator[str]:
    """Where, and who puts it elsewhere."""
    if incident.where is None:
        return
    yield wording.places(incident.where.places)
    for other in incident.where.conflicting:
        yield f"conflict: {names(other.voices)}: {wording.places(other.places)}"


def day_lines(incident: Incident) -> Iterator[str]:
    """When, and who puts it on other days."""
    if incident.when is None:
        return
    yield wording.stretch((incident.when.start, incident.when.end))
    for other in incident.when.conflicting:
        yield f"conflict: {names(other.voices)}: {wording.stretch((other.start, other.end))}"


def by_gravity(tolls: Iterable[Toll]) -> list[Toll]:
    """The dead first, then the injured, and so on."""
    return sorted(tolls, key=lambda toll: _KINDS.index(toll.kind))


def toll(one: Toll) -> str:
    """The range and whom it befell, with the parts of those counted: "14 civilians killed, of them 3 children"."""
    kind = "" if one.kind in one.who else f" {one.kind}"
    parts = "".join(f", of them {how_many(part.low, part.high)} {part.who}" for part in one.parts)
    return f"{how_many(one.low, one.high)} {one.who}{kind}{parts}"
