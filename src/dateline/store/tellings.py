"""Tellings, the links between them, and the incidents that they make, as rows."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from dateline.model.event import Coded
from dateline.model.incident import Likeness, Telling, Voice
from dateline.model.judgement import Judgement
from dateline.model.review import NOBODY, Review
from dateline.store import codec, queries, tables
from dateline.store.listed import Listed, incident_row
from dateline.store.log import judgements
from dateline.store.overlay import as_reviewed
from dateline.store.parts import parts
from dateline.store.reviews import reviews

HANDLE: int = 24
"""Letters of an event's handle and of an incident's id, which is the handle of one of its events."""


def handle(event_id: str) -> str:
    """The short id of an event: the id of the incident whose first event by id it is."""
    return hashlib.sha256(event_id.encode()).hexdigest()[:HANDLE]


class Tellings:
    """The tellings in a database, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        """On a connection whose transaction has begun."""
        self._connection = connection

    # ---- pages that wait to be merged -----------------------------------------------------------
    def waiting(self) -> list[str]:
        """The ids of the pages whose tellings are not those that they should be."""
        page = tables.pages.c
        return list(self._connection.execute(select(page.id).where(page.merged.is_(False)).order_by(page.id)).scalars())

    def told_on(self, page_id: str) -> Coded | None:
        """What is to be merged of a page: None of one that is not here or that a newer version replaces."""
        replaced = self._connection.execute(queries.replaced(page_id)).first()
        return None if replaced else queries.coded(self._connection, page_id)

    def let_go(self, page_id: str) -> set[str]:
        """Drop the tellings of a page; the events that shared an incident with one of them, or were linked to one."""
        event, telling = tables.events.c, tables.tellings.c
        own = select(event.id).where(event.page_id == page_id)
        gone = set(self._connection.execute(select(telling.event_id).where(telling.event_id.in_(own))).scalars())
        touched = self._beside(gone) | self._linked(gone)
        for some in parts(sorted(gone)):
            self._connection.execute(delete(tables.tellings).where(telling.event_id.in_(some)))
        return touched - gone

    def settled(self, page_ids: Iterable[str]) -> None:
        """Pages whose tellings are now as they should be."""
        for some in parts(list(page_ids)):
            self._connection.execute(update(tables.pages).where(tables.pages.c.id.in_(some)).values(merged=True))

    # ---- tellings and links ---------------------------------------------------------------------
    def put(self, tellings: Mapping[str, Telling], keys: Mapping[str, Iterable[str]]) -> None:
        """Write tellings and the keys under which others find them, both by event id."""
        rows = [
            {
                "event_id": one,
                "handle": handle(one),
                "voices": msgspec.to_builtins(telling.voices),
                "denials": msgspec.to_builtins(telling.denials),
            }
            for one, telling in tellings.items()
        ]
        under = [{"event_id": one, "key": key} for one in tellings for key in sorted(set(keys[one]))]
        for table, some in ((tables.tellings, rows), (tables.telling_keys, under)):
            if some:
                self._connection.execute(insert(table), some)

    def under(self, keys: Collection[str]) -> set[str]:
        """The ids of the tellings that stand under any of these keys."""
        key = tables.telling_keys.c
        questions = (select(key.event_id).where(key.key.in_(some)) for some in parts(sorted(keys)))
        return {one for question in questions for one in self._connection.execute(question).scalars()}

    def by_id(self, ids: Collection[str]) -> dict[str, Telling]:
        """Tellings by event id."""
        telling, event, page, report = tables.tellings.c, tables.events.c, tables.pages.c, tables.reports.c
        text = report.record["text"].as_string().label("text")
        updated = report.record["updated"].as_string().label("updated")
        question = (
            select(telling.event_id, telling.voices, telling.denials, event.record, page.name)
            .add_columns(report.published, updated, text)
            .join(tables.events, event.id == telling.event_id)
            .join(tables.pages, page.id == event.page_id)
            .join(tables.reports, report.page_id == event.page_id)
        )
        rows = (self._connection.execute(question.where(telling.event_id.in_(some))) for some in parts(sorted(ids)))
        found = reviews(self._connection)
        return {row.event_id: _telling(row, found.get(row.event_id, NOBODY)) for some in rows for row in some}

    def link(self, links: Iterable[Likeness]) -> None:
        """Write links."""
        rows = [{"one": k.one, "other": k.other, "points": k.points, "reasons": k.reasons} for k in links]
        if rows:
            self._connection.execute(insert(tables.telling_links), rows)

    def links_among(self, ids: Collection[str]) -> list[Likeness]:
        """The links of which both ends are among these."""
        link, within, found = tables.telling_links.c, set(ids), []
        for some in parts(sorted(within)):
            rows = self._connection.execute(
                select(link.one, link.other, link.points, link.reasons).where(link.one.in_(some))
            )
            found += [
                Likeness(one=row.one, other=row.other, points=row.points, reasons=tuple(row.reasons))
                for row in rows
                if row.other in within
            ]
        return found

    def hanging_together(self, ids: Collection[str], ties: Iterable[tuple[str, str]] = ()) -> set[str]:
        """All tellings that hang together with these by links, or by `ties` beside them."""
        tied: dict[str, set[str]] = defaultdict(set)
        for one, other in ties:
            tied[one].add(other)
            tied[other].add(one)
        known, fresh = set[str](), self._here(ids)
        while fresh:
            known |= fresh
            beside = {other for one in fresh for other in tied[one]}
            fresh = (self._linked(fresh) | self._here(beside - known)) - known
        return known

    def judgements(self) -> tuple[Judgement, ...]:
        """What was judged of each two events, the earlier first."""
        return judgements(self._connection)

    # ---- incidents ------------------------------------------------------------------------------
    def regroup(self, events: Collection[str], incidents: Sequence[Listed]) -> None:
        """Put these incidents in the place of all that the events belonged to."""
        telling, incident = tables.tellings.c, tables.incidents.c
        for some in parts(sorted(events)):
            own = select(telling.incident_id).where(telling.event_id.in_(some), telling.incident_id.is_not(None))
            self._connection.execute(delete(tables.incidents).where(incident.id.in_(own)))
        for one in incidents:
            for some in parts(one.events):
                self._connection.execute(
                    update(tables.tellings).where(telling.event_id.in_(some)).values(incident_id=one.id)
                )
        if incidents:
            self._connection.execute(insert(tables.incidents), [incident_row(one) for one in incidents])

    def dissolve(self) -> None:
        """Drop all tellings and incidents: every page waits to be merged."""
        self._connection.execute(delete(tables.tellings))
        self._connection.execute(delete(tables.incidents))
        self._connection.execute(update(tables.pages).values(merged=False))

    def setting(self, name: str) -> str | None:
        """What is noted under this name."""
        value = select(tables.settings.c.value).where(tables.settings.c.name == name)
        found: str | None = self._connection.execute(value).scalar()
        return found

    def note(self, name: str, value: str) -> None:
        """Note a value, in place of what was noted under the name."""
        self._connection.execute(delete(tables.settings).where(tables.settings.c.name == name))
        self._connection.execute(insert(tables.settings), {"name": name, "value": value})

    def _here(self, ids: Iterable[str]) -> set[str]:
        telling = tables.tellings.c
        questions = (select(telling.event_id).where(telling.event_id.in_(some)) for some in parts(sorted(set(ids))))
        return {one for question in questions for one in self._connection.execute(question).scalars()}

    def _beside(self, ids: Collection[str]) -> set[str]:
        """The events of the incidents that these belong to; the incidents go."""
        telling, incident, found = tables.tellings.c, tables.incidents.c, set[str]()
        for some in parts(sorted(ids)):
            own = select(telling.incident_id).where(telling.event_id.in_(some), telling.incident_id.is_not(None))
            incident_ids = set(self._connection.execute(own).scalars())
            for few in parts(sorted(incident_ids)):
                mates = select(telling.event_id).where(telling.incident_id.in_(few))
                found |= set(self._connection.execute(mates).scalars())
                self._connection.execute(delete(tables.incidents).where(incident.id.in_(few)))
        return found

    def _linked(self, ids: Collection[str]) -> set[str]:
        link, found = tables.telling_links.c, set[str]()
        for some in parts(sorted(ids)):
            ends = select(link.one, link.other).where(or_(link.one.in_(some), link.other.in_(some)))
            found.update(one for pair in self._connection.execute(ends) for one in pair)
        return found

    # ---- reading --------------------------------------------------------------------------------
    def groups(self, incident_ids: Sequence[str]) -> Iterator[tuple[str, list[Telling], list[Likeness]]]:
        """Each incident's id with its tellings and the links between them, in the order of the ids."""
        telling = tables.tellings.c
        for some in parts(incident_ids):
            rows = self._connection.execute(
                select(telling.incident_id, telling.event_id).where(telling.incident_id.in_(some))
            )
            events: dict[str, list[str]] = defaultdict(list)
            for incident_id, event_id in rows:
                events[incident_id].append(event_id)
            told = self.by_id([one for own in events.values() for one in own])
            links = self._links_by_incident(events)
            yield from ((one, [told[event] for event in events[one]], links[one]) for one in some if one in events)

    def _links_by_incident(self, events: Mapping[str, Sequence[str]]) -> dict[str, list[Likeness]]:
        incident_of = {event: one for one, own in events.items() for event in own}
        found: dict[str, list[Likeness]] = defaultdict(list)
        for link in self.links_among(incident_of):
            if incident_of[link.one] == incident_of[link.other]:
                found[incident_of[link.one]].append(link)
        return found

    def incident_ids(self, *, denied: bool) -> list[str]:
        """The ids of all incidents that somebody asserts, or, with `denied`, of those that are only denied."""
        incident = tables.incidents.c
        chosen = incident.status == "denied" if denied else incident.status != "denied"
        return list(self._connection.execute(select(incident.id).where(chosen).order_by(incident.id)).scalars())

    def incidents_of(self, ids: Collection[str]) -> list[str]:
        """The ids of the incidents that these events belong to."""
        telling = tables.tellings.c
        asked = select(telling.incident_id).where(telling.incident_id.is_not(None))
        rows = (self._connection.execute(asked.where(telling.event_id.in_(some))) for some in parts(sorted(ids)))
        return sorted({one for found in rows for one in found.scalars()})

    def events_called(self, prefix: str) -> list[str]:
        """The ids of the events of incidents that begin so."""
        telling = tables.tellings.c
        found = select(telling.event_id).where(
            telling.event_id.startswith(prefix, autoescape=True), telling.incident_id.is_not(None)
        )
        return list(self._connection.execute(found.order_by(telling.event_id)).scalars())

    def incidents_called(self, prefix: str) -> list[str]:
        """The ids of the incidents whose id, or a handle of one of whose events, begins so."""
        telling = tables.tellings.c
        found = (
            select(telling.incident_id)
            .where(telling.handle.startswith(prefix, autoescape=True), telling.incident_id.is_not(None))
            .distinct()
            .order_by(telling.incident_id)
        )
        return list(self._connection.execute(found).scalars())


def _telling(row: Any, review: Review) -> Telling:
    return Telling(
        page=row.name,
        event=as_reviewed(codec.event(row.record), review, row.text),
        voices=msgspec.convert(row.voices, tuple[Voice, ...]),
        denials=msgspec.convert(row.denials, tuple[Voice, ...]),
        stamp=row.updated or row.published,
        text=row.text,
    )
