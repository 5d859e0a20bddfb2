"""What differs between two codings of one page: events that are new, gone, or changed, slot by slot."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from dateline.model.event import Actor, Coded, Event
from dateline.model.text import Report, Span

Slot = Callable[[Event], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The ids of events that are new and gone, the slots that differ of those that stayed, and the fields of the report
    that differ; `same` counts the events of which nothing does."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: Mapping[str, tuple[str, ...]]
    report: tuple[str, ...]
    same: int

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.new or self.gone or self.changed or self.report)


def changes(before: Coded, after: Coded) -> Changes:
    """What `after` says otherwise than `before`. How sure the program is of what it says, and by which rule it says it,
    makes no difference."""
    was, now = ({event.id: event for event in coded.events} for coded in (before, after))
    stayed = {key: _slots(was[key], event) for key, event in now.items() if key in was}
    return Changes(
        new=tuple(key for key in now if key not in was),
        gone=tuple(key for key in was if key not in now),
        changed={key: slots for key, slots in stayed.items() if slots},
        report=tuple(name for name, read in FIELDS.items() if read(before.report) != read(after.report)),
        same=sum(not slots for slots in stayed.values()),
    )


def stands_for(gone: Event, before: Coded, after: Coded) -> Event | None:
    """The event of a page coded anew that stands for one that is gone: it overlaps it most, by the words of its
    sentence, then of its trigger.

    It is of the same type, or was not there before: what was told beside the event that is gone is another. None where
    no event overlaps it, or its words are no longer in the text.
    """
    sentence, trigger = (moved(span, after.report.text) for span in (gone.claim.sentence, gone.claim.trigger))
    if sentence is None:
        return None
    known = {event.id for event in before.events}
    shared = [
        (overlap(event.claim.sentence, sentence), overlap(event.claim.trigger, trigger or sentence), same, event)
        for event in after.events
        if (same := event.claim.type == gone.claim.type) or event.id not in known
    ]
    most = max(shared, key=lambda each: each[:3], default=None)
    return most[3] if most and most[0] else None


def moved(span: Span, text: str) -> Span | None:
    """Where the words of a span stand in the text as it is read now: of several places the nearest."""
    starts = [found.start() for found in re.finditer(re.escape(span.text), text)]
    start = min(starts, key=lambda found: abs(found - span.start), default=None)
    return None if start is None else Span(start, start + len(span.text), span.text)


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _slots(was: Event, now: Event) -> tuple[str, ...]:
    return tuple(name for name, read in SLOTS.items() if read(was) != read(now))


def _actors(actors: tuple[Actor, ...]) -> object:
    return {(actor.name, actor.id, actor.kind, actor.basis) for actor in actors}


SLOTS: Final[Mapping[str, Slot]] = {
    "modality": lambda event: event.claim.modality,
    "background": lambda event: event.background,
    "agents": lambda event: _actors(event.agents),
    "targets": lambda event: _actors(event.targets),
    "places": lambda event: {
        (p.name, p.role, p.precision, p.country, p.admin1, p.lat, p.lon, p.geonameid) for p in event.places
    },
    "date": lambda event: event.date and (event.date.start, event.date.end, event.date.precision),
    "quantities": lambda event: {
        (c.kind, c.who, c.low, c.high, c.status, c.unit, c.scope, c.part_of) for c in event.claim.counts
    },
    "sources": lambda event: {(s.name, s.stance, s.kind, s.group, s.hedge, s.via) for s in event.claim.sources},
    "voice": lambda event: event.voice,
    "means": lambda event: event.claim.means,
    "extent": lambda event: event.claim.extent,
    "codes": lambda event: event.codes,
}
"""What is said of an event, by the names that its line of JSON has for it, and what of it counts as a difference."""

_MADE_COPY: Final = ("coded", "copy")
FIELDS: Final[Mapping[str, Callable[[Report], object]]] = {
    "status": lambda report: "coded" if report.status in _MADE_COPY else report.status,
    "title": lambda report: report.title,
    "outlet": lambda report: report.outlet,
    "agency": lambda report: report.agency,
    "byline": lambda report: report.byline,
    "dateline": lambda report: report.dateline,
    "language": lambda report: report.language,
    "published": lambda report: report.published,
    "updated": lambda report: report.updated,
    "text": lambda report: report.text,
}
"""What is said of a page. That it is a copy depends on other pages, not on how it is coded."""
