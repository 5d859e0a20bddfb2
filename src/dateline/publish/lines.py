"""Coded reports out as JSON Lines: every key of the contract on every line, null where unknown.

A line is a dict of plain values; `publish.schema` says what each may hold. Offsets are code points into the report's
`text`.
"""

import os
from collections.abc import Iterator

import msgspec

from dateline.knowledge.versions import Versions, current
from dateline.model.claim import Count, Source
from dateline.model.event import Actor, Coded, Codes, Confidence, Days, Event, Place, Relation
from dateline.model.review import Standing
from dateline.model.text import Clash, Dropped, Origin, Report, Span

Line = dict[str, object]


def jsonl(coded: Coded, made_by: Versions | None = None) -> Iterator[str]:
    """The report, its events and its relations, each as one line of JSON without the line's end."""
    return map(encode, lines(coded, made_by))


def encode(line: Line) -> str:
    """A line as JSON, its keys in the order given."""
    return msgspec.json.encode(line).decode()


def lines(coded: Coded, made_by: Versions | None = None) -> Iterator[Line]:
    """The report, its events in reading order, and its relations, made by these versions or by those at work."""
    made_by = made_by or current()
    page = coded.report.page
    yield report_line(coded.report)
    yield from (event_line(page, event, made_by) for event in coded.events)
    yield from (relation_line(page, relation) for relation in coded.relations)


def report_line(report: Report) -> Line:
    """What the page says of itself, its clean text, and what was dropped from it."""
    return {
        "record": "report",
        "page": printable(report.page),
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "agency": report.agency,
        "byline": list(report.byline),
        "dateline": report.dateline,
        "language": report.language,
        "published": report.published,
        "updated": report.updated,
        "clashes": [_clash(clash) for clash in report.clashes],
        "text": report.text,
        "dropped": [_dropped(dropped) for dropped in report.dropped],
        "origins": [_origin(origin) for origin in report.origins],
        "cleaner": report.cleaner,
        "status": report.status,
        "reason": report.reason,
    }


def event_line(page: str, event: Event, made_by: Versions, reviewed: Standing = "unreviewed") -> Line:
    """One event claim, and where its review stands."""
    claim = event.claim
    return {
        "record": "event",
        "page": printable(page),
        "id": event.id,
        "type": claim.type,
        "modality": claim.modality,
        "background": event.background,
        "asserted": claim.asserted,
        "trigger": claim.trigger.text,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "sentence": claim.sentence.text,
        "evidence": _place_in_text(claim.sentence),
        "agents": [_actor(actor) for actor in event.agents],
        "targets": [_actor(actor) for actor in event.targets],
        "places": [_place(place) for place in event.places],
        "date": _days(event.date),
        "quantities": [_count(count) for count in claim.counts],
        "sources": [_source(source) for source in claim.sources],
        "voice": event.voice,
        "means": claim.means,
        "extent": claim.extent,
        "codes": _codes(event.codes),
        "confidence": _confidence(event.confidence),
        "reviewed": reviewed,
        "made_by": {"rule": claim.rule, "codebook": made_by.codebook, "dateline": made_by.dateline},
    }


def relation_line(page: str, relation: Relation) -> Line:
    """One relation; its object is a place for `controls`."""
    end = relation.object
    return {
        "record": "relation",
        "page": printable(page),
        "id": relation.id,
        "subject": _actor(relation.subject),
        "relation": relation.claim.relation,
        "object": _place(end) if isinstance(end, Place) else _actor(end),
        "sentence": relation.claim.sentence.text,
        "evidence": _place_in_text(relation.claim.sentence),
        "sources": [_source(source) for source in relation.claim.sources],
    }


def printable(page: str) -> str:
    """File names need not be UTF-8, but the lines are."""
    return os.fsencode(page).decode("utf-8", "replace")


def _words(span: Span | None) -> Line:
    if span is None:
        return {"text": None, "text_start": None, "text_end": None}
    return {"text": span.text, "text_start": span.start, "text_end": span.end}


def _place_in_text(span: Span) -> Line:
    return {"text_start": span.start, "text_end": span.end}


def _clash(clash: Clash) -> Line:
    return {"what": clash.what, "page_says": clash.page_says, "text_says": clash.text_says}


def _origin(origin: Origin) -> Line:
    return {"what": origin.what, "where": origin.where, "sure": origin.sure}


def _dropped(dropped: Dropped) -> Line:
    return {
        "text": dropped.text,
        "page_start": dropped.page_start,
        "page_end": dropped.page_end,
        "reason": dropped.reason,
    }


def _actor(actor: Actor) -> Line:
    return {
        "name": actor.name,
        **_words(actor.words),
        "id": actor.id,
        "kind": actor.kind,
        "country": actor.country,
        "basis": actor.basis,
        "alleged_by": list(actor.alleged_by),
    }


def whereabouts(place: Place) -> Line:
    """What a place is to its event, and where it lies: its keys in an event's line and in an incident's."""
    return {
        "role": place.role,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "precision": place.precision,
        "radius_km": place.radius_km,
    }


def _place(place: Place) -> Line:
    return {
        "name": place.name,
        **_words(place.words),
        **whereabouts(place),
        "reason": place.reason,
    }


def _days(days: Days | None) -> Line | None:
    if days is None:
        return None
    return {
        "start": days.start.isoformat(),
        "end": days.end.isoformat(),
        **_words(days.words),
        "precision": days.precision,
        "anchor": days.anchor.isoformat(),
    }


def _count(count: Count) -> Line:
    return {
        "kind": count.kind,
        "who": count.who,
        "low": count.low,
        "high": count.high,
        **_words(count.words),
        "status": count.status,
        "unit": count.unit,
        "scope": count.scope,
        "part_of": count.part_of,
    }


def _source(source: Source) -> Line:
    return {
        "name": source.name,
        **_words(source.words),
        "stance": source.stance,
        "kind": source.kind,
        "group": source.group,
        "cue": source.cue,
        "hedge": source.hedge,
        "via": source.via,
        "denial": source.denial,
    }


def _codes(codes: Codes) -> Line:
    return {
        "acled": list(codes.acled) if codes.acled else None,
        "plover": list(codes.plover) if codes.plover else None,
        "cameo": codes.cameo,
        "ucdp": codes.ucdp,
    }


def _confidence(sure: Confidence) -> Line:
    return {
        "record": sure.record,
        "type": sure.type,
        "agents": sure.agents,
        "targets": sure.targets,
        "places": sure.places,
        "date": sure.date,
        "quantities": sure.quantities,
        "sources": sure.sources,
    }
