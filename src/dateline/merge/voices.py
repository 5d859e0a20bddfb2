"""Who says it, who passes it on, and how many of them are independent of one another.

Sources are counted by who said it, not by who printed it. Two voices are independent where another party speaks and
another agency or outlet passes it on: ten outlets with one wire story are one voice, and so is one spokesman, or one
monitor, whom two agencies cite. Pages that name neither agency nor outlet may all be of one outlet, and count as one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from dateline.knowledge.actors import actors
from dateline.knowledge.agencies import agencies
from dateline.merge.copied import carrier_of, first_carriers
from dateline.model.claim import Source, Stance
from dateline.model.event import Event
from dateline.model.incident import Telling, Voice
from dateline.model.text import Report
from dateline.reckoning.names import party_key

_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Za-z'’-]+)* [A-Z][\w'’-]+")
ITSELF = "the report itself"
"""Who speaks where no source is named, and neither agency nor outlet is known."""


def telling_of(report: Report, event: Event, dropped_by: str | None = None) -> Telling:
    """The event as this report tells it. Who says that it did not happen denies it."""
    carrier = report.agency or report.outlet
    said, denied = (_voices(event, stance, carrier) for stance in ("asserts", "denies"))
    own = _voice(event.voice or carrier or ITSELF, carrier)
    if event.claim.in_own_voice and event.claim.sources:
        said = (own,)
    if event.claim.modality == "not":
        said, denied = denied, said
    return Telling(
        page=report.page,
        event=event,
        voices=said if event.claim.sources else (own,),
        denials=denied,
        stamp=report.updated or report.published,
        dropped_by=dropped_by,
        text=report.text,
    )


def party_of(voice: Voice) -> str:
    """One key for whom a voice speaks for, however named: its entry in a list, else the words that tell it."""
    return voice.id or party_key(voice.party)


def independent(tellings: Sequence[Telling]) -> tuple[Voice, ...]:
    """As many voices as can be chosen so that no two share a party or a carrier, by party.

    What several outlets print in nearly the same words is carried by one of them.
    """
    printed = first_carriers(tellings)
    return _chosen(
        (printed.get((telling.event.id, carrier_of(voice)), carrier_of(voice)), voice)
        for telling in tellings
        for voice in telling.voices
    )


def independent_of(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """The same, of voices whose sentences are not at hand."""
    return _chosen((carrier_of(voice), voice) for voice in voices)


def _chosen(carried: Iterable[tuple[str, Voice]]) -> tuple[Voice, ...]:
    """A matching of parties to carriers, made as large as can be with augmenting paths (Kuhn 1955)."""
    heard: dict[str, dict[str, Voice]] = defaultdict(dict)
    found = list(carried)
    key_of = _same_persons([voice for _, voice in found])
    for carrier, voice in found:
        heard[key_of.get(voice.party, party_of(voice))].setdefault(carrier, voice)
    chosen: dict[str, str] = {}
    for party in sorted(heard):
        _seat(party, heard, chosen, set())
    return tuple(heard[party][carrier] for carrier, party in sorted(chosen.items(), key=lambda pair: pair[1]))


def _same_persons(voices: Sequence[Voice]) -> Mapping[str, str]:
    """Keys for persons whom another voice names with their post or body: "Director of the X Centre Adam Bello"."""
    persons = [voice for voice in voices if voice.id is None and _FULL_NAME.fullmatch(voice.party)]
    return {
        person.party: party_of(longer)
        for person in persons
        for longer in voices
        if longer.speaker.endswith(f" {person.party}") or person.party == longer.speaker != longer.party
    }


def _seat(party: str, heard: Mapping[str, Mapping[str, Voice]], chosen: dict[str, str], tried: set[str]) -> bool:
    """Finds a carrier for `party`, moving others to another of theirs where that makes room."""
    for carrier in sorted(heard[party]):
        if carrier in tried:
            continue
        tried.add(carrier)
        if carrier not in chosen or _seat(chosen[carrier], heard, chosen, tried):
            chosen[carrier] = party
            return True
    return False


def _voices(event: Event, stance: Stance, carrier: str | None) -> tuple[Voice, ...]:
    country = next((place.country for place in event.places if place.country), None)
    said = (source for source in event.claim.sources if source.stance == stance)
    return tuple(_voice(source.name, source.via or carrier, source, country) for source in said)


def _voice(speaker: str, carrier: str | None, source: Source | None = None, country: str | None = None) -> Voice:
    party = (source.group if source else None) or speaker
    return Voice(
        speaker=speaker, party=party, carrier=carrier, kind=source.kind if source else None, id=_listed(party, country)
    )


@lru_cache(maxsize=4096)
def _listed(party: str, country: str | None) -> str | None:
    """Who is meant, in news of a country (ISO 3166-1 alpha-2): "SOHR" and "the Syrian Observatory" are one."""
    agency = agencies().named(party)
    if agency is not None:
        return agency
    entry = actors().named(party.removeprefix("the ").removeprefix("The "), country=country)
    return entry.id if entry else None


def heard_first(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Each party once, as first heard."""
    return tuple({party_of(voice): voice for voice in reversed(tuple(voices))}.values())[::-1]
