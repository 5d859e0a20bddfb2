"""From tellings to incidents: what hangs together, who stands behind it, and how many were hurt by whose count."""

import hashlib
from collections.abc import Iterable, Sequence

from dateline.merge.cluster import components, links
from dateline.model.claim import Count, CountKind
from dateline.model.event import Coded, Event
from dateline.model.incident import Incident, IncidentStatus, Likeness, Telling, Toll

_ID_LENGTH = 24


def incidents(coded: Iterable[Coded]) -> tuple[Incident, ...]:
    """The incidents that these reports tell of. A claim that nobody asserts joins one only as a denial."""
    tellings = {e.id: _telling(one, e) for one in coded for e in one.events if e.claim.modality == "occurred"}
    linked = links(list(tellings.values()))
    groups = components(tellings, linked)
    found = (_incident([tellings[i] for i in group], linked) for group in groups)
    return tuple(one for one in found if any(t.event.claim.asserted for t in one.tellings))


def _telling(coded: Coded, event: Event) -> Telling:
    named = tuple(s.name for s in event.claim.sources if s.stance == "asserts")
    own = event.voice or coded.report.agency or coded.report.outlet or coded.report.page
    return Telling(page=coded.report.page, event=event, voices=named or (own,))


def _incident(tellings: Sequence[Telling], linked: Iterable[Likeness]) -> Incident:
    ids = {t.event.id for t in tellings}
    status, reason = _status(tellings)
    return Incident(
        id=hashlib.sha256(min(ids).encode()).hexdigest()[:_ID_LENGTH],
        type=max(tellings, key=lambda t: (len(t.event.claim.counts), t.event.id)).event.claim.type,
        tellings=tuple(tellings),
        likenesses=tuple(one for one in linked if one.one in ids),
        status=status,
        reason=reason,
        tolls=tuple(_tolls(tellings)),
    )


def _status(tellings: Sequence[Telling]) -> tuple[IncidentStatus, str]:
    """How it stands, and why. Voices are counted by who said it, not by who printed it."""
    denials = sorted({s.name for t in tellings for s in t.event.claim.sources if s.stance == "denies"})
    voices = sorted({voice for t in tellings if t.event.claim.asserted for voice in t.voices})
    agents = {a.name.lower() for t in tellings for a in t.event.agents}
    owning = sorted(v for v in voices if v.lower() in agents)
    if denials:
        return "disputed", f"{', '.join(denials)} denied it; {', '.join(voices)} reported it"
    if owning:
        return "acknowledged", f"{', '.join(owning)}, held responsible, said so"
    if len(voices) > 1:
        return "corroborated", f"{len(voices)} voices: {', '.join(voices)}"
    return "reported", f"one voice: {', '.join(voices)}"


def _tolls(tellings: Sequence[Telling]) -> Iterable[Toll]:
    """For each kind of figure the lowest and highest whole count, and the one that most tellings give as best."""
    kinds: dict[CountKind, list[Count]] = {}
    for telling in tellings:
        for count in telling.event.claim.counts:
            if count.part_of is None:
                kinds.setdefault(count.kind, []).append(count)
    for kind, counts in sorted(kinds.items()):
        yield _toll(kind, counts)


def _toll(kind: CountKind, counts: Sequence[Count]) -> Toll:
    lows = [c.low for c in counts if c.low is not None]
    highs = [c.high for c in counts if c.high is not None]
    stated = sorted(c.low if c.low is not None else c.high or 0 for c in counts)
    best = max(sorted(set(stated)), key=stated.count)
    return Toll(
        kind=kind,
        low=min(lows, default=None),
        best=best,
        high=max(highs, default=None),
        derivation=f"lowest, most often given and highest of {len(counts)} figures: {', '.join(map(str, stated))}",
    )


def days_of(events: Iterable[Event]) -> tuple[str, str] | None:
    """The first and last day that any of the events is put on, ISO; None where none is dated."""
    dated = [e.date for e in events if e.date is not None]
    if not dated:
        return None
    return min(d.start for d in dated).isoformat(), max(d.end for d in dated).isoformat()
