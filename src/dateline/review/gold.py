"""Reports coded by hand, out of reviews: reports all of whose events people checked, in the shape that scorers read.

A report has a `doc`, what its page says of itself, its events and no relations, which nobody reviews.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.model.event import Coded, Event
from dateline.model.review import NOBODY, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One report: the name of its two files, its text, and its coding as plain values."""

    doc: str
    text: str
    coding: Mapping[str, Any]


def is_checked(reviews: Mapping[str, Review], ids: Iterable[str]) -> bool:
    """Whether people are done with all events of a report, and there is one."""
    standings = [reviews.get(one, NOBODY).standing for one in ids]
    return bool(standings) and all(one in ("accepted", "corrected", "rejected") for one in standings)


def gold(coded: Coded) -> Gold:
    """A report that `is_checked`, as people left it."""
    report = coded.report
    doc = _doc(report.page, report.id)
    head = {
        "title": report.title,
        "published": report.published[:10] if report.published else None,
        "agency": report.agency,
        "byline": list(report.byline),
        "dateline": report.dateline,
        "dropped": [],
    }
    events = [_event(event) for event in coded.events]
    return Gold(doc=doc, text=report.text, coding={"doc": doc, "report": head, "events": events, "relations": []})


def _doc(page: str, report_id: str) -> str:
    """A name for files: the page's own, and the first of its digest, since two pages may be called alike."""
    stem = re.sub(r"[^a-z0-9]+", "-", page.rpartition("/")[2].rpartition(".")[0].lower() or page.lower()).strip("-")
    return f"{stem[:60] or 'report'}-{report_id.removeprefix('sha256:')[:8]}"


def _event(event: Event) -> dict[str, Any]:
    claim, days = event.claim, event.date
    return {
        "type": claim.type,
        "sentence": claim.sentence.text,
        "trigger": claim.trigger.text,
        "modality": claim.modality,
        "background": event.background,
        "agents": [_names(agent.name, agent.words.text) for agent in event.agents],
        "targets": [_names(target.name, target.words.text) for target in event.targets],
        "places": [{"name": p.name, "country": p.country, "lat": p.lat, "lon": p.lon} for p in event.places],
        "date": {"start": days.start.isoformat(), "end": days.end.isoformat()} if days else None,
        "quantities": [{"kind": c.kind, "who": c.who, "low": c.low, "high": c.high} for c in claim.counts],
        "sources": [{"name": _names(s.name, s.words.text), "stance": s.stance} for s in claim.sources],
    }


def _names(name: str, words: str) -> str:
    """What somebody may be called, parted by bars: their name, and the words of the report where they are others."""
    words = " ".join(words.split())
    return name if words.lower() == name.lower() or not words else f"{name}|{words}"
