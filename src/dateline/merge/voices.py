"""Who says it, who passes it on, and how many of them are independent of one another.

Two voices are independent where another party speaks and another agency or outlet passes it on: ten outlets with one
wire story are one voice, and so is one spokesman whom two outlets heard. Pages that name neither agency nor outlet
may all be of one outlet, and count as one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.knowledge.folding import fold
from dateline.merge.names import party_key
from dateline.model.claim import Source, Stance
from dateline.model.event import Event
from dateline.model.incident import Telling, Voice
from dateline.model.text import Report

ITSELF = "the report itself"
"""Who speaks where no source is named, and neither agency nor outlet is known."""
_LEAST_COPIED = 60  # characters: shorter sentences may be alike by chance


def telling_of(report: Report, event: Event) -> Telling:
    """The event as this report tells it. Who says that it did not happen denies it."""
    carrier = report.agency or report.outlet
    said = _voices(event.claim.sources, "asserts", carrier)
    denied = _voices(event.claim.sources, "denies", carrier)
    own = event.voice or carrier or ITSELF
    if event.claim.in_own_voice and event.claim.sources:
        said = (Voice(speaker=own, party=own, carrier=carrier),)
    if event.claim.modality == "not":
        said, denied = denied, said
    if not event.claim.sources:
        said = (Voice(speaker=own, party=own, carrier=carrier),)
    return Telling(page=report.page, event=event, voices=said, denials=denied, text=report.text)


def independent(tellings: Sequence[Telling]) -> tuple[Voice, ...]:
    """As many voices as can be chosen so that no two share a party or a carrier, by party.

    A matching of parties to carriers, made as large as can be with augmenting paths (Kuhn 1955).
    """
    copied = _first_carriers(tellings)
    heard: dict[str, dict[str, Voice]] = defaultdict(dict)
    for telling in tellings:
        for voice in telling.voices:
            carrier = copied.get((telling.event.id, _carrier(voice)), _carrier(voice))
            heard[party_key(voice.party)].setdefault(carrier, voice)
    chosen: dict[str, str] = {}
    for party in sorted(heard):
        _seat(party, heard, chosen, set())
    return tuple(heard[party][carrier] for carrier, party in sorted(chosen.items(), key=lambda pair: pair[1]))


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


def _first_carriers(tellings: Sequence[Telling]) -> dict[tuple[str, str], str]:
    """For each event told in the very words of another outlet, the carrier that stands for all who print them."""
    printed: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for telling in tellings:
        words = fold(telling.event.claim.sentence.text)
        if len(words) >= _LEAST_COPIED:
            printed[words] += [(telling.event.id, _carrier(voice)) for voice in telling.voices]
    return {copy: min(carrier for _, carrier in copies) for copies in printed.values() for copy in copies}


def _carrier(voice: Voice) -> str:
    return fold(voice.carrier or "")


def _voices(sources: Iterable[Source], stance: Stance, carrier: str | None) -> tuple[Voice, ...]:
    return tuple(
        Voice(speaker=s.name, party=s.group or s.name, carrier=s.via or carrier) for s in sources if s.stance == stance
    )
