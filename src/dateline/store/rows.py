"""A coded report as rows of the tables."""

import zlib
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, insert, select

from dateline.knowledge.versions import Versions
from dateline.model.event import Actor, Coded, Event, Place, Relation
from dateline.model.text import Page, Report
from dateline.store import tables
from dateline.store.codec import plain
from dateline.store.copies import StoryPage
from dateline.store.names import folded
from dateline.store.search import words_of
from dateline.store.shingles import sample

Row = dict[str, object]


def all_rows(page: Page, coded: Coded, made_by: Versions, new: StoryPage) -> dict[Table, list[Row]]:
    """Rows by table, parents before children; shingles with the page's id, for which `write` puts the sample's."""
    report, events, sampled = coded.report, coded.events, sample(new.shingles)
    return {
        tables.pages: [page_row(page, report) | {"url": new.url}],
        tables.page_samples: [{"page_id": report.id, "size": len(sampled)}] if sampled else [],
        tables.page_shingles: [{"page_id": report.id, "shingle": one} for one in sampled],
        tables.reports: [report_row(report, made_by)],
        tables.report_words: [{"page_id": report.id, "words": words_of(report.title, report.text)}],
        tables.events: [event_row(report.id, n, event) for n, event in enumerate(events)],
        tables.event_places: [place_row(e.id, n, place) for e in events for n, place in enumerate(e.places)],
        tables.event_actors: [row for event in events for row in actor_rows(event)],
        tables.event_sources: [row for event in events for row in source_rows(event)],
        tables.relations: [relation_row(report.id, n, relation) for n, relation in enumerate(coded.relations)],
    }


def write(connection: Connection, rows: Mapping[Table, list[Row]]) -> None:
    """Write the rows of one page, as `all_rows` makes them."""
    for table, some in rows.items():
        if table is tables.page_shingles:
            some = _sampled(connection, some)
        if some:
            connection.execute(insert(table), some)


def _sampled(connection: Connection, shingles: list[Row]) -> list[Row]:
    if not shingles:
        return []
    sample = tables.page_samples.c
    asked = select(sample.number).where(sample.page_id == shingles[0]["page_id"])
    number = connection.execute(asked).scalar_one()
    return [{"sample": number, "shingle": row["shingle"]} for row in shingles]


MOST_KEPT = 64_000_000
"""Bytes of a page that are kept: what is larger is an archive that could not be opened, known by its digest."""


def page_row(page: Page, report: Report) -> Row:
    """The page's own bytes, compressed, and how it fared."""
    return {
        "id": report.id,
        "name": page.name,
        "data": zlib.compress(page.own) if len(page.own) <= MOST_KEPT else b"",
        "size": len(page.own),
        "added": datetime.now(UTC),
        "status": report.status,
        "reason": report.reason,
        "came": page.came,
        "container": page.container and page.container.name,
        "container_id": page.container and page.container.id,
        "known": page.known and plain(page.known),
        "text": _text(page),
    }


def _text(page: Page) -> bytes | None:
    """What is read where the page's own bytes do not tell it: text in a charset that only a header stated."""
    made = page.original is not None and page.came != "pdf" and len(page.data) <= MOST_KEPT
    return zlib.compress(page.data) if made else None


def report_row(report: Report, made_by: Versions) -> Row:
    """What the page says of itself, and by which versions it was coded."""
    return {
        "page_id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "agency": report.agency,
        "dateline": report.dateline,
        "language": report.language,
        "published": report.published,
        "codebook": made_by.codebook,
        "version": made_by.dateline,
        "record": plain(report),
    }


def event_row(page_id: str, number: int, event: Event) -> Row:
    """One event; `country` only where all its places lie in one."""
    countries = {place.country for place in event.places}
    return {
        "id": event.id,
        "page_id": page_id,
        "number": number,
        "type": event.claim.type,
        "modality": event.claim.modality,
        "asserted": event.claim.asserted,
        "background": event.background,
        "first_day": event.date and event.date.start,
        "last_day": event.date and event.date.end,
        "country": countries.pop() if len(countries) == 1 else None,
        "voice": event.voice,
        "folded": folded(event.voice),
        "record": plain(event),
    }


def place_row(event_id: str, number: int, place: Place) -> Row:
    """One place of an event."""
    return {
        "event_id": event_id,
        "number": number,
        "name": place.name,
        "folded": folded(place.name, place.admin1, place.admin2),
        "role": place.role,
        "precision": place.precision,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
    }


def actor_rows(event: Event) -> list[Row]:
    """Its agents, then its targets."""
    sides = (("agent", event.agents), ("target", event.targets))
    return [_actor_row(event.id, side, n, actor) for side, actors in sides for n, actor in enumerate(actors)]


def _actor_row(event_id: str, side: str, number: int, actor: Actor) -> Row:
    return {
        "event_id": event_id,
        "side": side,
        "number": number,
        "name": actor.name,
        "folded": folded(actor.name),
        "actor_id": actor.id,
        "kind": actor.kind,
        "country": actor.country,
        "basis": actor.basis,
    }


def source_rows(event: Event) -> list[Row]:
    """Who asserts and who denies it."""
    return [
        {
            "event_id": event.id,
            "number": number,
            "name": source.name,
            "folded": folded(source.name, source.group),
            "stance": source.stance,
            "kind": source.kind,
            "speaks_for": source.group,
        }
        for number, source in enumerate(event.claim.sources)
    ]


def relation_row(page_id: str, number: int, relation: Relation) -> Row:
    """One relation."""
    return {
        "id": relation.id,
        "page_id": page_id,
        "number": number,
        "relation": relation.claim.relation,
        "subject": relation.subject.name,
        "object": relation.object.name,
        "to_place": isinstance(relation.object, Place),
        "record": plain(relation),
    }
