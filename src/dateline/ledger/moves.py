"""What reports tell of who holds a place, as entries of its history; what changes nothing stands aside."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dateline.ledger import stated
from dateline.ledger.around import Around, around
from dateline.ledger.effects import DENIED, LARGER, TYPES, is_denial, is_larger, kind_of, reason_aside
from dateline.ledger.held import of_relations
from dateline.ledger.sides import Scene, sides
from dateline.ledger.spots import spot_of
from dateline.model.event import Actor, Coded, Event, Place
from dateline.model.incident import Incident, Telling
from dateline.model.ledger import Aside, Move, MoveKind, Spot, When
from dateline.model.text import Report

_LEAST: Final[tuple[MoveKind, ...]] = ("besieged", "entered", "contested", "lost", "handed over", "captured")
"""Of two kinds that as many tell, the one that says less of who holds the place comes first."""


def moves(incidents: Iterable[Incident], coded: Iterable[Coded]) -> tuple[tuple[Move, ...], tuple[Aside, ...]]:
    """The entries of all places, the same whatever order reports come in, and what stands aside.

    `incidents` are those that the reports `coded` tell of. What is only denied or did not happen changes nothing.
    """
    coded, incidents = tuple(coded), tuple(incidents)
    here = around(coded)
    told = [move for one in incidents if one.type in TYPES for move in _of_incident(one, here)]
    held = [move for one in coded for move in of_relations(one, here)]
    joined = {telling.event.id for one in incidents for telling in one.tellings}
    rest = [(one.report, event) for one in coded for event in one.events if event.id not in joined]
    denied = [move for report, event in rest for move in _denials(report, event, here)]
    aside = [found for one in coded for event in one.events for found in _aside(one.report, event, here)]
    by_id = {move.id: move for move in (*told, *held, *denied)}
    return tuple(by_id[id_] for id_ in sorted(by_id)), tuple(_each_once(aside))


# ---- incidents ----------------------------------------------------------------------------------
def _of_incident(incident: Incident, here: Around) -> Iterator[Move]:
    """One entry for each place that the incident is told of, where it changes anything there."""
    by_spot: dict[str, list[tuple[Telling, Place]]] = defaultdict(list)
    for telling, place in ((t, p) for t in incident.tellings for p in t.event.places):
        if not telling.denies and _is_there(telling.event, place) and reason_aside(telling.event, place) is None:
            by_spot[here.spots[spot_of(place).key].key].append((telling, place))
    for key, told in by_spot.items():
        if here.spots[key].precision not in LARGER:
            yield _entry(incident, here.spots[key], told, here)


def _is_there(event: Event, place: Place) -> bool:
    """Whether it happened in the place: of a withdrawal or a rout the place left, of a siege only the place itself."""
    return place.role == "site" or (place.role == "from" and event.claim.type != "siege")


def _entry(incident: Incident, spot: Spot, told: Sequence[tuple[Telling, Place]], here: Around) -> Move:
    kinds = Counter(kind_of(telling.event, place) for telling, place in told)
    tellings = list({telling.event.id: telling for telling, _ in told}.values())
    day = stated.when(tellings, here.pages)
    scene = _scene(spot, [actor for telling in tellings for actor in telling.event.agents], day)
    return Move(
        id=f"{incident.id}:{spot.key}",
        incident=incident.id,
        spot=spot,
        kind=max(kinds, key=lambda kind: (kinds[kind], -_LEAST.index(kind))),
        when=day,
        sides=sides((actor for telling in tellings for actor in telling.event.agents), scene),
        from_sides=sides((actor for telling in tellings for actor in telling.event.targets if _told(actor)), scene),
        status=incident.status,
        statements=tuple(map(stated.of_telling, [*tellings, *_denying(incident)])),
    )


def _told(actor: Actor) -> bool:
    """Whether it may be a side that loses a place: what was struck in it, such as a building, is none."""
    return actor.id is not None or actor.kind is not None


def _denying(incident: Incident) -> list[Telling]:
    return [telling for telling in incident.tellings if telling.denials and telling.denies]


def _scene(spot: Spot, agents: Iterable[Actor], day: When | None) -> Scene:
    """The country of the place; where that is not known, the one of all whose country is."""
    countries = {actor.country for actor in agents if actor.country}
    return Scene(spot.country or (countries.pop() if len(countries) == 1 else None), day.start if day else None)


# ---- denials of what the incident does not join ---------------------------------------------------
def _denials(report: Report, event: Event, here: Around) -> Iterator[Move]:
    """That somebody denies that a place was taken or left, as of the day on which it is denied: one entry a place."""
    kind = DENIED.get(event.claim.type)
    day = stated.report_day(report) or stated.days(event)
    if kind is None or not is_denial(event):
        return
    for place in event.places:
        if _is_there(event, place) and not is_larger(place):
            spot = here.spots[spot_of(place).key]
            yield Move(
                id=f"{event.id}:{spot.key}",
                incident=event.id,
                spot=spot,
                kind=kind,
                when=day,
                sides=sides(event.agents, _scene(spot, event.agents, day)),
                status="denied",
                statements=(stated.of_denial(report, event),),
            )


# ---- what stands aside --------------------------------------------------------------------------
def _aside(report: Report, event: Event, here: Around) -> Iterator[Aside]:
    places = [place for place in event.places if event.claim.type in TYPES and _is_there(event, place)]
    reasons = {reason_aside(event, place) for place in places}
    if not places or None in reasons or (event.claim.type in DENIED and is_denial(event)):
        return
    spots = {spot.key: spot for place in places if (spot := here.spots[spot_of(place).key])}
    day = stated.days(event) or stated.report_day(report)
    first: Spot = next(iter(spots.values()))
    yield Aside(
        type=event.claim.type,
        spots=tuple(spots.values()),
        when=day,
        sides=sides(event.agents, _scene(first, event.agents, day)),
        reason=min(reason for reason in reasons if reason),
        statement=stated.of_event(report, event),
    )


def _each_once(found: Iterable[Aside]) -> list[Aside]:
    """By place and event; a page that is given under two names tells of an event once."""
    by_event = {aside.statement.event: aside for aside in found}
    return sorted(by_event.values(), key=lambda aside: (aside.spots[0].name, aside.statement.event))
