"""Claims in, events out: actors, places and days known, or honestly not."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.wars import war_of
from dateline.model.claim import Claim, Claims, Mention, PlaceMention, RelationClaim
from dateline.model.event import Actor, Coded, Event, Place, Relation
from dateline.model.ids import record_id
from dateline.model.text import Report
from dateline.resolve.actors import resolve_actor, resolve_actors
from dateline.resolve.anchors import anchor_of
from dateline.resolve.codes import codes_of
from dateline.resolve.confidence import confidence_of
from dateline.resolve.dates import Anchor, having_told, is_background, resolve_time
from dateline.resolve.places import PlaceContext, place_context, resolve_places


def resolve(claims: Claims, gazetteer: Gazetteer) -> Coded:
    """All claims and relations of a report, resolved against the actor list, the gazetteer and the report's own day."""
    report = claims.report
    anchor, clashes = anchor_of(report, claims.said_days, claims.lead_days)
    context = place_context(claims.places, report, gazetteer)
    anchor = replace(anchor, war=_war_began(context, anchor))
    return Coded(
        report=replace(report, clashes=(*report.clashes, *clashes)),
        events=tuple(_numbered(_events(report, claims.claims, anchor, context))),
        relations=tuple(_relations(report, claims.relations, anchor, context)),
    )


def _war_began(context: PlaceContext, anchor: Anchor) -> date | None:
    """The first day of the war that a report speaks of as "the war": that in the country it is most about."""
    countries = sorted(context.countries, key=lambda code: context.countries[code], reverse=True)
    war = war_of(countries, anchor.day) if anchor.day else None
    return war.began if war else None


def _events(report: Report, claims: Iterable[Claim], anchor: Anchor, context: PlaceContext) -> Iterator[Event]:
    """Each event's days may be counted from those of the one told before it."""
    for claim in claims:
        event = _event(report, claim, anchor, context)
        yield event
        anchor = having_told(anchor, claim.time, event.date)


def _event(report: Report, claim: Claim, anchor: Anchor, context: PlaceContext) -> Event:
    days = resolve_time(claim.time, anchor=anchor, background=claim.background, modality=claim.modality)
    on = days.start if days is not None else anchor.day
    agents = resolve_actors(claim.agents, context.country, on)
    targets = resolve_actors(claim.targets, context.country, on)
    places = resolve_places(claim.places, context)
    return Event(
        id=record_id(report.id, claim.sentence, claim.type),
        claim=claim,
        background=is_background(days, claim.background, anchor),
        agents=agents,
        targets=targets,
        places=places,
        date=days,
        voice=(report.agency or report.outlet) if claim.in_own_voice else None,
        codes=codes_of(claim.type, agents, targets, claim.means, claim.modality, claim.extent),
        confidence=confidence_of(claim, agents, targets, places, days),
    )


def _numbered(events: Iterable[Event]) -> Iterator[Event]:
    """Two events of one type in one sentence are told apart by a number."""
    seen: Counter[str] = Counter()
    for event in events:
        seen[event.id] += 1
        yield event if seen[event.id] == 1 else replace(event, id=f"{event.id}-{seen[event.id]}")


def _relations(
    report: Report, claims: Iterable[RelationClaim], anchor: Anchor, context: PlaceContext
) -> Iterator[Relation]:
    """The relations; none of a party with itself, but for two names of its own."""
    for claim in claims:
        one = _relation(report, claim, anchor, context)
        if one.subject.id is None or not isinstance(one.object, Actor) or one.subject.id != one.object.id:
            yield one
        elif claim.relation == "formerly":
            old, new = (replace(a, name=m.name) for a, m in ((one.object, claim.object), (one.subject, claim.subject)))
            yield replace(one, subject=new, object=old)


def _relation(report: Report, claim: RelationClaim, anchor: Anchor, context: PlaceContext) -> Relation:
    return Relation(
        id=record_id(report.id, claim.sentence, f"{claim.relation}:{claim.subject.name}:{claim.object.name}"),
        claim=claim,
        subject=resolve_actor(claim.subject, context.country, anchor.day),
        object=_held(claim.object, context)
        if claim.relation == "controls"
        else resolve_actor(claim.object, context.country, anchor.day),
    )


def _held(mention: Mention, context: PlaceContext) -> Place:
    """The place that is held."""
    return resolve_places([PlaceMention(name=mention.name, words=mention.words)], context)[0]
